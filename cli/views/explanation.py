"""The explanation of a verdict as a page: how it follows, then each commitment with all that was weighed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plancmp.alignment.checks import OVERRIDING
from plancmp.alignment.measure_explanation import ExplainedCommitment, Explanation
from plancmp.alignment.result import PlanHeader, Reason, Verdict
from plancmp.alignment.trace import CandidateStatus, CandidateTrace, Force, TriedWording
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS
from plancmp.cli.views.caveats import decision_caveats, note_in_words
from plancmp.cli.views.decisions import marked_verdict, whose_word
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Kind,
    Table,
    plain_table,
)
from plancmp.cli.views.glosses import glossed, knowing, match_label, titled
from plancmp.cli.views.reasons import describe_target, explain_commitment, explain_measure, standing_of

if TYPE_CHECKING:
    from plancmp.cli.places import Places

_STANDING_SYMBOLS = {
    CandidateStatus.DECISIVE: "»",
    CandidateStatus.OUTDONE: "+",
    CandidateStatus.CONTRADICTS: "!",
    CandidateStatus.NO_PROMISE: "!",
    CandidateStatus.LACKS_CONCEPT: "-",
    CandidateStatus.TOO_FAR: "-",
    CandidateStatus.GENERAL: "-",
}


def explanation_document(explanation: Explanation, say: Words, places: Places | None = None) -> Document:
    """The explanation for every format: one row a passage weighed; schema `plancmp/explain/1`.

    With `places` each passage tells the file and line it stands in.
    """
    from plancmp.cli.views.explanation_data import explanation_fields, explanation_grid

    say = knowing(say, explanation.reference, explanation.plan)
    document = Document(
        page=lambda _: explanation_page(explanation, say, places),
        grid=lambda: explanation_grid(explanation, say),
        data=lambda: explanation_fields(explanation, say, places),
    )
    return glossed(document, say)


def explanation_page(explanation: Explanation, say: Words, places: Places | None) -> Iterator[Block]:
    """The whole proof, from the documents to the caveats."""
    measure, reference, plan = explanation.measure, explanation.reference, explanation.plan
    names = {"plan": say.gloss(plan.name), "reference": say.gloss(reference.name)}
    yield Heading(say("explain.title", measure=measure.id, title=say.label(measure.title), **names), level=1)
    carried = say.listed([match_label(match, say) for match in measure.matches])
    facts = [
        Item(_document(reference, say), say("diff.reference")),
        Item(_document(plan, say), say("diff.plan")),
        Item(str(marked_verdict(measure, say)), say("explain.verdict"), style=COLOURS[measure.verdict]),
        *(Item(told, say("decided")) for told in whose_word(measure, say)),
        Item(carried or say("explain.nowhere"), say("explain.carried")),
        Item(explain_measure(measure, say), say("diff.reason")),
    ]
    yield Facts(tuple(fact for fact in facts if fact.text))
    yield from _derivation(explanation, say)
    for commitment in explanation.commitments:
        yield from _commitment(commitment, explanation, say, places)
    yield Heading(say("notes"))
    thresholds = explanation.thresholds
    notes = [
        say(
            "explain.thresholds",
            present=thresholds.present,
            spoken_of=thresholds.spoken_of,
            whole=thresholds.whole,
        ),
        _weights_mean(explanation, say),
        *(note_in_words(note, reference, plan, say) for note in explanation.caveats),
        *(caveat.text for caveat in decision_caveats([explanation.decisions], say)),
    ]
    yield Bullets(tuple(map(Item, notes)))


def _weights_mean(explanation: Explanation, say: Words) -> str:
    if explanation.reference.has_witnesses:
        return say("explain.marked_weights_mean" if explanation.measure.marked else "explain.weights_mean")
    return say(
        "explain.plain_marked_weights_mean" if explanation.measure.marked else "explain.plain_weights_mean"
    )


def _document(header: PlanHeader, say: Words) -> str:
    basis = "" if header.basis == "official" else say(f"basis.{header.basis}")
    facts = [say.gloss(header.name), say.label(header.title), header.document_number, header.issued, basis]
    return say("semicolon").join(fact for fact in facts if fact)


def _derivation(explanation: Explanation, say: Words) -> Iterator[Block]:
    yield Heading(say("explain.derivation"))
    yield _weights(explanation, say)
    yield Item(_conclusion(explanation, say))


def _weights(explanation: Explanation, say: Words) -> Table:
    """What each commitment weighs and earns."""
    rows = [
        (
            titled(each.result.text, say, each.result.id),
            marked_verdict(each.result, say),
            f"{each.result.weight:.2f}",
            f"{each.result.points:g}",
            f"{each.result.weight * each.result.points:.2f}",
        )
        for each in explanation.commitments
    ]
    total = (say("total"), "", f"{explanation.measure.weight:.2f}", "", f"{explanation.measure.points:.2f}")
    heads: tuple[Column | str, ...] = (
        say("diff.commitments"),
        Column(say("explain.verdict"), Kind.VERDICT),
        *(say(f"explain.{head}") for head in ("weight", "points", "product")),
    )
    return plain_table(heads, (*rows, total))


def _conclusion(explanation: Explanation, say: Words) -> str:
    """How the measure's verdict follows from the weights, in one sentence."""
    if explanation.measure.decided:
        return say("decided.measure", by=say.listed(list(explanation.measure.decided.by)))
    verdict, threshold = explanation.measure.verdict, explanation.measure.threshold
    if verdict is Verdict.OMITTED or not explanation.measure.central:
        return say("explain.omitted")
    figures = {
        "points": explanation.measure.points,
        "weight": explanation.measure.weight,
        "share": explanation.measure.share,
        "threshold": threshold,
    }
    if verdict is Verdict.WEAKENED and explanation.measure.share >= threshold:
        if all(each.result.verdict is not Verdict.ADOPTED for each in explanation.commitments):
            return say("explain.none_whole", **figures)
        central = next(
            (each for each in explanation.measure.central if not OVERRIDING.isdisjoint(each.reasons)), None
        )
        if central:
            key = "explain.central_marked" if explanation.measure.marked else "explain.central"
            return say(key, central=central.id, reasons=_reasons(central.reasons, say), **figures)
    return say("explain.adopted" if verdict is Verdict.ADOPTED else "explain.weakened", **figures)


def _commitment(
    explained: ExplainedCommitment, whole: Explanation, say: Words, places: Places | None
) -> Iterator[Block]:
    result = explained.result
    title = f"{marked_verdict(result, say)}  {result.id} {say.label(result.text)}"
    yield Heading(title, level=3, style=COLOURS[result.verdict])
    remarks = [explain_commitment(result, say), *standing_of(result, say)]
    if any(remarks):
        yield Item(say("semicolon").join(filter(None, remarks)))
    yield Item(say("explain.wordings"), depth=1, style="bold")
    for wording in explained.trace.wordings:
        yield _wording(wording, whole.plan.witness or whole.plan.id, say)
    if explained.trace.concepts:
        concepts = say("semicolon").join(f"{concept}…" for concept in explained.trace.concepts)
        yield Item(concepts, say("explain.concepts"), 1)
    if result.verdict is Verdict.OMITTED:
        yield from _nearest(explained, say, places)
    else:
        yield Item(say("explain.candidates"), depth=1, style="bold")
        yield from _passages(explained, say, places)
        yield from _facets(explained, say)


def _wording(wording: TriedWording, judged: str | None, say: Words) -> Item:
    place = f"{say.witness(wording.plan)} {wording.measure or ''}".strip() or say("explain.statement")
    if wording.lender:
        place = say("explain.borrowed", place=place, commitment=wording.lender)
    quote = say("quote", text=wording.text)
    if not wording.used:
        quote = say("explain.own_words" if wording.plan == judged else "explain.unused", quote=quote)
    return Item(quote, place, 2, "" if wording.used else "dim")


def _nearest(explained: ExplainedCommitment, say: Words, places: Places | None) -> Iterator[Block]:
    if not explained.trace.passages:
        yield Item(say("diff.nothing_near"), depth=1)
        return
    yield Item(say("explain.nearest"), depth=1, style="bold")
    yield from _passages(explained, say, places)


def _passages(explained: ExplainedCommitment, say: Words, places: Places | None) -> Iterator[Block]:
    for passage in explained.trace.passages:
        symbol = _STANDING_SYMBOLS[passage.status]
        label = f"{symbol} {passage.score:.2f}  {say.gloss(passage.section or passage.measure)}"
        yield Item(say("quote", text=passage.quote), label, 2)
        place = str(places.of(passage.measure, passage.quote)) if places else ""
        remarks = [*([place] if place else []), _remarks(passage, say)]
        yield Item(say("semicolon").join(remarks), depth=3, style="dim")
    if explained.trace.further:
        yield Item(say("explain.further", count=explained.trace.further), depth=2, style="dim")


def _remarks(passage: CandidateTrace, say: Words) -> str:
    standing = say(f"candidate.{passage.status}", concept=passage.concept)
    if passage.reasons:
        standing = say("explain.standing", standing=standing, reasons=_reasons(passage.reasons, say))
    parts = [standing]
    akin = [say("explain.for", own=own, said=said) for own, said in passage.paraphrases]
    for name, words in (
        ("explain.shared", passage.shared),
        ("explain.akin", akin),
        ("explain.speaks_of", passage.expressions if passage.carries else ()),
        ("explain.lacking", passage.lacking),
    ):
        if words:
            parts.append(say("label", label=say(name), value=say.listed(list(words))))
    if passage.bonus >= 0.005:
        parts.append(say("explain.place", bonus=passage.bonus))
    return say("semicolon").join(parts)


def _facets(explained: ExplainedCommitment, say: Words) -> Iterator[Block]:
    for target in explained.result.targets:
        yield Item(describe_target(target, say), say("explain.targets"), 1)
    force = explained.trace.force
    if force.promised is not None:
        levels = {"asked_level": force.asked, "promised_level": force.promised}
        words = {"asked": say(f"strength.{force.asked}"), "promised": say(f"strength.{force.promised}")}
        yield Item(say("explain.strengths", **levels, **words), say("explain.strength"), 1)
    yield Item(_condition(force, say), say("explain.condition"), 1)
    if force.limit:
        yield Item(_limit(force, say), say("explain.limit"), 1)
    if force.deadline:
        dates = say("explain.deadlines", asked=force.deadline_asked or "-", promised=force.deadline)
        yield Item(dates, say("explain.deadline"), 1)


def _condition(force: Force, say: Words) -> str:
    if not force.condition:
        return say("explain.no_condition")
    words = say("quote", text=force.condition)
    return say("explain.asked_condition", words=words) if force.asked_conditionally else words


def _limit(force: Force, say: Words) -> str:
    words = say("quote", text=force.limit)
    return say("explain.asked_limit", words=words) if force.asked_with_limits else words


def _reasons(reasons: tuple[Reason, ...], say: Words) -> str:
    return say.listed([say(f"reason.{reason}") for reason in reasons])

"""The explanation of a verdict as a page: how it follows, then each commitment with all that was weighed."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.measure_explanation import ExplainedCommitment, Explanation
from plancmp.alignment.result import PlanHeader, Reason, Verdict
from plancmp.alignment.thresholds import Thresholds
from plancmp.alignment.trace import CandidateStatus, CandidateTrace, Force, TriedWording
from plancmp.cli.formats.page import Block, Heading, Item, Table
from plancmp.cli.phrases import (
    describe_target,
    explain_commitment,
    explain_measure,
    note_in_words,
    standing_of,
)
from plancmp.cli.signs import COLOURS, SIGNS
from plancmp.cli.words import Words

_PASSAGE_SIGNS = {
    CandidateStatus.DECISIVE: "»",
    CandidateStatus.OUTDONE: "+",
    CandidateStatus.CONTRADICTS: "!",
    CandidateStatus.TOO_FAR: "-",
    CandidateStatus.GENERAL: "-",
}


def explanation_page(explanation: Explanation, say: Words) -> Iterator[Block]:
    """The whole proof, from the documents to the caveats."""
    measure, reference, plan = explanation.measure, explanation.reference, explanation.plan
    names = {"plan": plan.name, "reference": reference.name}
    yield Heading(say("explain.title", measure=measure.id, title=measure.title, **names), level=1)
    yield Item(_document(reference, say), say("diff.reference"))
    yield Item(_document(plan, say), say("diff.plan"))
    yield Item(_verdict(measure.verdict, say), say("explain.verdict"), style=COLOURS[measure.verdict])
    carried = say.listed([match.label for match in measure.matches])
    yield Item(carried or say("explain.nowhere"), say("explain.carried"))
    reason = explain_measure(measure, say)
    if reason:
        yield Item(reason, say("diff.reason"))
    yield from _derivation(explanation, say)
    for commitment in explanation.commitments:
        yield from _commitment(commitment, explanation, say)
    yield Heading(say("notes"))
    cuts = explanation.thresholds
    yield Item(say("explain.cuts", present=cuts.present, whole=cuts.whole), depth=1)
    plain = "explain.weights_mean" if reference.has_witnesses else "explain.plain_weights_mean"
    yield Item(say("explain.marked_weights_mean" if explanation.measure.marked else plain), depth=1)
    for note in explanation.caveats:
        yield Item(note_in_words(note, reference, plan, say), depth=1)


def _document(header: PlanHeader, say: Words) -> str:
    basis = "" if header.basis == "official" else say(f"basis.{header.basis}")
    facts = [header.name, header.title, header.document_number, header.issued, basis]
    return say("semicolon").join(fact for fact in facts if fact)


def _verdict(verdict: Verdict, say: Words) -> str:
    return f"{SIGNS[verdict]} {say(f'verdict.{verdict}')}"


def _derivation(explanation: Explanation, say: Words) -> Iterator[Block]:
    yield Heading(say("explain.derivation"))
    rows = [
        (
            f"{each.result.id} {each.result.text}",
            (_verdict(each.result.verdict, say), COLOURS[each.result.verdict]),
            f"{each.result.weight:.2f}",
            f"{each.result.points:g}",
            f"{each.result.weight * each.result.points:.2f}",
        )
        for each in explanation.commitments
    ]
    total = (say("total"), "", f"{explanation.measure.weight:.2f}", "", f"{explanation.measure.points:.2f}")
    heads = ("diff.commitments", "explain.verdict", "explain.weight", "explain.points", "explain.product")
    yield Table(tuple(map(say, heads)), (*rows, total))
    yield Item(_conclusion(explanation, say))


def _conclusion(explanation: Explanation, say: Words) -> str:
    """How the measure's verdict follows from the weights, in one sentence."""
    verdict, cut = explanation.measure.verdict, explanation.measure.threshold
    if verdict is Verdict.OMITTED or not explanation.measure.central:
        return say("explain.omitted")
    figures = {
        "points": explanation.measure.points,
        "weight": explanation.measure.weight,
        "share": explanation.measure.share,
        "cut": cut,
    }
    if verdict is Verdict.WEAKENED and explanation.measure.share >= cut:
        if all(each.result.verdict is not Verdict.ADOPTED for each in explanation.commitments):
            return say("explain.none_whole", **figures)
        central = next((each for each in explanation.measure.central if each.reasons), None)
        if central:
            key = "explain.central_marked" if explanation.measure.marked else "explain.central"
            return say(key, central=central.id, reasons=_reasons(central.reasons, say), **figures)
    return say("explain.adopted" if verdict is Verdict.ADOPTED else "explain.weakened", **figures)


def _commitment(explained: ExplainedCommitment, whole: Explanation, say: Words) -> Iterator[Block]:
    result = explained.result
    title = f"{_verdict(result.verdict, say)}  {result.id} {result.text}"
    yield Heading(title, level=3, style=COLOURS[result.verdict])
    remarks = [explain_commitment(result, say), *standing_of(result, say)]
    if any(remarks):
        yield Item(say("semicolon").join(filter(None, remarks)))
    yield Item(say("explain.wordings"), depth=1, style="bold")
    for wording in explained.trace.wordings:
        yield _wording(wording, whole.plan.witness, say)
    if result.verdict is Verdict.OMITTED:
        yield from _nearest(explained, whole.thresholds, say)
    else:
        yield Item(say("explain.candidates"), depth=1, style="bold")
        yield from _passages(explained, say)
        yield from _facets(explained, say)


def _wording(wording: TriedWording, judged: str | None, say: Words) -> Item:
    place = f"{say.witness(wording.plan)} {wording.measure or ''}".strip() or say("explain.statement")
    quote = say("quote", text=wording.text)
    if not wording.used:
        quote = say("explain.own_words" if wording.plan == judged else "explain.unused", quote=quote)
    return Item(quote, place, 2, "" if wording.used else "dim")


def _nearest(explained: ExplainedCommitment, cuts: Thresholds, say: Words) -> Iterator[Block]:
    if not explained.trace.passages:
        yield Item(say("diff.nothing_near"), depth=1)
        return
    general = any(passage.status is CandidateStatus.GENERAL for passage in explained.trace.passages)
    heading = "explain.nearest_general" if general else "explain.nearest"
    yield Item(say(heading, cut=cuts.present, section=cuts.section), depth=1, style="bold")
    yield from _passages(explained, say)


def _passages(explained: ExplainedCommitment, say: Words) -> Iterator[Block]:
    for passage in explained.trace.passages:
        sign = _PASSAGE_SIGNS[passage.status]
        label = f"{sign} {passage.score:.2f}  {passage.section or passage.measure}"
        yield Item(say("quote", text=passage.quote), label, 2)
        yield Item(_remarks(passage, say), depth=3, style="dim")
    if explained.trace.further:
        yield Item(say("explain.further", count=explained.trace.further), depth=2, style="dim")


def _remarks(passage: CandidateTrace, say: Words) -> str:
    standing = say(f"weighed.{passage.status}")
    if passage.reasons:
        standing = say("explain.standing", standing=standing, reasons=_reasons(passage.reasons, say))
    parts = [standing]
    akin = [say("explain.for", own=own, said=said) for own, said in passage.paraphrases]
    for name, words in (
        ("explain.shared", passage.shared),
        ("explain.akin", akin),
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
    if force.deadline:
        dates = say("explain.deadlines", asked=force.deadline_asked or "-", promised=force.deadline)
        yield Item(dates, say("explain.deadline"), 1)


def _condition(force: Force, say: Words) -> str:
    if not force.condition:
        return say("explain.no_condition")
    words = say("quote", text=force.condition)
    return say("explain.asked_condition", words=words) if force.asked_conditionally else words


def _reasons(reasons: tuple[Reason, ...], say: Words) -> str:
    return say.listed([say(f"reason.{reason}") for reason in reasons])

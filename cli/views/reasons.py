"""Why a measure or a commitment has its verdict, in words: reasons, numbers, local passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plancmp.alignment.result import (
    Addition,
    Basis,
    CommitmentResult,
    MeasureResult,
    Passage,
    Reason,
    TargetChange,
    Verdict,
)
from plancmp.alignment.summary import tally
from plancmp.alignment.thresholds import TELLING
from plancmp.cli.messages import Words

if TYPE_CHECKING:
    from plancmp.alignment.gravity import Loss
    from plancmp.cli.places import Places

_GAPS = (Verdict.WEAKENED, Verdict.OMITTED)


def explain_measure(measure: MeasureResult, say: Words) -> str:
    """All that a plan takes back of a measure, whatever the verdict on it, the gravest first; then what is firmer."""
    from plancmp.alignment.gravity import losses_of  # brings the lexicon, which no start-up needs

    if _is_all_missing(measure):
        return _all_missing(measure, say)
    losses = losses_of(measure)
    reasons = [
        _explain(reason, losses, measure, say) for reason in dict.fromkeys(loss.reason for loss in losses)
    ]
    return say("semicolon").join([*reasons, *_stronger(measure, say)])


def gravest_change(measure: MeasureResult, say: Words) -> str:
    """The gravest loss of a measure, and how many more of its commitments are not simply adopted.

    A measure without losses is told by what is firmer in it.
    """
    from plancmp.alignment.gravity import losses_of  # brings the lexicon, which no start-up needs

    if _is_all_missing(measure):
        return _all_missing(measure, say)
    losses = losses_of(measure)
    if not losses:
        return say("semicolon").join(_stronger(measure, say))
    others = [each for each in measure.commitments if each is not losses[0].commitment]
    counts = {say(f"verdict.{verdict}"): tally(others).verdicts[verdict] for verdict in _GAPS}
    counts[say("strengthened")] = sum(each.strengthened for each in others)
    more = say.listed([f"{name} {count}" for name, count in counts.items() if count])
    missing = losses[0].reason is Reason.COMMITMENT_OMITTED
    word = say("verdict.omitted" if missing else f"reason.{losses[0].reason}")
    told = say("label", label=word, value=say.listed(_details(losses[0], say)))
    return say("semicolon").join([told, *([say("why.more", counts=more)] if more else [])])


def explain_commitment(commitment: CommitmentResult, say: Words) -> str:
    """Why a commitment has its verdict, the gravest reason first; empty for one that was simply adopted."""
    from plancmp.alignment.result import GRAVEST_FIRST

    reasons = [
        _own_reason(reason, commitment, say) for reason in GRAVEST_FIRST if reason in commitment.reasons
    ]
    return say("semicolon").join([*reasons, *([say("strengthened")] if commitment.strengthened else [])])


def _explain(reason: Reason, losses: Sequence[Loss], measure: MeasureResult, say: Words) -> str:
    """One reason of a measure, told by the commitments that gave it."""
    bearers = [loss for loss in losses if loss.reason is reason]
    details = say.listed([detail for loss in bearers for detail in _details(loss, say)])
    if reason is Reason.COMMITMENT_OMITTED:
        return say("why.missing", missing=len(bearers), total=len(measure.commitments), texts=details)
    return say("label", label=say(f"reason.{reason}"), value=details)


def _details(loss: Loss, say: Words) -> list[str]:
    """What was lost: the numbers behind it, else the commitment."""
    return movements(loss.reason, loss.commitment, say) or [say.gloss(loss.commitment.text)]


def _own_reason(reason: Reason, commitment: CommitmentResult, say: Words) -> str:
    word, numbers = say(f"reason.{reason}"), movements(reason, commitment, say)
    return say("label", label=word, value=say.listed(numbers)) if numbers else word


def movements(reason: Reason, commitment: CommitmentResult, say: Words) -> list[str]:
    """The targets that a reason speaks of: from what to what they fell, or what is no longer asked."""
    from plancmp.alignment.gravity import targets_behind

    key = "why.lowered" if reason is Reason.TARGET_LOWERED else "why.dropped"
    return [
        say(key, indicator=say.gloss(target.indicator), reference=target.reference, plan=target.plan).strip()
        for target in targets_behind(reason, commitment)
    ]


def _stronger(measure: MeasureResult, say: Words) -> list[str]:
    texts = [say.gloss(each.text) for each in measure.commitments if each.strengthened]
    return [say("why.strengthened", texts=say.listed(texts))] if texts else []


def _is_all_missing(measure: MeasureResult) -> bool:
    return all(commitment.verdict is Verdict.OMITTED for commitment in measure.commitments)


def _all_missing(measure: MeasureResult, say: Words) -> str:
    match len(measure.commitments):
        case 0:
            return ""
        case 1:
            return say("why.missing_only")
        case total:
            return say("why.missing_all", total=total)


def quoted_passages(commitment: CommitmentResult, say: Words, places: Places | None = None) -> list[str]:
    """What the plan says to a commitment: its evidence, else the nearest passage as proof of absence.

    With `places` each tells the file and line it stands in.
    """
    if commitment.evidence:
        return [
            with_place(f"{say.gloss(found.place)} {say('quote', text=found.quote)}", found, places, say)
            for found in commitment.evidence
        ]
    near = telling_passages(commitment)
    if not near:
        return [say("diff.nothing_near")]
    quote = say("quote", text=near[0].quote)
    nearest = say("diff.nearest", measure=say.gloss(near[0].place), score=near[0].score, quote=quote)
    return [with_place(nearest, near[0], places, say)]


def with_place(told: str, passage: Passage | Addition, places: Places | None, say: Words) -> str:
    """What is told of a passage, and the file and line it stands in, where places are told and it is known."""
    place = str(places.of(passage.measure, passage.quote)) if places else ""
    return say("remark", text=told, remark=place) if place else told


def places_of(passages: Iterable[Passage | Addition], places: Places | None) -> str:
    """The file and line of each passage, one a line; empty where no place is told."""
    return "\n".join(str(places.of(each.measure, each.quote)) for each in passages) if places else ""


def telling_passages(commitment: CommitmentResult) -> tuple[Passage, ...]:
    """The nearest passages that prove an absence: one that is far from it shows nothing and is not shown."""
    return tuple(passage for passage in commitment.nearest if passage.score >= TELLING)


def quoted_addition(addition: Addition, say: Words, places: Places | None = None) -> str:
    """A local clause that is in no commitment of the reference, its measure, and its file and line with `places`."""
    return with_place(f"{addition.measure} {say('quote', text=addition.quote)}", addition, places, say)


def describe_target(target: TargetChange, say: Words) -> str:
    """One target on both sides and how the local one stands to the reference's."""
    reference = say("target.asked", value=target.reference) if target.reference else say("target.not_one")
    local = say("target.missing")
    if target.plan:
        local = say("target.stated", value=target.plan, change=say(f"change.{target.change}"))
    return say("target", indicator=say.gloss(target.indicator), reference=reference, plan=local)


def standing_of(commitment: CommitmentResult, say: Words) -> list[str]:
    """Whose word a verdict is; that the plan attests it, keeps its theme only; that it is not independent."""
    standing = _said_of(commitment, say) if commitment.decided or commitment.proposed else []
    standing += [say("diff.attested")] if commitment.basis is Basis.ATTESTED else []
    standing += [say("diff.theme")] if commitment.theme else []
    return standing + ([] if commitment.independent else [say("diff.not_independent")])


def _said_of(commitment: CommitmentResult, say: Words) -> list[str]:
    from plancmp.cli.views.decisions import proposed_words, whose_word  # most comparisons are read without

    return [*whose_word(commitment, say), *proposed_words(commitment, say)]

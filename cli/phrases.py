"""What several outputs say of a comparison in the same words: reasons, figures, caveats, filters."""

from __future__ import annotations

from typing import NamedTuple

from plancmp.alignment.result import (
    Addition,
    Change,
    CommitmentResult,
    Comparison,
    MeasureResult,
    Note,
    PlanHeader,
    Reason,
    TargetChange,
    Verdict,
)
from plancmp.alignment.summary import Summary
from plancmp.cli.selection import Selection
from plancmp.cli.words import Words

_WEIGHTIEST_FIRST = (
    Reason.TARGET_LOWERED,
    Reason.MADE_CONDITIONAL,
    Reason.DEADLINE_LATER,
    Reason.OBLIGATION_SOFTENED,
    Reason.COMMITMENT_OMITTED,
    Reason.TARGET_DROPPED,
    Reason.PARTIAL_MATCH,
)


def explain_measure(measure: MeasureResult, say: Words) -> str:
    """Why a measure has its verdict, the decisive reason first, and what it is firmer in."""
    if all(commitment.verdict is Verdict.OMITTED for commitment in measure.commitments):
        return _all_missing(measure, say)
    if measure.verdict is Verdict.WEAKENED:
        measure = _central_first(measure)
    reasons = [_explain(reason, measure, say) for reason in measure.reasons]
    if measure.verdict is Verdict.ADOPTED and Reason.COMMITMENT_OMITTED not in measure.reasons:
        reasons.append(_missing(measure, say))
    stronger = [commitment.text for commitment in measure.commitments if commitment.strengthened]
    if stronger:
        reasons.append(say("why.strengthened", texts=say.listed(stronger)))
    return say("semicolon").join(reason for reason in reasons if reason)


def explain_commitment(commitment: CommitmentResult, say: Words) -> str:
    """Why a commitment has its verdict; empty for one that was simply adopted."""
    reasons = [_own_reason(reason, commitment, say) for reason in commitment.reasons]
    return say("semicolon").join([*reasons, *([say("strengthened")] if commitment.strengthened else [])])


def _central_first(measure: MeasureResult) -> MeasureResult:
    """The measure with its central commitment, the weightiest, and what is wrong with that one put first."""
    from plancmp.alignment.weights import commitment_weight

    central = max(
        measure.commitments,
        key=lambda each: commitment_weight(measure.title, each.text, independent=each.independent),
    )
    own = {Reason.COMMITMENT_OMITTED} if central.verdict is Verdict.OMITTED else set(central.reasons)
    decisive = [reason for reason in _WEIGHTIEST_FIRST if reason in own]
    others = [reason for reason in measure.reasons if reason not in own]
    commitments = sorted(measure.commitments, key=lambda each: each is not central)
    return measure._replace(reasons=(*decisive, *others), commitments=tuple(commitments))


def _explain(reason: Reason, measure: MeasureResult, say: Words) -> str:
    """One reason of a measure, told by the commitment that gave it."""
    if reason is Reason.COMMITMENT_OMITTED:
        return _missing(measure, say)
    bearers = [commitment for commitment in measure.commitments if reason in commitment.reasons]
    if not bearers:
        return say(f"reason.{reason}")
    if _change_behind(reason, bearers[0]):
        return _own_reason(reason, bearers[0], say)
    texts = say.listed([commitment.text for commitment in bearers])
    return say("label", label=say(f"reason.{reason}"), value=texts)


def _own_reason(reason: Reason, commitment: CommitmentResult, say: Words) -> str:
    change = _change_behind(reason, commitment)
    if change is None:
        return say(f"reason.{reason}")
    if change.change is Change.LOWER:
        return say("why.lowered", plan=change.plan, reference=change.reference)
    return say("why.dropped", indicator=change.indicator, reference=change.reference).rstrip()


def _change_behind(reason: Reason, commitment: CommitmentResult) -> TargetChange | None:
    """The target that a target's reason speaks of."""
    wanted = {Reason.TARGET_LOWERED: Change.LOWER, Reason.TARGET_DROPPED: Change.MISSING}.get(reason)
    return next((target for target in commitment.targets if target.change is wanted), None)


def _missing(measure: MeasureResult, say: Words) -> str:
    texts = [commitment.text for commitment in measure.commitments if commitment.verdict is Verdict.OMITTED]
    if not texts:
        return ""
    return say("why.missing", missing=len(texts), total=len(measure.commitments), texts=say.listed(texts))


def _all_missing(measure: MeasureResult, say: Words) -> str:
    match len(measure.commitments):
        case 0:
            return ""
        case 1:
            return say("why.missing_only")
        case total:
            return say("why.missing_all", total=total)


def quoted_passages(commitment: CommitmentResult, say: Words) -> list[str]:
    """What the plan says to a commitment: its evidence, else the nearest passage as proof of absence."""
    if commitment.evidence:
        return [f"{found.place} {say('quote', text=found.quote)}" for found in commitment.evidence]
    if not commitment.nearest:
        return [say("diff.nothing_near")]
    nearest = commitment.nearest[0]
    quote = say("quote", text=nearest.quote)
    return [say("diff.nearest", measure=nearest.place, score=nearest.score, quote=quote)]


def quoted_addition(addition: Addition, say: Words) -> str:
    """A local clause that is in no commitment of the reference, and its measure."""
    return f"{addition.measure} {say('quote', text=addition.quote)}"


def describe_target(target: TargetChange, say: Words) -> str:
    """One target on both sides and how the local one stands to the reference's."""
    return say(
        "target",
        indicator=target.indicator,
        reference=target.reference or "-",
        plan=target.plan or "-",
        change=say(f"change.{target.change}"),
    )


def summary_figures(comparison: Comparison, summary: Summary, say: Words) -> list[tuple[str, str, str]]:
    """Label, value and meaning of the figures that need a word of explanation: coverages and additions."""
    share = percent(summary.coverage_independent if summary.independent else None)
    key = "summary.independent_means" if summary.independent else "summary.no_independent"
    independent = (say("summary.coverage_independent"), share, say(key, independent=summary.independent))
    return [
        (
            say("summary.coverage"),
            percent(summary.coverage),
            say("summary.coverage_means", total=summary.commitments.total),
        ),
        *([independent] if comparison.reference.has_witnesses else []),
        (say("additions"), str(len(comparison.additions)), say("additions.means")),
    ]


def percent(share: float | None) -> str:
    """A share (0-1) as it is shown: with one decimal place, a dash for None."""
    return "-" if share is None else f"{share:.1%}"


class Caveat(NamedTuple):
    """A caveat for programs and people: a code that stays, and its words."""

    code: str
    text: str


def caveats(comparison: Comparison, say: Words) -> list[str]:
    """The notes of a comparison, in words."""
    return [caveat.text for caveat in coded_caveats(comparison, say)]


def coded_caveats(comparison: Comparison, say: Words) -> list[Caveat]:
    """The same with their codes."""
    reference, plan = comparison.reference, comparison.plan
    return [Caveat(note, note_in_words(note, reference, plan, say)) for note in comparison.notes]


def caveats_on_coverage(reference: PlanHeader, say: Words) -> list[Caveat]:
    """What a program must know that reads both coverages, where the reference has but one."""
    return [] if reference.has_witnesses else [Caveat("single_coverage", say("caveat.single_coverage"))]


def note_in_words(note: Note, reference: PlanHeader, plan: PlanHeader, say: Words) -> str:
    """One caveat about a pair of documents."""
    return say(
        f"note.{note}",
        reference=reference.name,
        plan=plan.name,
        plan_id=plan.id,
        reference_id=reference.id,
        plan_issued=plan.issued,
        reference_issued=reference.issued,
        witness=plan.witness,
        parent=_parent(note, reference, plan, say),
    )


def _parent(note: Note, reference: PlanHeader, plan: PlanHeader, say: Words) -> str:
    from plancmp.alignment.notes import common_parent

    return say("title", text=common_parent(reference, plan)) if note is Note.SAME_PARENT else ""


def filters_in_force(selection: Selection, say: Words) -> str:
    """The filters in words; empty when there are none."""
    parts = []
    if selection.measures:
        parts.append(say("filters.measures", ids=say.listed(list(selection.measures))))
    if selection.only:
        verdicts = say.listed([say(f"verdict.{verdict}") for verdict in selection.only])
        parts.append(say("filters.verdicts", verdicts=verdicts))
    if not parts:
        return ""
    return say("label", label=say("filters"), value=say("semicolon").join([*parts, say("filters.scope")]))

"""The explanation of one verdict: everything that led to it, as a value for any output to draw from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.decisions import apply_decisions
from plancmp.alignment.result import CaveatCode, CommitmentResult, DecisionRecord, MeasureResult, PlanHeader
from plancmp.alignment.thresholds import Thresholds, chosen_for
from plancmp.alignment.trace import CommitmentTrace
from plancmp.plans.decisions.model import Decision
from plancmp.plans.model import Plan


@dataclass(frozen=True, slots=True)
class ExplainedCommitment:
    """The verdict on a commitment, and how it came about."""

    result: CommitmentResult
    trace: CommitmentTrace


@dataclass(frozen=True, slots=True)
class Explanation:
    """The proof of the verdict on one measure.

    Attributes:
        reference: the reference.
        plan: the plan that is judged.
        caveats: what a reader must know of this pair.
        measure: the verdict, with what its commitments weigh and the threshold it was judged by.
        commitments: how each commitment was judged.
        thresholds: the thresholds that were applied.
        decisions: what became of the decisions on the whole plan; None where there were none to apply.
    """

    reference: PlanHeader
    plan: PlanHeader
    caveats: tuple[CaveatCode, ...]
    measure: MeasureResult
    commitments: tuple[ExplainedCommitment, ...]
    thresholds: Thresholds
    decisions: DecisionRecord | None = None


def explain_measure(  # noqa: PLR0913 - what is compared, how, and what of it is told
    reference: Plan,
    plan: Plan,
    measure_id: str,
    thresholds: Thresholds | None = None,
    *,
    blind: bool = False,
    decisions: Iterable[Decision] | None = None,
) -> Explanation:
    """Explain the verdict on one measure of the reference, which must have a measure with this id.

    `blind` sets aside what the plan attests as a witness; `decisions` are applied where there are any.
    """
    thresholds = thresholds or chosen_for(reference)
    comparison = compare_plans(reference, plan, thresholds, blind=blind, trace={measure_id})
    if decisions is not None:
        comparison = apply_decisions(comparison, decisions, reference, plan, thresholds)
    measure = next(measure for measure in comparison.measures if measure.id == measure_id)
    return Explanation(
        comparison.reference,
        comparison.plan,
        comparison.caveats,
        measure,
        tuple(ExplainedCommitment(result, result.trace) for result in measure.commitments if result.trace),
        thresholds,
        comparison.decisions,
    )

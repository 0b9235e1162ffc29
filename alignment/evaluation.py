"""Evaluation: what the comparison finds, measured against gold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from plancmp.alignment.answers import programmes_of, wanted_answers
from plancmp.alignment.commitment_evaluation import CommitmentEvaluation, evaluate_commitments
from plancmp.alignment.compare import compare_plans
from plancmp.alignment.gold import Gold, find_current
from plancmp.alignment.measure_evaluation import MeasureEvaluation, evaluate_measures
from plancmp.alignment.thresholds import Thresholds
from plancmp.plans.model import Plan

GRID = tuple(
    Thresholds(present=present, whole=present + gap, adopted=adopted, marked=adopted, link=link)
    for present, gap, adopted, link in product(
        (0.30, 0.35, 0.40, 0.45, 0.50), (0.06, 0.12, 0.18), (0.30, 0.40, 0.50, 0.60), (0.50, 0.60, 0.70, 0.80)
    )
)
"""The cuts that leaving one programme out chooses from."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluation against gold; a part is None where gold holds no such readings.

    Attributes:
        gold: the readings.
        programmes: how many programmes of the reference the readings belong to.
        measures: how far verdicts on measures agree.
        commitments: how far verdicts on commitments agree.
    """

    gold: Gold
    programmes: int
    measures: MeasureEvaluation | None
    commitments: CommitmentEvaluation | None


def evaluate(
    gold: Gold, reference: Plan, plans: Mapping[str, Plan], *, leaving_out: bool = False
) -> Evaluation:
    """Measure the comparison against gold, with what plans attest themselves set aside.

    Args:
        gold: the readings; their items must be the reference's, their plans among `plans`.
        reference: what the plans are compared with.
        plans: the plans by id.
        leaving_out: also measure cuts chosen without the programme they are applied to (slow).
    """
    judged = [plans[plan] for plan in gold.plans]
    own = [compare_plans(reference, plan, blind=True) for plan in judged]
    grid = (
        [[compare_plans(reference, plan, cuts, blind=True) for plan in judged] for cuts in GRID]
        if leaving_out
        else []
    )
    gold = find_current(gold, {each.text: each.id for each in own[0].commitments})
    measures = evaluate_measures(gold.measures, own, grid, reference, judged) if gold.measures else None
    commitments = evaluate_commitments(gold.commitments, own, grid) if gold.commitments else None
    programmes = programmes_of(wanted_answers((*gold.measures, *gold.commitments)))
    return Evaluation(gold, len(programmes), measures, commitments)

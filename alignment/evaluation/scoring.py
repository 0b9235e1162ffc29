"""Evaluation: verdicts on measures and commitments measured against gold, those on measures beside baselines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.baselines import (
    Baseline,
    find_measures,
    predict_by_thresholds,
    threshold_pairs,
)
from plancmp.alignment.evaluation.gold import Gold, Reading, find_current
from plancmp.alignment.evaluation.metrics import (
    Calibration,
    Retrieval,
    measure_calibration,
    measure_retrieval,
)
from plancmp.alignment.evaluation.predictions import (
    AgreementFigures,
    Difference,
    ItemKey,
    Label,
    Labels,
    ParameterGrid,
    find_differences,
    gold_labels,
    leave_one_group_out,
    measure_figures,
    programmes_of,
    select,
)
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Verdict
from plancmp.alignment.thresholds import Thresholds
from plancmp.plans.model import Plan

THRESHOLD_GRID = tuple(
    Thresholds(present=present, whole=present + gap, adopted=adopted, marked=adopted, link=link)
    for present, gap, adopted, link in product(
        (0.30, 0.35, 0.40, 0.45, 0.50), (0.06, 0.12, 0.18), (0.30, 0.40, 0.50, 0.60), (0.50, 0.60, 0.70, 0.80)
    )
)
"""The thresholds that leaving one programme out selects from."""


@dataclass(frozen=True, slots=True)
class MethodFigures:
    """A method's figures as it is, and with its thresholds chosen on the other programmes.

    Attributes:
        baseline: which simple method; None for the comparison itself.
        figures: the comparison with the thresholds it has, a baseline with those that serve it best on this very gold.
        left_out: None where it was not asked for.
    """

    baseline: Baseline | None
    figures: AgreementFigures
    left_out: AgreementFigures | None


@dataclass(frozen=True, slots=True)
class MeasureEvaluation:
    """How far verdicts on measures and their links agree with gold; the comparison comes first among methods."""

    methods: tuple[MethodFigures, ...]
    calibration: Calibration
    differences: tuple[Difference, ...]


def evaluate_measures(
    readings: Sequence[Reading],
    own: Sequence[Comparison],
    grid: Sequence[Sequence[Comparison]],
    reference: Plan,
    plans: Sequence[Plan],
) -> MeasureEvaluation:
    """Measure the comparison and the baselines.

    Args:
        readings: gold.
        own: the comparisons of the plans with the reference.
        grid: the same under each choice of thresholds; empty unless leaving out is asked for.
        reference: what the plans are compared with.
        plans: the plans, for the baselines.
    """
    gold, predicted = gold_labels(readings), _measure_labels(own)
    grid_labels = [_measure_labels(results) for results in grid]
    left_out = measure_figures(gold, leave_one_group_out(grid_labels, gold)) if grid else None
    simple = (
        _baseline(baseline, _baseline_grid(baseline, reference, plans), gold, bool(grid))
        for baseline in Baseline
    )
    return MeasureEvaluation(
        methods=(MethodFigures(None, measure_figures(gold, predicted), left_out), *simple),
        calibration=_calibrate(gold, own),
        differences=find_differences(gold, predicted),
    )


def _measure_labels(comparisons: Iterable[Comparison]) -> dict[ItemKey, Label]:
    return {
        (comparison.plan.id, measure.id): Label(
            measure.verdict, frozenset(match.id for match in measure.matches)
        )
        for comparison in comparisons
        for measure in comparison.measures
    }


def _baseline(
    baseline: Baseline, grid_labels: ParameterGrid, gold: Labels, leaving_out: bool
) -> MethodFigures:
    left_out = measure_figures(gold, leave_one_group_out(grid_labels, gold)) if leaving_out else None
    return MethodFigures(baseline, measure_figures(gold, select(grid_labels, gold)), left_out)


def _baseline_grid(baseline: Baseline, reference: Plan, plans: Sequence[Plan]) -> ParameterGrid:
    found = {plan.id: find_measures(baseline, reference, plan) for plan in plans}
    return [
        {
            (plan, measure): label
            for plan, each in found.items()
            for measure, label in predict_by_thresholds(each, *thresholds).items()
        }
        for thresholds in threshold_pairs(list(found.values()))
    ]


def _calibrate(gold: Labels, own: Sequence[Comparison]) -> Calibration:
    results: dict[ItemKey, MeasureResult] = {
        (comparison.plan.id, measure.id): measure for comparison in own for measure in comparison.measures
    }
    return measure_calibration(
        [(results[key].confidence, results[key].verdict is label.verdict) for key, label in gold.items()]
    )


@dataclass(frozen=True, slots=True)
class CommitmentEvaluation:
    """How far verdicts on commitments agree with gold.

    Attributes:
        figures: the comparison's; links are the measures that the decisive evidence stands in.
        left_out: the same with thresholds chosen on the other programmes; None where it was not asked for.
        reasons: the reasons for weakening, over the commitments that gold and the comparison call weakened.
        differences: where the verdicts differ.
    """

    figures: AgreementFigures
    left_out: AgreementFigures | None
    reasons: Retrieval
    differences: tuple[Difference, ...]


def evaluate_commitments(
    readings: Sequence[Reading], own: Sequence[Comparison], grid: Sequence[Sequence[Comparison]]
) -> CommitmentEvaluation:
    """Measure the comparisons `own`, and those of the `grid` of thresholds if there is one, against the readings."""
    gold, predicted = gold_labels(readings), _commitment_labels(own)
    grid_labels = [_commitment_labels(results) for results in grid]
    return CommitmentEvaluation(
        figures=measure_figures(gold, predicted),
        left_out=measure_figures(gold, leave_one_group_out(grid_labels, gold)) if grid else None,
        reasons=_measure_reasons(readings, own),
        differences=tuple(
            difference
            for difference in find_differences(gold, predicted)
            if difference.gold.verdict is not difference.predicted.verdict
        ),
    )


def _commitment_results(comparisons: Iterable[Comparison]) -> dict[ItemKey, CommitmentResult]:
    return {
        (comparison.plan.id, commitment.id): commitment
        for comparison in comparisons
        for commitment in comparison.commitments
    }


def _commitment_labels(comparisons: Iterable[Comparison]) -> dict[ItemKey, Label]:
    return {
        key: Label(commitment.verdict, frozenset(passage.measure for passage in commitment.evidence[:1]))
        for key, commitment in _commitment_results(comparisons).items()
    }


def _measure_reasons(readings: Iterable[Reading], own: Sequence[Comparison]) -> Retrieval:
    results = _commitment_results(own)
    both = [
        (reading.reasons, frozenset(map(str, result.reasons)))
        for reading in readings
        for result in [results[reading.plan, reading.item]]
        if reading.verdict is result.verdict is Verdict.WEAKENED
    ]
    return measure_retrieval((gold for gold, _ in both), (predicted for _, predicted in both))


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
        leaving_out: also measure thresholds chosen without the programme they are applied to (slow).
    """
    judged = [plans[plan] for plan in gold.plans]
    own = [compare_plans(reference, plan, blind=True) for plan in judged]
    grid = (
        [
            [compare_plans(reference, plan, thresholds, blind=True) for plan in judged]
            for thresholds in THRESHOLD_GRID
        ]
        if leaving_out
        else []
    )
    gold = find_current(gold, {each.text: each.id for each in own[0].commitments})
    measures = evaluate_measures(gold.measures, own, grid, reference, judged) if gold.measures else None
    commitments = evaluate_commitments(gold.commitments, own, grid) if gold.commitments else None
    programmes = programmes_of(gold_labels((*gold.measures, *gold.commitments)))
    return Evaluation(gold, len(programmes), measures, commitments)

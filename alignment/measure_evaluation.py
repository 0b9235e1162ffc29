"""Verdicts on measures and their links measured against gold, beside simple baselines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plancmp.alignment.answers import (
    Answer,
    Answers,
    Difference,
    Figures,
    Key,
    Options,
    choose,
    find_differences,
    leave_one_out,
    measure_figures,
    wanted_answers,
)
from plancmp.alignment.baselines import Baseline, answer_by_cuts, find_measures, possible_cuts
from plancmp.alignment.gold import Reading
from plancmp.alignment.metrics import Calibration, measure_calibration
from plancmp.alignment.result import Comparison, MeasureResult
from plancmp.plans.model import Plan


@dataclass(frozen=True, slots=True)
class MethodFigures:
    """A method's figures as it is, and with its cuts chosen on the other programmes.

    Attributes:
        baseline: which simple method; None for the comparison itself.
        figures: the comparison with the cuts it has, a baseline with those that serve it best on this very gold.
        left_out: None where it was not asked for.
    """

    baseline: Baseline | None
    figures: Figures
    left_out: Figures | None


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
        grid: the same under each choice of cuts; empty unless leaving out is asked for.
        reference: what the plans are compared with.
        plans: the plans, for the baselines.
    """
    wanted, given = wanted_answers(readings), _answers(own)
    options = [_answers(results) for results in grid]
    left_out = measure_figures(wanted, leave_one_out(options, wanted)) if grid else None
    simple = (
        _baseline(baseline, _options(baseline, reference, plans), wanted, bool(grid)) for baseline in Baseline
    )
    return MeasureEvaluation(
        methods=(MethodFigures(None, measure_figures(wanted, given), left_out), *simple),
        calibration=_calibrate(wanted, own),
        differences=find_differences(wanted, given),
    )


def _answers(comparisons: Iterable[Comparison]) -> dict[Key, Answer]:
    return {
        (comparison.plan.id, measure.id): Answer(
            measure.verdict, frozenset(match.id for match in measure.matches)
        )
        for comparison in comparisons
        for measure in comparison.measures
    }


def _baseline(baseline: Baseline, options: Options, wanted: Answers, leaving_out: bool) -> MethodFigures:
    left_out = measure_figures(wanted, leave_one_out(options, wanted)) if leaving_out else None
    return MethodFigures(baseline, measure_figures(wanted, choose(options, wanted)), left_out)


def _options(baseline: Baseline, reference: Plan, plans: Sequence[Plan]) -> Options:
    found = {plan.id: find_measures(baseline, reference, plan) for plan in plans}
    return [
        {
            (plan, measure): answer
            for plan, each in found.items()
            for measure, answer in answer_by_cuts(each, *cuts).items()
        }
        for cuts in possible_cuts(list(found.values()))
    ]


def _calibrate(wanted: Answers, own: Sequence[Comparison]) -> Calibration:
    results: dict[Key, MeasureResult] = {
        (comparison.plan.id, measure.id): measure for comparison in own for measure in comparison.measures
    }
    return measure_calibration(
        [(results[key].confidence, results[key].verdict is answer.verdict) for key, answer in wanted.items()]
    )

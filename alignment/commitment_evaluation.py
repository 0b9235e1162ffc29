"""Verdicts on commitments, their reasons and their evidence measured against gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plancmp.alignment.answers import (
    Answer,
    Difference,
    Figures,
    Key,
    find_differences,
    leave_one_out,
    measure_figures,
    wanted_answers,
)
from plancmp.alignment.gold import Reading
from plancmp.alignment.metrics import Retrieval, measure_retrieval
from plancmp.alignment.result import CommitmentResult, Comparison, Verdict


@dataclass(frozen=True, slots=True)
class CommitmentEvaluation:
    """How far verdicts on commitments agree with gold.

    Attributes:
        figures: the comparison's; links are the measures that the decisive evidence stands in.
        left_out: the same with cuts chosen on the other programmes; None where it was not asked for.
        reasons: the reasons for weakening, over the commitments that gold and the comparison call weakened.
        differences: where the verdicts differ.
    """

    figures: Figures
    left_out: Figures | None
    reasons: Retrieval
    differences: tuple[Difference, ...]


def evaluate_commitments(
    readings: Sequence[Reading], own: Sequence[Comparison], grid: Sequence[Sequence[Comparison]]
) -> CommitmentEvaluation:
    """Measure the comparisons `own`, and those of the `grid` of cuts if there is one, against the readings."""
    wanted, given = wanted_answers(readings), _answers(own)
    options = [_answers(results) for results in grid]
    return CommitmentEvaluation(
        figures=measure_figures(wanted, given),
        left_out=measure_figures(wanted, leave_one_out(options, wanted)) if grid else None,
        reasons=_measure_reasons(readings, own),
        differences=tuple(
            difference
            for difference in find_differences(wanted, given)
            if difference.wanted.verdict is not difference.given.verdict
        ),
    )


def _results(comparisons: Iterable[Comparison]) -> dict[Key, CommitmentResult]:
    return {
        (comparison.plan.id, commitment.id): commitment
        for comparison in comparisons
        for commitment in comparison.commitments
    }


def _answers(comparisons: Iterable[Comparison]) -> dict[Key, Answer]:
    return {
        key: Answer(commitment.verdict, frozenset(passage.measure for passage in commitment.evidence[:1]))
        for key, commitment in _results(comparisons).items()
    }


def _measure_reasons(readings: Iterable[Reading], own: Sequence[Comparison]) -> Retrieval:
    results = _results(own)
    both = [
        (reading.reasons, frozenset(map(str, result.reasons)))
        for reading in readings
        for result in [results[reading.plan, reading.item]]
        if reading.verdict is result.verdict is Verdict.WEAKENED
    ]
    return measure_retrieval((wanted for wanted, _ in both), (given for _, given in both))

"""The counts of a comparison, computed once for every output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Verdict, coverage


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items there are and how many have each verdict."""

    total: int
    verdicts: dict[Verdict, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a whole comparison; coverages are shares, 0-1."""

    measures: Tally
    commitments: Tally
    independent: int
    coverage: float
    coverage_independent: float


def tally(items: Iterable[MeasureResult | CommitmentResult]) -> Tally:
    """Count items by verdict."""
    found = [item.verdict for item in items]
    return Tally(len(found), {verdict: found.count(verdict) for verdict in Verdict})


def summarise(comparison: Comparison) -> Summary:
    """The figures of a comparison; filters play no part in them."""
    commitments = tuple(comparison.commitments)
    independent = tuple(commitment for commitment in commitments if commitment.independent)
    return Summary(
        tally(comparison.measures),
        tally(commitments),
        len(independent),
        coverage(commitments),
        coverage(independent),
    )

"""The counts of a comparison, computed once for every output."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from plancmp.alignment.result import POINTS, CommitmentResult, Comparison, MeasureResult, Verdict


class Tally(NamedTuple):
    """How many items there are of each verdict."""

    adopted: int = 0
    weakened: int = 0
    omitted: int = 0

    @property
    def total(self) -> int:
        """How many items there are."""
        return self.adopted + self.weakened + self.omitted

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """The counts by verdict, the best verdict first."""
        return dict(zip(Verdict, (self.adopted, self.weakened, self.omitted), strict=True))

    @property
    def coverage(self) -> float:
        """Share of the items that is carried, a weakened one counting half (0-1; 0 when there are none)."""
        return (self.adopted + POINTS[Verdict.WEAKENED] * self.weakened) / (self.total or 1)


class Summary(NamedTuple):
    """The figures of a whole comparison: measures, all commitments, and the independent ones among them."""

    measures: Tally
    commitments: Tally
    independent_commitments: Tally

    @property
    def independent(self) -> int:
        """How many commitments stand without the judged plan's witness."""
        return self.independent_commitments.total

    @property
    def coverage(self) -> float:
        """Share of all commitments that is carried, 0-1."""
        return self.commitments.coverage

    @property
    def coverage_independent(self) -> float:
        """Share of the independent commitments that is carried, 0-1."""
        return self.independent_commitments.coverage


def add_tallies(tallies: Collection[Tally]) -> Tally:
    """Count together what several tallies count."""
    return Tally(
        sum(tally.adopted for tally in tallies),
        sum(tally.weakened for tally in tallies),
        sum(tally.omitted for tally in tallies),
    )


def tally(items: Iterable[MeasureResult | CommitmentResult]) -> Tally:
    """Count items by verdict."""
    found = [item.verdict for item in items]
    return Tally(*(found.count(verdict) for verdict in Verdict))


def tally_independent(commitments: Iterable[CommitmentResult]) -> Tally:
    """Count by verdict those commitments that stand without the judged plan's witness."""
    return tally(commitment for commitment in commitments if commitment.independent)


def summarise(comparison: Comparison) -> Summary:
    """The figures of a comparison; filters play no part in them."""
    return Summary(
        tally(comparison.measures), tally(comparison.commitments), tally_independent(comparison.commitments)
    )

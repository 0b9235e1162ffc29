"""Which plans resemble each other: on how many commitments both have the same verdict, and which plans go together.

The share of equal verdicts is the simple matching coefficient. Groups are joined by average linkage (UPGMA), the
most alike first; both as in Sokal & Michener, A statistical method for evaluating systematic relationships (1958).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from plancmp.alignment.result import Verdict


class Group(NamedTuple):
    """Plans that go together.

    Attributes:
        members: their indices, in an order in which nobody stands between those who go together.
        share: the mean share of equal verdicts between the two groups it was joined from (0-1); 1 for one plan.
        parts: these two groups; none for one plan.
    """

    members: tuple[int, ...]
    share: float = 1.0
    parts: tuple[Group, ...] = ()


class Resemblance(NamedTuple):
    """How far plans agree.

    Attributes:
        total: how many commitments each was judged on, at least one.
        same: for each pair of plans, by index, on how many of them both have the same verdict.
        whole: all plans as one group of groups.
    """

    total: int
    same: tuple[tuple[int, ...], ...]
    whole: Group

    def share(self, one: int, other: int) -> float:
        """The share of commitments with the same verdict in both (0-1)."""
        return self.same[one][other] / self.total

    @property
    def most_alike(self) -> tuple[int, int]:
        """The two plans that agree most, the first of equals."""
        return max(self._pairs, key=lambda pair: self.same[pair[0]][pair[1]])

    @property
    def least_alike(self) -> tuple[int, int]:
        """The two plans that agree least, the first of equals."""
        return min(self._pairs, key=lambda pair: self.same[pair[0]][pair[1]])

    @property
    def _pairs(self) -> list[tuple[int, int]]:
        return list(combinations(range(len(self.same)), 2))


def find_resemblance(plans: Sequence[Sequence[Verdict]]) -> Resemblance:
    """Compare plans by their verdicts.

    Args:
        plans: at least two, each the verdicts on the same commitments in the same order; at least one commitment.
    """
    same = tuple(
        tuple(sum(mine is theirs for mine, theirs in zip(one, other, strict=True)) for other in plans)
        for one in plans
    )
    total = len(plans[0])
    return Resemblance(total, same, _join([[count / total for count in row] for row in same]))


def _join(shares: Sequence[Sequence[float]]) -> Group:
    """Join the two groups that are most alike until one is left; of equals those that stand first."""
    groups = {place: Group((place,)) for place in range(len(shares))}
    alike = {pair: shares[pair[0]][pair[1]] for pair in combinations(groups, 2)}
    while alike:
        one, other = max(alike, key=lambda pair: (alike[pair], -pair[0], -pair[1]))
        share, mine, theirs = alike.pop((one, other)), groups[one], groups.pop(other)
        groups[one] = Group(mine.members + theirs.members, share, (mine, theirs))
        for third in groups.keys() - {one}:
            near, far = (min(one, third), max(one, third)), (min(other, third), max(other, third))
            whole = alike[near] * len(mine.members) + alike.pop(far) * len(theirs.members)
            alike[near] = whole / (len(mine.members) + len(theirs.members))
    return groups[0]

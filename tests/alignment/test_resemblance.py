"""Which plans resemble each other: shares of equal verdicts, and groups by average linkage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancmp.alignment.resemblance import Group, find_resemblance
from plancmp.alignment.result import Verdict

LETTERS = {"a": Verdict.ADOPTED, "w": Verdict.WEAKENED, "o": Verdict.OMITTED}


def plans(*written: str) -> list[list[Verdict]]:
    return [[LETTERS[letter] for letter in word] for word in written]


def test_the_share_is_that_of_commitments_with_the_same_verdict() -> None:
    found = find_resemblance(plans("aawo", "aaoo", "oooo"))
    assert found.total == 4
    assert found.same == ((4, 3, 1), (3, 4, 2), (1, 2, 4))
    assert found.share(0, 1) == 0.75
    assert found.most_alike == (0, 1)
    assert found.least_alike == (0, 2)


def test_groups_are_joined_by_the_mean_of_their_shares() -> None:
    whole = find_resemblance(plans("aawo", "oooo", "aaoo")).whole
    pair = Group((0, 2), 0.75, (Group((0,)), Group((2,))))
    assert whole == Group((0, 2, 1), (0.25 + 0.5) / 2, (pair, Group((1,))))


def test_two_plans_are_one_group() -> None:
    assert find_resemblance(plans("aw", "ow")).whole.share == 0.5


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.sampled_from(Verdict), min_size=size, max_size=size), min_size=2, max_size=7
        )
    )
)
def test_every_plan_stands_once_and_no_group_is_more_alike_than_what_it_joins(
    found: list[list[Verdict]],
) -> None:
    resemblance = find_resemblance(found)
    assert sorted(resemblance.whole.members) == list(range(len(found)))
    groups = [resemblance.whole]
    while groups:
        group = groups.pop()
        pairs = [
            resemblance.share(one, other)
            for one in (group.parts[0].members if group.parts else ())
            for other in group.parts[1].members
        ]
        assert not pairs or group.share == pytest.approx(sum(pairs) / len(pairs))
        assert all(part.share >= group.share - 1e-9 for part in group.parts)
        groups += group.parts

"""The work the review queue saves: how much of the errors its first part holds; docs/review.md has the figures.

Aimed at is .80 of what the first 20 % could hold, and a kappa of .90 on the four plans after agreeing with the gold on
these 20 %. The floors are what holds, with room for verdicts that are tuned otherwise.
"""

from __future__ import annotations

import pytest

from tests.gold.queue_curve import GROUPS, group_figures

FLOORS = {
    "four plans, blind": (0.52, 0.86),
    "four plans, as shown": (0.52, 0.86),
    "fictional counties": (0.58, 0.92),
    "paraphrased counties": (0.58, 0.88),
}


@pytest.mark.parametrize("group", GROUPS)
def test_the_first_fifth_of_the_queue(group: str) -> None:
    held, kappa = FLOORS[group]
    found = group_figures(group)
    assert found.held[1] >= held, found
    assert found.kappa_after >= kappa, found
    assert found.kappa_after > found.kappa

"""The work the review queue saves: how much of the errors its first part holds. The floors are rounded down.

Aimed at is .80 of what the first 20 % could hold, which is not reached (.59 to .69), and a kappa of .90 on the four
plans after agreeing with the gold on these 20 %, which is .89. On plans left out the same order holds .58, .60, .70
and .58; a forest that knows all there is of a commitment .71, .70, .78 and .58.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.queue_curve import GROUPS, group_figures, table

FLOORS = {
    "four plans, blind": (0.58, 0.87),
    "four plans, as shown": (0.57, 0.88),
    "fictional counties": (0.66, 0.93),
    "paraphrased counties": (0.58, 0.87),
}


def test_the_guide_states_what_is_measured() -> None:
    assert table() in (Path(__file__).parents[2] / "docs" / "review.md").read_text("utf-8")


@pytest.mark.parametrize("group", GROUPS)
def test_the_first_fifth_of_the_queue(group: str) -> None:
    held, kappa = FLOORS[group]
    found = group_figures(group)
    assert found.held[1] >= held, found
    assert found.kappa_after >= kappa, found
    assert found.kappa_after > found.kappa

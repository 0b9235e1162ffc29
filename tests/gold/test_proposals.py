"""Recorded answers of language models: they are proved today, and make no verdict worse."""

from __future__ import annotations

import pytest

from tests.gold.consultation import consulted, figures, recorded

PLANS = recorded()


@pytest.mark.parametrize("name", PLANS)
def test_few_answers_are_refused(name: str) -> None:
    found = consulted(name)
    assert len(found.settled.proposals) >= 0.95 * found.asked


@pytest.mark.parametrize("name", PLANS)
def test_proposals_make_verdicts_no_worse(name: str) -> None:
    (_, alone), (_, both) = figures(name)
    assert both.commitments >= alone.commitments
    assert both.found >= alone.found

"""Recorded answers of language models: they are proved today, and make no verdict worse."""

from __future__ import annotations

import pytest

from plancmp.alignment.consultation.question import Scope
from tests.gold.consultation import consulted, cost, recorded, refused, rows

PLANS = recorded()


@pytest.mark.parametrize("name", PLANS)
def test_few_answers_are_refused(name: str) -> None:
    found = consulted(name)
    assert refused(found) <= 0.05 * found.asked


@pytest.mark.parametrize("name", PLANS)
def test_proposals_make_verdicts_no_worse(name: str) -> None:
    tool, _, both = rows(name)
    assert both.commitments_kappa >= tool.commitments_kappa
    assert both.found >= tool.found


def test_the_whole_reference_in_one_request_costs_least() -> None:
    whole, parts = cost(None, Scope.REFERENCE), cost(None, Scope.PROGRAMME)
    assert (whole.requests, parts.requests) == (1, 7)
    assert whole.characters < parts.characters
    assert cost(0.2, Scope.REFERENCE).characters < whole.characters

"""An official text as reference: what its drafted commitments state, and what recorded answers on them are worth."""

from __future__ import annotations

import pytest

from tests.gold.official import (
    TEXTS,
    answers_on,
    asked_draft,
    draft_score,
    drafted,
    official_case,
    rows_of,
)


@pytest.mark.parametrize("name", TEXTS)
def test_drafted_commitments_have_gold_where_they_overlap_what_states_it(name: str) -> None:
    case = official_case(name, "county-j", proposed=False)
    made = drafted(name, proposed=False)
    assert len(case.commitments) == sum(bool(states) for states in made.states.values())
    assert len(case.commitments) >= 0.7 * len(made.states)
    assert {measure.id for measure in made.plan.measures} == set(case.measures)


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("reference-3", 0.81, 0.96), ("reference-4", 0.65, 0.99)]
)
def test_a_model_s_draft_finds_what_the_text_promises(name: str, precision: float, recall: float) -> None:
    found = draft_score(name, proposed=True)
    assert found.precision >= precision
    assert found.recall >= recall
    assert len(asked_draft(name).proposals) == 30, "a draft for each measure, none refused"


@pytest.mark.parametrize(("name", "plan", "proposed"), answers_on())
def test_proposals_on_an_official_text_find_more_and_measures_gain(
    name: str, plan: str, proposed: bool
) -> None:
    """Kappa of commitments need not rise: the gold was read on the reconstruction's words, not on the text's."""
    tool, _, both = rows_of(name, plan, proposed=proposed)
    assert both.found >= tool.found
    assert both.measures_kappa >= tool.measures_kappa

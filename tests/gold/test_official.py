"""An official text as reference: what its drafted commitments state, and what recorded answers on them are worth."""

from __future__ import annotations

import pytest

from tests.gold.official import (
    TEXTS,
    answers_on,
    draft_score,
    drafted,
    official_case,
    recorded_drafts,
    rows_of,
)


@pytest.mark.parametrize("name", TEXTS)
def test_drafted_commitments_have_gold_where_they_overlap_what_states_it(name: str) -> None:
    case = official_case(name, "county-j", proposed=False)
    made = drafted(name, proposed=False)
    assert len(case.commitments) == sum(bool(states) for states in made.states.values())
    assert len(case.commitments) >= 0.7 * len(made.states)
    assert {measure.id for measure in made.plan.measures} == set(case.measures)


@pytest.mark.parametrize("name", recorded_drafts())
def test_a_model_s_draft_is_no_worse_than_the_rules(name: str) -> None:
    rules, model = (draft_score(name, proposed=proposed) for proposed in (False, True))
    assert model.precision >= rules.precision
    assert model.recall >= 0.9 * rules.recall


@pytest.mark.parametrize(("name", "plan", "proposed"), answers_on())
def test_proposals_on_an_official_text_make_verdicts_no_worse(name: str, plan: str, proposed: bool) -> None:
    tool, _, both = rows_of(name, plan, proposed=proposed)
    assert both.commitments_kappa >= tool.commitments_kappa
    assert both.found >= tool.found

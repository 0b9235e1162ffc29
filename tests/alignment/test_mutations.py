"""Plans changed in one known way: the verdict and its reason must be the ones the change calls for.

`python -m tools.mutations` prints the table of kinds, with `--show` also every case that came out wrong.
"""

from __future__ import annotations

import pytest

from plancmp.alignment.result import Verdict
from tests.alignment.editing import IMPLEMENTING, measure_of, plan_named
from tests.alignment.mutation_targets import unmutated
from tests.alignment.mutations import CLAUSE_KINDS, KINDS, cases_of, outcomes_of
from tools.mutations import describe, row

RIGHT = 0.96
OTHERWISE_CARRIED = 0.91
"""What is reached, rounded down: another clause at times still carries what was dropped at one place."""


@pytest.mark.parametrize("kind", KINDS)
class TestMutation:
    def test_gives_the_right_verdict_for_the_right_reason(self, kind: str) -> None:
        outcomes = outcomes_of(kind)
        wrong = [line for outcome in outcomes if outcome.wrong for line in describe(outcome)]
        right = sum(not outcome.wrong for outcome in outcomes)
        floor = OTHERWISE_CARRIED if kind == "commitment dropped" else RIGHT
        assert right / len(outcomes) >= floor, "\n".join([row(kind), *wrong])

    def test_leaves_measures_alone_that_it_did_not_touch(self, kind: str) -> None:
        disturbed = [outcome for outcome in outcomes_of(kind) if outcome.disturbed]
        assert [line for outcome in disturbed for line in describe(outcome)] == []


class TestTheSuiteIsSound:
    def test_there_are_enough_cases(self) -> None:
        assert sum(len(cases_of(kind)) for kind in KINDS) >= 500

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_changes_every_plan(self, kind: str) -> None:
        assert {case.base for case in cases_of(kind)} == set(IMPLEMENTING)
        assert all(case.plan != plan_named(case.base) for case in cases_of(kind))

    @pytest.mark.parametrize("kind", CLAUSE_KINDS)
    def test_a_changed_clause_carried_an_adopted_commitment(self, kind: str) -> None:
        for case in cases_of(kind):
            before = {result.id: result for result in unmutated(case.base).commitments}
            assert all(before[each.commitment].verdict is Verdict.ADOPTED for each in case.expected)
            assert all(quote in measure_of(plan_named(case.base), place).text for place, quote in case.edited)

"""The checks together give every reason, each check its own, and what they find is recorded only when asked for."""

from __future__ import annotations

from collections import Counter

from plancmp.alignment.checks import CHECKS, OVERRIDING
from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import Reason
from tests.alignment.small_plans import small_plan, small_reference

OF_NO_CHECK = {Reason.COMMITMENT_OMITTED}
"""It follows from what is found at all."""


def test_every_reason_is_given_by_one_check() -> None:
    given = Counter(reason for check in CHECKS for reason in check.reasons)
    assert given == Counter(set(Reason) - OF_NO_CHECK)


def test_a_check_overrides_the_measure_only_by_its_own_reasons() -> None:
    assert all(check.overriding <= check.reasons for check in CHECKS)
    assert {Reason.TARGET_LOWERED, Reason.DEADLINE_LATER, Reason.MADE_CONDITIONAL} == OVERRIDING


def test_how_a_commitment_was_judged_is_recorded_for_the_measures_asked_for_alone() -> None:
    silent = compare_plans(small_reference(), small_plan())
    assert all(commitment.trace is None for commitment in silent.commitments)
    telling = compare_plans(small_reference(), small_plan(), trace={"2.1"})
    for measure in telling.measures:
        assert all((each.trace is not None) == (measure.id == "2.1") for each in measure.commitments)
    without = [each._replace(trace=None) for each in telling.commitments]
    assert without == list(silent.commitments)

"""The negative control: a plan on another subject, in the same official language, adopts nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Plan
from tests.alignment.editing import REFERENCE, plan_named

HEATING = Path(__file__).parent / "data" / "heating.txt"


def heating_plan() -> Plan:
    return encode_document(HEATING.read_bytes(), plan_id="heating", level="prefecture").plan


@cache
def compared() -> Comparison:
    return compare_plans(plan_named(REFERENCE), heating_plan())


def test_the_plan_on_urban_heating_is_read_whole() -> None:
    plan = heating_plan()
    assert [len(programme.measures) for programme in plan.programmes] == [4, 4, 4]
    assert plan.name == "云岭市"
    assert all(measure.text and measure.agencies != type(measure.agencies)() for measure in plan.measures)


def test_no_measure_is_adopted() -> None:
    adopted = [measure.id for measure in compared().measures if measure.verdict is Verdict.ADOPTED]
    assert adopted == []


def test_no_commitment_is_adopted() -> None:
    adopted = [
        (commitment.id, commitment.text, commitment.evidence[0].quote)
        for commitment in compared().commitments
        if commitment.verdict is Verdict.ADOPTED
    ]
    assert adopted == []


def test_hardly_any_passage_is_taken_for_an_answer() -> None:
    """A stray partial match is a fault to look at, more than one in a hundred commitments is a broken threshold."""
    found = [
        (commitment.id, commitment.text, commitment.evidence[0].quote)
        for commitment in compared().commitments
        if commitment.verdict is not Verdict.OMITTED
    ]
    assert len(found) <= len(list(compared().commitments)) // 100, found


def test_everything_in_it_is_an_addition() -> None:
    added = {addition.measure for addition in compared().additions}
    assert added == {measure.id for measure in heating_plan().measures}

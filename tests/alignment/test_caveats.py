"""Who implements what, as headers tell it, and a witness that is recognised by its text."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import PreparedReference, compare_plans
from plancmp.alignment.measure_explanation import explain_measure
from plancmp.alignment.pair_caveats import common_parent, find_caveats, implements
from plancmp.alignment.result import CaveatCode, header_of
from plancmp.plans.library import Library
from plancmp.plans.model import ImplementedDocument, Plan
from plancmp.plans.reading import load_plan

LIBRARY = Library()
PLANS = {path.stem: load_plan(path) for path in LIBRARY.paths()}
PROVINCE = PLANS["shandong"]
WITNESSES = ("binzhou", "qingzhou", "yicheng")


def renamed(plan: Plan, plan_id: str = "my-county") -> Plan:
    return plan.model_copy(update={"id": plan_id, "level": None, "aliases": ()})


def caveats(reference: Plan, plan: Plan) -> tuple[CaveatCode, ...]:
    return find_caveats(header_of(reference), header_of(plan))


@pytest.mark.parametrize(
    ("plan", "reference", "expected"),
    [
        *(
            (witness, "shandong", True) for witness in WITNESSES
        ),  # by number, through the prefecture, by title
        ("liaocheng", "shandong", False),
        *((first, other, False) for first in WITNESSES for other in WITNESSES),
        *(("shandong", plan, False) for plan in PLANS),
    ],
)
def test_headers_say_who_implements_whom(plan: str, reference: str, expected: bool) -> None:
    assert implements(PLANS[plan], PLANS[reference]) is expected


def test_a_title_with_another_place_is_no_proof_among_equals() -> None:
    neighbour = PLANS["qingzhou"].model_copy(
        update={"id": "shouguang", "name": "寿光市", "title": "寿光市县域经济高质量发展三年行动方案"}
    )
    assert not implements(PLANS["qingzhou"], neighbour)
    assert not implements(neighbour, PLANS["qingzhou"])


@pytest.mark.parametrize(
    ("one", "other"), [(one, other) for one in WITNESSES for other in WITNESSES if one != other]
)
def test_plans_of_one_parent_are_told_of_it(one: str, other: str) -> None:
    found = caveats(PLANS[one], PLANS[other])
    assert {CaveatCode.IMPLEMENTS_OTHER, CaveatCode.SAME_PARENT} <= set(found)
    assert "县域经济高质量发展三年行动方案" in (common_parent(PLANS[one], PLANS[other]) or "")


def test_plans_of_different_parents_have_none_in_common() -> None:
    assert common_parent(PLANS["yicheng"], PLANS["liaocheng"]) is None
    assert CaveatCode.SAME_PARENT not in caveats(PLANS["yicheng"], PLANS["liaocheng"])


def test_a_plan_that_names_nothing_is_counted_and_told_where_it_may_answer() -> None:
    silent = PLANS["liaocheng"].model_copy(
        update={"implements": (), "issued": None, "title": "聊城市实施方案"}
    )
    assert caveats(PROVINCE, silent) == (CaveatCode.RECONSTRUCTED, CaveatCode.IMPLEMENTS_UNSTATED)
    assert caveats(PLANS["yicheng"], silent) == (CaveatCode.NOT_BELOW_REFERENCE, CaveatCode.DRAFTED)
    assert caveats(PLANS["yicheng"], PROVINCE)[0] is CaveatCode.NOT_BELOW_REFERENCE


def test_a_document_named_inside_another_title_is_a_parent() -> None:
    plan = PLANS["liaocheng"].model_copy(
        update={
            "implements": (
                ImplementedDocument(
                    title="某市贯彻〈山东省县域经济高质量发展三年行动方案(2023—2025年)〉的方案"
                ),
            )
        }
    )
    assert implements(plan, PROVINCE)
    assert common_parent(plan, PLANS["binzhou"]) == "山东省县域经济高质量发展三年行动方案(2023—2025年)"


class TestAWitnessUnderAnotherId:
    @pytest.mark.parametrize("witness", WITNESSES)
    def test_is_judged_as_the_witness_is(self, witness: str) -> None:
        own = compare_plans(PROVINCE, PLANS[witness])
        found = compare_plans(PROVINCE, renamed(PLANS[witness]))
        assert found.programmes == own.programmes
        assert found.plan.witness == own.plan.witness == witness
        assert CaveatCode.WITNESS_TEXT in found.caveats
        assert CaveatCode.WITNESS_TEXT not in own.caveats

    def test_is_recognised_with_other_punctuation_and_spaces(self) -> None:
        plan = renamed(PLANS["qingzhou"])
        altered = Plan.model_validate_json(
            plan.model_dump_json(by_alias=True).replace("，", ", ").replace("“", "「").replace("％", "%")
        )
        assert PreparedReference(PROVINCE).witness_of(altered) == "qingzhou"

    def test_is_recognised_under_the_id_of_another_witness(self) -> None:
        assert PreparedReference(PROVINCE).witness_of(renamed(PLANS["qingzhou"], "yicheng")) == "qingzhou"

    def test_is_explained_by_the_words_of_others(self) -> None:
        explanation = explain_measure(PROVINCE, renamed(PLANS["qingzhou"]), "1.2")
        wordings = [wording for each in explanation.commitments for wording in each.trace.wordings]
        assert any(wording.plan == "qingzhou" for wording in wordings)
        assert not any(wording.used for wording in wordings if wording.plan == "qingzhou")

    @pytest.mark.parametrize("plan", ["liaocheng", "shandong"])
    def test_no_other_plan_is_taken_for_one(self, plan: str) -> None:
        assert PreparedReference(PROVINCE).witness_of(PLANS[plan]) is None

    def test_half_of_a_witness_is_not_the_witness(self) -> None:
        plan = renamed(PLANS["qingzhou"])
        half = plan.model_copy(update={"programmes": plan.programmes[:4]})
        assert PreparedReference(PROVINCE).witness_of(half) is None

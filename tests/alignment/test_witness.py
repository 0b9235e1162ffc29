"""Attestation: what a witness of the reference says is its evidence, as long as it still says it."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import Basis, CaveatCode, CommitmentResult, Reason, Verdict
from plancmp.plans.model import Plan
from tests.alignment.editing import REFERENCE, plan_named

QUOTE = "依法向乡镇(街道)赋权"
"""With these words, unlike those of any other witness, Binzhou attests 6.1.1."""


def result(plan: Plan, commitment: str = "6.1.1", *, blind: bool = False) -> CommitmentResult:
    found = compare_plans(plan_named(REFERENCE), plan, blind=blind).commitments
    return next(each for each in found if each.id == commitment)


def reworded(old: str, new: str) -> Plan:
    """Binzhou's plan with one stretch of its text put otherwise."""
    text = plan_named("binzhou").model_dump_json(by_alias=True)
    assert old in text
    return Plan.model_validate_json(text.replace(old, new))


def test_the_quote_is_the_evidence_and_carries_the_whole() -> None:
    found = result(plan_named("binzhou"))
    assert (found.verdict, found.basis) == (Verdict.ADOPTED, Basis.ATTESTED)
    assert QUOTE in found.evidence[0].quote
    assert Reason.PARTIAL_MATCH not in found.reasons


def test_blind_sets_it_aside() -> None:
    assert result(plan_named("binzhou"), "6.2.1").basis is Basis.ATTESTED
    found = result(plan_named("binzhou"), "6.2.1", blind=True)
    assert found.basis is Basis.FOUND
    assert found.verdict is Verdict.OMITTED


def test_other_punctuation_keeps_it_and_other_words_lose_it() -> None:
    assert result(reworded(QUOTE, "依法，向乡镇【街道】赋权")).basis is Basis.ATTESTED
    assert result(reworded(QUOTE, "严格控制编制")).basis is Basis.FOUND


def test_what_is_taken_back_is_not_attested() -> None:
    assert result(reworded(QUOTE, f"不再{QUOTE}")).basis is Basis.FOUND


def test_it_holds_by_the_text_and_not_by_the_id() -> None:
    copy = plan_named("binzhou").model_copy(update={"id": "other"})
    assert result(copy).basis is Basis.ATTESTED


@pytest.mark.parametrize("plan", ["binzhou", "yicheng", "qingzhou"])
def test_every_quote_on_file_is_evidence(plan: str) -> None:
    attested = {
        commitment.id
        for commitment in plan_named(REFERENCE).commitments
        if any(witness.plan == plan for witness in commitment.attesting)
    }
    comparison = compare_plans(plan_named(REFERENCE), plan_named(plan))
    assert {each.id for each in comparison.commitments if each.basis is Basis.ATTESTED} == attested
    assert CaveatCode.ATTESTED in comparison.caveats


def test_a_plan_that_is_no_witness_attests_nothing() -> None:
    comparison = compare_plans(plan_named(REFERENCE), plan_named("liaocheng"))
    assert {each.basis for each in comparison.commitments} == {Basis.FOUND}
    assert CaveatCode.ATTESTED not in comparison.caveats

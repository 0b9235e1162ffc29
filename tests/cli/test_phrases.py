"""Reasons in words: the weightiest comes first, nouns agree with their numbers, witnesses have names."""

from __future__ import annotations

import pytest

from plancmp.alignment.result import CommitmentResult, MeasureResult, Passage, Reason, Verdict
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.views.fields import commitment_fields
from plancmp.cli.views.reasons import explain_commitment, explain_measure, gravest_change, quoted_passages
from tests.cli.conftest import ADOPTED, OMITTED

CHINESE, ENGLISH = Words(Language.CHINESE), Words(Language.ENGLISH)
TITLE = "稳慎推进农村宅基地改革"


def weakened(text: str, *reasons: Reason) -> CommitmentResult:
    verdict = Verdict.WEAKENED if reasons else Verdict.ADOPTED
    return ADOPTED._replace(
        text=text, verdict=verdict, reasons=reasons, strengthened=False, targets=(), central=False
    )


def measure(*commitments: CommitmentResult) -> MeasureResult:
    found = {reason for commitment in commitments for reason in commitment.reasons}
    if any(commitment.verdict is Verdict.OMITTED for commitment in commitments):
        found.add(Reason.COMMITMENT_OMITTED)
    reasons = tuple(reason for reason in Reason if reason in found)
    return MeasureResult("4.4", TITLE, Verdict.WEAKENED, 0.4, 0.8, reasons, (), commitments)


@pytest.mark.parametrize(
    "reason",
    [
        Reason.TARGET_LOWERED,
        Reason.DEADLINE_LATER,
        Reason.OBLIGATION_SOFTENED,
        Reason.MADE_CONDITIONAL,
    ],
)
def test_what_weakens_the_central_commitment_is_told_before_what_happens_beside_it(reason: Reason) -> None:
    beside = weakened("盘活闲置房屋", Reason.PARTIAL_MATCH)
    central = weakened("推进农村宅基地改革", reason)._replace(central=True)
    told = explain_measure(measure(beside, central, OMITTED), CHINESE).split("；")
    assert told[0] == f"{CHINESE(f'reason.{reason}')}：推进农村宅基地改革"
    assert [told[1].partition("：")[0], told[2]] == ["缺失 1/3", "部分承接：盘活闲置房屋"]


def test_an_omitted_central_commitment_is_told_first() -> None:
    beside = weakened("盘活闲置房屋", Reason.MADE_CONDITIONAL)
    central = OMITTED._replace(text="推进农村宅基地改革", central=True)
    assert explain_measure(measure(beside, central), CHINESE).startswith("缺失 1/2：推进农村宅基地改革；")


def test_a_lowered_number_is_told_before_all_else_wherever_it_stands() -> None:
    beside = weakened("盘活闲置房屋", Reason.TARGET_LOWERED)
    central = OMITTED._replace(text="推进农村宅基地改革", central=True)
    assert explain_measure(measure(beside, central), CHINESE).startswith("目标降低：盘活闲置房屋；缺失 1/2")


def test_with_the_central_commitment_adopted_the_graver_reason_is_told_first() -> None:
    first, second = (
        weakened("盘活闲置房屋", Reason.PARTIAL_MATCH),
        weakened("确权登记", Reason.MADE_CONDITIONAL),
    )
    told = explain_measure(measure(weakened("推进农村宅基地改革"), first, second), CHINESE)
    assert told == "改为有条件：确权登记；部分承接：盘活闲置房屋"


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.COMMITMENT_OMITTED])
def test_no_reason_vanishes_from_what_is_told(reason: Reason) -> None:
    bearer = weakened("盘活闲置房屋", reason)
    assert CHINESE(f"reason.{reason}") in explain_commitment(bearer, CHINESE)
    assert CHINESE(f"reason.{reason}") in explain_measure(measure(weakened("别的"), bearer), CHINESE)
    assert CHINESE(f"reason.{reason}") in gravest_change(measure(weakened("别的"), bearer), CHINESE)


def test_a_section_is_named_by_its_title_to_people_and_by_its_id_to_programs() -> None:
    passage = Passage("S2", "地区生产总值突破800亿元", 0.31, "主要目标")
    found, absent = ADOPTED._replace(evidence=(passage,)), OMITTED._replace(nearest=(passage,))
    assert quoted_passages(found, CHINESE) == ["主要目标 「地区生产总值突破800亿元」"]
    for words in (CHINESE, ENGLISH):
        (line,) = quoted_passages(absent, words)
        assert "主要目标" in line
        assert "S2" not in line
    assert commitment_fields(found)["evidence"] == [
        {"measure": "S2", "quote": "地区生产总值突破800亿元", "score": 0.31}
    ]


def test_a_noun_agrees_with_its_number() -> None:
    assert ENGLISH("check.faults", faults=1, files=1) == "1 fault in 1 file."
    assert ENGLISH("check.faults", faults=3, files=2) == "3 faults in 2 files."
    assert ENGLISH("fault.too_few_witnesses", found="1", expected="2").startswith("attested by 1 plan;")


def test_a_witness_that_is_no_plan_is_named_and_an_unknown_one_goes_by_its_id() -> None:
    assert CHINESE.witness("shandong-briefing") == "省政府政策例行吹风会"
    assert ENGLISH.witness("shandong-briefing") == "provincial press briefing"
    assert CHINESE.witness("minutes") == "minutes"

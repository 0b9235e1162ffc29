"""Sections outside the measures are searched: with the whole of a wording they answer, with a part they do not."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.gaps import gap_report
from plancmp.alignment.measure_explanation import explain_measure
from plancmp.alignment.plan_targets import find_plan_targets
from plancmp.alignment.result import Match, MeasureResult, Verdict
from plancmp.alignment.trace import CandidateStatus
from plancmp.plans.model import Agencies, Plan, Section
from tests.alignment.small_plans import CREDIT, measure, plan, small_plan, small_reference

WATER_GOAL = "到2025年,推进开展水权交易,地区生产总值突破800亿元。"
PART = "推进开展水权改革。"


def with_section(text: str, local: Plan | None = None) -> Plan:
    section = Section(
        id="S1", kind="goals", title="主要目标", text=text, agencies=Agencies(lead=("区发改局",))
    )
    return (local or small_plan()).model_copy(update={"sections": (section,)})


def judged(local: Plan, measure_id: str = "2.1") -> MeasureResult:
    comparison = compare_plans(small_reference(), local)
    return next(each for each in comparison.measures if each.id == measure_id)


def test_what_only_a_section_says_is_found_there() -> None:
    assert judged(small_plan()).commitments[1].verdict is Verdict.OMITTED
    found = judged(with_section(WATER_GOAL)).commitments[1]
    assert found.verdict is Verdict.ADOPTED
    assert (found.evidence[0].measure, found.evidence[0].place) == ("S1", "主要目标")
    assert found.evidence[0].quote in WATER_GOAL


def test_part_of_a_wording_carries_in_a_measure_but_not_in_a_section() -> None:
    carrying = plan("yicheng", measure("1.1", "深化改革", PART))
    assert judged(carrying).commitments[1].verdict is Verdict.WEAKENED
    in_section = judged(with_section(PART)).commitments[1]
    assert in_section.verdict is Verdict.OMITTED
    assert in_section.nearest[0].place == "主要目标"


def test_the_explanation_says_that_a_section_holds_only_part() -> None:
    explained = explain_measure(small_reference(), with_section(PART), "2.1").commitments[1]
    assert CandidateStatus.GENERAL in {
        passage.status for passage in explained.trace.passages if passage.section
    }


def test_a_section_is_a_match_only_where_no_measure_is() -> None:
    alone = plan("yicheng", measure("1.1", "促进职业教育发展", "支持职业院校与企业共建实训基地。"))
    (match,) = judged(with_section(WATER_GOAL, alone)).matches
    assert (match.id, match.title, match.place, match.label) == ("S1", "主要目标", "主要目标", "主要目标")
    assert [match.id for match in judged(with_section(WATER_GOAL)).matches] == ["2.1"]
    assert Match("2.1", "推动", 1.0).label == "2.1 推动"


def test_a_measure_that_promises_as_much_speaks_before_a_section() -> None:
    local = plan("yicheng", measure("1.1", "深化改革", "推进开展区域水权交易。"))
    found = judged(with_section(WATER_GOAL, local)).commitments[1]
    assert [passage.measure for passage in found.evidence] == ["1.1", "S1"]
    assert found.evidence[0].score < found.evidence[1].score


def test_sections_add_nothing_to_what_only_the_plan_has() -> None:
    text = "成立工作专班,每季度调度一次。"
    additions = compare_plans(small_reference(), with_section(text)).additions
    assert additions == compare_plans(small_reference(), small_plan()).additions
    as_measure = plan("yicheng", measure("1.1", "保障", text))
    assert [each.quote for each in compare_plans(small_reference(), as_measure).additions] == [text[:-1]]


def test_headline_targets_are_stated_with_their_section() -> None:
    stated = [each for each in find_plan_targets(with_section(WATER_GOAL)) if each.section]
    assert [(each.measure, each.section, each.target.phrase) for each in stated] == [
        ("S1", "主要目标", "突破800亿元")
    ]


def test_a_sections_agencies_are_named_where_it_is_nearest() -> None:
    local = with_section(WATER_GOAL)
    report = gap_report(small_reference(), local, compare_plans(small_reference(), local))
    assert report.agencies["S1"].lead == ("区发改局",)


@pytest.mark.parametrize("text", [CREDIT, WATER_GOAL, PART])
def test_the_order_of_sections_does_not_matter(text: str) -> None:
    general = Section(id="S2", kind="organisation", title="组织保障", text="加强组织领导。")
    local = with_section(text)
    one = local.model_copy(update={"sections": (*local.sections, general)})
    other = local.model_copy(update={"sections": (general, *local.sections)})
    assert compare_plans(small_reference(), one) == compare_plans(small_reference(), other)

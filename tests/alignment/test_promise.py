"""What only tells of a thing carries no commitment, however many of its words it says."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CommitmentResult, Reason, Verdict
from tests.alignment.small_plans import commitment, measure, plan

PROMISED = "建设一批智慧农业应用基地"


def judged(said: str, asked: str = PROMISED) -> CommitmentResult:
    """The verdict on one commitment in a plan of 2024 whose only measure says this."""
    reference = plan("reference", measure("1.1", "措施", commitments=[commitment("1.1.1", asked, {})]))
    local = plan("local", measure("1.1", "标题", f"{said}。举办民俗文化节庆活动。"))
    (result,) = compare_plans(reference, local.model_copy(update={"issued": "2024-05-01"})).commitments
    return result


@pytest.mark.parametrize(
    "told",
    [
        "去年建设一批智慧农业应用基地",
        "先后建设一批智慧农业应用基地",
        "一批智慧农业应用基地曾在现场会上展示",
        "智慧农业应用基地建设多年来",
        "全县共有智慧农业应用基地11家",
        "智慧农业应用基地主要分布在三个镇",
        "市里推出一批智慧农业应用基地",
        "近年来,我县建设一批智慧农业应用基地",
        "建设一批智慧农业应用基地是农业现代化的重要抓手",
        "在2023年建设一批智慧农业应用基地",
        "一批智慧农业应用基地建设已于2022年全部完工",
        "一批智慧农业应用基地2023年获得省级奖励",
        "截至2023年末,全县建设智慧农业应用基地11家,占全市的比重达到五成",
        "建设一批智慧农业应用基地方面,全县至今没有动作",
        "至于智慧农业应用基地建设,由省农业农村厅统一确定",
        "按照省里智慧农业应用基地建设部署,去年全县只有一家",
        "市里规划的智慧农业应用基地选址在高新区",
        "智慧农业应用基地建设事关农民切身利益",
        "智慧农业应用基地在全市已有百余家",
    ],
)
def test_what_is_told_is_not_promised(told: str) -> None:
    assert judged(told).verdict is Verdict.OMITTED


@pytest.mark.parametrize(
    "said",
    [
        "建设智慧农业应用基地一批",
        "今年建设一批智慧农业应用基地",
        "近年来成效初显,下一步要建设一批智慧农业应用基地",
        "到2024年底前建设一批智慧农业应用基地",
        "在2023年试点基础上建设一批智慧农业应用基地",
        "智慧农业应用基地方面,今年建设一批",
        "根据2023年度评价结果,建设一批智慧农业应用基地",
    ],
)
def test_what_is_to_be_done_is(said: str) -> None:
    assert judged(said).verdict is not Verdict.OMITTED


def test_what_the_reference_itself_words_as_a_state_is_taken_for_a_promise() -> None:
    asked = "全县共有智慧农业应用基地10家以上"
    assert judged("全县共有智慧农业应用基地10家以上", asked).verdict is Verdict.ADOPTED


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("关于智慧农业应用基地,今年在三个镇各建一批", "关于智慧农业应用基地,今年在三个镇各建一批"),
        ("三个镇的智慧农业应用基地,待资金落实后推进", "三个镇的智慧农业应用基地,待资金落实后推进"),
    ],
)
def test_what_only_names_the_thing_is_quoted_with_what_is_done_about_it(said: str, quoted: str) -> None:
    assert judged(said).evidence[0].quote == quoted


def test_what_is_done_about_a_named_thing_tells_how_firmly_it_is_promised() -> None:
    found = judged("智慧农业应用基地建设一事,鼓励各镇自行探索")
    assert found.reasons == (Reason.OBLIGATION_SOFTENED,)
    waiting = judged("智慧农业应用基地建设方面,待省里资金下达后实施")
    assert Reason.MADE_CONDITIONAL in waiting.reasons

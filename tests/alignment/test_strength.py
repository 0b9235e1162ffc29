"""Obligation strength and conditions."""

import pytest

from plancmp.alignment.clauses import condition_in
from plancmp.alignment.obligation import denies, is_against, strength


@pytest.mark.parametrize(
    ("leading", "level"),
    [
        ("确保每年实施", 5),
        ("严格落实", 5),
        ("推进", 4),
        ("", 4),
        ("力争到2025年", 3),
        ("支持企业参加", 3),
        ("鼓励企业加大", 2),
        ("探索开展", 1),
        ("支持有条件的县探索", 1),
        ("可将", 2),
        ("允许镇街", 2),
        ("尝试推动", 1),
        ("充分认识", 1),
    ],
)
def test_strength_follows_the_documented_scale(leading: str, level: int) -> None:
    assert strength(leading) == level


@pytest.mark.parametrize(
    "leading",
    [
        "加快建设工程研究中心、",
        "发挥政府引导基金",
        "加大财政对园区的支持力度",
        "可持续推进",
        "巩固前期探索成果,实行",
        "实行鼓励先进的",
    ],
)
def test_words_inside_names_are_no_verbs(leading: str) -> None:
    assert strength(leading) == 4


@pytest.mark.parametrize(
    "passage",
    [
        "条件成熟时推进",
        "待省、市统一安排部署",
        "配合省修订开发区主导产业目录",
        "视情推广",
        "配合上级部门指导",
        "原则上落实",
        "引导有条件的镇街",
        "资金落实后建设",
        "若纳入试点,则开展",
        "经省级主管部门授权,实行",
        "在省里统一组织下,参与",
    ],
)
def test_conditions_and_hand_offs_are_found(passage: str) -> None:
    assert condition_in(passage)


@pytest.mark.parametrize(
    "passage", ["按照上级要求,持续开展服务行动", "改善营商环境", "等待遇", "推进开发区建设"]
)
def test_plain_promises_have_no_condition(passage: str) -> None:
    assert condition_in(passage) == ""


def test_a_denial_is_told_from_a_reference_that_is_against_its_object() -> None:
    assert denies("暂缓实施") and denies("严禁")
    assert not denies("加快推进")
    assert is_against("严控政府违法违规举债") and is_against("清理妨碍统一市场的政策")
    assert not is_against("实行能耗总量弹性管理")

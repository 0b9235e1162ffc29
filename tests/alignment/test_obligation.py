"""Obligation strength and conditions."""

import pytest

from plancmp.alignment.obligation import condition, strength


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
    ],
)
def test_strength_follows_the_documented_scale(leading: str, level: int) -> None:
    assert strength(leading) == level


@pytest.mark.parametrize(
    "leading", ["加快建设工程研究中心、", "发挥政府引导基金", "加大财政对园区的支持力度"]
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
    ],
)
def test_conditions_and_hand_offs_are_found(passage: str) -> None:
    assert condition(passage)


@pytest.mark.parametrize(
    "passage", ["按照上级要求,持续开展服务行动", "改善营商环境", "等待遇", "推进开发区建设"]
)
def test_plain_promises_have_no_condition(passage: str) -> None:
    assert condition(passage) == ""

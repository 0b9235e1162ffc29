"""Numeric targets: finding them, and comparing two of them."""

import pytest

from plancmp.alignment.quantities import Comparator, Kind
from plancmp.alignment.result import Change
from plancmp.alignment.targets import compare_targets, deadline_of, find_targets


def found(text: str) -> list[tuple[str, float, str, str]]:
    return [
        (target.indicator, target.value, target.unit, target.comparator.value)
        for target in find_targets(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争技改投资年均增长6%以上", [("技改投资", 6, "%", "at_least")]),
        ("粮食播种面积稳定在880万亩以上", [("粮食播种面积", 8_800_000, "亩", "at_least")]),
        ("到2025年,创建示范河湖不少于5条", [("示范河湖", 5, "条", "at_least")]),
        ("每年滚动实施40个以上新型城镇化重点项目", [("新型城镇化重点项目", 40, "个", "at_least")]),
        ("关键业务环节全面数字化率达到40%左右", [("关键业务环节全面数字化率", 40, "%", "about")]),
        ("长期护理保险实现全覆盖", [("长期护理保险", 100, "%", "exactly")]),
        ("推动上市空白县尽早“破零”", [("上市空白县", 1, "个", "at_least")]),
        ("亩均税收提高百分之三", [("亩均税收", 3, "%", "exactly")]),
        ("营业收入翻一番", [("营业收入", 100, "%", "exactly")]),
    ],
)
def test_value_unit_and_comparator_are_read(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert found(text) == expected


def test_several_indicators_may_share_one_number() -> None:
    text = "街道综合养老服务机构覆盖率、社区养老服务设施配建率达100%"
    assert [(target.indicator, target.value) for target in find_targets(text)] == [
        ("街道综合养老服务机构覆盖率", 100),
        ("社区养老服务设施配建率", 100),
    ]


@pytest.mark.parametrize(
    "text",
    ["加快5G基站建设", "招引亿元以上项目", "深化“三纵八横”工程", "聚焦“6+3”现代产业", "鲁政字〔2023〕209号"],
)
def test_numbers_that_promise_nothing_are_left_out(text: str) -> None:
    assert found(text) == []


def test_qualifying_amounts_are_not_targets_but_the_count_behind_them_is() -> None:
    assert found("每年实施500万元以上工业技改项目40个以上") == [("工业技改项目", 40, "个", "at_least")]


def test_ranges_deadlines_and_yearly_rates() -> None:
    (center,) = find_targets("到2025年底,每个县区创建2—3家服务中心")
    assert (center.value, center.high, center.deadline, center.annual) == (2, 3, "2025", False)
    (growth,) = find_targets("年均增长10%以上")
    assert (growth.kind, growth.annual) == (Kind.GROWTH, True)


@pytest.mark.parametrize(
    ("reference", "local", "change"),
    [
        ("参保率达到96%", "参保率达到93%以上", Change.LOWER),
        ("参保率达到96%", "参保率达到97%", Change.HIGHER),
        ("参保率达到96%", "参保率达到96%", Change.EQUAL),
        ("培育企业400家以上", "培育企业40家以上", Change.NOT_COMPARABLE),
        ("能耗强度不超过5%", "能耗强度不超过6%", Change.LOWER),
        ("投资增长6%以上", "投资增长6%左右", Change.LOWER),
        ("投资增长6%左右", "投资增长6%以上", Change.EQUAL),
        ("投资年均增长6%以上", "投资年均增幅保持在5%", Change.LOWER),
    ],
)
def test_shares_compare_as_numbers_and_counts_by_presence(reference: str, local: str, change: Change) -> None:
    (asked,), (given,) = find_targets(reference), find_targets(local)
    assert compare_targets(asked, given) is change


def test_at_most_and_at_least_are_told_apart() -> None:
    assert find_targets("能耗不超过5%")[0].comparator is Comparator.AT_MOST


def test_numbers_told_one_by_one_belong_to_their_names() -> None:
    targets = find_targets("养老机构覆盖率、设施配建率分别达到100%、85%")
    assert [(target.indicator, target.value) for target in targets] == [
        ("养老机构覆盖率", 100),
        ("设施配建率", 85),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [("建设学校四所", [4]), ("培育企业六十家", [60]), ("实施三项制度", []), ("打造一个平台", [])],
)
def test_numerals_count_where_they_are_meant_as_numbers(text: str, values: list[float]) -> None:
    assert [target.value for target in find_targets(text)] == values


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("到“十五五”末,参保率达到96%", "2030"),
        ("“十四五”期间完成", "2025"),
        ("到2026年底完成", "2026"),
        ("谋划“十五五”规划", None),
    ],
)
def test_five_year_periods_are_deadlines(text: str, deadline: str | None) -> None:
    assert deadline_of(text) == deadline

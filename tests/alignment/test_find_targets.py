"""Numeric targets: finding them, and comparing two of them."""

from itertools import product
from math import isfinite
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancmp.alignment.numerals import CHARACTERS, read_numeral
from plancmp.alignment.numeric_targets import compare_targets, deadline_of, find_targets
from plancmp.alignment.quantities import Comparator, QuantityKind
from plancmp.alignment.result import Change


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
    assert (growth.kind, growth.annual) == (QuantityKind.GROWTH, True)


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


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "phrase"),
    [
        ("培育企业三五家", 3, 5, "家", "三五家"),
        ("培育两三家企业", 2, 3, "家", "两三家"),
        ("新建二三十家", 20, 30, "家", "二三十家"),
        ("建设十三四家", 13, 14, "家", "十三四家"),
        ("建成五六十家", 50, 60, "家", "五六十家"),
        ("覆盖率达到百分之七八十", 70, 80, "%", "百分之七八十"),
        ("培育企业数十家", 20, 90, "家", "数十家"),
        ("培育企业几十家", 20, 90, "家", "几十家"),
        ("建设十几个", 11, 19, "个", "十几个"),
        ("建设三至五个示范点", 3, 5, "个", "三至五个"),
        ("覆盖率达到七八成", 70, 80, "%", "七八成"),
        ("覆盖率达到九成五", 95, None, "%", "九成五"),
        ("覆盖率达到百分之九十五点五", 95.5, None, "%", "百分之九十五点五"),
        ("三分之二以上的街道建有机构", 66.67, None, "%", "三分之二以上"),
        ("新建一百二十个站点", 120, None, "个", "一百二十个"),
        ("面积五万亩", 50_000, None, "亩", "五万亩"),
        ("投资三千多万元", 30_000_000, None, "元", "三千多万元"),
        ("培育企业10余家", 10, None, "家", "10余家"),
        ("新增上百家企业", 100, None, "家", "百家"),
        ("提高两到三个百分点", 2, 3, "个百分点", "两到三个百分点"),
    ],
)
def test_numerals_of_every_form_are_read_as_they_are_meant(
    text: str, value: float, high: float | None, unit: str, phrase: str
) -> None:
    (target,) = find_targets(text)
    assert (target.value, target.high, target.unit, target.phrase) == (value, high, unit, phrase)


def test_a_range_promises_its_lower_end_at_least() -> None:
    (asked,), (given,) = find_targets("覆盖率达到80%以上"), find_targets("覆盖率达到百分之七八十")
    assert given.comparator is Comparator.AT_LEAST
    assert compare_targets(asked, given) is Change.LOWER


@pytest.mark.parametrize(
    "text",
    ["一二三产业融合", "三个一批", "千家万户", "十百千工程", "第三家", "五位一体", "三级医院", "百企转型"],
)
def test_numerals_that_are_figures_of_speech_are_no_targets(text: str) -> None:
    assert find_targets(text) == ()


@pytest.mark.parametrize("digits", [16, 30, 400, 5000])
def test_a_number_too_long_to_be_a_target_is_none(digits: int) -> None:
    assert find_targets(f"培育企业{'9' * digits}家") == ()
    assert find_targets(f"覆盖率达到{'9' * digits}.{'9' * digits}%") == ()
    assert find_targets(f"突破{'万' * digits}大关") == ()


NUMERAL_SIGNS = (
    "零〇一二两三四五六七八九十百千万亿几数半多余来成分之点第至到-—.,%‰0123456789家个元亩人以上左右不少于大关"
)


@settings(max_examples=400, deadline=None)
@given(st.text(NUMERAL_SIGNS, max_size=24))
def test_no_row_of_signs_makes_reading_fail(text: str) -> None:
    """Every value is finite, every phrase stands in the text."""
    for target in find_targets(f"培育企业{text}家，覆盖率达到{text}"):
        assert isfinite(target.value)
        assert target.high is None or isfinite(target.high)
        assert target.phrase in f"培育企业{text}家，覆盖率达到{text}"


def test_every_numeral_of_up_to_four_signs_is_read_or_left_alone() -> None:
    for length in (1, 2, 3, 4):
        for signs in product(CHARACTERS, repeat=length):
            numeral = read_numeral("".join(signs))
            assert numeral is None or numeral.high is None or numeral.low < numeral.high


def test_signs_that_nobody_sees_change_nothing() -> None:
    text = "到2025年,规模以上工业企业数字化率达到1,000.5%以上"
    hidden = "".join(f"{sign}\u200b\ufe00" for sign in text)
    (plain,), (found,) = find_targets(text), find_targets(hidden)
    assert found._replace(phrase="", start=0) == plain._replace(phrase="", start=0)
    assert found.phrase in hidden
    assert "\u200b" in found.phrase


@pytest.mark.parametrize(
    "piece", ["增长6%", "增长6%，", "到2025年增长6%", "每年新建9家、", "一家", "达到", "至少一家"]
)
def test_twice_as_many_numbers_take_twice_as_long(piece: str) -> None:
    def seconds(repeats: int) -> float:
        start = process_time()
        find_targets(f"新建10个{piece * repeats}")
        return process_time() - start

    seconds(10)
    assert min(seconds(2000) / seconds(1000) for _ in range(5)) < 3

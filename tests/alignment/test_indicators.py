"""The same indicator side by side: what is one thing, what compares, who is below whom."""

from __future__ import annotations

from plancmp.alignment.indicators import Indicator, IndicatorTable, Standing, align_indicators
from plancmp.alignment.quantities import QuantityKind
from plancmp.plans.model import CommitmentTarget, Plan
from tests.alignment.small_plans import commitment, measure, plan, small_plan, small_reference

EMPTY = plan("shandong", measure("1.1", "推动公共服务均等化"))


def said(identity: str, *sentences: str) -> Plan:
    return plan(identity, measure("1.1", "推动公共服务均等化", "".join(sentences)))


def only(table: IndicatorTable) -> Indicator:
    (indicator,) = table.shared
    return indicator


def phrases(indicator: Indicator) -> dict[str, str]:
    return {entry.stated.plan: entry.stated.target.phrase for entry in indicator.entries}


def standings(indicator: Indicator) -> dict[str, Standing]:
    return {entry.stated.plan: entry.standing for entry in indicator.entries}


def test_a_share_stands_below_or_level_with_the_references() -> None:
    plans = [small_plan("binzhou", "96%", "滨州市"), small_plan()]
    table = align_indicators(small_reference(), plans)
    insurance = next(each for each in table.shared if "养老保险" in each.name)
    assert phrases(insurance) == {"shandong": "96%", "binzhou": "96%", "yicheng": "93%以上"}
    assert standings(insurance) == {
        "shandong": Standing.BENCHMARK,
        "binzhou": Standing.EQUAL,
        "yicheng": Standing.BELOW,
    }


def test_without_a_value_of_the_reference_the_firmest_plan_is_the_benchmark() -> None:
    text = "规模以上工业企业关键业务环节全面数字化率达到{}。"
    table = align_indicators(
        EMPTY, [said("yicheng", text.format("40%左右")), said("qingzhou", text.format("80%以上"))]
    )
    assert standings(only(table)) == {"yicheng": Standing.BELOW, "qingzhou": Standing.BENCHMARK}


def test_amounts_are_shown_and_not_compared() -> None:
    table = align_indicators(
        EMPTY, [said("binzhou", "粮食播种面积稳定在880万亩以上。"), said("yicheng", "粮食播种面积76万亩。")]
    )
    assert only(table).kind is QuantityKind.LEVEL
    assert not only(table).is_comparable
    assert set(standings(only(table)).values()) == {Standing.NOT_COMPARABLE}


def test_weights_in_different_units_are_one_indicator() -> None:
    table = align_indicators(
        EMPTY, [said("binzhou", "粮食产量达到370万吨以上。"), said("liaocheng", "粮食综合产能达到110亿斤。")]
    )
    assert phrases(only(table)) == {"binzhou": "370万吨以上", "liaocheng": "110亿斤"}


def test_similarity_of_kind_is_not_enough() -> None:
    table = align_indicators(
        EMPTY,
        [said("yicheng", "畜禽良种覆盖率达到98%。"), said("liaocheng", "市县三级美丽乡村覆盖率不低于30%。")],
    )
    assert table.shared == ()
    assert len(table.indicators) == 2


def test_a_rate_and_a_growth_of_the_same_name_are_two_indicators() -> None:
    table = align_indicators(
        EMPTY, [said("yicheng", "技改投资占比达到6%。"), said("qingzhou", "技改投资年均增长6%。")]
    )
    assert table.shared == ()


def test_a_plan_has_one_place_in_a_row() -> None:
    table = align_indicators(
        EMPTY,
        [said("yicheng", "参保率达到93%。", "参保率达到95%。"), said("qingzhou", "参保率达到96%。")],
    )
    for indicator in table.indicators:
        assert len(phrases(indicator)) == len(indicator.entries)
    assert len(table.indicators) == 2


def test_what_the_references_witnesses_state_for_one_commitment_belongs_together() -> None:
    stated = CommitmentTarget(
        indicator="粮食产量", stated={"binzhou": "370万吨以上", "yicheng": "30万吨以上"}
    )
    witnesses = {"binzhou": "粮食产量达到370万吨以上", "yicheng": "产量30万吨以上"}
    reference = plan(
        "shandong",
        measure(
            "1.1",
            "稳定提升农业综合产能",
            commitments=[commitment("1.1.1", "稳定粮食产量", witnesses, stated)],
        ),
    )
    plans = [said("binzhou", "粮食产量达到370万吨以上。"), said("yicheng", "产量30万吨以上。")]
    assert align_indicators(EMPTY, plans).shared == ()
    assert phrases(only(align_indicators(reference, plans))) == {
        "binzhou": "370万吨以上",
        "yicheng": "30万吨以上",
    }


def test_the_order_of_the_plans_decides_columns_and_nothing_else() -> None:
    plans = [small_plan("binzhou", "96%", "滨州市"), small_plan()]
    forth = align_indicators(small_reference(), plans)
    back = align_indicators(small_reference(), plans[::-1])
    assert {each.name: standings(each) for each in forth.indicators} == {
        each.name: standings(each) for each in back.indicators
    }


def test_a_target_keeps_measure_and_sentence() -> None:
    table = align_indicators(EMPTY, [small_plan()])
    (entry,) = next(each for each in table.indicators if "养老保险" in each.name).entries
    assert (entry.stated.measure, entry.stated.sentence) == ("2.1", "到2025年,基本养老保险参保率达到93%以上")
    assert entry.stated.target.deadline == "2025"

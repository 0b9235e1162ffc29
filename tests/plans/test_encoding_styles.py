"""Real plans in the numbering styles and file formats of other offices: the measures come out the same.

`make variants` prints the table of these variants: measures found and characters lost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.regions import RegionKind
from plancmp.plans.encoding.review import ReviewKind
from tests.plans.documents import FORMS, NAMES, STYLES, encode_source, read_source, table_at_the_end
from tools.variants import VARIANTS, compare_variant, measures_of, variant_table


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_every_variant_gives_the_same_measures(name: str, variant: Callable[..., object]) -> None:
    encoded = encode_variant(name, variant)
    assert measures_of(encoded.plan) == measures_of(encode_source(name).plan)
    assert encoded.plan.title == encode_source(name).plan.title


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_every_variant_accounts_for_every_character(variant: Callable[..., object]) -> None:
    report = encode_variant("liaocheng", variant).report
    left_out = sum(part.characters for part in report.left_out)
    assert report.characters == report.landed_characters + left_out


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_a_style_of_numbering_leaves_no_measure_to_review(style: Callable[..., object]) -> None:
    items = {item.kind for item in encode_variant("yicheng", style).report.review_items}
    assert items <= {ReviewKind.FIELD_NOT_FOUND, ReviewKind.NUMBER_CHANGED}


def test_the_table_of_variants_has_no_character_lost() -> None:
    rows = [compare_variant(variant, name) for variant in VARIANTS for name in NAMES]
    assert len(VARIANTS) >= 12
    assert {row.lost for row in rows} == {0}
    assert {row.measures for row in rows} == {30, 31}
    assert len(variant_table(rows).splitlines()) == len(VARIANTS) + 2


def test_a_table_below_the_plan_is_left_out_as_such() -> None:
    report = encode_variant("qingzhou", table_at_the_end).report
    assert report.left_out[-1].kind is RegionKind.TABLE


def test_sub_items_stay_in_the_text_of_their_measure() -> None:
    text = (
        "青州市行动方案\n一、任务\n(一)甲工程\n1.培育集群。分三步:\n(1)摸清底数。\n①逐户登记。\n②建立台账。\n"
        "(2)分类施策。(市科技局牵头)\n2.推动技改。落实。(市财政局牵头)\n"
    )
    plan = encode_document(text.encode(), plan_id="plan").plan
    texts = [(measure.title, measure.text) for measure in plan.measures]
    assert texts == [
        ("培育集群", "分三步:(1)摸清底数。①逐户登记。②建立台账。(2)分类施策。"),
        ("推动技改", "落实。"),
    ]


def test_numbered_sub_items_do_not_become_measures_where_only_their_group_names_agencies() -> None:
    text = (
        "青州市行动方案\n一、产业工程\n(一)培育集群。分步推进:\n1.摸底。\n2.分类。(市科技局牵头)\n"
        "(二)推动技改。分步推进:\n1.诊断。\n2.改造。(市财政局牵头)\n"
    )
    plan = encode_document(text.encode(), plan_id="plan").plan
    assert [measure.title for measure in plan.measures] == ["培育集群", "推动技改"]


def test_programmes_of_several_sections_are_all_taken() -> None:
    text = (
        "青州市行动方案\n一、产业\n(一)甲工程\n1.培育集群。落实。(市科技局牵头)\n"
        "二、民生\n(一)乙工程\n1.扩大就业。落实。(市人社局牵头)\n三、组织保障\n(一)加强领导。\n"
    )
    plan = encode_document(text.encode(), plan_id="plan").plan
    assert [(measure.id, measure.title) for measure in plan.measures] == [
        ("1.1", "培育集群"),
        ("2.1", "扩大就业"),
    ]


@cache
def encode_variant(name: str, variant: Callable[..., object]) -> Encoded:
    if variant in FORMS:
        return encode_document(variant(read_source(name)), plan_id=name)
    text = variant(encode_source(name).plan)
    return encode_document(str(text).encode(), plan_id=name)

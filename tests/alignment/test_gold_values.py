"""Gold data becomes values, and data of another shape is told by its place."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from plancmp.alignment.evaluation.gold import GoldError, find_current, join_golds, parse_gold
from plancmp.alignment.result import Verdict

MEASURES: dict[str, Any] = {
    "about": "two readings",
    "measures": {
        "1.2": {
            "title": "推动传统产业技改升级",
            "plans": {
                "yicheng": {"verdict": "weakened", "matches": [{"id": "1.2", "strength": 2}, {"id": "1.4"}]},
                "qingzhou": {"verdict": "omitted", "matches": []},
            },
        }
    },
}
COMMITMENTS: dict[str, Any] = {
    "commitments": {
        "1.2.1": {
            "text": "技改投资年均增长6%以上",
            "plans": {
                "yicheng": {
                    "verdict": "weakened",
                    "readings": [
                        {
                            "reasons": ["target_dropped", "partial_match"],
                            "evidence": [{"measure": "1.2", "quote": "引导企业加大技改投资力度"}],
                        },
                        {"reasons": ["target_dropped"], "evidence": [{"measure": "1.4", "quote": "x"}]},
                    ],
                },
                "qingzhou": {"verdict": None, "readings": []},
            },
        }
    }
}


def test_readings_of_measures_have_verdict_and_links() -> None:
    first, second = parse_gold(MEASURES).measures
    assert (first.plan, first.item, first.verdict) == ("yicheng", "1.2", Verdict.WEAKENED)
    assert first.links == {"1.2", "1.4"}
    assert second.links == frozenset()


def test_readings_of_commitments_keep_the_reasons_that_all_name_and_every_place() -> None:
    gold = parse_gold(COMMITMENTS)
    (reading,) = gold.commitments
    assert reading.reasons == {"target_dropped"}
    assert reading.links == {"1.2", "1.4"}


def test_commitments_on_which_readings_differ_are_left_out_and_counted() -> None:
    assert parse_gold(COMMITMENTS).disputed == 1


def test_golds_are_put_together_with_their_origins() -> None:
    gold = join_golds([parse_gold(MEASURES), parse_gold(COMMITMENTS)])
    assert gold.origins == ("two readings",)
    assert (len(gold.measures), len(gold.commitments), gold.disputed) == (2, 1, 1)
    assert gold.plans == ("yicheng", "qingzhou")


def test_the_same_item_is_not_read_twice() -> None:
    with pytest.raises(GoldError) as raised:
        join_golds([parse_gold(MEASURES), parse_gold(MEASURES)])
    assert (raised.value.place, raised.value.found) == ("1.2", "yicheng")


def test_a_commitment_is_known_by_its_text_whatever_its_number_is_now() -> None:
    gold = find_current(parse_gold(COMMITMENTS), {"技改投资年均增长6%以上": "1.2.7"})
    assert [reading.item for reading in gold.commitments] == ["1.2.7"]
    gone = find_current(parse_gold(COMMITMENTS), {"实施技改项目": "1.2.1"})
    assert (gone.commitments, gone.outdated) == ((), 1)


@pytest.mark.parametrize(
    ("kind", "path", "value", "place"),
    [
        ("measures", ("1.2", "plans", "yicheng", "verdict"), "good", "measures.1.2.plans.yicheng.verdict"),
        ("measures", ("1.2", "plans", "yicheng", "matches"), "1.2", "measures.1.2.plans.yicheng.matches"),
        ("measures", ("1.2", "plans"), None, "measures.1.2.plans"),
        ("commitments", ("1.2.1", "plans", "yicheng"), 3, "commitments.1.2.1.plans.yicheng"),
    ],
)
def test_data_of_another_shape_is_told_by_its_place(
    kind: str, path: tuple[str, ...], value: object, place: str
) -> None:
    data = deepcopy(MEASURES if kind == "measures" else COMMITMENTS)
    inner = data[kind]
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(GoldError) as raised:
        parse_gold(data)
    assert raised.value.place == place


def test_an_unknown_reason_is_a_fault() -> None:
    data = deepcopy(COMMITMENTS)
    readings = data["commitments"]["1.2.1"]["plans"]["yicheng"]["readings"]
    readings[0]["reasons"] = ["tired"]
    with pytest.raises(GoldError, match="tired"):
        parse_gold(data)


@pytest.mark.parametrize("data", [[], {}, {"plans": {}}, "text", None])
def test_what_holds_no_readings_at_all_is_refused(data: object) -> None:
    with pytest.raises(GoldError):
        parse_gold(data)

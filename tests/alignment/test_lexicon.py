"""The lexicon: its data is sound, and it lets a plan promise the same thing in other words."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from plancmp.alignment import lexicon
from plancmp.alignment.compare import compare_plans
from plancmp.alignment.grams import canonicalise, grams
from plancmp.alignment.measure_explanation import explain_measure
from tests.alignment.small_plans import commitment, measure, plan

SOURCE = Path(lexicon.__file__).with_name("lexicon.tsv")
GROUPS = [line.split("\t") for line in SOURCE.read_text("utf-8").splitlines() if not line.startswith("#")]


class TestData:
    def test_every_group_has_terms_and_a_reason(self) -> None:
        assert len(GROUPS) >= 600
        assert [group for group in GROUPS if len(group) != 4 or not group[0] or not group[3].strip()] == []

    def test_a_term_stands_in_one_group(self) -> None:
        terms = Counter(term for group in GROUPS for term in group[0].split("、"))
        assert [term for term, times in terms.items() if times > 1] == []

    def test_terms_are_in_the_form_that_is_compared(self) -> None:
        terms = [term for group in GROUPS for cell in group[:2] for term in cell.split("、") if term]
        assert [term for term in terms if canonicalise(term) != term or len(term) < 2] == []

    def test_descriptions_begin_and_end_with_two_signs(self) -> None:
        parts = [text.split("…") for group in GROUPS for text in group[2].split("、") if text]
        assert [each for each in parts if min(len(each[0]), len(each[-1])) < 2] == []

    def test_the_index_is_that_of_the_source(self) -> None:
        held = json.loads(SOURCE.with_suffix(".json").read_text("utf-8"))
        made = json.loads(json.dumps(lexicon.index_terms()))
        assert held == made, "run: python -m plancmp.alignment.lexicon"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("实施揭榜挂帅", "发榜征集企业技术难题"),
        ("国土绿化", "持续植树造林"),
        ("推进信易贷", "用好融资信用服务平台"),
    ],
)
def test_a_promise_in_wholly_other_words_is_found(asked: str, said: str) -> None:
    reference = plan("reference", measure("1.1", "措施", commitments=[commitment("1.1.1", asked, {})]))
    local = plan("local", measure("1.1", "标题", f"{said}。举办民俗文化节庆活动。"))
    (result,) = compare_plans(reference, local).commitments
    assert grams(asked).isdisjoint(grams(said))
    assert [passage.quote for passage in result.evidence] == [said]


def test_the_explanation_names_the_other_words() -> None:
    reference = plan(
        "reference", measure("1.1", "措施", commitments=[commitment("1.1.1", "稳步化解存量债务", {})])
    )
    local = plan("local", measure("1.1", "标题", "逐年压降存量债务。"))
    (commitment_explained,) = explain_measure(reference, local, "1.1").commitments
    assert ("化解", "压降") in commitment_explained.trace.passages[0].paraphrases

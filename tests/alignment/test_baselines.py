"""The simple methods that the comparison is measured beside."""

from __future__ import annotations

import pytest

from plancmp.alignment.evaluation.baselines import (
    Baseline,
    find_measures,
    predict_by_thresholds,
    threshold_pairs,
)
from plancmp.alignment.result import Verdict
from tests.alignment.small_plans import CREDIT, TECHNICAL, measure, plan, small_plan, small_reference


@pytest.mark.parametrize("baseline", list(Baseline))
def test_every_baseline_finds_a_plan_in_itself(baseline: Baseline) -> None:
    local = small_plan()
    found = find_measures(baseline, local, local)
    assert {asked: there for asked, (there, _) in found.items()} == {
        each.id: each.id for each in local.measures
    }
    assert all(score == pytest.approx(1) for _, score in found.values())


def test_titles_are_paired_one_to_one_the_most_similar_first() -> None:
    reference = plan("a", measure("1.1", "培育产业集群", "x"), measure("1.2", "培育优势产业集群", "x"))
    local = plan("b", measure("3.1", "培育优势产业集群", "x"), measure("3.2", "加强湿地保护", "x"))
    found = find_measures(Baseline.TITLE_RATIO, reference, local)
    assert found["1.2"] == ("3.1", 1.0)
    assert found["1.1"][0] == "3.2"


def test_a_measure_for_which_no_title_is_left_finds_nothing() -> None:
    reference = plan("a", measure("1.1", "培育产业集群", "x"), measure("1.2", "加强湿地保护", "x"))
    found = find_measures(Baseline.TITLE_RATIO, reference, plan("b", measure("1.1", "加强湿地保护", "x")))
    assert found == {"1.2": ("1.1", 1.0), "1.1": ("", 0.0)}


@pytest.mark.parametrize("baseline", [Baseline.WHOLE_TEXT_RATIO, Baseline.CHARACTER_TFIDF])
def test_texts_are_found_under_any_title(baseline: Baseline) -> None:
    local = plan("b", measure("4.1", "加强湿地保护", CREDIT), measure("4.2", "促进职业教育发展", TECHNICAL))
    reference = plan(
        "a", measure("1.1", "促进职业教育发展", CREDIT), measure("1.2", "加强湿地保护", TECHNICAL)
    )
    found = find_measures(baseline, reference, local)
    assert (found["1.1"][0], found["1.2"][0]) == ("4.1", "4.2")


def test_a_reference_without_text_speaks_through_its_commitments() -> None:
    found = find_measures(Baseline.CHARACTER_TFIDF, small_reference(), small_plan())
    assert found["2.1"][0] == "2.1"


def test_scores_become_verdicts_by_two_cuts() -> None:
    answers = predict_by_thresholds({"1.1": ("3.1", 0.8), "1.2": ("3.2", 0.5), "1.3": ("3.3", 0.2)}, 0.6, 0.4)
    assert [answer.verdict for answer in answers.values()] == list(Verdict)
    assert answers["1.2"].links == {"3.2"}
    assert answers["1.3"].links == frozenset()


def test_thresholds_lie_on_scores_that_occur_the_higher_for_adopted() -> None:
    cuts = list(threshold_pairs([{"1.1": ("1.1", 0.2), "1.2": ("1.2", 0.9)}, {"1.1": ("1.1", 0.5)}]))
    assert set(cuts) == {(0.2, 0.2), (0.5, 0.2), (0.9, 0.2), (0.5, 0.5), (0.9, 0.5), (0.9, 0.9)}

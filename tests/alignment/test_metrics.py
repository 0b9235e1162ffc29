"""Figures of agreement against values worked out by hand."""

from __future__ import annotations

import pytest

from plancmp.alignment.evaluation.metrics import (
    Agreement,
    Retrieval,
    measure_agreement,
    measure_calibration,
    measure_retrieval,
)

LABELS = ("adopted", "weakened", "omitted")
# 10 items: 4 adopted right, 1 adopted called weakened, 2 weakened right, 1 weakened called omitted, 2 omitted right.
WANTED = ["adopted"] * 5 + ["weakened"] * 3 + ["omitted"] * 2
GIVEN = ["adopted"] * 4 + ["weakened"] * 3 + ["omitted"] * 3


@pytest.fixture
def agreement() -> Agreement:
    return measure_agreement(WANTED, GIVEN, LABELS)


def test_the_confusion_has_a_row_for_each_wanted_and_a_column_for_each_given_label(
    agreement: Agreement,
) -> None:
    assert agreement.confusion == ((4, 1, 0), (0, 2, 1), (0, 0, 2))
    assert agreement.pairs == 10


def test_agreement_is_the_share_on_the_diagonal(agreement: Agreement) -> None:
    assert agreement.share == pytest.approx(0.8)


def test_kappa_takes_chance_out(agreement: Agreement) -> None:
    # chance: .5 x .4 + .3 x .3 + .2 x .3 = .35
    assert agreement.kappa == pytest.approx((0.8 - 0.35) / (1 - 0.35))


def test_kappa_is_nothing_for_one_answer_to_everything_and_negative_for_contrariness() -> None:
    assert measure_agreement(["a", "a", "b", "b"], ["a"] * 4, "ab").kappa == 0
    assert measure_agreement(["a", "b"], ["b", "a"], "ab").kappa == -1


def test_kappa_is_one_where_only_one_label_occurs_on_both_sides() -> None:
    assert measure_agreement(["a", "a"], ["a", "a"], "ab").kappa == 1


def test_macro_f1_is_the_mean_over_the_labels_that_are_wanted(agreement: Agreement) -> None:
    # adopted 2x4/(4+5), weakened 2x2/(3+3), omitted 2x2/(3+2)
    assert agreement.macro_f1 == pytest.approx((8 / 9 + 2 / 3 + 4 / 5) / 3)
    assert measure_agreement(["a", "a"], ["a", "b"], "ab").macro_f1 == pytest.approx(2 / 3)


def test_one_label_has_precision_and_recall(agreement: Agreement) -> None:
    omitted = agreement.retrieval("omitted")
    assert (omitted.true_positives, omitted.predicted, omitted.gold) == (2, 3, 2)
    assert omitted.precision == pytest.approx(2 / 3)
    assert omitted.recall == 1


def test_figures_of_nothing_are_nothing() -> None:
    nothing = measure_agreement([], [], LABELS)
    assert (nothing.share, nothing.kappa, nothing.macro_f1) == (0, 0, 0)
    assert (Retrieval(0, 0, 0).precision, Retrieval(0, 0, 0).recall, Retrieval(0, 0, 0).f1) == (0, 0, 0)


def test_links_are_added_up_over_all_items() -> None:
    wanted = [frozenset({"1.1"}), frozenset({"2.1", "2.2"}), frozenset[str]()]
    given = [frozenset({"1.1", "1.2"}), frozenset({"2.1"}), frozenset({"3.1"})]
    links = measure_retrieval(wanted, given)
    assert (links.true_positives, links.predicted, links.gold) == (2, 4, 3)
    assert links.f1 == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))


def test_calibration_compares_confidence_with_the_share_of_right_answers() -> None:
    calibration = measure_calibration([(0.9, True), (1.0, True), (0.7, True), (0.7, False)])
    low, high = calibration.bins
    assert (low.low, low.high, low.count, low.accuracy) == (0.6, 0.8, 2, 0.5)
    assert (high.high, high.count, high.accuracy) == (1.0, 2, 1.0)
    assert high.confidence == pytest.approx(0.95)
    assert calibration.error == pytest.approx((2 * abs(0.7 - 0.5) + 2 * abs(0.95 - 1)) / 4)
    assert calibration.brier == pytest.approx((0.1**2 + 0 + 0.3**2 + 0.7**2) / 4)


def test_answers_that_are_as_often_right_as_they_say_have_no_calibration_error() -> None:
    assert measure_calibration([(0.5, True), (0.5, False)]).error == 0

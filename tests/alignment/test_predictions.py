"""Choosing thresholds: the best on what one may see, applied to what one may not."""

from __future__ import annotations

from plancmp.alignment.evaluation.predictions import (
    Label,
    Labels,
    find_differences,
    leave_one_group_out,
    measure_figures,
    programmes_of,
    select,
)
from plancmp.alignment.result import Verdict

ADOPTED = Label(Verdict.ADOPTED, frozenset({"1.1"}))
OMITTED = Label(Verdict.OMITTED, frozenset())
GOLD: Labels = {
    ("yicheng", "1.1"): ADOPTED,
    ("yicheng", "1.2"): OMITTED,
    ("yicheng", "2.1"): ADOPTED,
    ("yicheng", "2.2"): OMITTED,
}
LENIENT: Labels = dict.fromkeys(GOLD, ADOPTED)
RIGHT_IN_ONE: Labels = {**LENIENT, ("yicheng", "1.2"): OMITTED}
RIGHT_IN_TWO: Labels = {**LENIENT, ("yicheng", "2.2"): OMITTED}


def test_the_option_that_agrees_best_is_chosen() -> None:
    assert select([LENIENT, dict(GOLD)], GOLD) == GOLD


def test_of_options_with_equal_verdicts_the_better_links_decide() -> None:
    astray = {key: Label(answer.verdict, frozenset({"9.9"})) for key, answer in GOLD.items()}
    assert select([astray, dict(GOLD), astray], GOLD) == GOLD


def test_of_equals_the_middle_one_is_taken() -> None:
    grid = [{**GOLD, ("other", str(place)): ADOPTED} for place in range(5)]
    assert select(grid, GOLD) is grid[2]


def test_a_programme_is_answered_by_what_is_best_on_the_others() -> None:
    left_out = leave_one_group_out([RIGHT_IN_ONE, RIGHT_IN_TWO], GOLD)
    # Programme 1 has to do with what served programme 2, and the other way round: both are wrong.
    assert left_out == LENIENT


def test_figures_count_only_the_items_asked_for() -> None:
    figures = measure_figures(GOLD, RIGHT_IN_ONE, [key for key in GOLD if key[1].startswith("1")])
    assert (figures.verdicts.pairs, figures.verdicts.share) == (2, 1)


def test_programmes_are_the_first_part_of_ids() -> None:
    assert programmes_of(GOLD) == ("1", "2")


def test_differences_name_item_and_both_answers() -> None:
    (difference,) = find_differences(GOLD, RIGHT_IN_ONE)
    assert (difference.plan, difference.item) == ("yicheng", "2.2")
    assert (difference.gold, difference.predicted) == (OMITTED, ADOPTED)

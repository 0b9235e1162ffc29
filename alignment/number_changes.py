"""Numbers of two versions of one plan: every number of the old one is kept, moved or dropped, and none is lost.

Between two versions of one plan amounts compare as well: 30个 is less than 40个. Which number became which is told
by its name and by the words around it; a number that finds no partner is told as dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz

from plancmp.alignment.normal import bare
from plancmp.alignment.numeric_targets import Target, dimension, find_targets
from plancmp.alignment.plan_targets import PlanTarget, find_plan_targets, name_similarity
from plancmp.alignment.quantities import Comparator
from plancmp.alignment.thresholds import SAME_NAME
from plancmp.plans.model import Plan

_SAME_WORDS = 0.6
"""From this share of common words on (rapidfuzz's ratio, numbers set aside) a sentence is a version of another.

Below it two sentences stay apart, and what was there and what is there are both told.
"""

_DIGITS = re.compile(r"\d+")
_FIRMNESS = {Comparator.AT_LEAST: 2, Comparator.EXACTLY: 1, Comparator.ABOUT: 0, Comparator.AT_MOST: 0}


class NumberStep(StrEnum):
    """What became of a number from one version to the next, the gravest first."""

    LOWERED = "lowered"
    DROPPED = "dropped"
    LATER = "later"
    RAISED = "raised"
    EARLIER = "earlier"
    ADDED = "added"


class NumberChange(NamedTuple):
    """A number that is not as it was; `old` is None for one that was added, `new` for one that was dropped."""

    step: NumberStep
    old: PlanTarget | None
    new: PlanTarget | None

    @property
    def is_loss(self) -> bool:
        """Whether less is promised than before, or later."""
        return self.step in (NumberStep.LOWERED, NumberStep.DROPPED, NumberStep.LATER)


def number_changes(old: Plan, new: Plan) -> tuple[NumberChange, ...]:
    """Return every number that is not as it was, the gravest first, then in the order of the documents."""
    before, after = tuple(find_plan_targets(old)), tuple(find_plan_targets(new))
    partners = _partners(before, after)
    changes = [
        _change(one, after[partners[place]] if place in partners else None)
        for place, one in enumerate(before)
    ]
    taken = set(partners.values())
    added = [
        NumberChange(NumberStep.ADDED, None, one) for place, one in enumerate(after) if place not in taken
    ]
    order = list(NumberStep)
    found = [change for change in changes if change] + added
    return tuple(sorted(found, key=lambda change: order.index(change.step)))


def step_between(old: Target, new: Target) -> NumberStep | None:
    """Say how a number moved; None where it is as firm and as soon as it was.

    A number with a ceiling (不超过) is firmer where it is lower. Of equal numbers the one with 以上 is firmer than the
    plain one, and that than one with 左右.
    """
    if old.comparator is new.comparator is Comparator.AT_MOST:
        fell, rose = new.value > old.value, new.value < old.value
    else:
        before = (old.value, old.high or old.value, _FIRMNESS[old.comparator])
        after = (new.value, new.high or new.value, _FIRMNESS[new.comparator])
        fell, rose = after < before, after > before
    if fell or rose:
        return NumberStep.LOWERED if fell else NumberStep.RAISED
    if (old.annual, old.unit) != (new.annual, new.unit):
        return NumberStep.LOWERED if old.annual else NumberStep.RAISED
    return _step_of_deadline(old.deadline, new.deadline)


def phrases_step(indicator: str, old: str, new: str) -> NumberStep | None:
    """The same for the phrases of one indicator; None where one of them is no number."""
    before, after = find_targets(indicator + old), find_targets(indicator + new)
    if not (before and after):
        return None
    return step_between(before[0], after[0])


def _step_of_deadline(old: str | None, new: str | None) -> NumberStep | None:
    if old == new:
        return None
    if old is None or (new is not None and _end(new) < _end(old)):
        return NumberStep.EARLIER
    return NumberStep.LATER


def _end(deadline: str) -> str:
    """A year ends with its December."""
    return deadline if "-" in deadline else f"{deadline}-12"


def _change(old: PlanTarget, new: PlanTarget | None) -> NumberChange | None:
    if new is None:
        return NumberChange(NumberStep.DROPPED, old, None)
    step = step_between(old.target, new.target)
    return NumberChange(step, old, new) if step else None


def _partners(before: Sequence[PlanTarget], after: Sequence[PlanTarget]) -> dict[int, int]:
    """Which number of the new version each of the old one became, by their indices; each has one partner at most."""
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(_rated(before, after), reverse=True):
        place, partner = -one, -other
        if place not in partners and partner not in taken:
            partners[place] = partner
            taken.add(partner)
    return partners


def _rated(
    before: Sequence[PlanTarget], after: Sequence[PlanTarget]
) -> Iterator[tuple[tuple[float, ...], int, int]]:
    """The pairs that may be one number, with how alike they are; indices are negative so that the first comes first."""
    ends = [[_words(each) for each in side] for side in (before, after)]
    for place, partner in product(range(len(before)), range(len(after))):
        one, other = before[place], after[partner]
        if dimension(one.target) != dimension(other.target):
            continue
        words = fuzz.ratio(ends[0][place], ends[1][partner]) / 100
        name = name_similarity(one.target, other.target)
        if words >= _SAME_WORDS or name >= SAME_NAME:
            same = one.target.value == other.target.value
            yield (words + name, float(one.measure == other.measure), float(same)), -place, -partner


def _words(stated: PlanTarget) -> str:
    """The sentence and the name of a number, numbers set aside: what is said twice counts twice."""
    return _DIGITS.sub("", bare(stated.target.indicator + stated.sentence))

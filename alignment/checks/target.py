"""Targets: the numbers a commitment asks for, and what became of each in a plan that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from plancmp.alignment.checks.demand import Check, Outcome, Pairing
from plancmp.alignment.grams import boilerplate, canonicalise, grams
from plancmp.alignment.language_data import alternatives, language
from plancmp.alignment.numeric_targets import Target, compare_targets, dimension, find_targets
from plancmp.alignment.plan_targets import name_similarity
from plancmp.alignment.quantities import QuantityKind
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import CHANGE_REASONS, Change, Reason, TargetChange
from plancmp.alignment.retrieval import Candidate, FoundTarget, PlanIndex
from plancmp.alignment.thresholds import SAME_INDICATOR, SAME_NAME

_BELOW_LEVEL = re.compile("及?以上|数量$")
_SHORTEST_NAME = 3
"""A shorter name (中心, 企业) fits into any other."""


class AskedTarget(NamedTuple):
    """A number the reference asks for, in its words; `phrase` is empty where the witnesses do not agree on one."""

    indicator: str
    phrase: str
    target: Target


def asked_targets(commitment: ReferenceCommitment) -> tuple[AskedTarget, ...]:
    """Return the numbers a commitment asks for: the stated one, or those in the clause of an official text."""
    asked = _stated(commitment)
    if commitment.lender and not commitment.lender.target:
        return tuple(each for each in asked if each.target.kind is not QuantityKind.LEVEL)
    return asked


def _stated(commitment: ReferenceCommitment) -> tuple[AskedTarget, ...]:
    stated = commitment.commitment.target
    if stated is None:
        own = () if commitment.commitment.witnesses else find_targets(commitment.commitment.text)
        return tuple(AskedTarget(target.indicator, target.phrase, target) for target in own)
    phrase = stated.value or next(iter(stated.stated.values()), "")
    found = find_targets(stated.indicator + phrase)[:1]
    return tuple(AskedTarget(stated.indicator, stated.value or "", target) for target in found)


def target_change(asked: AskedTarget, found: FoundTarget | None) -> TargetChange:
    """Say what became of a number that was found in the plan, or not."""
    if found is None:
        return TargetChange(asked.indicator, asked.phrase, "", Change.MISSING)
    change = compare_targets(asked.target, found.target) if asked.phrase else Change.NOT_COMPARABLE
    return TargetChange(asked.indicator, asked.phrase, found.target.phrase, change)


def find_target(asked: AskedTarget, passage: Candidate, index: PlanIndex) -> FoundTarget | None:
    """Return the plan's number for one asked for: in the passage, else in its measure, else anywhere by its name.

    每年 and dates in front of the passage reach into it. A number is told as dropped only where nowhere in the
    plan one stands under the same name.
    """
    target = asked.target
    here = passage.sentence
    # Where no value is asked, any number will do, and it may follow in the same sentence.
    inside = [each for each in index.targets_of(here) if each.start < passage.end or not asked.phrase]
    return _found_inside(target, [FoundTarget(here, each) for each in inside], passage) or _found_beside(
        target, here.measure, index
    )


def _found_beside(target: Target, measure: str, index: PlanIndex) -> FoundTarget | None:
    """The number for one asked for in a measure, else anywhere; looked for once, however many passages answer."""
    known = index.answered
    if (target, measure) not in known:
        known[target, measure] = _most_similar(
            target, _stated_in(index, measure), _similarity_beside, SAME_INDICATOR
        ) or _most_similar(target, _stated_in(index), name_similarity, SAME_NAME)
    return known[target, measure]


def _found_inside(target: Target, inside: list[FoundTarget], passage: Candidate) -> FoundTarget | None:
    found = max(
        inside,
        key=lambda each: (_similarity(target, each.target), each.target.value == target.value),
        default=None,
    )
    if found and _similarity(target, found.target) >= SAME_INDICATOR:
        return found
    return next((each for each in inside if _is_present(target, each.target, passage)), None)


def _stated_in(index: PlanIndex, measure: str | None = None) -> Iterator[FoundTarget]:
    """The numbers of a measure, or of the whole plan."""
    for sentence in index.sentences:
        if measure is None or sentence.measure == measure:
            yield from (FoundTarget(sentence, target) for target in index.targets_of(sentence))


def _most_similar(
    target: Target, stated: Iterable[FoundTarget], similarity: Callable[[Target, Target], float], least: float
) -> FoundTarget | None:
    """The number whose name is most similar, if it is similar enough; of equals by its words, wherever it stands."""
    rated = [(similarity(target, each.target), each) for each in stated]
    near = [(share, each.sentence.text, -each.target.start, each) for share, each in rated if share >= least]
    return max(near, key=lambda rate: rate[:3])[-1] if near else None


def _similarity_beside(reference: Target, local: Target) -> float:
    """How far two indicators are one (0-1) by their names alone; those of two levels (省级, 市级) are not."""
    if reference.kind is not local.kind or dimension(reference) != dimension(local):
        return 0.0
    asked, named = canonicalise(reference.indicator), canonicalise(local.indicator)
    levels = [set(_levels().findall(name)) for name in (asked, named)]
    if all(levels) and levels[0].isdisjoint(levels[1]):
        return 0.0
    asked, named = (
        _BELOW_LEVEL.sub("", _levels().sub("", asked)),
        _BELOW_LEVEL.sub("", _levels().sub("", named)),
    )
    shared = grams(asked) & grams(named) - boilerplate()
    if not shared or min(len(asked), len(named)) < _SHORTEST_NAME:
        return 0.0
    return fuzz.partial_ratio(asked, named) / 100


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(alternatives(language("target")["levels"]))


def _is_present(reference: Target, local: Target, passage: Candidate) -> bool:
    """Whether a number in the passage is of the kind and unit of the one asked, under any name.

    That says enough of counts and sums; of a share or a rise where the passage puts the whole in other words.
    """
    return (
        reference.kind is local.kind
        and (local.kind is QuantityKind.LEVEL or passage.is_by_concepts)
        and dimension(reference) == dimension(local)
        and local.start >= passage.start
    )


def _similarity(reference: Target, local: Target) -> float:
    """How far two indicators are one (0-1): how well the shorter name fits into the longer one.

    The same number under another name will do where nothing is named alike.
    """
    asked, named = canonicalise(reference.indicator), canonicalise(local.indicator)
    similarity = fuzz.partial_ratio(asked, named) / 100 if asked and named else 0.0
    same_number = (reference.value, reference.unit) == (local.value, local.unit)
    return max(similarity, SAME_INDICATOR) if same_number else similarity


def _judge(pairing: Pairing) -> Outcome:
    changes = [each.change for each in pairing.changes]
    return Outcome(
        reasons=tuple(CHANGE_REASONS[change] for change in changes if change in CHANGE_REASONS),
        firmer=Change.HIGHER in changes,
    )


CHECK = Check(frozenset(CHANGE_REASONS.values()), _judge, overriding=frozenset({Reason.TARGET_LOWERED}))

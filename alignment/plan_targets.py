"""The numeric targets of whole plans: where each stands, and which of different plans measure one thing.

Two targets measure one thing by the similarity of their names, their unit and kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from statistics import mean

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.grams import boilerplate, grams
from plancmp.alignment.normal import normalise
from plancmp.alignment.numeric_targets import Target, dimension, find_targets
from plancmp.alignment.quantities import QuantityKind
from plancmp.alignment.thresholds import BOILERPLATE_WEIGHT, SAME_NAME
from plancmp.plans.model import CommitmentTarget, Measure, Plan

_LONGEST_SENTENCE = 1000
"""Characters: longer than any real sentence, short enough that thousands of numbers can each have theirs."""

_AROUND = 200
"""So much of a longer one stands in front of the number."""


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """A target as a plan states it: the plan's id, the measure, the words it stands in (verbatim), the target.

    The words are the whole sentence, of one that never ends the stretch around the number. Of one in a section
    `measure` is the section's id, and `section` its title.
    """

    plan: str
    measure: str
    sentence: str
    target: Target
    section: str = ""


def find_plan_targets(plan: Plan) -> Iterator[PlanTarget]:
    """Yield a plan's targets in their order, those of its sections last.

    A measure without text, as in a reconstruction, states the targets of its commitments, as far as their
    witnesses agree on a value.
    """
    for measure in plan.measures:
        found = _in_text(measure.text) if measure.text else _in_commitments(measure)
        yield from (PlanTarget(plan.id, measure.id, sentence, target) for sentence, target in found)
    for section in plan.sections:
        for sentence, target in _in_text(section.text):
            yield PlanTarget(plan.id, section.id, sentence, target, section.title)


def _in_text(text: str) -> Iterator[tuple[str, Target]]:
    for sentence in split_sentences("", text):
        quote = sentence.text
        for target in find_targets(quote):
            start = max(0, target.start - _AROUND) if len(quote) > _LONGEST_SENTENCE else 0
            yield quote[start : start + _LONGEST_SENTENCE], target


def _in_commitments(measure: Measure) -> Iterator[tuple[str, Target]]:
    for commitment in measure.commitments:
        if commitment.target and commitment.target.value:
            found = find_targets(commitment.target.indicator + commitment.target.value)
            yield from ((commitment.text, target) for target in found[:1])


_NAMESAKES = 20
"""So many numbers of one plan under the very same name are paired with those of other plans; more tell nothing."""

TargetGroup = tuple[PlanTarget, ...]
_Named = tuple[str, QuantityKind, str, bool]
"""What two targets are compared by: name, kind, dimension, and whether growth is meant year by year."""


def group_targets(stated: Sequence[PlanTarget], reference: Plan) -> list[TargetGroup]:
    """Sort targets into groups that each measure one thing and hold at most one target of a plan.

    What the reference lists as stated by its witnesses for one commitment is together from the start; then the
    most similar names are joined first. A target that stands alone is a group of its own.
    """
    group_of: dict[PlanTarget, TargetGroup] = {target: (target,) for target in stated}
    for seed in _seeds(stated, reference):
        group_of |= dict.fromkeys(seed, seed)
    for one, other in _similar_pairs(stated):
        first, second = group_of[one], group_of[other]
        if _plans(first).isdisjoint(_plans(second)) and _mean_similarity(first, second) >= SAME_NAME:
            group_of |= dict.fromkeys(first + second, first + second)
    return list(dict.fromkeys(group_of.values()))


def _seeds(stated: Sequence[PlanTarget], reference: Plan) -> Iterator[TargetGroup]:
    taken: set[PlanTarget] = set()
    for commitment in reference.commitments:
        if commitment.target and not commitment.target.value:
            seed = tuple(_witnessed(stated, commitment.target))
            if len(seed) > 1 and taken.isdisjoint(seed):
                taken.update(seed)
                yield seed


def _witnessed(stated: Sequence[PlanTarget], target: CommitmentTarget) -> Iterator[PlanTarget]:
    """The targets that a commitment's witnesses were read from: the same plan, words and a name like its own."""
    asked = grams(target.indicator)
    for plan, phrase in target.stated.items():
        said = [
            each
            for each in stated
            if each.plan == plan and normalise(each.target.phrase) in normalise(phrase)
        ]
        best = max(said, key=lambda each: len(grams(each.target.indicator) & asked), default=None)
        if best and grams(best.target.indicator) & asked:
            yield best


def _similar_pairs(stated: Sequence[PlanTarget]) -> list[tuple[PlanTarget, PlanTarget]]:
    """The pairs of different plans whose names mean one thing, the most similar first."""
    plans: dict[str, list[PlanTarget]] = {}
    namesakes: Counter[tuple[str, _Named]] = Counter()
    for each in stated:
        namesakes[each.plan, _named(each.target)] += 1
        if namesakes[each.plan, _named(each.target)] <= _NAMESAKES:
            plans.setdefault(each.plan, []).append(each)
    pairs = (pair for one, other in combinations(plans.values(), 2) for pair in product(one, other))
    rated = ((name_similarity(one.target, other.target), one, other) for one, other in pairs)
    near = sorted((pair for pair in rated if pair[0] >= SAME_NAME), key=lambda pair: -pair[0])
    return [(one, other) for _, one, other in near]


def _mean_similarity(first: TargetGroup, second: TargetGroup) -> float:
    return mean(name_similarity(one.target, other.target) for one, other in product(first, second))


def _plans(group: TargetGroup) -> set[str]:
    return {stated.plan for stated in group}


def name_similarity(one: Target, other: Target) -> float:
    """Return how far two targets measure one thing (0-1): the weighted share of bigrams their names share."""
    return _similarity(_named(one), _named(other))


def _named(target: Target) -> _Named:
    annual = target.kind is QuantityKind.GROWTH and target.annual
    return target.indicator, target.kind, dimension(target), annual


@lru_cache(maxsize=65_536)  # thousands of numbers may stand under one name
def _similarity(one: _Named, other: _Named) -> float:
    if one[1:] != other[1:]:
        return 0.0
    named, called = grams(one[0]), grams(other[0])
    return 2 * _weight(named & called) / ((_weight(named) + _weight(called)) or 1.0)


def _weight(found: frozenset[str]) -> float:
    common = len(found & boilerplate())
    return len(found) - common * (1 - BOILERPLATE_WEIGHT)

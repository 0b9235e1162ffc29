"""Facets: what two passages about the same thing still differ in: numbers, deadline, strength, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import NamedTuple

from plancmp.alignment.asked_targets import (
    AskedTarget,
    asked_targets,
    find_target,
    target_change,
)
from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.grams import unify
from plancmp.alignment.lexicon import find_way, ways_to_say
from plancmp.alignment.matching import Candidate, FoundTarget, PlanIndex
from plancmp.alignment.obligation import FIRM, MANDATORY, condition, denies, is_against, strength
from plancmp.alignment.reference import ReferenceCommitment, Wording
from plancmp.alignment.result import Change, Reason, TargetChange
from plancmp.alignment.targets import deadline_of
from plancmp.alignment.thresholds import SOFTENED_STEPS

_TARGET_REASONS = {Change.LOWER: Reason.TARGET_LOWERED, Change.MISSING: Reason.TARGET_DROPPED}


_BARE_VERB = 4
"""Signs of a verb without an object of its own (实施, 再行研究): what waits is in the clause before."""


class Facets(NamedTuple):
    """What a passage says beyond the bare match: reasons to call it weakened, whether it is firmer, its targets.

    `elsewhere` are the numbers that answer to those asked for but stand outside the passage.
    """

    reasons: tuple[Reason, ...]
    strengthened: bool
    targets: tuple[TargetChange, ...]
    elsewhere: tuple[FoundTarget, ...]


@dataclass(frozen=True)
class Asked:
    """What the reference asks of a commitment beyond its content, worked out when a passage first needs it.

    `period_end` is the year by which the reference wants things done where it names no other date.
    """

    commitment: ReferenceCommitment
    period_end: str | None

    @cached_property
    def targets(self) -> tuple[AskedTarget, ...]:
        """The numbers it asks for."""
        return asked_targets(self.commitment)

    @cached_property
    def conditional(self) -> bool:
        """Whether the reference itself makes a condition."""
        return _is_asked_conditionally(self.commitment)

    @property
    def weakest(self) -> int:
        """The obligation strength (1-5) that every wording asks at least."""
        return min(self._strengths, default=FIRM)

    @property
    def firmest(self) -> int:
        """The obligation strength (1-5) of the firmest wording."""
        return max(self._strengths, default=FIRM)

    @cached_property
    def _strengths(self) -> tuple[int, ...]:
        return tuple(
            max(strength_of(sentence, 0, len(sentence.spans) - 1, wording) for sentence in wording.sentences)
            for wording in self.commitment.wordings
        )


def contradicts(asked: Asked, passage: Candidate) -> bool:
    """Whether a passage says that what is asked will not be done (暂缓…), or forbids it (严禁…)."""
    if not denies(passage.quote) or any(is_against(each.text) for each in asked.commitment.wordings):
        return False
    return denies(_leading_words(passage.sentence, passage.first, passage.last, passage.wording))


def judge_facets(asked: Asked, passage: Candidate, index: PlanIndex) -> Facets:
    """Compare a passage that answers a commitment with what the reference asks; `index` is the whole plan."""
    found = [find_target(target, passage, index) for target in asked.targets]
    targets = tuple(map(target_change, asked.targets, found))
    reasons = [_TARGET_REASONS[target.change] for target in targets if target.change in _TARGET_REASONS]
    here = strength_of(passage.sentence, passage.first, passage.last, passage.wording)
    if _is_later(passage, found, asked.period_end):
        reasons.append(Reason.DEADLINE_LATER)
    if here < FIRM and asked.weakest - here >= SOFTENED_STEPS:
        reasons.append(Reason.OBLIGATION_SOFTENED)
    if (
        condition_on(passage.sentence, passage.first, passage.last)
        and asked.firmest >= FIRM
        and not asked.conditional
    ):
        reasons.append(Reason.MADE_CONDITIONAL)
    firmer = here == MANDATORY > asked.firmest or any(target.change is Change.HIGHER for target in targets)
    elsewhere = tuple(each for each in found if each and not each.stands_in(passage))
    return Facets(tuple(dict.fromkeys(reasons)), firmer and not reasons, targets, elsewhere)


def condition_on(sentence: Sentence, first: int, last: int) -> str:
    """The words that make these segments wait, "" when there are none.

    They stand in the segments, open the sentence, or are all that the next segment says.
    """
    if within := condition(unify(sentence.quote(first, last))):
        return within
    opening = unify(sentence.quote(0, 0)) if first else ""
    opened = condition(opening).rstrip(",")
    if opened and opening.startswith(f"{opened},"):
        return opened
    closing = unify(sentence.quote(last + 1, last + 1)) if last + 1 < len(sentence.spans) else ""
    closed = condition(closing)
    return closed if closing.startswith(closed) and len(closing) - len(closed) <= _BARE_VERB else ""


def _is_asked_conditionally(commitment: ReferenceCommitment) -> bool:
    """Whether one of the wordings waits for something, or the clause does where it stands in an official text."""
    if any(condition(unify(wording.text)) for wording in commitment.wordings):
        return True
    measure, clause = commitment.measure, commitment.commitment.text
    return any(
        condition_on(sentence, first, last)
        for sentence in split_sentences(measure.id, measure.text)
        for first in range(len(sentence.spans))
        for last in range(first, len(sentence.spans))
        if sentence.quote(first, last) == clause
    )


def strength_of(sentence: Sentence, first: int, last: int, wording: Wording) -> int:
    """The strength of what answers `wording` in these segments: that of the words in front of it."""
    return strength(_leading_words(sentence, first, last, wording))


def _leading_words(sentence: Sentence, first: int, last: int, wording: Wording) -> str:
    """The words in front of what answers `wording`, in the segment that holds most of it."""
    segments = (unify(sentence.quote(place, place)) for place in range(first, last + 1))
    return _up_to_object(max(segments, key=lambda text: _held(text, wording)), wording)


def _held(text: str, wording: Wording) -> float:
    """What a normalised text holds of a wording, by weight."""
    return fsum(weight for gram, weight in wording.weights.items() if gram in text)


def _up_to_object(text: str, wording: Wording) -> str:
    """A normalised text up to the weightiest bigram of the wording in it (whose first sign may end the verb).

    Where it says the whole in other words, up to the first of these.
    """
    places = [(-weight, place) for gram, weight in wording.weights.items() if (place := text.find(gram)) >= 0]
    if places:
        return text[: min(places)[1] + 1]
    ways = (way for group in wording.groups for way, _ in ways_to_say(group))
    return text[: min((at for way in ways if (at := find_way(way, text)) >= 0), default=len(text))]


def _is_later(passage: Candidate, numbers: Sequence[FoundTarget | None], period_end: str | None) -> bool:
    """Whether a passage, or a number that answers to one asked for, is put off."""
    asked = deadline_of(passage.wording.text) or period_end
    named = [deadline_of(passage.up_to_end), *(found.target.deadline for found in numbers if found)]
    return asked is not None and any(local and local > f"{asked}-12"[:7] for local in named)

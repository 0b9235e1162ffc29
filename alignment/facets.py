"""Facets: what two passages about the same thing still differ in: numbers, deadline, strength, conditions."""

from __future__ import annotations

from dataclasses import dataclass

from plancmp.alignment.grams import grams, unify
from plancmp.alignment.matching import Candidate
from plancmp.alignment.obligation import FIRM, MANDATORY, condition, strength
from plancmp.alignment.reference import ReferenceCommitment, Wording
from plancmp.alignment.result import Change, Reason, TargetChange
from plancmp.alignment.targets import Target, compare_targets, deadline_of, find_targets
from plancmp.alignment.thresholds import SAME_INDICATOR, SOFTENED_STEPS

_OPENER = 6
"""A segment with fewer bigrams (力争到2025年) opens the next one and lends it its verb."""

_TARGET_REASONS = {Change.LOWER: Reason.TARGET_LOWERED, Change.MISSING: Reason.TARGET_DROPPED}


@dataclass(frozen=True, slots=True)
class Facets:
    """What a passage says beyond the bare match: reasons to call it weakened, whether it is firmer, its targets."""

    reasons: tuple[Reason, ...]
    strengthened: bool
    targets: tuple[TargetChange, ...]


def judge_facets(commitment: ReferenceCommitment, passage: Candidate, period_end: str | None) -> Facets:
    """Compare a passage that answers a commitment with what the reference asks.

    `period_end` is the year by which the reference wants things done where it names no other date.
    """
    targets = _compare_targets(commitment, passage)
    reasons = [_TARGET_REASONS[target.change] for target in targets if target.change in _TARGET_REASONS]
    here = strength(_leading(passage))
    there = [strength(_before_object(unify(wording.text), wording)) for wording in commitment.wordings]
    if _is_later(passage, period_end):
        reasons.append(Reason.DEADLINE_LATER)
    if min(there) - here >= SOFTENED_STEPS:
        reasons.append(Reason.OBLIGATION_SOFTENED)
    if min(there) >= FIRM and _is_made_conditional(commitment, passage):
        reasons.append(Reason.MADE_CONDITIONAL)
    firmer = here == MANDATORY > max(there) or any(target.change is Change.HIGHER for target in targets)
    return Facets(tuple(dict.fromkeys(reasons)), firmer and not reasons, targets)


def _compare_targets(commitment: ReferenceCommitment, passage: Candidate) -> tuple[TargetChange, ...]:
    local = find_targets(_up_to_end(passage))
    return tuple(
        _change(reference, phrase, agreed, local)
        for reference, phrase, agreed in _reference_targets(commitment)
    )


def _reference_targets(commitment: ReferenceCommitment) -> list[tuple[Target, str, bool]]:
    """The targets asked for: target, its words, and whether the witnesses agree on the value."""
    stated = commitment.commitment.target
    if stated is None:
        own = () if commitment.commitment.witnesses else find_targets(commitment.commitment.text)
        return [(target, target.phrase, True) for target in own]
    phrase = stated.value or next(iter(stated.stated.values()), "")
    found = find_targets(stated.indicator + phrase)
    return [(found[0], phrase, stated.value is not None)] if found else []


def _change(reference: Target, phrase: str, agreed: bool, local: tuple[Target, ...]) -> TargetChange:
    same = [target for target in local if _is_same_indicator(reference, target)]
    if not same:
        return TargetChange(reference.indicator, phrase, "", Change.MISSING)
    change = compare_targets(reference, same[0]) if agreed else Change.NOT_COMPARABLE
    return TargetChange(reference.indicator, phrase if agreed else "", same[0].phrase, change)


def _is_same_indicator(reference: Target, local: Target) -> bool:
    asked, found = grams(reference.indicator), grams(local.indicator)
    smaller = min(len(asked), len(found)) or 1
    return len(asked & found) / smaller >= SAME_INDICATOR or reference.unit == local.unit != ""


def _up_to_end(passage: Candidate) -> str:
    """The sentence up to the passage's end: dates and 每年 in front of the passage reach into it."""
    return passage.sentence.quote(0, passage.last)


def _leading(passage: Candidate) -> str:
    """The words in front of what answers the commitment: its own segment's, and those of an opener before it."""
    sentence = passage.sentence
    weights = passage.wording.weights

    def answered(place: int) -> float:
        return sum(weights.get(gram, 0.0) for gram in grams(sentence.quote(place, place)))

    place = max(range(passage.first, passage.last + 1), key=answered)
    opener = sentence.quote(place - 1, place - 1) if place else ""
    lead_in = unify(opener) if len(grams(opener)) < _OPENER else ""
    return lead_in + _before_object(unify(sentence.quote(place, place)), passage.wording)


def _before_object(text: str, wording: Wording) -> str:
    """The part of a normalised text before the weightiest bigram of the wording that it holds."""
    held = [gram for gram in wording.weights if gram in text]
    if not held:
        return text
    return text[: text.index(max(held, key=lambda gram: (wording.weights[gram], -text.index(gram))))]


def _is_later(passage: Candidate, period_end: str | None) -> bool:
    local = deadline_of(_up_to_end(passage))
    asked = deadline_of(passage.wording.text) or period_end
    return local is not None and asked is not None and local > f"{asked}-12"[:7]


def _is_made_conditional(commitment: ReferenceCommitment, passage: Candidate) -> bool:
    if any(condition(unify(wording.text)) for wording in commitment.wordings):
        return False
    before = unify(passage.sentence.quote(passage.first - 1, passage.first - 1)) if passage.first else ""
    opener = condition(before)
    return bool(condition(unify(passage.quote))) or bool(opener and before.endswith(opener))

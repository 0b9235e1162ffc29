"""The numbers a commitment asks for, and what became of each in a passage that answers it."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from plancmp.alignment.grams import unify
from plancmp.alignment.matching import Candidate
from plancmp.alignment.quantities import Kind
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import Change, TargetChange
from plancmp.alignment.targets import Target, compare_targets, dimension, find_targets
from plancmp.alignment.thresholds import SAME_INDICATOR


class AskedTarget(NamedTuple):
    """A number the reference asks for, in its words; `phrase` is empty where the witnesses do not agree on one."""

    indicator: str
    phrase: str
    target: Target


def asked_targets(commitment: ReferenceCommitment) -> tuple[AskedTarget, ...]:
    """Return the numbers a commitment asks for: the stated one, or those in the clause of an official text."""
    stated = commitment.commitment.target
    if stated is None:
        own = () if commitment.commitment.witnesses else find_targets(commitment.commitment.text)
        return tuple(AskedTarget(target.indicator, target.phrase, target) for target in own)
    phrase = stated.value or next(iter(stated.stated.values()), "")
    found = find_targets(stated.indicator + phrase)[:1]
    return tuple(AskedTarget(stated.indicator, stated.value or "", target) for target in found)


def target_change(asked: AskedTarget, passage: Candidate) -> TargetChange:
    """Say what became of a number in a passage: 每年 and dates in front of the passage reach into it."""
    local = find_targets(passage.up_to_end)
    found = max(
        local,
        key=lambda target: (_likeness(asked.target, target), target.value == asked.target.value),
        default=None,
    )
    if found is None or _likeness(asked.target, found) < SAME_INDICATOR:
        found = next((target for target in local if _is_present(asked.target, target, passage)), None)
    if found is None:
        return TargetChange(asked.indicator, asked.phrase, "", Change.MISSING)
    change = compare_targets(asked.target, found) if asked.phrase else Change.NOT_COMPARABLE
    return TargetChange(asked.indicator, asked.phrase, found.phrase, change)


def _is_present(reference: Target, local: Target, passage: Candidate) -> bool:
    """Counts and sums compare by presence: in the passage itself, the same unit will do under any name."""
    start = passage.sentence.spans[passage.first][0] - passage.sentence.spans[0][0]
    return (
        reference.kind is local.kind is Kind.LEVEL
        and dimension(reference) == dimension(local)
        and local.start >= start
    )


def _likeness(reference: Target, local: Target) -> float:
    """How far two indicators are one (0-1): how well the shorter name fits into the longer one.

    The same number under another name will do where nothing is named alike.
    """
    asked, named = unify(reference.indicator), unify(local.indicator)
    likeness = fuzz.partial_ratio(asked, named) / 100 if asked and named else 0.0
    same_number = (reference.value, reference.unit) == (local.value, local.unit)
    return max(likeness, SAME_INDICATOR) if same_number else likeness

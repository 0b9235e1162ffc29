"""Confidence: how often verdicts like this one agree with careful readings (0-1), by the figures in thresholds.py."""

from __future__ import annotations

from plancmp.alignment.checks import OVERRIDING
from plancmp.alignment.result import Basis, CommitmentResult, Verdict
from plancmp.alignment.thresholds import (
    ABSENT_CONFIDENCE,
    BY_CONCEPTS_CONFIDENCE,
    BY_WORDS,
    BY_WORDS_CONFIDENCE,
    CLEAR_CONFIDENCE,
    CLEAR_MARGIN,
    CONFIDENCE,
    NEAR_CONFIDENCE,
    NEARLY,
    THEME_CONFIDENCE,
    WEAKENED_CONFIDENCE,
)


def commitment_confidence(result: CommitmentResult) -> float:
    """Return how often verdicts on commitments like this one are right (0-1)."""
    if result.verdict is Verdict.OMITTED:
        return _omission_confidence(result)
    if result.verdict is Verdict.WEAKENED:
        first = "overriding" if not OVERRIDING.isdisjoint(result.reasons) else result.reasons[0]
        # A reason that the gold does not have yet is as sure as weakenings are on the whole.
        return WEAKENED_CONFIDENCE.get(first, CONFIDENCE[Verdict.WEAKENED])
    by_words = result.basis is Basis.ATTESTED or result.score >= BY_WORDS
    return BY_WORDS_CONFIDENCE if by_words else BY_CONCEPTS_CONFIDENCE


def _omission_confidence(result: CommitmentResult) -> float:
    if result.theme:
        return THEME_CONFIDENCE
    return NEAR_CONFIDENCE if result.score >= NEARLY else ABSENT_CONFIDENCE


def measure_confidence(verdict: Verdict, share: float, threshold: float) -> float:
    """Return how often a measure's verdict like this one is right (0-1).

    An adoption is the surer the further its share lies above the threshold; the others show no such slope.
    """
    if verdict is not Verdict.ADOPTED:
        return CONFIDENCE[verdict]
    margin = min(1.0, (share - threshold) / CLEAR_MARGIN)
    return round(CONFIDENCE[verdict] + (CLEAR_CONFIDENCE - CONFIDENCE[verdict]) * margin, 2)

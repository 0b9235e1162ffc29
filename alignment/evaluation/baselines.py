"""Baselines: what simple comparisons of whole measures come to, so that a reader can tell what the method adds.

Each finds one local measure for every measure of the reference and a score (0-1); two thresholds turn it into verdicts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations_with_replacement

from rapidfuzz import fuzz

from plancmp.alignment.evaluation.predictions import Label
from plancmp.alignment.normal import normalise
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.result import Verdict
from plancmp.plans.model import Plan

_STEPS = 20

BestMatches = Mapping[str, tuple[str, float]]
"""For each measure of the reference the local measure found for it, and its score."""


class Baseline(StrEnum):
    """A simple method."""

    TITLE_RATIO = "title_ratio"
    WHOLE_TEXT_RATIO = "whole_text_ratio"
    CHARACTER_TFIDF = "character_tfidf"


def find_measures(baseline: Baseline, reference: Plan, plan: Plan) -> BestMatches:
    """Find the local measure for each measure of the reference; the plan needs at least one measure.

    `title_ratio` pairs measures one to one, the most similar pair first; the others take the best local measure for
    each, which may be the same one several times.
    """
    if baseline is Baseline.TITLE_RATIO:
        asked = {measure.id: normalise(measure.title) for measure in reference.measures}
        return _one_to_one(
            _ratios(asked, {measure.id: normalise(measure.title) for measure in plan.measures})
        )
    asked = _texts(reference, plan.id)
    local = {measure.id: normalise(measure.text) for measure in plan.measures}
    is_ratio = baseline is Baseline.WHOLE_TEXT_RATIO
    scores = _ratios(asked, local) if is_ratio else _cosines(asked, local)
    return {measure: max(found.items(), key=lambda item: item[1]) for measure, found in scores.items()}


def predict_by_thresholds(found: BestMatches, adopted: float, weakened: float) -> dict[str, Label]:
    """Make verdicts of scores: adopted from the one threshold on, weakened from the lower one on, else omitted."""

    def label(local: str, score: float) -> Label:
        if score < weakened:
            return Label(Verdict.OMITTED, frozenset())
        return Label(Verdict.ADOPTED if score >= adopted else Verdict.WEAKENED, frozenset({local}))

    return {measure: label(*best) for measure, best in found.items()}


def threshold_pairs(found: Sequence[BestMatches]) -> Iterator[tuple[float, float]]:
    """Yield pairs of thresholds (adopted, weakened) between the scores that occur, evenly over their ranks."""
    scores = sorted(score for each in found for _, score in each.values())
    steps = sorted({scores[step * (len(scores) - 1) // _STEPS] for step in range(_STEPS + 1)})
    yield from ((high, low) for low, high in combinations_with_replacement(steps, 2))


def _texts(reference: Plan, judged: str) -> dict[str, str]:
    """What a measure of the reference says: its text, or its commitments in the words of one witness each."""
    texts: dict[str, list[str]] = {measure.id: [] for measure in reference.measures}
    for commitment in prepare_reference(reference, judged):
        texts[commitment.commitment.id.rpartition(".")[0]] += [
            variant.text for variant in commitment.variants[:1]
        ]
    return {
        measure.id: normalise(measure.text or "。".join(texts[measure.id])) for measure in reference.measures
    }


def _ratios(asked: Mapping[str, str], local: Mapping[str, str]) -> dict[str, dict[str, float]]:
    return {
        one: {other: fuzz.ratio(text, there) / 100 for other, there in local.items()}
        for one, text in asked.items()
    }


def _one_to_one(scores: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[str, float]]:
    pairs = sorted((-score, one, other) for one, row in scores.items() for other, score in row.items())
    taken: set[str] = set()
    found: dict[str, tuple[str, float]] = {}
    for score, one, other in pairs:
        if one not in found and other not in taken:
            found[one] = (other, -score)
            taken.add(other)
    return {one: found.get(one, ("", 0.0)) for one in scores}


def _cosines(asked: Mapping[str, str], local: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Cosine of the TF-IDF vectors of character bigrams, idf being counted over the local measures."""
    counts = {measure: _bigrams(text) for measure, text in local.items()}
    frequency = Counter(gram for count in counts.values() for gram in count)
    idf = {gram: math.log((1 + len(local)) / (1 + seen)) + 1 for gram, seen in frequency.items()}

    def vector(count: Counter[str]) -> dict[str, float]:
        weights = {gram: times * idf[gram] for gram, times in count.items() if gram in idf}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {gram: weight / length for gram, weight in weights.items()}

    vectors = {measure: vector(count) for measure, count in counts.items()}
    return {
        one: {other: _product(vector(_bigrams(text)), there) for other, there in vectors.items()}
        for one, text in asked.items()
    }


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(len(text) - 1))


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other[gram] for gram, weight in one.items() if gram in other)

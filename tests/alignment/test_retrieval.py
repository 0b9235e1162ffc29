"""The matcher against a slow and obvious one: every window of every sentence, scored from its definition."""

from __future__ import annotations

from math import fsum

import pytest

from plancmp.alignment.clauses import Sentence
from plancmp.alignment.compare import PreparedReference, compare_plans, compare_prepared
from plancmp.alignment.grams import canonicalise, grams
from plancmp.alignment.lexicon import find_way, ways_to_say
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment, prepare_reference
from plancmp.alignment.retrieval import Candidate, find_candidates, index_plan
from plancmp.alignment.thresholds import EXAMINED, NEAR, WINDOW_COST
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan
from tools.benchmarks.counties import generate_counties

REFERENCE = load_plan(Library().find("province"))
REAL = [load_plan(path) for path in Library().paths() if path.stem != REFERENCE.id]
PLANS = [*REAL, *generate_counties(3)]


def held(variant: QueryVariant, sentence: Sentence, first: int, last: int) -> dict[str, float]:
    """What the segments from the first to the last hold of a wording's bigrams, each with what it is worth."""
    texts = [sentence.quote(place, place) for place in range(first, last + 1)]
    found = {gram: 1.0 for text in texts for gram in grams(text) if gram in variant.weights}
    for group, inside in variant.groups.items():
        said = (
            worth
            for way, worth in ways_to_say(group)
            for text in texts
            if find_way(way, canonicalise(text)) >= 0
        )
        worth = max(said, default=0.0)
        found |= {gram: worth for gram in inside if worth > found.get(gram, 0.0)}
    return found


def reach_of(variant: QueryVariant, sentence: Sentence) -> float:
    """The most that any window of a sentence can hold of a wording, whatever its bigrams prove."""
    texts = [sentence.quote(place, place) for place in range(len(sentence.spans))]
    own = fsum(
        variant.weights[gram] for gram in {gram for text in texts for gram in grams(text)} & variant.grams
    )
    for group, inside in variant.groups.items():
        said = (
            worth
            for way, worth in ways_to_say(group)
            for text in texts
            if find_way(way, canonicalise(text)) >= 0
        )
        own += fsum(map(variant.weights.__getitem__, inside)) * max(said, default=0.0)
    return own


def share(variant: QueryVariant, sentence: Sentence, first: int, last: int) -> float:
    """What a window holds, where a bigram that leans on another counts only beside it."""
    found = held(variant, sentence, first, last)
    return fsum(
        variant.weights[gram] * worth
        for gram, worth in found.items()
        if gram not in variant.leaning or variant.leaning[gram] in found
    )


def said(variant: QueryVariant, sentence: Sentence, first: int, last: int) -> int:
    """How many bigrams of the commitment's own statement a window holds."""
    texts = (sentence.quote(place, place) for place in range(first, last + 1))
    return len(variant.statement & frozenset().union(*map(grams, texts)))


def has_more(found: dict[str, float], before: dict[str, float]) -> bool:
    return any(worth > before.get(gram, 0.0) for gram, worth in found.items())


def best_window(variant: QueryVariant, sentence: Sentence) -> Candidate:
    """Of all windows with at most one segment more than the wording the one with the highest score.

    A window begins and ends with a segment that holds something new. Of equals the one in the reference's words,
    then the shortest, then the first.
    """
    best = ((0.0, 0, 0, 0), Candidate(sentence, 0, 0, variant, words=0.0, score=0.0))
    for first in range(len(sentence.spans)):
        for last in range(first, len(sentence.spans)):
            extra = max(0, last - first + 1 - variant.segments)
            before = held(variant, sentence, first, last - 1)
            if (
                extra > 1
                or not held(variant, sentence, first, first)
                or not has_more(held(variant, sentence, first, last), before)
            ):
                continue
            score = round(share(variant, sentence, first, last) - WINDOW_COST * extra, 9)
            rank = (score, said(variant, sentence, first, last), first - last, -first)
            if rank > best[0]:
                best = (rank, Candidate(sentence, first, last, variant, words=score, score=score))
    return best[1]


def slow_candidates(commitment: ReferenceCommitment, sentences: tuple[Sentence, ...]) -> list[Candidate]:
    """The best window of each sentence that comes near one of the wordings; of measures' nearest where few do."""
    reach = {each: max(reach_of(variant, each) for variant in commitment.variants) for each in sentences}
    touched = sorted(
        (each for each in sentences if reach[each]), key=lambda each: (-round(reach[each], 9), each.text)
    )
    near = [each for each in touched if reach[each] >= NEAR]
    of_measures = [each for each in touched if not each.section]
    if sum(not each.section for each in near) < EXAMINED:
        near += [each for each in of_measures[:EXAMINED] if each not in near]
    windows = [[best_window(variant, sentence) for variant in commitment.variants] for sentence in near]
    best = [max(each, key=lambda window: window.score) for each in windows]
    return sorted(best, key=lambda each: (-each.score, each.quote))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_the_fast_matcher_finds_what_the_slow_one_finds(plan: Plan) -> None:
    index = index_plan(plan)
    for commitment in prepare_reference(REFERENCE, plan.id)[::4]:
        fast, slow = find_candidates(commitment, index), slow_candidates(commitment, index.sentences)
        assert [(each.quote, each.score, each.variant.text) for each in fast] == [
            (each.quote, each.score, each.variant.text) for each in slow
        ]


def test_a_reference_prepared_once_serves_witnesses_and_others_alike() -> None:
    prepared = PreparedReference(REFERENCE)
    for plan in PLANS:
        assert compare_prepared(prepared, plan) == compare_plans(REFERENCE, plan)


def test_what_is_asked_leaves_out_the_words_of_a_witness_that_is_judged() -> None:
    prepared = PreparedReference(REFERENCE)
    witness = next(plan.id for plan in REAL if prepared.demands_of(plan.id) != prepared.demands_of("nobody"))
    quotes = {
        (commitment.id, each.quote)
        for commitment in REFERENCE.commitments
        for each in commitment.witnesses
        if each.plan != witness
    }
    independent = [asked.commitment for asked in prepared.demands_of(witness) if asked.commitment.independent]
    assert independent
    for commitment in independent:
        for variant in commitment.variants:
            assert (commitment.commitment.id, variant.text) in quotes
    assert prepared.demands_of("nobody") is prepared.demands_of("somebody")

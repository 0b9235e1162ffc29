"""Strength of obligation (力度): how firmly a clause promises what it promises, or that it will not be done.

The strength that governs an object is that of the verbs in front of it in its own segment (鼓励企业探索… is
exploring), never that of a word elsewhere in the sentence. The scale is that of obligation.py.
"""

from __future__ import annotations

from math import fsum

from plancmp.alignment.checks.demand import Check, Demand, Outcome, Pairing
from plancmp.alignment.clauses import Sentence
from plancmp.alignment.drafting.kinds import is_topic, leads
from plancmp.alignment.grams import canonicalise
from plancmp.alignment.lexicon import find_way, ways_to_say
from plancmp.alignment.obligation import FIRM, MANDATORY, denies, is_against, strength
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.result import Reason
from plancmp.alignment.retrieval import Candidate
from plancmp.alignment.thresholds import SOFTENED_STEPS


def contradicts(demand: Demand, passage: Candidate) -> bool:
    """Whether a passage says that what is asked will not be done (暂缓…), or forbids it (严禁…)."""
    if not denies(passage.quote) or any(is_against(each.text) for each in demand.commitment.variants):
        return False
    return denies(_leading_words(passage.sentence, passage.first, passage.last, passage.variant))


def strength_asked(demand: Demand) -> int:
    """The obligation strength (1-5) that most variants ask at least: one witness may have softened it already."""
    asked = sorted(demand.ask(_strengths))
    return asked[(len(asked) - 1) // 2] if asked else FIRM


def firmest_asked(demand: Demand) -> int:
    """The obligation strength (1-5) of the firmest variant."""
    return max(demand.ask(_strengths), default=FIRM)


def strength_promised(passage: Candidate) -> int:
    """The obligation strength (1-5) of the words in front of what answers the variant in a passage."""
    return _strength_of(passage.sentence, passage.first, passage.last, passage.variant)


def _strengths(commitment: ReferenceCommitment) -> tuple[int, ...]:
    return tuple(
        max(_strength_of(sentence, 0, len(sentence.spans) - 1, variant) for sentence in variant.sentences)
        for variant in commitment.own_variants
    )


def _strength_of(sentence: Sentence, first: int, last: int, variant: QueryVariant) -> int:
    """That of the words in front, of the clause that leads to them, and of what is said of a topic."""
    most = _segment_with_most(sentence, first, last, variant)
    before = sentence.quote(most - 1, most - 1) if most > first and leads(sentence, most - 1) else ""
    behind = sentence.quote(most + 1, most + 1) if most < last and is_topic(sentence, most) else ""
    return strength(
        canonicalise(before) + _leading_words(sentence, most, most, variant) + canonicalise(behind)
    )


def _leading_words(sentence: Sentence, first: int, last: int, variant: QueryVariant) -> str:
    """The words in front of what answers `variant`, in the segment that holds most of it."""
    most = _segment_with_most(sentence, first, last, variant)
    return _up_to_object(canonicalise(sentence.quote(most, most)), variant)


def _segment_with_most(sentence: Sentence, first: int, last: int, variant: QueryVariant) -> int:
    return max(
        range(first, last + 1),
        key=lambda index: (_held(canonicalise(sentence.quote(index, index)), variant), -index),
    )


def _held(text: str, variant: QueryVariant) -> float:
    """What a normalised text holds of a variant, by weight."""
    return fsum(weight for gram, weight in variant.weights.items() if gram in text)


def _up_to_object(text: str, variant: QueryVariant) -> str:
    """A normalised text up to the weightiest bigram of the variant in it (whose first character may end the verb).

    Where it says the whole in other words, up to the first of these.
    """
    found_at = [
        (-weight, index) for gram, weight in variant.weights.items() if (index := text.find(gram)) >= 0
    ]
    if found_at:
        at = min(found_at)[1]
        fronted, comma, said_of_it = text.rpartition(",")
        return said_of_it if comma and at < len(fronted) else text[: at + 1]
    ways = (way for group in variant.groups for way, _ in ways_to_say(group))
    return text[: min((at for way in ways if (at := find_way(way, text)) >= 0), default=len(text))]


def _judge(pairing: Pairing) -> Outcome:
    demand, promised = pairing.demand, strength_promised(pairing.passage)
    softened = promised < FIRM and strength_asked(demand) - promised >= SOFTENED_STEPS
    return Outcome(
        reasons=(Reason.OBLIGATION_SOFTENED,) if softened else (),
        firmer=promised == MANDATORY > firmest_asked(demand),
    )


CHECK = Check(frozenset({Reason.OBLIGATION_SOFTENED}), _judge)

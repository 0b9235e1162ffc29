"""Concepts: what a passage has to speak of to answer a commitment, besides sharing words with it.

A reference may name a commitment's concepts, each a list of expressions, official, everyday or figurative, for one
ingredient: the thing itself, the instrument, those it is for. This is the search block of systematic reviews (any
expression of a concept, and every concept), and it serves both ways: a passage that merely sounds like the commitment
does not answer it when a concept is lacking, and a clause that holds every concept answers it in whatever words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from plancmp.alignment.grams import canonicalise
from plancmp.alignment.lexicon import find_way
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.retrieval import Candidate, PlanIndex, in_order
from plancmp.alignment.thresholds import BY_CONCEPTS, NEAR, SIMILAR_BY_CONCEPTS, VERBATIM, Thresholds

_SEPARATOR, _ELLIPSIS = "、", "…"


def apply_concepts(
    commitment: ReferenceCommitment,
    candidates: Sequence[Candidate],
    index: PlanIndex,
    thresholds: Thresholds,
) -> list[Candidate]:
    """Return the candidates, best first: those that lack a concept marked, those found by all concepts added.

    A passage that holds nearly all of a wording needs no proof of its concepts, nor does one in a section, which counts
    only when it does. The plan is searched for the concepts where no passage carries the whole commitment by its words.
    """
    if not commitment.concepts:
        return list(candidates)
    # What scores too little to answer whatever it speaks of is left as it is.
    least = min(thresholds.spoken_of, thresholds.present)
    marked = [
        each._replace(lacking=lacking(commitment, each)) if each.score >= least else each
        for each in candidates
    ]
    if any(each.answers(thresholds) and each.words >= thresholds.whole for each in marked):
        return marked
    return in_order(_joined(marked, _find(commitment, index, clauses=1)))


def look_beside(
    commitments: Sequence[ReferenceCommitment],
    candidates: Sequence[list[Candidate]],
    index: PlanIndex,
    thresholds: Thresholds,
) -> list[list[Candidate]]:
    """Return the candidates with those for commitments that nothing answers, where their siblings are answered.

    In a local measure that answers another commitment of the same measure of the reference, two neighbouring clauses
    of a sentence that hold every concept between them are taken for an answer; elsewhere that is often chance.
    """
    answering = [
        {each.sentence.measure for each in found if each.answers(thresholds) and not each.sentence.section}
        for found in candidates
    ]
    homes: dict[str, set[str]] = defaultdict(set)
    for commitment, measures in zip(commitments, answering, strict=True):
        homes[commitment.measure.id] |= measures
    return [
        found
        if measures or not commitment.concepts
        else in_order(
            _joined(
                found,
                (
                    each
                    for each in _find(commitment, index, clauses=2)
                    if each.sentence.measure in homes[commitment.measure.id]
                ),
            )
        )
        for commitment, found, measures in zip(commitments, candidates, answering, strict=True)
    ]


def _joined(candidates: Iterable[Candidate], found: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates and the clauses found by concepts, one of each sentence: the better, with all that both quote."""
    joined = {each.sentence: each for each in candidates}
    for clause in found:
        known = joined.get(clause.sentence, clause)
        better = max(known, clause, key=lambda each: (not each.lacking, each.score))
        joined[clause.sentence] = (
            clause
            if known.lacking or known.words < NEAR
            else better._replace(first=min(known.first, clause.first), last=max(known.last, clause.last))
        )
    return joined.values()


def lacking(commitment: ReferenceCommitment, passage: Candidate) -> str:
    """The first concept that a passage's sentence lacks; "" where it lacks none or needs no proof."""
    if passage.sentence.section or passage.words >= VERBATIM:
        return ""
    verbatim = passage.sentence.text
    missing = (each for each in commitment.concepts if not _says_literally(each, verbatim))
    text = ""
    for concept in missing:
        text = text or canonicalise(verbatim)
        if not _first_said(_expressions(concept), text):
            return concept
    return ""


def spoken_of(concepts: Iterable[str], text: str) -> tuple[str, ...]:
    """The first expression of each concept that a text has, in the form that is compared; none for one it lacks."""
    said = canonicalise(text)
    return tuple(filter(None, (_first_said(_expressions(concept), said) for concept in concepts)))


def _says_literally(concept: str, text: str) -> bool:
    """Whether a text has an expression of a concept verbatim; saves bringing the text to the form that is compared."""
    return any(expression in text for expression in _as_written(concept))


@cache
def _as_written(concept: str) -> tuple[str, ...]:
    return tuple(concept.split(_SEPARATOR))


def _first_said(expressions: Iterable[str], text: str) -> str:
    """The first of these expressions that a text in the form that is compared has; "" where it has none."""
    return next((each for each in expressions if find_way(each, text) >= 0), "")


def _find(commitment: ReferenceCommitment, index: PlanIndex, clauses: int) -> Iterator[Candidate]:
    """The clauses of measures that hold every concept, one of each sentence."""
    positions: set[int] | None = None
    for concept in commitment.concepts:
        holding = sentences_speaking_of(concept, index)
        positions = holding if positions is None else positions & holding
        if not positions:
            return
    concepts = [_expressions(concept) for concept in commitment.concepts]
    for position in sorted(positions or ()):
        if not index.sentences[position].section:
            yield from _passages_with_all(commitment, concepts, index, position, clauses)


def sentences_speaking_of(concept: str, index: PlanIndex) -> set[int]:
    """The sentences, by their number, that may have one of the expressions of a concept."""
    return index.speaking_of(*_by_ends(concept))


def _passages_with_all(
    commitment: ReferenceCommitment,
    concepts: Sequence[Sequence[str]],
    index: PlanIndex,
    position: int,
    clauses: int,
) -> Iterator[Candidate]:
    """The first so many neighbouring clauses of a sentence that hold every concept, if there are any."""
    said = [[bool(_first_said(each, text)) for text in index.texts[position]] for each in concepts]
    for first in range(len(index.texts[position]) - clauses + 1):
        if all(any(each[first : first + clauses]) for each in said):
            held = frozenset().union(*index.segments[position][first : first + clauses])
            variant, similarity = _most_similar(commitment.variants, held)
            words, last = BY_CONCEPTS + SIMILAR_BY_CONCEPTS * similarity, first + clauses - 1
            yield Candidate(index.sentences[position], first, last, variant, words, words, lacking="")
            return


def _most_similar(variants: Sequence[QueryVariant], held: frozenset[str]) -> tuple[QueryVariant, float]:
    """The wording of which a clause with these bigrams holds most, and how much (0-1)."""
    shares = [variant.held_by(dict.fromkeys(variant.grams & held, 1.0)) for variant in variants]
    best = max(range(len(variants)), key=lambda number: (shares[number], -number))
    return variants[best], shares[best]


@cache
def _by_ends(concept: str) -> tuple[Mapping[str, Collection[str]], Collection[str]]:
    """The first two characters of each expression of a concept, with the last two of those that begin so.

    Beside them the first one alone of those without two such, for a gap among them.
    """
    ends: dict[str, set[str]] = defaultdict(set)
    characters: set[str] = set()
    for each in _expressions(concept):
        if len(each) < 2 or _ELLIPSIS in each[:2] + each[-2:]:
            characters.add(each[0])
        else:
            ends[each[:2]].add(each[-2:])
    return ends, characters


@cache
def _expressions(concept: str) -> tuple[str, ...]:
    """The expressions of a concept in the form that is compared, … for a gap."""
    parts = (canonicalise(part) for part in concept.split(_ELLIPSIS))
    return tuple(filter(None, _ELLIPSIS.join(parts).split(_SEPARATOR)))

"""Where a mutation can be aimed: clauses that a plan is known to carry a provincial commitment with.

A clause is a witness of the commitment (an editor read it so) and the comparison of the plan as it is calls the
commitment adopted; so what an edit of that clause does to the verdict is known before the comparison is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CommitmentResult, Comparison, Verdict
from plancmp.alignment.trace import CandidateTrace
from plancmp.plans.model import Commitment
from tests.alignment.editing import REFERENCE, measure_of, plan_named, sentences_of

_TRACED = 5
"""So many passages are traced at most: a full list may hide more places, a shorter one is complete."""

_MARK = re.compile(r"(?<!\d)[，,。；;]|[，,。；;](?!\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A witness quote in its plan: its segment (between commas) and its sentence (up to 。 or ;), verbatim."""

    base: str
    measure: str
    quote: str
    segment: str
    sentence: str
    commitment: Commitment
    result: CommitmentResult

    @property
    def is_only_home(self) -> bool:
        """Whether every passage the comparison found for the commitment stands in this sentence."""
        return len(self.places) < _TRACED and all(
            place.measure == self.measure and place.quote in self.sentence for place in self.places
        )

    @property
    def stands_only_in(self) -> frozenset[str]:
        """The local measures in which passages carry the commitment; none where there may be more than are known."""
        return frozenset(place.measure for place in self.places if len(self.places) < _TRACED)

    @property
    def places(self) -> list[CandidateTrace]:
        """The passages that carry the commitment."""
        assert self.result.trace
        return [passage for passage in self.result.trace.passages if passage.carries]

    @property
    def other_wordings(self) -> tuple[str, ...]:
        """How the other witnesses put it; the plan's own words do not count when it is judged."""
        return tuple(witness.quote for witness in self.commitment.witnesses if witness.plan != self.base) or (
            self.commitment.text,
        )


@cache
def unmutated(base: str) -> Comparison:
    """The comparison of the plan as it is."""
    reference = plan_named(REFERENCE)
    return compare_plans(
        reference, plan_named(base), blind=True, trace={measure.id for measure in reference.measures}
    )


@cache
def clauses_of(base: str) -> tuple[Clause, ...]:
    """Every clause of the plan that is a witness of a commitment the comparison calls adopted."""
    results = {result.id: result for result in unmutated(base).commitments}
    return tuple(
        _clause(base, witness.measure, witness.quote, commitment, results[commitment.id])
        for commitment in plan_named(REFERENCE).commitments
        for witness in commitment.witnesses
        if witness.plan == base and witness.measure and results[commitment.id].verdict is Verdict.ADOPTED
    )


def segments_of(sentence: str) -> list[str]:
    """A sentence cut at its commas; the marks are left out."""
    return [segment.strip() for segment in _MARK.split(sentence) if segment.strip()]


def may_speak_of(commitment: Commitment, segment: str) -> bool:
    """Whether a segment repeats four characters of a commitment's statement in a row, or two that no other
    commitment of the reference is worded with."""
    return bool(
        _runs(segment, 4) & _runs(commitment.text, 4) or _runs(segment, 2) & _own_pairs(commitment.id)
    )


def _runs(text: str, length: int) -> frozenset[str]:
    return frozenset(text[place : place + length] for place in range(len(text) - length + 1))


@cache
def _own_pairs(commitment_id: str) -> frozenset[str]:
    pairs = {
        commitment.id: frozenset().union(
            *(_runs(text, 2) for text in (commitment.text, *(each.quote for each in commitment.witnesses)))
        )
        for commitment in plan_named(REFERENCE).commitments
    }
    return pairs[commitment_id].difference(*(held for each, held in pairs.items() if each != commitment_id))


def edited_measures(base: str, sentences: frozenset[tuple[str, str]]) -> frozenset[str]:
    """The reference's measures that rest on any of these (measure, sentence) places of the plan."""
    return frozenset(
        measure.id for measure in unmutated(base).measures if any(_rests_on(measure.commitments, sentences))
    )


def _rests_on(results: tuple[CommitmentResult, ...], sentences: frozenset[tuple[str, str]]) -> Iterator[bool]:
    for result in results:
        for passage in result.evidence:
            yield any(
                measure == passage.measure and passage.quote in sentence for measure, sentence in sentences
            )


def _clause(base: str, measure: str, quote: str, commitment: Commitment, result: CommitmentResult) -> Clause:
    sentence = next(
        each for each in sentences_of(measure_of(plan_named(base), measure).text) if quote in each
    )
    place = sentence.index(quote)
    start = max((mark.end() for mark in _MARK.finditer(sentence, 0, place)), default=0)
    end = next((mark.start() for mark in _MARK.finditer(sentence, place + len(quote))), len(sentence))
    return Clause(base, measure, quote, sentence[start:end].strip(), sentence, commitment, result)

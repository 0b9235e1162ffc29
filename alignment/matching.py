"""Candidates: for a commitment, the passages of the whole plan that answer to it best.

A passage is a window of neighbouring segments in one sentence, wherever in the plan it stands; its score is
the weighted share of a wording's bigrams that it holds. Of several wordings the best one counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.grams import grams
from plancmp.alignment.reference import ReferenceCommitment, Wording
from plancmp.alignment.thresholds import CONTEXT_WEIGHT, NEAR, WINDOW_COST
from plancmp.plans.model import Plan


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage (segments `first` to `last` of `sentence`) and how well it answers `wording` (0-1)."""

    sentence: Sentence
    first: int
    last: int
    wording: Wording
    score: float

    @property
    def quote(self) -> str:
        """The passage, verbatim."""
        return self.sentence.quote(self.first, self.last)


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """A plan's sentences, each segment's bigrams, and for each bigram the sentences that hold it."""

    sentences: tuple[Sentence, ...]
    segments: tuple[tuple[frozenset[str], ...], ...]
    holders: Mapping[str, tuple[int, ...]]


def index_plan(plan: Plan) -> PlanIndex:
    """Prepare a plan to be searched. Titles are no evidence: only the measures' texts count."""
    sentences = tuple(
        sentence for measure in plan.measures for sentence in split_sentences(measure.id, measure.text)
    )
    segments = tuple(
        tuple(grams(sentence.source[start:end]) for start, end in sentence.spans) for sentence in sentences
    )
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(segments):
        for gram in frozenset().union(*found):
            holders[gram].append(place)
    return PlanIndex(sentences, segments, {gram: tuple(places) for gram, places in holders.items()})


def find_candidates(commitment: ReferenceCommitment, index: PlanIndex) -> list[Candidate]:
    """Return the best passage of each sentence that comes near the commitment, the best first.

    Ties are broken by the words themselves, so that the order of a plan does not matter.
    """
    best: dict[int, Candidate] = {}
    for wording in commitment.wordings:
        for place in _near(wording, index):
            found = max(_windows(wording, index, place), key=lambda candidate: candidate.score)
            if place not in best or found.score > best[place].score:
                best[place] = found
    return sorted(best.values(), key=_best_first)


def add_context(
    commitments: Sequence[ReferenceCommitment], candidates: Sequence[Sequence[Candidate]]
) -> list[list[Candidate]]:
    """Raise the scores of passages that stand in a local measure which also carries the measure's other commitments.

    What stands among its siblings is likelier to be meant: the same words answer better there than elsewhere.
    """
    homes = [_best_by_measure(found) for found in candidates]
    families: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for commitment, home in zip(commitments, homes, strict=True):
        families[commitment.measure].append(home)

    def raised(
        candidate: Candidate, home: Mapping[str, float], family: Sequence[Mapping[str, float]]
    ) -> Candidate:
        place = candidate.sentence.measure
        siblings = sum(other.get(place, 0.0) for other in family if other is not home)
        bonus = CONTEXT_WEIGHT * siblings / max(1, len(family) - 1)
        return replace(candidate, score=min(1.0, candidate.score + bonus))

    return [
        sorted(
            (raised(candidate, home, families[commitment.measure]) for candidate in found), key=_best_first
        )
        for commitment, home, found in zip(commitments, homes, candidates, strict=True)
    ]


def _best_by_measure(candidates: Sequence[Candidate]) -> dict[str, float]:
    best: dict[str, float] = {}
    for candidate in candidates:
        place = candidate.sentence.measure
        best[place] = max(best.get(place, 0.0), candidate.score)
    return best


def _best_first(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.score, candidate.quote)


def _near(wording: Wording, index: PlanIndex) -> list[int]:
    """The sentences worth a closer look: a window cannot score above its whole sentence."""
    reach: dict[int, float] = defaultdict(float)
    for gram, weight in wording.weights.items():
        for place in index.holders.get(gram, ()):
            reach[place] += weight
    return [place for place, score in reach.items() if score >= NEAR]


def _windows(wording: Wording, index: PlanIndex, place: int) -> Iterator[Candidate]:
    weights = wording.weights
    shared = [weights.keys() & segment for segment in index.segments[place]]
    for first in range(len(shared)):
        found: set[str] = set()
        for last in range(first, min(len(shared), first + wording.segments + 1)):
            found |= shared[last]
            extra = max(0, last - first + 1 - wording.segments)
            score = sum(weights[gram] for gram in found) - WINDOW_COST * extra
            yield Candidate(index.sentences[place], first, last, wording, max(0.0, score))

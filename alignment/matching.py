"""Candidates: for a commitment, the passages of the whole plan that answer to it best.

A passage is a window of neighbouring segments in one sentence, wherever in the plan it stands; its score is
the weighted share of a wording's bigrams that it holds. Of several wordings the best one counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.grams import grams, unify
from plancmp.alignment.lexicon import find_way, ways_to_say
from plancmp.alignment.reference import ReferenceCommitment, Wording
from plancmp.alignment.targets import Target, find_targets
from plancmp.alignment.thresholds import (
    EXAMINED,
    NEAR,
    SAME_TITLE_WEIGHT,
    SIBLING_WEIGHT,
    WINDOW_COST,
    Thresholds,
)
from plancmp.plans.model import Measure, Plan

_ROUNDING = 1e-9
"""A sentence's reach is summed step by step and may miss the exact sum by less than this."""


WordingReach = tuple[Wording, Mapping[int, float]]
"""A wording, and what each sentence (by its place) that holds anything of it holds, by weight."""


class Candidate(NamedTuple):
    """A passage (segments `first` to `last` of `sentence`) and how well it answers `wording`.

    `words` is the share of the wording that it holds, `score` that and the hint of where it stands (both 0-1).
    """

    sentence: Sentence
    first: int
    last: int
    wording: Wording
    words: float
    score: float

    @property
    def quote(self) -> str:
        """The passage, verbatim."""
        return self.sentence.quote(self.first, self.last)

    @property
    def up_to_end(self) -> str:
        """The sentence up to the passage's end, verbatim."""
        return self.sentence.quote(0, self.last)

    @property
    def start(self) -> int:
        """Where the passage begins, counted from the beginning of its sentence."""
        return self.sentence.spans[self.first][0] - self.sentence.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends, counted likewise."""
        return self.sentence.spans[self.last][1] - self.sentence.spans[0][0]

    def answers(self, thresholds: Thresholds) -> bool:
        """Whether it holds enough to answer to the commitment."""
        if self.sentence.section:
            return self.words >= thresholds.section
        return self.score >= thresholds.present

    def raised(self, bonus: float) -> Candidate:
        """The same passage with a bonus on its score, which stays at most 1."""
        score = min(1.0, self.score + bonus)
        return Candidate(self.sentence, self.first, self.last, self.wording, self.words, score)


class FoundTarget(NamedTuple):
    """A number of the plan that answers to one asked for, and the sentence it stands in."""

    sentence: Sentence
    target: Target

    @property
    def segment(self) -> int:
        """The segment of the sentence in which it stands."""
        place = self.target.start + self.sentence.spans[0][0]
        return max(number for number, span in enumerate(self.sentence.spans) if span[0] <= place)

    def stands_in(self, passage: Candidate) -> bool:
        """Whether a passage quotes it."""
        return self.sentence == passage.sentence and passage.first <= self.segment <= passage.last


@dataclass(frozen=True)
class PlanIndex:
    """A plan's sentences, each segment's text and bigrams, the sentences that hold each bigram, the titles by id."""

    sentences: tuple[Sentence, ...]
    texts: tuple[tuple[str, ...], ...]
    segments: tuple[tuple[frozenset[str], ...], ...]
    holders: Mapping[str, set[int]]
    titles: Mapping[str, str]

    _targets: dict[Sentence, tuple[Target, ...]] = field(default_factory=dict)
    _said: dict[int, Mapping[int, Sequence[float]]] = field(default_factory=dict)
    answered: dict[tuple[Target, str], FoundTarget | None] = field(default_factory=dict)
    """The number that answers to one asked for when a passage of this measure does not: kept once looked for."""

    def targets_of(self, sentence: Sentence) -> tuple[Target, ...]:
        """The numeric targets of one of its sentences, read when first asked for; their places count from its start."""
        if sentence not in self._targets:
            self._targets[sentence] = find_targets(sentence.text)
        return self._targets[sentence]

    def saying(self, group: int) -> Mapping[int, Sequence[float]]:
        """The sentences (by their place) that say what a group of the lexicon stands for.

        With each what its segments are worth to it (0-1).
        """
        if group not in self._said:
            self._said[group] = self._find(group)
        return self._said[group]

    def _find(self, group: int) -> Mapping[int, Sequence[float]]:
        found: dict[int, list[float]] = {}
        for way, worth in ways_to_say(group):
            first, last = self.holders.get(way[:2]), self.holders.get(way[-2:])
            for place in first.intersection(last) if first and last else ():
                for number, text in enumerate(self.texts[place]):
                    if find_way(way, text) >= 0:
                        worths = found.setdefault(place, [0.0] * len(self.texts[place]))
                        worths[number] = max(worths[number], worth)
        return found


def index_plan(plan: Plan) -> PlanIndex:
    """Prepare a plan to be searched, its sections with it. Titles are no evidence: only texts count.

    A measure without text, as in a reconstruction, says what its commitments say.
    """
    parts = [
        *((measure.id, measure.text or _listed(measure), "") for measure in plan.measures),
        *((section.id, section.text, section.title) for section in plan.sections),
    ]
    sentences = tuple(sentence for part in parts for sentence in split_sentences(*part))
    verbatim = [[sentence.source[start:end] for start, end in sentence.spans] for sentence in sentences]
    texts = tuple(tuple(map(unify, segments)) for segments in verbatim)
    segments = tuple(tuple(map(grams, each)) for each in verbatim)
    holders: dict[str, set[int]] = defaultdict(set)
    for place, found in enumerate(segments):
        for gram in frozenset().union(*found):
            holders[gram].add(place)
    titles = {part.id: part.title for part in plan.parts}
    return PlanIndex(sentences, texts, segments, holders, titles)


def _listed(measure: Measure) -> str:
    return "。".join(commitment.text for commitment in measure.commitments)


def find_candidates(commitment: ReferenceCommitment, index: PlanIndex) -> list[Candidate]:
    """Return the best passage of each sentence that comes near the commitment, the best first.

    Ties are broken by the words themselves, so that the order of a plan does not matter.
    """
    reaches = [(wording, _reach(wording, index)) for wording in commitment.wordings]
    near = _nearest([reach for _, reach in reaches], index)
    return sorted((_best_passage(reaches, index, place) for place in near), key=_best_first)


def add_context(
    commitments: Sequence[ReferenceCommitment], candidates: Sequence[Sequence[Candidate]], index: PlanIndex
) -> list[list[Candidate]]:
    """Raise the scores of passages that stand where one would look for them: a weak hint, never a proof.

    That is a local measure which also carries the commitment's siblings, or one titled like its own measure;
    never a section.
    """
    homes = [_best_by_measure(found) for found in candidates]
    families: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for commitment, home in zip(commitments, homes, strict=True):
        families[commitment.measure.id].append(home)
    held = {measure: _sum_by_measure(family) for measure, family in families.items()}

    def bonus(commitment: ReferenceCommitment, home: Mapping[str, float], place: str) -> float:
        measure = commitment.measure
        siblings = held[measure.id].get(place, 0.0) - home.get(place, 0.0)
        return max(
            SIBLING_WEIGHT * siblings / max(1, len(families[measure.id]) - 1),
            SAME_TITLE_WEIGHT * likeness(measure.title, index.titles[place]),
        )

    raised = []
    for commitment, home, found in zip(commitments, homes, candidates, strict=True):
        places = {candidate.sentence.measure for candidate in found}
        bonuses = {place: bonus(commitment, home, place) for place in places}
        raised.append(
            sorted(
                (
                    each if each.sentence.section else each.raised(bonuses[each.sentence.measure])
                    for each in found
                ),
                key=_best_first,
            )
        )
    return raised


@lru_cache(maxsize=1024)
def likeness(one: str, other: str) -> float:
    """How alike two titles are (0-1): rapidfuzz's normalised indel similarity of their normal forms.

    Half alike counts as nothing: any two titles share generic words.
    """
    return max(0.0, fuzz.ratio(unify(one), unify(other)) / 50 - 1)


def _best_by_measure(candidates: Sequence[Candidate]) -> dict[str, float]:
    best: dict[str, float] = {}
    for candidate in candidates:
        place = candidate.sentence.measure
        if candidate.score >= NEAR:
            best[place] = max(best.get(place, 0.0), candidate.score)
    return best


def _sum_by_measure(family: Sequence[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for home in family:
        for place, score in home.items():
            total[place] += score
    return total


def _best_first(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.score, candidate.quote)


def _reach(wording: Wording, index: PlanIndex) -> dict[int, float]:
    """What each sentence that holds anything of a wording holds of it: no window in it scores higher."""
    reach: dict[int, float] = defaultdict(float)
    for gram, weight in wording.weights.items():
        for place in index.holders.get(gram, ()):
            reach[place] += weight
    for group, touched in wording.groups.items():
        instead = sum(map(wording.weights.__getitem__, touched))
        for place, worth in index.saying(group).items():
            reach[place] += instead * max(worth)
    return reach


def _nearest(reaches: Sequence[Mapping[int, float]], index: PlanIndex) -> Collection[int]:
    """The sentences worth a closer look: those that come near one of the wordings.

    Where hardly any of a measure does, the nearest of measures, as proof of absence, however little they share:
    what general words of a section share by chance proves nothing.
    """
    near = {place for reach in reaches for place, share in reach.items() if share >= NEAR}
    if sum(not index.sentences[place].section for place in near) >= EXAMINED:
        return near
    most: dict[int, float] = {}
    for reach in reaches:
        most.update({place: share for place, share in reach.items() if share > most.get(place, 0.0)})
    most = {place: share for place, share in most.items() if not index.sentences[place].section}
    # Most sentences share a little; only those that can be among the first are put in order.
    least = min(sorted(most.values())[-EXAMINED:], default=0.0)
    foremost = [place for place, share in most.items() if share >= least - _ROUNDING]
    foremost.sort(key=lambda place: (-round(most[place], 9), index.sentences[place].text))
    return near.union(foremost[:EXAMINED])


def _best_passage(reaches: Sequence[WordingReach], index: PlanIndex, place: int) -> Candidate:
    """The best passage of a sentence, by the wording it answers best, the first of equals."""
    best = (-1.0, 0, Candidate(index.sentences[place], 0, 0, reaches[0][0], words=0.0, score=0.0))
    promising = sorted(enumerate(reaches), key=lambda each: -each[1][1].get(place, 0.0))
    for number, (wording, reach) in promising:
        if reach.get(place, 0.0) < best[0] - _ROUNDING:
            break
        window = _best_window(wording, index, place)
        best = max(best, (window.score, -number, window))
    return best[2]


def _best_window(wording: Wording, index: PlanIndex, place: int) -> Candidate:
    """The run of segments that holds most of the wording; of equals the one likest to the reference's statement.

    Then the shortest, then the first.
    """
    length, segments = wording.segments, index.segments[place]
    shared = _shared(wording, index, place)
    best = (0.0, 0, 0, 0, 0)  # score, said, shortness, and the window, the first one the greatest
    for first, found in enumerate(shared):
        if not found:
            continue  # the window that begins one later holds as much
        held: dict[str, float] = {}
        for last, more in enumerate(shared[first : first + length + 1], start=first):
            new = {gram: worth for gram, worth in more.items() if worth > held.get(gram, 0.0)}
            if not new:
                continue  # nothing new: the shorter window is as good
            held |= new
            score = round(wording.held_by(held) - WINDOW_COST * (last - first == length), 9)
            if score >= best[0]:
                said = len(wording.statement & frozenset().union(*segments[first : last + 1]))
                best = max(best, (score, said, first - last, -first, -last))
    score, _, _, first, last = best
    return Candidate(index.sentences[place], -first, -last, wording, words=score, score=score)


def _shared(wording: Wording, index: PlanIndex, place: int) -> Sequence[Mapping[str, float]]:
    """The wording's bigrams that each segment of a sentence holds, with what each is worth (0-1).

    A bigram of its own is worth 1; one that lies in a term of the lexicon which the segment puts in other words
    is worth what these words are.
    """
    shared = [dict.fromkeys(wording.grams & segment, 1.0) for segment in index.segments[place]]
    for group, touched in wording.groups.items():
        for held, worth in zip(shared, index.saying(group).get(place, ()), strict=False):
            if worth:
                for gram in touched:
                    held[gram] = max(worth, held.get(gram, 0.0))
    return shared

"""Candidates: for a commitment, the passages of the whole plan that answer to it best.

A passage is a window of neighbouring segments in one sentence, wherever in the plan it stands; its score is
the weighted share of a query variant's bigrams that it holds. Of several variants the best one counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.grams import canonicalise, grams
from plancmp.alignment.lexicon import find_way, ways_by_ends
from plancmp.alignment.numeric_targets import Target, find_targets
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.thresholds import (
    BY_WORDS,
    EXAMINED,
    NEAR,
    SAME_TITLE_WEIGHT,
    SIBLING_WEIGHT,
    WINDOW_COST,
    Thresholds,
)
from plancmp.plans.model import Measure, Plan

_ROUNDING = 1e-9
"""An upper bound is summed step by step and may miss the exact sum by less than this."""


Said = Mapping[int, Sequence[float]]
"""By the number of a sentence what each of its segments is worth (0-1) to a group of the lexicon."""


class BoundedVariant(NamedTuple):
    """A query variant, what each sentence (by its number) can score at most, and which say it in other words.

    These are the bigrams that lie in a term of the lexicon, and where a plan has other words for it.
    """

    variant: QueryVariant
    bounds: Mapping[int, float]
    otherwise: Sequence[tuple[Collection[str], Said]]


class Candidate(NamedTuple):
    """A passage (segments `first` to `last` of `sentence`) and how well it answers `variant`.

    `words` is the share of the variant that it holds, `score` that and the hint of where it stands (both 0-1).
    `lacking` is a concept of the commitment that its sentence does not speak of, "" where it lacks none; None where
    the reference names no concepts, or the score is too low for an answer in any case.
    """

    sentence: Sentence
    first: int
    last: int
    variant: QueryVariant
    words: float
    score: float
    lacking: str | None = None

    @property
    def quote(self) -> str:
        """The passage, verbatim."""
        return self.sentence.quote(self.first, self.last)

    @property
    def up_to_end(self) -> str:
        """The sentence up to the passage's end, verbatim."""
        return self.sentence.quote(0, self.last)

    @property
    def rest(self) -> str:
        """The sentence behind the passage, verbatim."""
        return self.sentence.quote(self.last, len(self.sentence.spans) - 1)[
            len(self.sentence.quote(self.last, self.last)) :
        ]

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
        if self.lacking:
            return False
        if self.sentence.section:
            return self.words >= thresholds.section
        return self.score >= (thresholds.present if self.lacking is None else thresholds.spoken_of)

    def is_whole(self, thresholds: Thresholds) -> bool:
        """Whether it carries the whole of the commitment: by its words, or by speaking of each of its concepts."""
        return self.words >= thresholds.whole or (self.lacking == "" and not self.sentence.section)

    @property
    def is_by_concepts(self) -> bool:
        """Whether it speaks of each concept, and holds too little of a wording to carry anything by its words."""
        return self.lacking == "" and self.words < BY_WORDS

    def raised(self, bonus: float) -> Candidate:
        """The same passage with a bonus on its score, which stays at most 1."""
        return self._replace(score=min(1.0, self.score + bonus)) if bonus else self


class FoundTarget(NamedTuple):
    """A number of the plan that answers to one asked for, and the sentence it stands in."""

    sentence: Sentence
    target: Target

    @property
    def segment(self) -> int:
        """The segment of the sentence in which it stands."""
        position = self.target.start + self.sentence.spans[0][0]
        return max(number for number, span in enumerate(self.sentence.spans) if span[0] <= position)

    def stands_in(self, passage: Candidate) -> bool:
        """Whether a passage quotes it."""
        return self.sentence == passage.sentence and passage.first <= self.segment <= passage.last


@dataclass(frozen=True)
class PlanIndex:
    """A plan as an inverted index: sentences, the text and bigrams of their segments, and the postings of each bigram.

    `postings` are the sentences, by their number, that hold a bigram; `titles` those of measures and sections by id;
    `year` is the one the plan was issued in, None where its file does not tell.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[tuple[str, ...], ...]
    segments: tuple[tuple[frozenset[str], ...], ...]
    postings: Mapping[str, set[int]]
    titles: Mapping[str, str]
    year: int | None = None

    _targets: dict[Sentence, tuple[Target, ...]] = field(default_factory=dict)
    _said: dict[int, Said] = field(default_factory=dict)
    answered: dict[tuple[Target, str], FoundTarget | None] = field(default_factory=dict)
    """The number that answers to one asked for when a passage of this measure does not: kept once looked for."""

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every bigram of the plan."""
        return frozenset(self.postings)

    @cached_property
    def in_sections(self) -> frozenset[int]:
        """The sentences, by their number, that stand in sections."""
        return frozenset(number for number, each in enumerate(self.sentences) if each.section)

    def targets_of(self, sentence: Sentence) -> tuple[Target, ...]:
        """The numeric targets of one of its sentences, read when first asked for; positions count from its start."""
        if sentence not in self._targets:
            self._targets[sentence] = find_targets(sentence.text)
        return self._targets[sentence]

    def saying(self, group: int) -> Said:
        """The sentences (by their position) that say what a group of the lexicon stands for.

        With each what its segments are worth to it (0-1).
        """
        if group not in self._said:
            self._said[group] = self._find(group)
        return self._said[group]

    def speaking_of(self, ends: Mapping[str, Collection[str]], characters: Collection[str]) -> set[int]:
        """The sentences (by their number) that may hold one of the expressions that begin and end so.

        Numbers, dates and words such as 全市 are cut out of the postings: expressions with them are not found.

        Args:
            ends: first bigrams, each with the last ones.
            characters: of other expressions, which have no such two, the first ones.
        """
        found: set[int] = set()
        for head in self.grams.intersection(ends):
            for tail in self.grams.intersection(ends[head]):
                found |= self.postings[head] & self.postings[tail]
        return found.union(*(self._having.get(each, ()) for each in characters))

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The sentences, by their number, that have a character."""
        having: dict[str, list[int]] = defaultdict(list)
        for position, texts in enumerate(self.texts):
            for character in set().union(*texts):
                having[character].append(position)
        return having

    def _find(self, group: int) -> Said:
        found: dict[int, list[float]] = {}
        ways = ways_by_ends(group)
        for head in self.grams.intersection(ways):
            for tail in self.grams.intersection(ways[head]):
                for position in self.postings[head] & self.postings[tail]:
                    for number, worth in self._worths(position, head, ways[head][tail]):
                        worths = found.setdefault(position, [0.0] * len(self.texts[position]))
                        worths[number] = max(worths[number], worth)
        return found

    def _worths(
        self, position: int, head: str, ways: Sequence[tuple[str, float]]
    ) -> Iterator[tuple[int, float]]:
        """The segments of a sentence, by their number, that say something in a way that begins so; its worth."""
        texts = self.texts[position]
        for number, held in enumerate(self.segments[position]):
            if head in held:
                for way, worth in ways:
                    if way == head or find_way(way, texts[number]) >= 0:
                        yield number, worth


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
    texts = tuple(tuple(map(canonicalise, segments)) for segments in verbatim)
    segments = tuple(tuple(map(grams, each)) for each in verbatim)
    postings: dict[str, set[int]] = defaultdict(set)
    for position, found in enumerate(segments):
        for gram in frozenset().union(*found):
            postings[gram].add(position)
    titles = {part.id: part.title for part in plan.parts}
    year = int(plan.issued[:4]) if plan.issued else None
    return PlanIndex(sentences, texts, segments, postings, titles, year)


def _listed(measure: Measure) -> str:
    return "。".join(commitment.text for commitment in measure.commitments)


def find_candidates(commitment: ReferenceCommitment, index: PlanIndex) -> list[Candidate]:
    """Return the best passage of each sentence that comes near the commitment, the best first.

    Ties are broken by the words themselves, so that the order of a plan does not matter.
    """
    bounded = [_bound(variant, index) for variant in commitment.variants]
    near = _nearest([each.bounds for each in bounded], index)
    return in_order([_best_passage(bounded, index, position) for position in sorted(near)])


def rerank(
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

    def bonus(commitment: ReferenceCommitment, home: Mapping[str, float], part: str) -> float:
        measure = commitment.measure
        siblings = held[measure.id].get(part, 0.0) - home.get(part, 0.0)
        return max(
            SIBLING_WEIGHT * siblings / max(1, len(families[measure.id]) - 1),
            SAME_TITLE_WEIGHT * title_similarity(measure.title, index.titles[part]),
        )

    raised = []
    for commitment, home, found in zip(commitments, homes, candidates, strict=True):
        parts = {candidate.sentence.measure for candidate in found}
        bonuses = {part: bonus(commitment, home, part) for part in parts}
        raised.append(
            in_order(
                [
                    each if each.sentence.section else each.raised(bonuses[each.sentence.measure])
                    for each in found
                ]
            )
        )
    return raised


@lru_cache(maxsize=1024)
def title_similarity(one: str, other: str) -> float:
    """How alike two titles are (0-1): rapidfuzz's normalised indel similarity of their normal forms.

    Half alike counts as nothing: any two titles share generic words.
    """
    return max(0.0, fuzz.ratio(canonicalise(one), canonicalise(other)) / 50 - 1)


def _best_by_measure(candidates: Sequence[Candidate]) -> dict[str, float]:
    best: dict[str, float] = {}
    for candidate in candidates:
        part = candidate.sentence.measure
        if candidate.score >= NEAR:
            best[part] = max(best.get(part, 0.0), candidate.score)
    return best


def _sum_by_measure(family: Sequence[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for home in family:
        for part, score in home.items():
            total[part] += score
    return total


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates, the best first; ties are broken by the words, so that the order of a plan does not matter.

    Of the same words by the measure they stand in.
    """
    ordered = sorted(candidates, key=_score, reverse=True)
    if len(set(map(_score, ordered))) < len(ordered):
        ordered.sort(key=lambda each: (-each.score, each.quote, each.sentence.measure))
    return ordered


_score = attrgetter("score")


def _bound(variant: QueryVariant, index: PlanIndex) -> BoundedVariant:
    """The share of a variant that each sentence holds is the most that any window in it scores."""
    bounds: dict[int, float] = {}
    known, weights, postings = bounds.get, variant.weights, index.postings
    for gram in variant.grams & index.grams:
        weight = weights[gram]
        for position in postings[gram]:
            bounds[position] = known(position, 0.0) + weight
    otherwise = [
        (touched, said) for group, touched in variant.groups.items() if (said := index.saying(group))
    ]
    for touched, said in otherwise:
        instead = sum(map(weights.__getitem__, touched))
        for position, worth in said.items():
            bounds[position] = known(position, 0.0) + instead * max(worth)
    return BoundedVariant(variant, bounds, otherwise)


def _nearest(bounds: Sequence[Mapping[int, float]], index: PlanIndex) -> Collection[int]:
    """The sentences worth a closer look: those that come near one of the variants.

    Where hardly any of a measure does, the nearest of measures, as proof of absence, however little they share:
    what general words of a section share by chance proves nothing.
    """
    near = {position for each in bounds for position, share in each.items() if share >= NEAR}
    if len(near - index.in_sections) >= EXAMINED:
        return near
    most: dict[int, float] = {}
    for each in bounds:
        most.update({position: share for position, share in each.items() if share > most.get(position, 0.0)})
    for position in index.in_sections.intersection(most):
        del most[position]
    # Most sentences share a little; only those that can be among the first are put in order.
    least = min(sorted(most.values())[-EXAMINED:], default=0.0)
    foremost = [position for position, share in most.items() if share >= least - _ROUNDING]
    if len(foremost) <= EXAMINED:
        return near.union(foremost)

    def nearness(position: int) -> tuple[float, str, str]:
        sentence = index.sentences[position]
        return -round(most[position], 9), sentence.text, sentence.measure

    return near.union(sorted(foremost, key=nearness)[:EXAMINED])


def _best_passage(bounded: Sequence[BoundedVariant], index: PlanIndex, position: int) -> Candidate:
    """The best passage of a sentence, by the variant it answers best, the first of equals."""
    best = (-1.0, 0, 0, 0)  # score, the number of the variant, the first one the greatest, and the window
    bounds = [(-each.bounds.get(position, 0.0), number) for number, each in enumerate(bounded)]
    for bound, number in sorted(bounds):
        if -bound < best[0] - _ROUNDING:
            break
        score, first, last = _best_window(bounded[number], index, position)
        best = max(best, (score, -number, first, last))
    score, number, first, last = best
    return Candidate(
        index.sentences[position], first, last, bounded[-number].variant, words=score, score=score
    )


def _best_window(bounded: BoundedVariant, index: PlanIndex, position: int) -> tuple[float, int, int]:
    """The run of segments that holds most of the variant, after its score.

    Of equals the one most similar to the reference's statement, then the shortest, then the first.
    """
    segments = index.segments[position]
    best = _best_windows(bounded.variant, _shared(bounded, segments, position))
    if len(best) == 1 and best[0][0]:
        return best[0]

    def preference(window: tuple[float, int, int]) -> tuple[int, int, int]:
        _, first, last = window
        said = bounded.variant.statement & frozenset().union(*segments[first : last + 1])
        return len(said), first - last, -first

    # Where the score is 0, what shares nothing with the statement either is no better than none.
    best = [window for window in best if window[0] or preference(window)[0]]
    return max(best, key=preference, default=(0.0, 0, 0))


def _best_windows(variant: QueryVariant, shared: Sequence[dict[str, float]]) -> list[tuple[float, int, int]]:
    """The windows with the highest score, each after it; a longer one only where it holds more."""
    highest, best = 0.0, list[tuple[float, int, int]]()
    for first, held in enumerate(shared):
        if not held:
            continue  # the window that begins one later holds as much
        for last in range(first, min(first + variant.segments + 1, len(shared))):
            longer = _better_of(held, shared[last]) if last > first and shared[last] else held
            if last > first and longer == held:
                continue
            held = longer  # noqa: PLW2901 - the window grows
            score = round(variant.held_by(held) - WINDOW_COST * (last - first == variant.segments), 9)
            if score > highest:
                highest, best = score, [(score, first, last)]
            elif score == highest:
                best.append((score, first, last))
    return best


def _better_of(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """What two segments hold together, each bigram for what it is worth where it is worth more."""
    both = one | other
    for gram in one.keys() & other.keys():
        both[gram] = max(one[gram], other[gram])
    return both


def _shared(
    bounded: BoundedVariant, segments: Sequence[frozenset[str]], position: int
) -> Sequence[dict[str, float]]:
    """The variant's bigrams that each segment of a sentence holds, with what each is worth (0-1).

    A bigram of its own is worth 1; one that lies in a term of the lexicon which the segment puts in other words
    is worth what these words are.
    """
    grams = bounded.variant.grams
    shared = [dict.fromkeys(grams & segment, 1.0) for segment in segments]
    for touched, said in bounded.otherwise:
        for held, worth in zip(shared, said.get(position, ()), strict=False):
            if worth:
                for gram in touched:
                    held[gram] = max(worth, held.get(gram, 0.0))
    return shared

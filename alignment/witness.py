"""The judged plan as a witness of a reconstruction: which witness it is, and the passages quoted from it.

No plan is judged by its own words. Whose words they are is told by the id or, since any id can be given to any
text, by the text itself: a plan that holds nearly all the words a witness is quoted with is that witness. What it
attests holds by the quote, not by its id: only where the text still has these words, whatever stands between them
and wherever they stand. Punctuation, brackets and spaces do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plancmp.alignment.clauses import Sentence
from plancmp.alignment.normal import bare
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.retrieval import Candidate, PlanIndex
from plancmp.alignment.thresholds import FEWEST_QUOTED, SAME_TEXT
from plancmp.plans.model import Plan


class WitnessQuotes(NamedTuple):
    """The words a reference quotes from one plan, bare, the longest first, and how many characters they have."""

    quotes: tuple[str, ...]
    characters: int


def quotes_by_witness(reference: Plan) -> Mapping[str, WitnessQuotes]:
    """What each plan among the witnesses is quoted with."""
    quotes: dict[str, set[str]] = defaultdict(set)
    for commitment in reference.commitments:
        for witness in commitment.witnesses:
            quotes[witness.plan].add(bare(witness.quote))
    return {
        witness: WitnessQuotes(
            tuple(sorted(found, key=lambda quote: (-len(quote), quote))), sum(map(len, found))
        )
        for witness, found in quotes.items()
    }


def recognise_witness(plan: Plan, witnesses: Mapping[str, WitnessQuotes]) -> str | None:
    """The witness whose quotes the plan's text holds, else the one with the plan's id; None without either."""
    long_enough = {name: said for name, said in witnesses.items() if said.characters >= FEWEST_QUOTED}
    if long_enough:
        text = "\n".join(bare(words) for measure in plan.measures for words in (measure.title, measure.text))
        for name, said in long_enough.items():
            if _holds(text, said):
                return name
    return plan.id if plan.id in witnesses else None


def _holds(text: str, said: WitnessQuotes) -> bool:
    missing = said.characters * (1 - SAME_TEXT)
    for quote in said.quotes:
        if quote not in text:
            missing -= len(quote)
            if missing < 0:
                return False
    return True


@dataclass(frozen=True)
class Attestations:
    """What a plan attests as the witness `witness` of the reference; nothing where it is none."""

    index: PlanIndex
    witness: str | None

    def passages(self, commitment: ReferenceCommitment) -> tuple[Candidate, ...]:
        """The passages quoted for a commitment that still stand in the plan, in the order of the reference."""
        quotes = [
            (bare(each.quote), each.measure)
            for each in commitment.commitment.attesting
            if self.witness and each.plan == self.witness
        ]
        found = (self._find(quote, place, commitment) for quote, place in quotes if quote)
        return tuple(candidate for candidate in found if candidate)

    def _find(self, quote: str, place: str | None, commitment: ReferenceCommitment) -> Candidate | None:
        """The passage with a quote: where the reference saw it, else anywhere in a measure, else in a section."""
        spans = [span for span in (text.span_of(quote) for text in self._texts) if span]
        if not spans:
            return None
        sentence, first, last = min(
            spans, key=lambda span: (span[0].measure != place, bool(span[0].section), span[0].source)
        )
        said = sentence.quote(first, last)
        variant = max(
            commitment.variants,
            key=lambda each: each.held_by({gram: 1.0 for gram in each.grams if gram in said}),
        )
        return Candidate(sentence, first, last, variant, words=1.0, score=1.0)

    @cached_property
    def _texts(self) -> list[_BareText]:
        """The plan's measures and sections; only one that is a witness is ever asked for them."""
        sentences: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.index.sentences:
            sentences[sentence.measure].append(sentence)
        return [_BareText(found) for found in sentences.values()]


class _BareText:
    """The bare words of one measure or section, and the segments they come from."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._segments = list(_segments(sentences))
        self._words = "".join(words for _, _, words in self._segments)

    def span_of(self, quote: str) -> tuple[Sentence, int, int] | None:
        """The sentence with most of a quote, and the first and last segment of it that have any; None without it."""
        start = self._words.find(quote)
        if start < 0:
            return None
        held: dict[Sentence, list[tuple[int, int]]] = defaultdict(list)
        place = 0
        for sentence, number, words in self._segments:
            shared = min(place + len(words), start + len(quote)) - max(place, start)
            if shared > 0:
                held[sentence].append((number, shared))
            place += len(words)
        sentence, parts = max(held.items(), key=lambda item: sum(shared for _, shared in item[1]))
        return sentence, parts[0][0], parts[-1][0]


def _segments(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int, str]]:
    for sentence in sentences:
        for number in range(len(sentence.spans)):
            yield sentence, number, bare(sentence.quote(number, number))

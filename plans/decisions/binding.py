"""What a decision is bound to: the fingerprints of what was asked and of what was read, and whether they still fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from plancmp.plans.decisions.fingerprints import fingerprint, fingerprint_of_quotes, stands_in, still_reads
from plancmp.plans.decisions.model import Decision, Quote
from plancmp.plans.model import CommitmentTarget, Measure, Plan


class Doubt(StrEnum):
    """Why a decision is suspect: what was asked has changed, or what was read."""

    ASKED = "asked"
    READ = "read"


class ReadTexts(NamedTuple):
    """A plan's texts by the id of a measure or section, and the fingerprint of them all."""

    texts: Mapping[str, str]
    whole: str

    def read_of(self, quotes: Iterable[Quote]) -> str:
        """The fingerprint of the sentences quoted, wherever they stand; of the whole text without a quote."""
        words = [(self.place_of(quote) or quote.measure, quote.text) for quote in quotes]
        return self.read_of_words(words) if words else self.whole

    def read_of_words(self, words: Iterable[tuple[str, str]]) -> str:
        """The same of words, each behind the id of the measure or section it stands in; at least one."""
        return fingerprint_of_quotes((text, self.texts.get(place, "")) for place, text in words)

    def place_of(self, quote: Quote) -> str | None:
        """The measure or section a quote stands in: the one it names, else the first that has it; None if none does."""
        if stands_in(quote.text, self.texts.get(quote.measure, "")):
            return quote.measure
        return next((place for place, text in self.texts.items() if stands_in(quote.text, text)), None)

    def fits(self, entry: Decision) -> bool:
        """Whether what was read for a decision stands as it did."""
        if not entry.quotes:
            return entry.read == self.whole
        places = [(quote.text, self.place_of(quote)) for quote in entry.quotes]
        found = [(text, self.texts[place]) for text, place in places if place is not None]
        return len(found) == len(places) and still_reads(entry.read, found)


def texts_of(plan: Plan) -> ReadTexts:
    """What of a plan is read; the order of its parts does not count."""
    texts = {part.id: part.text for part in plan.parts}
    return ReadTexts(texts, fingerprint(*sorted(texts.values())))


def asked_of_commitment(text: str, target: CommitmentTarget | None) -> str:
    """The fingerprint of what a commitment asks."""
    return fingerprint(text, *([target.indicator, target.value or ""] if target else []))


def asked_of_measure(measure: Measure) -> str:
    """The fingerprint of what a measure asks: its title and commitments, its text where it lists none."""
    asked = [commitment.text for commitment in measure.commitments] or [measure.text]
    return fingerprint(measure.title, *asked)


def doubt_about(entry: Decision, asked: str, texts: ReadTexts) -> Doubt | None:
    """Why a decision is suspect, `asked` being what its commitment or measure asks now; None if it holds."""
    if entry.asked != asked:
        return Doubt.ASKED
    return None if texts.fits(entry) else Doubt.READ

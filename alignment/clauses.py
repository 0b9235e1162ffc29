"""Clauses: the pieces of a measure that can answer to a commitment.

A sentence ends at 。 ; ! or ?, a segment at a comma. What only opens the next segment, a date (力争到2025年), a
condition (待省统一部署) or a topic (宅基地改革方面), is part of it: nobody promises a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from plancmp.alignment.language_data import language
from plancmp.alignment.normal import normalise
from plancmp.plans.invisible import visible

# A full stop after a letter or a digit belongs to a name or a number (V2.0, 5.5), a comma between digits to the
# number (1,000); any other one ends something. The sign comes first, so that the search skips to it.
_SENTENCE_END = re.compile(r"[。｡；;！!？?\n.．](?:(?<![.．])|(?<![A-Za-z\d\s][.．])(?!\d))")
_SEGMENT_END = re.compile(r"[,，](?:(?<!\d[,，])|(?!\d))")
_DATE = re.compile(
    r"(?:力争|争取|确保|计划)?(?:到|至|截至)?20\d\d年(?:\d{1,2}月)?(?:年?[底末])?(?:之?前|以前)?"
)


class Sentence(NamedTuple):
    """A sentence of a measure as its segments, verbatim, with `spans` into the measure's text.

    Of one in a section `measure` is the section's id, and `section` its title.
    """

    measure: str
    source: str
    spans: tuple[tuple[int, int], ...]
    section: str = ""

    @property
    def text(self) -> str:
        """The whole sentence, verbatim."""
        return self.quote(0, len(self.spans) - 1)

    def quote(self, first: int, last: int) -> str:
        """The verbatim text from segment `first` to segment `last`, both included."""
        return self.source[self.spans[first][0] : self.spans[last][1]]


def _pieces(text: str, boundary: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in boundary.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(measure: str, text: str, section: str = "") -> tuple[Sentence, ...]:
    """Split the text of a measure or section into sentences of segments; only empty pieces are dropped."""
    seen = visible(text)
    sentences = []
    for start, end in _pieces(seen.text, _SENTENCE_END, 0, len(seen.text)):
        spans = (_trimmed(seen.text, span) for span in _pieces(seen.text, _SEGMENT_END, start, end))
        kept = [span for span in spans if span[0] < span[1]]
        if kept:
            joined = tuple(seen.original(*span) for span in _with_openers(seen.text, kept))
            sentences.append(Sentence(measure, text, joined, section))
    return tuple(sentences)


def _with_openers(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined = []
    opened = None
    for start, end in spans:
        first = start if opened is None else opened
        if end != spans[-1][1] and _is_opener(text[start:end]):
            opened = first
        else:
            joined.append((first, end))
            opened = None
    return tuple(joined)


def _is_opener(segment: str) -> bool:
    words = normalise(segment)
    waits = condition_in(words)
    return bool(
        _DATE.fullmatch(words) or _topic_pattern().fullmatch(words) or (waits and words.endswith(waits))
    )


@cache
def _topic_pattern() -> re.Pattern[str]:
    return re.compile("|".join(language("topic")["patterns"]))


@cache
def _condition_pattern() -> re.Pattern[str]:
    return re.compile("|".join(each for condition in language("condition") for each in condition["patterns"]))


@lru_cache(maxsize=2048)  # asked of a segment when sentences are cut and again when passages are judged
def condition_in(passage: str) -> str:
    """Return the words that make a passage wait or hand it off (条件成熟时, 配合上级), "" when there are none."""
    found = _condition_pattern().search(passage)
    return found[0] if found else ""

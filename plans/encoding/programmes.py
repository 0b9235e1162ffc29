"""The outline's parts as programmes and measures: titles, verbatim text, agencies.

A title is a heading's first sentence, or what stands in 【】. A first sentence that says more than a title does is
text: its first clause then stands for a title, and all of it stays in the text, so that nothing is lost to matching.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.headings import Style, heading_end
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_document import SourceDocument, fold
from plancmp.plans.model import Agencies, Measure, Programme

_LONGEST_TITLE = 40
_BRACKETED = re.compile(r"\s*[【〖［\[]\s*([^】〗］\]\n]{1,40}?)\s*[】〗］\]][\s。:：]*")
_SAYS_MORE = re.compile(r"[,;:!?\d]")
# A date in front (到2025年,) is no clause of its own.
_FIRST_CLAUSE = re.compile(r"(?:[^,;:。]{0,8}20\d\d年[^,;:。]{0,4},)?[^,;:。!?]+")
_STOPS = re.compile(r"[。!?\s]*")


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, the offset where the text below it begins, and whether the title is a heading or only a clause."""

    title: str
    text_start: int
    is_heading: bool


def read_headline(document: SourceDocument, start: int, limit: int, *, titled: bool = True) -> Headline:
    """Read the heading whose words begin at `start` and end at `limit` at the latest.

    `titled` tells whether its like have titles; the first sentence is not taken for one where they have not.
    """
    bracketed = _BRACKETED.match(document.text, start, limit)
    if bracketed and not find_agencies(bracketed[0].strip()):
        return Headline(bracketed[1], bracketed.end(), is_heading=True)
    end = heading_end(document, start, limit)
    sentence = without_agencies(document.text[start:end])
    says_more = _SAYS_MORE.search(fold(sentence))
    if len(sentence) > _LONGEST_TITLE or (says_more and not _stands_alone(document, start, end)):
        clause = _FIRST_CLAUSE.search(fold(sentence))
        return Headline(sentence[slice(*clause.span())] if clause else sentence, start, is_heading=False)
    stops = _STOPS.match(document.folded, end, limit)
    text_start = stops.end() if stops else end
    return Headline(sentence, text_start if titled else start, is_heading=True)


def _stands_alone(document: SourceDocument, start: int, end: int) -> bool:
    """Whether the words are a line without end or number, shorter than the one below: no wrapped sentence."""
    line = document.line_at(start)
    words = document.folded[start:end]
    if end != line.end or end == len(document.text) or any(sign.isdecimal() for sign in words):
        return False
    return len(line.text) < len(document.line_at(end + 1).text)


def without_agencies(passage: str) -> str:
    """`passage` without its agencies, its lines joined."""
    spans = find_agencies(passage)
    starts = [0] + [end for _, end in spans]
    ends = [start for start, _ in spans] + [len(passage)]
    kept = "".join(passage[start:end] for start, end in zip(starts, ends, strict=True))
    return "".join(line.strip() for line in kept.split("\n"))


def read_programmes(document: SourceDocument, outline: Outline, plan_title: str) -> tuple[Programme, ...]:
    """Every programme of the outline, numbered by its place: a plan file's numbers run on without a gap.

    Measures that stand below no heading are one programme, which is titled like the plan.

    Raises:
        EncodingError: A programme or a measure has a number but no words.
    """
    headlines = [headline_of(document, measure) for measure in outline.measures]
    titled = 2 * sum(headline.is_heading for headline in headlines) >= len(headlines)
    return tuple(
        Programme(
            number=number,
            title=plan_title
            if part.mark.style is Style.NONE
            else _require_words(document, part, headline_of(document, part).title),
            measures=tuple(
                _read_measure(document, f"{number}.{place}", item, titled=titled)
                for place, item in enumerate(part.children, 1)
            ),
        )
        for number, part in enumerate(outline.programmes, 1)
    )


def headline_of(document: SourceDocument, part: OutlinePart, *, titled: bool = True) -> Headline:
    """The headline of a part, which ends before its first child."""
    limit = part.children[0].start if part.children else part.end
    return read_headline(document, part.mark.end, limit, titled=titled)


def agencies_in(passage: str) -> Agencies:
    """The agencies that a passage names."""
    return read_agencies(passage[start:end] for start, end in find_agencies(passage))


def _read_measure(document: SourceDocument, measure_id: str, item: OutlinePart, *, titled: bool) -> Measure:
    headline = headline_of(document, item, titled=titled)
    title = _require_words(document, item, headline.title)
    text = without_agencies(document.text[headline.text_start : item.end])
    passage = document.text[item.mark.end : item.end]
    return Measure(id=measure_id, title=title, text=text or title, agencies=agencies_in(passage))


def _require_words(document: SourceDocument, part: OutlinePart, title: str) -> str:
    if not title:
        number = document.text[part.start : part.mark.end].strip()
        line = document.line_at(part.start).number
        raise EncodingError(Problem.HEADING_WITHOUT_WORDS, line, found=number)
    return title

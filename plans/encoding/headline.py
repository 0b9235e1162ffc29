"""The words of a heading: the title they hold, and where the text below it begins.

A title is a heading's first sentence, or what stands in 【】. A first sentence that says more than a title does is
text: its first clause then stands for a title, and all of it stays in the text, so that nothing is lost to matching.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plancmp.plans.encoding.agencies import find_agencies
from plancmp.plans.encoding.headings import heading_end
from plancmp.plans.encoding.source_document import SourceDocument, fold

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

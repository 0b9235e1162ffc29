"""A plan's own title, and the titles of documents that a text quotes in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_document import SourceDocument, SourceLine, fold, squeeze

_MOST_LINES = 4
_ANNEX = re.compile(r"附件 ?\d* ?[:、]? *")
_KINDS = r"(?:方案|计划|规划|意见|措施|办法|细则|要点|纲要|行动|政策|举措)(?:\([^()]*\))?"
_TITLE = re.compile(rf"[^。:;!?]*{_KINDS}$")
_CONTINUATION = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Title:
    """A plan's title and the offsets of the lines it stands on."""

    text: str
    start: int
    end: int


def find_title(document: SourceDocument, limit: int) -> Title:
    """The plan's own title: the last lines above `limit` that read as the text elsewhere quotes them in 《》.

    Where nothing quotes it, the last line above that ends like a title (…方案, …计划) is taken.

    Raises:
        EncodingError: No line above `limit` is a title.
    """
    lines = [*document.lines_between(0, limit)]
    quoted = {squeeze(document.text[start:end]) for start, end in find_quoted_titles(document.folded[:limit])}
    found = _find_quoted(lines, quoted) or _find_alike(lines)
    if not found:
        raise EncodingError(Problem.NO_TITLE, document.line_at(limit).number)
    return Title(_join(found), found[0].start, found[-1].end)


def has_title(document: SourceDocument, limit: int) -> bool:
    """Whether a line above `limit` is a plan's title."""
    try:
        find_title(document, limit)
    except EncodingError:
        return False
    return True


def find_quoted_titles(folded: str) -> Iterator[tuple[int, int]]:
    """The offsets of every title between outermost 《 》 in a folded text, nested ones inside them."""
    depth = start = 0
    for offset, character in enumerate(folded):
        if character == "。":
            depth = 0
        elif character == "《":
            start = start if depth else offset + 1
            depth += 1
        elif character == "》" and depth:
            depth -= 1
            if not depth:
                yield start, offset


def _find_quoted(lines: Sequence[SourceLine], quoted: set[str]) -> Sequence[SourceLine]:
    for last in range(len(lines), 0, -1):
        for first in range(last - 1, max(-1, last - 1 - _MOST_LINES), -1):
            if squeeze(_join(lines[first:last])) in quoted:
                return lines[first:last]
    return ()


def _find_alike(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    for last in range(len(lines), 0, -1):
        first = last - 1
        if first and _CONTINUATION.match(fold(lines[first].text)):
            first -= 1
        if _TITLE.match(fold(_join(lines[first:last]))):
            return lines[first:last]
    return ()


def _join(lines: Sequence[SourceLine]) -> str:
    text = "".join(line.text for line in lines)
    annex = _ANNEX.match(fold(text))
    return text[annex.end() :] if annex else text

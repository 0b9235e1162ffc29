"""Headings in the styles that offices number them in: 第一章, 一、, (一), 第一条, 1., 1.1, (1), ——, and without a sign.

A number alone proves nothing ("1.5万亿元", "三、四线城市"). A heading opens a line or follows a closed
sentence or bracket, and it carries the number that is due: those of one style count up from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import islice

from plancmp.plans.encoding.agencies import find_agencies
from plancmp.plans.encoding.source_document import SourceDocument, SourceLine

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_DIGITS = "一二三四五六七八九"
_DECIMALS = re.compile(r"\d+")
_CLOSES = "。!?)"
_HEADING_END = re.compile(r"[。!?\n]")
_PUNCTUATION = re.compile(r"[。,;:!?\n]")
_LONGEST_PLAIN_HEADING = 30

MOST_MARKS = 2_000
"""A plan has some hundred; a text made of nothing but numbers must not cost minutes."""


class Style(Enum):
    """How headings of one kind are numbered."""

    CHAPTER = auto()
    SECTION = auto()
    GROUP = auto()
    ARTICLE = auto()
    ITEM = auto()
    DECIMAL = auto()
    """1.1, below or in place of 1.: its number is what follows the point."""
    POINT = auto()
    """(1), below or in place of 1."""
    BULLET = auto()
    """No number: a dash or dot at the head of a line."""
    PLAIN = auto()
    """No number: a short line without punctuation, right above an item."""
    NONE = auto()
    """No heading at all: measures that stand below nothing but the plan's title."""


_PATTERNS = {
    Style.CHAPTER: re.compile(rf"第 ?{_NUMERAL} ?[章篇]\s*"),
    Style.SECTION: re.compile(rf"{_NUMERAL} ?、(?!{_NUMERAL}[、级类线])\s*"),
    Style.GROUP: re.compile(rf"\( ?{_NUMERAL} ?\)[、.]?\s*"),
    Style.ARTICLE: re.compile(rf"第 ?{_NUMERAL} ?条[、:]?\s*"),
    # The signs ⒈ to ⒛ are a number and its point in one.
    Style.ITEM: re.compile(r"(?:(?<!\d)\d{1,2} ?[.、](?!\d)|[\u2488-\u249b])\s*"),
    # An amount (1.5万亿元) has its unit right behind it.
    Style.DECIMAL: re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d%万亿倍个])(?: ?[.、](?!\d))?\s*"),
    # Likewise ⑴ to ⒇.
    Style.POINT: re.compile(r"(?:\( ?\d{1,2} ?\)[、.]?|[\u2474-\u2487])\s*"),
}
_BULLET = re.compile(r"^(?:-{2,}|[●•▪■◆○◇▶])\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading's number and the offsets of the number with its signs; the heading's words follow."""

    style: Style
    number: int
    start: int
    end: int
    opens_line: bool


# Many schemes read a document, and most of them look at the same places.
@lru_cache(maxsize=256)
def find_marks(document: SourceDocument, style: Style, start: int, end: int) -> tuple[HeadingMark, ...]:
    """The places in `[start, end)` where a heading of this style could stand, in order, at most `MOST_MARKS`.

    `start` is where the words of the heading above begin: its first child may follow them without any sign.
    """
    find = {Style.PLAIN: _find_plain, Style.BULLET: _find_bullets}.get(style, _find_numbered)
    return tuple(islice(find(document, style, start, end), MOST_MARKS))


def _find_numbered(document: SourceDocument, style: Style, start: int, end: int) -> Iterator[HeadingMark]:
    outermost = style in {Style.CHAPTER, Style.SECTION}
    first_punctuation = start if outermost else _search(_PUNCTUATION, document, start, end)
    for match in _PATTERNS[style].finditer(document.folded, start, end):
        number = _read_number(match[0])
        opens_line = document.line_at(match.start()).start == match.start()
        runs_on = number == 1 and match.start() < first_punctuation
        if opens_line or runs_on or _follows_close(document.folded, match.start()):
            yield HeadingMark(style, number, match.start(), match.end(), opens_line)


def longest_run(marks: Iterable[HeadingMark]) -> tuple[HeadingMark, ...]:
    """The longest run of marks that counts up from one; of equals, the one with most marks opening a line.

    A number may be missing once in a while (offices miscount), but only before a mark that opens a line.
    """
    best: dict[int, tuple[HeadingMark, ...]] = {}
    for mark in marks:
        gaps = (1, 2) if mark.opens_line else (1,)
        before = max((best.get(mark.number - gap, ()) for gap in gaps), key=_weigh)
        run = (*before, mark)
        if run[0].number == 1 and _weigh(run) > _weigh(best.get(mark.number, ())):
            best[mark.number] = run
    return max(best.values(), key=_weigh, default=())


def heading_end(document: SourceDocument, start: int, end: int) -> int:
    """Where the words of a heading end that begin at `start`: at a full stop, a line break, or `end`."""
    return _search(_HEADING_END, document, start, end)


def _find_plain(document: SourceDocument, style: Style, start: int, end: int) -> Iterator[HeadingMark]:
    """The lines that stand right above an item, behind a line that is closed, numbered by their order."""
    lines = [*document.lines_between(start, end)]
    number = 0
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        closed = _follows_close(document.folded, line.start - 1) or _reads_like_heading(document, above)
        if closed and _reads_like_heading(document, line) and _opens_with_item(document, below):
            number += 1
            yield HeadingMark(style, number, line.start, line.start, opens_line=True)


def _find_bullets(document: SourceDocument, style: Style, start: int, end: int) -> Iterator[HeadingMark]:
    """The lines that a dash or dot opens, numbered by their order."""
    for number, match in enumerate(_BULLET.finditer(document.folded, start, end), 1):
        yield HeadingMark(style, number, match.start(), match.end(), opens_line=True)


def _reads_like_heading(document: SourceDocument, line: SourceLine) -> bool:
    words = document.folded[line.start : line.end]
    return (
        len(words) <= _LONGEST_PLAIN_HEADING
        and not _PUNCTUATION.search(words)
        and not any(pattern.match(words) for pattern in _PATTERNS.values())
        and not find_agencies(words)
    )


def _opens_with_item(document: SourceDocument, line: SourceLine) -> bool:
    return bool(_PATTERNS[Style.ITEM].match(document.folded, line.start))


def _weigh(run: tuple[HeadingMark, ...]) -> tuple[int, int]:
    return len(run), sum(mark.opens_line for mark in run)


def _search(pattern: re.Pattern[str], document: SourceDocument, start: int, end: int) -> int:
    match = pattern.search(document.folded, start, end)
    return match.start() if match else end


def _follows_close(folded: str, offset: int) -> bool:
    before = offset - 1
    while before >= 0 and folded[before] in " \n":
        before -= 1
    return before >= 0 and folded[before] in _CLOSES


def _read_number(words: str) -> int:
    for first, last in ("\u2488\u249b", "\u2474\u2487"):
        if first <= words[0] <= last:
            return ord(words[0]) - ord(first) + 1
    # Of 1.2 the number is what follows the point, of 1. what stands before it.
    digits = _DECIMALS.findall(words)
    if digits:
        return int(digits[-1])
    numeral = "".join(character for character in words if character in _DIGITS + "十")
    tens, ten, units = numeral.rpartition("十")
    return (_read_digit(tens) or 1) * 10 * bool(ten) + _read_digit(units)


def _read_digit(numeral: str) -> int:
    return _DIGITS.find(numeral[-1:]) + 1 if numeral else 0

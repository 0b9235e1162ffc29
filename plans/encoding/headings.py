"""Numbered headings: 一、 or 第一章 for sections, (一) for groups, 1. or 1、 for items.

A number alone proves nothing ("1.5万亿元", "三、四线城市"). A heading opens a line or follows a closed
sentence or bracket, and it carries the number that is due: those of one level count up from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from plancmp.plans.encoding.document import Document

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_DIGITS = "一二三四五六七八九"
_CLOSES = "。!?)"
_HEADING_END = re.compile(r"[。!?\n]")
_PUNCTUATION = re.compile(r"[。,;:!?\n]")


class Level(IntEnum):
    """How deep a heading stands."""

    SECTION = 1
    GROUP = 2
    ITEM = 3


_PATTERNS = {
    Level.SECTION: re.compile(rf"(?:第{_NUMERAL}章|{_NUMERAL} ?、(?!{_NUMERAL}[、级类线]))\s*"),
    Level.GROUP: re.compile(rf"\( ?{_NUMERAL} ?\)[、.]?\s*"),
    Level.ITEM: re.compile(r"(?<!\d)\d{1,2} ?[.、](?!\d)\s*"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's number and the offsets of the number with its signs; the heading's words follow."""

    level: Level
    number: int
    start: int
    end: int
    opens_line: bool


def find_marks(document: Document, level: Level, start: int, end: int) -> Iterator[Mark]:
    """Every place in `[start, end)` where a heading of this level could stand, in order.

    `start` is where the words of the heading above begin: its first child may follow them without any sign.
    """
    first_punctuation = start if level is Level.SECTION else _search(_PUNCTUATION, document, start, end)
    for match in _PATTERNS[level].finditer(document.folded, start, end):
        number = _read_number(match[0])
        opens_line = document.line_at(match.start()).start == match.start()
        runs_on = number == 1 and match.start() < first_punctuation
        if opens_line or runs_on or _follows_close(document.folded, match.start()):
            yield Mark(level, number, match.start(), match.end(), opens_line)


def longest_run(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The longest run of marks that counts up from one; of equals, the one with most marks opening a line.

    A number may be missing once in a while (offices miscount), but only before a mark that opens a line.
    """
    best: dict[int, tuple[Mark, ...]] = {}
    for mark in marks:
        gaps = (1, 2) if mark.opens_line else (1,)
        before = max((best.get(mark.number - gap, ()) for gap in gaps), key=_weigh)
        run = (*before, mark)
        if run[0].number == 1 and _weigh(run) > _weigh(best.get(mark.number, ())):
            best[mark.number] = run
    return max(best.values(), key=_weigh, default=())


def heading_end(document: Document, start: int, end: int) -> int:
    """Where the words of a heading end that begin at `start`: at a full stop, a line break, or `end`."""
    return _search(_HEADING_END, document, start, end)


def _weigh(run: tuple[Mark, ...]) -> tuple[int, int]:
    return len(run), sum(mark.opens_line for mark in run)


def _search(pattern: re.Pattern[str], document: Document, start: int, end: int) -> int:
    match = pattern.search(document.folded, start, end)
    return match.start() if match else end


def _follows_close(folded: str, offset: int) -> bool:
    before = offset - 1
    while before >= 0 and folded[before] == " ":
        before -= 1
    return before >= 0 and folded[before] in _CLOSES


def _read_number(words: str) -> int:
    digits = "".join(character for character in words if character.isdecimal())
    if digits:
        return int(digits)
    numeral = "".join(character for character in words if character in _DIGITS + "十")
    tens, ten, units = numeral.rpartition("十")
    return (_read_digit(tens) or 1) * 10 * bool(ten) + _read_digit(units)


def _read_digit(numeral: str) -> int:
    return _DIGITS.find(numeral[-1:]) + 1 if numeral else 0

"""An official document's text as lines without blank ones; every character knows its line in the source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")
# Zero-width spaces, joiners, marks of direction, soft hyphens, control characters, halves of surrogate pairs:
# no reader sees them, every pattern trips over them. White space among them is white space.
_INVISIBLE = {
    number: None
    for number in (
        *map(
            ord,
            "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\ufffe\uffff",
        ),
        *range(0xD800, 0xE000),
        *range(0x20),
        *range(0x7F, 0xA0),
    )
    if not chr(number).isspace()
}
# Line and paragraph separators and kin would break lines that the source does not break.
_SPACES = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_UNPRINTED = _INVISIBLE | _SPACES
_SAME_SIGN = str.maketrans("〈<〉>【】—–−―~", "《《》》()-----")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that is not blank: its number in the source (from 1), its offset in the text, its words."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind the line's last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, eq=False)
class SourceDocument:
    """A document's lines, stripped, without blank ones.

    A document is equal to itself alone, so that what was found in it can be kept by it.
    """

    lines: tuple[SourceLine, ...]

    @cached_property
    def text(self) -> str:
        """The characters as they stand in the source, one line break between lines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def folded(self) -> str:
        """`text` with every sign in one form: patterns read it, and its offsets are those of `text`."""
        return fold(self.text)

    @cached_property
    def squeezed(self) -> tuple[str, ...]:
        """Each line as `squeeze` leaves it."""
        return tuple(squeeze(line.text) for line in self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> SourceLine:
        """The line an offset lies in."""
        return self.lines[bisect_right(self._starts, offset) - 1]

    def lines_between(self, start: int, end: int) -> Iterator[SourceLine]:
        """The lines in `[start, end)`; of one that is cut there, the piece inside."""
        for line in self.lines[max(0, bisect_right(self._starts, start) - 1) :]:
            if line.start >= end:
                return
            first = max(line.start, start)
            piece = self.text[first : min(line.end, end)]
            if piece.strip():
                yield SourceLine(line.number, first, piece)


def fold(text: str) -> str:
    """Give full-width signs, kinds of spaces, dashes, and title marks one form, character by character."""
    return text.translate(_FOLDED)


def _fold_character(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    return plain.translate(_SAME_SIGN) if len(plain) == 1 else character


class _Folding(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, number: int) -> str:
        self[number] = folded = _fold_character(chr(number))
        return folded


_FOLDED = _Folding()


def squeeze(text: str) -> str:
    """`text` folded and without any white space: what is left to compare two copies by."""
    return "".join(fold(text).split())


def count_characters(text: str) -> int:
    """How many characters of `text` are not white space."""
    return sum(not character.isspace() for character in text)


def read_lines(text: str) -> SourceDocument:
    """The lines of a document's text."""
    lines: list[SourceLine] = []
    offset = 0
    for number, words in enumerate(_LINE_END.split(text), start=1):
        line = words.translate(_UNPRINTED).strip()
        if line:
            lines.append(SourceLine(number, offset, line))
            offset += len(line) + 1
    return SourceDocument(tuple(lines))

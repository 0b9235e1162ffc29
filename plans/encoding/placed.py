"""Characters placed on a page as its printed lines, from top to bottom and left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancmp.plans.encoding.printed import PrintedLine, clean_glyphs

# All in parts of a character's size.
_SAME_LINE = 0.4
_SAME_PLACE = 0.15
_SPACE = 0.6
_COLUMN = 2.0
_DEEPEST_INDENT = 20


class Glyph(NamedTuple):
    """A character on a page: the place of its foot, from the left and from the top, and its size, in one unit."""

    x: float
    y: float
    size: float
    character: str

    @property
    def end(self) -> float:
        """Where it ends: Chinese characters are as wide as high, others half of that."""
        wide = unicodedata.east_asian_width(self.character) in "WFA"
        return self.x + self.size * (1 if wide else 0.5)


def page_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """The lines of a page; an indented line begins with spaces, a wide gap in a line is a tab."""
    rows = [*_rows(glyphs)]
    left = min((row[0].x for row in rows), default=0.0)
    lines = (PrintedLine(clean_glyphs(_line(row, left)), row[-1].end - left) for row in rows)
    return [line for line in lines if line.text.strip()]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of each line, from left to right; one drawn twice to look bold is read once."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: (each.y, each.x)):
        if row and glyph.y - row[0].y > _SAME_LINE * min(glyph.size, row[0].size):
            yield _in_order(row)
            row = []
        row.append(glyph)
    if row:
        yield _in_order(row)


def _in_order(row: list[Glyph]) -> list[Glyph]:
    row.sort(key=lambda glyph: glyph.x)
    return [row[0], *(glyph for before, glyph in pairwise(row) if not _is_again(before, glyph))]


def _is_again(before: Glyph, glyph: Glyph) -> bool:
    return before.character == glyph.character and glyph.x - before.x < _SAME_PLACE * glyph.size


def _line(row: Sequence[Glyph], left: float) -> str:
    indent = round(min((row[0].x - left) / row[0].size, _DEEPEST_INDENT))
    gaps = (_gap(before, glyph) + glyph.character for before, glyph in pairwise(row))
    return "\u3000" * indent + row[0].character + "".join(gaps)


def _gap(before: Glyph, glyph: Glyph) -> str:
    width = (glyph.x - before.end) / glyph.size
    if width < _SPACE or before.character.isspace():
        return ""
    return "\t" if width >= _COLUMN else " "

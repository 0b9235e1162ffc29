"""A sheet that is wider than the terminal: its columns dealt out to pages, each with the labels before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len

from plancmp.cli.render.cells import fit, pad
from plancmp.cli.render.lines import Line, Part, line

_GAP = "  "


@dataclass(frozen=True)
class Column:
    """One column: a (text, style) pair for each row of the sheet; numbers stand right."""

    cells: tuple[tuple[str, str], ...]
    right: bool = True

    @cached_property
    def width(self) -> int:
        """The widest cell's width, in terminal cells."""
        return max(cell_len(text) for text, _ in self.cells)


def sheet_pages(labels: Column, columns: Sequence[Column], width: int) -> Iterator[list[Line]]:
    """Lay out a sheet in as many pages as its columns need; every page repeats the labels.

    Labels are cut before a page would have no room for the widest column.
    """
    widest = max((column.width for column in columns), default=0)
    label_width = max(min(labels.width, width - widest - len(_GAP)), 1)
    for page in _deal(columns, width - label_width):
        yield [
            _row(labels.cells[place], label_width, page, [column.cells[place] for column in page])
            for place in range(len(labels.cells))
        ]


def _deal(columns: Sequence[Column], room: int) -> Iterator[list[Column]]:
    """Columns in order, as many a page as fit, and at least one."""
    page: list[Column] = []
    taken = 0
    for column in columns:
        needed = column.width + len(_GAP)
        if page and taken + needed > room:
            yield page
            page, taken = [], 0
        page.append(column)
        taken += needed
    yield page


def _row(label: tuple[str, str], label_width: int, page: list[Column], cells: list[tuple[str, str]]) -> Line:
    parts: list[Part] = [(pad(label[0], label_width), label[1])]
    for column, (text, style) in zip(page, cells, strict=True):
        space = " " * (column.width - cell_len(text))
        shown = space + text if column.right else text + space
        parts += [_GAP, (fit(shown, column.width), style)]
    return line(*parts)

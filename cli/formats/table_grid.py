"""Rows and columns for a terminal; where the line is too short, the widest column gives way."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from plancmp.cli.formats.grid import Grid, headings, worded_rows
from plancmp.cli.render.cells import fit, pad
from plancmp.cli.render.lines import Line, line
from plancmp.cli.render.options import RenderOptions


def grid_lines(grid: Grid, view: RenderOptions) -> Iterator[Line]:
    """The headings and one line a row; numbers stand right, a missing value is a dash."""
    heads = headings(grid, view.say)
    rows = [tuple("-" if cell is None else str(cell) for cell in row) for row in worded_rows(grid, view.say)]
    needed = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    # A line that is a little too long stands closer before anything is cut.
    gap = "  " if sum(needed) + 2 * (len(needed) - 1) <= view.width else " "
    widths = _shrink(needed, view.width - len(gap) * (len(needed) - 1))
    right = [any(isinstance(row[number], int | float) for row in grid.rows) for number in range(len(heads))]
    for row, style in [(heads, "dim"), *((row, "") for row in rows)]:
        yield line((gap.join(map(_align, row, widths, right)), style))


def _shrink(widths: list[int], room: int) -> list[int]:
    """Take from the widest column, cell by cell, until all fit."""
    widths = widths.copy()
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _align(text: str, width: int, right: bool) -> str:
    cell = fit(text, width)
    return " " * (width - cell_len(cell)) + cell if right else pad(cell, width)

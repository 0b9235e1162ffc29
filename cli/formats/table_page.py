"""A page in a terminal: every line within its width, tables in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from plancmp.cli.cells import fit, fit_apart
from plancmp.cli.formats.page import Block, Cell, Heading, Item, Table
from plancmp.cli.formats.sheet import Column, sheet_pages
from plancmp.cli.formats.terminal import BLANK, Line, line, paragraph
from plancmp.cli.view import View

_GAP = "  "
_SHORTEST_LABEL = 20
"""Labels are cut down to this many cells before a table is dealt out to several pages."""

_LONGEST_HEAD = 12
"""A heading, such as a plan's name, is cut down to this many cells."""


def page_lines(blocks: Sequence[Block], view: View) -> Iterator[Line]:
    """The page's lines; an empty one stands before each heading but the first."""
    for place, block in enumerate(blocks):
        match block:
            case Heading():
                if place:
                    yield BLANK
                yield from paragraph(BLANK, block.text, view.width, f"bold {block.style}".strip())
            case Item():
                yield from _item(block, view)
            case Table():
                yield from _table(block, view)
            case _:
                assert_never(block)


def _item(item: Item, view: View) -> Iterator[Line]:
    indent = " " * (3 * item.depth)
    label = line(indent, (item.label, item.style or "dim"), _GAP) if item.label else line(indent)
    yield from paragraph(label, item.text, view.width, "" if item.label else item.style)


def _table(table: Table, view: View) -> Iterator[Line]:
    heads = (table.heads[0], *fit_apart(table.heads[1:], _LONGEST_HEAD))
    rows = [tuple((head, "dim") for head in heads), *(tuple(map(_styled, row)) for row in table.rows)]
    labels, *columns = (Column(cells, table.numbers) for cells in zip(*rows, strict=True))
    room = view.width - sum(column.width + len(_GAP) for column in columns)
    if room >= _SHORTEST_LABEL:
        labels = Column(tuple((fit(text, room), style) for text, style in labels.cells))
    for place, page in enumerate(sheet_pages(labels, columns, view.width)):
        if place:
            yield BLANK
        yield from page


def _styled(cell: Cell) -> tuple[str, str]:
    return (cell, "") if isinstance(cell, str) else cell

"""Tables in a terminal: how the columns share its width, and which of them stand on which page.

One way for every table. What fits stands as it is; what does not stands closer; then labels and sentences are broken
into lines; and where even that is too little, the columns are dealt out to pages that repeat the labels. Nothing of
a label, a sentence or a figure is lost.

rich's own tables were tried at 80 and at 60 cells in Chinese. A sentence of Chinese has no spaces, so its words are
as wide as the sentence: at 80 cells, three of five reasons ended in "…" (which Chinese terminals draw two cells
wide, pushing what follows out of line), and at 60 a measure's number stood alone on its line with the title cut
below it. Set to fold instead, lines began with "，" and "”". They also bring rich.console and rich.table, 13 ms that
a run without colour does not need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from plancmp.cli.render.cells import fit, fit_apart, pad, wrap
from plancmp.cli.render.lines import BLANK, Line, Part, line
from plancmp.cli.views.document import Cell, Heading, Kind, RowGroup, Table, TableRow

_LONGEST_HEAD = 12
"""The heading of figures, such as a plan's name, is cut down to this many cells."""

_SHORTEST_LABEL = 20
"""Labels are broken down to this many cells before a table is dealt out to several pages."""

_ROOMY = 100
"""From so many cells on a table has the Chinese beside a gloss, which a narrower one has alone."""

_CLOSEST, _APART = 1, 2
"""Cells between columns."""


class Fitted(NamedTuple):
    """A column with its widths in cells.

    Attributes:
        place: which of the table's columns it is.
        kind: how it stands.
        head: its heading, short enough.
        lead: the widest number, id or symbol before a text; `gap` follows it.
        text: the widest text behind a lead; what the column is given where it must be broken.
        width: the whole column.
    """

    place: int
    kind: Kind
    head: str
    lead: int
    gap: int
    text: int
    width: int

    @property
    def before(self) -> int:
        """Cells before the text of a cell that has a lead."""
        return self.lead + self.gap if self.lead else 0


def table_lines(table: Table, width: int, below: Callable[[TableRow], Iterable[Line]]) -> Iterator[Line]:
    """The table's lines, each within the width.

    Args:
        table: the table; groups under headings of their own stand apart, as those that begin with a sum do.
        width: cells of a line.
        below: the lines that are told in full of a row, under it.
    """
    table = _in_full(table) if width >= _ROOMY else table
    grouped = len(table.groups) > 1 or any(group.heading for group in table.groups)
    columns = _fit_columns(table)
    gap = _APART
    indent = 1 if grouped else 0
    if _total(columns, gap, indent) > width >= _total(columns, _CLOSEST, indent):
        gap = _CLOSEST
    for number, page in enumerate(_pages(columns, width - indent, gap)):
        if number:
            yield BLANK
        yield from _Page(page, gap, indent).lines(table, below)


def _in_full(table: Table) -> Table:
    """The table with every text that has another one for more room."""
    return table._replace(
        groups=tuple(
            group._replace(
                rows=tuple(
                    row._replace(
                        cells=tuple(cell._replace(text=cell.in_full or cell.text) for cell in row.cells)
                    )
                    for row in group.rows
                ),
                heading=group.heading and _heading_in_full(group.heading),
            )
            for group in table.groups
        )
    )


def _heading_in_full(heading: Heading) -> Heading:
    return heading._replace(text=heading.in_full or heading.text)


def shared_columns(table: Table, width: int, gap: int) -> list[list[Fitted]]:
    """How the columns share `width` cells, `gap` cells between them: on one page or, with the labels, on several."""
    return _pages(_fit_columns(table), width, gap)


def _fit_columns(table: Table) -> list[Fitted]:
    rows = list(table.rows)
    heads = [column.head for column in table.columns]
    figures = [place for place, column in enumerate(table.columns) if column.kind is Kind.NUMBER]
    for place, head in zip(figures, fit_apart([heads[each] for each in figures], _LONGEST_HEAD), strict=True):
        heads[place] = head
    return [
        _natural(place, column.kind, heads[place], [row.cells[place] for row in rows])
        for place, column in enumerate(table.columns)
    ]


def _natural(place: int, kind: Kind, head: str, cells: Sequence[Cell]) -> Fitted:
    """A column as wide as its widest cell."""
    leads = max((cell_len(cell.lead) for cell in cells), default=0)
    gap = _APART if kind is Kind.LABEL else _CLOSEST
    text = max((cell_len(cell.text) for cell in cells if cell.lead), default=0)
    bare = max((cell_len(cell.text) for cell in cells if not cell.lead), default=0)
    before = leads + gap if leads else 0
    headed = cell_len(head) + (before if kind is Kind.VERDICT else 0)
    return Fitted(place, kind, head, leads, gap, text, max(before + text, bare, headed))


def _total(columns: Sequence[Fitted], gap: int, indent: int) -> int:
    return indent + sum(column.width for column in columns) + gap * (len(columns) - 1)


def _pages(columns: Sequence[Fitted], room: int, gap: int) -> list[list[Fitted]]:
    """Deal the columns out to pages, narrowed until each page takes at most `room` cells."""
    if _total(columns, gap, 0) <= room:
        return [list(columns)]
    if any(column.kind is Kind.TEXT for column in columns):
        return [_share(columns, room, gap)]
    label, *others = columns
    widest = max(room - _SHORTEST_LABEL - gap, room // 2)
    others = [_narrowed(column, widest) for column in others]
    left = room - sum(column.width + gap for column in others)
    if left >= _SHORTEST_LABEL:
        return [[_narrowed(label, left), *others]]
    widest = max((column.width for column in others), default=0)
    label = _narrowed(label, max(min(room * 3 // 5, room - widest - gap), 1))
    return [[label, *page] for page in _deal(others, room - label.width, gap)]


def _share(columns: Sequence[Fitted], room: int, gap: int) -> list[Fitted]:
    """Narrow the columns to `room` cells: labels get up to 9/20 of what fixed columns leave, sentences the rest."""
    ids = -(-room // 8)
    fixed = [
        _narrowed(column, max(cell_len(column.head), ids)) if column.kind is Kind.IDS else column
        for column in columns
    ]
    kept = sum(column.before if column.kind is Kind.LABEL else column.width for column in fixed)
    texts = [column for column in fixed if column.kind is Kind.TEXT]
    left = room - gap * (len(fixed) - 1) - kept + sum(column.width for column in texts)
    labels = [
        _narrowed(column, column.before + max(left * 9 // 20, 8)) if column.kind is Kind.LABEL else column
        for column in fixed
    ]
    left -= sum(column.width - column.before for column in labels if column.kind is Kind.LABEL)
    # One cell stays free: terminals set up for Chinese draw an arrow two cells wide.
    each = max(left // len(texts) - 1, 1)
    return [_narrowed(column, each) if column.kind is Kind.TEXT else column for column in labels]


def _narrowed(column: Fitted, width: int) -> Fitted:
    return column._replace(width=min(column.width, width))


def _deal(columns: Sequence[Fitted], room: int, gap: int) -> Iterator[list[Fitted]]:
    """Columns in order, as many a page as fit, and at least one."""
    page: list[Fitted] = []
    taken = 0
    for column in columns:
        needed = column.width + gap
        if page and taken + needed > room:
            yield page
            page, taken = [], 0
        page.append(column)
        taken += needed
    yield page


class _Page(NamedTuple):
    """The columns that stand beside each other, the cells between them and before every row but a sum."""

    columns: Sequence[Fitted]
    gap: int
    indent: int

    def lines(self, table: Table, below: Callable[[TableRow], Iterable[Line]]) -> Iterator[Line]:
        """The headings, then group after group."""
        yield self._heads()
        for number, group in enumerate(table.groups):
            if number:
                yield BLANK
            if group.heading:
                yield from self._heading(group)
            for row in group.rows:
                yield from self._row(row)
                yield from below(row)

    def _heads(self) -> Line:
        first, *others = self.columns
        start = self.indent if first.kind is Kind.VERDICT else 0
        cells = [
            _head(first, first.width + self.indent - start),
            *(_head(each, each.width) for each in others),
        ]
        return line(" " * start, ((" " * self.gap).join(cells), "dim"))

    def _heading(self, group: RowGroup) -> Iterator[Line]:
        """A group's heading over the columns up to the labels', what it counts behind it."""
        heading = group.heading or Heading("")
        spanned = next(place for place, each in enumerate(self.columns) if each.kind is Kind.LABEL) + 1
        room = _total(self.columns[:spanned], self.gap, self.indent)
        lead = f"{heading.lead}{' ' * _APART}" if heading.lead else ""
        counts = [(f"{each.lead} {each.text:<4}", each.style) for each in group.counts]
        for number, text in enumerate(wrap(heading.text, room - cell_len(lead))):
            title = pad((" " * cell_len(lead) if number else lead) + text, room)
            yield line((title, "bold"), " " * self.gap, *([] if number else counts))

    def _row(self, row: TableRow) -> Iterator[Line]:
        first = self.columns[0]
        indent = 0 if row.strong else self.indent
        columns = [first._replace(width=first.width + self.indent - indent), *self.columns[1:]]
        cells = [row.cells[column.place] for column in columns]
        shown = [
            _cell_lines(cell, column, loose=row.strong) for cell, column in zip(cells, columns, strict=True)
        ]
        for parts in zip_longest(*shown, fillvalue=""):
            made: list[Part] = [" " * indent]
            for number, (part, cell, column) in enumerate(zip(parts, cells, columns, strict=True)):
                style = cell.style or ("bold" if row.strong else "")
                made += [
                    " " * self.gap if number else "",
                    (part or " " * column.width, style if part else ""),
                ]
            yield line(*made)


def _head(column: Fitted, width: int) -> str:
    if column.kind is Kind.NUMBER:
        return _right(fit(column.head, width), width)
    return pad((" " * column.before if column.kind is Kind.VERDICT else "") + column.head, width)


def _cell_lines(cell: Cell, column: Fitted, *, loose: bool) -> list[str]:
    """A cell's lines, each as wide as its column; in a `loose` row a number does not stand in line with others."""
    if column.kind is Kind.IDS:
        return [pad(_as_many_as_fit(cell.text.split(), column.width), column.width)]
    lead = ""
    if cell.lead:
        lead = f"{cell.lead}{' ' * column.gap}" if loose else pad(cell.lead, column.before)
    room = max(column.width - cell_len(lead), 1)
    lines = wrap(cell.text, room)
    if column.kind is Kind.NUMBER:
        text = min(column.text, room) if cell.lead else 0
        lead_lines = [lead + _right(each, text) for each in lines]
        return [_right(each, column.width) for each in lead_lines]
    return [
        pad((" " * cell_len(lead) if number else lead) + each, column.width)
        for number, each in enumerate(lines)
    ]


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _as_many_as_fit(ids: Sequence[str], width: int) -> str:
    """As many ids as fit, and how many more there are; a dash for none."""
    for shown in range(len(ids), 0, -1):
        text = " ".join([*ids[:shown], *([f"+{len(ids) - shown}"] if shown < len(ids) else [])])
        if cell_len(text) <= width:
            return text
    return f"{len(ids)}" if ids else "-"

"""The one form between a result and its formats: a page of blocks to be read, rows for a spreadsheet, plain data.

A view says what is shown, a format how it looks. Blocks hold finished words in the language chosen and text of
plans as it was read: each format makes it harmless in its own way. Where the page of a terminal and that of a
document differ (order, length), the view is told which `Medium` it writes for.

All are named tuples: every start-up makes these types, and a dataclass takes ten times as long to make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from plancmp.cli.messages import CATALOGUE, Words


class Medium(Enum):
    """What a page is read on.

    A screen is narrow and scrolls: figures come last, where the eye is when the output ends, and lines are short.
    Paper (Markdown and all that is made of it) is read from the top: a title and the figures come first.
    """

    SCREEN = auto()
    PAPER = auto()


class Kind(Enum):
    """How a column stands and what becomes of it where room is scarce."""

    LABEL = auto()
    """What a row is about: left, and broken into lines where it must be."""
    VERDICT = auto()
    """A symbol and a word: left, the heading above the word."""
    IDS = auto()
    """Ids with spaces between them: as many as there is room for, then how many more."""
    TEXT = auto()
    """Sentences: they take the room that is left, in as many lines as they need."""
    WORD = auto()
    """A short text that is never broken: left."""
    NUMBER = auto()
    """A figure, or a short text that is compared down the column: right."""


class Cell(NamedTuple):
    """One cell of a table.

    Attributes:
        text: what it says.
        lead: what stands before the text in a column of its own: a number, an id, a verdict's symbol.
        style: how a terminal shows it, in rich's terms; other formats heed "bold" alone.
        in_full: the text where there is room for it, such as a gloss with the Chinese beside; none if that is the text.
    """

    text: str
    lead: str = ""
    style: str = ""
    in_full: str = ""

    def __str__(self) -> str:
        """Lead and text in full with a space between them."""
        return f"{self.lead} {self.in_full or self.text}".strip()


class Column(NamedTuple):
    """A column of a table: its heading, and how it stands."""

    head: str
    kind: Kind = Kind.NUMBER


class Heading(NamedTuple):
    """A heading; level 1 is the page's own.

    `lead` is its number and `remark` what is added to it in passing; `in_full` the text where there is room for it,
    which a narrow terminal has not over rows of a table.
    """

    text: str
    level: int = 2
    style: str = ""
    lead: str = ""
    remark: str = ""
    in_full: str = ""


class Item(NamedTuple):
    """A paragraph, or a point in a list.

    Attributes:
        text: what it says.
        label: the term it explains, such as 牵头单位; or the place it is quoted from.
        depth: how deep it lies in a list; a paragraph for 0, where it has no label and no name.
        style: how a terminal shows the text; "bold" holds everywhere.
        name: what the point itself is called by: an id, the symbol and the id of a commitment.
        remark: what is to be known of it beside the text.
        below: points that belong to it.
    """

    text: str
    label: str = ""
    depth: int = 0
    style: str = ""
    name: Cell | None = None
    remark: Cell | None = None
    below: tuple[Item, ...] = ()


class Facts(NamedTuple):
    """Labelled facts one below the other, their texts in line; a label that comes again is said once."""

    items: tuple[Item, ...]


class Bullets(NamedTuple):
    """A plain list of sentences, such as caveats; a label before one is the term that it explains."""

    items: tuple[Item, ...]


class Unbroken(NamedTuple):
    """A line that no format may break, such as `file:line: fault`, which editors jump to."""

    text: str


class Gap(NamedTuple):
    """An empty line on a screen; on paper paragraphs stand apart anyway."""


class Chapter(NamedTuple):
    """Blocks under a heading; on a screen they stand below the heading's text, its number before them."""

    heading: Heading
    blocks: tuple[Block, ...]


class Party(NamedTuple):
    """A document that is compared; `facts` are number, date and basis, None where there is nothing to say."""

    label: str
    name: str
    title: str
    facts: tuple[str | None, ...]


class Parties(NamedTuple):
    """Which documents are compared; `heads` name the columns of a table of them, all but the label's."""

    heads: tuple[str, ...]
    rows: tuple[Party, ...]


class Figures(NamedTuple):
    """The figures of a result: counts by verdict, then figures that need a word of explanation.

    Attributes:
        heads: the headings of a table of the counts.
        counts: label, total, and a count for each verdict with its symbol.
        figures: label, value and meaning.
    """

    heads: tuple[str, ...]
    counts: tuple[tuple[str, str, tuple[Cell, ...]], ...]
    figures: tuple[tuple[str, str, str], ...]


class TableRow(NamedTuple):
    """A row, one cell a column.

    Attributes:
        cells: the cells.
        strong: whether the row sums up those below it.
        below: what is told in full of this row, under it or under the table.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    below: tuple[Item, ...] = ()


class RowGroup(NamedTuple):
    """Rows that belong together.

    Attributes:
        rows: the rows.
        heading: stands across the table above them; on paper the group is then a table of its own.
        counts: what the heading says of the rows, in short.
    """

    rows: tuple[TableRow, ...]
    heading: Heading | None = None
    counts: tuple[Cell, ...] = ()


class Table(NamedTuple):
    """A table; the first column of kind LABEL is repeated where a narrow screen shows it in several parts."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]

    @property
    def rows(self) -> Iterator[TableRow]:
        """All rows, those of one group behind those of another."""
        return (row for group in self.groups for row in group.rows)


Block = Heading | Item | Facts | Bullets | Unbroken | Gap | Chapter | Parties | Figures | Table

Value = str | int | float | None
"""What a row of data holds in one column; None where there is nothing to say."""


class Grid(NamedTuple):
    """Rows under columns, for spreadsheets.

    Attributes:
        columns: keys of the columns; the catalogue has the headings under `column.<key>`.
        rows: one tuple a row, as long as `columns`. They may be many: a format goes through them once.
        worded: the columns whose values are terms of the catalogue, said in the language chosen; text of plans
            stays as it is in all others.
    """

    columns: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
    worded: frozenset[str] = frozenset()


class Document(NamedTuple):
    """A result ready for every format; what a format does not use is never made.

    Attributes:
        page: the blocks to be read on a medium.
        grid: the rows for a spreadsheet.
        data: the JSON contract's fields; the first is `schema`.
    """

    page: Callable[[Medium], Iterable[Block]]
    grid: Callable[[], Grid]
    data: Callable[[], Mapping[str, object]]


def plain_table(heads: Iterable[Column | str], rows: Iterable[Iterable[Cell | str]]) -> Table:
    """A table of one group. A heading alone makes a column of labels in the first place, one of figures behind it."""
    columns = (
        head if isinstance(head, Column) else Column(head, Kind.NUMBER if place else Kind.LABEL)
        for place, head in enumerate(heads)
    )
    made = (tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)
    return Table(tuple(columns), (RowGroup(tuple(map(TableRow, made))),))


def grid_table(grid: Grid, kinds: Sequence[Kind], say: Words) -> Table:
    """The rows to be read, a dash where there is nothing to say."""
    columns = [Column(head, kind) for head, kind in zip(headings(grid, say), kinds, strict=True)]
    rows = worded_rows(grid, say)
    return plain_table(columns, (["-" if value is None else str(value) for value in row] for row in rows))


def grid_fields(schema: str, items: str, grid: Grid) -> dict[str, object]:
    """The rows as JSON objects keyed by column, under the key `items` of the contract `schema`."""
    return {"schema": schema, items: [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]}


def headings(grid: Grid, say: Words) -> tuple[str, ...]:
    """The columns' names in words."""
    return tuple(say(f"column.{column}") for column in grid.columns)


def worded_rows(grid: Grid, say: Words) -> Iterator[tuple[Value, ...]]:
    """The rows with terms of the catalogue in words: `official` under `basis` becomes 原文."""
    for row in grid.rows:
        yield tuple(
            _worded(f"{column}.{value}", value, say) if column in grid.worded else value
            for column, value in zip(grid.columns, row, strict=True)
        )


def _worded(key: str, value: Value, say: Words) -> Value:
    return say(key) if key in CATALOGUE else value

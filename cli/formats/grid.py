"""A plain table as a value: what `list`, `show` and `check` hand to a format that shows rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plancmp.cli.messages import CATALOGUE, Words

Cell = str | int | float | None


class Grid(NamedTuple):
    """Rows under columns.

    Attributes:
        schema: the name of the JSON contract, e.g. "plancmp/list/1".
        items: the JSON key the rows stand under.
        columns: keys of the columns; the catalogue has the headings under `column.<key>`.
        rows: one tuple a row, as long as `columns`; None where there is nothing to say.
        worded: the columns whose cells are terms of the catalogue, said in the language chosen; text of plans
            stays as it is in all others.
    """

    schema: str
    items: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    worded: frozenset[str] = frozenset()


def headings(grid: Grid, say: Words) -> tuple[str, ...]:
    """The columns' names in words."""
    return tuple(say(f"column.{column}") for column in grid.columns)


def worded_rows(grid: Grid, say: Words) -> Iterator[tuple[Cell, ...]]:
    """The rows with terms of the catalogue in words: `official` under `basis` becomes 原文."""
    for row in grid.rows:
        yield tuple(
            _worded(f"{column}.{cell}", cell, say) if column in grid.worded else cell
            for column, cell in zip(grid.columns, row, strict=True)
        )


def _worded(key: str, cell: Cell, say: Words) -> Cell:
    return say(key) if key in CATALOGUE else cell

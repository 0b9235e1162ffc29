"""A page as a value: headings, paragraphs, labelled items and tables in words, drawn alike by several formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancmp.cli.formats.grid import Grid

Cell = str | tuple[str, str]
"""A text, or a text and the style a terminal shows it in."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's own."""

    text: str
    level: int = 2
    style: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, or a point in a list: `label` stands before it, `depth` says how deep it lies in the list."""

    text: str
    label: str = ""
    depth: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column names what a row is about, those after it stand right if they are numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: bool = True


Block = Heading | Item | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One result for every format: a page to be read, rows for a spreadsheet, data for other programs."""

    page: tuple[Block, ...]
    grid: Grid
    data: Mapping[str, object]


def text_of(cell: Cell) -> str:
    """A cell without its style."""
    return cell if isinstance(cell, str) else cell[0]

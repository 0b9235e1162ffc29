"""The formats by name and by the ending of a file's name, and the module behind each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, assert_never

if TYPE_CHECKING:
    from plancmp.alignment.coverage_matrix import CoverageMatrix
    from plancmp.alignment.evaluation.card import AccuracyCard
    from plancmp.alignment.gaps import GapReport
    from plancmp.alignment.result import Comparison
    from plancmp.cli.arrangement import By
    from plancmp.cli.formats.grid import Grid
    from plancmp.cli.formats.page import Document
    from plancmp.cli.view import View
    from plancmp.plans.model import Plan

    RenderReport = Callable[[Sequence[GapReport], View, AccuracyCard | None], str | bytes]


class Format(StrEnum):
    """An output format."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    CSV_BOM = "csv-bom"
    JSON = "json"


class ReportFormat(StrEnum):
    """A format of the gap report."""

    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    JSON = "json"
    CSV = "csv"
    CSV_BOM = "csv-bom"


AnyFormat = TypeVar("AnyFormat", Format, ReportFormat)
_ENDINGS = {
    "table": (".txt",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "xlsx": (".xlsx",),
    "csv": (".csv",),
    "csv-bom": (".csv",),
    "json": (".json",),
}
"""What files of each format end in, the usual ending first."""
# 6.5 in yicheng-6.5 is no ending: one begins with a letter.
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9-]*$")


class EndingError(Exception):
    """A file whose name does not go with its format.

    Attributes:
        file: the file, as named.
        asked: the format asked for with --format; None where the ending alone was to tell.
        endings: the endings that are possible: those of that format, else those of the command's formats.
    """

    def __init__(self, file: Path, asked: str | None, endings: tuple[str, ...]) -> None:
        super().__init__(str(file))
        self.file, self.asked, self.endings = file, asked, endings


def settle_format(asked: AnyFormat | None, file: Path | None, default: AnyFormat) -> AnyFormat:
    """The format of an output: the one asked for, else the one that the file's ending names, else the default.

    Args:
        asked: what --format says; None where it is not given.
        file: the file to write; None for standard output. A name without an ending says nothing.
        default: the command's own; its kind tells which formats there are.

    Raises:
        EndingError: the ending is another format's, or no format's that the command has.
    """
    found = _ENDING.search(file.name) if file else None
    if found is None:
        return asked or default
    ending = found[0].lower()
    for known in [asked] if asked else type(default):
        if ending in _ENDINGS[known]:
            return known
    possible = _ENDINGS[asked] if asked else tuple(dict.fromkeys(_ENDINGS[each][0] for each in type(default)))
    raise EndingError(file or Path(), asked, possible)


class Renderer(Protocol):
    """What a format's module offers: functions that return the whole output and print nothing."""

    def render_comparison(self, comparison: Comparison, view: View, /) -> str:
        """A comparison, measure by measure."""

    def render_coverage(self, matrix: CoverageMatrix, view: View, by: By, /) -> str:
        """Many plans' coverage of one reference."""

    def render_document(self, document: Document, view: View, /) -> str:
        """A result that brings its own page, rows and data."""

    def render_grid(self, grid: Grid, view: View, /) -> str:
        """Rows under columns."""

    def render_plan(self, plan: Plan, view: View, /) -> str:
        """A plan's own text."""


def renderer(output_format: Format) -> Renderer:
    """The module that writes this format; only that one is imported."""
    match output_format:
        case Format.TABLE:
            from plancmp.cli.formats import table

            return table
        case Format.MARKDOWN:
            from plancmp.cli.formats import markdown

            return markdown
        case Format.CSV:
            from plancmp.cli.formats import csv

            return csv
        case Format.CSV_BOM:
            from plancmp.cli.formats import csv_bom

            return csv_bom
        case Format.JSON:
            from plancmp.cli.formats import json

            return json
        case _:
            assert_never(output_format)


def report_renderer(output_format: ReportFormat) -> RenderReport:
    """The function that writes reports in this format; only its module is imported."""
    match output_format:
        case ReportFormat.MARKDOWN:
            from plancmp.cli.formats import markdown

            return markdown.render_report
        case ReportFormat.HTML:
            from plancmp.cli.formats import html

            return html.render_report
        case ReportFormat.XLSX:
            from plancmp.cli.formats import xlsx

            return xlsx.render_report
        case ReportFormat.JSON:
            from plancmp.cli.formats import json

            return json.render_report
        case ReportFormat.CSV:
            from plancmp.cli.formats import csv

            return csv.render_report
        case ReportFormat.CSV_BOM:
            from plancmp.cli.formats import csv_bom

            return csv_bom.render_report
        case _:
            assert_never(output_format)

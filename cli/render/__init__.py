"""The formats by name and by the ending of a file's name, and the module that draws each.

A format is a module with a function of a `Document` (cli/views/document.py) that returns the whole output, text or
the bytes of a file, and prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, assert_never

from plancmp.cli.errors import EndingError

if TYPE_CHECKING:
    from plancmp.alignment.evaluation.card import AccuracyCard
    from plancmp.alignment.gaps import GapReport
    from plancmp.cli.views.document import Document
    from plancmp.cli.views.render_options import RenderOptions

    RenderReport = Callable[[Sequence[GapReport], RenderOptions, AccuracyCard | None], str | bytes]


class Format(StrEnum):
    """An output format."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    CSV_BOM = "csv-bom"
    JSON = "json"
    DOCX = "docx"


class PageFormat(StrEnum):
    """A format of what can also be shown as a page with all its proofs."""

    TABLE = "table"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    CSV_BOM = "csv-bom"
    JSON = "json"
    DOCX = "docx"


class ReportFormat(StrEnum):
    """A format of the gap report."""

    TABLE = "table"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"
    CSV = "csv"
    CSV_BOM = "csv-bom"


AnyFormat = TypeVar("AnyFormat", Format, PageFormat, ReportFormat)
_ENDINGS = {
    "table": (".txt",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "csv": (".csv",),
    "csv-bom": (".csv",),
    "json": (".json",),
}
"""What files of each format end in, the usual ending first."""
_FOR_EXCEL = frozenset({"csv-bom"})
# 6.5 in yicheng-6.5 is no ending: one begins with a letter.
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9-]*$")


def format_names(
    formats: Iterable[str], comma: str = ", ", last: str = " or ", excel: str = " (for Excel)"
) -> str:
    """The names of formats as help enumerates them, such as "table, csv or json"; in English unless told otherwise."""
    *names, final = [f"{name}{excel if name in _FOR_EXCEL else ''}" for name in formats]
    return f"{comma.join(names)}{last}{final}"


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


def renderer(output_format: Format) -> Callable[[Document, RenderOptions], str | bytes]:
    """The function that draws documents in this format; only its module is imported."""
    match output_format:
        case Format.TABLE:
            from plancmp.cli.render import terminal

            return terminal.render
        case Format.MARKDOWN:
            from plancmp.cli.render import markdown

            return markdown.render
        case Format.CSV:
            from plancmp.cli.render import csv

            return csv.render
        case Format.CSV_BOM:
            from plancmp.cli.render import csv

            return csv.render_for_excel
        case Format.JSON:
            from plancmp.cli.render import json

            return json.render
        case Format.DOCX:
            from plancmp.cli.render import docx

            return docx.render
        case _:
            assert_never(output_format)


def report_renderer(output_format: ReportFormat) -> RenderReport:
    """The function that draws gap reports in this format: a document, or what shows more than documents hold."""
    match output_format:
        case ReportFormat.HTML:
            from plancmp.cli.render import html

            return html.render_report
        case ReportFormat.XLSX:
            from plancmp.cli.render import xlsx

            return xlsx.render_report
        case _:
            from plancmp.cli.views.report import report_document

            render = renderer(Format(output_format))
            return lambda reports, view, card: render(report_document(reports, view, card), view)

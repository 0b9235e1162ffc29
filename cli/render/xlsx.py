"""A report as a workbook: the ledger (台账) that offices work in, and a summary of the documents and figures.

Cells hold text and numbers, never formulas. The same report gives the same bytes: no time of making is kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.xml.functions import tostring

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.cli.render.archive import EPOCH, timeless
from plancmp.cli.render.cells import wrap
from plancmp.cli.sanitize import begins_formula, sanitize
from plancmp.cli.theme import PAPER_FILLS
from plancmp.cli.views.ledger import (
    LEDGER_COLUMNS,
    PRINTED,
    CellValue,
    ledger_rows,
    review_choices,
    summary_rows,
)
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report import knowing_all

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_CELL = 32_767
_LONGEST_TITLE = 31
_RESERVED_TITLE = "history"
_HIGHEST_ROW = 409  # points
_LEDGER_SIZE, _SUMMARY_SIZE = 10, 11  # points
_LABEL_WIDTH = 24  # characters
_PLANS_WIDTH, _NARROWEST_PLAN, _WIDEST_PLAN = 120, 24, 66  # characters: all plans together, and one of them
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
# What no XML may hold, and what a spreadsheet would read as the code of another character.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

_LINE = Side(style="thin", color="D0D5DC")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="1D4F91")
_FILLS = {verdict: PatternFill("solid", fgColor=colour) for verdict, colour in PAPER_FILLS.items()}


def render_report(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None = None
) -> bytes:
    """The workbook of one plan, the ledger first, or of several: the summary, then a ledger for each.

    Args:
        reports: one a plan, all against the same reference; at least one.
        options: the words and the filters in force, which thin the ledgers and nothing else.
        card: how far verdicts agree with careful readings; None when that was not measured.
    """
    options = knowing_all(reports, options)
    book = Workbook()
    summary = book.worksheets[0]
    summary.title = options.say("sheet.summary")
    _fill_summary(summary, list(summary_rows(reports, options, card)), len(reports))
    for report in reports:
        name = (
            options.say.gloss(report.comparison.plan.name)
            if len(reports) > 1
            else options.say("sheet.ledger")
        )
        place = None if len(reports) > 1 else 0
        _fill_ledger(book.create_sheet(_sheet_title(name, book.sheetnames), place), report, options)
    book.active = 0
    return _saved(book)


def _fill_ledger(sheet: Worksheet, report: GapReport, options: RenderOptions) -> None:
    """One row a commitment under a frozen head with filters; printed on landscape A4 that repeats the head.

    The columns are as narrow as their words allow, so that fitted to the page they can still be read.
    """
    for place, column in enumerate(LEDGER_COLUMNS, start=1):
        _decorate_head(_put(sheet, 1, place, options.say(f"column.{column.key}")))
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(ledger_rows(report, options), start=2):
        fills = {"measure_verdict": row.measure, "verdict": row.commitment}
        for place, (column, value) in enumerate(zip(LEDGER_COLUMNS, row.values, strict=True), start=1):
            cell = _put(sheet, number, place, value, "0.00")
            cell.border = _BORDER
            cell.font = Font(size=_LEDGER_SIZE)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if verdict := fills.get(column.key):
                cell.fill = _FILLS[verdict]
        _set_height(sheet, number, row.values, [column.width for column in LEDGER_COLUMNS], _LEDGER_SIZE)
    _offer_choices(sheet, options)
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = "E2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(LEDGER_COLUMNS))}{sheet.max_row}"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(PRINTED)}{sheet.max_row}"
    _fit_width(sheet, landscape=True)


def _offer_choices(sheet: Worksheet, options: RenderOptions) -> None:
    """Lists to choose from in the columns of the review; a reason may also be written, with a quote or a note."""
    places = {column.key: place for place, column in enumerate(LEDGER_COLUMNS, start=1)}
    for key, words in review_choices(options.say).items():
        letter = get_column_letter(places[key])
        choice = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
        choice.showErrorMessage = key == "review_verdict"
        choice.add(f"{letter}2:{letter}{max(sheet.max_row, 2)}")
        sheet.add_data_validation(choice)


def _fill_summary(sheet: Worksheet, rows: Sequence[Sequence[CellValue]], plans: int) -> None:
    """Labels in the first column, a column for each plan after it; the first row is the title."""
    width = min(max(_PLANS_WIDTH // plans, _NARROWEST_PLAN), _WIDEST_PLAN)
    for number, values in enumerate(rows, start=1):
        for place, value in enumerate(values, start=1):
            cell = _put(sheet, number, place, value, "0.0%")
            cell.alignment = Alignment(wrap_text=number > 1, vertical="top", horizontal="left")
            cell.font = Font(bold=place == 1, size=14 if number == 1 else _SUMMARY_SIZE)
        if number == 1:
            sheet.row_dimensions[1].height = 24
        else:
            whole = len(values) == 2  # a sentence for all plans goes across their columns
            if whole and plans > 1:
                sheet.merge_cells(start_row=number, end_row=number, start_column=2, end_column=1 + plans)
            _set_height(
                sheet,
                number,
                values,
                [_LABEL_WIDTH, *[width * plans if whole else width] * plans],
                _SUMMARY_SIZE,
            )
    for place in range(1, plans + 2):
        sheet.column_dimensions[get_column_letter(place)].width = _LABEL_WIDTH if place == 1 else width
    _fit_width(sheet, landscape=plans > 1)


def _set_height(
    sheet: Worksheet, row: int, values: Sequence[CellValue], widths: Sequence[int], size: int
) -> None:
    """Make a row as high as its longest cell: not every program does that for wrapped text by itself."""
    lines = max(
        (
            sum(len(wrap(line, width - 1)) for line in value.split("\n"))
            for value, width in zip(values, widths, strict=False)
            if isinstance(value, str)
        ),
        default=1,
    )
    sheet.row_dimensions[row].height = min(lines * size * 1.35 + 3, _HIGHEST_ROW)


def _fit_width(sheet: Worksheet, *, landscape: bool) -> None:
    """Print on A4 pages as wide as the sheet, with narrow margins and the page's number below."""
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.4, bottom=0.6, header=0.2, footer=0.3)
    sheet.HeaderFooter.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr] # its default is never None


def _decorate_head(cell: Cell) -> None:
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = _HEAD
    cell.border = _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _put(sheet: Worksheet, row: int, column: int, value: CellValue, number_format: str = "General") -> Cell:
    """Fill a cell; text stays text, also where a spreadsheet would begin to calculate."""
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, str):
        text = _CODED.sub("_x005F_", _NOT_IN_XML.sub("\ufffd", sanitize(value)))
        cell.value = text[:_LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = begins_formula(text)
    else:
        cell.value = value
        cell.number_format = number_format if isinstance(value, float) else "General"
    return cell


def _sheet_title(name: str, taken: Sequence[str]) -> str:
    """A name as a sheet may bear it: short, without signs that addresses use, and unlike the others."""
    stem = _NOT_IN_TITLES.sub(" ", _NOT_IN_XML.sub(" ", sanitize(name))).strip(" '\n")[:_LONGEST_TITLE] or "-"
    title, number = stem, 1
    while title.lower() in {_RESERVED_TITLE, *map(str.lower, taken)}:
        number += 1
        title = f"{stem[: _LONGEST_TITLE - 5]} ({number})"
    return title


def _saved(book: Workbook) -> bytes:
    """The file without the times that saving puts into it."""
    written = io.BytesIO()
    book.save(written)
    book.properties.created = book.properties.modified = EPOCH
    return timeless(written.getvalue(), {"docProps/core.xml": tostring(book.properties.to_tree())})

"""CSV for spreadsheets: the rows of a result, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from plancmp.cli.sanitize import begins_formula, sanitize
from plancmp.cli.views.document import Document, Value, headings, worded_rows

if TYPE_CHECKING:
    from plancmp.cli.views.render_options import RenderOptions

_BYTE_ORDER_MARK = "\ufeff"


def render(document: Document, view: RenderOptions) -> str:
    """The rows under headings in the language chosen."""
    grid = document.grid()
    text = io.StringIO()
    # One line end for files and pipes alike; RFC 4180's CRLF would be doubled by text streams on Windows.
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings(grid, view.say))
    writer.writerows([_cell(value) for value in row] for row in worded_rows(grid, view.say))
    return text.getvalue()


def render_for_excel(document: Document, view: RenderOptions) -> str:
    """The same after a byte order mark, by which Excel knows UTF-8 when a file is opened with a double click."""
    return _BYTE_ORDER_MARK + render(document, view)


def _cell(value: Value) -> str:
    """A value as a cell; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = sanitize(value)
    return f"'{text}" if begins_formula(text) else text

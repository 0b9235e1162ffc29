"""Tables in a Word file: the head comes again on every page, no row is torn apart, a short table stays whole.

Verdicts are a symbol, a word and a light ground, so that they are read without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor, Twips
from rich.cells import cell_len

from plancmp.cli.render.columns import Fitted, shared_columns
from plancmp.cli.render.docx_form import HEI, TABLE_STYLES, TEXT_WIDTH, clean, use_font
from plancmp.cli.theme import COLOURS, HEAT, PAPER_FILLS
from plancmp.cli.views.document import Cell, Kind, Table, TableRow

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

_GAP = 3
"""Cells, each half a letter wide, that the edges of two columns take, and signs that are wider than a cell."""
_SHORT, _HALF_A_PAGE = 12, 22
"""So many rows are kept on one page, and no row is torn apart that has so many lines at most: what is higher than a
page has to break, and LibreOffice never ends where it may not."""
_NARROWEST = 10
"""Cells that a column of labels or sentences has at least."""
_LEAST_SENTENCES = 0.25
"""The share of the page that sentences need, else the letters are smaller."""
_HEAD_FILL, _SUM_FILL = "E3E8EF", "F2F2F2"
_FILLS = {style[verdict]: PAPER_FILLS[verdict] for style in (COLOURS, HEAT) for verdict in PAPER_FILLS}
_HEATED = frozenset(HEAT.values())
_INKS = {"red": RGBColor(0x9C, 0, 0x06), "green": RGBColor(0, 0x61, 0), "yellow": RGBColor(0x7A, 0x55, 0)}
_LEFT = frozenset({Kind.LABEL, Kind.TEXT})


def add_table(word: WordDocument, table: Table) -> None:
    """Add a table to a document, or several of them where not all columns fit beside each other."""
    size, pages = _fitted(table)
    for columns in pages:
        _add_page(word, table, columns, size)
        word.add_paragraph(style="Small Table Text")


def _add_page(word: WordDocument, table: Table, columns: Sequence[Fitted], size: float) -> None:
    """Add those columns of a table that stand beside each other, in letters of this size."""
    rows, style = list(table.rows), TABLE_STYLES[size]
    drawn = word.add_table(len(rows) + 1, len(columns), "Table Grid")
    widths = _widths(columns, rows)
    _form(drawn, widths)
    heads = [table.columns[column.place].head for column in columns]
    texts = [heads, *([str(row.cells[column.place]) for column in columns] for row in rows)]
    heights = [_height(line, widths, size) for line in texts]
    head, *lines = drawn.rows
    for line, height in zip(drawn.rows, heights, strict=True):
        _mark(line, "cantSplit", when=height <= _HALF_A_PAGE)
    _mark(head, "tblHeader", when=heights[0] <= _HALF_A_PAGE)
    whole = sum(heights) <= _HALF_A_PAGE and len(rows) <= _SHORT
    _write_head(head, heads, style, kept=max(heights[:2]) <= _HALF_A_PAGE // 2)
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
        _write_row(line, row, columns, style, kept=whole and number < len(rows))


def _height(texts: Sequence[str], widths: Sequence[int], size: float) -> int:
    """How many lines a row with these texts needs, a little more rather than less."""
    letters = [max(int(width / (size * 10)) - _GAP, 1) for width in widths]
    return max(-(-cell_len(clean(text)) // room) for text, room in zip(texts, letters, strict=True))


def _mark(row: _Row, mark: str, *, when: bool) -> None:
    if when:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:{mark} {nsdecls('w')}/>"))


def _fitted(table: Table) -> tuple[float, list[list[Fitted]]]:
    """The size of the letters, the larger one where there is room; and the columns that stand beside each other."""
    for size in TABLE_STYLES:
        room = int(TEXT_WIDTH // (size * 10)) - _GAP
        pages = shared_columns(table, room, _GAP)
        sentences = [column.width for page in pages for column in page if column.kind is Kind.TEXT]
        if len(pages) == 1 and (not sentences or sum(sentences) >= room * _LEAST_SENTENCES):
            break
    return size, pages


def _widths(columns: Sequence[Fitted], rows: Sequence[TableRow]) -> list[int]:
    """The columns' widths in twentieths of a point: together as wide as the text."""
    cells = [column.width + _GAP for column in columns]
    if any(column.kind is Kind.TEXT for column in columns):
        cells = _shared_by_length(columns, cells, rows)
    return [TEXT_WIDTH * each // sum(cells) for each in cells]


def _shared_by_length(columns: Sequence[Fitted], cells: list[int], rows: Sequence[TableRow]) -> list[int]:
    """The same widths, but that labels and sentences share their room by how long they are on average."""
    shared = [place for place, column in enumerate(columns) if column.kind in _LEFT]
    room = sum(cells[place] for place in shared)
    lengths = {}
    for place in shared:
        found = [cell_len(clean(str(row.cells[columns[place].place]))) for row in rows]
        lengths[place] = max(min(sum(found) / (len(found) or 1), room), _NARROWEST)
    whole = sum(lengths.values())
    return [
        int(room * lengths[place] / whole) if place in lengths else each for place, each in enumerate(cells)
    ]


def _form(table: WordTable, widths: Sequence[int]) -> None:
    """Fixed widths and close edges."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    edges = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 28), ("left", 80), ("bottom", 28), ("right", 80))
    )
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{edges}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Twips(width)


def _write_head(line: _Row, heads: Sequence[str], style: str, *, kept: bool) -> None:
    for cell, head in zip(line.cells, heads, strict=True):
        paragraph = _open(cell, style, Kind.WORD, _HEAD_FILL)
        paragraph.paragraph_format.keep_with_next = kept or None
        run = paragraph.add_run(clean(head))
        use_font(run._r.get_or_add_rPr(), HEI)


def _write_row(line: _Row, row: TableRow, columns: Sequence[Fitted], style: str, *, kept: bool) -> None:
    """Fill a row; `kept` where the next one is to stand on the same page."""
    for cell, column in zip(line.cells, columns, strict=True):
        shown = row.cells[column.place]
        fill = _fill_of(shown, column.kind) or (_SUM_FILL if row.strong else None)
        paragraph = _open(cell, style, column.kind, fill)
        paragraph.paragraph_format.keep_with_next = kept or None
        run = paragraph.add_run(clean(str(shown)))
        run.bold = row.strong or shown.style == "bold" or None
        if shown.style in _INKS and not shown.lead:
            run.font.color.rgb = _INKS[shown.style]


def _open(cell: _Cell, style: str, kind: Kind, fill: str | None) -> Paragraph:
    """The paragraph of a cell that was given its ground and a place for its text."""
    if fill:
        ground = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(ground))
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    if kind not in _LEFT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _fill_of(cell: Cell, kind: Kind) -> str | None:
    """The ground of a cell that shows a verdict; None of any other."""
    shows_verdict = kind is Kind.VERDICT or cell.style in _HEATED
    return _FILLS.get(cell.style) if shows_verdict else None

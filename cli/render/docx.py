"""A document as a Word file: headings that navigation and a table of contents go by, quotations that stand apart.

Text of plans is text: it makes no field, link or tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from plancmp.cli.render.cells import fit
from plancmp.cli.render.docx_form import KAI, clean, file_of, office_form, use_font
from plancmp.cli.render.docx_tables import add_table
from plancmp.cli.views import document as form
from plancmp.cli.views.common import some_of
from plancmp.cli.views.document import Block, Chapter, Document, Figures, Heading, Item, Kind, Medium, Parties

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from plancmp.cli.messages import Words
    from plancmp.cli.views.render_options import RenderOptions

_DEEPEST = 3
_LONGEST_HEADING = 300
_HEADER_CELLS = 180
"""Cells of the header, two lines."""


def render(document: Document, view: RenderOptions) -> bytes:
    """The page of a result as a file."""
    blocks = list(document.page(Medium.PAPER))
    title = next((block.text for block in blocks if isinstance(block, Heading) and block.level == 1), "")
    word = office_form(title, _header(blocks, view.say), view.say)
    writer = _Writer(word, view.say)
    for block in blocks:
        writer.write(block)
    return file_of(word)


def _header(blocks: Iterable[Block], say: Words) -> str:
    """What stands above every page: the documents compared by name and number."""
    rows = [row for block in blocks if isinstance(block, Parties) for row in block.rows]
    named = [" ".join(filter(None, [row.name, row.facts[0] if row.facts else None])) for row in rows]
    return fit(clean(some_of(named, "word.and_more", say)), _HEADER_CELLS)


class _Writer:
    """Writes blocks into a Word document, one behind the other."""

    def __init__(self, word: WordDocument, say: Words) -> None:
        self._word, self._say = word, say
        opening, _, closing = say("quote", text="\n").partition("\n")
        self._quoted = re.compile(f"({re.escape(opening)}[^{re.escape(closing)}]*{re.escape(closing)}?)")

    def write(self, block: Block) -> None:  # noqa: C901 - one case for each kind of block
        """Write one block."""
        match block:
            case Heading():
                self._heading(block)
            case Item():
                self._item(block)
            case form.Facts() | form.Bullets():
                for item in block.items:
                    self._point(item, 1)
            case form.Unbroken():
                self._say_in(self._word.add_paragraph(), block.text)
            case form.Gap():
                pass
            case Chapter():
                self._heading(block.heading)
                for each in block.blocks:
                    self.write(each)
            case Parties():
                self._parties(block)
            case Figures():
                self._figures(block)
            case form.Table():
                self._table(block)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> None:
        level = min(heading.level - 1, _DEEPEST)
        paragraph = self._word.add_paragraph(style=f"Heading {level}" if level else "Title")
        self._say_in(paragraph, f"{heading.lead} {heading.text}".strip())
        if heading.remark:
            self._say_in(paragraph, f" {heading.remark}")
        if (
            len(paragraph.text) > _LONGEST_HEADING
        ):  # LibreOffice never ends where what is to be kept is too long
            paragraph.paragraph_format.keep_together = paragraph.paragraph_format.keep_with_next = False

    def _item(self, item: Item) -> None:
        if item.label or item.name or item.depth:
            self._point(item, max(item.depth, 1))
        else:
            self._say_in(self._word.add_paragraph(style="Body Text"), item.text, bold=item.style == "bold")

    def _point(self, item: Item, depth: int) -> None:
        """A point of a list and those that belong to it; a quotation stands apart below its label."""
        text, quoted = item.text, self._quoted.search(clean(item.text)) is not None
        if quoted and not (item.label or item.name or item.remark):
            self._quotation(text)
        else:
            paragraph = self._word.add_paragraph(style=_list_style(depth))
            self._opening(paragraph, item)
            if quoted or item.below:
                paragraph.paragraph_format.keep_with_next = True
            if quoted:
                self._quotation(text)
            else:
                self._say_in(paragraph, text, bold=item.style == "bold")
            if item.remark:
                self._say_in(paragraph, f" — {item.remark.text}")
        for each in item.below:
            self._point(each, depth + 1)

    def _opening(self, paragraph: Paragraph, item: Item) -> None:
        """What stands before a point's text: what it is called by, and its label."""
        if item.name:
            self._say_in(paragraph, f"{item.name} ", bold=True)
        if item.label:
            self._say_in(paragraph, self._say("label", label=item.label, value=""), bold=True)

    def _quotation(self, text: str) -> None:
        self._say_in(self._word.add_paragraph(style="Quote"), text)

    def _say_in(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        """Add text to a paragraph, what it quotes in letters of its own."""
        for place, piece in enumerate(self._quoted.split(clean(text))):
            if piece:
                run = paragraph.add_run(piece)
                run.bold = bold or None
                if place % 2:
                    use_font(run._r.get_or_add_rPr(), KAI)

    def _parties(self, parties: Parties) -> None:
        heads = ["", *parties.heads]
        rows = [
            (row.label, row.name, row.title, *("-" if fact is None else fact for fact in row.facts))
            for row in parties.rows
        ]
        kinds = [Kind.WORD, Kind.WORD, Kind.TEXT, *[Kind.WORD] * (len(heads) - 3)]
        add_table(self._word, form.plain_table(map(form.Column, heads, kinds), rows))

    def _figures(self, figures: Figures) -> None:
        rows = [(label, total, *(each.text for each in counts)) for label, total, counts in figures.counts]
        add_table(self._word, form.plain_table(["", *figures.heads], rows))
        for label, value, meaning in figures.figures:
            paragraph = self._word.add_paragraph(style="List Bullet")
            self._say_in(paragraph, f"{label} {value} ", bold=True)
            self._say_in(paragraph, meaning)

    def _table(self, block: form.Table) -> None:
        """A table; one whose groups have headings is a table for each of them, under its heading."""
        if not any(group.heading for group in block.groups):
            if block.groups and block.columns:
                add_table(self._word, block)
            return
        for group in block.groups:
            if group.heading:
                self._heading(group.heading)
            if group.counts:
                counts = self._say.listed([str(each) for each in group.counts])
                self._say_in(self._word.add_paragraph(style="Body Text"), counts)
            add_table(self._word, form.Table(block.columns, (group,)))
            self._below(block, group)

    def _below(self, block: form.Table, group: form.RowGroup) -> None:
        """What is told in full of the rows of a group."""
        label = next(place for place, column in enumerate(block.columns) if column.kind is Kind.LABEL)
        for row in group.rows:
            if row.below:
                self._heading(Heading(str(row.cells[label]), level=3))
                for item in row.below:
                    self._point(item, 1)


def _list_style(depth: int) -> str:
    depth = min(depth, _DEEPEST)
    return "List Bullet" if depth == 1 else f"List Bullet {depth}"

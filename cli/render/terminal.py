"""The terminal: a page made to be grasped at a glance, every line within the terminal's width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from rich.cells import cell_len

from plancmp.cli.render.cells import pad
from plancmp.cli.render.columns import table_lines
from plancmp.cli.render.lines import BLANK, Line, indented, line, paint, paragraph, width_of
from plancmp.cli.sanitize import sanitize_value
from plancmp.cli.views import document as form
from plancmp.cli.views.document import Block, Chapter, Document, Figures, Heading, Item, Medium, Parties

if TYPE_CHECKING:
    from plancmp.cli.messages import Words
    from plancmp.cli.views.render_options import RenderOptions

_GAP = "  "
_TOLD = 4
"""Cells before what is told in full of a row."""


def render(document: Document, view: RenderOptions) -> str:
    """The page of a result."""
    page = sanitize_value(tuple(document.page(Medium.SCREEN)))
    return paint(page_lines(page, view.width, view.say), width=view.width, colour=view.colour)


def page_lines(blocks: Sequence[Block], width: int, say: Words) -> Iterator[Line]:
    """The page's lines; an empty one stands before each heading but the first."""
    for place, block in enumerate(blocks):
        if place and isinstance(block, Heading | Chapter):
            yield BLANK
        yield from _block_lines(block, width, say)


def _block_lines(  # noqa: C901, PLR0911 - one case for each kind of block
    block: Block, width: int, say: Words
) -> Iterable[Line]:
    match block:
        case Heading():
            return _heading(block, width)
        case Item():
            return _item(block, width)
        case form.Facts():
            return _facts(block.items, width)
        case form.Bullets():
            return _bullets(block.items, width, say)
        case form.Unbroken():
            return [line(block.text)]
        case form.Gap():
            return [BLANK]
        case Chapter():
            return _chapter(block, width, say)
        case Parties():
            return _parties(block, width)
        case Figures():
            return _figures(block, width)
        case form.Table():
            return _table(block, width)
        case _:
            assert_never(block)


def _heading(heading: Heading, width: int) -> Iterator[Line]:
    style = f"bold {heading.style}".strip()
    lead = line((heading.lead + _GAP, style)) if heading.lead else BLANK
    remark = f"{_GAP}[{heading.remark}]" if heading.remark else ""
    yield from paragraph(lead, (heading.in_full or heading.text) + remark, width, style)


def _chapter(chapter: Chapter, width: int, say: Words) -> Iterator[Line]:
    yield from _heading(chapter.heading, width)
    indent = cell_len(chapter.heading.lead + _GAP) if chapter.heading.lead else 0
    yield from indented(page_lines(chapter.blocks, width - indent, say), indent)


def _item(item: Item, width: int) -> Iterator[Line]:
    """Name or label and text; what belongs to it stands below the text."""
    start = line(" " * (3 * item.depth))
    if item.name:
        start = (*start, (str(item.name), item.name.style), (_GAP, ""))
    if item.label:
        start = (*start, (item.label, "dim"), (_GAP, ""))
    yield from paragraph(start, item.text, width, item.style)
    further = [Item(item.remark.text, style=item.remark.style)] if item.remark else []
    indent = width_of(start)
    for each in (*further, *item.below):
        yield from indented(_item(each, width - indent), indent)


def _facts(items: Sequence[Item], width: int) -> Iterator[Line]:
    room = max((cell_len(item.label) for item in items), default=0)
    said = ""
    for item in items:
        shown = "" if item.label == said else item.label
        said = item.label
        yield from paragraph(line((pad(shown, room), "dim"), _GAP), item.text, width, item.style)


def _bullets(items: Sequence[Item], width: int, say: Words) -> Iterator[Line]:
    for item in items:
        text = say("label", label=item.label, value=item.text) if item.label else item.text
        yield from paragraph(line((" - ", item.style)), text, width, item.style)


def _parties(parties: Parties, width: int) -> Iterator[Line]:
    """Each document after its label: name and title, then its facts."""
    room = max(cell_len(row.label) for row in parties.rows)
    for row in parties.rows:
        start = line((pad(row.label, room), "dim"), _GAP, (row.name, "bold"), _GAP)
        yield from paragraph(start, row.title, width)
        below = line(" " * room, _GAP)
        yield from paragraph(below, _GAP.join(fact for fact in row.facts if fact), width, "dim")


def _figures(figures: Figures, width: int) -> Iterator[Line]:
    labels = [*(label for label, *_ in figures.counts), *(label for label, *_ in figures.figures)]
    room = max(map(cell_len, labels))
    for label, total, counts in figures.counts:
        yield _counts(
            line(" ", pad(label, room), _GAP, f"{total:>6}", _GAP), counts, figures.heads[1:], width
        )
    for label, value, meaning in figures.figures:
        start = line(" ", pad(label, room), _GAP, (f"{value:>6}", "bold"), _GAP)
        yield from paragraph(start, meaning, width)


def _counts(start: Line, counts: Sequence[form.Cell], words: Sequence[str], width: int) -> Line:
    """A total and the counts of the verdicts, by their symbols alone where the line is too short for words."""
    whole = start
    for named in (True, False):
        parts = [
            ((f"{word} " if named else f"{each.lead} ") + f"{each.text:<5}", each.style)
            for word, each in zip(words, counts, strict=True)
        ]
        whole = start + line(*parts)
        if width_of(whole) <= width:
            break
    return whole


def _table(table: form.Table, width: int) -> Iterator[Line]:
    def told(row: form.TableRow) -> Iterator[Line]:
        for item in row.below:
            yield from indented(_item(item, width - _TOLD), _TOLD)

    return table_lines(table, width, told)

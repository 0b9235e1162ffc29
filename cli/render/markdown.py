"""Markdown for documents and code hosts, with tables that also read well as they stand.

Plan text is escaped: it reads as written and makes no table, link or tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from tabulate import tabulate

from plancmp.cli.sanitize import sanitize_line
from plancmp.cli.views import document as form
from plancmp.cli.views.document import Block, Chapter, Document, Figures, Heading, Item, Medium, Parties

if TYPE_CHECKING:
    from plancmp.cli.messages import Words
    from plancmp.cli.views.render_options import RenderOptions

_LONGEST_RULE = 16
# A tilde between spaces strikes nothing out; it is the sign of "weakened". Quotation marks, dashes and dots are
# escaped because converters to other formats would set them in another way than they are written.
_MARKS = re.compile(r"""[\\`*_\[\]{}|#@$^"]|~(?=\S)|(?<=\S)~|-(?=-)|\.(?=\.)""")
# What would begin a list or a rule where a paragraph begins with it.
_OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^()([-+])(?=\s)")
# Code hosts turn bare addresses into links; a backslash inside the address stops that and is not shown.
_ADDRESS = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render(document: Document, view: RenderOptions) -> str:
    """The page of a result."""
    return join(page_paragraphs(document.page(Medium.PAPER), view.say))


def join(paragraphs: Iterable[str]) -> str:
    """Paragraphs with an empty line between them; empty ones are left out."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def page_paragraphs(blocks: Iterable[Block], say: Words) -> Iterator[str]:
    """The page's paragraphs; points of a list that follow each other are one paragraph."""
    points: list[str] = []
    for block in blocks:
        if _is_point(block):
            points += _block(block, say)
        elif not isinstance(block, form.Gap):
            yield "\n".join(points)
            points = []
            yield from _block(block, say)
    yield "\n".join(points)


def _is_point(block: Block) -> bool:
    if isinstance(block, Item):
        return bool(block.label or block.name or block.depth)
    return isinstance(block, form.Facts | form.Bullets)


def _block(block: Block, say: Words) -> Iterable[str]:  # noqa: C901, PLR0911 - one case for each kind of block
    """The paragraphs of a block; the lines of one that is part of a list."""
    match block:
        case Heading():
            return [_heading(block)]
        case Item():
            return _point(block, say, max(block.depth - 1, 0)) if _is_point(block) else [_text(block)]
        case form.Facts() | form.Bullets():
            return [point for item in block.items for point in _point(item, say)]
        case form.Unbroken():
            return [escape(block.text)]
        case form.Gap():
            return []
        case Chapter():
            return [_heading(block.heading), *page_paragraphs(block.blocks, say)]
        case Parties():
            return [_parties(block)]
        case Figures():
            return _figures(block)
        case form.Table():
            return _table(block, say)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    remark = f" *{escape(heading.remark)}*" if heading.remark else ""
    text = escape(f"{heading.lead} {heading.in_full or heading.text}", opening=False)
    return f"{'#' * heading.level} {text}{remark}"


def _text(item: Item) -> str:
    return _strong(escape(item.text)) if item.style == "bold" else escape(item.text)


def _point(item: Item, say: Words, depth: int = 0) -> Iterator[str]:
    """A point and those that belong to it, a line each."""
    name = f"{_strong(escape(str(item.name)))} " if item.name else ""
    remark = f" — {escape(item.remark.text)}" if item.remark else ""
    body = _text(item)
    if item.label:
        body = say("label", label=_strong(escape(item.label)), value=body).rstrip()
    yield "  " * depth + f"- {name}{body}{remark}"
    for each in item.below:
        yield from _point(each, say, depth + 1)


def _parties(parties: Parties) -> str:
    rows = [
        [row.label, row.name, row.title, *("-" if fact is None else fact for fact in row.facts)]
        for row in parties.rows
    ]
    return table(["", *parties.heads], rows)


def _figures(figures: Figures) -> Iterator[str]:
    yield table(
        ["", *figures.heads],
        [[label, total, *(each.text for each in counts)] for label, total, counts in figures.counts],
    )
    yield "\n".join(f"- {label} **{value}** {meaning}" for label, value, meaning in figures.figures)


def _table(block: form.Table, say: Words) -> Iterator[str]:
    """A table; one whose groups have headings is a table for each of them, under its heading."""
    if any(group.heading for group in block.groups):
        for group in block.groups:
            yield from _group(block, group, say)
    elif not block.groups or not block.columns:
        return
    else:
        yield _rows(block.columns, list(block.rows))


def _group(block: form.Table, group: form.RowGroup, say: Words) -> Iterator[str]:
    if group.heading:
        yield _heading(group.heading)
    yield say.listed([str(each) for each in group.counts])
    yield _rows(block.columns, group.rows)
    label = next(place for place, column in enumerate(block.columns) if column.kind is form.Kind.LABEL)
    for row in group.rows:
        if row.below:
            yield f"### {escape(str(row.cells[label]))}"
            yield "\n".join(point for item in row.below for point in _point(item, say))


def _rows(columns: Sequence[form.Column], rows: Sequence[form.TableRow]) -> str:
    return table(
        [column.head for column in columns],
        [[str(cell) for cell in row.cells] for row in rows],
        bold=[place for place, row in enumerate(rows) if row.strong],
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, bold: Iterable[int] = ()) -> str:
    """A table of plan text, every heading and cell of it escaped.

    Args:
        heads: the headings; a plan's name may be among them.
        rows: as many cells a row.
        bold: places of the rows to set in bold.
    """
    strong = frozenset(bold)
    cells = [
        [_strong(escape(cell)) if place in strong else escape(cell) for cell in row]
        for place, row in enumerate(rows)
    ]
    head, rule, *body = tabulate(
        cells, headers=[escape(head) for head in heads], tablefmt="github", disable_numparse=True
    ).splitlines()
    return "\n".join([head, _balanced(rule), *body])


def _balanced(rule: str) -> str:
    """The rule under the headings with its long stretches of dashes cut short, the columns kept in line.

    Converters share out a page by these dashes: one long column would leave a number no room.
    """
    stretches = [stretch.strip() for stretch in rule.strip("|").split("|")]
    cells = (stretch[:_LONGEST_RULE].ljust(len(stretch)) for stretch in stretches)
    return f"|{'|'.join(cells)}|"


def _strong(text: str) -> str:
    return f"**{text}**" if text else ""


def escape(text: str, *, opening: bool = True) -> str:
    """The text on one line, with everything that Markdown or HTML would act upon escaped.

    Args:
        text: what a plan or the tool says.
        opening: whether it may begin a line, where a number or a dash would begin a list; a heading's text does not.
    """
    marked = _MARKS.sub(lambda found: "\\" + found[0], sanitize_line(text))
    if opening:
        marked = _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[4]}", marked)
    harmless = re.sub("[&<>]", lambda found: _HTML[found[0]], marked)
    return _ADDRESS.sub(lambda found: "\\" + found[0], harmless)

"""A page in Markdown: headings, paragraphs, lists and tables, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from plancmp.cli.formats.escaping import escape
from plancmp.cli.formats.markdown_parts import table
from plancmp.cli.formats.page import Block, Heading, Item, Table, text_of
from plancmp.cli.messages import Words


def page_paragraphs(blocks: Sequence[Block], say: Words) -> Iterator[str]:
    """The page's paragraphs; points of a list that follow each other are one paragraph."""
    for is_point, run in groupby(blocks, key=_is_point):
        if is_point:
            yield "\n".join(_point(block, say) for block in run if isinstance(block, Item))
        else:
            yield from map(_paragraph, run)


def _is_point(block: Block) -> bool:
    return isinstance(block, Item) and bool(block.label or block.depth)


def _point(item: Item, say: Words) -> str:
    text = escape(item.text)
    label = f"**{escape(item.label)}**"
    body = say("label", label=label, value=text).rstrip() if item.label else text
    return "  " * max(item.depth - 1, 0) + f"- {body}"


def _paragraph(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escape(block.text)}"
        case Item():
            return escape(block.text)
        case Table():
            return table(block.heads, [[text_of(cell) for cell in row] for row in block.rows])
        case _:
            assert_never(block)

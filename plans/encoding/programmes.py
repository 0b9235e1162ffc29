"""The body's groups and items as programmes and measures: titles, verbatim text, agencies."""

from __future__ import annotations

import re

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.document import Document, fold
from plancmp.plans.encoding.errors import EncodingError
from plancmp.plans.encoding.headings import heading_end
from plancmp.plans.encoding.outline import Part
from plancmp.plans.model import Measure, Programme

# A first sentence longer than this is not a heading but text; its first clause then serves as the title.
_LONGEST_TITLE = 40
_FIRST_CLAUSE = re.compile("[^,;:]+")
_TITLE_STOP = re.compile("[。!? ]*")


def read_programmes(document: Document, body: Part) -> tuple[Programme, ...]:
    """Every group of the body that has items, as a programme; groups without items are not programmes.

    Raises:
        EncodingError: A group or an item has a number but no words.
    """
    return tuple(_read_programme(document, group) for group in body.children if group.children)


def title_end(document: Document, part: Part) -> int:
    """Where the title of a part ends: at a full stop, at the line's end, or before its first child."""
    limit = part.children[0].start if part.children else part.end
    return heading_end(document, part.mark.end, limit)


def _read_programme(document: Document, group: Part) -> Programme:
    return Programme(
        number=group.mark.number,
        title=_read_title(document, group),
        measures=tuple(_read_measure(document, group.mark.number, item) for item in group.children),
    )


def _read_measure(document: Document, programme: int, item: Part) -> Measure:
    title = _read_title(document, item)
    passage = document.text[item.mark.end : item.end]
    text = _without_agencies(document.text[title_end(document, item) : item.end])
    text = text[_count_stops(text) :] or title
    if len(title) > _LONGEST_TITLE:
        clause = _FIRST_CLAUSE.search(fold(title))
        title, text = title[slice(*clause.span())] if clause else title, _without_agencies(passage)
    agencies = read_agencies(passage[start:end] for start, end in find_agencies(passage))
    return Measure(id=f"{programme}.{item.mark.number}", title=title, text=text, agencies=agencies)


def _read_title(document: Document, part: Part) -> str:
    title = _without_agencies(document.text[part.mark.end : title_end(document, part)])
    if not title:
        number = document.text[part.start : part.mark.end].strip()
        line = document.line_at(part.start).number
        raise EncodingError(
            f"{number!r} is numbered like a heading but has no words: complete the text", line
        )
    return title


def _without_agencies(passage: str) -> str:
    """`passage` without its agencies, its lines joined."""
    spans = find_agencies(passage)
    starts = [0] + [end for _, end in spans]
    ends = [start for start, _ in spans] + [len(passage)]
    kept = "".join(passage[start:end] for start, end in zip(starts, ends, strict=True))
    return "".join(line.strip() for line in kept.split("\n"))


def _count_stops(text: str) -> int:
    match = _TITLE_STOP.match(fold(text))
    return match.end() if match else 0

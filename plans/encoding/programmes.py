"""The outline's parts as programmes and measures: titles, verbatim text, agencies."""

from __future__ import annotations

import re

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.document import Document, fold
from plancmp.plans.encoding.errors import EncodingError, Problem
from plancmp.plans.encoding.headings import heading_end
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import Part
from plancmp.plans.model import Measure, Programme

# A first sentence longer than this is not a heading but text; its first clause then serves as the title.
_LONGEST_TITLE = 40
_FIRST_CLAUSE = re.compile("[^,;:]+")
_TITLE_STOP = re.compile("[。!? ]*")


def read_programmes(document: Document, outline: Outline) -> tuple[Programme, ...]:
    """Every programme of the outline, numbered by its place: a plan file's numbers run on without a gap.

    Raises:
        EncodingError: A programme or a measure has a number but no words.
    """
    return tuple(_read_programme(document, number, part) for number, part in enumerate(outline.programmes, 1))


def title_end(document: Document, part: Part) -> int:
    """Where the title of a part ends: at a full stop, at the line's end, or before its first child."""
    limit = part.children[0].start if part.children else part.end
    return heading_end(document, part.mark.end, limit)


def _read_programme(document: Document, number: int, part: Part) -> Programme:
    return Programme(
        number=number,
        title=_read_title(document, part),
        measures=tuple(
            _read_measure(document, f"{number}.{place}", item) for place, item in enumerate(part.children, 1)
        ),
    )


def _read_measure(document: Document, measure_id: str, item: Part) -> Measure:
    title = _read_title(document, item)
    passage = document.text[item.mark.end : item.end]
    text = _without_agencies(document.text[title_end(document, item) : item.end])
    text = text[_count_stops(text) :] or title
    if len(title) > _LONGEST_TITLE:
        clause = _FIRST_CLAUSE.search(fold(title))
        title, text = title[slice(*clause.span())] if clause else title, _without_agencies(passage)
    agencies = read_agencies(passage[start:end] for start, end in find_agencies(passage))
    return Measure(id=measure_id, title=title, text=text, agencies=agencies)


def _read_title(document: Document, part: Part) -> str:
    title = _without_agencies(document.text[part.mark.end : title_end(document, part)])
    if not title:
        number = document.text[part.start : part.mark.end].strip()
        line = document.line_at(part.start).number
        raise EncodingError(Problem.HEADING_WITHOUT_WORDS, line, found=number)
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

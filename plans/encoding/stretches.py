"""The whole document as stretches that follow each other without a gap, each named for what it is.

What landed in the plan and what was left out therefore always add up to the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from plancmp.plans.encoding.document import Document, fold, squeeze
from plancmp.plans.encoding.header import is_letterhead
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import Part
from plancmp.plans.encoding.programmes import title_end
from plancmp.plans.encoding.tail import is_footer, opens_table
from plancmp.plans.encoding.titles import Title

_SAFEGUARDS = re.compile("保障|组织实施|组织领导")
_PROSE = re.compile("。|[:;]$")
_STOPS = re.compile(r"[。!?\s]*")
_SHORTEST_DUPLICATE = 6


class Kind(StrEnum):
    """What a stretch of a document is; only titles, headings and measures land in the plan."""

    TITLE = "title"
    HEADING = "heading"
    MEASURE = "measure"
    NAVIGATION = "navigation"
    NEWS_LEAD = "news_lead"
    LETTER = "letter"
    PREAMBLE = "preamble"
    INTRODUCTION = "introduction"
    SECTION = "section"
    SAFEGUARDS = "safeguards"
    FOOTER = "footer"
    TABLE = "table"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"

    @property
    def landed(self) -> bool:
        """Whether a stretch of this kind is in the plan."""
        return self in {Kind.TITLE, Kind.HEADING, Kind.MEASURE}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document, from the offset `start` up to `end`."""

    start: int
    end: int
    kind: Kind


_Cut = tuple[int, Kind]


def cut_document(document: Document, title: Title, outline: Outline) -> tuple[Stretch, ...]:
    """Cut the document into stretches, in order and without gaps."""
    sections = outline.sections
    programmes = frozenset(programme.start for programme in outline.programmes)
    cuts = [
        *_drop_repeats(_cut_front(document, title.start)),
        (title.start, Kind.TITLE),
        (title.end, Kind.PREAMBLE),
        *(cut for section in sections for cut in _cut_section(document, section, programmes)),
        *_drop_repeats(_cut_tail(document, sections[-1].end)),
        (len(document.text), Kind.UNKNOWN),
    ]
    ordered = sorted(cuts, key=lambda cut: cut[0])
    stretches = (Stretch(start, end, kind) for (start, kind), (end, _) in pairwise(ordered))
    return tuple(stretch for stretch in stretches if document.text[stretch.start : stretch.end].strip())


def _cut_front(document: Document, end: int) -> Iterator[_Cut]:
    """Above the title: the page's navigation, then the letter, or a news lead where there is no letter."""
    kind = Kind.NAVIGATION
    for line in document.lines_between(0, end):
        if is_letterhead(line):
            kind = Kind.LETTER
        elif kind is Kind.NAVIGATION and _PROSE.search(fold(line.text)):
            kind = Kind.NEWS_LEAD
        yield line.start, kind


def _cut_section(document: Document, section: Part, programmes: frozenset[int]) -> Iterator[_Cut]:
    """A section that is a programme, one that holds programmes, or one that is left out."""
    if section.start in programmes:
        yield from _cut_programme(document, section)
    elif any(child.start in programmes for child in section.children):
        yield from _cut_heading(document, section)
        for child in section.children:
            if child.start in programmes:
                yield from _cut_programme(document, child)
            else:
                yield child.start, Kind.SECTION
    else:
        heading = document.text[section.start : title_end(document, section)]
        yield section.start, Kind.SAFEGUARDS if _SAFEGUARDS.search(heading) else Kind.SECTION


def _cut_programme(document: Document, programme: Part) -> Iterator[_Cut]:
    yield from _cut_heading(document, programme)
    yield from ((measure.start, Kind.MEASURE) for measure in programme.children)


def _cut_heading(document: Document, part: Part) -> Iterator[_Cut]:
    """A heading with its full stop, then whatever stands between it and the first child."""
    end = title_end(document, part)
    stops = _STOPS.match(document.folded, end)
    yield part.start, Kind.HEADING
    yield stops.end() if stops else end, Kind.INTRODUCTION


def _cut_tail(document: Document, start: int) -> Iterator[_Cut]:
    """Below the text: what stood there before is a duplicate, what follows a table or footer belongs to it."""
    known = squeeze(document.text[:start])
    kind = Kind.UNKNOWN
    for line in document.lines_between(start, len(document.text)):
        words = squeeze(line.text)
        if len(words) >= _SHORTEST_DUPLICATE and words in known:
            kind = Kind.DUPLICATE
        elif opens_table(line):
            kind = Kind.TABLE
        elif is_footer(line) and kind is not Kind.TABLE:
            kind = Kind.FOOTER
        elif kind is Kind.DUPLICATE:
            kind = Kind.UNKNOWN
        yield line.start, kind


def _drop_repeats(cuts: Iterable[_Cut]) -> Iterator[_Cut]:
    return (next(same) for _, same in groupby(cuts, key=lambda cut: cut[1]))

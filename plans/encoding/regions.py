"""The whole document as regions that follow each other without a gap, each named for what it is.

What landed in the plan and what was left out therefore always add up to the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from plancmp.plans.encoding.back_matter import is_footer, opens_table
from plancmp.plans.encoding.header import Title, is_letterhead
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.sections import Place
from plancmp.plans.encoding.source_document import SourceDocument, fold, squeeze

_PROSE = re.compile("。|[:;]$")
_SHORTEST_DUPLICATE = 6


class RegionKind(StrEnum):
    """What a region of a document is; only titles, headings, measures and sections land in the plan."""

    TITLE = "title"
    HEADING = "heading"
    MEASURE = "measure"
    SECTION = "section"
    NAVIGATION = "navigation"
    NEWS_LEAD = "news_lead"
    LETTER = "letter"
    FOOTER = "footer"
    TABLE = "table"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"

    @property
    def landed(self) -> bool:
        """Whether a region of this kind is in the plan."""
        return self in {RegionKind.TITLE, RegionKind.HEADING, RegionKind.MEASURE, RegionKind.SECTION}


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the document, from the offset `start` up to `end`."""

    start: int
    end: int
    kind: RegionKind


_Cut = tuple[int, RegionKind]


def cut_document(
    document: SourceDocument, title: Title, outline: Outline, places: Iterable[Place]
) -> tuple[Region, ...]:
    """Cut the document into regions, in order and without gaps."""
    places = tuple(places)
    text_end = outline.sections[-1].end
    cuts = [
        *_drop_repeats(_cut_front(document, title.start)),
        (title.start, RegionKind.TITLE),
        (title.end, RegionKind.LETTER),
        *(cut for section in outline.sections for cut in _cut_part(section) if not _inside(places, cut[0])),
        *((measure.start, RegionKind.MEASURE) for measure in outline.measures),
        *((place.start, RegionKind.SECTION) for place in places),
        *_drop_repeats(_cut_back_matter(document, text_end, places)),
        (len(document.text), RegionKind.UNKNOWN),
    ]
    # Where several begin at one place the last named is what it is.
    ordered = sorted({start: (start, kind) for start, kind in cuts}.values())
    regions = (Region(start, end, kind) for (start, kind), (end, _) in pairwise(ordered))
    return tuple(region for region in regions if document.text[region.start : region.end].strip())


def _cut_front(document: SourceDocument, end: int) -> Iterator[_Cut]:
    """Above the title: the page's navigation, then the letter, or a news lead where there is no letter."""
    kind = RegionKind.NAVIGATION
    for line in document.lines_between(0, end):
        if is_letterhead(line):
            kind = RegionKind.LETTER
        elif kind is RegionKind.NAVIGATION and _PROSE.search(fold(line.text)):
            kind = RegionKind.NEWS_LEAD
        yield line.start, kind


def _cut_part(part: OutlinePart) -> Iterator[_Cut]:
    """The headings of sections and programmes: what they hold is cut off by whom it belongs to."""
    yield part.start, RegionKind.HEADING
    for child in part.children:
        yield from _cut_part(child)


def _cut_back_matter(document: SourceDocument, start: int, places: tuple[Place, ...]) -> Iterator[_Cut]:
    """Below the text: what stood there before is a duplicate, what follows a table or footer belongs to it.

    A table of targets is a section.
    """
    known = squeeze(document.text[:start])
    kind = RegionKind.UNKNOWN
    for line in document.lines_between(start, len(document.text)):
        words = squeeze(line.text)
        if _inside(places, line.start):
            kind = RegionKind.SECTION
        elif len(words) >= _SHORTEST_DUPLICATE and words in known:
            kind = RegionKind.DUPLICATE
        elif opens_table(line):
            kind = RegionKind.TABLE
        elif is_footer(line) and kind is not RegionKind.TABLE:
            kind = RegionKind.FOOTER
        elif kind in {RegionKind.DUPLICATE, RegionKind.SECTION}:
            kind = RegionKind.UNKNOWN
        yield line.start, kind


def _inside(places: Iterable[Place], offset: int) -> bool:
    return any(place.start <= offset < place.end for place in places)


def _drop_repeats(cuts: Iterable[_Cut]) -> Iterator[_Cut]:
    return (next(same) for _, same in groupby(cuts, key=lambda cut: cut[1]))

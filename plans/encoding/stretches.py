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
from plancmp.plans.encoding.outline import Part, Printing
from plancmp.plans.encoding.programmes import title_end
from plancmp.plans.encoding.tail import is_footer
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


def cut_document(document: Document, title: Title, sections: Printing, body: Part) -> tuple[Stretch, ...]:
    """Cut the document into stretches, in order and without gaps."""
    cuts = [
        *_drop_repeats(_cut_front(document, title.start)),
        (title.start, Kind.TITLE),
        (title.end, Kind.PREAMBLE),
        *(cut for section in sections for cut in _cut_section(document, section, body)),
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


def _cut_section(document: Document, section: Part, body: Part) -> Iterator[_Cut]:
    if section is not body:
        heading = document.text[section.start : title_end(document, section)]
        yield section.start, Kind.SAFEGUARDS if _SAFEGUARDS.search(heading) else Kind.SECTION
        return
    yield from _cut_heading(document, section)
    for group in section.children:
        if group.children:
            yield from _cut_heading(document, group)
        else:
            yield group.start, Kind.SECTION
        yield from ((item.start, Kind.MEASURE) for item in group.children)


def _cut_heading(document: Document, part: Part) -> Iterator[_Cut]:
    """A heading with its full stop, then whatever stands between it and the first child."""
    end = title_end(document, part)
    stops = _STOPS.match(document.folded, end)
    yield part.start, Kind.HEADING
    yield stops.end() if stops else end, Kind.INTRODUCTION


def _cut_tail(document: Document, start: int) -> Iterator[_Cut]:
    """Below the text: what stood there before is a duplicate, what follows a footer belongs to it."""
    known = squeeze(document.text[:start])
    kind = Kind.UNKNOWN
    for line in document.lines_between(start, len(document.text)):
        words = squeeze(line.text)
        if len(words) >= _SHORTEST_DUPLICATE and words in known:
            kind = Kind.DUPLICATE
        elif is_footer(line):
            kind = Kind.FOOTER
        elif kind is Kind.DUPLICATE:
            kind = Kind.UNKNOWN
        yield line.start, kind


def _drop_repeats(cuts: Iterable[_Cut]) -> Iterator[_Cut]:
    return (next(same) for _, same in groupby(cuts, key=lambda cut: cut[1]))

"""The numbered parts of a document by one scheme: sections, programmes inside them or not, measures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from plancmp.plans.encoding.headings import HeadingMark, Style, find_marks, heading_end, longest_run
from plancmp.plans.encoding.source_document import SourceDocument

# Sections around the measures; they too are cut into numbered points.
_GENERAL = re.compile(
    "总体要求|总体目标|指导思想|基本原则|工作目标|主要目标|发展目标|工作原则|总则|附则"
    "|组织保障|保障措施|组织实施|组织领导|实施保障|工作要求"
)
_LONGEST_GENERAL = 20
_DEPTHS = (
    Style.CHAPTER,
    Style.SECTION,
    Style.GROUP,
    Style.ITEM,
    Style.DECIMAL,
    Style.POINT,
    Style.BULLET,
)


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part of the document under a heading: its mark, the offset where it ends, the parts inside it."""

    mark: HeadingMark
    end: int
    children: tuple[OutlinePart, ...] = ()

    @property
    def start(self) -> int:
        """The offset of its number."""
        return self.mark.start


@dataclass(frozen=True, slots=True)
class NumberingScheme:
    """One way to number: sections hold programmes (or, where none are named, are them), these hold measures.

    Without a section (`Style.NONE`) the measures stand below the plan's title, as one programme without a heading.
    `through` means that the measures are counted through the document and do not begin again.
    """

    section: Style
    programme: Style | None
    measure: Style
    through: bool = False


def build_sections(
    document: SourceDocument, run: tuple[HeadingMark, ...], end: int, scheme: NumberingScheme
) -> tuple[OutlinePart, ...]:
    """The sections that a run of marks opens, the last one ending at `end`, with all parts inside them."""
    sections = _make_parts(run, end)
    if scheme.section is Style.NONE:
        return _gather_measures(document, sections)
    if scheme.programme:
        sections = _add_children(document, sections, scheme.programme, through=False)
        inside = [*chain.from_iterable(section.children for section in sections)]
        programmes = iter(_add_children(document, inside, scheme.measure, scheme.through))
        return tuple(
            OutlinePart(section.mark, section.end, tuple(next(programmes) for _ in section.children))
            for section in sections
        )
    return _add_children(document, sections, scheme.measure, scheme.through)


def _gather_measures(document: SourceDocument, parts: tuple[OutlinePart, ...]) -> tuple[OutlinePart, ...]:
    """The parts as one section that holds them all, but for general ones in front of them and behind."""
    general = [is_general(document, part) for part in parts]
    first = next((place for place, found in enumerate(general) if not found), len(parts))
    last = next((place for place in range(len(parts), first, -1) if not general[place - 1]), first)
    measures = parts[first:last]
    if not measures:
        return parts
    start = measures[0].start
    whole = OutlinePart(
        HeadingMark(Style.NONE, 1, start, start, measures[0].mark.opens_line), measures[-1].end, measures
    )
    return (*parts[:first], whole, *parts[last:])


def _add_children(
    document: SourceDocument, parents: Iterable[OutlinePart], style: Style, through: bool
) -> tuple[OutlinePart, ...]:
    parents = tuple(parents)
    marks = [_find_children(document, style, parent) for parent in parents]
    if through:
        taken = _count_through(
            marks,
            [[] if is_general(document, parent) else own for parent, own in zip(parents, marks, strict=True)],
        )
        runs = [tuple(mark for mark in own if mark in taken) for own in marks]
    else:
        runs = [longest_run(own) for own in marks]
    return tuple(
        OutlinePart(parent.mark, parent.end, _make_parts(run, parent.end))
        for parent, run in zip(parents, runs, strict=True)
    )


def _find_children(document: SourceDocument, style: Style, parent: OutlinePart) -> list[HeadingMark]:
    """The marks of a style inside a part; none where headings of a level between the two come first."""
    found = [*find_marks(document, style, parent.mark.end, parent.end)]
    for between in _levels_between(parent.mark.style, style):
        marks = longest_run(find_marks(document, between, parent.mark.end, parent.end))
        if marks and found and marks[0].start < found[0].start:
            return []
    return found


def _levels_between(outer: Style, inner: Style) -> tuple[Style, ...]:
    if outer not in _DEPTHS or inner not in _DEPTHS:
        return ()
    return _DEPTHS[_DEPTHS.index(outer) + 1 : _DEPTHS.index(inner)]


def _count_through(marks: list[list[HeadingMark]], specific: list[list[HeadingMark]]) -> set[HeadingMark]:
    """One run through all parents, or through the specific ones alone: by which more of these are counted.

    General parents may have a count of their own, or the first numbers of the one count.
    """
    runs = [set(longest_run(chain.from_iterable(counted))) for counted in (specific, marks)]
    return max(runs, key=lambda run: sum(mark in run for mark in chain.from_iterable(specific)))


def _make_parts(run: tuple[HeadingMark, ...], end: int) -> tuple[OutlinePart, ...]:
    ends = [mark.start for mark in run[1:]] + [end]
    return tuple(OutlinePart(mark, end) for mark, end in zip(run, ends, strict=False))


def is_general(document: SourceDocument, part: OutlinePart) -> bool:
    """Whether a part is about the plan as a whole, such as 总体要求 or 组织保障, and holds no measures."""
    heading = document.folded[part.mark.end : heading_end(document, part.mark.end, part.end)]
    return len(heading) <= _LONGEST_GENERAL and bool(_GENERAL.search(heading))

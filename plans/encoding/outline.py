"""A document's outline: its printings, their sections, the groups of a section, the items of a group.

A document may hold its text more than once, so its sections come as printings: each begins where the
numbering of the sections begins again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plancmp.plans.encoding.agencies import find_agencies
from plancmp.plans.encoding.document import Document
from plancmp.plans.encoding.headings import Level, Mark, find_marks, longest_run
from plancmp.plans.encoding.tail import end_with_agencies, find_foreign


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the document: its mark, the offset where it ends, the parts inside it."""

    mark: Mark
    end: int
    children: tuple[Part, ...]

    @property
    def start(self) -> int:
        """The offset of its number."""
        return self.mark.start


Printing = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of the printing that is read, and the one among them that holds the measures."""

    sections: Printing
    body: Part


def read_outline(document: Document) -> Outline | None:
    """The printing and the section with most items that name agencies, then with most items; else the first.

    None when no section has groups of numbered items.
    """

    def weigh(section: Part) -> tuple[int, int]:
        return _weigh(document, section)

    printings = _read_printings(document)
    best = max(printings, key=lambda printing: max(map(weigh, printing)), default=())
    if not any(map(_items, best)):
        return None
    sections = _without_tail(document, best)
    return Outline(sections, max(sections, key=weigh))


def _read_printings(document: Document) -> list[Printing]:
    starts = _split_at_restarts(find_marks(document, Level.SECTION, 0, len(document.text)))
    limits = [marks[0].start for marks in starts[1:]] + [len(document.text)]
    return [
        _build_parts(document, longest_run(marks), limit)
        for marks, limit in zip(starts, limits, strict=False)
    ]


def _split_at_restarts(marks: Iterable[Mark]) -> list[list[Mark]]:
    starts: list[list[Mark]] = []
    for mark in marks:
        if mark.number == 1 and (mark.opens_line or not starts):
            starts.append([])
        if starts:
            starts[-1].append(mark)
    return starts


def _without_tail(document: Document, sections: Printing) -> Printing:
    """The same sections, the last one ending where the text does: no heading of what is below counts."""
    run = tuple(section.mark for section in sections)
    last = sections[-1].children[-1] if sections[-1].children else sections[-1]
    end = find_foreign(document, sections[0].start, last.start, sections[-1].end)
    last_mark = _last_mark(_build_parts(document, run, end)[-1])
    return _build_parts(document, run, end_with_agencies(document, last_mark.start, end))


def _build_parts(document: Document, run: tuple[Mark, ...], end: int) -> tuple[Part, ...]:
    ends = [mark.start for mark in run[1:]] + [end]
    return tuple(Part(mark, end, _split(document, mark, end)) for mark, end in zip(run, ends, strict=False))


def _split(document: Document, mark: Mark, end: int) -> tuple[Part, ...]:
    if mark.level is Level.ITEM:
        return ()
    marks = find_marks(document, Level(mark.level + 1), mark.end, end)
    return _build_parts(document, longest_run(marks), end)


def _last_mark(part: Part) -> Mark:
    return _last_mark(part.children[-1]) if part.children else part.mark


def _items(section: Part) -> list[Part]:
    return [item for group in section.children for item in group.children]


def _weigh(document: Document, section: Part) -> tuple[int, int]:
    items = _items(section)
    with_agencies = sum(bool(find_agencies(document.text[item.start : item.end])) for item in items)
    return with_agencies, len(items)

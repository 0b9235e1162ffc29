"""What encoding took from a document and what it left out, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancmp.plans.encoding.document import Document, count_characters
from plancmp.plans.encoding.header import Header
from plancmp.plans.encoding.headings import Level, find_marks
from plancmp.plans.encoding.outline import Part
from plancmp.plans.encoding.stretches import Kind, Stretch

_OPENING = 24


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that is not in the plan: its lines (both included), what it is, how it begins, its length."""

    first_line: int
    last_line: int
    kind: Kind
    opening: str
    characters: int


@dataclass(frozen=True, slots=True)
class IgnoredNumber:
    """A line of the body that begins with a number but was not taken for a heading: out of the count."""

    line: int
    opening: str


@dataclass(frozen=True, slots=True)
class EncodingReport:
    """What was found and what was not used. Characters are those that are not white space.

    Attributes:
        header: What was taken for title, issuer, number, date, period and documents implemented, with lines.
        programmes: How many programmes were found.
        measures: How many measures were found.
        characters: Characters of the whole document; always `landed_characters` and those of `left_out`.
        body_characters: Characters of the section that holds the programmes.
        measure_characters: Characters of that section that landed in measures, agencies included.
        landed_characters: Characters of the measures, of their headings, and of the plan's title.
        left_out: Everything else, in the order of the document.
        ignored_numbers: Numbered lines that stayed inside the text above them; a person should look at them.
    """

    header: Header
    programmes: int
    measures: int
    characters: int
    body_characters: int
    measure_characters: int
    landed_characters: int
    left_out: tuple[LeftOut, ...]
    ignored_numbers: tuple[IgnoredNumber, ...]


def make_report(
    document: Document, header: Header, body: Part, stretches: Iterable[Stretch]
) -> EncodingReport:
    """Draw up the report of a document cut into `stretches` whose measures stand in `body`."""
    stretches = tuple(stretches)
    programmes = [group for group in body.children if group.children]
    return EncodingReport(
        header=header,
        programmes=len(programmes),
        measures=sum(len(group.children) for group in programmes),
        characters=count_characters(document.text),
        body_characters=count_characters(document.text[body.start : body.end]),
        measure_characters=_count(document, (cut for cut in stretches if cut.kind is Kind.MEASURE)),
        landed_characters=_count(document, (cut for cut in stretches if cut.kind.landed)),
        left_out=tuple(_leave_out(document, cut) for cut in stretches if not cut.kind.landed),
        ignored_numbers=tuple(_find_ignored(document, body)),
    )


def _count(document: Document, stretches: Iterable[Stretch]) -> int:
    return sum(count_characters(document.text[stretch.start : stretch.end]) for stretch in stretches)


def _leave_out(document: Document, stretch: Stretch) -> LeftOut:
    lines = [*document.lines_between(stretch.start, stretch.end)]
    return LeftOut(
        first_line=lines[0].number,
        last_line=lines[-1].number,
        kind=stretch.kind,
        opening=lines[0].text.strip()[:_OPENING],
        characters=sum(count_characters(line.text) for line in lines),
    )


def _find_ignored(document: Document, body: Part) -> Iterator[IgnoredNumber]:
    taken = {part.start for group in body.children for part in (group, *group.children)}
    marks = (
        mark
        for level in (Level.GROUP, Level.ITEM)
        for mark in find_marks(document, level, body.start, body.end)
    )
    ignored = (mark for mark in marks if mark.opens_line and mark.start not in taken)
    for mark in sorted(ignored, key=lambda mark: mark.start):
        line = document.line_at(mark.start)
        yield IgnoredNumber(line.number, line.text[:_OPENING])

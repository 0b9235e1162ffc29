"""The report of an encoding: what was taken from a document and what was left out, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancmp.plans.encoding.extracted import Aside
from plancmp.plans.encoding.header import DocumentHeader
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.regions import Region, RegionKind
from plancmp.plans.encoding.review import ReviewItem
from plancmp.plans.encoding.sections import Place
from plancmp.plans.encoding.source_document import SourceDocument, count_characters
from plancmp.plans.encoding.source_formats import SourceFormat
from plancmp.plans.model import Plan, SectionKind

_OPENING = 24


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A region that is not in the plan: its lines (both included), what it is, how it begins, its length."""

    first_line: int
    last_line: int
    kind: RegionKind
    opening: str
    characters: int


@dataclass(frozen=True, slots=True)
class FoundProgramme:
    """A programme that was found: its title, the line it stands on, the titles of its measures."""

    title: str
    line: int
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section that was found: its title, what it is about, the line it begins on, its characters."""

    title: str
    kind: SectionKind
    line: int
    characters: int


@dataclass(frozen=True, slots=True)
class EncodingReport:
    """What was found and what was not used. Characters are those that are not white space.

    Attributes:
        format: The format the document was in. Of anything but text the line numbers are those of the text
            that was taken out of it.
        header: What was taken for title, issuer, number, date, period and documents implemented, with lines.
        programmes: The programmes found, each with its measures.
        sections: What the plan says outside its measures.
        characters: Characters of the whole document; always `landed_characters` and those of `left_out`.
        body_characters: Characters of the sections that hold the programmes.
        measure_characters: Characters of those sections that landed in measures, agencies included.
        landed_characters: Characters of the measures, of their headings, of the sections and of the plan's title.
        left_out: Everything else, in the order of the document.
        asides: What the document shows and its text does not hold, such as footnotes or a page's navigation;
            not counted in `characters`.
        review_items: What a person should look at before the plan is relied on, in the order of the document.
    """

    format: SourceFormat
    header: DocumentHeader
    programmes: tuple[FoundProgramme, ...]
    sections: tuple[FoundSection, ...]
    characters: int
    body_characters: int
    measure_characters: int
    landed_characters: int
    left_out: tuple[LeftOut, ...]
    asides: tuple[Aside, ...]
    review_items: tuple[ReviewItem, ...]

    @property
    def measures(self) -> int:
        """How many measures were found."""
        return sum(len(programme.measures) for programme in self.programmes)


def make_report(  # noqa: PLR0913 - what the stages found, each under its own name
    document: SourceDocument,
    *,
    form: SourceFormat,
    asides: tuple[Aside, ...],
    header: DocumentHeader,
    plan: Plan,
    outline: Outline,
    places: Iterable[Place],
    regions: Iterable[Region],
    review_items: Iterable[ReviewItem],
) -> EncodingReport:
    """Draw up the report of a document that became `plan`."""
    regions = tuple(regions)
    return EncodingReport(
        format=form,
        header=header,
        programmes=tuple(_programmes(document, plan, outline)),
        sections=tuple(_sections(document, places)),
        characters=count_characters(document.text),
        body_characters=_count(document, outline.bodies),
        measure_characters=_count(document, (cut for cut in regions if cut.kind is RegionKind.MEASURE)),
        landed_characters=_count(document, (cut for cut in regions if cut.kind.landed)),
        left_out=tuple(_leave_out(document, cut) for cut in regions if not cut.kind.landed),
        asides=asides,
        review_items=tuple(review_items),
    )


def _programmes(document: SourceDocument, plan: Plan, outline: Outline) -> Iterator[FoundProgramme]:
    for programme, part in zip(plan.programmes, outline.programmes, strict=True):
        line = document.line_at(part.start).number
        yield FoundProgramme(programme.title, line, tuple(measure.title for measure in programme.measures))


def _sections(document: SourceDocument, places: Iterable[Place]) -> Iterator[FoundSection]:
    for place in places:
        line = document.line_at(place.start).number
        characters = count_characters(document.text[place.start : place.end])
        yield FoundSection(place.title, place.kind, line, characters)


def _count(document: SourceDocument, regions: Iterable[Region | OutlinePart]) -> int:
    return sum(count_characters(document.text[region.start : region.end]) for region in regions)


def _leave_out(document: SourceDocument, region: Region) -> LeftOut:
    lines = [*document.lines_between(region.start, region.end)]
    return LeftOut(
        first_line=lines[0].number,
        last_line=lines[-1].number,
        kind=region.kind,
        opening=lines[0].text.strip()[:_OPENING],
        characters=sum(count_characters(line.text) for line in lines),
    )

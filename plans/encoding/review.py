"""Review items: what a person should verify in an encoded plan, where the rules had to choose or found nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from plancmp.plans.encoding.extracted import Extracted
from plancmp.plans.encoding.header import DocumentHeader
from plancmp.plans.encoding.headings import HeadingMark, Style, find_marks
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.regions import Region, RegionKind
from plancmp.plans.encoding.source_document import SourceDocument, count_characters
from plancmp.plans.model import Measure, Plan

_OPENING = 24
_MOST_PAGES = 20
"""Pages that are named."""
_LONG = 5
"""Times the median length: a measure that long may have swallowed the one below it."""
_LONG_REMAINDER = 100
"""Characters below the text that are neither footer nor table: perhaps the plan goes on there."""


class ReviewKind(StrEnum):
    """Why a place should be looked at."""

    FIELD_NOT_FOUND = "field_not_found"
    NUMBER_CHANGED = "number_changed"
    NUMBER_IN_TEXT = "number_in_text"
    TITLE_CUT = "title_cut"
    NO_TEXT = "no_text"
    NO_AGENCIES = "no_agencies"
    NO_TITLES = "no_titles"
    NO_PROGRAMMES = "no_programmes"
    LONG_MEASURE = "long_measure"
    NOT_UNDERSTOOD = "not_understood"
    RESTS_ON_OCR = "rests_on_ocr"
    PAGES_ARE_PICTURES = "pages_are_pictures"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One place to verify.

    Attributes:
        kind: Why.
        path: The model path it is about, such as programmes[0].measures[1].title; empty for the whole plan.
        line: The line of the document, from 1; none where something was not found.
        found: What stands there, as short data: a field's name, a number, the line's first words.
    """

    kind: ReviewKind
    path: str
    line: int | None = None
    found: str = ""


def source_items(extracted: Extracted) -> Iterator[ReviewItem]:
    """What is to be verified for the way in which the document was read."""
    if extracted.by_ocr:
        yield ReviewItem(ReviewKind.RESTS_ON_OCR, "")
    if extracted.pictures:
        numbers = ", ".join(map(str, extracted.pictures[:_MOST_PAGES]))
        found = f"{numbers}, ..." if len(extracted.pictures) > _MOST_PAGES else numbers
        yield ReviewItem(ReviewKind.PAGES_ARE_PICTURES, "", found=found)


def find_review_items(
    document: SourceDocument,
    plan: Plan,
    header: DocumentHeader,
    outline: Outline,
    regions: tuple[Region, ...],
) -> tuple[ReviewItem, ...]:
    """Every review item of a plan, in the order of the document, first what was not found in it."""
    review_items = [
        *_fields(header),
        *_headings(plan, outline),
        *_numbers(document, outline),
        *_numbers_in_text(document, outline),
        *_measures(document, plan, outline),
        *_remainder(document, regions),
    ]
    return tuple(sorted(review_items, key=lambda item: item.line or 0))


def _fields(header: DocumentHeader) -> Iterator[ReviewItem]:
    for field in ("issuer", "document_number", "issued", "period"):
        if getattr(header, field) is None:
            yield ReviewItem(ReviewKind.FIELD_NOT_FOUND, field, found=field)


def _headings(plan: Plan, outline: Outline) -> Iterator[ReviewItem]:
    """Headings that most plans have and this one has not."""
    if outline.scheme.section is Style.NONE:
        yield ReviewItem(ReviewKind.NO_PROGRAMMES, "programmes[0].title")
    if _lacks_titles(plan):
        yield ReviewItem(ReviewKind.NO_TITLES, "")


def _lacks_titles(plan: Plan) -> bool:
    """Whether most measures begin with what stands for their title."""
    begin = [measure.text.startswith(measure.title) for measure in plan.measures]
    return len(begin) > 1 and 2 * sum(begin) > len(begin)


def _numbers(document: SourceDocument, outline: Outline) -> Iterator[ReviewItem]:
    """Measures that the plan file numbers otherwise than the document, counting as the document counts."""
    count = _count_above(outline)
    for p, programme in enumerate(outline.programmes):
        if p and not outline.scheme.through:
            count = 0
        for m, measure in enumerate(programme.children):
            count += 1
            if measure.mark.number != count:
                count = measure.mark.number
                yield _review_item(
                    ReviewKind.NUMBER_CHANGED, f"programmes[{p}].measures[{m}].id", document, measure
                )


def _count_above(outline: Outline) -> int:
    """How far the count has come where the measures begin, if it runs through the sections above them."""
    counts_sections = outline.scheme.through or outline.scheme.section is Style.NONE
    preceded = outline.sections[0].start < outline.programmes[0].start
    return outline.measures[0].mark.number - 1 if counts_sections and preceded else 0


def _numbers_in_text(document: SourceDocument, outline: Outline) -> Iterator[ReviewItem]:
    """Lines of the programmes that begin like a measure's heading but are out of the count."""
    taken = {measure.start for measure in outline.measures}
    for p, programme in enumerate(outline.programmes):
        for mark in find_marks(document, outline.scheme.measure, programme.mark.end, programme.end):
            if mark.opens_line and mark.start not in taken:
                path = f"programmes[{p}]{_measure_at(programme, mark)}"
                line = document.line_at(mark.start)
                yield ReviewItem(ReviewKind.NUMBER_IN_TEXT, path, line.number, line.text[:_OPENING])


def _measure_at(programme: OutlinePart, mark: HeadingMark) -> str:
    above = sum(measure.start < mark.start for measure in programme.children)
    return f".measures[{above - 1}].text" if above else ""


def _measures(document: SourceDocument, plan: Plan, outline: Outline) -> Iterator[ReviewItem]:
    lacks_titles = _lacks_titles(plan)
    lengths = [count_characters(measure.text) for measure in plan.measures]
    longest = _LONG * median(lengths)
    most_name_agencies = 2 * sum(map(_names_agencies, plan.measures)) >= len(lengths)
    for p, (programme, part) in enumerate(zip(plan.programmes, outline.programmes, strict=True)):
        for m, (measure, place) in enumerate(zip(programme.measures, part.children, strict=True)):
            path = f"programmes[{p}].measures[{m}]"
            if lacks_titles:
                pass  # said once for all of them
            elif measure.text == measure.title:
                yield _review_item(ReviewKind.NO_TEXT, f"{path}.text", document, place)
            elif measure.text.startswith(measure.title):
                yield _review_item(ReviewKind.TITLE_CUT, f"{path}.title", document, place)
            if most_name_agencies and not _names_agencies(measure):
                yield _review_item(ReviewKind.NO_AGENCIES, path, document, place)
            if count_characters(measure.text) > longest:
                yield _review_item(ReviewKind.LONG_MEASURE, f"{path}.text", document, place)


def _names_agencies(measure: Measure) -> bool:
    agencies = measure.agencies
    return bool(agencies.lead or agencies.supporting or agencies.responsible)


def _remainder(document: SourceDocument, regions: tuple[Region, ...]) -> Iterator[ReviewItem]:
    for region in regions:
        words = document.text[region.start : region.end]
        if region.kind is RegionKind.UNKNOWN and count_characters(words) >= _LONG_REMAINDER:
            line = document.line_at(region.start)
            yield ReviewItem(ReviewKind.NOT_UNDERSTOOD, "", line.number, words.strip()[:_OPENING])


def _review_item(kind: ReviewKind, path: str, document: SourceDocument, part: OutlinePart) -> ReviewItem:
    line = document.line_at(part.start)
    return ReviewItem(kind, path, line.number, document.text[part.start : line.end][:_OPENING])

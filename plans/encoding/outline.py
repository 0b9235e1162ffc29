"""A document's outline: its sections, which of them hold programmes, and the measures of each programme.

Offices number programmes and measures in many ways. Each way is a scheme; every scheme is tried, and the one
is taken by which most measures name their agencies. A document may hold its text more than once, so its
sections come as copies: each begins where the numbering of the sections begins again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancmp.plans.encoding.agencies import find_agencies
from plancmp.plans.encoding.back_matter import end_with_agencies, find_foreign
from plancmp.plans.encoding.header import has_title
from plancmp.plans.encoding.headings import HeadingMark, Style, find_marks, longest_run
from plancmp.plans.encoding.parts import NumberingScheme, OutlinePart, build_sections, is_general
from plancmp.plans.encoding.source_document import SourceDocument

_MOST = 0.75
_MOST_COPIES = 20


# Of schemes that read a document equally well the first is taken: the deepest, counted anew.
_LEVELS: tuple[tuple[Style, Style | None, Style], ...] = (
    (Style.SECTION, Style.GROUP, Style.ITEM),
    (Style.CHAPTER, Style.GROUP, Style.ITEM),
    (Style.SECTION, Style.GROUP, Style.DECIMAL),
    (Style.CHAPTER, Style.GROUP, Style.DECIMAL),
    (Style.CHAPTER, Style.SECTION, Style.GROUP),
    (Style.CHAPTER, Style.SECTION, Style.ITEM),
    (Style.CHAPTER, Style.SECTION, Style.DECIMAL),
    (Style.SECTION, Style.ITEM, Style.DECIMAL),
    (Style.SECTION, Style.PLAIN, Style.ITEM),
    (Style.CHAPTER, None, Style.ARTICLE),
    (Style.SECTION, None, Style.ARTICLE),
    (Style.SECTION, None, Style.GROUP),
    (Style.SECTION, None, Style.ITEM),
    (Style.SECTION, None, Style.DECIMAL),
    (Style.CHAPTER, None, Style.SECTION),
    (Style.CHAPTER, None, Style.ITEM),
    (Style.SECTION, Style.GROUP, Style.POINT),
    (Style.SECTION, Style.ITEM, Style.POINT),
    (Style.SECTION, None, Style.POINT),
    (Style.SECTION, Style.GROUP, Style.BULLET),
    (Style.SECTION, None, Style.BULLET),
)
# Without chapters or sections, groups or plain headings are the outermost that there is.
_LEVELS_WITHOUT_SECTIONS: tuple[tuple[Style, Style | None, Style], ...] = (
    (Style.GROUP, None, Style.ITEM),
    (Style.GROUP, None, Style.DECIMAL),
    (Style.ITEM, None, Style.DECIMAL),
    (Style.PLAIN, None, Style.ITEM),
    (Style.GROUP, None, Style.POINT),
)
# Measures may stand below no heading but the plan's title.
_MEASURES_ALONE = (Style.SECTION, Style.GROUP, Style.ARTICLE, Style.ITEM, Style.POINT, Style.BULLET)
_FEWEST_ALONE = 2


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of the copy that is read, and the programmes among them or inside them."""

    scheme: NumberingScheme
    sections: tuple[OutlinePart, ...]
    programmes: tuple[OutlinePart, ...]

    @property
    def bodies(self) -> tuple[OutlinePart, ...]:
        """The sections that are programmes or hold some."""
        starts = {programme.start for programme in self.programmes}
        return tuple(
            section
            for section in self.sections
            if section.start in starts or any(child.start in starts for child in section.children)
        )

    @property
    def measures(self) -> tuple[OutlinePart, ...]:
        """The measures of all programmes."""
        return tuple(measure for programme in self.programmes for measure in programme.children)


def read_outline(document: SourceDocument) -> Outline | None:
    """The outline by the scheme and copy with most measures that name agencies, then with most measures.

    Measures without any heading above them are looked for last; they are believed where more of them name
    agencies than of those below headings, or where there are no others and a plan's title stands above.
    None when no scheme finds any measure.
    """
    below = _best(document, _schemes(_LEVELS)) or _best(document, _schemes(_LEVELS_WITHOUT_SECTIONS))
    alone = _best(document, [NumberingScheme(Style.NONE, None, style) for style in _MEASURES_ALONE])
    if not alone or len(alone.measures) < _FEWEST_ALONE:
        return below
    if below:
        (naming, most, _), (others, most_others, _) = (_weigh(document, o.measures) for o in (alone, below))
        return alone if (naming, most) > (others, most_others) else below
    return (
        alone if _weigh(document, alone.measures)[1] or has_title(document, alone.sections[0].start) else None
    )


def _schemes(levels: Iterable[tuple[Style, Style | None, Style]]) -> list[NumberingScheme]:
    return [
        NumberingScheme(*styles, through)
        for styles in levels
        for through in (False, True)
        if not (through and styles[-1] is Style.BULLET)  # their order is all the number they have
    ]


def _best(document: SourceDocument, schemes: Iterable[NumberingScheme]) -> Outline | None:
    outlines = [outline for scheme in schemes for outline in _read_by(scheme, document)]
    best = max(outlines, key=lambda outline: _weigh(document, outline.measures), default=None)
    return best if best and best.measures else None


def _read_by(scheme: NumberingScheme, document: SourceDocument) -> Iterator[Outline]:
    """Every copy of the document read by a scheme; its last section ends where its text does."""
    outermost = scheme.measure if scheme.section is Style.NONE else scheme.section
    copies = _split_at_restarts(find_marks(document, outermost, 0, len(document.text)))
    limits = [*(marks[0].start for marks in copies[1:]), len(document.text)][: len(copies)]
    for marks, limit in [*zip(copies, limits, strict=True)][:_MOST_COPIES]:
        run = longest_run(marks)
        sections = build_sections(document, run, limit, scheme)
        if not any(_measures(section, scheme) for section in sections):
            continue
        sections = build_sections(document, run, _text_end(document, run, sections, scheme), scheme)
        yield Outline(scheme, sections, tuple(_choose_programmes(document, sections, scheme)))


def _split_at_restarts(marks: Iterable[HeadingMark]) -> list[list[HeadingMark]]:
    starts: list[list[HeadingMark]] = []
    for mark in marks:
        if mark.number == 1 and (mark.opens_line or not starts):
            starts.append([])
        if starts:
            starts[-1].append(mark)
    return starts


def _text_end(
    document: SourceDocument,
    run: tuple[HeadingMark, ...],
    sections: tuple[OutlinePart, ...],
    scheme: NumberingScheme,
) -> int:
    """The offset where the text of the last section ends: no heading of what is below it counts."""
    deeper = (scheme.programme or scheme.section is Style.NONE) and sections[-1].children
    last = sections[-1].children[-1] if deeper else sections[-1]
    end = find_foreign(document, sections[0].start, last.start, sections[-1].end)
    last_mark = _last_mark(build_sections(document, run, end, scheme)[-1])
    return end_with_agencies(document, last_mark.start, end)


def _choose_programmes(
    document: SourceDocument, sections: tuple[OutlinePart, ...], scheme: NumberingScheme
) -> Iterator[OutlinePart]:
    """The programmes of the sections that are the plan's body.

    Where measures name agencies, that is every section in which most of them do, and what stands between
    such sections that are programmes themselves; elsewhere the one with most measures, or all such sections.
    """
    eligible = [
        section for section in sections if _measures(section, scheme) and not is_general(document, section)
    ]
    naming = [
        section for section in eligible if _share_of_agencies(document, _measures(section, scheme)) >= 0.5
    ]
    if scheme.programme is None:
        first, last = (naming[0].start, naming[-1].start) if naming else (0, len(document.text))
        yield from (section for section in eligible if first <= section.start <= last)
        return
    best = naming or [*eligible, *sections]
    bodies = naming or [max(best, key=lambda section: _weigh(document, _measures(section, scheme)))]
    for body in bodies:
        yield from (programme for programme in body.children if programme.children)


def _measures(section: OutlinePart, scheme: NumberingScheme) -> tuple[OutlinePart, ...]:
    if scheme.programme is None:
        return section.children
    return tuple(measure for programme in section.children for measure in programme.children)


def _weigh(document: SourceDocument, measures: tuple[OutlinePart, ...]) -> tuple[int, bool, int]:
    """How good an outline is: measures that name agencies, then whether most do, then how many there are."""
    share = _share_of_agencies(document, measures)
    return round(share * len(measures)), share >= _MOST, len(measures)


def _share_of_agencies(document: SourceDocument, measures: tuple[OutlinePart, ...]) -> float:
    named = sum(bool(find_agencies(document.text[measure.start : measure.end])) for measure in measures)
    return named / len(measures) if measures else 0.0


def _last_mark(part: OutlinePart) -> HeadingMark:
    return _last_mark(part.children[-1]) if part.children else part.mark

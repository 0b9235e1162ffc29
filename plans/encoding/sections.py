"""What a document says outside its measures: 主要目标, 重点任务, 组织保障, introductions, a table of targets.

Each such place becomes a section of the plan, so that it is searched like a measure and told by its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from plancmp.plans.encoding.back_matter import is_footer, opens_table
from plancmp.plans.encoding.header import Title, is_letterhead
from plancmp.plans.encoding.headings import HeadingMark, Style, find_marks, longest_run
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.programmes import agencies_in, headline_of, read_headline, without_agencies
from plancmp.plans.encoding.source_document import SourceDocument, SourceLine, fold
from plancmp.plans.encoding.tables import is_row, read_rows, states_targets
from plancmp.plans.model import Section, SectionKind

_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    ("organisation", re.compile("保障|组织实施|组织领导|工作要求|附则|督导|考核")),
    ("goals", re.compile("目标|指标|总体要求|指导思想|原则|总则")),
    ("tasks", re.compile("任务|举措|措施")),
)
_POINTS = (Style.ITEM, Style.POINT)
_BRACKETED_LINE = re.compile(r"\([^()]*\)")
_PREAMBLE, _TABLE = "前言", "附表"
# Below a heading of this style the headings of its parts have that one.
_INNER = {
    Style.CHAPTER: (Style.SECTION, Style.GROUP),
    Style.SECTION: (Style.GROUP,),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: the offsets of its heading's number, of its text and of its end."""

    start: int
    text_start: int
    end: int
    kind: SectionKind
    title: str


def find_places(document: SourceDocument, title: Title, outline: Outline) -> tuple[Place, ...]:
    """Every place from the plan's title on that is no measure and no bare heading.

    Below the text these are the tables of targets.
    """
    programmes = frozenset(programme.start for programme in outline.programmes)
    found = [
        *_preamble(document, title.end, outline.sections[0].start),
        *(place for part in outline.sections for place in _below(document, part, programmes, "other")),
        *_tables(document, outline.sections[-1].end),
    ]
    return tuple(place for place in found if document.text[place.text_start : place.end].strip())


def read_sections(document: SourceDocument, places: Iterable[Place], since: int = 0) -> tuple[Section, ...]:
    """The sections that stand at these places, numbered in their order.

    In a table of targets, values of years before `since` are what was there already.
    """
    return tuple(_read(document, place, number, since) for number, place in enumerate(places, 1))


def kind_of(heading: str, otherwise: SectionKind) -> SectionKind:
    """What a section with this heading is about."""
    return next((kind for kind, words in _KINDS if words.search(heading)), otherwise)


def _preamble(document: SourceDocument, start: int, end: int) -> Iterator[Place]:
    """What a plan says before its first heading, in sentences, below what belongs to the letter."""
    lines = document.lines_between(start, end)
    first = next((line for line in lines if not _belongs_to_letter(line)), None)
    if first and "。" in document.folded[first.start : end]:
        yield Place(first.start, first.start, end, "preamble", _PREAMBLE)


def _belongs_to_letter(line: SourceLine) -> bool:
    words = fold(line.text)
    return (
        is_letterhead(line)
        or is_footer(line)
        or words.endswith(":")
        or bool(_BRACKETED_LINE.fullmatch(words))
    )


def _tables(document: SourceDocument, start: int) -> Iterator[Place]:
    """The tables of targets below the text, each printed once, with the caption above it as heading."""
    lines = [*document.lines_between(start, len(document.text))]
    printed = set()
    for rows, run in groupby(enumerate(lines), key=lambda item: is_row(item[1].text)):
        table = [*run]
        words = "\n".join(line.text for _, line in table)
        if not rows or words in printed or not states_targets([line.text for _, line in table]):
            continue
        printed.add(words)
        above = lines[table[0][0] - 1] if table[0][0] else None
        first, last = table[0][1], table[-1][1]
        captioned = above is not None and opens_table(above)
        title = above.text if above and captioned else _TABLE
        yield Place(
            above.start if above and captioned else first.start, first.start, last.end, "goals", title
        )


def _below(
    document: SourceDocument, part: OutlinePart, programmes: frozenset[int], inherited: SectionKind
) -> Iterator[Place]:
    """The sections of a part: what introduces its measures, its parts that hold none, or the whole of it."""
    holds_programmes = any(child.start in programmes for child in part.children)
    if part.start in programmes:
        yield from _introduction(document, part, part.children)
    elif holds_programmes:
        yield from _introduction(document, part, part.children)
        kind = kind_of(headline_of(document, part).title, "tasks")
        for child in part.children:
            yield from _below(document, child, programmes, kind)
    else:
        yield from _general(document, part, inherited)


def _introduction(
    document: SourceDocument, part: OutlinePart, children: tuple[OutlinePart, ...]
) -> Iterator[Place]:
    if part.mark.style is Style.NONE:
        return
    headline = headline_of(document, part)
    start = part.start if headline.text_start == part.mark.end else headline.text_start
    yield Place(start, headline.text_start, children[0].start, "tasks", headline.title)


def _general(document: SourceDocument, part: OutlinePart, inherited: SectionKind) -> Iterator[Place]:
    """A part without measures: one section for each heading inside it, and one for what stands above these."""
    marks = _inner_marks(document, part)
    whole = _place(document, part.mark, marks[0].start if marks else part.end, inherited)
    if document.text[whole.text_start : whole.end].strip():
        yield whole
    elif not marks:
        yield replace(whole, text_start=part.mark.end)  # a heading that stands alone is its own text
    ends = [mark.start for mark in marks[1:]] + [part.end]
    for mark, end in zip(marks, ends, strict=False):
        yield from _general(document, OutlinePart(mark, end), whole.kind)


def _inner_marks(document: SourceDocument, part: OutlinePart) -> tuple[HeadingMark, ...]:
    styles = _INNER.get(part.mark.style, ())
    runs = (longest_run(find_marks(document, style, part.mark.end, part.end)) for style in styles)
    return next((run for run in runs if run), ())


def _place(document: SourceDocument, mark: HeadingMark, end: int, inherited: SectionKind) -> Place:
    headline = read_headline(document, mark.end, min(end, _first_item(document, mark.end, end)))
    title = headline.title or document.text[mark.start : mark.end].strip()
    return Place(mark.start, headline.text_start, end, kind_of(title, inherited), title)


def _first_item(document: SourceDocument, start: int, end: int) -> int:
    """Where the first numbered item directly behind a heading's words begins, `end` without one."""
    return next(
        (mark.start for mark in find_marks(document, Style.ITEM, start, end) if mark.number == 1), end
    )


def _read(document: SourceDocument, place: Place, number: int, since: int) -> Section:
    passage = document.text[place.text_start : place.end]
    lines = _without_numbers(document, place.text_start, place.end).split("\n")
    text = "\n".join(filter(None, _paragraphs(lines, since)))
    return Section(
        id=f"S{number}",
        kind=place.kind,
        title=place.title,
        text=text or place.title,
        agencies=agencies_in(passage),
    )


def _without_numbers(document: SourceDocument, start: int, end: int) -> str:
    """The text without the numbers of the points it is cut into: they are no words of the sentences."""
    runs = [longest_run(find_marks(document, style, start, end)) for style in _POINTS]
    # Articles are counted through the document: their numbers need not begin here.
    articles = [mark for mark in find_marks(document, Style.ARTICLE, start, end) if mark.opens_line]
    marks = [*articles, *(mark for run in runs if len(run) > 1 for mark in run)]
    numbers = sorted((mark.start, mark.end) for mark in marks)
    starts = [start, *(last for _, last in numbers)]
    ends = [*(first for first, _ in numbers), end]
    return "".join(document.text[first:last] for first, last in zip(starts, ends, strict=True))


def _paragraphs(lines: Iterable[str], since: int) -> Iterator[str]:
    """Prose as one line without its agencies, a table's rows as a line each."""
    for rows, run in groupby(lines, key=is_row):
        if rows:
            yield from read_rows([*run], since)
        else:
            yield without_agencies("\n".join(run))

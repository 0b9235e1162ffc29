"""The outline's parts as programmes and measures: titles, verbatim text, agencies."""

from __future__ import annotations

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.headings import Style
from plancmp.plans.encoding.headline import Headline, read_headline, without_agencies
from plancmp.plans.encoding.outline import Outline
from plancmp.plans.encoding.parts import OutlinePart
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_document import SourceDocument
from plancmp.plans.model import Agencies, Measure, Programme


def read_programmes(document: SourceDocument, outline: Outline, plan_title: str) -> tuple[Programme, ...]:
    """Every programme of the outline, numbered by its place: a plan file's numbers run on without a gap.

    Measures that stand below no heading are one programme, which is titled like the plan.

    Raises:
        EncodingError: A programme or a measure has a number but no words.
    """
    headlines = [headline_of(document, measure) for measure in outline.measures]
    titled = 2 * sum(headline.is_heading for headline in headlines) >= len(headlines)
    return tuple(
        Programme(
            number=number,
            title=plan_title
            if part.mark.style is Style.NONE
            else _require_words(document, part, headline_of(document, part).title),
            measures=tuple(
                _read_measure(document, f"{number}.{place}", item, titled=titled)
                for place, item in enumerate(part.children, 1)
            ),
        )
        for number, part in enumerate(outline.programmes, 1)
    )


def headline_of(document: SourceDocument, part: OutlinePart, *, titled: bool = True) -> Headline:
    """The headline of a part, which ends before its first child."""
    limit = part.children[0].start if part.children else part.end
    return read_headline(document, part.mark.end, limit, titled=titled)


def agencies_in(passage: str) -> Agencies:
    """The agencies that a passage names."""
    return read_agencies(passage[start:end] for start, end in find_agencies(passage))


def _read_measure(document: SourceDocument, measure_id: str, item: OutlinePart, *, titled: bool) -> Measure:
    headline = headline_of(document, item, titled=titled)
    title = _require_words(document, item, headline.title)
    text = without_agencies(document.text[headline.text_start : item.end])
    passage = document.text[item.mark.end : item.end]
    return Measure(id=measure_id, title=title, text=text or title, agencies=agencies_in(passage))


def _require_words(document: SourceDocument, part: OutlinePart, title: str) -> str:
    if not title:
        number = document.text[part.start : part.mark.end].strip()
        line = document.line_at(part.start).number
        raise EncodingError(Problem.HEADING_WITHOUT_WORDS, line, found=number)
    return title

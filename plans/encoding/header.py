"""A plan's header as its text gives it: title, issuer, document number, date, period, what it implements.

Titles are found by how they end and by how a text quotes them in 《》.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Generic, TypeVar

from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_document import SourceDocument, SourceLine, fold, squeeze
from plancmp.plans.encoding.stated import Stated
from plancmp.plans.model import ImplementedDocument, Period

T = TypeVar("T")

_MOST_LINES = 4
_ANNEX = re.compile(r"附件 ?\d* ?[:、]? *")
_KINDS = r"(?:方案|计划|规划|意见|措施|办法|细则|要点|纲要|行动|政策|举措)(?:\([^()]*\))?"
_TITLE = re.compile(rf"[^。:;!?]*{_KINDS}$")
_CONTINUATION = re.compile(r"\([^()]*\)$")
_TITLE_LABEL = re.compile(r" *(?:文件)?(?:标 *题|名 *称|题 *名) ?: *(?=.)")
_HAN = "[\u4e00-\u9fff]"
_NUMBER = rf"{_HAN}+[〔\[(]\d{{4}}[〕\])]\d+号"
_NUMBER_LABEL = "(?:(?:发文字号|文件编号|文 *号) ?: *)?"
_NUMBER_LINE = re.compile(rf"^{_NUMBER_LABEL}({_NUMBER})(?:$| )")
_NUMBER_BEHIND = re.compile(rf"》\(({_NUMBER})\)")
_OFFICE = rf"{_HAN}{{2,20}}?(?:人民政府|委员会|管委会)(?:办公[室厅])?"
# What may stand between two words is bounded in these patterns: a hostile line must not cost minutes.
_ISSUER = re.compile(rf"(?:^|[ ,:])({_OFFICE})(?=$|关于印发|网站发布)")
_LETTERHEAD = re.compile(rf"(?:{_OFFICE}|(?=.{{0,200}}$).*关于.*通知|{_NUMBER_LABEL}{_NUMBER})$")
_DATES = (
    re.compile(r"(?:.{0,200} )?\(?(\d{4})年(\d{1,2})月(\d{1,2})日\)?$"),
    re.compile(r"[^。]{0,80}?(?:时间|日期|来源) ?:[^。]{0,80}?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})"),
    re.compile(r"[^。]{0,80}?(\d{4})年(\d{1,2})月(\d{1,2})日[^。]{0,80}?(?:发布|印发|公布)"),
)
_PERIOD = re.compile(r"(\d{4})年?[-至到]{1,2}(\d{4})")
_SENTENCE = re.compile(r"[^。]+")
_PURPOSE = re.compile(r"贯彻|落实|根据|按照|依据")
_DRAWN_UP = re.compile(r"制定|制订|提出")
_NOTICE = re.compile(r"[^《]{0,80}?关于印发《?(.{1,200}?)》?的通知$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Title:
    """A plan's title and the offsets of the lines it stands on."""

    text: str
    start: int
    end: int


def find_title(document: SourceDocument, limit: int) -> Title:
    """The plan's own title: the last lines above `limit` that read as the text elsewhere quotes them in 《》.

    Where nothing quotes it, the last line above that ends like a title (…方案, …计划) is taken.

    Raises:
        EncodingError: No line above `limit` is a title.
    """
    lines = [*map(_behind_label, document.lines_between(0, limit))]
    quoted = {squeeze(document.text[start:end]) for start, end in find_quoted_titles(document.folded[:limit])}
    found = _find_quoted(lines, quoted) or _find_alike(lines)
    if not found:
        raise EncodingError(Problem.NO_TITLE, document.line_at(limit).number)
    return Title(_join(found), found[0].start, found[-1].end)


def _behind_label(line: SourceLine) -> SourceLine:
    """A line behind the label that a site sets before a title (标题：…)."""
    label = _TITLE_LABEL.match(fold(line.text))
    return SourceLine(line.number, line.start + label.end(), line.text[label.end() :]) if label else line


def has_title(document: SourceDocument, limit: int) -> bool:
    """Whether a line above `limit` is a plan's title."""
    try:
        find_title(document, limit)
    except EncodingError:
        return False
    return True


def find_quoted_titles(folded: str) -> Iterator[tuple[int, int]]:
    """The offsets of every title between outermost 《 》 in a folded text, nested ones inside them."""
    depth = start = 0
    for offset, character in enumerate(folded):
        if character == "。":
            depth = 0
        elif character == "《":
            start = start if depth else offset + 1
            depth += 1
        elif character == "》" and depth:
            depth -= 1
            if not depth:
                yield start, offset


def _find_quoted(lines: Sequence[SourceLine], quoted: set[str]) -> Sequence[SourceLine]:
    for last in range(len(lines), 0, -1):
        for first in range(last - 1, max(-1, last - 1 - _MOST_LINES), -1):
            if squeeze(_join(lines[first:last])) in quoted:
                return lines[first:last]
    return ()


def _find_alike(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    for last in range(len(lines), 0, -1):
        first = last - 1
        if first and _CONTINUATION.match(fold(lines[first].text)):
            first -= 1
        if _TITLE.match(fold(_join(lines[first:last]))):
            return lines[first:last]
    return ()


def _join(lines: Sequence[SourceLine]) -> str:
    text = "".join(line.text for line in lines)
    annex = _ANNEX.match(fold(text))
    return text[annex.end() :] if annex else text


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """What was read from the text, and the line it stands on."""

    value: T
    line: int


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """What the text says of itself; what it does not say is none."""

    title: Located[str]
    issuer: Located[str] | None
    document_number: Located[str] | None
    issued: Located[str] | None
    period: Located[Period] | None
    implements: tuple[Located[ImplementedDocument], ...]
    index_number: Located[str] | None = None

    def complete(self, stated: Stated) -> DocumentHeader:
        """The header with what stands beside the text, on line 0, where the text does not say it."""
        return replace(
            self,
            issuer=self.issuer or _beside(stated.issuer),
            document_number=self.document_number or _beside(stated.document_number),
            issued=self.issued or _beside(stated.issued),
            index_number=self.index_number or _beside(stated.index_number),
        )


def _beside(value: str | None) -> Located[str] | None:
    return Located(value, 0) if value else None


def read_header(
    document: SourceDocument, title: Title, preamble_end: int, back_matter: tuple[int, int]
) -> DocumentHeader:
    """Read the header from what stands above the title, and from the back matter where that is silent.

    The preamble between title and `preamble_end` names the documents that the plan implements; their numbers
    and dates are never taken for the plan's own, unless they stand on lines of their own below the title.
    """
    above = [*document.lines_between(0, title.start)]
    beneath = takewhile(_is_number_or_date, document.lines_between(title.end, preamble_end))
    above += beneath
    below = [*document.lines_between(*back_matter)]
    title_line = document.line_at(title.start).number
    return DocumentHeader(
        title=Located(title.text, title_line),
        issuer=_find_first([_ISSUER], above + below),
        document_number=_find_first([_NUMBER_LINE], above),
        issued=_find_date(above[::-1] + below),
        period=_find_period(title.text, title_line),
        implements=tuple(_find_implemented(document, title.end, preamble_end)),
    )


def is_letterhead(line: SourceLine) -> bool:
    """Whether a line belongs to the head of an official letter: the office, the subject, the number."""
    return bool(_LETTERHEAD.match(fold(line.text)))


def _is_number_or_date(line: SourceLine) -> bool:
    text = fold(line.text)
    return bool(_NUMBER_LINE.match(text) or _DATES[0].match(text))


def _find_first(patterns: Iterable[re.Pattern[str]], lines: Iterable[SourceLine]) -> Located[str] | None:
    matches = ((line, pattern.search(fold(line.text))) for pattern in patterns for line in lines)
    found = (Located(line.text[slice(*match.span(1))], line.number) for line, match in matches if match)
    return next(found, None)


def _find_date(lines: list[SourceLine]) -> Located[str] | None:
    """The date of the signature, else of a source note, else of the news that it was published."""
    matches = ((line, pattern.match(fold(line.text))) for pattern in _DATES for line in lines)
    dates = ((_iso_date(match), line.number) for line, match in matches if match)
    return next((Located(day, number) for day, number in dates if day), None)


def _iso_date(match: re.Match[str]) -> str | None:
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def _find_period(title: str, line: int) -> Located[Period] | None:
    match = _PERIOD.search(fold(title))
    start, end = map(int, match.groups()) if match else (0, 0)
    return Located(Period(start=start, end=end), line) if 1949 <= start <= end <= 2100 else None


def _find_implemented(
    document: SourceDocument, start: int, end: int
) -> Iterator[Located[ImplementedDocument]]:
    for sentence in _SENTENCE.finditer(document.folded, start, end):
        drawn_up = _DRAWN_UP.search(sentence[0])
        if not (drawn_up and _PURPOSE.search(sentence[0])):
            continue
        for first, last in find_quoted_titles(sentence[0][: drawn_up.start()]):
            offset = sentence.start() + first
            value = _read_implemented(document, offset, sentence.start() + last)
            yield Located(value, document.line_at(offset).number)


def _read_implemented(document: SourceDocument, start: int, end: int) -> ImplementedDocument:
    number = _NUMBER_BEHIND.match(document.folded, end)
    notice = _NOTICE.match(document.folded[start:end])
    first, last = notice.span(1) if notice else (0, end - start)
    return ImplementedDocument(
        title=document.text[start + first : start + last].replace("\n", ""),
        document_number=document.text[slice(*number.span(1))] if number else None,
    )

"""Printed pages as a text: lines joined to paragraphs, page numbers and running heads told apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from plancmp.plans.encoding.extracted import Aside, AsideKind, Extracted, gather, make_aside
from plancmp.plans.encoding.problems import EncodingError, Problem

_FEWEST_CHARACTERS = 20
_NUMBER = re.compile(r"\d+")
# A paragraph's first line is indented, and no line may begin with a comma: full lines differ by some characters.
_FULL = 0.85
# A sentence's end, or a title's: a long title fills its line as well.
_CLOSES = re.compile(r"(?:[。！？!?：:；;）)]|方案|计划|规划|意见|措施|办法|细则|通知)\s*$")
# No paragraph begins with one of these, though a careless printer may begin a line with it.
_GOES_ON = frozenset("，。、；：！？）》”’")
_PAGE_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d{1,4}\s*页)?[-—–－·•\s]*"
)
# Fonts share one glyph between a character and the radical that looks like it, and the PDF may name either.
# Normalisation knows the first block of radicals; of the second it knows two.
_RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_CHARACTERS = "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
_WRITTEN: dict[int, str] = {
    **{number: unicodedata.normalize("NFKC", chr(number)) for number in range(0x2F00, 0x2FD6)},
    **{number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xF900, 0xFB07)},
    **{ord(radical): character for radical, character in zip(_RADICALS, _CHARACTERS, strict=True)},
}
_WIDE = r"[\u2010-\u201f\u2026\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
_SIGNS = r"[,.;:!?()\[\]〔〕%−]"
# Between a Chinese character and its neighbour no space is written; the printer's spacing becomes one or two.
_SPACING = re.compile(
    rf"(?<={_WIDE}) {{1,2}}(?=\S)|(?<=\S) {{1,2}}(?={_WIDE})|(?<=\d) (?={_SIGNS})|(?<={_SIGNS}) (?=\d)"
)


class PrintedLine(NamedTuple):
    """A printed line; how far it reaches from the left margin, in any unit that is the same for all lines."""

    text: str
    width: float


def measured(text: str) -> PrintedLine:
    """A line of which only the words are known: as wide as its letters; a Chinese character takes two."""
    return PrintedLine(
        text, sum(1 + (unicodedata.east_asian_width(character) in "WFA") for character in text)
    )


def put_together(pages: Sequence[list[PrintedLine]], others: Iterable[Aside | None] = ()) -> Extracted:
    """The text of all pages.

    Args:
        pages: The lines of each page, from top to bottom; an indented line begins with white space.
        others: What does not stand on the pages' own lines; told for the whole text.

    Raises:
        EncodingError: The pages hold next to no text: they are pictures.
    """
    if sum(len(line.text) for page in pages for line in page) < _FEWEST_CHARACTERS * len(pages):
        raise EncodingError(Problem.SCANNED, found=str(len(pages)))
    lines: list[PrintedLine] = []
    # The margins are found on all pages, so each kind of them is told once for the whole text.
    margins: dict[str, list[str]] = {}
    for page, body in zip(pages, _bodies(pages), strict=True):
        lines += page[body]
        for line in (*page[: body.start], *page[body.stop :]):
            margins.setdefault(_shape(line), []).append(line.text)
    paragraphs = [*_join(lines)]
    asides: list[Aside | None] = [
        make_aside(AsideKind.RUNNING, "\n".join(same), 1, len(paragraphs)) for same in margins.values()
    ]
    asides += (aside and replace(aside, last_line=len(paragraphs)) for aside in others)
    return Extracted("\n".join(paragraphs), gather(asides))


def _bodies(pages: Sequence[list[PrintedLine]]) -> Iterator[slice]:
    """Of each page the lines that are no margin: page numbers at head or foot, lines that head or end most pages.

    A page of nothing else is text: pages that all say the same are no margins around nothing.
    """
    ends = Counter(shape for page in pages for shape in {_shape(line) for line in (*page[:2], *page[-2:])})
    running = {shape for shape, number in ends.items() if number > max(2, len(pages) // 2)}
    for page in pages:
        first, last = 0, len(page)
        while first < last and _is_margin(page[first], running):
            first += 1
        while last > first and _is_margin(page[last - 1], running):
            last -= 1
        yield slice(first, last) if first < last else slice(0, len(page))


def _is_margin(line: PrintedLine, running: set[str]) -> bool:
    return _shape(line) in running or bool(_PAGE_NUMBER.fullmatch(line.text))


def _shape(line: PrintedLine) -> str:
    """A line without what differs from page to page: its numbers."""
    return _NUMBER.sub("0", line.text.strip())


def _join(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """Paragraphs: a line that fills the page's width and closes nothing goes on in the next one."""
    widths = sorted(line.width for line in lines) or [0]
    full = _FULL * widths[len(widths) * 9 // 10]
    paragraph = ""
    following = (*(line.text for line in lines[1:]), " ")
    for line, below in zip(lines, following, strict=False):
        paragraph += line.text.strip()
        ends = line.width < full or below[:1].isspace() or _CLOSES.search(line.text)
        if ends and below[:1] not in _GOES_ON:
            yield paragraph
            paragraph = ""


def clean_glyphs(line: str) -> str:
    """The line with characters for radicals and ligatures, without the spaces that come of printing."""
    return _SPACING.sub("", line.translate(_WRITTEN))

"""The text of a .pdf file, read by pypdf."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from plancmp.plans.encoding.errors import EncodingError, Problem
from plancmp.plans.encoding.glyphs import clean_glyphs

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
"""A plan has some twenty."""
LARGEST_PAGE = 5_000_000
"""Bytes of one page's content, unpacked."""

_FEWEST_CHARACTERS = 20
_NUMBER = re.compile(r"\d+")
# A paragraph's first line is indented, and no line may begin with a comma: full lines differ by some characters.
_FULL = 0.85
# A sentence's end, or a title's: a long title fills its line as well.
_CLOSES = re.compile(r"(?:[。！？!?：:；;）)]|方案|计划|规划|意见|措施|办法|细则|通知)\s*$")
_PAGE_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d{1,4}\s*页)?[-—–－·•\s]*"
)


def read_pdf(raw: bytes) -> str:
    """The text of all pages, without page numbers and running heads, printed lines joined to paragraphs.

    Raises:
        EncodingError: The file is damaged, too large, protected by a password, or its pages are pictures of text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    # It tells its own troubles to whoever reads the log, which would be the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        pages = [*_pages(PdfReader(BytesIO(raw)))]
    except EncodingError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise EncodingError(Problem.PROTECTED) from error
    except Exception as error:  # a damaged file makes the package raise whatever it meets
        raise EncodingError(Problem.DAMAGED, found=".pdf") from error
    if sum(map(_count, pages)) < _FEWEST_CHARACTERS * len(pages):
        raise EncodingError(Problem.SCANNED, found=str(len(pages)))
    return "\n".join(_join([line for page in _without_margins(pages) for line in page]))


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncodingError(Problem.PROTECTED)
    if len(reader.pages) > MOST_PAGES:
        raise EncodingError(Problem.TOO_MANY_PAGES, found=str(len(reader.pages)), expected=str(MOST_PAGES))
    for page in reader.pages:
        contents = page.get_contents()
        size = len(contents.get_data()) if contents else 0
        if size > LARGEST_PAGE:
            raise EncodingError(Problem.FILE_TOO_LARGE, found=f"{size:,}", expected=f"{LARGEST_PAGE:,}")
        yield [clean_glyphs(line) for line in page.extract_text().splitlines() if line.strip()]


def _count(page: Sequence[str]) -> int:
    return sum(len(line) for line in page)


def _join(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line that fills the page's width and closes nothing goes on in the next one."""
    widths = sorted(_width(line) for line in lines)
    full = _FULL * widths[len(widths) * 9 // 10]
    paragraph = ""
    for line, below in zip_longest(lines, lines[1:], fillvalue=" "):
        paragraph += line.strip()
        if _width(line) < full or below[:1].isspace() or _CLOSES.search(line):
            yield paragraph
            paragraph = ""


def _width(line: str) -> int:
    """The line's width in Latin letters; a Chinese character takes two."""
    return sum(1 + (unicodedata.east_asian_width(character) in "WFA") for character in line)


def _without_margins(pages: Sequence[list[str]]) -> Iterator[Sequence[str]]:
    """The pages without page numbers at head or foot, and without lines that head or end most pages."""
    ends = Counter(shape for page in pages for shape in {_shape(line) for line in (*page[:2], *page[-2:])})
    running = {shape for shape, number in ends.items() if number > max(2, len(pages) // 2)}
    for page in pages:
        first, last = 0, len(page)
        while first < last and _is_margin(page[first], running):
            first += 1
        while last > first and _is_margin(page[last - 1], running):
            last -= 1
        yield page[first:last]


def _is_margin(line: str, running: set[str]) -> bool:
    return _shape(line) in running or bool(_PAGE_NUMBER.fullmatch(line))


def _shape(line: str) -> str:
    """A line without what differs from page to page: its numbers."""
    return _NUMBER.sub("0", line.strip())

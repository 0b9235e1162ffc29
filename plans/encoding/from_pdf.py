"""The text of a .pdf file, read by pypdf: the characters that were written, in paragraphs."""

from __future__ import annotations

import logging
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from plancmp.plans.encoding.extracted import Aside, AsideKind, Extracted, gather, make_aside
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

_FEWEST_CHARACTERS = 20
# pypdf goes on without a drawing that it cannot decode or that is one too many; the words in it would be lost.
_LOSS = re.compile(r"XForm|form XObject invocations")
_NUMBER = re.compile(r"\d+")
# A paragraph's first line is indented, and no line may begin with a comma: full lines differ by some characters.
_FULL = 0.85
# A sentence's end, or a title's: a long title fills its line as well.
_CLOSES = re.compile(r"(?:[。！？!?：:；;）)]|方案|计划|规划|意见|措施|办法|细则|通知)\s*$")
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


def read_pdf(raw: bytes) -> Extracted:
    """The text of all pages, printed lines joined to paragraphs; page numbers and running heads are told apart.

    Raises:
        EncodingError: The file is damaged, exceeds a limit, is protected by a password, or its pages are
            pictures of text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        with _listening() as losses:
            reader = PdfReader(BytesIO(raw))
            pages = [*_pages(reader)]
            remarks = "\n".join(_remarks(reader))
    except EncodingError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise EncodingError(Problem.PROTECTED) from error
    except LimitReachedError as error:
        raise EncodingError(Problem.TOO_COSTLY) from error
    except Exception as error:  # a damaged file makes the package raise whatever it meets
        raise EncodingError(Problem.DAMAGED, found=".pdf") from error
    if losses:
        raise EncodingError(Problem.DAMAGED, found=".pdf")
    if sum(map(_count, pages)) < _FEWEST_CHARACTERS * len(pages):
        raise EncodingError(Problem.SCANNED, found=str(len(pages)))
    return _put_together(pages, remarks)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Keep what pypdf logs from the terminal, and collect what it says of drawings that it leaves out."""
    losses: list[str] = []

    class _Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if _LOSS.search(record.getMessage()):
                losses.append(record.getMessage())

    logger, listener = logging.getLogger("pypdf"), _Listener()
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield losses
    finally:
        logger.removeHandler(listener)


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncodingError(Problem.PROTECTED)
    if len(reader.pages) > LIMITS.pdf_pages:
        found, expected = str(len(reader.pages)), str(LIMITS.pdf_pages)
        raise EncodingError(Problem.TOO_MANY_PAGES, found=found, expected=expected)
    if not len(reader.pages):
        raise EncodingError(Problem.EMPTY)
    budget = _Budget()
    for page in reader.pages:
        contents = page.get_contents()
        # Compared with none: a stream is a dictionary too, and an empty one whatever it holds.
        budget.take_content(0 if contents is None else len(contents.get_data()))
        text = page.extract_text(visitor_operand_before=budget.take_time)
        budget.take_text(text)
        yield [clean_glyphs(line) for line in text.splitlines() if line.strip()]


def _remarks(reader: PdfReader) -> Iterator[str]:
    """What stands on the pages without being printed on them: annotations, and what forms were filled in with."""
    for page in reader.pages:
        # Not `get`: it gives a reference where one stands.
        references: Any = page["/Annots"] if "/Annots" in page else ()  # noqa: SIM401
        for reference in references:
            annotation = reference.get_object()
            key = "/V" if annotation["/Subtype"] == "/Widget" else "/Contents"
            if key in annotation and isinstance(annotation[key], str):
                yield annotation[key]


class _Budget:
    """What reading the pages may take in all."""

    def __init__(self) -> None:
        self._bytes = self._characters = 0
        self._end = time.process_time() + LIMITS.pdf_seconds

    def take_content(self, size: int) -> None:
        """Account for a page's content; one stream may be the content of many pages."""
        self._bytes += size
        for found, most in ((size, LIMITS.pdf_page_bytes), (self._bytes, LIMITS.pdf_bytes)):
            if found > most:
                raise EncodingError(Problem.FILE_TOO_LARGE, found=f"{found:,}", expected=f"{most:,}")

    def take_text(self, text: str) -> None:
        """Account for a page's text."""
        self._characters += len(text)
        if self._characters > LIMITS.text_characters:
            found, expected = f"{self._characters:,}", f"{LIMITS.text_characters:,}"
            raise EncodingError(Problem.TEXT_TOO_LONG, found=found, expected=expected)
        self.take_time()

    def take_time(self, *_operation: object) -> None:
        """Asked before each operation of drawing: drawings may draw each other again and again."""
        if time.process_time() > self._end:
            raise EncodingError(Problem.TOO_COSTLY)


def _count(page: Sequence[str]) -> int:
    return sum(len(line) for line in page)


def _join(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line that fills the page's width and closes nothing goes on in the next one."""
    widths = sorted(_width(line) for line in lines) or [0]
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


class _Line(NamedTuple):
    """A printed line, and whether it only heads or ends its page."""

    text: str
    margin: bool


def _put_together(pages: Sequence[list[str]], remarks: str) -> Extracted:
    lines = [line for page in _mark_margins(pages) for line in page]
    paragraphs = [*_join([line.text for line in lines if not line.margin])]
    # The margins are found on all pages, so each kind of them is told once for the whole text.
    margins: dict[str, list[str]] = {}
    for line in lines:
        if line.margin:
            margins.setdefault(_shape(line.text), []).append(line.text)
    asides: list[Aside | None] = [
        make_aside(AsideKind.RUNNING, "\n".join(same), 1, len(paragraphs)) for same in margins.values()
    ]
    asides.append(make_aside(AsideKind.COMMENT, remarks, 1, len(paragraphs)))
    return Extracted("\n".join(paragraphs), gather(asides))


def _mark_margins(pages: Sequence[list[str]]) -> Iterator[list[_Line]]:
    """The pages; margins are page numbers at head or foot, and lines that head or end most pages.

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
        yield [_Line(line, first < last and not first <= place < last) for place, line in enumerate(page)]


def _is_margin(line: str, running: set[str]) -> bool:
    return _shape(line) in running or bool(_PAGE_NUMBER.fullmatch(line))


def _shape(line: str) -> str:
    """A line without what differs from page to page: its numbers."""
    return _NUMBER.sub("0", line.strip())


def clean_glyphs(line: str) -> str:
    """The line with characters for radicals and ligatures, without the spaces that come of printing."""
    return _SPACING.sub("", line.translate(_WRITTEN))

"""The text of a .pdf file, read by pypdf: the characters that were written, in paragraphs."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from plancmp.plans.encoding.extracted import AsideKind, Extracted, make_aside
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.printed import PrintedLine, clean_glyphs, measured, put_together
from plancmp.plans.encoding.problems import EncodingError, Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

# pypdf goes on without a drawing that it cannot decode or that is one too many; the words in it would be lost.
_LOSS = re.compile(r"XForm|form XObject invocations")


_UNPRINTED = 3
"""The mode in which text is there to be found and copied, and not drawn: so programs lay it over a scan."""


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
    extracted = put_together([page.lines for page in pages], [make_aside(AsideKind.COMMENT, remarks, 1)])
    pictures = (number for number, page in enumerate(pages, 1) if page.picture and not page.lines)
    return replace(
        extracted,
        by_ocr=any(page.picture and page.unprinted for page in pages),
        pictures=tuple(pictures),
    )


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


class _Page(NamedTuple):
    """A page: its lines, whether a picture is on it, whether text is there that is not printed."""

    lines: list[PrintedLine]
    picture: bool
    unprinted: bool


def _pages(reader: PdfReader) -> Iterator[_Page]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncodingError(Problem.PROTECTED)
    if len(reader.pages) > LIMITS.pages:
        found, expected = str(len(reader.pages)), str(LIMITS.pages)
        raise EncodingError(Problem.TOO_MANY_PAGES, found=found, expected=expected)
    if not len(reader.pages):
        raise EncodingError(Problem.EMPTY)
    budget = _Budget()
    for page in reader.pages:
        contents = page.get_contents()
        # Compared with none: a stream is a dictionary too, and an empty one whatever it holds.
        budget.take_content(0 if contents is None else len(contents.get_data()))
        budget.unprinted = False
        text = page.extract_text(visitor_operand_before=budget.watch)
        budget.take_text(text)
        lines = [measured(clean_glyphs(line)) for line in text.splitlines() if line.strip()]
        yield _Page(lines, _has_picture(page), budget.unprinted)


def _has_picture(page: Any) -> bool:
    resources = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    objects = drawn.get_object().values() if drawn is not None else ()
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects)


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
        self.unprinted = False
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

    def watch(self, operator: bytes, operands: Sequence[Any], *_matrices: object) -> None:
        """Asked before each operation of drawing: drawings may draw each other again and again."""
        if operator == b"Tr" and operands and operands[0] == _UNPRINTED:
            self.unprinted = True
        self.take_time()

    def take_time(self) -> None:
        """Stop when the time is over."""
        if time.process_time() > self._end:
            raise EncodingError(Problem.TOO_COSTLY)

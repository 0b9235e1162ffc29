"""The text of a .docx file, read by python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from plancmp.plans.encoding.errors import EncodingError, Problem
from plancmp.plans.encoding.word_numbers import AutomaticNumbers

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

LARGEST_CONTENT = 50_000_000
"""Bytes of a file's parts unpacked: a small archive may hold gigabytes of zeros."""


def read_word(raw: bytes) -> str:
    """The document's paragraphs with their numbers, one on each line; a table's row with its cells between tabs.

    Raises:
        EncodingError: The file is damaged or too large.
    """
    import docx

    try:
        _refuse_bomb(raw)
        return "\n".join(_lines(docx.Document(BytesIO(raw))))
    except EncodingError:
        raise
    except Exception as error:  # a damaged file makes the packages below raise whatever they meet
        raise EncodingError(Problem.DAMAGED, found=".docx") from error


def _refuse_bomb(raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > LARGEST_CONTENT:
        raise EncodingError(Problem.FILE_TOO_LARGE, found=f"{size:,}", expected=f"{LARGEST_CONTENT:,}")


def _lines(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    numbers = AutomaticNumbers(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            number = numbers.number_of(block)
            yield number + block.text if block.text.strip() else ""
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        # A merged cell comes once for every column it covers.
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}
        yield "\t".join(texts[cell] for cell in cells) + "\t"

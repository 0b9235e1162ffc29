"""The text of a document in any format that offices publish: plain text, a saved page, .docx, .ofd, .pdf.

Where LibreOffice is installed, .doc, .wps, .rtf and .odt as well.
The format is known by the bytes, not by the file's name: names lie, and saved pages often have none.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import Path

from plancmp.plans.encoding.charsets import decode
from plancmp.plans.encoding.extracted import Extracted
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.files import UnreadableFile, read_bytes

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.{0,1000}?-->\s*){0,3})<(?:!doctype\s+)?(?:html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
# Most programs call it word/document.xml, one word/document2.xml.
_WORD_CONTENT = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_OFD_CONTENT = "OFD.xml"
# What older programs pack their files in; one of a text has a stream of this name.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
# First bytes of files that people try, by the name they know them under.
_OTHERS = {
    _OLE: ".xls/.ppt",
    b"PK\x03\x04": ".zip",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"Rar!": ".rar",
    b"7z\xbc\xaf": ".7z",
}


class SourceFormat(StrEnum):
    """A format that is read."""

    TEXT = "text"
    PAGE = "page"
    WORD = "word"
    OFD = "ofd"
    OFFICE = "office"
    PDF = "pdf"


def read_file(path: Path) -> bytes:
    """The bytes of a document's file.

    Raises:
        EncodingError: It is missing, not a regular file, unreadable or too large.
    """
    try:
        return read_bytes(path, LIMITS.file_bytes)
    except UnreadableFile as error:
        raise EncodingError(Problem(error.kind), found=error.found, expected=error.expected) from error


def extract_text(
    raw: bytes, charset: str | None = None, *, ocr: bool = False
) -> tuple[Extracted, SourceFormat]:
    """The document's text, what is not part of its text, and the format it was in.

    Args:
        raw: The document's bytes.
        charset: The charset of a text or a page, where its bytes mislead.
        ocr: Whether pages of a PDF that are pictures are read by OCR.

    Raises:
        EncodingError: The bytes are of no such format, damaged, protected, too much, or without text; or
            LibreOffice is needed to read them and not installed.
    """
    if len(raw) > LIMITS.file_bytes:
        raise EncodingError(Problem.FILE_TOO_LARGE, found=f"{len(raw):,}", expected=f"{LIMITS.file_bytes:,}")
    extracted, form = _read(raw, charset, ocr=ocr)
    if len(extracted.text) > LIMITS.text_characters:
        found, expected = f"{len(extracted.text):,}", f"{LIMITS.text_characters:,}"
        raise EncodingError(Problem.TEXT_TOO_LONG, found=found, expected=expected)
    if not extracted.text.strip():
        raise EncodingError(Problem.EMPTY)
    return extracted, form


def is_page(raw: bytes) -> bool:
    """Whether these are the bytes of a web page, going by how they begin."""
    opening = raw[:4096].removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return bool(_PAGE.match(opening))


def _read(raw: bytes, charset: str | None, *, ocr: bool) -> tuple[Extracted, SourceFormat]:
    if b"%PDF-" in raw[:1024]:
        return _read_pdf(raw, ocr=ocr), SourceFormat.PDF
    if raw.startswith(b"PK\x03\x04") and (read := _read_package(raw)):
        return read
    if read := _read_office(raw):
        return read
    _refuse_others(raw)
    if len(raw) > LIMITS.text_bytes:
        raise EncodingError(Problem.FILE_TOO_LARGE, found=f"{len(raw):,}", expected=f"{LIMITS.text_bytes:,}")
    text = decode(raw, charset)
    if _PAGE.match(text[:4096]):
        from plancmp.plans.encoding.from_page import read_page

        return read_page(text), SourceFormat.PAGE
    return Extracted(text), SourceFormat.TEXT


def _read_pdf(raw: bytes, *, ocr: bool) -> Extracted:
    from plancmp.plans.encoding.from_pdf import read_pdf

    try:
        extracted = read_pdf(raw)
    except EncodingError as error:
        if error.problem is not Problem.SCANNED or not ocr:
            raise
    else:
        if not (extracted.pictures and ocr):
            return extracted
    from plancmp.plans.encoding.ocr import add_text_layer

    return read_pdf(add_text_layer(raw))


def _read_package(raw: bytes) -> tuple[Extracted, SourceFormat] | None:
    """The text of a document that is XML in a zip archive; none of any other archive."""
    from plancmp.plans.encoding.xml_package import open_archive

    names = open_archive(raw).namelist()
    if any(map(_WORD_CONTENT.fullmatch, names)):
        from plancmp.plans.encoding.from_word import read_word

        return read_word(raw), SourceFormat.WORD
    if _OFD_CONTENT in names:
        from plancmp.plans.encoding.from_ofd import read_ofd

        return read_ofd(raw), SourceFormat.OFD
    return None


def _read_office(raw: bytes) -> tuple[Extracted, SourceFormat] | None:
    """The text of a document in a format that only an office program reads; none of anything else."""
    from plancmp.plans.encoding.from_office import OfficeFormat, read_office

    if raw.startswith(_OLE) and _WORD_STREAM in raw:
        return read_office(raw, OfficeFormat.DOC), SourceFormat.OFFICE
    if raw.startswith(_RTF):
        return read_office(raw, OfficeFormat.RTF), SourceFormat.OFFICE
    if raw.startswith(b"PK\x03\x04") and raw[30:].startswith(_ODT):
        return read_office(raw, OfficeFormat.ODT), SourceFormat.OFFICE
    return None


def _refuse_others(raw: bytes) -> None:
    for opening, name in _OTHERS.items():
        if raw.startswith(opening):
            raise EncodingError(Problem.OTHER_FORMAT, found=name)

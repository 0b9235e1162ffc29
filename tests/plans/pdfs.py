"""PDFs written by hand: small files that ask for more than a plan's."""

from __future__ import annotations

import zlib

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R"
    b"/Resources<</Font<</F1 4 0 R>>/XObject<</N 6 0 R>>>>>>"
)
_WORDS = b"BT /F1 12 Tf 50 700 Td (a first line that is long enough) Tj 0 -14 Td (a second line that is there) Tj ET"


def written(*objects: bytes) -> bytes:
    """A file of objects numbered from 1: catalogue, root of the pages, content, font, and what follows."""
    raw, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        raw
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(raw),
        )
    )


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (entries, len(packed), packed)


def _pages(*numbers: int) -> bytes:
    return b"<</Type/Pages/Count %d/Kids[%b]>>" % (
        len(numbers),
        b" ".join(b"%d 0 R" % each for each in numbers),
    )


def without_pages() -> bytes:
    return written(_CATALOGUE, _pages())


def of_equal_pages(number: int, content: bytes = _WORDS) -> bytes:
    places = range(5, 5 + number)
    return written(_CATALOGUE, _pages(*places), _stream(content), _FONT, *[_PAGE] * number)


def of_one_stream_on_many_pages() -> bytes:
    return of_equal_pages(500, b" " * 200_000 + _WORDS)


def of_one_huge_stream() -> bytes:
    return of_equal_pages(1, b" " * 90_000_000)


def of_circular_pages() -> bytes:
    return written(_CATALOGUE, _pages(2, 5), _stream(_WORDS), _FONT, _PAGE)


def of_pages_that_multiply() -> bytes:
    nodes = [_pages(*[7 + level] * 10) for level in range(30)]
    return written(_CATALOGUE, _pages(6), _stream(_WORDS), _FONT, _PAGE, *nodes, _PAGE)


def of_forms_in_forms() -> bytes:
    """Twelve drawings, each of the next one ten times."""
    entries = b"/Type/XObject/Subtype/Form/Resources<</XObject<</N %d 0 R>>>>"
    forms = [_stream(b"/N Do " * 10, entries % (7 + level)) for level in range(12)]
    return written(
        _CATALOGUE, _pages(5), _stream(b"/N Do " * 10), _FONT, _PAGE, *forms, _stream(_WORDS, entries % 6)
    )

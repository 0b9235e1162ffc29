"""The text of an .ofd file (GB/T 33190, the layout format of Chinese offices), read from its XML.

An OFD names the place of every character on its pages: lines and paragraphs are put together as for a PDF.
Told apart from the text are page templates, annotations, hidden and turned words, words of drawings, and the
names of attached files. Pictures and seals hold no characters.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from math import hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from plancmp.plans.encoding.extracted import Aside, AsideKind, Extracted, make_aside
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.placed import Glyph, page_lines
from plancmp.plans.encoding.printed import PrintedLine, put_together
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.xml_package import XmlPackage, attribute, bare, child

_ROOT = "OFD.xml"
# GM/T 0099: an encrypted file holds these beside the parts that nobody can read.
_ENCRYPTED = ("encryptions.xml", "decryptseed.dat")
_FARTHEST = 1e6
"""Millimetres; a number beyond is none of a page."""
_LEVEL = 0.02
"""The slope up to which a line of text counts as level."""
# What an object is cut to, and what a click on it does.
_UNSEEN = frozenset(("Clips", "Actions"))
_LINE_ENDS = str.maketrans("", "", "\r\n\t")


class _Matrix(NamedTuple):
    """How an object is drawn in its box: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @property
    def is_level(self) -> bool:
        return self.a > 0 and abs(self.b) <= _LEVEL * self.a


def read_ofd(raw: bytes) -> Extracted:
    """The text of all pages, printed lines joined to paragraphs, and what is no part of it.

    Raises:
        EncodingError: The file is damaged, encrypted, exceeds a limit, or its pages are pictures of text.
    """
    try:
        return _OfdReader(raw).read()
    except (ParseError, zipfile.BadZipFile, zlib.error, OSError, ValueError, LookupError) as error:
        raise EncodingError(Problem.DAMAGED, found=".ofd") from error
    except (NotImplementedError, RuntimeError, EOFError) as error:  # packed in ways that nothing here reads
        raise EncodingError(Problem.DAMAGED, found=".ofd") from error


class _OfdReader:
    """Reads one file from its first page to its last."""

    def __init__(self, raw: bytes) -> None:
        self._package = XmlPackage(raw, ".ofd")
        if any(name.lower().endswith(_ENCRYPTED) for name in self._package.names):
            raise EncodingError(Problem.PROTECTED)
        self._pages: list[list[PrintedLine]] = []
        self._asides: list[Aside | None] = []
        self._characters = 0

    def read(self) -> Extracted:
        for body in _children(self._parse(_ROOT), "DocBody"):
            self._read_document(_resolve("", _text(body, "DocRoot")))
        if not self._pages:
            raise EncodingError(Problem.EMPTY)
        return put_together(self._pages, self._asides)

    def _read_document(self, name: str) -> None:
        root, folder = self._parse(name), posixpath.dirname(name)
        pages = [_resolve(folder, attribute(page, "BaseLoc")) for page in _children(root, "Pages", "Page")]
        if len(self._pages) + len(pages) > LIMITS.pages:
            found, expected = str(len(self._pages) + len(pages)), str(LIMITS.pages)
            raise EncodingError(Problem.TOO_MANY_PAGES, found=found, expected=expected)
        for page in pages:
            self._pages.append(page_lines(self._glyphs(self._parse(page))))
        self._read_around(root, folder)

    def _read_around(self, root: Element, folder: str) -> None:
        """What the document shows besides the text of its pages, where the parts that hold it are there."""
        for template in _children(root, "CommonData", "TemplatePage"):
            self._tell(AsideKind.RUNNING, _resolve(folder, attribute(template, "BaseLoc")))
        for kind in ("PublicRes", "DocumentRes"):
            for resource in _children(root, "CommonData", kind):
                self._tell(AsideKind.DRAWING, _resolve(folder, resource.text or ""))
        if notes := _text(root, "Annotations"):
            name = _resolve(folder, notes)
            for page in _children(self._package.parse(name), "Page"):
                place = _resolve(posixpath.dirname(name), _text(page, "FileLoc"))
                self._tell(AsideKind.COMMENT, place)
        if files := _text(root, "Attachments"):
            for file in _children(self._package.parse(_resolve(folder, files)), "Attachment"):
                self._asides.append(make_aside(AsideKind.EMBEDDED, attribute(file, "Name"), 1))

    def _tell(self, kind: AsideKind, name: str) -> None:
        part = self._package.parse(name)
        if part is not None:
            self._set_apart(kind, (_words(text) for text in _texts(part)))

    def _parse(self, name: str) -> Element:
        """A part without which text would be lost."""
        root = self._package.parse(name)
        if root is None:
            raise EncodingError(Problem.DAMAGED, found=".ofd")
        return root

    def _glyphs(self, page: Element) -> Iterator[Glyph]:
        """The level characters of a page; what is hidden or turned is told apart."""
        for text in _texts(page):
            matrix = _matrix(text)
            if attribute(text, "Visible").lower() in {"false", "0"}:
                self._set_apart(AsideKind.HIDDEN, [_words(text)])
            elif not matrix.is_level:
                self._set_apart(AsideKind.DRAWING, [_words(text)])
            else:
                glyphs = [*_placed(text, matrix)]
                self._account_for(len(glyphs))
                yield from glyphs

    def _set_apart(self, kind: AsideKind, words: Iterable[str]) -> None:
        told = "\n".join(words)
        self._account_for(len(told))
        self._asides.append(make_aside(kind, told, 1))

    def _account_for(self, characters: int) -> None:
        self._characters += characters
        if self._characters > LIMITS.text_characters:
            found, expected = f"{self._characters:,}", f"{LIMITS.text_characters:,}"
            raise EncodingError(Problem.TEXT_TOO_LONG, found=found, expected=expected)


def _children(element: Element | None, *path: str) -> Iterator[Element]:
    """All elements of the last name, inside the first of each name before."""
    inside = child(element, *path[:-1])
    return (inner for inner in (inside if inside is not None else ()) if bare(inner.tag) == path[-1])


def _text(element: Element, name: str) -> str:
    inner = child(element, name)
    return "" if inner is None else (inner.text or "").strip()


def _resolve(folder: str, place: str) -> str:
    """The name of the part that a part in `folder` calls `place`; a slash in front means the archive's root."""
    return posixpath.normpath(posixpath.join("/", folder, place.strip())).lstrip("/")


def _texts(root: Element) -> Iterator[Element]:
    """The text objects inside an element, in their order."""
    stack = [root]
    while stack:
        element = stack.pop()
        name = bare(element.tag)
        if name == "TextObject":
            yield element
        elif name not in _UNSEEN:
            stack.extend(reversed(element))


def _words(text: Element) -> str:
    return "".join(code.text or "" for code in _children(text, "TextCode"))


def _matrix(text: Element) -> _Matrix:
    given = attribute(text, "CTM")
    if not given:
        return _Matrix()
    a, b, c, d, e, f = _numbers(given)
    return _Matrix(a, b, c, d, e, f)


def _placed(text: Element, matrix: _Matrix) -> Iterator[Glyph]:
    """The characters of a text object, each where it stands on the page."""
    left, top, *_ = _numbers(attribute(text, "Boundary"))
    size = _numbers(attribute(text, "Size"))[0]
    height = abs(size) * hypot(matrix.c, matrix.d) or 1.0
    x = y = 0.0
    for code in _children(text, "TextCode"):
        x, y = _number(attribute(code, "X"), x), _number(attribute(code, "Y"), y)
        words = (code.text or "").translate(_LINE_ENDS)
        for character, right, down in _walk(code, words, size):
            place_x, place_y = x + right, y + down
            yield Glyph(
                left + matrix.a * place_x + matrix.c * place_y + matrix.e,
                top + matrix.b * place_x + matrix.d * place_y + matrix.f,
                height,
                character,
            )


def _walk(code: Element, words: str, size: float) -> Iterator[tuple[str, float, float]]:
    """Each character with its way from the first one."""
    # Without steps the characters follow one another as wide as they are.
    natural = (Glyph(0, 0, size, character).end for character in words)
    given = attribute(code, "DeltaX")
    rights = chain(_steps(given), repeat(0.0)) if given or attribute(code, "DeltaY") else natural
    downs = chain(_steps(attribute(code, "DeltaY")), repeat(0.0))
    right = down = 0.0
    for character in words:
        yield character, right, down
        right += next(rights)
        down += next(downs)


def _steps(given: str) -> Iterator[float]:
    """The steps from character to character: numbers, or `g`, how many times, and the number."""
    tokens = iter(given.split())
    for token in tokens:
        if token == "g":
            number, step = int(next(tokens)), _number(next(tokens))
            yield from islice(repeat(step), min(number, LIMITS.text_characters))
        else:
            yield _number(token)


def _numbers(given: str) -> Sequence[float]:
    return [*map(_number, given.split())]


def _number(given: str, otherwise: float | None = None) -> float:
    """A number as it is written.

    Raises:
        ValueError: It is none, or of no page.
    """
    if otherwise is not None and not given:
        return otherwise
    number = float(given)
    if not abs(number) <= _FARTHEST:
        raise ValueError(given)
    return number

"""XML packed in a zip archive, as .docx and .ofd files are: parts parsed within the limits, and their elements."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from typing import NoReturn
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

_CHUNK = 65_536
_ENTRY = b"PK\x01\x02"
# The two ways of packing that the formats allow; others unpack without a bound.
_PACKINGS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


def open_archive(raw: bytes) -> zipfile.ZipFile:
    """The archive in `raw`.

    Raises:
        EncodingError: It is damaged or packs too many files.
    """
    # Opening it lists all its files, as many as the bytes can name: counted before.
    if raw.count(_ENTRY) > LIMITS.archive_members:
        _refuse_size(LIMITS.archive_members)
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise EncodingError(Problem.DAMAGED, found=".docx/.ofd") from error


class XmlPackage:
    """An archive opened for reading; all its parts together stay within the limits."""

    def __init__(self, raw: bytes, form: str) -> None:
        """Open the archive in `raw`; raises EncodingError as `open_archive` does.

        Args:
            raw: The archive's bytes.
            form: What errors call it, such as ".docx".
        """
        self._archive = open_archive(raw)
        self._form = form
        self._bytes = self._elements = 0

    @property
    def names(self) -> list[str]:
        """The names of all files packed in it."""
        return self._archive.namelist()

    def parse(self, name: str) -> Element | None:
        """The root of a part; none where there is no such part.

        Raises:
            EncodingError: It exceeds a limit, or is packed or written in a way that the formats do not allow.
            ParseError, BadZipFile, OSError, and others of the packages that unpack and parse: it is damaged.
        """
        try:
            member = self._archive.getinfo(name)
        except KeyError:
            return None
        self._bytes += member.file_size
        if self._bytes > LIMITS.package_bytes:
            raise EncodingError(
                Problem.FILE_TOO_LARGE, found=f"{self._bytes:,}", expected=f"{LIMITS.package_bytes:,}"
            )
        if member.compress_type not in _PACKINGS:
            raise EncodingError(Problem.DAMAGED, found=self._form)
        builder = _WatchfulBuilder(LIMITS.package_elements - self._elements, self._form)
        parser = ElementTree.XMLParser(target=builder)
        with self._archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                parser.feed(chunk)
        root: Element = parser.close()
        self._elements += builder.elements
        return root


class _WatchfulBuilder(ElementTree.TreeBuilder):
    """Builds a tree until it has too many elements, or too many inside each other."""

    def __init__(self, most: int, form: str) -> None:
        super().__init__()
        self.elements = self._depth = 0
        self._most, self._form = most, form

    def start(self, tag: str, attributes: dict[str, str], /) -> Element:
        self.elements += 1
        self._depth += 1
        if self.elements > self._most:
            _refuse_size(LIMITS.package_elements)
        if self._depth > LIMITS.package_depth:
            raise EncodingError(Problem.TOO_DEEP, expected=str(LIMITS.package_depth))
        return super().start(tag, attributes)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_declared: str | None) -> None:
        """No part declares a document type; its entities could grow without a bound."""
        raise EncodingError(Problem.DAMAGED, found=self._form)


def _refuse_size(most: int) -> NoReturn:
    raise EncodingError(Problem.TOO_MANY_PARTS, expected=f"{most:,}")


@cache
def bare(tag: str) -> str:
    """A tag or an attribute's name without its namespace: offices write the same names in several of them."""
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an element's attribute; empty where it has none of that name."""
    return next((value for key, value in element.attrib.items() if bare(key) == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first element below along a path of names; none where the path breaks off."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if bare(inner.tag) == name), None)
    return element

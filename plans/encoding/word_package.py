"""The parts of a .docx file: XML in a zip archive, parsed while the limits are watched."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple, NoReturn
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

_CHUNK = 65_536
_ENTRY = b"PK\x01\x02"
# The two ways of packing that the format allows; others unpack without a bound.
_PACKINGS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """A part that another part refers to: the kind of reference (the last word of its type), the part's name."""

    kind: str
    target: str


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
        raise EncodingError(Problem.DAMAGED, found=".docx") from error


class WordPackage:
    """A .docx file opened for reading; all its parts together stay within the limits."""

    def __init__(self, raw: bytes) -> None:
        """Open the archive in `raw`; raises EncodingError as `open_archive` does."""
        self._archive = open_archive(raw)
        self._bytes = self._elements = 0

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        named = (
            relation.target for relation in self.related("").values() if relation.kind == "officeDocument"
        )
        return next(named, _MAIN)

    def parse(self, name: str) -> Element | None:
        """The root of a part; none where there is no such part."""
        try:
            member = self._archive.getinfo(name)
        except KeyError:
            return None
        self._bytes += member.file_size
        if self._bytes > LIMITS.word_bytes:
            raise EncodingError(
                Problem.FILE_TOO_LARGE, found=f"{self._bytes:,}", expected=f"{LIMITS.word_bytes:,}"
            )
        if member.compress_type not in _PACKINGS:
            raise EncodingError(Problem.DAMAGED, found=".docx")
        builder = _WatchfulBuilder(LIMITS.word_elements - self._elements)
        parser = ElementTree.XMLParser(target=builder)
        with self._archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                parser.feed(chunk)
        root: Element = parser.close()
        self._elements += builder.elements
        return root

    def related(self, name: str) -> dict[str, Relation]:
        """The parts that a part refers to, by the reference's id; those of the whole file for the empty name."""
        folder, file = posixpath.split(name)
        root = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if root is None else dict(_relations(root, folder))


def _relations(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root:
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            kind = element.get("Type", "").rpartition("/")[2]
            yield element.get("Id", ""), Relation(kind, target.removeprefix("/"))


class _WatchfulBuilder(ElementTree.TreeBuilder):
    """Builds a tree until it has too many elements, or too many inside each other."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.elements = self._depth = 0
        self._most = most

    def start(self, tag: str, attributes: dict[str, str], /) -> Element:
        self.elements += 1
        self._depth += 1
        if self.elements > self._most:
            _refuse_size(LIMITS.word_elements)
        if self._depth > LIMITS.word_depth:
            raise EncodingError(Problem.TOO_DEEP, expected=str(LIMITS.word_depth))
        return super().start(tag, attributes)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_declared: str | None) -> None:
        """No part of a .docx declares a document type; its entities could grow without a bound."""
        raise EncodingError(Problem.DAMAGED, found=".docx")


def _refuse_size(most: int) -> NoReturn:
    raise EncodingError(Problem.TOO_MANY_PARTS, expected=f"{most:,}")

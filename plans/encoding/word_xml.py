"""The XML of a .docx: its parts, parsed from a zip archive within the limits, and the words of their elements."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cache
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
_WORDS = frozenset(("t", "delText"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off"))


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


@cache
def bare(tag: str) -> str:
    """A tag or an attribute's name without its namespace: Word writes the same names in two of them."""
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


def value(element: Element | None, *path: str) -> str:
    """The `val` of the first element below along a path of names; empty where there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def is_on(switch: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return switch is not None and attribute(switch, "val").lower() not in _OFF


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a table's row, those inside content controls as well."""
    for inner in row:
        if bare(inner.tag) == "tc":
            yield inner
        elif not bare(inner.tag).endswith("Pr"):
            yield from cells_of(inner)


def choose(alternatives: Element) -> Element:
    """Of one thing written in several ways the first, as Word takes it; the others repeat its words."""
    return next(iter(alternatives), alternatives)


def is_contents(control: Element) -> bool:
    """Whether a content control is the table of contents."""
    gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery == "Table of Contents"


def as_box(words: str) -> Element:
    """Words that stand in an attribute, as if they stood in a box of text."""
    box, run = Element("txbxContent"), Element("t")
    run.text = words
    box.append(run)
    return box


def read_words(element: Element) -> str | None:
    """The words that an element is, or the sign that it stands for; none where it holds other elements."""
    name = bare(element.tag)
    if name in _WORDS:
        return element.text or ""
    return _read_symbol(attribute(element, "char")) if name == "sym" else _SIGNS.get(name)


def _read_symbol(code: str) -> str:
    number = int(code or "0", 16)
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFF else ""


def all_words(element: Element) -> str:
    """All words inside an element, each paragraph on a line; for what is counted and not read."""
    pieces: list[str] = []
    stack = [element]
    while stack:
        inner = stack.pop()
        name = bare(inner.tag)
        if name == "p":
            pieces.append("\n")
        pieces.append((attribute(inner, "string") if name == "textpath" else read_words(inner)) or "")
        stack.extend(reversed([*(choose(inner) if name == "AlternateContent" else inner)]))
    return "".join(pieces)

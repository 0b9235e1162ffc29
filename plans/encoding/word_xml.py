"""The XML of a .docx: how its parts refer to each other, and the words of their elements."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plancmp.plans.encoding.xml_package import XmlPackage, attribute, bare, child

_MAIN = "word/document.xml"
_WORDS = frozenset(("t", "delText"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off"))


class Relation(NamedTuple):
    """A part that another part refers to: the kind of reference (the last word of its type), the part's name."""

    kind: str
    target: str


class WordPackage(XmlPackage):
    """A .docx file opened for reading."""

    def __init__(self, raw: bytes) -> None:
        """Open the archive in `raw`; raises EncodingError as `open_archive` does."""
        super().__init__(raw, ".docx")

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        named = (
            relation.target for relation in self.related("").values() if relation.kind == "officeDocument"
        )
        return next(named, _MAIN)

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

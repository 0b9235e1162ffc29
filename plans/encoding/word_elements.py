"""The XML elements of a .docx: their names, values and words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

_WORDS = frozenset(("t", "delText"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off"))


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

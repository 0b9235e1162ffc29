"""The numbers that Word prints before paragraphs by itself: they are nowhere in the text of the file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional")
)
_DIGITS = "零一二三四五六七八九"


class AutomaticNumbers:
    """Counts the numbered paragraphs of a document, asked for each of them in order."""

    def __init__(self, document: Document) -> None:
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._lists: dict[str, str] = {}
        numbering = _numbering_of(document)
        if numbering is not None:
            self._read(numbering)

    def number_of(self, paragraph: Paragraph) -> str:
        """What Word prints before the paragraph, such as (一) or 1.; empty where it prints no number."""
        where = _place(paragraph)
        if where is None:
            return ""
        list_id, depth = self._lists.get(where[0], ""), where[1]
        if (list_id, depth) not in self._levels:
            return ""
        counts = self._counts[list_id]
        counts[depth] = counts[depth] + 1 if counts[depth] else self._levels[list_id, depth][2]
        counts[depth + 1 :] = [0] * (8 - depth)
        printed = self._levels[list_id, depth][1]
        for above in range(depth + 1):
            form, _, start = self._levels.get((list_id, above), ("decimal", "", 1))
            printed = printed.replace(f"%{above + 1}", _print_number(form, counts[above] or start))
        return printed

    def _read(self, numbering: Any) -> None:
        for number in _select(numbering, "./w:num"):
            (list_id,) = _select(number, "./w:abstractNumId/@w:val")
            self._lists[_select(number, "./@w:numId")[0]] = list_id
        for level in _select(numbering, "./w:abstractNum/w:lvl"):
            form, text, start = (
                _value(level, f"./w:{name}/@w:val") for name in ("numFmt", "lvlText", "start")
            )
            (list_id,), (depth,) = _select(level, "../@w:abstractNumId"), _select(level, "./@w:ilvl")
            if form not in {"bullet", "none"}:
                self._levels[list_id, int(depth)] = (form, text, int(start or 1))


def _numbering_of(document: Document) -> Any:
    # Asked for by name: a document without numbered paragraphs has no such part.
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return document.part.numbering_part.element
    return None


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list a paragraph belongs to and its depth there, by its own properties or those of its style."""
    for element in (paragraph._p, *_styles(paragraph)):
        list_id = _value(element, "./w:pPr/w:numPr/w:numId/@w:val")
        if list_id:
            depth = int(_value(element, "./w:pPr/w:numPr/w:ilvl/@w:val") or 0)
            return (list_id, depth) if list_id != "0" and 0 <= depth <= 8 else None
    return None


def _styles(paragraph: Paragraph) -> list[Any]:
    styles: list[Any] = []
    style = paragraph.style
    while style is not None and style.element not in styles:
        styles.append(style.element)
        style = style.base_style
    return styles


def _select(element: Any, path: str) -> list[Any]:
    from docx.oxml.ns import nsmap
    from lxml.etree import XPath

    found: list[Any] = XPath(path, namespaces={"w": nsmap["w"]})(element)
    return found


def _value(element: Any, path: str) -> str:
    found = _select(element, path)
    return str(found[0]) if found else ""


def _print_number(form: str, number: int) -> str:
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x245F + number)
    if form not in _CHINESE or not 0 < number < 100:
        return str(number)
    tens, units = divmod(number, 10)
    ten = ("" if tens < 2 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[units] if units else "")

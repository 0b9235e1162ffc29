"""What the styles of a .docx say of its paragraphs and words: hidden, numbered, part of the table of contents.

The numbers that Word prints before paragraphs by itself are nowhere in the text of the file; they are counted here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plancmp.plans.encoding.word_xml import is_on, value
from plancmp.plans.encoding.xml_package import attribute, bare, child

_CONTENTS = re.compile(r"toc(?: \d| heading)$|目录", re.IGNORECASE)
# Word stops at ten; a chain that leads back to itself has no end.
_LONGEST_CHAIN = 20
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional")
)
_DIGITS = "零一二三四五六七八九"
_DEEPEST = 8


class Styles:
    """The styles of a document, each with what it takes over from those it is based on."""

    def __init__(self, root: Element | None) -> None:
        """Read the root of the part of styles; there may be none."""
        styles = [element for element in (root if root is not None else ()) if bare(element.tag) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in styles}
        self._hidden: dict[str, bool] = {}

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        chosen = (
            name
            for name, style in self._styles.items()
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}
        )
        return next(chosen, "")

    def of_paragraph(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self.default

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and those it is based on, the nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def hides(self, run: Element, paragraph_style: str) -> bool:
        """Whether a run's words are hidden, by its own properties or by the styles around it."""
        own = child(run, "rPr", "vanish")
        if own is not None:
            return is_on(own)
        return self._is_hidden(value(run, "rPr", "rStyle")) is not self._is_hidden(paragraph_style)

    def _is_hidden(self, style_id: str) -> bool:
        if style_id not in self._hidden:
            found = (child(style, "rPr", "vanish") for style in self.chain(style_id))
            nearest = next((element for element in found if element is not None), None)
            self._hidden[style_id] = is_on(nearest)
        return self._hidden[style_id]

    def is_contents(self, style_id: str) -> bool:
        """Whether paragraphs of a style are entries of the table of contents."""
        style = self._styles.get(style_id)
        return style is not None and bool(_CONTENTS.match(value(style, "name")))


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class AutomaticNumbers:
    """Counts the numbered paragraphs of a document, asked for each of them in order."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        """Read the root of the part of numbers; there may be none."""
        self._styles = styles
        self._places: dict[str, tuple[str, int] | None] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * (_DEEPEST + 1))
        self._levels: dict[tuple[str, int], _Level] = {}
        self._lists: dict[str, str] = {}
        if numbering is not None:
            self._read(numbering)

    def number_of(self, paragraph: Element) -> str:
        """What Word prints before the paragraph, such as (一) or 1.; empty where it prints no number."""
        where = self._place(paragraph) if self._levels else None
        if where is None:
            return ""
        list_id, depth = self._lists.get(where[0], ""), where[1]
        level = self._levels.get((list_id, depth))
        if level is None:
            return ""
        counts = self._counts[list_id]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth)
        printed = level.text
        for above in range(depth + 1):
            form, _, start = self._levels.get((list_id, above), _Level("decimal", "", 1))
            printed = printed.replace(f"%{above + 1}", _print_number(form, counts[above] or start))
        return printed

    def _read(self, numbering: Element) -> None:
        for element in numbering:
            if bare(element.tag) == "num":
                self._lists[attribute(element, "numId")] = value(element, "abstractNumId")
            elif bare(element.tag) == "abstractNum":
                list_id = attribute(element, "abstractNumId")
                self._levels.update(((list_id, depth), level) for depth, level in _read_levels(element))

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list a paragraph belongs to and its depth there, by its own properties or those of its style."""
        own = child(paragraph, "pPr", "numPr")
        if value(own, "numId"):
            return _place_in(own)
        style_id = self._styles.of_paragraph(paragraph)
        if style_id not in self._places:
            properties = (child(style, "pPr", "numPr") for style in self._styles.chain(style_id))
            self._places[style_id] = _place_in(
                next((each for each in properties if value(each, "numId")), None)
            )
        return self._places[style_id]


def _read_levels(abstract: Element) -> Iterator[tuple[int, _Level]]:
    for level in abstract:
        form = value(level, "numFmt")
        if bare(level.tag) == "lvl" and form not in {"bullet", "none"}:
            yield (
                int(attribute(level, "ilvl")),
                _Level(form, value(level, "lvlText"), int(value(level, "start") or 1)),
            )


def _place_in(properties: Element | None) -> tuple[str, int] | None:
    list_id, depth = value(properties, "numId"), int(value(properties, "ilvl") or 0)
    return (list_id, depth) if list_id not in {"", "0"} and 0 <= depth <= _DEEPEST else None


def _print_number(form: str, number: int) -> str:
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x245F + number)
    if form not in _CHINESE or not 0 < number < 100:
        return str(number)
    tens, units = divmod(number, 10)
    ten = ("" if tens < 2 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[units] if units else "")

"""What the styles of a .docx say of its paragraphs and words: hidden, numbered, part of the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from plancmp.plans.encoding.word_elements import attribute, bare, child, is_on, value

_CONTENTS = re.compile(r"toc(?: \d| heading)$|目录", re.IGNORECASE)
# Word stops at ten; a chain that leads back to itself has no end.
_LONGEST_CHAIN = 20


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

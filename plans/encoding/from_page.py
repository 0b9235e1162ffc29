"""The main text of a saved HTML page, found among its navigation by readability."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from plancmp.plans.encoding.errors import EncodingError, Problem

LARGEST_PAGE = 3_000_000
"""Characters. Beyond this a page is pictures written out as text, or not a page."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_SITE = re.compile(r"[_|]| [-–—] ")
_NUMBER = "data-number"
_PARAGRAPHS = frozenset(
    {"address", "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "select", "button", "textarea"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read_page(page: str) -> str:
    """The page's headings, where its main text does not hold them, and its main text, a paragraph a line.

    Raises:
        EncodingError: The page is too long, or it holds no text.
    """
    import lxml.html
    from readability import Document
    from readability.readability import Unparseable

    if len(page) > LARGEST_PAGE:
        raise EncodingError(Problem.TEXT_TOO_LONG, found=f"{len(page):,}", expected=f"{LARGEST_PAGE:,}")
    # It tells its own troubles to whoever reads the log, which would be the terminal.
    logging.getLogger("readability").setLevel(logging.CRITICAL + 1)
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", page))
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        for number, element in enumerate(elements):
            element.set(_NUMBER, str(number))
        summary = Document(lxml.html.tostring(tree, encoding="unicode")).summary()
    except (lxml.etree.LxmlError, Unparseable, ValueError, RecursionError) as error:
        raise EncodingError(Problem.DAMAGED, found=".html") from error
    kept = [elements[int(number)] for number in re.findall(rf'{_NUMBER}="(\d+)"', summary)]
    text = _text_of(_common_ancestor(kept) if kept else tree)
    return "\n".join([*_headings_outside(tree, text), text])


def _headings_outside(tree: Any, text: str) -> Iterator[str]:
    """The name of the page, without that of the site behind it, and its main headings."""
    for element in tree.iter("title", "h1"):
        heading = _flat(element.text_content()).strip()
        name = _SITE.split(heading)[0].strip() if element.tag == "title" else heading
        if name and name not in text:
            yield name


def _common_ancestor(elements: list[Any]) -> Any:
    """The innermost element that holds all of them.

    What readability leaves out inside it (short lines, lists, tables) may be part of the document, so all of
    it is read; telling the page's own words from the document's is then the encoder's task.
    """
    shared = [elements[0], *elements[0].iterancestors()][::-1]
    for element in elements[1:]:
        line = {element, *element.iterancestors()}
        while shared[-1] not in line:
            shared.pop()
    return shared[-1]


def _text_of(element: Any) -> str:
    """All text inside, elements that stand by themselves on lines of their own, a row's cells between tabs."""
    lines = "".join(_pieces(element)).split("\n")
    return "\n".join(line.strip(" ") for line in lines if line.strip())


def _pieces(root: Any) -> Iterator[str]:
    # Walked with a stack: pages nest deeper than Python recurses.
    stack: list[Any] = [root]
    while stack:
        piece = stack.pop()
        if isinstance(piece, str):
            yield piece
            continue
        if not isinstance(piece.tag, str) or piece.tag in _UNSEEN:
            continue
        before, after = _around(piece.tag)
        inside: list[Any] = [before, _flat(piece.text)]
        for child in piece:
            inside += [child, _flat(child.tail)]
        stack.extend([*inside, after][::-1])


def _around(tag: str) -> tuple[str, str]:
    if tag in _CELLS:
        return "", "\t"
    return ("\n", "\n") if tag in _PARAGRAPHS else ("", "")


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")

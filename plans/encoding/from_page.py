"""The main text of a saved HTML page, found among its navigation by readability."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from plancmp.plans.encoding.extracted import Aside, AsideKind, Extracted, gather, make_aside
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.stated import Stated, read_stated

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_SITE = re.compile(r"[_|]| [-–—] ")
_NUMBER = "data-number"
_PARAGRAPHS = frozenset(
    {"address", "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head"))
_CONTROLS = frozenset(("select", "button", "textarea", "input"))
_BUTTONS = frozenset(("submit", "button", "reset", "text", ""))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_HEADINGS = 20
# The package that finds the main text sees no deeper than this, and takes time with depth and size; beyond,
# the page is read whole. An office's page has 3,000 elements in 25 levels.
_DEEPEST_FOUND = 200
_MOST_WORK = 150_000
_MOST_ATTRIBUTES = 100
_LEAST_PROSE = 0.8
# Stands for the main text among what lies around it: no page holds this character.
_MAIN = "\0"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(rf"<!--|<([a-z][a-z0-9]*)(?:[^>\"']|{_QUOTED})*")
_VALUES = re.compile(_QUOTED)
_BETWEEN = re.compile(r"[\s/]+")
# Program code and comments may hold anything that looks like a tag.
_ENDS = {None: "-->", "script": "</script", "style": "</style"}


class _Apart(NamedTuple):
    """Words that are no part of the text."""

    kind: AsideKind
    words: str


_Piece = str | _Apart


def read_page(page: str) -> Extracted:
    """The page's headings, where its main text does not hold them, and its main text, a paragraph a line.

    What lies around the main text, and what is hidden or for choosing from, is told apart.

    Raises:
        EncodingError: The page exceeds a limit, or it holds no text.
    """
    import lxml.etree
    from readability.readability import Unparseable

    tree = parse_page(page)
    try:
        main = _find_main(tree)
    except (lxml.etree.LxmlError, Unparseable, ValueError, RecursionError) as error:
        raise EncodingError(Problem.DAMAGED, found=".html") from error
    pieces = [*_pieces(main)]
    text = "\n".join(_lines(pieces))
    headings = dict(_headings_outside(tree, text))
    above, below = _read_outside(tree, {main: _MAIN, **dict.fromkeys(headings, "")})
    whole = "\n".join([*headings.values(), text])
    last_line = whole.count("\n") + 1
    asides = [
        make_aside(AsideKind.OUTSIDE, above, 0),
        *_asides(pieces, len(headings)),
        make_aside(AsideKind.OUTSIDE, below, last_line),
    ]
    return Extracted(whole, gather(asides), stated_in(tree))


def stated_in(tree: Any) -> Stated:
    """What the page states of the document in a table beside it."""
    return read_stated("".join(piece for piece in _pieces(tree) if isinstance(piece, str)))


def parse_page(page: str) -> Any:
    """The page's tree; the parser gives up at a depth of 2,048 and leaves out what lies deeper.

    Raises:
        EncodingError: The page exceeds a limit or cannot be parsed.
    """
    import lxml.html

    if len(page) > LIMITS.page_characters:
        found, expected = f"{len(page):,}", f"{LIMITS.page_characters:,}"
        raise EncodingError(Problem.TEXT_TOO_LONG, found=found, expected=expected)
    _refuse_crowded_tags(page)
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", page), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise EncodingError(Problem.DAMAGED, found=".html") from error
    if parser.error_log.filter_from_fatals():
        raise EncodingError(Problem.TOO_DEEP, expected="2,048")
    return tree


def _find_main(tree: Any) -> Any:
    """The element that holds all of the main text, as readability finds it; the whole page where it finds none."""
    import lxml.html
    from readability import Document

    nodes = [*tree.iter()]
    if len(nodes) > LIMITS.page_elements:
        raise EncodingError(Problem.TOO_MANY_PARTS, expected=f"{LIMITS.page_elements:,}")
    elements = [node for node in nodes if isinstance(node.tag, str)]
    if _is_beyond_finding(tree, elements):
        return tree
    # readability logs to stderr; silence it.
    logging.getLogger("readability").setLevel(logging.CRITICAL + 1)
    for number, element in enumerate(elements):
        element.set(_NUMBER, str(number))
    summary = Document(lxml.html.tostring(tree, encoding="unicode")).summary()
    numbers = map(int, re.findall(rf'{_NUMBER}="(\d{{1,9}})"', summary))
    # The page's own words may look like a number.
    kept = [elements[number] for number in numbers if number < len(elements)]
    return _widen(_common_ancestor(kept), tree) if kept else tree


def _widen(main: Any, tree: Any) -> Any:
    """The innermost element around `main` that holds most sentences of the page: one table is not the text."""
    needed = _LEAST_PROSE * _count_prose(tree)
    while main is not tree and _count_prose(main) < needed:
        main = main.getparent()
    return main


def _is_beyond_finding(tree: Any, elements: list[Any]) -> bool:
    depth = _depth(tree)
    if depth > _DEEPEST_FOUND or depth * len(elements) > _MOST_WORK:
        return True
    return any(len(element.attrib) > _MOST_ATTRIBUTES for element in elements)


def _depth(tree: Any) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [inner for element in level for inner in element]
    return deepest


def _headings_outside(tree: Any, text: str) -> Iterator[tuple[Any, str]]:
    """The name of the page, without that of the site behind it, and its main headings, with their elements."""
    for element in islice(tree.iter("title", "h1"), _MOST_HEADINGS):
        heading = _flat(element.text_content()).strip()
        name = _SITE.split(heading)[0].strip() if element.tag == "title" else heading
        if name and name not in text:
            yield element, name


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


def _read_outside(tree: Any, read: Mapping[Any, str]) -> tuple[str, str]:
    """What is seen of the page above and below the main text, without the elements already `read`."""
    pieces = _pieces(tree, read)
    seen = (
        piece if isinstance(piece, str) else piece.words
        for piece in pieces
        if isinstance(piece, str) or piece.kind is not AsideKind.HIDDEN
    )
    above, _, below = "".join(seen).partition(_MAIN)
    return above, below


def _count_prose(element: Any) -> int:
    """Characters of the lines inside an element that hold a sentence."""
    return sum(len(line) for line in _lines(_pieces(element)) if "。" in line)


def _lines(pieces: Iterable[_Piece]) -> list[str]:
    """The lines of the text that are not blank."""
    lines = "".join(piece for piece in pieces if isinstance(piece, str)).split("\n")
    return [line.strip(" ") for line in lines if line.strip()]


def _asides(pieces: Iterable[_Piece], line: int) -> Iterator[Aside | None]:
    """What is not part of the text, each with its line; the text's first line comes after `line`."""
    blank = True
    for piece in pieces:
        if isinstance(piece, _Apart):
            yield make_aside(piece.kind, piece.words, line + 1)
        elif piece != "\n":
            blank = blank and not piece.strip()
        else:
            line += not blank
            blank = True


def _pieces(root: Any, read: Mapping[Any, str] = MappingProxyType({})) -> Iterator[_Piece]:
    """The text inside an element and its line breaks, a row's cells between tabs; what is not text apart.

    Of elements already `read`, what is given for each stands in place of its text.
    """
    # Walked with a stack: pages nest deeper than Python recurses.
    stack: list[Any] = [root]
    while stack:
        piece = stack.pop()
        if isinstance(piece, str):
            yield piece
        elif piece in read:
            yield read[piece]
        elif piece is not root and (apart := _set_apart(piece)):
            yield apart
        elif isinstance(piece.tag, str) and piece.tag not in _UNSEEN:
            stack.extend(_inside(piece)[::-1])


def _inside(element: Any) -> list[Any]:
    before, after = _around(element.tag)
    inside: list[Any] = [before, _flat(element.text)]
    for inner in element:
        inside += [inner, _flat(inner.tail)]
    return [*inside, after]


def _set_apart(element: Any) -> _Apart | None:
    """An element whose words are no part of the text: hidden, or for choosing from."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return None
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return _Apart(AsideKind.HIDDEN, _flat(element.text_content()))
    if element.tag == "input":
        shown = element.get("type", "").lower() in _BUTTONS
        return _Apart(AsideKind.CONTROL, _flat(element.get("value")) if shown else "")
    if element.tag in _CONTROLS:
        return _Apart(AsideKind.CONTROL, _flat(element.text_content()))
    return None


def _around(tag: str) -> tuple[str, str]:
    if tag in _CELLS:
        return "", "\t"
    return ("\n", "\n") if tag in _PARAGRAPHS else ("", "")


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _refuse_crowded_tags(page: str) -> None:
    """Accept a page that is parsed in time.

    Raises:
        EncodingError: A tag has too many attributes.
    """
    source = page.lower()
    place = 0
    while place >= 0 and (tag := _TAG.search(source, place)):
        # An attribute takes two characters at least: only long tags are looked at.
        if len(tag[0]) > 2 * LIMITS.page_attributes and _count_attributes(tag[0]) > LIMITS.page_attributes:
            raise EncodingError(Problem.TOO_MANY_PARTS, expected=f"{LIMITS.page_attributes:,}")
        place = source.find(_ENDS.get(tag[1], ""), tag.end())


def _count_attributes(tag: str) -> int:
    """At least as many as a tag has."""
    return len(_BETWEEN.findall(_VALUES.sub(" ", tag)))

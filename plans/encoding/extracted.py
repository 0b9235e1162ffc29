"""A document's text as a reader of its format extracts it, and asides: what a person sees in it besides.

Together they hold every visible character of the document, so that none is lost without being told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.source_document import count_characters, read_lines
from plancmp.plans.encoding.stated import NOTHING_STATED, Stated

_OPENING = 24


class AsideKind(StrEnum):
    """Why a piece of a document is not part of its text."""

    OUTSIDE = "outside"
    """Of a saved page: what lies around its main text, such as navigation and footer."""
    CONTROL = "control"
    """Of a saved page: buttons and lists to choose from."""
    RUNNING = "running"
    """What heads or ends printed pages: titles, page numbers."""
    CONTENTS = "contents"
    NOTE = "note"
    """A footnote or endnote."""
    COMMENT = "comment"
    """A remark on the text: a comment, an annotation, the pronunciation above a word."""
    DELETED = "deleted"
    """Deleted with changes tracked."""
    HIDDEN = "hidden"
    DRAWING = "drawing"
    """Words of a chart or diagram."""
    NUMBER = "number"
    """The number of a paragraph without words."""
    EMBEDDED = "embedded"
    """A document inside the document; it is named and not read."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A piece that is not part of the text.

    Attributes:
        kind: What it is.
        first_line: The line of the text that it belongs to or follows; 0 for what stands above the text.
        last_line: Where pieces of a kind are told together, the line of the last one.
        opening: How it begins.
        characters: How many characters it has that are not white space.
    """

    kind: AsideKind
    first_line: int
    last_line: int
    opening: str
    characters: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document's text and what is to be known of it.

    Attributes:
        text: A paragraph or a printed line on each line.
        asides: What is not part of the text.
        stated: What stands beside it of the document.
        by_ocr: Whether a program made the characters out on pictures of pages, rightly or not.
        pictures: The numbers of pages, from 1, that are pictures without text, and of which nothing was read.
    """

    text: str
    asides: tuple[Aside, ...] = ()
    stated: Stated = NOTHING_STATED
    by_ocr: bool = False
    pictures: tuple[int, ...] = ()


def make_aside(kind: AsideKind, text: str, line: int, last_line: int | None = None) -> Aside | None:
    """A piece as it is reported; none where it has no visible character."""
    words = read_lines(text)
    if not words.lines:
        return None
    last = line if last_line is None else last_line
    return Aside(kind, line, last, words.lines[0].text[:_OPENING], count_characters(words.text))


def gather(asides: Iterable[Aside | None]) -> tuple[Aside, ...]:
    """The pieces in the order of their lines; those of one kind on one line told as one, and so many as well."""
    ordered = sorted((aside for aside in asides if aside), key=lambda aside: (aside.first_line, aside.kind))
    joined = [
        _join([*same])
        for _, same in groupby(ordered, key=lambda aside: (aside.kind, aside.first_line, aside.last_line))
    ]
    return tuple(sorted(_limit(joined), key=lambda aside: aside.first_line))


def _limit(asides: list[Aside]) -> Iterator[Aside]:
    for kind in AsideKind:
        same = [aside for aside in asides if aside.kind is kind]
        if len(same) > LIMITS.asides:
            yield _join(same)
        else:
            yield from same


def _join(asides: list[Aside]) -> Aside:
    first = asides[0]
    last_line = max(aside.last_line for aside in asides)
    characters = sum(aside.characters for aside in asides)
    return Aside(first.kind, first.first_line, last_line, first.opening, characters)

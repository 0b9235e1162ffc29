"""An official document's bytes as clean text: no blank lines, and every character knows its line."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plancmp.plans.encoding.errors import EncodingError

_LINE_END = re.compile(r"\r\n|\r|\n")
# Zero-width spaces, joiners and marks, soft hyphens: no reader sees them, every pattern trips over them.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_SAME_SIGN = str.maketrans("〈<〉>【】—–−―~", "《《》》()-----")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the source (from 1), its offset in the text, its words."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind the line's last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Document:
    """A document's lines, stripped, without blank ones."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The characters as they stand in the source, one line break between lines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def folded(self) -> str:
        """`text` with every sign in one form: patterns read it, and its offsets are those of `text`."""
        return fold(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The line an offset lies in."""
        return self.lines[bisect_right(self._starts, offset) - 1]

    def lines_between(self, start: int, end: int) -> Iterator[Line]:
        """The lines in `[start, end)`; of one that is cut there, the piece inside."""
        for line in self.lines[max(0, bisect_right(self._starts, start) - 1) :]:
            if line.start >= end:
                return
            first = max(line.start, start)
            piece = self.text[first : min(line.end, end)]
            if piece.strip():
                yield Line(line.number, first, piece)


def fold(text: str) -> str:
    """Give full-width signs, kinds of spaces, dashes, and title marks one form, character by character."""
    return text.translate({ord(character): _fold_character(character) for character in set(text)})


def _fold_character(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    return plain.translate(_SAME_SIGN) if len(plain) == 1 else character


def squeeze(text: str) -> str:
    """`text` folded and without any white space: what is left to compare two printings by."""
    return "".join(fold(text).split())


def count_characters(text: str) -> int:
    """How many characters of `text` are not white space."""
    return sum(not character.isspace() for character in text)


def read_document(raw: bytes) -> Document:
    """Read a document's bytes.

    Raises:
        EncodingError: The bytes are not text, or there is no text.
    """
    lines: list[Line] = []
    offset = 0
    for number, words in enumerate(_LINE_END.split(_decode(raw)), start=1):
        text = words.translate(_INVISIBLE).strip()
        if text:
            lines.append(Line(number, offset, text))
            offset += len(text) + 1
    if not lines:
        raise EncodingError("the document is empty: give the text of a plan")
    return Document(tuple(lines))


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(raw[: error.start].decode("utf-8", "replace"))) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8: save the document as UTF-8 text"
        raise EncodingError(message, line) from error

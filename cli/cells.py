"""Text measured in terminal cells: a Chinese character takes two, and no line may grow past its column."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

# U+22EF, not U+2026: the usual ellipsis is one cell wide or two, as the terminal pleases.
ELLIPSIS = "⋯"
_NEVER_FIRST = "，。、；：！？）》〉」』】〕％”’,.;:!?)%"
_NEVER_LAST = "（《〈「『【〔“‘("


def fit(text: str, width: int) -> str:
    """The text cut to at most `width` cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int) -> str:
    """The text cut or filled with spaces to exactly `width` cells."""
    return set_cell_size(fit(text, width), max(width, 0))


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` cells.

    Breaks at spaces and between wide characters; closing punctuation does not begin a line and an opening
    bracket does not end one. What cannot be broken and is longer than the line is cut at the edge.
    """
    lines = [""]
    for piece in _pieces(text):
        if cell_len(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines.append("")
        rest = piece if lines[-1] else piece.lstrip()
        while cell_len(rest) > width > 1:
            head = set_cell_size(rest, width).rstrip()
            lines[-1:] = [head, ""]
            rest = rest[len(head) :]
        lines[-1] += rest
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> list[str]:
    """The text in parts that belong on one line: a wide character or a word, with its punctuation."""
    pieces: list[str] = []
    for character in text:
        if pieces and _joins(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _joins(before: str, character: str) -> bool:
    if before in _NEVER_LAST or character in _NEVER_FIRST:
        return True
    if before.isspace():
        return False
    return character.isspace() or (cell_len(before) < 2 and cell_len(character) < 2)

"""Text measured in terminal cells: a Chinese character takes two, and no line may grow past its column."""

from __future__ import annotations

from collections.abc import Sequence

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


def fit_apart(texts: Sequence[str], width: int) -> list[str]:
    """The texts cut to `width` cells so that those that differ still do: by their ends, else by a number."""
    shown = [fit(text, width) for text in texts]
    for ways in (_fit_end, _fit_numbered):
        alike = {label for label, held in _held_by(shown, texts).items() if len(held) > 1}
        shown = [
            ways(text, width, place) if label in alike else label
            for place, (label, text) in enumerate(zip(shown, texts, strict=True), start=1)
        ]
    return shown


def _held_by(labels: Sequence[str], texts: Sequence[str]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = {}
    for label, text in zip(labels, texts, strict=True):
        held.setdefault(label, set()).add(text)
    return held


def _fit_end(text: str, width: int, _place: int) -> str:
    """The end of a text, which tells 滨州市惠民县 and 滨州市阳信县 apart, with an ellipsis before it."""
    kept = text
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return text if cell_len(text) <= width else ELLIPSIS + kept.lstrip()


def _fit_numbered(text: str, width: int, place: int) -> str:
    return f"{fit(text, max(width - len(str(place)), 1))}{place}"


def pad(text: str, width: int) -> str:
    """The text cut or filled with spaces to exactly `width` cells."""
    return set_cell_size(fit(text, width), max(width, 0))


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` cells.

    Breaks at spaces and between wide characters; closing punctuation does not begin a line and an opening
    bracket does not end one. What cannot be broken and is longer than the line is cut at the edge.
    """
    if cell_len(text) <= width:
        return [text.strip()]
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

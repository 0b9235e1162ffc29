"""Lines of styled text for a terminal: whatever plan files hold is added as text, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.cells import cell_len

from plancmp.cli.render.cells import fit, wrap

Part = str | tuple[str, str]
Line = tuple[tuple[str, str], ...]
"""(text, style) pairs, one behind the other."""

BLANK: Line = ()


def line(*parts: Part) -> Line:
    """One line from plain strings and (string, style) pairs."""
    return tuple(part if isinstance(part, tuple) else (part, "") for part in parts)


def width_of(row: Line) -> int:
    """The cells a line takes."""
    return sum(cell_len(text) for text, _ in row)


def indented(lines: Iterable[Line], cells: int) -> Iterator[Line]:
    """The lines moved to the right."""
    for row in lines:
        yield ((" " * cells, ""), *row) if row else row


def paragraph(label: Line, content: str, width: int, style: str = "") -> list[Line]:
    """Text wrapped to lines of `width` cells: the label before the first, as much space before the others.

    A label may take half the line; a longer one is cut.
    """
    label = _cut(label, width // 2)
    room = width_of(label)
    indent = " " * room
    first, *others = wrap(content, width - room)
    return [(*label, (first, style)), *(line(indent, (words, style)) for words in others)]


def _cut(row: Line, width: int) -> Line:
    parts = []
    for text, style in row:
        parts.append((fit(text, width), style))
        width -= cell_len(parts[-1][0])
    return tuple(parts)


def paint(lines: Iterable[Line], *, width: int, colour: bool) -> str:
    """The lines as one string, with colour codes or without; each is expected to fit and is not wrapped."""
    if colour:
        return _coloured(lines, width)
    return "".join("".join(text for text, _ in row).rstrip() + "\n" for row in lines)


def _coloured(lines: Iterable[Line], width: int) -> str:
    from rich.console import Console  # what goes to a file or a pipe does without
    from rich.text import Text

    target = StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        legacy_windows=False,
    )
    rows = [Text.assemble(*row) for row in lines]
    for row in rows:
        row.rstrip()
    # Printed in one go: console work for each line would take longer than all the rest of the view.
    console.print(Text("\n").join(rows), no_wrap=True, overflow="ignore", crop=False)
    return target.getvalue()

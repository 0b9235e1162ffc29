"""Lines of styled text for a terminal: whatever plan files hold is added as text, never as markup."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.text import Text

from plancmp.cli.cells import wrap

Part = str | tuple[str, str]


def line(*parts: Part) -> Text:
    """One line from plain strings and (string, style) pairs."""
    text = Text()
    for part in parts:
        content, style = part if isinstance(part, tuple) else (part, "")
        text.append(content, style)
    return text


def paragraph(label: Text, content: str, width: int, style: str = "") -> list[Text]:
    """Text wrapped to lines of `width` cells: the label before the first, as much space before the others.

    A label may take half the line; a longer one is cut.
    """
    label = label.copy()
    label.truncate(width // 2)
    indent = " " * label.cell_len
    first, *others = wrap(content, width - label.cell_len)
    return [label + Text(first, style), *(line(indent, (words, style)) for words in others)]


def paint(lines: Iterable[Text], *, width: int, colour: bool) -> str:
    """The lines as one string, with colour codes or without; each is expected to fit and is not wrapped."""
    rows = list(lines)
    for row in rows:
        row.rstrip()
    return _coloured(rows, width) if colour else "".join(f"{row.plain}\n" for row in rows)


def _coloured(rows: Iterable[Text], width: int) -> str:
    from rich.console import Console  # what goes to a file or a pipe does without

    target = StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        legacy_windows=False,
    )
    # Printed in one go: console work for each line would take longer than all the rest of the view.
    console.print(Text("\n").join(rows), no_wrap=True, overflow="ignore", crop=False)
    return target.getvalue()

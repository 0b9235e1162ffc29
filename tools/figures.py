"""The figures in docs/: what commands print on a terminal, as SVG. `make figures` writes them anew.

Rich draws the terminal, but gives every character one cell. So text is drawn in runs of wide or of narrow
characters, and each wide character is put into its two cells here.
"""

from __future__ import annotations

import os
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from html import unescape
from io import StringIO
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from plancmp.cli.main import run

DOCS = Path(__file__).parent.parent / "docs"
_CELL = 12
_WIDE_FONT = 22
_BLACK, _RED, _GREEN, _YELLOW = (22, 24, 29), (200, 70, 70), (126, 176, 100), (222, 178, 82)
_BLUE, _MAGENTA, _CYAN, _WHITE = (97, 150, 214), (180, 130, 200), (90, 170, 180), (230, 231, 234)
_THEME = TerminalTheme(_BLACK, _WHITE, [_BLACK, _RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN, _WHITE])
_TEXT = re.compile(r'x="([^"]*)" (y="[^"]*") textLength="[^"]*"[^>]*>([^<]*)<')
# No font is fetched: the first one that is installed is taken, and each line falls back on a Chinese one.
_SVG = """\
<svg class="{unique_id}" viewBox="0 0 {width} {height}" role="img" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix, .{unique_id}-title {{
  font: 20px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono",
    "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace;
}}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


@dataclass(frozen=True)
class Figure:
    """A figure: its file's name, the command that is shown, and the terminal's width in cells."""

    name: str
    command: str
    width: int

    @property
    def path(self) -> Path:
        """The file that shows it."""
        return DOCS / f"{self.name}.svg"


FIGURES = (
    Figure("diff", "diff province yicheng --lang en", 92),
    Figure("diff.zh", "diff province yicheng --lang zh", 92),
    Figure("coverage", "coverage --lang en", 80),
    Figure("coverage.zh", "coverage --lang zh", 80),
)


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def draw(figure: Figure) -> str:
    """The figure as SVG: run its command as on a terminal and draw what was printed."""
    console = Console(record=True, file=StringIO(), width=figure.width)
    printed = Text.from_ansi(_printed(figure).rstrip("\n"))
    for line in printed.split("\n", allow_blank=True):
        runs = (part for segment in line.render(console) for part in _runs(segment))
        console.print(Segments([*runs, Segment.line()]), end="")
    svg = console.export_svg(
        title=f"$ plancmp {figure.command}",
        theme=_THEME,
        code_format=_SVG,
        font_aspect_ratio=_CELL / 20,
        unique_id=figure.name.replace(".", "-"),
    )
    return _TEXT.sub(_in_cells, svg).replace("</text>", "</text>\n")


def _printed(figure: Figure) -> str:
    terminal = _Terminal()
    settings = {"COLUMNS": str(figure.width), "TERM": "xterm", "NO_COLOR": "", "PLANCMP_PLANS": ""}
    with patch.dict(os.environ, settings), redirect_stdout(terminal):
        assert run(figure.command.split()) == 0
    return terminal.getvalue()


def _runs(segment: Segment) -> list[Segment]:
    """A segment in parts of spaces, of narrow and of wide characters alone."""
    kinds = groupby(segment.text, key=lambda character: (character == " ", cell_len(character)))
    return [Segment("".join(characters), segment.style) for _, characters in kinds]


def _in_cells(tag: re.Match[str]) -> str:
    """The end of a text's tag and its content: narrow ones as long as their cells, wide ones each in its place."""
    start, line, content = float(tag[1]), tag[2], tag[3]
    text = unescape(content)
    if cell_len(text) == len(text):
        return f'x="{start:g}" {line} textLength="{len(text) * _CELL}">{content}<'
    margin = (2 * _CELL - _WIDE_FONT) / 2
    places = " ".join(f"{start + margin + 2 * _CELL * place:g}" for place in range(len(text)))
    return f'x="{places}" {line} font-size="{_WIDE_FONT}">{content}<'


if __name__ == "__main__":
    for figure in FIGURES:
        figure.path.write_text(draw(figure), encoding="utf-8")

"""OFD files written by hand: a text printed on pages as an office's printer driver writes it, and parts at will."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, LEFT, TOP, STEP = 5.64, 28.0, 37.0, 10.0
"""Millimetres: a character of third size, the margins, from line to line."""
ACROSS, DOWN = 28, 22
"""Characters on a line, lines on a page."""


def text_object(  # noqa: PLR0913 - what a text object is made of
    words: str, x: float, y: float, size: float = SIZE, *, extra: str = "", steps: str = ""
) -> str:
    """A line of text whose foot is at `y`; `extra` are more attributes."""
    given = steps or f"g {len(words) - 1} {size}"
    steps = f' DeltaX="{given}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y - size} 160 {size * 1.2}" Font="3" Size="{size}" {extra}>'
        f'<ofd:TextCode X="0" Y="{size}"{steps}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def packed(
    pages: Sequence[str], parts: dict[str, str] | None = None, document: str = "", common: str = ""
) -> bytes:
    """A file of pages given by the objects on them, and of more parts."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    written = {
        "OFD.xml": f'<ofd:OFD {NAMESPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{document}</ofd:Document>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": _page(objects) for n, objects in enumerate(pages)},
        **(parts or {}),
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as members:
        for name, content in written.items():
            members.writestr(name, content if content.startswith("<?") else f'<?xml version="1.0"?>{content}')
    return archive.getvalue()


def part(name: str, content: str) -> str:
    """A part whose outermost element is `name`."""
    return f"<ofd:{name} {NAMESPACE}>{content}</ofd:{name}>"


def print_text(paragraphs: Sequence[str]) -> bytes:
    """A printed document: lines broken by the page's width and indented, page numbers at the foot."""
    lines = [line for paragraph in paragraphs for line in _break(paragraph)]
    pages = []
    for number in range(-(-len(lines) // DOWN)):
        printed = lines[number * DOWN : (number + 1) * DOWN]
        foot = text_object(f"— {number + 1} —", 90, 285, 4.2)
        pages.append(foot + "".join(_printed(line, TOP + STEP * row) for row, line in enumerate(printed)))
    return packed(pages)


def _page(objects: str) -> str:
    return part("Page", f'<ofd:Content><ofd:Layer ID="1" Type="Body">{objects}</ofd:Layer></ofd:Content>')


def _break(paragraph: str) -> Iterator[tuple[int, str]]:
    """Printed lines with their indents."""
    if "\t" in paragraph:
        yield 0, paragraph
        return
    yield 2, paragraph[: ACROSS - 2]
    for start in range(ACROSS - 2, len(paragraph), ACROSS):
        yield 0, paragraph[start : start + ACROSS]


def _printed(line: tuple[int, str], y: float) -> str:
    indent, words = line
    cells = words.split("\t")
    width = 160 / len(cells)
    if len(cells) == 1:
        return text_object(words, LEFT + indent * SIZE, y)
    return "".join(
        text_object(cell, LEFT + place * width, y, min(SIZE, width / (len(cell) + 3)))
        for place, cell in enumerate(cells)
        if cell
    )

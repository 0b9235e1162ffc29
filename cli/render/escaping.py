"""Plan text made harmless inside Markdown: it reads as written and makes no table, link or tag."""

from __future__ import annotations

import re

from plancmp.cli.sanitize import sanitize_line

# A tilde between spaces strikes nothing out; it is the sign of "weakened". Quotation marks, dashes and dots are
# escaped because converters to other formats would set them in another way than they are written.
_MARKS = re.compile(r"""[\\`*_\[\]{}|#@$^"]|~(?=\S)|(?<=\S)~|-(?=-)|\.(?=\.)""")
# What would begin a list or a rule where a paragraph begins with it.
_OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^()([-+])(?=\s)")
# Code hosts turn bare addresses into links; a backslash inside the address stops that and is not shown.
_ADDRESS = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str, *, opening: bool = True) -> str:
    """The text on one line, with everything that Markdown or HTML would act upon escaped.

    Args:
        text: what a plan or the tool says.
        opening: whether it may begin a line, where a number or a dash would begin a list; a heading's text does not.
    """
    marked = _MARKS.sub(lambda found: "\\" + found[0], sanitize_line(text))
    if opening:
        marked = _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[4]}", marked)
    harmless = re.sub("[&<>]", lambda found: _HTML[found[0]], marked)
    return _ADDRESS.sub(lambda found: "\\" + found[0], harmless)

"""Plan text made harmless: which characters are commands, and what is shown in their place.

Plan files come from the web. A terminal obeys escape sequences, and bidirectional overrides make a line read
other than it is stored; both are replaced by a visible `<U+001B>`: nothing is hidden, nothing is obeyed. Every
output comes here at its own edge: the terminal view and error lines as they are drawn, Markdown as it escapes,
CSV, HTML and workbooks cell by cell, JSON with escapes of its own. YAML is not shown but stored, and
plans/writing.py sees to it. What a spreadsheet would calculate is told here too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, TypeVar, cast

Shown = TypeVar("Shown")

# C0 (but not tab and newline, which are white space), DEL and C1; marks, embeddings, overrides and isolates
# of the bidirectional algorithm; line and paragraph separators; the byte order mark; lone surrogates, which
# no encoding can write.
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_FORMULA_STARTS = frozenset("=+-@\t\r\n")


def sanitize(text: str) -> str:
    """The text with every command character shown as `<U+XXXX>`; newlines are kept."""
    return _COMMANDS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\r\n", "\n"))


def sanitize_line(text: str) -> str:
    """The same on one line: every run of white space becomes one space."""
    return " ".join(sanitize(text.replace("\r", "\n")).split())


def begins_formula(text: str) -> bool:
    """Whether some spreadsheet would calculate a cell instead of showing it; full-width signs count as well."""
    return unicodedata.normalize("NFKC", text[:1]) in _FORMULA_STARTS


def sanitize_json(text: str) -> str:
    """A JSON document with the command characters in its strings written as escapes: the same data."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def sanitize_value(value: Shown) -> Shown:
    """A page or a part of one, in which every text is sanitised and on one line.

    Args:
        value: tuples, named or not, and texts; anything else is left as it is.
    """
    return cast("Shown", _sanitize_value(value))


def _sanitize_value(value: Any) -> Any:
    if type(value) is str:  # not isinstance: a member of an enum stays that member
        return sanitize_line(value)
    if not isinstance(value, tuple):
        return value
    made = tuple(map(_sanitize_value, value))
    return value._make(made) if hasattr(value, "_make") else made

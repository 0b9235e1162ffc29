"""Plan text made harmless: which characters are commands, and what is shown in their place.

Plan files come from the web. A terminal obeys escape sequences, and bidirectional overrides make a line read
other than it is stored; both are replaced by a visible `<U+001B>`: nothing is hidden, nothing is obeyed. Every
output comes here at its own edge: the terminal view and error lines as they are drawn, Markdown as it escapes,
CSV, HTML and workbooks cell by cell, JSON with escapes of its own. YAML is not shown but stored, and
plans/writing.py sees to it. What a spreadsheet would calculate is told here too.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

Shown = TypeVar("Shown")

# C0 (but not tab and newline, which are white space), DEL and C1; marks, embeddings, overrides and isolates
# of the bidirectional algorithm; line and paragraph separators; the byte order mark; lone surrogates, which
# no encoding can write.
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_FORMULA_STARTS = frozenset("=+-@\t\r\n")


def plain(text: str) -> str:
    """The text with every command character shown as `<U+XXXX>`; newlines are kept."""
    return _COMMANDS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\r\n", "\n"))


def plain_line(text: str) -> str:
    """The same on one line: every run of white space becomes one space."""
    return " ".join(plain(text.replace("\r", "\n")).split())


def begins_formula(text: str) -> bool:
    """Whether some spreadsheet would calculate a cell instead of showing it; full-width signs count as well."""
    return unicodedata.normalize("NFKC", text[:1]) in _FORMULA_STARTS


def plain_json(text: str) -> str:
    """A JSON document with the command characters in its strings written as escapes: the same data."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain_value(value: Shown) -> Shown:
    """A result, a plan or a part of one, in which every text has become a plain line.

    Args:
        value: named tuples, dataclasses, pydantic models, tuples, mappings and texts; anything else is left
            as it is.
    """
    return cast("Shown", _plain_value(value, {}))


def _plain_value(value: Any, known: dict[int, Any]) -> Any:
    if type(value) is str:  # not isinstance: a member of an enum stays that member
        return plain_line(value)
    if isinstance(value, tuple):
        if id(value) not in known:  # the rows of a large matrix share their parts
            known[id(value)] = _plain_tuple(value, known)
        return known[id(value)]
    if names := _fields_of(type(value)):  # type: ignore[arg-type] # classes are hashable
        return _plain_dataclass(value, names, known)
    if isinstance(value, Mapping):
        return {key: _plain_value(item, known) for key, item in value.items()}
    if hasattr(value, "model_copy"):
        return value.model_copy(update={name: _plain_value(item, known) for name, item in value})
    return value


def _plain_tuple(value: tuple[Any, ...], known: dict[int, Any]) -> tuple[Any, ...]:
    made_plain = tuple(_plain_value(item, known) for item in value)
    if made_plain == value:
        return value
    return value._make(made_plain) if hasattr(value, "_make") else made_plain


def _plain_dataclass(value: Any, names: tuple[str, ...], known: dict[int, Any]) -> Any:
    held = {name: getattr(value, name) for name in names}
    made_plain = {name: _plain_value(item, known) for name, item in held.items()}
    return value if made_plain == held else dataclasses.replace(value, **made_plain)


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for any other type."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()

"""What plancmp knows of how documents promise, read once from words.toml beside this module.

In its expressions … stands for anything within a clause, of bounded length: searching stays linear in the text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

GAP = "[^,]{0,40}?"


@cache
def words(section: str) -> Any:
    """Return one section of words.toml as plain data; KeyError when there is no such section."""
    return _tables()[section]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def any_of(expressions: Iterable[str]) -> str:
    """One expression for all of them, with … written out."""
    return "|".join(expression.replace("…", GAP) for expression in expressions)


def longest_first(plain: Iterable[str]) -> str:
    """One expression for plain words and expressions, tried from the longest to the shortest."""
    return any_of(sorted(plain, key=lambda word: (-len(word), word)))

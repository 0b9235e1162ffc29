"""What plancmp knows of policy language, read once from language.toml.

The file is the package's own data, like code; nothing else in this layer reads files.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def language(section: str) -> Any:
    """Return one section of language.toml as plain data; KeyError when there is no such section."""
    return _tables()[section]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("language.toml").read_text("utf-8"))


def alternatives(words: list[str] | dict[str, Any]) -> str:
    """Return a regular expression that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

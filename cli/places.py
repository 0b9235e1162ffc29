"""Where a quote stands: the file and line of the plan, and of the document that the plan file was made from."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.normal import bare
from plancmp.plans.files import UnreadableFile, read_bytes
from plancmp.plans.model import Plan

_ID = re.compile(r"\s*(?:-\s+)?id:\s*['\"]?([^'\"\s]+)['\"]?\s*$")
_LARGEST_SOURCE = 5_000_000
"""Bytes of a source that is looked through."""


class Place(NamedTuple):
    """Where a quote stands.

    Attributes:
        file: the name of the plan file.
        line: the line of the quote in it, else that of its measure; None where neither is found.
        source: the document it was made from, as the plan file names it; None where that is no text at hand.
        source_line: the line in which the quote begins there; None where it is not found.
    """

    file: str
    line: int | None
    source: str | None
    source_line: int | None

    def __str__(self) -> str:
        """The nearest to the document that is known, as `file:line`; empty where nothing is."""
        if self.source_line:
            return f"{self.source}:{self.source_line}"
        return f"{self.file}:{self.line}" if self.line else ""


class Places:
    """Looks up quotes of one plan; its files are read when the first is asked for.

    Args:
        path: the plan file.
        plan: the plan that was read from it.
    """

    def __init__(self, path: Path, plan: Plan) -> None:
        self._path, self._plan = path, plan

    def of(self, part: str, quote: str) -> Place:
        """The place of a quote from a measure or section."""
        source = self._source
        return Place(
            self._path.name,
            self._line_in_plan(part, quote),
            self._plan.source if source else None,
            source.line_of(quote) if source else None,
        )

    def _line_in_plan(self, part: str, quote: str) -> int | None:
        """The first line from the part's own on that holds the quote; the part's own where none does."""
        start = self._parts.get(part)
        if start is None:
            return None
        end = min((line for line in self._parts.values() if line > start), default=len(self._lines) + 1)
        holding = (line for line in range(start, end) if quote in self._lines[line - 1])
        return next(holding, start)

    @cached_property
    def _lines(self) -> list[str]:
        return _read(self._path).split("\n")

    @cached_property
    def _parts(self) -> dict[str, int]:
        """The line of each measure and section."""
        ids = {part.id for part in self._plan.parts}
        found: dict[str, int] = {}
        for number, line in enumerate(self._lines, start=1):
            match = _ID.match(line)
            if match and match[1] in ids:
                found.setdefault(match[1], number)
        return found

    @cached_property
    def _source(self) -> _Source | None:
        """The document as text; None where it is not at hand, or no text."""
        named = self._plan.source
        path = self._path.parent / named if named and named.endswith((".txt", ".md")) else None
        text = _read(path) if path else ""
        return _Source(text) if text else None


class _Source:
    """A text in which words are found whatever the punctuation and the breaks of its lines."""

    def __init__(self, text: str) -> None:
        words = [bare(line) for line in text.split("\n")]
        self._words = "".join(words)
        self._starts = [0]
        for line in words:
            self._starts.append(self._starts[-1] + len(line))

    def line_of(self, quote: str) -> int | None:
        """The line in which the quote first begins; None where it does not stand in the text."""
        wanted = bare(quote)
        position = self._words.find(wanted) if wanted else -1
        return None if position < 0 else bisect_right(self._starts, position)


def _read(path: Path) -> str:
    """The text of a file; empty where it cannot be read: a place is a comfort, no run fails for want of it."""
    try:
        return read_bytes(path, _LARGEST_SOURCE).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except (UnreadableFile, ValueError):  # a NUL in a path is a ValueError
        return ""

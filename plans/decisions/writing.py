"""Writing decisions as YAML made for git: entries by id, and what did not change as it was, comments with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from plancmp.plans.decisions.model import Decision, Decisions, order_of
from plancmp.plans.writing import dump_yaml
from plancmp.plans.yaml_reader import read_yaml

_INDENT = "  "


def dump_decisions(decisions: Decisions, before: str = "") -> str:
    """The decisions as the text of a YAML file.

    Args:
        decisions: what to write; entries are put in order.
        before: the text of the file that is replaced: its comments, and entries that did not change, are kept as
            they stand there, as far as it is laid out in blocks.
    """
    ordered = decisions.model_copy(update={"entries": tuple(sorted(decisions.entries, key=order_of))})
    kept = _kept(ordered, before) if before.strip() else None
    return kept or _head(ordered) + "".join(_block(entry) for entry in ordered.entries)


def _head(decisions: Decisions) -> str:
    content = {"schema": decisions.schema_, "reference": decisions.reference, "plan": decisions.plan}
    return dump_yaml(content) + ("entries:\n" if decisions.entries else "entries: []\n")


def _block(entry: Decision) -> str:
    content = entry.model_dump(mode="json", exclude_none=True)
    text = dump_yaml([content])
    return "".join(f"{_INDENT}{line}\n" for line in text.splitlines())


@dataclass(frozen=True, slots=True)
class _Layout:
    """A file in pieces: what stands above the first entry, and each entry's text with the comments above it."""

    head: str
    entries: tuple[tuple[Decision, str], ...]
    tail: str


def _kept(decisions: Decisions, before: str) -> str | None:
    """The new text made of pieces of the one before; None where that cannot be taken to pieces."""
    layout = _take_apart(before)
    if layout is None:
        return None
    texts = dict(layout.entries)
    comments = {_key(entry): _comments(text) for entry, text in layout.entries}
    blocks = [
        texts.get(entry) or comments.get(_key(entry), "") + _block(entry) for entry in decisions.entries
    ]
    text = layout.head + "".join(blocks) + layout.tail
    return text if _holds(text, decisions) else None  # flow style and the like


def _take_apart(text: str) -> _Layout | None:
    parsed = read_yaml(text, "")
    try:
        decisions = Decisions.model_validate(parsed.data)
    except ValidationError:
        return None
    if not text.endswith("\n"):
        return None
    lines = text.splitlines(keepends=True)
    if not decisions.entries:
        above = "".join(lines[: parsed.lines.get("entries", len(lines) + 1) - 1])
        return _Layout(f"{above}entries:\n", (), "")
    starts = [_start(lines, line - 1) for line in _entry_lines(parsed.lines, len(decisions.entries))]
    end = _end(lines)
    bounds = [*starts, end]
    blocks = ["".join(lines[start:stop]) for start, stop in pairwise(bounds)]
    return _Layout(
        "".join(lines[: starts[0]]),
        tuple(zip(decisions.entries, blocks, strict=True)),
        "".join(lines[end:]),
    )


def _entry_lines(lines: Mapping[str, int], count: int) -> list[int]:
    return [lines[f"entries[{number}]"] for number in range(count)]


def _start(lines: Sequence[str], line: int) -> int:
    """Where an entry's piece begins: with the comments right above it."""
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _end(lines: Sequence[str]) -> int:
    """Where the last entry ends: what follows at the margin is none of it."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _comments(text: str) -> str:
    """The lines of comment in an entry's piece, to stand above it when it is written anew."""
    found = (line.strip() for line in text.splitlines())
    return "".join(f"{_INDENT}{line}\n" for line in found if line.startswith("#"))


def _holds(text: str, decisions: Decisions) -> bool:
    try:
        return Decisions.model_validate(read_yaml(text, "").data) == decisions
    except ValidationError:
        return False


def _key(entry: Decision) -> tuple[Any, ...]:
    return entry.item, entry.by, entry.status

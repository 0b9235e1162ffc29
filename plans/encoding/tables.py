"""Tables in a text: their rows, and a table of targets as sentences, so that each row is read like any promise.

The row "地区生产总值 | 亿元 | 700 | 800" below "指标 | 单位 | 2022年实际 | 2025年" becomes
"截至2022年实际地区生产总值700亿元，2025年地区生产总值800亿元".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancmp.plans.encoding.source_document import fold

# A line of text may hold one tab, behind its number.
_MOST_CELLS_OF_TEXT = 2
_VALUE = re.compile(r"[≥≤<>]?\d[\d,.]*(?:-\d[\d,.]*)?(?P<behind>[^\d。]{0,8})")
_DATE = re.compile(r"20\d\d(?:年|$)")
_BARE = re.compile("(?:及?以上|以下|以内|左右|上下)?")
_ORDINAL = re.compile("序号|编号")
_NAME = re.compile("指标|名称|项目|内容")
_UNIT = re.compile("(?:计量)?单位")
_ACHIEVED = re.compile("实际|现状|基期|基数|基准|完成")
_GOAL = re.compile("(?:目标|预期|规划)值?")
_IN_BRACKETS = re.compile(r"(?P<words>.+?)\((?P<unit>[^()\d]{1,6})\)")


@dataclass(frozen=True, slots=True)
class _Head:
    """What a table's columns hold, by their place: the indicator's name, its unit, and the words above values."""

    name: int
    unit: int | None
    words: tuple[str, ...]
    since: int


def cells_of(line: str) -> list[str]:
    """The cells of a table's row; a line of text is one cell, or two."""
    return [cell.strip() for cell in line.split("\t") if cell.strip()]


def is_row(line: str) -> bool:
    """Whether a line is a table's row."""
    return len(cells_of(line)) > _MOST_CELLS_OF_TEXT


def states_targets(lines: Sequence[str]) -> bool:
    """Whether a table's rows state values: at least half of those below the first do."""
    rows = [cells_of(line) for line in lines][1:]
    stating = sum(any(_is_value(cell) for cell in row[1:]) for row in rows)
    return bool(rows) and 2 * stating >= len(rows)


def read_rows(lines: Sequence[str], since: int) -> Iterator[str]:
    """A table as sentences, one a row; values of years before `since` are what was there already.

    The head stays as it is, and so does a row without a value.
    """
    head = _read_head(cells_of(lines[0]), since) if states_targets(lines) else None
    for number, line in enumerate(lines):
        row = cells_of(line)
        if head and number and len(row) == len(head.words) and any(map(_is_value, row[1:])):
            yield "，".join(_clauses(row, head))
        else:
            yield " ".join(row)


def _read_head(cells: list[str], since: int) -> _Head:
    places = range(len(cells))
    name = next(
        (place for place in places if _NAME.search(cells[place]) and not _says_when(cells[place])), None
    )
    unit = next((place for place in places if _UNIT.fullmatch(cells[place])), None)
    first = next((place for place in places if not _ORDINAL.search(cells[place])), 0)
    return _Head(first if name is None else name, unit, tuple(cells), since)


def _says_when(words: str) -> bool:
    return bool(_DATE.search(words) or _GOAL.search(words))


def _clauses(row: list[str], head: _Head) -> Iterator[str]:
    """A clause for each value; every other cell as it is, but for the row's number."""
    bracket = _IN_BRACKETS.fullmatch(fold(row[head.name]))
    name = row[head.name][: bracket.end("words")] if bracket else row[head.name]
    unit = row[head.unit] if head.unit is not None else bracket["unit"] if bracket else ""
    for place, cell in enumerate(row):
        if place in (head.name, head.unit) or _ORDINAL.search(head.words[place]):
            continue
        yield _state(head.words[place], name, cell, unit, head.since) if _is_value(cell) else cell


def _state(above: str, name: str, value: str, unit: str, since: int) -> str:
    """The sentence that a value makes with what stands above it: a date goes first, a rise behind the name."""
    bracket = _IN_BRACKETS.fullmatch(fold(above))
    words, unit = (above[: bracket.end("words")], bracket["unit"]) if bracket else (above, unit)
    match = _VALUE.fullmatch(fold(value))
    if match and _BARE.fullmatch(match["behind"]):
        value = value[: match.start("behind")] + unit + value[match.start("behind") :]
    year = re.search(r"20\d\d", words)
    if _ACHIEVED.search(words) or (year and int(year[0]) < since):
        return f"截至{words}{name}{value}"
    words = _GOAL.sub("", words)
    return f"{words}{name}{value}" if year and year.start() == 0 else f"{name}{words}{value}"


def _is_value(cell: str) -> bool:
    folded = fold(cell)
    return bool(_VALUE.fullmatch(folded)) and not _DATE.match(folded)

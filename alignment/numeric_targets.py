"""Numeric targets of a passage: indicator, value, unit, comparator and deadline, and how two of them compare.

Shares, rates and growth compare as numbers. Counts and sums scale with the place, so only their presence
compares.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from plancmp.alignment.language_data import alternatives, language
from plancmp.alignment.numerals import DIGITS
from plancmp.alignment.quantities import Comparator, Quantity, QuantityKind, find_quantities
from plancmp.alignment.result import Change
from plancmp.plans.invisible import visible

# Full-width ASCII to half-width, character by character, so that positions in the text stay the same.
_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {
    ord("“"): '"',
    ord("”"): '"',
    0x3000: " ",
}
_FULL_WIDTH = re.compile("[\uff01-\uff5e“”\u3000]")
_FIVE_YEARS = re.compile(r'"?十([三四五六])五"?(?:规划)?(?:期?末|期间|时期)')
_DEADLINE = re.compile(r"(?<!\d)(20\d\d)年(?:(\d{1,2})月)?(?!.{0,12}[》〉])")
_SEGMENT = re.compile(r"[,;。](?:(?<!\d[,;。])|(?!\d))")
_NOUN_END = re.compile(r"[,;。、(]|分别|和(?=\d)")
_COUNTED_NOUN = re.compile(r"(?!水平|的?(?:目标|规模))[^\W\d]")
_INDICATOR_END = re.compile(
    r"(?:率|占比|比重|投资|产值|营收|收入|额|总量|面积|规模|增加值|利润|税收|消费|出口|进口)$"
)

_LOOSER = frozenset({Comparator.ABOUT, Comparator.AT_MOST})
_MASSES = frozenset({"吨", "斤", "公斤", "千克"})


class Target(NamedTuple):
    """One numeric target; `deadline` is "2025" or "2024-05", `phrase` the verbatim words of the number."""

    indicator: str
    value: float
    high: float | None
    unit: str
    comparator: Comparator
    kind: QuantityKind
    annual: bool
    deadline: str | None
    phrase: str
    start: int


_LONGEST_NAME = 60
"""No thing counted has a longer name (in characters); what runs on without a mark is none."""

_VERBS_REACH = 12
"""So many characters at most lie between a growth word and its number."""


@cache
def _leading_verbs() -> re.Pattern[str]:
    years = r"(?:到|至)?20\d\d年(?:\d{1,2}月)?(?:年?[底末])?(?:前)?"
    return re.compile(rf"(?:{years}|{alternatives(language('target')['verbs'])}|[\s\"、和及,])++")


@cache
def _trailing_verbs() -> re.Pattern[str]:
    """Matches verbs at the end of a text, on the reversed text: each character is looked at once."""
    backwards = [verb[::-1] for verb in language("target")["verbs"]]
    return re.compile(rf"(?:{alternatives(backwards)}|[\s\"])++")


@cache
def _no_promise() -> re.Pattern[str]:
    return re.compile(alternatives(language("target")["no_promise_before"]))


@cache
def _annual() -> re.Pattern[str]:
    return re.compile(alternatives(language("target")["annual"]))


@cache
def _growth() -> re.Pattern[str]:
    words = language("target")
    return re.compile(
        rf"(?:{alternatives(words['growth'])})$|(?:{alternatives(words['rise'])})[^,;。]{{0,6}}$"
    )


def _without_leading_verbs(text: str) -> str:
    found = _leading_verbs().match(text)
    return text[found.end() :] if found else text


def _without_trailing_verbs(text: str) -> str:
    found = _trailing_verbs().match(text[::-1])
    return text[: len(text) - found.end()] if found else text


class _Passage:
    """A passage in half width without invisible characters, and where its marks, dates and signal words stand.

    They are found once for all numbers of the passage.
    """

    def __init__(self, passage: str) -> None:
        self.original = passage
        self.seen = visible(passage)
        seen = self.seen.text
        self.text = seen.translate(_HALF_WIDTH) if _FULL_WIDTH.search(seen) else seen

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [match.end() for match in _SEGMENT.finditer(self.text)]

    @cached_property
    def _dates(self) -> list[re.Match[str]]:
        return list(_DEADLINE.finditer(self.text))

    @cached_property
    def _date_ends(self) -> list[int]:
        return [match.end() for match in self._dates]

    @cached_property
    def _annual_ends(self) -> list[int]:
        return [match.end() for match in _annual().finditer(self.text)]

    @cached_property
    def _denial_starts(self) -> list[int]:
        return [match.start() for match in _no_promise().finditer(self.text)]

    def segment_start(self, position: int) -> int:
        """Where the segment begins in which this position lies."""
        if position and self.text[position - 1] in ",;。":
            return position
        return _last(self._segment_starts, position)

    def tells_what_is_there(self, position: int) -> bool:
        """Whether a word in front of this position, in its segment, says that nothing is promised."""
        found = bisect_left(self._denial_starts, self.segment_start(position))
        return found < len(self._denial_starts) and self._denial_starts[found] < position

    def is_annual(self, position: int) -> bool:
        """Whether 每年 or 年均 governs this position: it reaches over commas, up to a date (到2025年) behind it."""
        return _last(self._annual_ends, position) > _last(self._date_ends, position)

    def deadline(self, position: int) -> str | None:
        """The last date in front of this position, as "2025" or "2024-05"; None without one."""
        found = bisect_right(self._date_ends, position)
        if found:
            year, month = self._dates[found - 1].groups()
            return f"{year}-{int(month):02}" if month else str(year)
        periods = bisect_right([match.end() for match in self._periods], position)
        return (
            str(2005 + 5 * DIGITS[self._periods[periods - 1][1]]) if periods else None
        )  # the 14th ends in 2025

    @cached_property
    def _periods(self) -> list[re.Match[str]]:
        return list(_FIVE_YEARS.finditer(self.text))

    def noun_after(self, quantity: Quantity) -> str:
        """What directly follows the number up to the next mark: the thing counted, when the noun comes second."""
        end = quantity.end + _LONGEST_NAME
        mark = _NOUN_END.search(self.text, quantity.end, end)
        return self.text[quantity.end : mark.start() if mark else end].strip(' "')

    def phrase(self, start: int, end: int) -> str:
        """The verbatim words of a stretch."""
        first, last = self.seen.original(start, end)
        return self.original[first:last]


def _last(positions: list[int], position: int) -> int:
    """The last of these positions up to `position`, 0 when there is none."""
    found = bisect_right(positions, position)
    return positions[found - 1] if found else 0


def find_targets(passage: str) -> tuple[Target, ...]:
    """Return the targets of a sentence (or a part of one), in order.

    Numbers that only say which things are meant (500万元以上的项目) or what is there already are left out.
    """
    read = _Passage(passage)
    found: list[Target] = []
    waiting: list[str] = []  # A、B分别达到90%、95%: the names that the numbers to come belong to, one by one
    previous_end = 0
    for quantity in find_quantities(read.text):
        start = max(read.segment_start(quantity.start), previous_end)
        previous_end = quantity.end
        if not _is_promise(read, quantity):
            continue
        indicators = waiting or _indicators(read, quantity, start) or [found[-1].indicator if found else ""]
        if waiting or "分别" in read.text[start : quantity.start]:
            indicators, waiting = indicators[:1], indicators[1:]
        found += [_target(read, quantity, indicator) for indicator in indicators]
    return tuple(found)


def _is_promise(read: _Passage, quantity: Quantity) -> bool:
    if read.tells_what_is_there(quantity.start):
        return False
    is_amount = quantity.unit in language("target")["amounts"]
    return not (is_amount and _COUNTED_NOUN.match(read.noun_after(quantity)))


def _indicators(read: _Passage, quantity: Quantity, start: int) -> list[str]:
    after = _without_trailing_verbs(read.noun_after(quantity).removeprefix("的"))
    if quantity.kind is QuantityKind.LEVEL and after:
        return [after]
    before = _without_trailing_verbs(_without_leading_verbs(read.text[start : quantity.start]))
    parts = [_without_trailing_verbs(part) for part in before.split("、") if part]
    if len(parts) > 1 and all(_INDICATOR_END.search(part) for part in parts):
        return [_without_leading_verbs(part) for part in parts]
    return [before or after] if before or after else []


def _kind(read: _Passage, quantity: Quantity) -> QuantityKind:
    if quantity.unit == "个百分点":
        return QuantityKind.GROWTH
    start = max(read.segment_start(quantity.start), quantity.start - _VERBS_REACH)
    grows = _growth().search(read.text[start : quantity.start])
    return QuantityKind.GROWTH if grows and quantity.kind is QuantityKind.RATE else quantity.kind


@lru_cache(maxsize=2048)  # asked of the same wordings again and again
def deadline_of(text: str) -> str | None:
    """Return the last date named in a sentence, as "2025" or "2024-05"; None without one."""
    return _Passage(text).deadline(len(text))


def _target(read: _Passage, quantity: Quantity, indicator: str) -> Target:
    return Target(
        indicator=indicator,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        comparator=quantity.comparator,
        kind=_kind(read, quantity),
        annual=read.is_annual(quantity.end),
        deadline=read.deadline(quantity.start),
        phrase=read.phrase(quantity.start, quantity.end),
        start=read.seen.original(quantity.start, quantity.end)[0],
    )


def dimension(target: Target) -> str:
    """What a target's unit measures: units of mass and measure words (20个, 2家) are each one, all others apart."""
    if target.unit in language("target")["counters"]:
        return "count"
    return "mass" if target.unit in _MASSES else target.unit


def compare_targets(reference: Target, local: Target) -> Change:
    """Say how the local target stands to the reference's: shares, rates and growth as numbers, others by presence."""
    if reference.value == local.value and reference.unit == local.unit:
        loosened = reference.comparator is Comparator.AT_LEAST and local.comparator in _LOOSER
        return Change.LOWER if loosened and local.kind is not QuantityKind.LEVEL else Change.EQUAL
    if reference.kind not in (QuantityKind.RATE, QuantityKind.GROWTH) or local.kind is not reference.kind:
        return Change.NOT_COMPARABLE
    lower_is_firmer = reference.comparator is Comparator.AT_MOST
    return Change.LOWER if (local.value < reference.value) != lower_is_firmer else Change.HIGHER

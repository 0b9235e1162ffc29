"""Numeric targets of a passage: indicator, value, unit, comparator and deadline, and how two of them compare.

Shares, rates and growth compare as numbers. Counts and sums scale with the place, so only their presence
compares.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from plancmp.alignment.language import alternatives, language
from plancmp.alignment.quantities import Comparator, Kind, Quantity, chinese_number, find_quantities
from plancmp.alignment.result import Change

# Full-width ASCII to half-width, character by character, so that places in the text stay the same.
_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {
    ord("“"): '"',
    ord("”"): '"',
    0x3000: " ",
}
_FIVE_YEARS = re.compile(r'"?十([三四五六])五"?(?:规划)?(?:期?末|期间|时期)')
_DEADLINE = re.compile(r"(?<!\d)(20\d\d)年(?:(\d{1,2})月)?(?!.{0,12}[》〉])")
_SEGMENT = re.compile(r"(?<!\d)[,;。]|[,;。](?!\d)")
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
    kind: Kind
    annual: bool
    deadline: str | None
    phrase: str
    start: int


@cache
def _leading_verbs() -> re.Pattern[str]:
    years = r"(?:到|至)?20\d\d年(?:\d{1,2}月)?(?:年?[底末])?(?:前)?"
    return re.compile(rf"^(?:{years}|{alternatives(language('target')['verbs'])}|[\s\"、和及,])+")


@cache
def _trailing_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(language('target')['verbs'])}|[\s\"])+$")


@cache
def _no_promise() -> re.Pattern[str]:
    return re.compile(alternatives(language("target")["no_promise_before"]))


def find_targets(passage: str) -> tuple[Target, ...]:
    """Return the targets of a sentence (or a part of one), in order.

    Numbers that only say which things are meant (500万元以上的项目) or what is there already are left out.
    """
    text = passage.translate(_HALF_WIDTH)
    found: list[Target] = []
    waiting: list[str] = []  # A、B分别达到90%、95%: the names that the numbers to come belong to, one by one
    previous_end = 0
    for quantity in find_quantities(text):
        start = max(_segment_start(text, quantity.start), previous_end)
        previous_end = quantity.end
        if not _is_promise(text, quantity):
            continue
        indicators = waiting or _indicators(text, quantity, start) or [found[-1].indicator if found else ""]
        if waiting or "分别" in text[start : quantity.start]:
            indicators, waiting = indicators[:1], indicators[1:]
        found += [_target(text, passage, quantity, indicator) for indicator in indicators]
    return tuple(found)


def _segment_start(text: str, place: int) -> int:
    ends = [match.end() for match in _SEGMENT.finditer(text, 0, place)]
    return ends[-1] if ends else 0


def _noun_after(text: str, quantity: Quantity) -> str:
    """What directly follows the number up to the next mark: the thing counted, when the noun comes second."""
    return re.split(r"[,;。、(]|分别|和(?=\d)", text[quantity.end :], maxsplit=1)[0].strip(' "')


def _is_promise(text: str, quantity: Quantity) -> bool:
    segment = text[_segment_start(text, quantity.start) : quantity.start]
    if _no_promise().search(segment):
        return False
    is_amount = quantity.unit in language("target")["amounts"]
    return not (is_amount and re.match(r"(?!水平|的?(?:目标|规模))[^\W\d]", _noun_after(text, quantity)))


def _indicators(text: str, quantity: Quantity, start: int) -> list[str]:
    after = _trailing_verbs().sub("", _noun_after(text, quantity).removeprefix("的"))
    if quantity.kind is Kind.LEVEL and after:
        return [after]
    before = _trailing_verbs().sub("", _leading_verbs().sub("", text[start : quantity.start]))
    parts = [_trailing_verbs().sub("", part) for part in before.split("、") if part]
    if len(parts) > 1 and all(_INDICATOR_END.search(part) for part in parts):
        return [_leading_verbs().sub("", part) for part in parts]
    return [before or after] if before or after else []


def _kind(text: str, quantity: Quantity) -> Kind:
    if quantity.unit == "个百分点":
        return Kind.GROWTH
    before = text[_segment_start(text, quantity.start) : quantity.start]
    words = language("target")
    grows = re.search(
        rf"(?:{alternatives(words['growth'])})$|(?:{alternatives(words['rise'])})[^,;。]{{0,6}}$", before
    )
    return Kind.GROWTH if grows and quantity.kind is Kind.RATE else quantity.kind


def _is_annual(text: str, quantity: Quantity) -> bool:
    """Whether 每年 or 年均 governs the number: it reaches over commas, up to a date (到2025年) behind it."""
    before = text[: quantity.end]
    dates = [match.end() for match in _DEADLINE.finditer(before)]
    scope = before[dates[-1] :] if dates else before
    return bool(re.search(alternatives(language("target")["annual"]), scope))


def deadline_of(text: str, end: int | None = None) -> str | None:
    """Return the last date named in a sentence before the place `end`, as "2025" or "2024-05"; None without one."""
    end = len(text) if end is None else end
    dates = list(_DEADLINE.finditer(text, 0, end))
    if not dates:
        periods = _FIVE_YEARS.findall(text.translate(_HALF_WIDTH), 0, end)
        return str(2005 + 5 * chinese_number(periods[-1])) if periods else None  # the 14th ends in 2025
    year, month = dates[-1].groups()
    return f"{year}-{int(month):02}" if month else str(year)


def _target(text: str, passage: str, quantity: Quantity, indicator: str) -> Target:
    return Target(
        indicator=indicator,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        comparator=quantity.comparator,
        kind=_kind(text, quantity),
        annual=_is_annual(text, quantity),
        deadline=deadline_of(text, quantity.start),
        phrase=passage[quantity.start : quantity.end],
        start=quantity.start,
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
        return Change.LOWER if loosened and local.kind is not Kind.LEVEL else Change.EQUAL
    if reference.kind not in (Kind.RATE, Kind.GROWTH) or local.kind is not reference.kind:
        return Change.NOT_COMPARABLE
    lower_is_firmer = reference.comparator is Comparator.AT_MOST
    return Change.LOWER if (local.value < reference.value) != lower_is_firmer else Change.HIGHER

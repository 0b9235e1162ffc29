"""Quantities: numbers with their unit and comparator as they stand in a text, before anybody asks what they mean.

Understands 万/亿 multipliers, ranges (2—3家), 以上/左右/不少于, 百分之三, 全覆盖, 零的突破 and 翻一番.
Values are in base units: 880万亩 is 8 800 000 亩, 全覆盖 is 100 %.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from plancmp.alignment.language import alternatives, language


class Comparator(StrEnum):
    """How a stated number bounds what is promised."""

    AT_LEAST = "at_least"
    ABOUT = "about"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class Kind(StrEnum):
    """What a number measures: a share, a rise, an amount that scales with the place, or a first time."""

    RATE = "rate"
    GROWTH = "growth"
    LEVEL = "level"
    EVENT = "event"


class Quantity(NamedTuple):
    """A number in a text; `start` and `end` are its place with comparator and unit, `high` closes a range."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str
    comparator: Comparator
    kind: Kind


_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


def chinese_number(numeral: str) -> int:
    """Return the value of a numeral below one hundred: 三 is 3, 十五 is 15, 六十 is 60."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS[numeral]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


@cache
def _number_pattern() -> re.Pattern[str]:
    words = language("target")
    units = alternatives(words["counters"] + words["amounts"] + words["ratios"])
    before = alternatives(words["at_least_before"] + words["at_most_before"] + words["about"])
    after = alternatives(words["at_least_after"] + words["at_most_after"] + words["about"])
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    numeral = "[一二两三四五六七八九十]{1,3}"
    return re.compile(
        rf"(?:(?P<before>{before})(?:到|至)?|(?P<spread>至少)[^\d,;。]{{1,4}})?"
        rf"(?:百分之(?P<percent>{numeral})"
        rf"|(?<![\d.A-Za-z+/第])(?P<low>{number})(?P<low_unit>%)?(?:[-—–−~至到](?P<high>{number}))?"
        rf"(?P<many>{alternatives(words['multipliers'])})?(?P<unit>{units})(?![A-Za-z])"
        rf"|(?P<numeral>{numeral})(?P<count>{alternatives(words['counters'])}))"
        rf"(?P<after>{after})?"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    words = language("target")
    return re.compile(
        rf"(?P<complete>{alternatives(words['complete'])})|(?P<first>{alternatives(words['first_time'])})"
        rf"|(?P<doubled>{alternatives(words['doubled'])})"
        rf"|(?P<round>[十百千万亿]+)大关"
    )


def _comparator(match: re.Match[str]) -> Comparator:
    words = language("target")
    before, after = match["before"] or match["spread"] or "", match["after"] or ""
    if after in words["about"] or before in words["about"]:
        return Comparator.ABOUT
    if before in words["at_least_before"] or after in words["at_least_after"]:
        return Comparator.AT_LEAST
    if before in words["at_most_before"] or after in words["at_most_after"]:
        return Comparator.AT_MOST
    return Comparator.EXACTLY


def _from_number(match: re.Match[str]) -> Quantity:
    def value(digits: str) -> float:
        return round(float(digits.replace(",", "")) * factor, 6)

    factor: float = language("target")["multipliers"].get(match["many"] or "", 1)
    if match["percent"]:
        low, high, unit = float(chinese_number(match["percent"])), None, "%"
    elif match["numeral"]:
        low, high, unit = float(chinese_number(match["numeral"])), None, match["count"]
    else:
        low, unit = value(match["low"]), match["unit"]
        high = value(match["high"]) if match["high"] else None
    kind = Kind.RATE if unit in language("target")["ratios"] else Kind.LEVEL
    return Quantity(match.start(), match.end(), low, high, unit, _comparator(match), kind)


def _from_word(match: re.Match[str]) -> Quantity:
    def quantity(value: float, unit: str, comparator: Comparator, kind: Kind) -> Quantity:
        return Quantity(match.start(), match.end(), value, None, unit, comparator, kind)

    words = language("target")
    if match["complete"]:
        return quantity(100, "%", Comparator.EXACTLY, Kind.RATE)
    if match["first"]:
        return quantity(1, "个", Comparator.AT_LEAST, Kind.EVENT)
    if match["doubled"]:
        return quantity(words["doubled"][match["doubled"]], "%", Comparator.EXACTLY, Kind.GROWTH)
    value = math.prod(words["multipliers"][character] for character in match["round"])
    return quantity(value, "元", Comparator.AT_LEAST, Kind.LEVEL)


def _counts(match: re.Match[str]) -> bool:
    """A numeral counts only where it is meant as a number (至少一家, 每年一次, 三所); 一个 is mostly an article."""
    if not match["numeral"] or "十" in match["numeral"]:
        return True
    if match["numeral"] != "一" and match["count"] in language("target")["countable"]:
        return True
    segment = match.string[: match.start()].rpartition(",")[2]
    return bool(match["before"]) or any(word in segment for word in language("target")["annual"])


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a width-folded text in their order; years, models (5G) and ordinals are none."""
    found = [_from_number(match) for match in _number_pattern().finditer(text) if _counts(match)]
    found += [_from_word(match) for match in _word_pattern().finditer(text)]
    return iter(sorted(found, key=lambda quantity: quantity.start))

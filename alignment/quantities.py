"""Quantities: numbers with their unit and comparator as they stand in a text, before anybody asks what they mean.

Understands 万/亿 multipliers, ranges (2—3家, 三五家), 以上/左右/不少于, 百分之三, 三分之二, 九成五, 全覆盖, 零的突破
and 翻一番. Values are in base units: 880万亩 is 8 800 000 亩, 全覆盖 is 100 %. A number too long to be a target (of
more than fifteen digits) is not read as one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from plancmp.alignment.language_data import alternatives, language
from plancmp.alignment.numerals import CHARACTERS, LONGEST, Numeral, read_numeral


class Comparator(StrEnum):
    """How a stated number bounds what is promised."""

    AT_LEAST = "at_least"
    ABOUT = "about"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class QuantityKind(StrEnum):
    """What a number measures: a share, a rise, an amount that scales with the place, or a first time."""

    RATE = "rate"
    GROWTH = "growth"
    LEVEL = "level"
    EVENT = "event"


class Quantity(NamedTuple):
    """A number in a text; `start` and `end` are its position with comparator and unit, `high` closes a range."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str
    comparator: Comparator
    kind: QuantityKind


_PARTS = {"百": 100, "千": 1000, "万": 10000}
"""The parts that 百分之, 千分之 and 万分之 divide into."""

_HUNDREDS = frozenset("百千万亿")
_UPWARDS = frozenset("上近逾过")
"""Before these (上百家) a numeral needs no digit to mean one hundred."""

_NUMERAL = rf"(?:[{CHARACTERS.strip('几数')}]|几|数(?=[十百千万亿])){{1,{LONGEST}}}"
_NO_NUMERAL_BEFORE = f"(?<![第{CHARACTERS.replace('数', '')}])"
_MANY = 10
"""From here on a numeral is hardly ever a figure of speech."""

_REACH = 100
"""So many characters before a numeral at most, 每年 in its segment makes it a number."""


@cache
def _number_pattern() -> re.Pattern[str]:
    words = language("target")
    units = alternatives(words["counters"] + words["amounts"] + words["ratios"])
    many = alternatives(words["multipliers"])
    before = alternatives(words["at_least_before"] + words["at_most_before"] + words["about"])
    after = alternatives(words["at_least_after"] + words["at_most_after"] + words["about"])
    signs = (
        before.replace("|", "") + CHARACTERS
    )  # nothing is tried where neither a numeral nor such a word can begin
    number = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
    return re.compile(
        rf"(?=[{signs}\d])"
        rf"(?:(?P<before>{before})(?:到|至)?|(?P<spread>至少)[^\d,;。]{{1,4}})?"
        rf"(?:{_NO_NUMERAL_BEFORE}(?P<parts>{_NUMERAL})分之(?P<share>{_NUMERAL}|\d{{1,3}}(?:\.\d{{1,3}})?)"
        rf"(?:点(?P<decimals>[零一二三四五六七八九]{{1,3}}))?"
        rf"|{_NO_NUMERAL_BEFORE}(?<!\d)(?P<tenths>[一二两三四五六七八九]{{1,2}}|\d)成(?P<half>[一二三四五六七八九半])?"
        rf"(?=[,;。、的多]|{after}|$)"
        rf"|(?<![\d.A-Za-z+/第])(?P<low>{number})(?P<low_unit>%)?(?:[-—–−~至到](?P<high>{number}))?"
        rf"(?P<over>[余多来几])?(?P<many>{many})?(?P<more>[余多])?(?P<unit>{units})(?![A-Za-z])"
        rf"|{_NO_NUMERAL_BEFORE}(?P<numeral>{_NUMERAL})(?:[-至到](?P<up_to>{_NUMERAL}))?"
        rf"(?P<beyond>[余多来])?(?P<times>[百千万亿])?(?P<counted>{units}))"
        rf"(?P<after>{after})?"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    words = language("target")
    return re.compile(
        rf"(?P<complete>{alternatives(words['complete'])})|(?P<first>{alternatives(words['first_time'])})"
        rf"|(?P<doubled>{alternatives(words['doubled'])})"
        rf"|(?<![十百千万亿])(?P<round>[十百千万亿]{{1,4}})大关"
    )


def _comparator(match: re.Match[str]) -> Comparator:
    words = language("target")
    before, after = match["before"] or match["spread"] or "", match["after"] or ""
    over = match["over"] or match["more"] or match["beyond"] or ""
    if after in words["about"] or before in words["about"] or over == "来":
        return Comparator.ABOUT
    if before in words["at_least_before"] or after in words["at_least_after"] or over:
        return Comparator.AT_LEAST
    if before in words["at_most_before"] or after in words["at_most_after"]:
        return Comparator.AT_MOST
    return Comparator.EXACTLY


def _from_number(match: re.Match[str]) -> Quantity | None:
    read = _share(match) if match["parts"] or match["tenths"] else _amount(match)
    if read is None:
        return None
    low, high, unit = read
    kind = QuantityKind.RATE if unit in language("target")["ratios"] else QuantityKind.LEVEL
    comparator = _comparator(match)
    if high is not None and not match["low"] and comparator is Comparator.EXACTLY:
        comparator = Comparator.AT_LEAST  # 三五家: three at least
    high = None if high is None else float(high)
    return Quantity(match.start(), match.end(), float(low), high, unit, comparator, kind)


def _share(match: re.Match[str]) -> tuple[float, float | None, str] | None:
    """百分之九十五, 千分之五, 三分之二, 九成五, 七八成."""
    if match["tenths"]:
        tenths = _numeral(match["tenths"])
        half = 5 if match["half"] == "半" else _numeral(match["half"] or "零").low
        return tenths.low * 10 + half, tenths.high and tenths.high * 10, "%"
    parts = _PARTS.get(match["parts"]) or _numeral(match["parts"]).low
    share = _numeral(match["share"])
    if not parts or not share.low:  # 百分之百 is a word of its own
        return None
    decimals = match["decimals"] or ""
    tail = sum(_numeral(digit).low / 10**index for index, digit in enumerate(decimals, start=1))
    unit, factor = ("‰", 1.0) if match["parts"] == "千" else ("%", 100 / parts)
    high = None if share.high is None else round(share.high * factor, 2)
    return round((share.low + tail) * factor, 2), high, unit


def _numeral(characters: str) -> Numeral:
    """What a numeral or figures say; 0 where they say nothing."""
    if characters[0].isascii():
        return Numeral(float(characters))
    return read_numeral(characters) or Numeral(0)


def _amount(match: re.Match[str]) -> tuple[float, float | None, str] | None:
    multipliers = language("target")["multipliers"]
    factor: float = multipliers.get(match["many"] or match["times"] or "", 1)
    if match["low"]:
        numeral = Numeral(_figures(match["low"]), _figures(match["high"]) if match["high"] else None)
    elif (counted := _counted_numeral(match)) is not None:
        numeral = counted
    else:
        return None
    high = None if numeral.high is None else round(numeral.high * factor, 6)
    return round(numeral.low * factor, 6), high, match["unit"] or match["counted"]


def _figures(digits: str) -> float:
    return float(digits.replace(",", ""))


def _from_word(match: re.Match[str]) -> Quantity:
    def quantity(value: float, unit: str, comparator: Comparator, kind: QuantityKind) -> Quantity:
        return Quantity(match.start(), match.end(), value, None, unit, comparator, kind)

    words = language("target")
    if match["complete"]:
        return quantity(100, "%", Comparator.EXACTLY, QuantityKind.RATE)
    if match["first"]:
        return quantity(1, "个", Comparator.AT_LEAST, QuantityKind.EVENT)
    if match["doubled"]:
        return quantity(words["doubled"][match["doubled"]], "%", Comparator.EXACTLY, QuantityKind.GROWTH)
    value = math.prod(words["multipliers"][character] for character in match["round"])
    return quantity(value, "元", Comparator.AT_LEAST, QuantityKind.LEVEL)


def _counted_numeral(match: re.Match[str]) -> Numeral | None:
    """What a numeral with its unit says, None where it is not meant as a number."""
    characters = match["numeral"]
    numeral = read_numeral(characters)
    if numeral is None and _HUNDREDS.issuperset(characters) and _is_some(match):
        return read_numeral(f"一{characters}")
    if numeral is None or not _is_number(match, numeral):
        return None
    up_to = read_numeral(match["up_to"] or "")
    return Numeral(numeral.low, up_to.high or up_to.low) if up_to else numeral


def _is_some(match: re.Match[str]) -> bool:
    """上百家, 近千人, 百余家: about or more than one hundred."""
    ahead = match.string[match.start("numeral") - 1 : match.start("numeral")]
    return bool(match["before"] or match["beyond"]) or ahead in _UPWARDS


def _is_number(match: re.Match[str], numeral: Numeral) -> bool:
    """A numeral counts only where it is meant as a number (至少一家, 每年一次, 三所); 一个 is mostly an article."""
    words = language("target")
    if (
        match["counted"] in words["ratios"]
        or numeral.high is not None
        or match["up_to"]
        or numeral.low >= _MANY
    ):
        return True
    if match["counted"] in words["amounts"]:
        return False  # 三级, 一度
    if match["numeral"] != "一" and match["counted"] in words["countable"]:
        return True
    start = match.start()
    segment = match.string[max(match.string.rfind(",", 0, start) + 1, start - _REACH) : start]
    return bool(match["before"]) or any(word in segment for word in words["annual"])


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a width-folded text in their order; years, models (5G) and ordinals are none."""
    numbers = map(_from_number, _number_pattern().finditer(text))
    found = [quantity for quantity in numbers if quantity is not None]
    found += [_from_word(match) for match in _word_pattern().finditer(text)]
    return iter(sorted(found, key=lambda quantity: quantity.start))

"""Chinese numerals, exact and approximate: 二十五 is 25, 三五 is 3 to 5, 十几 is 11 to 19, 数百 is 200 to 900."""

from __future__ import annotations

from typing import NamedTuple

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_SOME = "几数"

CHARACTERS = "".join(DIGITS) + "".join(_STEPS) + "".join(_GROUPS) + _SOME
LONGEST = 14
"""A numeral of more characters is none that a plan would promise."""


class Numeral(NamedTuple):
    """The value of a numeral; `high` closes a range, None where it is exact."""

    low: float
    high: float | None = None


def read_numeral(numeral: str) -> Numeral | None:
    """Return what a numeral says; None for a row of characters that says no number (一二三, 万, 十百千, 几)."""
    says_how_many = any(
        character in DIGITS or character in _SOME or character == "十" for character in numeral
    )
    if not says_how_many or numeral in _SOME or len(numeral) > LONGEST:
        return None
    low, high = (_value(characters) for characters in _bounds(numeral))
    if low is None or high is None or low > high:
        return None
    return Numeral(low, high if high != low else None)


def _bounds(numeral: str) -> tuple[list[str], list[str]]:
    """The least and the most a numeral says: neighbouring digits (三五, 七八十) and 几 stand for a range."""
    low: list[str] = []
    high: list[str] = []
    for index, character in enumerate(numeral):
        after = numeral[index + 1 : index + 2]
        if character in _SOME:
            first = "二" if after in _STEPS or after in _GROUPS else "一"
            low.append(first)
            high.append("九")
        elif not (index and _is_pair(numeral, index - 1)):
            low.append(character)
            high.append(numeral[index + 1] if _is_pair(numeral, index) else character)
    return low, high


def _is_pair(numeral: str, index: int) -> bool:
    """Whether two digits stand side by side here, and only two, the lesser one first (一二三 names three things)."""
    pair = numeral[index : index + 2]
    around = numeral[index - 1 : index] + numeral[index + 2 : index + 3]
    return (
        len(pair) == 2
        and all(DIGITS.get(character) for character in pair)
        and DIGITS[pair[0]] < DIGITS[pair[1]]
        and not any(DIGITS.get(character) for character in around)
    )


def _value(characters: list[str]) -> int | None:
    """The value of a numeral without ranges; None where characters stand in an order that no numeral has."""
    total = group = 0
    digit: int | None = None
    unit, step, myriad = 1, 10**4, 10**12
    for character in characters:
        if character in DIGITS:
            if digit:
                return None
            unit = 1 if digit == 0 or DIGITS[character] == 0 else unit  # 一百零一, but 一百一 is 110
            digit = DIGITS[character]
        elif character in _STEPS:
            if _STEPS[character] >= step or (digit is None and character != "十"):
                return None
            unit = step = _STEPS[character]
            group += (1 if digit is None else digit) * step
            digit = None
        else:
            group += digit or 0
            if not (group or total) or _GROUPS[character] >= myriad:
                return None
            unit = myriad = _GROUPS[character]
            total += group * myriad
            group, digit, step = 0, None, 10**4
    return total + group + (digit or 0) * max(1, unit // 10)

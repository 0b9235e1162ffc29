"""Promise: whether a passage promises anything, or only says the words of a commitment.

It promises nothing where it tells how things are or were, what others do, or deals with a thing's records, buildings or
visitors (the expressions are in language.toml), where the drafting of commitments is sure that it is background
(drafting/words.toml), and where it opens with a year before the plan's own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plancmp.alignment.drafting.kinds import facts_in
from plancmp.alignment.language_data import language
from plancmp.alignment.normal import normalise
from plancmp.alignment.retrieval import Candidate

_YEAR = re.compile(r"(?<![较比自从对与同以\d-])(20\d\d)年(?!起|到|至|前|底前|以前|-|度|的|以来|基础)")


def promises(passage: Candidate, year: int | None) -> bool:
    """Whether one clause of a passage promises something, in a plan issued in this year (None: not known).

    What is worded like that by the reference itself is taken for a promise.
    """
    if _promises_nothing(passage.variant.text):
        return True
    facts = facts_in(passage.sentence)
    return any(
        number not in facts and _promises(normalise(passage.sentence.quote(number, number)), year)
        for number in range(passage.first, passage.last + 1)
    )


@lru_cache(maxsize=1024)  # asked of the same wordings with every plan
def _promises_nothing(wording: str) -> bool:
    return _nothing().search(normalise(wording)) is not None


def _promises(clause: str, year: int | None) -> bool:
    if _nothing().search(clause):
        return False
    return not (year and (years := _YEAR.findall(clause)) and int(max(years)) < year)


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile("|".join(pattern for kind in language("no_promise") for pattern in kind["patterns"]))

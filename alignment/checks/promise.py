"""Promise: whether a passage promises anything, or only says the words of a commitment.

It promises nothing where it tells how things are or were, what others do, or deals with a thing's records, buildings or
visitors (the expressions are in language.toml), where the drafting of commitments is sure that it is background
(drafting/words.toml), and where it opens with a year before the plan's own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plancmp.alignment.clauses import Sentence
from plancmp.alignment.drafting.kinds import facts_in, goes_on, is_half, leads, opens
from plancmp.alignment.language_data import language
from plancmp.alignment.normal import normalise
from plancmp.alignment.retrieval import Candidate

_YEAR = re.compile(
    r"(?<![较比自从对与同以\d-])(20\d\d)年(?!起|到|至|前|底前|以前|-|度|的|以来|[^,]{0,8}基础上)"
)


def completed(passage: Candidate, *, openings: bool = False) -> Candidate:
    """A passage with the clauses that it promises nothing without: whom it is for, and what is done about it.

    With `openings` also with the clause that its occasion or means belongs to: an editor may have quoted no more.
    """
    sentence, first, last = passage.sentence, passage.first, passage.last
    lacks = opens if openings else is_half
    while first and leads(sentence, first - 1):
        first -= 1
    while last + 1 < len(sentence.spans) and lacks(sentence, last):
        last += 1
    return passage._replace(first=first, last=last)


def promises(passage: Candidate, year: int | None) -> bool:
    """Whether one clause of a passage promises something, in a plan issued in this year (None: not known).

    What only names the subject of the next clause, or its ground, goes with that one. A wording of the reference that
    promises nothing by itself in a certain way lets the passage do so.
    """
    allowed = _ways_of_nothing(normalise(passage.variant.text))
    return not all(_silent(passage.sentence, year, allowed)[passage.first : passage.last + 1])


@lru_cache(maxsize=1024)  # asked for each commitment that a sentence comes near
def _silent(sentence: Sentence, year: int | None, allowed: frozenset[int]) -> tuple[bool, ...]:
    """Of each clause of a sentence whether it promises nothing."""
    facts, silent, past = facts_in(sentence), list[bool](), False
    for number in range(len(sentence.spans)):
        clause = normalise(sentence.quote(number, number))
        past = _is_past(clause, year) or (past and goes_on(sentence, number))
        silent.append(past or number in facts or bool(_ways_of_nothing(clause) - allowed))
    for number in reversed(range(len(silent) - 1)):
        silent[number] = silent[number] or (silent[number + 1] and opens(sentence, number))
    return tuple(silent)


def _is_past(clause: str, year: int | None) -> bool:
    """Whether a clause speaks of years before this one alone."""
    years = _YEAR.findall(clause)
    return year is not None and bool(years) and int(max(years)) < year


@lru_cache(maxsize=4096)  # asked of a wording with every plan, of a clause for each wording it comes near
def _ways_of_nothing(clause: str) -> frozenset[int]:
    """By which tables of `no_promise`, by their number, a clause promises nothing."""
    return frozenset(number for number, pattern in enumerate(_nothing()) if pattern.search(clause))


@cache
def _nothing() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(kind["patterns"])) for kind in language("no_promise"))

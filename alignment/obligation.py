"""Obligation strength (力度) and conditions: how firmly a clause promises what it promises.

The strength that governs an object is that of the verbs in front of it in its own segment (鼓励企业探索… is
exploring), never that of a word elsewhere in the sentence. The scale is in language.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plancmp.alignment.language import language

MANDATORY, FIRM, STRIVING = 5, 4, 3


@cache
def _steps() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (re.compile("|".join(step["words"])), step["level"]) for step in language("strength") if step["words"]
    )


@cache
def _condition_pattern() -> re.Pattern[str]:
    return re.compile("|".join(each for condition in language("condition") for each in condition["patterns"]))


def strength(leading: str) -> int:
    """Return the obligation strength, 1 (exploring) to 5 (mandatory), of what follows the words `leading`.

    A hedge anywhere in the chain of verbs governs (鼓励企业加大: encouraging); without one a mandatory word
    does; without any known verb the clause is a plain directive, as these documents command.
    """
    levels = [level for pattern, level in _steps() if pattern.search(leading)]
    hedges = [level for level in levels if level <= STRIVING]
    return min(hedges) if hedges else max(levels, default=FIRM)


@lru_cache(maxsize=2048)  # asked of a segment when sentences are cut and again when passages are judged
def condition(passage: str) -> str:
    """Return the words that make a passage wait or hand it off (条件成熟时, 配合上级), "" when there are none."""
    found = _condition_pattern().search(passage)
    return found[0] if found else ""


def denies(leading: str) -> bool:
    """Whether what follows the words `leading` is not to be done, or forbidden."""
    return any(word in leading for word in language("denial")["words"])


def is_against(wording: str) -> bool:
    """Whether a wording of the reference may itself be against its object (严控…, 清理…)."""
    return any(word in wording for word in language("denial")["against"])

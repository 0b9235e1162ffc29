"""The scale of obligation (力度): how firmly the words in front of something promise it, or that it will not be done.

The scale, 1 (exploring) to 5 (mandatory), is in language.toml.
"""

from __future__ import annotations

import re
from functools import cache

from plancmp.alignment.language_data import language

MANDATORY, FIRM, STRIVING = 5, 4, 3


@cache
def _steps() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (re.compile("|".join(step["words"])), step["level"]) for step in language("strength") if step["words"]
    )


def strength(leading: str) -> int:
    """Return the obligation strength (1-5) of what follows the words `leading`.

    A hedge anywhere in the chain of verbs governs (鼓励企业加大: encouraging); without one a mandatory word
    does; without any known verb the clause is a plain directive, as these documents command.
    """
    levels = [level for pattern, level in _steps() if pattern.search(leading)]
    hedges = [level for level in levels if level <= STRIVING]
    return min(hedges) if hedges else max(levels, default=FIRM)


def denies(leading: str) -> bool:
    """Whether what follows the words `leading` is not to be done, or forbidden."""
    return any(word in leading for word in language("denial")["words"])


def is_against(variant: str) -> bool:
    """Whether a wording of the reference may itself be against its object (严控…, 清理…)."""
    return any(word in variant for word in language("denial")["against"])

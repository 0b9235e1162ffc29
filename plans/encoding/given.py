"""What the caller says of a document, checked: it goes into a plan file as it is."""

from __future__ import annotations

import unicodedata

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

# Control characters, marks of direction and other signs without a form, halves of characters, line ends.
_UNFIT = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def check_given(field: str, text: str) -> None:
    """Accept what was given for a field of the plan: one line of text that a person can read.

    Raises:
        EncodingError: It is too long, or holds line breaks or control characters.
    """
    if len(text) > LIMITS.given_characters:
        raise EncodingError(Problem.VALUE_TOO_LONG, found=field, expected=f"{LIMITS.given_characters:,}")
    if any(map(_is_unfit, text)):
        raise EncodingError(Problem.BAD_CHARACTERS, found=field)


def fit_name(name: str) -> str:
    """A file's name as one line of text: a question mark stands for every character that is none."""
    return "".join("?" if _is_unfit(character) else character for character in name)


def _is_unfit(character: str) -> bool:
    return unicodedata.category(character) in _UNFIT

"""A clause as the expressions of drafting see it."""

from __future__ import annotations

import unicodedata

from plancmp.plans.invisible import INVISIBLE

_HEAD, _TAIL = 160, 40
"""A longer clause is judged by its first and last characters: what it is shows there."""


def folded(text: str) -> str:
    """A clause as the expressions see it: half width, no spaces, no unseen signs, a long one by its two ends."""
    plain = "".join(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).split())
    return plain if len(plain) <= _HEAD + _TAIL else plain[:_HEAD] + plain[-_TAIL:]

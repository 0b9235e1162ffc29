"""Characters that nobody sees: joiners, soft hyphens, variation selectors, direction marks and tags.

They get into a text by copying from web pages and hide words from every search: a joiner inside 培育 makes two words
of it. Comparing passes over them, the check of characters tells of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Unicode's Default_Ignorable_Code_Point: what a reader's screen shows nothing of.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


class VisibleText(NamedTuple):
    """A text without its invisible characters; `places` holds the place in the original of each one left."""

    text: str
    places: range | list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` up to `end` stand in the original; the same for an empty stretch."""
        if start == end:
            place = self.places[start] if start < len(self.places) else 0
            return place, place
        return self.places[start], self.places[end - 1] + 1


def visible(text: str) -> VisibleText:
    """Return what can be seen of a text."""
    if not INVISIBLE.search(text):
        return VisibleText(text, range(len(text)))
    places = [place for place, character in enumerate(text) if not INVISIBLE.match(character)]
    return VisibleText("".join(text[place] for place in places), places)

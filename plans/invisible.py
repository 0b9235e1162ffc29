"""Characters that nobody sees: joiners, soft hyphens, variation selectors, direction marks and tags.

They get into a text by copying from web pages and hide words from every search: a joiner inside 培育 makes two words
of it. Comparing passes over them, `plancmp check` tells of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancmp.plans.faults import FaultKind, Finding
from plancmp.plans.model import Plan

# Unicode's Default_Ignorable_Code_Point: what a reader's screen shows nothing of.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

_SHOWN = 8
"""So many kinds of character, and so many of the words in front of them, tell where to look."""


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


def invisible_findings(plan: Plan) -> Iterator[Finding]:
    """The values of a plan that hold invisible characters: which, and the words in front of the first one."""
    for path, text in _texts("", plan.model_dump(exclude_defaults=True)):
        if first := INVISIBLE.search(text):
            characters = sorted({f"U+{ord(character):04X}" for character in INVISIBLE.findall(text)})
            before = " ".join(text[: first.start()].split())[-_SHOWN:]
            yield Finding(path, FaultKind.INVISIBLE_CHARACTER, ", ".join(characters[:_SHOWN]), before)


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text below a value, with its model path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(f"{path}.{key}".lstrip("."), each)
    elif isinstance(value, Sequence):
        for number, each in enumerate(value):
            yield from _texts(f"{path}[{number}]", each)

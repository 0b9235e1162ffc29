"""Characters in a plan's values that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plancmp.plans.faults import FaultKind, Violation
from plancmp.plans.invisible import INVISIBLE
from plancmp.plans.library import Library
from plancmp.plans.reading import PlanFile

_SHOWN = 8
"""So many kinds of character, and so many of the words in front of them, tell where to look."""


def check_characters(plan_file: PlanFile, _library: Library) -> Iterator[Violation]:
    """The values of a plan that hold invisible characters: which, and the words in front of the first one."""
    for path, text in _texts("", plan_file.plan.model_dump(exclude_defaults=True)):
        if first := INVISIBLE.search(text):
            characters = sorted({f"U+{ord(character):04X}" for character in INVISIBLE.findall(text)})
            before = " ".join(text[: first.start()].split())[-_SHOWN:]
            yield Violation(path, FaultKind.INVISIBLE_CHARACTER, ", ".join(characters[:_SHOWN]), before)


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

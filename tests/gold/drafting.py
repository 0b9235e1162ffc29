"""How well commitments are drafted, against keys that say what each clause of a running text is.

A draft counts as found where it overlaps a clause that states a commitment by at least half of the shorter one's
characters, one to one. `python -m tests.gold.drafting` prints the figures of the development texts.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from plancmp.alignment.drafting.draft import draft_plan
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Measure, Plan, Programme
from tests.alignment.editing import plan_named

GOLD = Path(__file__).parent
STAND_INS = "official-dev"
"""Texts written for these tests begin so; the others are plans of the package."""

_MEASURE = re.compile(r"^(\d+\.\d+) ([^。]+)。(.+)$", re.MULTILINE)

Span = tuple[int, int]


class Score(NamedTuple):
    """How many commitments were drafted, how many the key states, and how many of the two are the same."""

    drafted: int
    stated: int
    found: int

    @property
    def precision(self) -> float:
        return self.found / self.drafted if self.drafted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.stated if self.stated else 1.0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


@cache
def keys() -> Any:
    return json.loads((GOLD / "drafting-dev.json").read_text("utf-8"))["references"]


@cache
def text_of(name: str) -> Plan:
    return running_text(GOLD / f"{name}.txt") if name.startswith(STAND_INS) else plan_named(name)


def running_text(path: Path) -> Plan:
    """A stand-in as a plan: a measure a line, numbered 1.1 to 7.5 with a title up to 。, else as official texts are."""
    text = path.read_text("utf-8")
    lines = _MEASURE.findall(text)
    if not lines:
        return encode_document(text.encode(), plan_id=path.stem, level="province").plan
    programmes: dict[str, list[Measure]] = {number.partition(".")[0]: [] for number, _, _ in lines}
    for number, title, words in lines:
        programmes[number.partition(".")[0]].append(Measure(id=number, title=title, text=words))
    return Plan(
        schema="plancmp/plan/1",
        id=path.stem,
        name="某省",
        level="province",
        title="某省行动方案",
        programmes=tuple(
            Programme(number=int(number), title=number, measures=tuple(found))
            for number, found in programmes.items()
        ),
    )


def score(plan: Plan, entries: Sequence[Any]) -> Score:
    """The draft of a plan against the key of some or all of its measures."""
    texts = {measure.id: measure.text for measure in plan.measures}
    keyed = {entry["measure"] for entry in entries}
    total = Score(0, 0, 0)
    for draft in draft_plan(plan):
        if draft.id in keyed:
            text = texts[draft.id]
            stated = [
                entry["text"]
                for entry in entries
                if entry["measure"] == draft.id and entry["kind"] == "commitment"
            ]
            drafts = list(spans(text, [each.text for each in draft.commitments]))
            wanted = list(spans(text, stated))
            total += Score(len(drafts), len(wanted), pairs(drafts, wanted))
    return total


def spans(text: str, parts: Iterable[str]) -> Iterator[Span]:
    """Where parts stand that follow one another in a text."""
    place = 0
    for part in parts:
        start = text.find(part, place)
        start = text.find(part) if start < 0 else start
        if start >= 0:
            place = start + len(part)
            yield start, place


def pairs(drafts: Sequence[Span], wanted: Sequence[Span]) -> int:
    """How many drafts and clauses go together, one to one, those that share most first."""
    shared = [
        (overlap, one, other)
        for one, draft in enumerate(drafts)
        for other, clause in enumerate(wanted)
        if 2 * (overlap := min(draft[1], clause[1]) - max(draft[0], clause[0]))
        >= min(draft[1] - draft[0], clause[1] - clause[0])
    ]
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(shared, reverse=True):
        if taken.isdisjoint({("draft", one), ("clause", other)}):
            taken |= {("draft", one), ("clause", other)}
    return len(taken) // 2


def main() -> None:
    figures = {name: score(text_of(name), entries) for name, entries in keys().items()}
    sys.stdout.writelines(
        f"{name:16} P {each.precision:.3f} R {each.recall:.3f} ({each.found} of {each.drafted} and {each.stated})\n"
        for name, each in figures.items()
    )


if __name__ == "__main__":
    main()

"""What is one promise: which clauses of a sentence belong together.

Each clause that promises something is a unit, with the first half before it and the numbers behind it. Units that
stand side by side are joined where the second goes on with the first, and kept apart where the shipped reconstruction
knows a promise of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancmp.alignment.drafting import patterns
from plancmp.alignment.drafting.kinds import Clause, ClauseKind, Why
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.grams import boilerplate, grams
from plancmp.alignment.numeric_targets import find_targets

_SHARED = 2
"""So many pairs of characters that no boilerplate and no title holds make two clauses speak of one thing."""

_LOOKS_BACK = 3
"""So many clauses back a clause may name the thing of again."""

_PASSES = frozenset({ClauseKind.OPENING, ClauseKind.SLOGAN})
"""What may stand between the halves of a promise."""

_ADDRESSES = 0.2
"""Where at least this share of the promises begins by addressing somebody (支持各县…), what does not goes on.

It is .25 to .45 in four stand-ins for a provincial text by others, .03 to .16 in plans and in stand-ins that list what
is to be done.
"""


class Unit(NamedTuple):
    """Clauses of a sentence that make a promise, and the commitments of the reconstruction that make the same one."""

    clauses: Sequence[Clause]
    run: range
    same: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The clauses, verbatim."""
        return self.clauses[0].sentence.quote(self.run[0], self.run[-1])

    @property
    def why(self) -> Why:
        """The rule by which the first of them is a promise."""
        return next(
            self.clauses[place].why for place in self.run if self.clauses[place].kind is ClauseKind.COMMITMENT
        )

    @property
    def addresses(self) -> bool:
        """Whether it begins by saying who is to do it, or by a verb that leads others."""
        return _addresses(self.clauses[self.run[0]])


def units_of(clauses: Sequence[Clause]) -> Iterator[Unit]:
    """The promises of a sentence, taken as finely as can be."""
    start = stop = 0
    for place, clause in enumerate(clauses):
        if clause.kind is ClauseKind.FIGURE and stop == place and stop > start:
            stop = place + 1
        elif clause.kind is ClauseKind.COMMITMENT:
            if stop > start:
                yield Unit(clauses, range(start, stop))
            start, stop = _first_half(clauses, place), place + 1
    if stop > start:
        yield Unit(clauses, range(start, stop))


def addresses_others(units: Sequence[Unit]) -> bool:
    """Whether a text says again and again whom it calls on, so that what does not goes on with what is before it."""
    return sum(unit.addresses for unit in units) >= _ADDRESSES * len(units)


def join_units(units: Iterable[Unit], title: str, *, addressing: bool) -> list[Unit]:
    """The units of a measure with those joined that make one promise.

    `addressing` tells that the text says again and again whom it calls on, see `addresses_others`.
    """
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else None
        if before and before.clauses is unit.clauses and _belongs(before, unit, title, addressing=addressing):
            joined[-1] = Unit(unit.clauses, range(before.run.start, unit.run.stop), before.same | unit.same)
        else:
            joined.append(unit)
    return _without_asides(joined) if addressing else joined


def _without_asides(units: Sequence[Unit]) -> list[Unit]:
    """The units of a measure in a text that addresses others, without those that ask nothing of anybody.

    They address nobody, name no work and no number, and the reconstruction does not know them; where they are no fewer
    than what it knows, the text speaks of other matters, and all are kept.
    """
    known = sum(bool(unit.same) for unit in units)
    asides = [unit for unit in units if not (unit.same or unit.addresses or _does_something(unit))]
    return [unit for unit in units if unit not in asides] if len(asides) < known else list(units)


def _belongs(before: Unit, unit: Unit, title: str, *, addressing: bool) -> bool:
    """Whether a unit makes one promise with those before it."""
    between = unit.clauses[before.run.stop : unit.run.start]
    if any(clause.kind not in _PASSES for clause in between):
        return False
    if before.same and unit.same:
        return not before.same.isdisjoint(unit.same)
    known = bool(before.same or unit.same)
    led = any(_addresses(before.clauses[place]) for place in before.run)
    if addressing and not unit.addresses and (led or (known and not _sets_number(unit))):
        return True
    if between:
        return False
    near = range(max(before.run.start, unit.run.start - _LOOKS_BACK), unit.run.start)
    return _goes_on([unit.clauses[place] for place in near], unit.clauses[unit.run[0]], title)


def _does_something(unit: Unit) -> bool:
    return bool(find_targets(unit.text) or patterns.works().search(folded(unit.text)))


def _sets_number(unit: Unit) -> bool:
    """Whether it sets a number of its own: one with a date only tells how far what is before it shall come."""
    return bool(find_targets(unit.text)) and not patterns.dated().search(folded(unit.text))


def _addresses(clause: Clause) -> bool:
    return bool(patterns.addresses().search(folded(clause.text)))


def _goes_on(before: Sequence[Clause], clause: Clause, title: str) -> bool:
    """Whether a promise goes on with the one that these clauses make.

    It says how that is carried out (实行动态管理), what the scheme that it names consists of, or it names its thing
    again (落实权责清单制度,动态调整权责清单).
    """
    if clause.kind is not ClauseKind.COMMITMENT:
        return False
    numbered = bool(find_targets(clause.text))
    if numbered and any(find_targets(each.text) for each in before):
        return False
    words = folded(clause.text)
    if patterns.dependent().search(words) or _is_scheme(before):
        return True
    if patterns.makes().search(words):
        return False
    common = boilerplate() | grams(title)
    said = frozenset().union(*(grams(each.text) for each in before)) - common
    return len(said & (grams(clause.text) - common)) >= (1 if numbered else _SHARED)


def _is_scheme(before: Sequence[Clause]) -> bool:
    return len(before) == 1 and bool(patterns.umbrella().search(folded(before[0].text)))


def _first_half(clauses: Sequence[Clause], place: int) -> int:
    """Where a promise begins whose first half is a clause of its own (引导…企业,采取…方式,加快…)."""
    first = start = place
    while start and clauses[start - 1].why in {Why.FIRST_HALF, Why.MANNER}:
        start -= 1
        first = start if clauses[start].why is Why.FIRST_HALF else first
    return first

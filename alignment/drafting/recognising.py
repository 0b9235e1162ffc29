"""What of a running text the shipped reconstruction promises too: it tells promises from what only sounds like none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.drafting import patterns
from plancmp.alignment.drafting.joining import Unit, units_of
from plancmp.alignment.drafting.kinds import Clause, ClauseKind, Why
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.lending import Known, Place, place_known

Sentences = tuple[tuple[Clause, ...], ...]
"""The clauses of a measure, sentence by sentence."""

_NEVER = frozenset({ClauseKind.COMMITMENT, ClauseKind.FIGURE, ClauseKind.SLOGAN})
"""What is a promise already, or could not be one."""


def recognise(judged: Sequence[Sentences], known: Sequence[Known]) -> list[Sentences]:
    """The clauses of each measure, taken for promises where they carry what no promise of the text does.

    A clause with the issuer as its subject stays the issuer's own task, whatever it speaks of.
    """
    units = [_units(sentences) for sentences in judged]
    said = {each for found in place_known(known, map(_place_of_unit, _all(units))).values() for each in found}
    missing = [each for each in known if each.commitment not in said]
    clauses = [clause for sentences in judged for found in sentences for clause in found]
    promised = place_known(missing, map(_place_of_clause, filter(_may_promise, clauses)))
    return [
        tuple(
            tuple(
                clause._replace(kind=ClauseKind.COMMITMENT, why=Why.KNOWN) if clause in promised else clause
                for clause in found
            )
            for found in sentences
        )
        for sentences in judged
    ]


def units_with_same(judged: Sequence[Sentences], known: Sequence[Known]) -> list[list[Unit]]:
    """The units of each measure, each with what of the reconstruction makes the same promise."""
    units = [_units(sentences) for sentences in judged]
    same = place_known(known, map(_place_of_unit, _all(units)))
    return [[unit._replace(same=frozenset(same.get(unit, ()))) for unit in found] for found in units]


def _may_promise(clause: Clause) -> bool:
    """Whether a clause that was passed over may promise something all the same: no expression tells what it is."""
    if clause.kind in _NEVER or clause.why in {Why.OWN_SUBJECT, Why.AIM}:
        return False
    words = folded(clause.text)
    return not patterns.always_facts().search(words)


def _units(sentences: Sentences) -> list[Unit]:
    return [unit for clauses in sentences for unit in units_of(clauses)]


def _all(units: Sequence[Sequence[Unit]]) -> Iterator[Unit]:
    return (unit for found in units for unit in found)


def _place_of_unit(unit: Unit) -> Place:
    return _place(unit, unit.clauses[unit.run[0]], unit.clauses[unit.run[-1]])


def _place_of_clause(clause: Clause) -> Place:
    return _place(clause, clause, clause)


def _place(what: Unit | Clause, first: Clause, last: Clause) -> Place:
    spans = first.sentence.spans
    return Place(first.sentence.measure, spans[first.number][0], spans[last.number][1], what)

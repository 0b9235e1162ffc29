"""Checks: what a passage that answers a commitment may still lack of what is asked, one module for each respect.

A check judges a passage by itself and gives its own reasons; a new one is a module of this package and an entry in
`CHECKS`.
"""

from __future__ import annotations

from typing import NamedTuple

from plancmp.alignment.checks import condition, deadline, scope, strength, target
from plancmp.alignment.checks.demand import Demand, Pairing
from plancmp.alignment.result import Reason, TargetChange
from plancmp.alignment.retrieval import Candidate, FoundTarget, PlanIndex

CHECKS = (target.CHECK, deadline.CHECK, strength.CHECK, condition.CHECK, scope.CHECK)
"""In the order in which their reasons are told."""

OVERRIDING = frozenset().union(*(check.overriding for check in CHECKS))
"""A measure is not adopted when one of these befalls a central commitment, however much of it is carried."""


class Assessment(NamedTuple):
    """What all checks together find in a passage.

    Attributes:
        reasons: why it is weaker than what is asked, each once.
        strengthened: whether it is firmer in one respect and weaker in none.
        targets: what became of each number asked for.
        elsewhere: the numbers that answer to those asked for but stand outside the passage.
    """

    reasons: tuple[Reason, ...]
    strengthened: bool
    targets: tuple[TargetChange, ...]
    elsewhere: tuple[FoundTarget, ...]


def assess(demand: Demand, passage: Candidate, index: PlanIndex) -> Assessment:
    """Compare a passage that answers a commitment with what the reference asks; `index` is the whole plan."""
    asked = demand.ask(target.asked_targets)
    numbers = tuple(target.find_target(each, passage, index) for each in asked)
    pairing = Pairing(demand, passage, numbers, tuple(map(target.target_change, asked, numbers)))
    outcomes = [check.judge(pairing) for check in CHECKS]
    reasons = tuple(dict.fromkeys(reason for outcome in outcomes for reason in outcome.reasons))
    return Assessment(
        reasons=reasons,
        strengthened=not reasons and any(outcome.firmer for outcome in outcomes),
        targets=pairing.changes,
        elsewhere=tuple(each for each in numbers if each and not each.stands_in(passage)),
    )

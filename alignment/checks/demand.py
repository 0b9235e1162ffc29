"""What a check looks at: what the reference asks of a commitment, and a passage of the plan that answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import Reason, TargetChange
from plancmp.alignment.retrieval import Candidate, FoundTarget

T = TypeVar("T")


@dataclass(frozen=True)
class Demand:
    """What the reference asks of a commitment beyond its content.

    `period_end` is the year by which the reference wants things done where it names no other date, such as "2025".
    """

    commitment: ReferenceCommitment
    period_end: str | None
    _known: dict[Callable[[ReferenceCommitment], Any], Any] = field(
        default_factory=dict, repr=False, compare=False
    )

    def ask(self, question: Callable[[ReferenceCommitment], T]) -> T:
        """Return `question(self.commitment)`, worked out once: a commitment is checked against many passages."""
        if question not in self._known:
            self._known[question] = question(self.commitment)
        return self._known[question]  # type: ignore[no-any-return]


class Pairing(NamedTuple):
    """A demand and a passage that answers it.

    Attributes:
        numbers: for each number asked for the plan's number that answers to it, None where there is none.
        changes: what became of each number asked for.
    """

    demand: Demand
    passage: Candidate
    numbers: tuple[FoundTarget | None, ...]
    changes: tuple[TargetChange, ...]


class Outcome(NamedTuple):
    """What one check finds: reasons to call the passage weaker than the demand, or that it is firmer."""

    reasons: tuple[Reason, ...] = ()
    firmer: bool = False


class Check(NamedTuple):
    """One respect in which a plan may fall behind what the reference asks.

    Attributes:
        reasons: the reasons it may give.
        judge: what it finds in a passage.
        overriding: those that keep a measure from being adopted when one of them befalls a central commitment.
    """

    reasons: frozenset[Reason]
    judge: Callable[[Pairing], Outcome]
    overriding: frozenset[Reason] = frozenset()

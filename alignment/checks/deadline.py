"""Deadline: whether a plan puts off what the reference wants by a certain date."""

from __future__ import annotations

from plancmp.alignment.checks.demand import Check, Demand, Outcome, Pairing
from plancmp.alignment.numeric_targets import deadline_of
from plancmp.alignment.reference import QueryVariant
from plancmp.alignment.result import Reason
from plancmp.alignment.retrieval import Candidate


def deadline_asked(demand: Demand, variant: QueryVariant) -> str | None:
    """The date that a wording names, else the end of the reference's period, such as "2025"; None without either."""
    borrowed = variant in demand.commitment.borrowed
    return deadline_of(demand.commitment.commitment.text if borrowed else variant.text) or demand.period_end


def deadline_named(passage: Candidate) -> str | None:
    """The last date that a sentence names up to the end of a passage, else behind it; None where it names none."""
    return deadline_of(passage.up_to_end) or deadline_of(passage.rest)


def _judge(pairing: Pairing) -> Outcome:
    """DEADLINE_LATER if the passage, or a number found for one asked, names a date after the one asked."""
    asked = deadline_asked(pairing.demand, pairing.passage.variant)
    if asked is None:
        return Outcome()
    latest = f"{asked}-12"[:7]  # a year lasts to its December
    named = (deadline_named(pairing.passage), *(each.target.deadline for each in pairing.numbers if each))
    return Outcome((Reason.DEADLINE_LATER,) if any(date and date > latest for date in named) else ())


_REASONS = frozenset({Reason.DEADLINE_LATER})
CHECK = Check(_REASONS, _judge, overriding=_REASONS)

"""Condition: whether a plan makes conditional, or leaves to others, what the reference asks without a condition."""

from __future__ import annotations

from plancmp.alignment.checks.demand import Check, Outcome, Pairing
from plancmp.alignment.checks.strength import firmest_asked
from plancmp.alignment.clauses import Sentence, condition_in, split_sentences
from plancmp.alignment.grams import canonicalise
from plancmp.alignment.obligation import FIRM
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import Reason

_BARE_VERB = 4
"""Characters of a verb without an object of its own (实施, 再行研究): what waits is in the clause before."""


def condition_on(sentence: Sentence, first: int, last: int) -> str:
    """The words that make these segments wait, "" when there are none.

    They stand in the segments, open the sentence, or are all that the next segment says.
    """
    if within := condition_in(canonicalise(sentence.quote(first, last))):
        return within
    opening = canonicalise(sentence.quote(0, 0)) if first else ""
    opened = condition_in(opening).rstrip(",")
    if opened and opening.startswith(f"{opened},"):
        return opened
    closing = canonicalise(sentence.quote(last + 1, last + 1)) if last + 1 < len(sentence.spans) else ""
    closed = condition_in(closing)
    return closed if closing.startswith(closed) and len(closing) - len(closed) <= _BARE_VERB else ""


def is_asked_conditionally(commitment: ReferenceCommitment) -> bool:
    """Whether one of the wordings waits for something, or the clause does where it stands in an official text."""
    if any(condition_in(canonicalise(variant.text)) for variant in commitment.own_variants):
        return True
    measure, clause = commitment.measure, commitment.commitment.text
    return any(
        condition_on(sentence, first, last)
        for sentence in split_sentences(measure.id, measure.text)
        for first in range(len(sentence.spans))
        for last in range(first, len(sentence.spans))
        if sentence.quote(first, last) == clause
    )


def _judge(pairing: Pairing) -> Outcome:
    """MADE_CONDITIONAL for a condition where a wording asks firmly (strength 4 or 5) and none has a condition."""
    demand, passage = pairing.demand, pairing.passage
    if (
        condition_on(passage.sentence, passage.first, passage.last)
        and firmest_asked(demand) >= FIRM
        and not demand.ask(is_asked_conditionally)
    ):
        return Outcome((Reason.MADE_CONDITIONAL,))
    return Outcome()


_REASONS = frozenset({Reason.MADE_CONDITIONAL})
CHECK = Check(_REASONS, _judge, overriding=_REASONS)

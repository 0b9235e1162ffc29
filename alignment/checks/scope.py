"""Scope: whether a plan does in one place, or for a few, what the reference asks without such a limit."""

from __future__ import annotations

import re
from functools import cache

from plancmp.alignment.checks.demand import Check, Outcome, Pairing
from plancmp.alignment.clauses import Sentence
from plancmp.alignment.language_data import language
from plancmp.alignment.normal import normalise
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import Reason


def limit_on(sentence: Sentence, first: int, last: int) -> str:
    """The words that limit these segments to a few (先在一镇试行), or set the others aside; "" for none."""
    found = _limits().search(normalise(sentence.quote(first, last))) or _others().search(
        normalise(sentence.quote(last, len(sentence.spans) - 1))
    )
    return found[0] if found else ""


def is_asked_with_limits(commitment: ReferenceCommitment) -> bool:
    """Whether one of the wordings asks for a trial or for a few itself."""
    return any(_trial().search(normalise(variant.text)) for variant in commitment.own_variants)


def _judge(pairing: Pairing) -> Outcome:
    """PARTIAL_MATCH for a limit where no wording has one."""
    passage = pairing.passage
    if limit_on(passage.sentence, passage.first, passage.last) and not pairing.demand.ask(
        is_asked_with_limits
    ):
        return Outcome((Reason.PARTIAL_MATCH,))
    return Outcome()


@cache
def _limits() -> re.Pattern[str]:
    return re.compile("|".join(language("scope")["limits"]))


@cache
def _others() -> re.Pattern[str]:
    return re.compile("|".join(language("scope")["others"]))


@cache
def _trial() -> re.Pattern[str]:
    return re.compile("|".join(language("scope")["trials"]))


CHECK = Check(frozenset({Reason.PARTIAL_MATCH}), _judge)

"""The mutation suite with decisions in place: a change hides behind no decision, and takes none with it.

Every verdict on the plans as they are is agreed to; then one thing is changed.
"""

from __future__ import annotations

from functools import cache

import pytest

from plancmp.alignment.decisions import Binding, agreeing, bind, decide
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.decisions.fingerprints import stands_in
from plancmp.plans.decisions.model import Decision
from tests.alignment.editing import REFERENCE, plan_named
from tests.alignment.mutation_case import Case
from tests.alignment.mutation_targets import unmutated
from tests.alignment.mutations import CLAUSE_KINDS, cases_of

MOVED = "moved to another programme"
CHANGED = sorted(set(CLAUSE_KINDS) - {MOVED})
UNTOUCHED = ("measure split", "measures merged", "sentences reordered", "unrelated measure added")


@cache
def agreed(base: str) -> tuple[Binding, tuple[Decision, ...]]:
    """Agreement with every verdict on a plan as it is."""
    computed = unmutated(base)
    binding = bind(computed, plan_named(REFERENCE), plan_named(base))
    entries = (
        decide(binding, each, agreeing(each), by="analyst", at="2026-11-26") for each in computed.commitments
    )
    return binding, tuple(entries)


def suspects(case: Case) -> set[str]:
    """The carried commitments whose decisions no longer hold; an omission's rests on the whole text."""
    binding, entries = agreed(case.base)
    now = Binding(binding.asked, texts_of(case.plan))
    return {entry.item for entry in entries if entry.quotes and not now.holds(entry)}


def own(case: Case) -> set[str]:
    """The commitments decided by a sentence that the change touched."""
    return {
        entry.item
        for entry in agreed(case.base)[1]
        if any(
            stands_in(quote.text, sentence)
            for quote in entry.quotes
            for measure, sentence in case.edited
            if quote.measure == measure
        )
    }


@pytest.mark.parametrize("kind", CHANGED)
def test_a_changed_clause_makes_its_own_decisions_suspect_and_no_others(kind: str) -> None:
    for case in cases_of(kind):
        found = suspects(case)
        assert {each.commitment for each in case.expected} <= found, case.note
        assert found <= own(case), case.note


@pytest.mark.parametrize("kind", [MOVED, *UNTOUCHED])
def test_sentences_that_stand_elsewhere_keep_their_decisions(kind: str) -> None:
    for case in cases_of(kind):
        assert suspects(case) == set(), case.note

"""Checking a decisions file: does it speak of a reference, a plan and words that there are, as they were read?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plancmp.plans.decisions.binding import (
    ReadTexts,
    asked_of_commitment,
    asked_of_measure,
    doubt_about,
    texts_of,
)
from plancmp.plans.decisions.merging import standing_of
from plancmp.plans.decisions.model import Decision, Decisions
from plancmp.plans.faults import FaultKind, InvalidPlan, Violation, excerpt
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan


def check_decisions(decisions: Decisions, library: Library) -> Iterator[Violation]:
    """What is wrong with decisions beside their form; a suspect one is told, for it is not applied."""
    plans: dict[str, Plan] = {}
    for key, plan_id in (("reference", decisions.reference), ("plan", decisions.plan)):
        path = library.path_of(plan_id)
        if path is None:
            yield Violation(key, FaultKind.PLAN_UNKNOWN, plan_id, ", ".join(library.similar(plan_id)))
            continue
        try:
            plans[key] = load_plan(path)
        except InvalidPlan:
            yield Violation(key, FaultKind.PLAN_INVALID, plan_id)
    if len(plans) == 2:
        asked, texts = _asked(plans["reference"]), texts_of(plans["plan"])
        for number, entry in enumerate(decisions.entries):
            yield from _entry(f"entries[{number}]", entry, asked, texts)
    yield from _differences(decisions)


class _Asked(NamedTuple):
    """The fingerprints of what each measure and each listed commitment asks, by id."""

    measures: dict[str, str]
    commitments: dict[str, str]
    listed: frozenset[str]

    def knows(self, entry: Decision) -> bool:
        """Is there such an item? The commitments of a measure that lists none are its clauses, whose number is open."""
        if entry.measure is not None:
            return entry.measure in self.measures
        measure = entry.item.rpartition(".")[0]
        return entry.item in self.commitments or (measure in self.measures and measure not in self.listed)


def _asked(reference: Plan) -> _Asked:
    return _Asked(
        {measure.id: asked_of_measure(measure) for measure in reference.measures},
        {each.id: asked_of_commitment(each.text, each.target) for each in reference.commitments},
        frozenset(measure.id for measure in reference.measures if measure.commitments),
    )


def _entry(path: str, entry: Decision, asked: _Asked, texts: ReadTexts) -> Iterator[Violation]:
    if not asked.knows(entry):
        key = "measure" if entry.commitment is None else "commitment"
        yield Violation(f"{path}.{key}", FaultKind.ITEM_UNKNOWN, entry.item)
        return
    faults = list(_quotes(path, entry, texts))
    yield from faults
    known = asked.measures if entry.commitment is None else asked.commitments
    doubt = doubt_about(entry, known.get(entry.item, entry.asked), texts)
    if doubt and not faults:
        yield Violation(f"{path}.{doubt}", FaultKind.DECISION_SUSPECT, entry.item)


def _quotes(path: str, entry: Decision, texts: ReadTexts) -> Iterator[Violation]:
    for number, quote in enumerate(entry.quotes):
        place = texts.place_of(quote)
        if place is None:
            yield Violation(f"{path}.quotes[{number}].text", FaultKind.QUOTE_NOT_FOUND, excerpt(quote.text))
        elif place != quote.measure:
            yield Violation(
                f"{path}.quotes[{number}].measure", FaultKind.QUOTE_ELSEWHERE, quote.measure, place
            )


def _differences(decisions: Decisions) -> Iterator[Violation]:
    """Each decision that contradicts the first one on its item."""
    numbers = {entry: number for number, entry in enumerate(decisions.entries)}
    for first, *others in standing_of(decisions.entries).contradicting.values():
        for other in others:
            if other.said != first.said:
                path = f"entries[{numbers[other]}].verdict"
                yield Violation(path, FaultKind.DECISIONS_DIFFER, first.by, first.verdict)

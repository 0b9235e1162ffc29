"""Questions on a plan: what became of commitments of its reference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from plancmp.alignment.consultation.prompt import SECOND_READING, WORDING
from plancmp.alignment.consultation.question import Asked, Question, Scope, ask
from plancmp.alignment.result import Comparison
from plancmp.alignment.review_queue import review_queue
from plancmp.plans.model import Plan

_WORDINGS = 2
"""Wordings of other documents that a commitment is shown with."""


class Pair(NamedTuple):
    """A plan, the reference it is compared with, and the comparison of the two."""

    reference: Plan
    plan: Plan
    comparison: Comparison


def worth_asking(comparison: Comparison, share: float) -> frozenset[str]:
    """The ids of the first share (0-1) of the review queue: the commitments most worth a second reading."""
    queue = review_queue(comparison)
    return frozenset(item.commitment.id for item in islice(queue, round(len(queue) * share)))


def ask_about(pair: Pair, items: Collection[str], model: str, scope: Scope) -> tuple[Question, ...]:
    """The questions about some commitments.

    Args:
        pair: the plan judged and its reference; where the plan is one of the reference's witnesses, its own wordings
            are not shown.
        items: the ids of the commitments.
        model: the name of the model to be asked.
        scope: how much one question asks.

    Raises:
        PlanTooLongError: the plan's text is too long to be asked about.
    """
    text = plan_text(pair.plan)
    wordings = _wordings(pair.reference, pair.comparison.plan.witness)
    groups = [
        [
            Asked(each.id, f"{each.text}{wordings.get(each.id, '')}")
            for measure in programme.measures
            for each in measure.commitments
            if each.id in items
        ]
        for programme in pair.comparison.programmes
    ]
    if scope is Scope.REFERENCE:
        groups = [[asked for group in groups for asked in group]]
    return tuple(ask(SECOND_READING, pair.plan, model, group, text) for group in groups if group)


def plan_text(plan: Plan) -> str:
    """Everything that a plan says, part by part, each with its id and title."""
    return "\n".join(f"[{part.id}] {part.title}\n{part.text}" for part in plan.parts)


def _wordings(reference: Plan, judged: str | None) -> dict[str, str]:
    """What is shown behind each commitment of how others put it."""
    quotes = {
        each.id: _others(each.text, (w.quote for w in each.attesting if w.plan != judged))
        for each in reference.commitments
    }
    shown = {item: tuple(islice(found, _WORDINGS)) for item, found in quotes.items()}
    return {item: f"（{WORDING}：{'；'.join(found)}）" for item, found in shown.items() if found}


def _others(text: str, quotes: Iterable[str]) -> Iterator[str]:
    """The quotes that say more than the commitment's own text, each once."""
    return (quote for quote in dict.fromkeys(quotes) if quote not in text)

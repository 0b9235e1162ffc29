"""What a language model is asked: commitments and the plan's text as one question, the same for the same texts.

The plan's text is data: it stands between two lines that its own text cannot hold, and nothing in it can reach the
answer but through the proof of quotes (see `answer`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from plancmp.alignment.consultation import prompt
from plancmp.alignment.result import Comparison
from plancmp.alignment.review_queue import review_queue
from plancmp.plans.model import Plan

MOST_TEXT = 200_000
"""Characters of a plan's text that are put into a question; a real plan has some 7,000."""

_WORDINGS = 2
"""Wordings of other documents that a commitment is shown with."""

_DIGITS = 16


class Scope(StrEnum):
    """How much one question asks: a programme of the reference at a time, or the whole of it."""

    PROGRAMME = "programme"
    REFERENCE = "reference"


class Asked(NamedTuple):
    """A commitment that is asked about: its id and text, and the wordings of other documents it is shown with."""

    id: str
    text: str
    wordings: tuple[str, ...] = ()


class Pair(NamedTuple):
    """A plan, the reference it is compared with, and the comparison of the two."""

    reference: Plan
    plan: Plan
    comparison: Comparison


class Question(NamedTuple):
    """One request to a language model.

    Attributes:
        id: the plan's id and the fingerprint of model, words and texts: what has this id need not be asked again.
        plan: the plan's id.
        model: the name of the model asked.
        asked: the commitments, in the reference's order.
        instructions: what the model is told first.
        material: the list of commitments and the plan's text.
    """

    id: str
    plan: str
    model: str
    asked: tuple[Asked, ...]
    instructions: str
    material: str

    @property
    def plan_part(self) -> str:
        """What its id has in common with those of the same plan's other questions."""
        return self.id.rpartition("-")[0]

    @property
    def characters(self) -> int:
        """How long the question is, all told."""
        return len(self.instructions) + len(self.material)


class PlanTooLongError(Exception):
    """A plan whose text is longer than `MOST_TEXT`; `plan` is its name, `characters` its length."""

    def __init__(self, plan: str, characters: int) -> None:
        super().__init__(plan, characters)
        self.plan, self.characters = plan, characters


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
    if len(text) > MOST_TEXT:
        raise PlanTooLongError(pair.plan.name, len(text))
    wordings = _wordings(pair.reference, pair.comparison.plan.witness)
    groups = [
        [
            Asked(each.id, each.text, wordings.get(each.id, ()))
            for measure in programme.measures
            for each in measure.commitments
            if each.id in items
        ]
        for programme in pair.comparison.programmes
    ]
    if scope is Scope.REFERENCE:
        groups = [[asked for group in groups for asked in group]]
    return tuple(_question(pair.plan.id, model, group, text) for group in groups if group)


def ask_again(question: Question, faults: Mapping[str, str]) -> Question:
    """The question once more, about those commitments alone whose answers were refused.

    Args:
        question: as it was asked first.
        faults: by commitment what was wrong, as `AnswerFault`.
    """
    told = "\n".join(f"{item} {prompt.FAULTS[fault]}" for item, fault in faults.items())
    asked = [each for each in question.asked if each.id in faults]
    text = question.material[question.material.index(f"{prompt.PLAN_TEXT}：") :]
    instructions = prompt.INSTRUCTIONS + prompt.AGAIN.format(faults=told)
    return _identified(question.plan, question.model, asked, instructions, f"{_listed(asked)}\n{text}")


def plan_text(plan: Plan) -> str:
    """Everything that a plan says, part by part, each with its id and title."""
    return "\n".join(f"[{part.id}] {part.title}\n{part.text}" for part in plan.parts)


def _question(plan: str, model: str, asked: Sequence[Asked], text: str) -> Question:
    mark = _mark(text)
    fenced = f"{prompt.PLAN_TEXT}：\n<<<{mark}\n{text}\n{mark}>>>"
    return _identified(plan, model, asked, prompt.INSTRUCTIONS, f"{_listed(asked)}\n{fenced}")


def _identified(plan: str, model: str, asked: Iterable[Asked], instructions: str, material: str) -> Question:
    told = json.dumps([prompt.PROMPT_VERSION, model, instructions, material])
    digest = hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
    return Question(f"{plan[:40]}-{digest}", plan, model, tuple(asked), instructions, material)


def _mark(text: str) -> str:
    """A mark that this text does not hold, and the same whenever it is asked about."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return next(digest[place : place + 12] for place in range(52) if digest[place : place + 12] not in text)


def _listed(asked: Iterable[Asked]) -> str:
    lines = (f"{each.id} {each.text}{_shown(each.wordings)}" for each in asked)
    return "\n".join([f"{prompt.LIST}：", *lines, ""])


def _shown(wordings: Sequence[str]) -> str:
    return f"（{prompt.WORDING}：{'；'.join(wordings)}）" if wordings else ""


def _wordings(reference: Plan, judged: str | None) -> dict[str, tuple[str, ...]]:
    return {
        each.id: tuple(
            islice(_others(each.text, (w.quote for w in each.attesting if w.plan != judged)), _WORDINGS)
        )
        for each in reference.commitments
    }


def _others(text: str, quotes: Iterable[str]) -> Iterator[str]:
    """The quotes that say more than the commitment's own text, each once."""
    return (quote for quote in dict.fromkeys(quotes) if quote not in text)

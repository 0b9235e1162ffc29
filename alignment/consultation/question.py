"""What a language model is asked: a list and a text as one question, the same for the same texts.

The text is data: it stands between two lines that it cannot hold itself, and nothing in it can reach the answer but
through the proof of quotes (see `answer` and `drafting_answer`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from plancmp.plans.model import Plan

MOST_TEXT = 200_000
"""Characters of a plan's text that are put into a question; a real plan has some 7,000."""

_DIGITS = 16


class Scope(StrEnum):
    """How much one question asks: a programme of the reference at a time, or the whole of it."""

    PROGRAMME = "programme"
    REFERENCE = "reference"


class Prompt(NamedTuple):
    """The words in which something is asked.

    Attributes:
        version: changes with every change of the words: an answer to other words is none to these.
        instructions: what the model is told first.
        again: what is added, before a line for each, where answers were refused.
        faults: what was wrong with an answer, by `AnswerFault`.
        listed: what the list of what is asked about is called.
        text: what the text is called.
        schema: makes the JSON Schema of the answer about these ids.
    """

    version: str
    instructions: str
    again: str
    faults: Mapping[str, str]
    listed: str
    text: str
    schema: Callable[[Sequence[str]], dict[str, Any]]


class Asked(NamedTuple):
    """Something that is asked about: its id, and what the list says of it."""

    id: str
    text: str


class Question(NamedTuple):
    """One request to a language model.

    Attributes:
        id: the plan's id and the fingerprint of model, words and texts: what has this id need not be asked again.
        plan: the plan's id.
        model: the name of the model asked.
        asked: the commitments or measures, in order.
        instructions: what the model is told first.
        material: the list of them and the text.
        prompt: the words in which it is asked.
    """

    id: str
    plan: str
    model: str
    asked: tuple[Asked, ...]
    instructions: str
    material: str
    prompt: Prompt

    @property
    def plan_part(self) -> str:
        """What its id has in common with those of the same plan's other questions."""
        return self.id.rpartition("-")[0]

    @property
    def characters(self) -> int:
        """How long the question is, all told."""
        return len(self.instructions) + len(self.material)

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its answer."""
        return self.prompt.schema([each.id for each in self.asked])


class PlanTooLongError(Exception):
    """A plan whose text is longer than `MOST_TEXT`; `plan` is its name, `characters` its length."""

    def __init__(self, plan: str, characters: int) -> None:
        super().__init__(plan, characters)
        self.plan, self.characters = plan, characters


def ask(prompt: Prompt, plan: Plan, model: str, asked: Sequence[Asked], text: str) -> Question:
    """A question.

    Args:
        prompt: the words.
        plan: what the text is of.
        model: the name of the model to be asked.
        asked: what is asked about.
        text: what it is to be answered from.

    Raises:
        PlanTooLongError: the text is too long to be asked about.
    """
    if len(text) > MOST_TEXT:
        raise PlanTooLongError(plan.name, len(text))
    mark = _mark(text)
    fenced = f"{prompt.text}：\n<<<{mark}\n{text}\n{mark}>>>"
    material = f"{_listed(prompt, asked)}\n{fenced}"
    return _identified(Question("", plan.id, model, tuple(asked), prompt.instructions, material, prompt))


def ask_again(question: Question, faults: Mapping[str, str]) -> Question:
    """The question once more, about that alone whose answers were refused.

    Args:
        question: as it was asked first.
        faults: by id what was wrong, as `AnswerFault`.
    """
    prompt = question.prompt
    told = "\n".join(f"{item} {prompt.faults[fault]}" for item, fault in faults.items())
    asked = tuple(each for each in question.asked if each.id in faults)
    text = question.material[question.material.index(f"{prompt.text}：") :]
    return _identified(
        question._replace(
            asked=asked,
            instructions=f"{prompt.instructions}\n{prompt.again}\n{told}\n",
            material=f"{_listed(prompt, asked)}\n{text}",
        )
    )


def _identified(question: Question) -> Question:
    told = json.dumps([question.prompt.version, question.model, question.instructions, question.material])
    digest = hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
    return question._replace(id=f"{question.plan[:40]}-{digest}")


def _mark(text: str) -> str:
    """A mark that this text does not hold, and the same whenever it is asked about."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return next(digest[place : place + 12] for place in range(52) if digest[place : place + 12] not in text)


def _listed(prompt: Prompt, asked: Iterable[Asked]) -> str:
    return "\n".join([f"{prompt.listed}：", *(f"{each.id} {each.text}" for each in asked), ""])

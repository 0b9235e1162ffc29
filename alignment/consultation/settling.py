"""From questions and the answers kept so far to proposals, refusals, and what is still to be asked.

Answers are known by the question's id alone, so that it does not matter when, where and in which order they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple

from plancmp.alignment.consultation.question import Question, ask_again
from plancmp.alignment.consultation.said import Proposed, ReadAnswer, RefusedAnswer

Read = Callable[[str, Question], ReadAnswer[Proposed]]
"""Takes from what was said to a question what is proved."""


class Settlement(NamedTuple, Generic[Proposed]):
    """What became of questions.

    Attributes:
        proposals: what is proposed and proved.
        refused: what was refused twice; it is told and not asked again.
        open: what is still to be asked: questions without an answer, and those to be put once more.
    """

    proposals: tuple[Proposed, ...]
    refused: tuple[RefusedAnswer, ...]
    open: tuple[Question, ...]


def settle(
    questions: Iterable[Question], answers: Mapping[str, str], read: Read[Proposed]
) -> Settlement[Proposed]:
    """Read every answer there is; a refused one is asked once more.

    Args:
        questions: on one plan.
        answers: what was said, by the question's id.
        read: takes from an answer what is proved.
    """
    proposals: list[Proposed] = []
    refused: list[RefusedAnswer] = []
    still_open: list[Question] = []
    for question in questions:
        if (said := answers.get(question.id)) is None:
            still_open.append(question)
            continue
        found = read(said, question)
        proposals += found.proposals
        if not found.refused:
            continue
        again = ask_again(question, {each.item: each.fault.value for each in found.refused})
        if (said := answers.get(again.id)) is None:
            still_open.append(again)
            continue
        second = read(said, again)
        proposals += second.proposals
        refused += second.refused
    return Settlement(tuple(proposals), tuple(refused), tuple(still_open))

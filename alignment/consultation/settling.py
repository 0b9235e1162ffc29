"""From questions and the answers kept so far to proposals, refusals, and what is still to be asked.

Answers are known by the question's id alone, so that it does not matter when, where and in which order they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancmp.alignment.consultation.answer import Proposal, ReadAnswer, RefusedAnswer, faults_of, read_answer
from plancmp.alignment.consultation.question import Question, ask_again
from plancmp.plans.decisions.binding import ReadTexts


class Settlement(NamedTuple):
    """What became of questions.

    Attributes:
        proposals: what is proposed and proved.
        refused: what was refused twice; it is told and not asked again.
        open: what is still to be asked: questions without an answer, and those to be put once more.
    """

    proposals: tuple[Proposal, ...]
    refused: tuple[RefusedAnswer, ...]
    open: tuple[Question, ...]


def settle(questions: Iterable[Question], answers: Mapping[str, str], texts: ReadTexts) -> Settlement:
    """Read every answer there is; a refused one is asked once more.

    Args:
        questions: on one plan.
        answers: what was said, by the question's id.
        texts: those of the plan.
    """
    proposals: list[Proposal] = []
    refused: list[RefusedAnswer] = []
    still_open: list[Question] = []
    for question in questions:
        found = _read(question, answers, texts)
        if isinstance(found, Question):
            still_open.append(found)
            continue
        proposals += found.proposals
        if not found.refused:
            continue
        again = ask_again(question, dict(faults_of(found.refused)))
        second = _read(again, answers, texts)
        if isinstance(second, Question):
            still_open.append(second)
            continue
        proposals += second.proposals
        refused += second.refused
    return Settlement(tuple(proposals), tuple(refused), tuple(still_open))


def _read(question: Question, answers: Mapping[str, str], texts: ReadTexts) -> ReadAnswer | Question:
    said = answers.get(question.id)
    return question if said is None else read_answer(said, question, texts)

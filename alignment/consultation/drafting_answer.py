"""Commitments that a language model finds in a running text, as data from outside: every one proved to stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from plancmp.alignment.consultation.question import Question
from plancmp.alignment.consultation.said import (
    AnswerFault,
    ReadAnswer,
    RefusalError,
    RefusedAnswer,
    SaidData,
    as_printed,
    one_line,
    said_of,
    schema_of,
    speaks_to_reader,
)
from plancmp.plans.decisions.binding import ReadTexts
from plancmp.plans.decisions.fingerprints import normal_form

MOST_COMMITMENTS = 60
"""Commitments that one measure may state; in the tests' keys no measure states more than 14."""

SHORTEST_COMMITMENT, LONGEST_COMMITMENT = 4, 300
"""Letters and digits of one; in the keys they have 5 to 65."""


class ProposedDraft(NamedTuple):
    """The commitments that are proposed of a measure: verbatim, in the text's order, none overlapping another."""

    measure: str
    texts: tuple[str, ...]


class _SaidMeasure(SaidData):
    id: str
    commitments: list[str]


def draft_schema(asked: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema of the answer on measures of these ids."""
    return schema_of(
        {
            "id": {"type": "string", "enum": list(asked)},
            "commitments": {"type": "array", "items": {"type": "string"}},
        }
    )


def read_draft(text: str, question: Question, texts: ReadTexts) -> ReadAnswer[ProposedDraft]:
    """Take from an answer the measures all of whose commitments stand in them to the letter.

    Args:
        text: what the model said: JSON, whatever stands around it.
        question: what it was asked.
        texts: those of the document, as they are.
    """
    said = said_of(text)
    proposals, refused = [], []
    for asked in question.asked:
        try:
            found = _stated(said.get(asked.id))
            proposals.append(ProposedDraft(asked.id, _proved(found, texts.texts[asked.id])))
        except RefusalError as refusal:
            refused.append(RefusedAnswer(asked.id, refusal.fault, refusal.found))
    return ReadAnswer(tuple(proposals), tuple(refused))


def _stated(data: dict[str, Any] | None) -> Sequence[str]:
    if data is None:
        raise RefusalError(AnswerFault.MISSING)
    try:
        said = _SaidMeasure.model_validate(data)
    except ValidationError as error:
        raise RefusalError(AnswerFault.MALFORMED) from error
    if len(said.commitments) > MOST_COMMITMENTS:
        raise RefusalError(AnswerFault.TOO_MANY_TEXTS)
    return said.commitments


def _proved(stated: Sequence[str], text: str) -> tuple[str, ...]:
    """What is stated as the text prints it, in the text's order."""
    words = [_words(each) for each in stated]
    whole = normal_form(text).text
    taken: list[tuple[int, int]] = []
    for each, said in zip(words, stated, strict=True):
        if (start := _place(each, whole, taken)) is None:
            fault = AnswerFault.TEXTS_OVERLAP if each in whole else AnswerFault.TEXT_NOT_FOUND
            raise RefusalError(fault, one_line(said))
        taken.append((start, start + len(each)))
    return tuple(as_printed(whole[start:end], text, start) for start, end in sorted(taken))


def _words(said: str) -> str:
    words = normal_form(said[: LONGEST_COMMITMENT * 4]).text
    if not SHORTEST_COMMITMENT <= len(words) <= LONGEST_COMMITMENT:
        raise RefusalError(AnswerFault.TEXT_LENGTH, one_line(said))
    if speaks_to_reader(said[: LONGEST_COMMITMENT * 4]):
        raise RefusalError(AnswerFault.TEXT_ADDRESSES_READER, one_line(said))
    return words


def _place(words: str, text: str, taken: Sequence[tuple[int, int]]) -> int | None:
    """Where words stand in a text for the first time without overlapping what is taken."""
    start = text.find(words)
    while start >= 0 and any(begin < start + len(words) and start < end for begin, end in taken):
        start = text.find(words, start + 1)
    return start if start >= 0 else None

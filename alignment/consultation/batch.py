"""Questions and answers as lines of JSON: what `vllm run-batch` and the batch services of providers take and give.

The format is that of OpenAI's Batch API: a request has custom_id, method, url and body, an answer has custom_id and
response.body, which is a chat completion. Kept answers have the same form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from plancmp.alignment.consultation.question import Question
from plancmp.alignment.consultation.said import LARGEST_ANSWER

PATH = "/v1/chat/completions"


class AnswerForm(IntEnum):
    """How a server is asked for JSON; what it does not know of the first it may know of the next."""

    SCHEMA = 0
    JSON = 1
    TEXT = 2


def request_body(question: Question, form: AnswerForm = AnswerForm.SCHEMA) -> dict[str, Any]:
    """A question as the body of a chat completion."""
    messages = [
        {"role": "system", "content": question.instructions},
        {"role": "user", "content": question.material},
    ]
    body = {"model": question.model, "messages": messages, "temperature": 0}
    if form is AnswerForm.TEXT:
        return body
    schema = {"name": "answers", "strict": True, "schema": question.schema}
    asked = (
        {"type": "json_schema", "json_schema": schema}
        if form is AnswerForm.SCHEMA
        else {"type": "json_object"}
    )
    return {**body, "response_format": asked}


def request_line(question: Question) -> str:
    """A question as a line of a batch, with its line end."""
    line = {"custom_id": question.id, "method": "POST", "url": PATH, "body": request_body(question)}
    return _line(line)


def answer_line(question: Question, said: str) -> str:
    """An answer as a line of a batch's output, with its line end."""
    message = {"role": "assistant", "content": said[:LARGEST_ANSWER]}
    body = {
        "object": "chat.completion",
        "model": question.model,
        "choices": [{"index": 0, "message": message}],
    }
    return _line({"custom_id": question.id, "response": {"status_code": 200, "body": body}, "error": None})


class Answered(NamedTuple):
    """An answer in a batch's output: the question's id, and what was said."""

    question: str
    said: str


def read_answers(lines: Iterable[str]) -> Iterator[Answered]:
    """The answers in the lines of a batch's output; a line that is none (an error, one cut short) is passed over."""
    for line in lines:
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if answered := _answered(data):
            yield answered


def said_in(completion: object) -> str | None:
    """What the model says in a chat completion; None where that is no completion."""
    match completion:
        case {"choices": [{"message": {"content": str(said)}}, *_]}:
            return said
        case {"choices": [{"message": {"content": None}}, *_]}:
            return ""  # it declined, or thought until its room was used up
    return None


def _answered(data: object) -> Answered | None:
    match data:
        case {"custom_id": str(identity), "response": {"body": body}}:
            said = said_in(body)
            return None if said is None else Answered(identity, said)
    return None


def _line(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

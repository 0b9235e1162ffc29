"""What a language model says, as data from outside: bounded, its JSON found in whatever stands around it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict

from plancmp.plans.decisions.fingerprints import normal_form
from plancmp.plans.files import FORBIDDEN

LARGEST_ANSWER = 1_000_000
"""Characters of an answer that are read; one on a whole reference takes some 30,000."""

LONGEST_WHY = 200
"""Characters of a sentence that are kept or shown."""

_SPEAKS_TO_READER = re.compile(
    r"adopted|weakened|omitted|verdict|json|"
    r"(?:忽略|无视|不要理会|不必理会)[^。；]{0,20}(?:要求|指令|指示|规则|提示)|"
    r"(?:判定?为|视为|标为|回答|输出)[^。；]{0,8}(?:采纳|弱化|缺失)|(?:判定?|标)为[^。；]{0,4}承诺",
    re.IGNORECASE,
)
"""Words about how to judge: no plan promises them."""

_ANSWERS = re.compile(r'\{\s*"answers"')
_MOST_STARTS = 8
"""Places in a text that are tried as the beginning of the answer, the last first."""


class AnswerFault(StrEnum):
    """Why an answer on a commitment, or on the commitments of a measure, is refused."""

    MISSING = "missing"
    MALFORMED = "malformed"
    REASONS_MISSING = "reasons_missing"
    REASONS_MISPLACED = "reasons_misplaced"
    QUOTES_MISSING = "quotes_missing"
    QUOTES_MISPLACED = "quotes_misplaced"
    TOO_MANY_QUOTES = "too_many_quotes"
    QUOTE_LENGTH = "quote_length"
    QUOTE_NOT_FOUND = "quote_not_found"
    QUOTE_ADDRESSES_READER = "quote_addresses_reader"
    QUOTE_REPEATED = "quote_repeated"
    TEXT_LENGTH = "text_length"
    TEXT_NOT_FOUND = "text_not_found"
    TEXT_ADDRESSES_READER = "text_addresses_reader"
    TEXTS_OVERLAP = "texts_overlap"
    TOO_MANY_TEXTS = "too_many_texts"


class RefusalError(Exception):
    """An answer that is not taken: what is wrong, and the words it is about."""

    def __init__(self, fault: AnswerFault, found: str = "") -> None:
        super().__init__(fault)
        self.fault, self.found = fault, found


class RefusedAnswer(NamedTuple):
    """An answer on something asked (its id) that is not taken: what is wrong, and the words it is about."""

    item: str
    fault: AnswerFault
    found: str = ""


Proposed = TypeVar("Proposed")


class ReadAnswer(NamedTuple, Generic[Proposed]):
    """What of an answer is taken and what is not; everything asked about is in one of the two."""

    proposals: tuple[Proposed, ...]
    refused: tuple[RefusedAnswer, ...]


class SaidData(BaseModel):
    """Data that a model gives: strictly of the form asked for, whatever else it adds."""

    model_config = ConfigDict(frozen=True, strict=True)


def schema_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema of answers whose items have these properties, within what servers that enforce schemas take."""
    return object_schema({"answers": {"type": "array", "items": object_schema(item)}})


def object_schema(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema of an object with exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def said_of(text: str) -> dict[str, dict[str, Any]]:
    """What an answer says of each id, the first where it says it twice; nothing where there is no JSON of that shape.

    Args:
        text: what the model said: JSON, whatever stands around it.
    """
    return {item["id"]: item for item in reversed(_items(text)) if isinstance(item.get("id"), str)}


def _items(text: str) -> Sequence[dict[str, Any]]:
    if len(text) > LARGEST_ANSWER:
        return []
    starts = [0, *(found.start() for found in _ANSWERS.finditer(text))][-_MOST_STARTS:]
    for start in reversed(starts):
        try:
            data, _ = json.JSONDecoder().raw_decode(text[start:].lstrip())
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and isinstance(data.get("answers"), list):
            return [item for item in data["answers"] if isinstance(item, dict)]
    return []


def speaks_to_reader(words: str) -> bool:
    """Whether words tell their reader how to judge."""
    return bool(_SPEAKS_TO_READER.search(words))


def as_printed(words: str, text: str, start: int = 0) -> str:
    """The stretch of a text that has these words in normal form, to the letter and on one line.

    Args:
        words: in normal form; they stand in the text's.
        text: as it is printed.
        start: where in the normal form they are looked for.
    """
    form = normal_form(text)
    first = form.text.index(words, start)
    stretch = text[form.places[first] : form.places[first + len(words) - 1] + 1]
    return " ".join(stretch.split())


def one_line(text: str) -> str:
    """Words from outside on one line that a file may hold, cut to `LONGEST_WHY`."""
    line = " ".join(FORBIDDEN.sub("", text[: LONGEST_WHY * 4]).split())
    return line if len(line) <= LONGEST_WHY else line[: LONGEST_WHY - 1] + "…"

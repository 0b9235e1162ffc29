"""What a language model answers, taken as data from outside: bounded, held to a schema, every quote proved.

An answer that an instruction in the plan's text has led astray is caught where it contradicts the text: quotes must
stand in the plan, speak as a plan and not to its reader, and not serve for everything. What passes is a proposal still.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from plancmp.alignment.consultation.question import Question
from plancmp.alignment.result import Reason, Verdict
from plancmp.plans.decisions.binding import ReadTexts
from plancmp.plans.decisions.fingerprints import normal_form
from plancmp.plans.decisions.model import DecidedReason, Quote
from plancmp.plans.files import FORBIDDEN

LARGEST_ANSWER = 1_000_000
"""Characters of an answer that are read; one on a whole reference takes some 30,000."""

LONGEST_WHY = 200
"""Characters of the sentence why that are kept."""

MOST_QUOTES = 8
"""Quotes that one answer may rest on."""

SHORTEST_QUOTE, LONGEST_QUOTE = 4, 300
"""Letters and digits; readers' quotes have 7 to 72 characters (tests/gold/commitments.json)."""

MOST_CARRIED = 8
"""Commitments that may rest on one quote; readers have 3 at most."""

_SPEAKS_TO_READER = re.compile(
    r"adopted|weakened|omitted|verdict|json|"
    r"(?:忽略|无视|不要理会|不必理会)[^。；]{0,20}(?:要求|指令|指示|规则|提示)|"
    r"(?:判定?为|视为|标为|回答|输出)[^。；]{0,8}(?:采纳|弱化|缺失)",
    re.IGNORECASE,
)
"""Words about how to judge: no plan promises them."""

_ANSWERS = re.compile(r'\{\s*"answers"')
_MOST_STARTS = 8
"""Places in a text that are tried as the beginning of the answer, the last first."""


class AnswerFault(StrEnum):
    """Why an answer on a commitment is refused."""

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


class Proposal(NamedTuple):
    """A verdict that is proposed on a commitment, with the plan's own words for it and one sentence why."""

    commitment: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    quotes: tuple[Quote, ...]
    why: str


class RefusedAnswer(NamedTuple):
    """An answer on a commitment that is not taken: what is wrong, and the words it is about."""

    commitment: str
    fault: AnswerFault
    found: str = ""


class ReadAnswer(NamedTuple):
    """What of an answer is taken and what is not; every commitment asked about is in one of the two."""

    proposals: tuple[Proposal, ...]
    refused: tuple[RefusedAnswer, ...]


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class _SaidQuote(_Said):
    measure: str
    text: str


class _SaidItem(_Said):
    id: str
    verdict: str
    reasons: list[str] = []
    quotes: list[_SaidQuote] = []
    why: str = ""


class _RefusalError(Exception):
    def __init__(self, fault: AnswerFault, found: str = "") -> None:
        super().__init__(fault)
        self.fault, self.found = fault, found


_REASONS = tuple(reason for reason in get_args(DecidedReason) if reason != Reason.COMMITMENT_OMITTED)


def answer_schema(question: Question) -> dict[str, Any]:
    """The JSON Schema of the answer to a question, within what servers that enforce schemas take."""
    text = {"type": "string"}
    item = {
        "id": {"type": "string", "enum": [each.id for each in question.asked]},
        "verdict": {"type": "string", "enum": [verdict.value for verdict in Verdict]},
        "reasons": {"type": "array", "items": {"type": "string", "enum": list(_REASONS)}},
        "quotes": {"type": "array", "items": _object({"measure": text, "text": text})},
        "why": text,
    }
    return _object({"answers": {"type": "array", "items": _object(item)}})


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def read_answer(text: str, question: Question, texts: ReadTexts) -> ReadAnswer:
    """Take from an answer what is proved.

    Args:
        text: what the model said: JSON, whatever stands around it.
        question: what it was asked.
        texts: those of the plan, as they are.
    """
    said = {item.get("id"): item for item in reversed(_items(text)) if isinstance(item.get("id"), str)}
    proposals, refused = [], []
    for asked in question.asked:
        try:
            proposals.append(_proposal(said.get(asked.id), texts))
        except _RefusalError as refusal:
            refused.append(RefusedAnswer(asked.id, refusal.fault, refusal.found))
    return _without_repeated(proposals, refused)


def _items(text: str) -> list[dict[str, Any]]:
    """The answers in a text; none where there is no JSON of that shape, or too much of it."""
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


def _proposal(data: dict[str, Any] | None, texts: ReadTexts) -> Proposal:
    if data is None:
        raise _RefusalError(AnswerFault.MISSING)
    try:
        said = _SaidItem.model_validate(data)
        verdict, reasons = Verdict(said.verdict), tuple(dict.fromkeys(map(_reason, said.reasons)))
    except (ValidationError, ValueError) as error:
        raise _RefusalError(AnswerFault.MALFORMED) from error
    _hold_together(verdict, reasons, said.quotes)
    quotes = tuple(dict.fromkeys(_proved(quote, texts) for quote in said.quotes))
    return Proposal(said.id, verdict, reasons, quotes, _one_line(said.why))


def _reason(said: str) -> Reason:
    if said not in _REASONS:
        raise ValueError(said)
    return Reason(said)


def _hold_together(verdict: Verdict, reasons: Sequence[Reason], quotes: Sequence[_SaidQuote]) -> None:
    faults = {
        AnswerFault.REASONS_MISSING: verdict is Verdict.WEAKENED and not reasons,
        AnswerFault.REASONS_MISPLACED: verdict is not Verdict.WEAKENED and bool(reasons),
        AnswerFault.QUOTES_MISSING: verdict is not Verdict.OMITTED and not quotes,
        AnswerFault.QUOTES_MISPLACED: verdict is Verdict.OMITTED and bool(quotes),
        AnswerFault.TOO_MANY_QUOTES: len(quotes) > MOST_QUOTES,
    }
    if fault := next((fault for fault, holds in faults.items() if holds), None):
        raise _RefusalError(fault)


def _proved(said: _SaidQuote, texts: ReadTexts) -> Quote:
    """The quote as the plan has it, where it stands.

    Words that stand in another measure than the one named are proved all the same.
    """
    words = normal_form(said.text[: LONGEST_QUOTE * 4]).text
    if not SHORTEST_QUOTE <= len(words) <= LONGEST_QUOTE:
        raise _RefusalError(AnswerFault.QUOTE_LENGTH, _one_line(said.text))
    place = texts.place_of(Quote.model_construct(measure=said.measure, text=said.text))
    if place is None:
        raise _RefusalError(AnswerFault.QUOTE_NOT_FOUND, _one_line(said.text))
    quote = Quote(measure=place, text=_as_printed(words, texts.texts[place]))
    if _SPEAKS_TO_READER.search(quote.text):
        raise _RefusalError(AnswerFault.QUOTE_ADDRESSES_READER, quote.text)
    return quote


def _as_printed(words: str, text: str) -> str:
    """The stretch of a text that has these words in normal form, to the letter and on one line."""
    form = normal_form(text)
    start = form.text.index(words)
    stretch = text[form.places[start] : form.places[start + len(words) - 1] + 1]
    return " ".join(stretch.split())


def _without_repeated(proposals: Sequence[Proposal], refused: Sequence[RefusedAnswer]) -> ReadAnswer:
    """Without the proposals that rest on a quote that serves for too much."""
    uses = Counter(quote for proposal in proposals for quote in proposal.quotes)
    worn = {quote for quote, count in uses.items() if count > MOST_CARRIED}
    repeated = [
        RefusedAnswer(each.commitment, AnswerFault.QUOTE_REPEATED, quote.text)
        for each in proposals
        for quote in each.quotes[:1]
        if worn.intersection(each.quotes)
    ]
    return ReadAnswer(
        tuple(each for each in proposals if not worn.intersection(each.quotes)), (*refused, *repeated)
    )


def _one_line(text: str) -> str:
    """Words from outside on one line that a file may hold, cut to `LONGEST_WHY`."""
    line = " ".join(FORBIDDEN.sub("", text[: LONGEST_WHY * 4]).split())
    return line if len(line) <= LONGEST_WHY else line[: LONGEST_WHY - 1] + "…"


def faults_of(refused: Sequence[RefusedAnswer]) -> Iterator[tuple[str, str]]:
    """Each refused commitment with its fault."""
    return ((each.commitment, each.fault.value) for each in refused)

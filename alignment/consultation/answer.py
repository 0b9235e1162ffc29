"""Verdicts that a language model proposes, as data from outside: held to a schema, every quote proved.

An answer that an instruction in the plan's text has led astray is caught where it contradicts the text: quotes must
stand in the plan, speak as a plan and not to its reader, and not serve for everything. What passes is a proposal still.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple, get_args

from pydantic import Field, ValidationError

from plancmp.alignment.consultation.question import Question
from plancmp.alignment.consultation.said import (
    AnswerFault,
    ReadAnswer,
    RefusalError,
    RefusedAnswer,
    SaidData,
    as_printed,
    object_schema,
    one_line,
    said_of,
    schema_of,
    speaks_to_reader,
)
from plancmp.alignment.result import Reason, Verdict
from plancmp.plans.decisions.binding import ReadTexts
from plancmp.plans.decisions.fingerprints import normal_form
from plancmp.plans.decisions.model import DecidedReason, Quote

MOST_QUOTES = 8
"""Quotes that one answer may rest on."""

SHORTEST_QUOTE, LONGEST_QUOTE = 4, 300
"""Letters and digits; readers' quotes have 7 to 72 characters (tests/gold/commitments.json)."""

MOST_CARRIED = 8
"""Commitments that may rest on one quote; readers have 3 at most."""


class Proposal(NamedTuple):
    """A verdict that is proposed on a commitment, with the plan's own words for it and one sentence why."""

    commitment: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    quotes: tuple[Quote, ...]
    why: str


class _SaidQuote(SaidData):
    measure: str
    text: str


class _SaidItem(SaidData):
    id: str
    verdict: str
    reasons: list[str] = Field(default_factory=list)
    quotes: list[_SaidQuote] = Field(default_factory=list)
    why: str = ""


_REASONS = tuple(reason for reason in get_args(DecidedReason) if reason != Reason.COMMITMENT_OMITTED)


def verdict_schema(asked: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema of the answer on commitments of these ids."""
    text = {"type": "string"}
    return schema_of(
        {
            "id": {"type": "string", "enum": list(asked)},
            "verdict": {"type": "string", "enum": [verdict.value for verdict in Verdict]},
            "reasons": {"type": "array", "items": {"type": "string", "enum": list(_REASONS)}},
            "quotes": {"type": "array", "items": object_schema({"measure": text, "text": text})},
            "why": text,
        }
    )


def read_answer(text: str, question: Question, texts: ReadTexts) -> ReadAnswer[Proposal]:
    """Take from an answer what is proved.

    Args:
        text: what the model said: JSON, whatever stands around it.
        question: what it was asked.
        texts: those of the plan, as they are.
    """
    said = said_of(text)
    proposals, refused = [], []
    for asked in question.asked:
        try:
            proposals.append(_proposal(said.get(asked.id), texts))
        except RefusalError as refusal:
            refused.append(RefusedAnswer(asked.id, refusal.fault, refusal.found))
    return _without_repeated(proposals, refused)


def _proposal(data: dict[str, Any] | None, texts: ReadTexts) -> Proposal:
    if data is None:
        raise RefusalError(AnswerFault.MISSING)
    try:
        said = _SaidItem.model_validate(data)
        verdict, reasons = Verdict(said.verdict), tuple(dict.fromkeys(map(_reason, said.reasons)))
    except (ValidationError, ValueError) as error:
        raise RefusalError(AnswerFault.MALFORMED) from error
    _hold_together(verdict, reasons, said.quotes)
    quotes = tuple(dict.fromkeys(_proved(quote, texts) for quote in said.quotes))
    return Proposal(said.id, verdict, reasons, quotes, one_line(said.why))


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
        raise RefusalError(fault)


def _proved(said: _SaidQuote, texts: ReadTexts) -> Quote:
    """The quote as the plan has it, where it stands.

    Words that stand in another measure than the one named are proved all the same.
    """
    words = normal_form(said.text[: LONGEST_QUOTE * 4]).text
    if not SHORTEST_QUOTE <= len(words) <= LONGEST_QUOTE:
        raise RefusalError(AnswerFault.QUOTE_LENGTH, one_line(said.text))
    place = texts.place_of(Quote.model_construct(measure=said.measure, text=said.text))
    if place is None:
        raise RefusalError(AnswerFault.QUOTE_NOT_FOUND, one_line(said.text))
    quote = Quote(measure=place, text=as_printed(words, texts.texts[place]))
    if speaks_to_reader(quote.text):
        raise RefusalError(AnswerFault.QUOTE_ADDRESSES_READER, quote.text)
    return quote


def _without_repeated(
    proposals: Sequence[Proposal], refused: Sequence[RefusedAnswer]
) -> ReadAnswer[Proposal]:
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

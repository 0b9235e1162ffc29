"""What people decided, in every output: a mark on the verdict, whose word it is, and what is not applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plancmp.alignment.result import CommitmentResult, DecisionRecord, MeasureResult, Opinion
from plancmp.cli.messages import Words
from plancmp.cli.theme import DECIDED
from plancmp.cli.views.common import some_of, verdict_cell
from plancmp.cli.views.document import Cell


def marked_verdict(item: MeasureResult | CommitmentResult, say: Words) -> Cell:
    """The verdict, marked where a person's word is behind it."""
    cell = verdict_cell(item.verdict, say)
    return cell._replace(text=f"{cell.text}{DECIDED}") if item.computed else cell


def whose_word(item: MeasureResult | CommitmentResult, say: Words) -> list[str]:
    """Who decided a verdict and what the tool says, with the note; nothing where nobody did."""
    if item.decided is None or item.computed is None:
        return []
    computed = say(f"verdict.{item.computed.verdict}")
    key = "decided.trusted_word" if _is_models(item.decided.by) else "decided.word"
    told = say(key, by=say.listed(list(item.decided.by)), at=item.decided.at, computed=computed)
    return [told, *([item.decided.note] if item.decided.note else [])]


def proposed_words(commitment: CommitmentResult, say: Words) -> list[str]:
    """What models propose beside the verdict, each with the reasons and one sentence why."""
    return [
        say(
            "decided.proposal",
            by=each.by,
            at=each.at,
            verdict=say(f"verdict.{each.verdict}"),
            why=_why(each, say),
        )
        for each in commitment.proposed
    ]


def _why(opinion: Opinion, say: Words) -> str:
    reasons = say.listed([say(f"reason.{reason}") for reason in opinion.reasons])
    told = say("semicolon").join(filter(None, [reasons, opinion.note]))
    return say("decided.why", text=told) if told else ""


def _is_models(readers: Iterable[str]) -> bool:
    from plancmp.plans.decisions.model import MODEL  # most verdicts are nobody's decision

    return all(reader.startswith(MODEL) for reader in readers)


def decision_sentences(records: Iterable[DecisionRecord | None], say: Words) -> list[str]:
    """What became of the decisions on one plan or on several, in one sentence; none where there are no decisions."""
    found = [record for record in records if record is not None]
    parts = [*_applied(found, say), *_not_applied(found, say)]
    key = "decided.told_trusted" if any(record.trusted for record in found) else "decided.told"
    if not any(record.applied for record in found):
        key = "decided.told_none"
    return [say(key, symbol=DECIDED, parts=say("semicolon").join(parts))] if parts else []


def _applied(records: Sequence[DecisionRecord], say: Words) -> list[str]:
    counts = Counter[str]()
    for record in records:
        counts.update(dict(record.deciders))
    trusted = sum(record.trusted for record in records)
    people = sum(record.applied for record in records) - trusted
    groups = (("decided.by", people, False), ("decided.trusted", trusted, True))
    return [
        say(key, count=number, names=_names(counts, say, of_models=models))
        for key, number, models in groups
        if number
    ]


def _names(counts: Counter[str], say: Words, *, of_models: bool) -> str:
    """Who decided how much: people, or models."""
    names = [f"{name} {count}" for name, count in counts.most_common() if _is_models([name]) == of_models]
    return some_of(names, "decided.and_more", say)


def _not_applied(records: Sequence[DecisionRecord], say: Words) -> list[str]:
    groups: tuple[tuple[str, list[Opinion]], ...] = (
        ("decided.suspect", [each for record in records for each in record.suspects]),
        ("decided.contradicting", [each for record in records for each in record.contradictions]),
        ("decided.proposed", [each for record in records for each in record.proposals]),
    )
    items = ((key, list(dict.fromkeys(each.item for each in opinions))) for key, opinions in groups)
    return [say(key, count=len(ids), ids=say.listed(ids)) for key, ids in items if ids]

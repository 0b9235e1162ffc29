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
    told = say("decided.word", by=say.listed(list(item.decided.by)), at=item.decided.at, computed=computed)
    return [told, *([item.decided.note] if item.decided.note else [])]


def decision_sentences(records: Iterable[DecisionRecord | None], say: Words) -> list[str]:
    """What became of the decisions on one plan or on several, in one sentence; none where there are no decisions."""
    found = [record for record in records if record is not None]
    parts = [*_applied(found, say), *_not_applied(found, say)]
    return [say("decided.told", symbol=DECIDED, parts=say("semicolon").join(parts))] if parts else []


def _applied(records: Sequence[DecisionRecord], say: Words) -> list[str]:
    counts = Counter[str]()
    for record in records:
        counts.update(dict(record.deciders))
    applied = sum(record.applied for record in records)
    names = some_of([f"{name} {count}" for name, count in counts.most_common()], "decided.and_more", say)
    return [say("decided.by", count=applied, names=names)] if applied else []


def _not_applied(records: Sequence[DecisionRecord], say: Words) -> list[str]:
    groups: tuple[tuple[str, list[Opinion]], ...] = (
        ("decided.suspect", [each for record in records for each in record.suspects]),
        ("decided.contradicting", [each for record in records for each in record.contradictions]),
        ("decided.proposed", [each for record in records for each in record.proposals]),
    )
    items = ((key, list(dict.fromkeys(each.item for each in opinions))) for key, opinions in groups)
    return [say(key, count=len(ids), ids=say.listed(ids)) for key, ids in items if ids]

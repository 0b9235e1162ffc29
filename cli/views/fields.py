"""JSON as a dump of results: which of their attributes the contracts publish, and the walk that writes them.

What is published here keeps its name and its place; a contract that says something else besides puts it in its own
view.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from plancmp.alignment.gravity import losses_of
from plancmp.alignment.result import (
    Addition,
    CommitmentResult,
    DecisionRecord,
    Match,
    MeasureResult,
    Passage,
    PlanHeader,
    TargetChange,
)
from plancmp.alignment.summary import Summary, Tally
from plancmp.cli.views.caveats import Caveat

_PLACES = 4
_PUBLISHED: dict[type, tuple[str, ...]] = {
    PlanHeader: ("id", "name", "title", "document_number", "issued"),
    Match: ("id", "title", "score"),
    Passage: ("measure", "quote", "score"),
    TargetChange: ("indicator", "reference", "plan", "change"),
    Addition: ("measure", "quote"),
    CommitmentResult: (
        "id",
        "text",
        "verdict",
        "theme",
        "strengthened",
        "independent",
        "central",
        "basis",
        "score",
        "confidence",
        "reasons",
        "evidence",
        "nearest",
        "targets",
    ),
}
"""The attributes that JSON shows of a result, in this order."""
_WORD = ("by", "at", "note")
_OPINION = ("item", "by", "at", "verdict", "reasons", "note")
_TOLD = ("suspects", "contradictions", "proposals")

_ATTRIBUTES: dict[tuple[type, str], str] = {(CommitmentResult, "central"): "marked"}
"""Where JSON's name is not the attribute's: its `central` is the reference's own mark."""


def published(value: object) -> object:
    """A result, or a part of one, as JSON has it.

    Args:
        value: results are objects with their published attributes, enums their values, tuples lists; scores and
            shares are rounded to four places; anything else stays as it is.
    """
    if isinstance(value, float):
        return rounded(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, CommitmentResult):
        return commitment_fields(value)
    if type(value) in _PUBLISHED:
        return fields_of(value, _PUBLISHED[type(value)])
    return [published(item) for item in value] if isinstance(value, tuple) else value


def fields_of(value: object, names: Iterable[str]) -> dict[str, object]:
    """The attributes of these names, published."""
    return {name: published(getattr(value, _ATTRIBUTES.get((type(value), name), name))) for name in names}


def rounded(share: float | None) -> float | None:
    """A score or share at the precision that is published: four places; None stays None."""
    return None if share is None else round(share, _PLACES)


def header_fields(header: PlanHeader) -> dict[str, object]:
    """What identifies a document."""
    return fields_of(header, _PUBLISHED[PlanHeader])


def reference_fields(header: PlanHeader) -> dict[str, object]:
    """What identifies a reference, and whether its text is official."""
    return {**header_fields(header), "basis": header.basis}


def summary_fields(summary: Summary) -> dict[str, object]:
    """The figures of a comparison or of a part of it."""
    commitments = {
        "total": summary.commitments.total,
        **count_fields(summary.commitments),
        "independent": summary.independent,
    }
    return {
        "measures": summary.measures.total,
        **count_fields(summary.measures),
        "commitments": commitments,
        **fields_of(summary, ("coverage", "coverage_independent")),
    }


def count_fields(tally: Tally) -> dict[str, object]:
    """A count for each verdict."""
    return {verdict.value: count for verdict, count in tally.verdicts.items()}


def measure_fields(measure: MeasureResult) -> dict[str, object]:
    """A measure with its commitments."""
    return {
        **fields_of(measure, ("id", "title", "verdict", "score", "confidence", "reasons")),
        "gravest": _gravest(measure),
        **decided_fields(measure),
        **fields_of(measure, ("matches", "commitments")),
    }


def decided_fields(item: MeasureResult | CommitmentResult) -> dict[str, object]:
    """Whose word a verdict is, and what the tool says beside it; nothing where no decision bears on it."""
    word = {"verdict": item.verdict.value, **fields_of(item.decided, _WORD)} if item.decided else None
    computed = fields_of(item.computed, ("verdict", "reasons")) if item.computed else None
    return {name: value for name, value in (("decided", word), ("computed", computed)) if value}


def record_fields(record: DecisionRecord | None) -> dict[str, object]:
    """What became of decisions; nothing where there were none to apply."""
    if record is None:
        return {}
    told = {name: [fields_of(each, _OPINION) for each in getattr(record, name)] for name in _TOLD}
    deciders = [{"by": by, "count": count} for by, count in record.deciders]
    trusted = {"trusted": record.trusted} if record.trusted else {}
    return {"decisions": {"applied": record.applied, **trusted, "deciders": deciders, **told}}


def _gravest(measure: MeasureResult) -> dict[str, object] | None:
    """The gravest change in any commitment of a measure, also of one that is adopted; None where nothing is lost."""
    losses = losses_of(measure)
    if not losses:
        return None
    return {"commitment": losses[0].commitment.id, **fields_of(losses[0], ("reason", "central", "targets"))}


def commitment_fields(commitment: CommitmentResult) -> dict[str, object]:
    """A commitment with its evidence."""
    return {**fields_of(commitment, _PUBLISHED[CommitmentResult]), **decided_fields(commitment)}


def target_fields(target: TargetChange) -> dict[str, object]:
    """One target on both sides."""
    return fields_of(target, _PUBLISHED[TargetChange])


def addition_list(additions: Iterable[Addition]) -> list[dict[str, object]]:
    """The local clauses that answer to nothing in the reference."""
    return [fields_of(addition, _PUBLISHED[Addition]) for addition in additions]


def caveat_fields(caveats: Iterable[Caveat], further: Iterable[Caveat] = ()) -> dict[str, object]:
    """Caveats in words (`notes`) and with their codes; `further` are those for programs alone, with codes only."""
    caveats = list(dict.fromkeys(caveats))
    return {
        "notes": [caveat.text for caveat in caveats],
        "caveats": [{"code": str(code), "text": text} for code, text in (*caveats, *further)],
    }

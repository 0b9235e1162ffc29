"""What changed between two versions as rows, one a change, and as JSON: schema plancmp/changes/1."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.number_changes import NumberChange
from plancmp.alignment.plan_targets import PlanTarget
from plancmp.alignment.versions import ClauseChange, CommitmentChange, VersionChanges
from plancmp.cli.messages import Words
from plancmp.cli.views.caveats import decision_caveats
from plancmp.cli.views.changes import changes_conclusion
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    caveat_fields,
    commitment_fields,
    fields_of,
    header_fields,
    reference_fields,
)

_COLUMNS = (
    "subject",
    "step",
    "commitment",
    "indicator",
    "old_value",
    "new_value",
    "reasons",
    "old_place",
    "old_text",
    "new_place",
    "new_text",
)


def changes_grid(changes: VersionChanges, say: Words) -> Grid:
    """One row a change."""
    return Grid(_COLUMNS, _rows(changes, say), frozenset({"subject", "step"}))


def _rows(changes: VersionChanges, say: Words) -> Iterator[tuple[Value, ...]]:
    yield from map(_number_row, changes.numbers)
    for clause in changes.clauses:
        reasons = say.listed([say(f"reason.{reason}") for reason in clause.reasons])
        texts = (clause.old_place, clause.old, clause.new_place, clause.new)
        yield ("clause", str(clause.step), None, None, None, None, reasons or None, *texts)
    yield from (_commitment_row(change, say) for change in changes.commitments)


def _number_row(change: NumberChange) -> tuple[Value, ...]:
    stated = change.old or change.new
    values = [each.target.phrase if each else None for each in (change.old, change.new)]
    texts = [text for each in (change.old, change.new) for text in _place_and_text(each)]
    name = stated.target.indicator if stated else None
    return ("number", str(change.step), None, name, *values, None, *texts)


def _place_and_text(stated: PlanTarget | None) -> tuple[Value, Value]:
    return (stated.section or stated.measure, stated.sentence) if stated else (None, None)


def _commitment_row(change: CommitmentChange, say: Words) -> tuple[Value, ...]:
    old, new = change.old.result, change.new.result
    verdicts = [say(f"verdict.{each.verdict}") for each in (old, new)]
    reasons = say.listed([say(f"reason.{reason}") for reason in new.gap_reasons])
    texts = [
        text
        for each in (old.evidence, new.evidence)
        for text in ((each[0].place, each[0].quote) if each else (None, None))
    ]
    return ("commitment", str(change.step), new.id, new.text, *verdicts, reasons or None, *texts)


def changes_fields(changes: VersionChanges, say: Words) -> dict[str, object]:
    """The fields of the contract."""
    return {
        "schema": "plancmp/changes/1",
        "reference": reference_fields(changes.reference) if changes.reference else None,
        "old": header_fields(changes.old),
        "new": header_fields(changes.new),
        **(caveat_fields(decision_caveats(changes.decisions, say)) if changes.decisions else {}),
        "has_losses": changes.has_losses,
        "numbers": [_number_fields(change) for change in changes.numbers],
        "clauses": [_clause_fields(change) for change in changes.clauses],
        "commitments": [_commitment_fields(change) for change in changes.commitments],
        "conclusion": changes_conclusion(changes, say),
    }


def _number_fields(change: NumberChange) -> dict[str, object]:
    return {
        "step": change.step.value,
        "old": _stated_fields(change.old),
        "new": _stated_fields(change.new),
    }


def _stated_fields(stated: PlanTarget | None) -> dict[str, object] | None:
    if stated is None:
        return None
    return {
        "measure": stated.measure,
        **fields_of(stated.target, ("indicator", "phrase", "value", "unit", "deadline")),
        "sentence": stated.sentence,
    }


def _clause_fields(change: ClauseChange) -> dict[str, object]:
    return {
        "step": change.step.value,
        "old": {"measure": change.old_place, "text": change.old} if change.old else None,
        "new": {"measure": change.new_place, "text": change.new} if change.new else None,
        "reasons": [reason.value for reason in change.reasons],
    }


def _commitment_fields(change: CommitmentChange) -> dict[str, object]:
    return {
        "step": change.step.value,
        "programme": change.new.programme,
        "measure": change.new.measure,
        "measure_title": change.new.measure_title,
        "old": commitment_fields(change.old.result),
        "new": commitment_fields(change.new.result),
    }

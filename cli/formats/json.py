"""JSON for other programs; that of a comparison is the contract published in diff.schema.json."""

from __future__ import annotations

import json

from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    MeasureResult,
    Passage,
    PlanHeader,
    ProgrammeResult,
    Verdict,
)
from plancmp.cli.formats.grid import Grid
from plancmp.cli.phrases import caveats
from plancmp.cli.plain import plain_json
from plancmp.cli.summary import Summary, Tally, summarise
from plancmp.cli.view import View
from plancmp.plans.model import Plan

_PLACES = 4


def render_comparison(comparison: Comparison, view: View) -> str:
    """The contract `plancmp/diff/1`; filters thin the lists of measures and nothing else."""
    return _dump(
        {
            "schema": "plancmp/diff/1",
            "reference": {**_header(comparison.reference), "basis": comparison.reference.basis},
            "plan": _header(comparison.plan),
            "notes": caveats(comparison, view.say),
            "summary": _summary(summarise(comparison)),
            "programmes": [_programme(programme, view) for programme in comparison.programmes],
            "additions": [
                {"measure": addition.measure, "quote": addition.quote} for addition in comparison.additions
            ],
        }
    )


def render_grid(grid: Grid, _view: View) -> str:
    """The rows as objects, keyed by column."""
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    return _dump({"schema": grid.schema, grid.items: rows})


def render_plan(plan: Plan, _view: View) -> str:
    """The plan as its file holds it, schema `plancmp/plan/1`."""
    return _dump(plan.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _dump(value: dict[str, object]) -> str:
    return plain_json(json.dumps(value, ensure_ascii=False, indent=2))


def _header(header: PlanHeader) -> dict[str, object]:
    return {
        "id": header.id,
        "name": header.name,
        "title": header.title,
        "document_number": header.document_number,
        "issued": header.issued,
    }


def _summary(summary: Summary) -> dict[str, object]:
    commitments = {
        "total": summary.commitments.total,
        **_counts(summary.commitments),
        "independent": summary.independent,
    }
    return {
        "measures": summary.measures.total,
        **_counts(summary.measures),
        "commitments": commitments,
        "coverage": round(summary.coverage, _PLACES),
        "coverage_independent": round(summary.coverage_independent, _PLACES),
    }


def _counts(tally: Tally) -> dict[str, object]:
    return {verdict.value: count for verdict, count in tally.verdicts.items()}


def _programme(programme: ProgrammeResult, view: View) -> dict[str, object]:
    counts = {verdict.value: programme.count(verdict) for verdict in Verdict}
    measures = [_measure(measure) for measure in view.selection.of(programme)]
    return {"number": programme.number, "title": programme.title, **counts, "measures": measures}


def _measure(measure: MeasureResult) -> dict[str, object]:
    return {
        "id": measure.id,
        "title": measure.title,
        "verdict": measure.verdict.value,
        "score": round(measure.score, _PLACES),
        "reasons": [reason.value for reason in measure.reasons],
        "matches": [
            {"id": match.id, "title": match.title, "score": round(match.score, _PLACES)}
            for match in measure.matches
        ],
        "commitments": [_commitment(commitment) for commitment in measure.commitments],
    }


def _commitment(commitment: CommitmentResult) -> dict[str, object]:
    return {
        "id": commitment.id,
        "text": commitment.text,
        "verdict": commitment.verdict.value,
        "strengthened": commitment.strengthened,
        "independent": commitment.independent,
        "score": round(commitment.score, _PLACES),
        "reasons": [reason.value for reason in commitment.reasons],
        "evidence": _passages(commitment.evidence),
        "nearest": _passages(commitment.nearest),
        "targets": [
            {
                "indicator": target.indicator,
                "reference": target.reference,
                "plan": target.plan,
                "change": target.change.value,
            }
            for target in commitment.targets
        ],
    }


def _passages(passages: tuple[Passage, ...]) -> list[dict[str, object]]:
    return [
        {"measure": passage.measure, "quote": passage.quote, "score": round(passage.score, _PLACES)}
        for passage in passages
    ]

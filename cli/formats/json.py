"""JSON for other programs; that of a comparison is the contract published in diff.schema.json."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Comparison, ProgrammeResult, Verdict
from plancmp.alignment.summary import summarise
from plancmp.cli.arrangement import By
from plancmp.cli.formats.grid import Grid
from plancmp.cli.formats.json_coverage import coverage_json
from plancmp.cli.formats.json_parts import (
    addition_list,
    caveat_fields,
    dump,
    header_fields,
    measure_fields,
    reference_fields,
    summary_fields,
)
from plancmp.cli.formats.json_report import report_json
from plancmp.cli.formats.page import Document
from plancmp.cli.phrases import caveats_on_coverage, coded_caveats
from plancmp.cli.view import View
from plancmp.plans.model import Plan


def render_comparison(comparison: Comparison, view: View) -> str:
    """The contract `plancmp/diff/1`; filters thin the lists of measures and nothing else."""
    return dump(
        {
            "schema": "plancmp/diff/1",
            "reference": reference_fields(comparison.reference),
            "plan": header_fields(comparison.plan),
            **caveat_fields(
                coded_caveats(comparison, view.say), caveats_on_coverage(comparison.reference, view.say)
            ),
            "summary": summary_fields(summarise(comparison)),
            "programmes": [_programme(programme, view) for programme in comparison.programmes],
            "additions": addition_list(comparison.additions),
        }
    )


def render_coverage(matrix: CoverageMatrix, view: View, by: By) -> str:
    """The schema `plancmp/coverage/1`."""
    return coverage_json(matrix, view, by)


def render_report(reports: Sequence[GapReport], view: View, card: AccuracyCard | None) -> str:
    """The schema `plancmp/report/1`."""
    return report_json(reports, view, card)


def render_document(document: Document, _view: View) -> str:
    """The data of a result, with the schema it names."""
    return dump(dict(document.data))


def render_grid(grid: Grid, _view: View) -> str:
    """The rows as objects, keyed by column."""
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    return dump({"schema": grid.schema, grid.items: rows})


def render_plan(plan: Plan, _view: View) -> str:
    """The plan as its file holds it, schema `plancmp/plan/1`."""
    return dump(plan.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _programme(programme: ProgrammeResult, view: View) -> dict[str, object]:
    counts = {verdict.value: programme.number_of(verdict) for verdict in Verdict}
    measures = [measure_fields(measure) for measure in view.selection.of(programme)]
    return {"number": programme.number, "title": programme.title, **counts, "measures": measures}

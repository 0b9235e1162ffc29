"""JSON for other programs; that of a comparison is the contract published in diff.schema.json."""

from __future__ import annotations

from plancmp.alignment.coverage import CoverageMatrix
from plancmp.alignment.result import Comparison, ProgrammeResult, Verdict
from plancmp.alignment.summary import summarise
from plancmp.cli.arrangement import By
from plancmp.cli.formats.grid import Grid
from plancmp.cli.formats.json_coverage import coverage_json
from plancmp.cli.phrases import caveats_on_coverage, coded_caveats
from plancmp.cli.render.options import RenderOptions
from plancmp.cli.views.fields import (
    addition_list,
    caveat_fields,
    dump,
    header_fields,
    measure_fields,
    reference_fields,
    summary_fields,
)
from plancmp.plans.model import Plan


def render_comparison(comparison: Comparison, view: RenderOptions) -> str:
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


def render_coverage(matrix: CoverageMatrix, view: RenderOptions, by: By) -> str:
    """The schema `plancmp/coverage/1`."""
    return coverage_json(matrix, view, by)


def render_grid(grid: Grid, _view: RenderOptions) -> str:
    """The rows as objects, keyed by column."""
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    return dump({"schema": grid.schema, grid.items: rows})


def render_plan(plan: Plan, _view: RenderOptions) -> str:
    """The plan as its file holds it, schema `plancmp/plan/1`."""
    return dump(plan.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _programme(programme: ProgrammeResult, view: RenderOptions) -> dict[str, object]:
    counts = {verdict.value: programme.number_of(verdict) for verdict in Verdict}
    measures = [measure_fields(measure) for measure in view.filters.of(programme)]
    return {"number": programme.number, "title": programme.title, **counts, "measures": measures}

"""The coverage matrix as rows, one a plan and measure or programme, and as JSON: schema plancmp/coverage/1.

Shares are 0-1.
"""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix, MeasureOutline, PlanCoverage
from plancmp.alignment.result import Verdict
from plancmp.alignment.summary import Tally
from plancmp.cli.matrix_layout import By, is_shown, shown_measures
from plancmp.cli.views.caveats import caveats_on_coverage, coded_matrix_caveats
from plancmp.cli.views.coverage_sentences import closing_sentence
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    caveat_fields,
    count_fields,
    header_fields,
    record_fields,
    reference_fields,
    rounded,
    summary_fields,
)
from plancmp.cli.views.render_options import RenderOptions

_PLAN = ("plan", "plan_name", "implements")
_PROGRAMME = ("programme", "programme_title")
_MEASURE = (*_PROGRAMME, "measure", "measure_title", "measure_verdict")
_MEASURES = ("measures_total", "measures_adopted", "measures_weakened", "measures_omitted")
_COMMITMENTS = ("commitments_total", "adopted", "weakened", "omitted", "coverage")
_INDEPENDENT = ("independent_commitments", "coverage_independent")


def coverage_grid(matrix: CoverageMatrix, options: RenderOptions, by: By) -> Grid:
    """One row for each plan and measure; by programme, one for each plan and programme and one for its total.

    The row of a plan's total has no programme. Thousands of plans have many rows: they come one by one.
    """
    if by is By.MEASURE:
        return Grid((*_PLAN, *_MEASURE, *_COMMITMENTS, *_INDEPENDENT), _measure_rows(matrix, options))
    columns = (*_PLAN, *_PROGRAMME, *_MEASURES, *_COMMITMENTS, *_INDEPENDENT, "additions")
    return Grid(columns, _programme_rows(matrix, options))


def _measure_rows(matrix: CoverageMatrix, options: RenderOptions) -> Iterator[tuple[Value, ...]]:
    for row in matrix.plans:
        for programme, cells in zip(matrix.outline, row.cells, strict=True):
            for measure, cell in zip(programme.measures, cells, strict=True):
                if is_shown(cell, options.filters):
                    yield (
                        *_plan_values(row, options),
                        programme.number,
                        programme.title,
                        measure.id,
                        measure.title,
                        options.say(f"verdict.{cell.verdict}"),
                        cell.commitments.total,
                        *cell.commitments.verdicts.values(),
                        rounded(cell.commitments.coverage),
                        *_independent(cell.independent, matrix),
                    )


def _programme_rows(matrix: CoverageMatrix, options: RenderOptions) -> Iterator[tuple[Value, ...]]:
    for row in matrix.plans:
        yield (*_plan_values(row, options), None, None, *_figures(row, None, matrix), row.additions)
        for place, programme in enumerate(matrix.outline):
            yield (
                *_plan_values(row, options),
                programme.number,
                programme.title,
                *_figures(row, place, matrix),
                None,
            )


def _plan_values(row: PlanCoverage, options: RenderOptions) -> tuple[Value, ...]:
    return row.plan.id, row.plan.name, options.say("yes" if row.implements else "no")


def _figures(row: PlanCoverage, place: int | None, matrix: CoverageMatrix) -> tuple[Value, ...]:
    """The figures of the programme at a place; of all programmes for None."""
    summary = row.summary if place is None else row.programme(place)
    return (
        summary.measures.total,
        *summary.measures.verdicts.values(),
        summary.commitments.total,
        *summary.commitments.verdicts.values(),
        rounded(summary.coverage),
        *_independent(summary.independent_commitments, matrix),
    )


def _independent(tally: Tally, matrix: CoverageMatrix) -> tuple[Value, Value]:
    """How many commitments are independent and their coverage; blank where that is no matter of the reference."""
    if not matrix.reference.has_witnesses:
        return None, None
    return tally.total, rounded(tally.coverage) if tally.total else None


def coverage_fields(matrix: CoverageMatrix, options: RenderOptions, by: By) -> dict[str, object]:
    """The whole matrix; by programme, without the measures. Filters thin the lists of measures only."""
    say = options.say
    return {
        "schema": "plancmp/coverage/1",
        "reference": reference_fields(matrix.reference),
        **caveat_fields(coded_matrix_caveats(matrix, say), caveats_on_coverage(matrix.reference, say)),
        "plans": [_plan_fields(row) for row in matrix.plans],
        "mean": {
            "plans": len(matrix.counted),
            "coverage": rounded(matrix.average),
            "coverage_independent": rounded(matrix.average_independent),
        },
        "programmes": [_programme_fields(matrix, place, options, by) for place in range(len(matrix.outline))],
        "most_often": {
            verdict.value: [
                {"id": measure.id, "title": measure.title, "plans": plans}
                for measure, plans in matrix.most_often(verdict)
            ]
            for verdict in (Verdict.WEAKENED, Verdict.OMITTED)
        },
        "conclusion": closing_sentence(matrix, say),
    }


def _plan_fields(row: PlanCoverage) -> dict[str, object]:
    return {
        **header_fields(row.plan),
        "implements_reference": row.implements,
        "summary": summary_fields(row.summary),
        "additions": row.additions,
        **record_fields(row.decisions),
    }


def _programme_fields(
    matrix: CoverageMatrix, place: int, options: RenderOptions, by: By
) -> dict[str, object]:
    programme = matrix.outline[place]
    fields: dict[str, object] = {
        "number": programme.number,
        "title": programme.title,
        "mean_coverage": rounded(matrix.programme_average(place)),
        "plans": [{"plan": row.plan.id, **summary_fields(row.programme(place))} for row in matrix.plans],
    }
    if by is By.MEASURE:
        shown = shown_measures(matrix, place, options.filters)
        fields["measures"] = [
            _measure_fields(matrix, place, within, programme.measures[within]) for within in shown
        ]
    return fields


def _measure_fields(
    matrix: CoverageMatrix, place: int, within: int, measure: MeasureOutline
) -> dict[str, object]:
    return {
        "id": measure.id,
        "title": measure.title,
        "mean_coverage": rounded(matrix.measure_average(place, within)),
        **count_fields(matrix.measure_tally(place, within)),
        "plans": [{"plan": row.plan.id, **_cell_fields(row.cells[place][within])} for row in matrix.plans],
    }


def _cell_fields(cell: CoverageCell) -> dict[str, object]:
    return {
        "verdict": cell.verdict.value,
        **({"decided": True} if cell.decided else {}),
        "coverage": rounded(cell.commitments.coverage),
        "commitments": {
            "total": cell.commitments.total,
            **count_fields(cell.commitments),
            "independent": cell.independent.total,
        },
    }

"""The JSON of `plancmp coverage`: schema plancmp/coverage/1. Shares are 0-1."""

from __future__ import annotations

from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix, MeasureOutline, PlanCoverage
from plancmp.alignment.result import Verdict
from plancmp.cli.arrangement import By, shown_measures
from plancmp.cli.coverage_phrases import closing_sentence, coded_matrix_caveats
from plancmp.cli.formats.json_parts import (
    caveat_fields,
    count_fields,
    dump,
    header_fields,
    reference_fields,
    rounded,
    summary_fields,
)
from plancmp.cli.phrases import caveats_on_coverage
from plancmp.cli.view import View


def coverage_json(matrix: CoverageMatrix, view: View, by: By) -> str:
    """The whole matrix; by programme, without the measures. The filter thins the lists of measures only."""
    return dump(
        {
            "schema": "plancmp/coverage/1",
            "reference": reference_fields(matrix.reference),
            **caveat_fields(
                coded_matrix_caveats(matrix, view.say), caveats_on_coverage(matrix.reference, view.say)
            ),
            "plans": [_plan(row) for row in matrix.plans],
            "mean": {
                "plans": len(matrix.counted),
                "coverage": rounded(matrix.average),
                "coverage_independent": rounded(matrix.average_independent),
            },
            "programmes": [_programme(matrix, place, view, by) for place in range(len(matrix.outline))],
            "most_often": {
                verdict.value: [
                    {"id": measure.id, "title": measure.title, "plans": plans}
                    for measure, plans in matrix.most_often(verdict)
                ]
                for verdict in (Verdict.WEAKENED, Verdict.OMITTED)
            },
            "conclusion": closing_sentence(matrix, view.say),
        }
    )


def _plan(row: PlanCoverage) -> dict[str, object]:
    return {
        **header_fields(row.plan),
        "implements_reference": row.implements,
        "summary": summary_fields(row.summary),
        "additions": row.additions,
    }


def _programme(matrix: CoverageMatrix, place: int, view: View, by: By) -> dict[str, object]:
    programme = matrix.outline[place]
    fields: dict[str, object] = {
        "number": programme.number,
        "title": programme.title,
        "mean_coverage": rounded(matrix.programme_average(place)),
        "plans": [{"plan": row.plan.id, **summary_fields(row.programme(place))} for row in matrix.plans],
    }
    if by is By.MEASURE:
        shown = shown_measures(matrix, place, view.selection)
        fields["measures"] = [_measure(matrix, place, within, programme.measures[within]) for within in shown]
    return fields


def _measure(matrix: CoverageMatrix, place: int, within: int, measure: MeasureOutline) -> dict[str, object]:
    return {
        "id": measure.id,
        "title": measure.title,
        "mean_coverage": rounded(matrix.measure_average(place, within)),
        **count_fields(matrix.measure_tally(place, within)),
        "plans": [{"plan": row.plan.id, **_cell(row.cells[place][within])} for row in matrix.plans],
    }


def _cell(cell: CoverageCell) -> dict[str, object]:
    return {
        "verdict": cell.verdict.value,
        "coverage": rounded(cell.commitments.coverage),
        "commitments": {
            "total": cell.commitments.total,
            **count_fields(cell.commitments),
            "independent": cell.independent.total,
        },
    }

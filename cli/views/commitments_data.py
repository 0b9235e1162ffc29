"""Commitments by plans as rows, one for each commitment and plan; JSON: schema plancmp/coverage-commitments/1."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.commitment_matrix import CommitmentLine, CommitmentMatrix
from plancmp.cli.commitment_selection import CommitmentSelection
from plancmp.cli.messages import Words
from plancmp.cli.views.caveats import coded_matrix_caveats
from plancmp.cli.views.commitments import commitments_conclusion
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    caveat_fields,
    count_fields,
    fields_of,
    header_fields,
    reference_fields,
)

_COLUMNS = (
    "programme",
    "programme_title",
    "measure",
    "measure_title",
    "commitment",
    "commitment_text",
    "plans_adopted",
    "plans_weakened",
    "plans_omitted",
    "plan",
    "plan_name",
    "implements",
    "verdict",
    "reasons",
    "agencies",
)


def commitments_grid(matrix: CommitmentMatrix, selection: CommitmentSelection, say: Words) -> Grid:
    """One row for each commitment that is listed and each plan that is shown for it."""
    return Grid(_COLUMNS, _rows(matrix, selection, say), frozenset({"verdict"}))


def _rows(
    matrix: CommitmentMatrix, selection: CommitmentSelection, say: Words
) -> Iterator[tuple[Value, ...]]:
    for line in selection.lines_of(matrix):
        for row in matrix.plans:
            cell = row.cells[line.place]
            if selection.takes(cell):
                yield (
                    line.programme,
                    line.programme_title,
                    line.measure,
                    line.measure_title,
                    line.id,
                    line.text,
                    *matrix.tally(line).verdicts.values(),
                    row.plan.id,
                    row.plan.name,
                    say("yes" if row.implements else "no"),
                    cell.verdict.value,
                    say.listed([say(f"reason.{reason}") for reason in cell.reasons]),
                    say.listed(list(cell.agencies)),
                )


def commitments_fields(
    matrix: CommitmentMatrix, selection: CommitmentSelection, say: Words
) -> dict[str, object]:
    """The fields of the contract; a selection thins the lists of commitments and of their plans."""
    return {
        "schema": "plancmp/coverage-commitments/1",
        "reference": reference_fields(matrix.reference),
        **caveat_fields(coded_matrix_caveats(matrix, say)),
        "plans": [
            {**header_fields(row.plan), "implements_reference": row.implements} for row in matrix.plans
        ],
        "counted_plans": len(matrix.counted),
        "total": len(matrix.lines),
        "commitments": [_line_fields(line, matrix, selection) for line in selection.lines_of(matrix)],
        "conclusion": commitments_conclusion(matrix, say),
    }


def _line_fields(
    line: CommitmentLine, matrix: CommitmentMatrix, selection: CommitmentSelection
) -> dict[str, object]:
    return {
        **fields_of(line, ("programme", "measure", "measure_title", "id", "text")),
        **count_fields(matrix.tally(line)),
        "plans": [
            {"plan": row.plan.id, **fields_of(cell, ("verdict", "reasons", "agencies"))}
            for row in matrix.plans
            if selection.takes(cell := row.cells[line.place])
        ],
    }

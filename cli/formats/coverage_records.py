"""The coverage matrix as plain rows, for CSV: numbers as numbers, one thing a row."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.coverage_matrix import CoverageMatrix, PlanCoverage
from plancmp.alignment.summary import Tally
from plancmp.cli.arrangement import By, is_shown
from plancmp.cli.formats.grid import Cell
from plancmp.cli.formats.json_parts import rounded
from plancmp.cli.view import View

_PLAN = ("plan", "plan_name", "implements")
_PROGRAMME = ("programme", "programme_title")
_MEASURE = (*_PROGRAMME, "measure", "measure_title", "measure_verdict")
_MEASURES = ("measures_total", "measures_adopted", "measures_weakened", "measures_omitted")
_COMMITMENTS = ("commitments_total", "adopted", "weakened", "omitted", "coverage")
_INDEPENDENT = ("independent_commitments", "coverage_independent")


def coverage_columns(by: By) -> tuple[str, ...]:
    """The keys of the columns."""
    if by is By.MEASURE:
        return (*_PLAN, *_MEASURE, *_COMMITMENTS, *_INDEPENDENT)
    return (*_PLAN, *_PROGRAMME, *_MEASURES, *_COMMITMENTS, *_INDEPENDENT, "additions")


def coverage_records(matrix: CoverageMatrix, view: View, by: By) -> Iterator[tuple[Cell, ...]]:
    """One row for each plan and measure; by programme, one for each plan and programme and one for its total.

    The row of a plan's total has no programme. Shares are 0-1. Thousands of plans have many rows: they come one
    by one.
    """
    return _measure_rows(matrix, view) if by is By.MEASURE else _programme_rows(matrix, view)


def _measure_rows(matrix: CoverageMatrix, view: View) -> Iterator[tuple[Cell, ...]]:
    for row in matrix.plans:
        for programme, cells in zip(matrix.outline, row.cells, strict=True):
            for measure, cell in zip(programme.measures, cells, strict=True):
                if is_shown(cell, view.selection):
                    yield (
                        *_plan(row, view),
                        programme.number,
                        programme.title,
                        measure.id,
                        measure.title,
                        view.say(f"verdict.{cell.verdict}"),
                        cell.commitments.total,
                        *cell.commitments.verdicts.values(),
                        rounded(cell.commitments.coverage),
                        *_independent(cell.independent, matrix),
                    )


def _programme_rows(matrix: CoverageMatrix, view: View) -> Iterator[tuple[Cell, ...]]:
    for row in matrix.plans:
        yield (*_plan(row, view), None, None, *_figures(row, None, matrix), row.additions)
        for place, programme in enumerate(matrix.outline):
            yield (*_plan(row, view), programme.number, programme.title, *_figures(row, place, matrix), None)


def _plan(row: PlanCoverage, view: View) -> tuple[Cell, ...]:
    return row.plan.id, row.plan.name, view.say("yes" if row.implements else "no")


def _figures(row: PlanCoverage, place: int | None, matrix: CoverageMatrix) -> tuple[Cell, ...]:
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


def _independent(tally: Tally, matrix: CoverageMatrix) -> tuple[Cell, Cell]:
    """How many commitments are independent and their coverage; blank where that is no matter of the reference."""
    if not matrix.reference.has_witnesses:
        return None, None
    return tally.total, rounded(tally.coverage) if tally.total else None

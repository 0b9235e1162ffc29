"""The rows of a coverage matrix as text, for every format that draws it as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix, PlanCoverage
from plancmp.alignment.result import Verdict
from plancmp.alignment.summary import Tally
from plancmp.cli.arrangement import is_shown, shown_measures
from plancmp.cli.coverage_phrases import independent_share
from plancmp.cli.phrases import percent
from plancmp.cli.signs import SIGNS
from plancmp.cli.view import View


@dataclass(frozen=True, slots=True)
class Mark:
    """What one plan has in one row: the text, and the verdict that gives it its colour."""

    text: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of the matrix.

    Attributes:
        number: the programme's number or the measure's id; empty in a total.
        title: what the row is about.
        heading: whether the row stands for a programme, with its measures below.
        marks: one for each plan of the matrix.
        average: the mean over the plans that implement the reference; empty where a mean says nothing.
        tally: how many of those plans have each verdict; None where the row has no verdicts.
    """

    number: str
    title: str
    heading: bool
    marks: tuple[Mark, ...]
    average: str = ""
    tally: Tally | None = None


def measure_rows(matrix: CoverageMatrix, view: View) -> Iterator[MatrixRow]:
    """Every programme and, below it, those of its measures that the filter lets through."""
    for place, programme in enumerate(matrix.outline):
        shown = shown_measures(matrix, place, view.selection)
        if not shown:
            continue
        shares = tuple(Mark(whole_percent(row.programme(place).coverage)) for row in matrix.plans)
        average = whole_percent(matrix.programme_average(place))
        yield MatrixRow(str(programme.number), programme.title, True, shares, average)
        for within in shown:
            measure = programme.measures[within]
            marks = tuple(
                _mark(cell) if is_shown(cell, view.selection) else Mark("")
                for cell in (row.cells[place][within] for row in matrix.plans)
            )
            yield MatrixRow(
                measure.id,
                measure.title,
                False,
                marks,
                whole_percent(matrix.measure_average(place, within)),
                matrix.measure_tally(place, within),
            )


def total_rows(matrix: CoverageMatrix, view: View) -> Iterator[MatrixRow]:
    """The totals of each plan: measures and commitments by verdict, both coverages, additions."""
    say = view.say
    for items, tally_of in (
        (say("coverage.of_measures"), lambda row: row.summary.measures),
        (say("coverage.of_commitments"), lambda row: row.summary.commitments),
    ):
        for verdict in Verdict:
            title = f"{items} {SIGNS[verdict]} {say(f'verdict.{verdict}')}"
            yield _total(matrix, title, _counted(tally_of, verdict))
    yield _total(matrix, say("summary.coverage"), _coverage, percent(matrix.average))
    if matrix.reference.has_witnesses:
        yield _total(
            matrix, say("summary.coverage_independent"), _independent, percent(matrix.average_independent)
        )
    yield _total(matrix, say("additions"), _additions)


def whole_percent(share: float | None) -> str:
    """A share (0-1) without decimal places, as cells show it; empty for None."""
    return "" if share is None else f"{share:.0%}"


def _mark(cell: CoverageCell) -> Mark:
    return Mark(f"{SIGNS[cell.verdict]} {whole_percent(cell.commitments.coverage):>4}", cell.verdict)


def _total(
    matrix: CoverageMatrix, title: str, figure: Callable[[PlanCoverage], str], average: str = ""
) -> MatrixRow:
    return MatrixRow("", title, False, tuple(Mark(figure(row)) for row in matrix.plans), average)


def _counted(tally_of: Callable[[PlanCoverage], Tally], verdict: Verdict) -> Callable[[PlanCoverage], str]:
    return lambda row: str(tally_of(row).verdicts[verdict])


def _coverage(row: PlanCoverage) -> str:
    return percent(row.summary.coverage)


def _independent(row: PlanCoverage) -> str:
    return percent(independent_share(row.summary))


def _additions(row: PlanCoverage) -> str:
    return str(row.additions)

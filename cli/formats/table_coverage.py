"""The coverage matrix in a terminal: a heat map that also reads without colour, in pages where it is wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.result import Verdict
from plancmp.cli.cells import fit_apart, pad
from plancmp.cli.coverage_phrases import marked_names
from plancmp.cli.formats.coverage_rows import MatrixRow, measure_rows, total_rows
from plancmp.cli.formats.sheet import Column, sheet_pages
from plancmp.cli.formats.table_coverage_frame import matrix_closing, matrix_opening
from plancmp.cli.formats.terminal import BLANK, Line, line
from plancmp.cli.signs import COLOURS, HEAT, SIGNS
from plancmp.cli.view import View

_LONGEST_NAME = 10
_BLANK = MatrixRow("", "", False, ())


def measure_lines(matrix: CoverageMatrix, view: View) -> Iterator[Line]:
    """The matrix by measure: programmes with their measures, then the totals; one column a plan."""
    yield from matrix_opening(matrix, view)
    body = list(measure_rows(matrix, view))
    if not body:
        yield line(view.say("diff.nothing_selected"))
        yield BLANK
    rows = [*_spaced(body), _BLANK, *total_rows(matrix, view)]
    names = fit_apart(marked_names(matrix, view.say), _LONGEST_NAME)
    columns = [_plan_column(name, place, rows) for place, name in enumerate(names)]
    if len(matrix.counted) > 1:
        columns += _counting_columns(rows, view)
    for page in sheet_pages(_labels(rows, view), columns, view.width):
        yield from page
        yield BLANK
    yield from matrix_closing(matrix, view, _legend(matrix, view))


def _spaced(rows: Sequence[MatrixRow]) -> Iterator[MatrixRow]:
    for place, row in enumerate(rows):
        if row.heading and place:
            yield _BLANK
        yield row


def _labels(rows: Sequence[MatrixRow], view: View) -> Column:
    numbers = max((cell_len(row.number) for row in rows), default=0)

    def label(row: MatrixRow) -> tuple[str, str]:
        if row.heading:
            return f"{pad(row.number, numbers - 1)}  {row.title}", "bold"
        return (f" {pad(row.number, numbers)}  {row.title}" if row.number else f" {row.title}").rstrip(), ""

    return Column(((view.say("diff.measure"), "dim"), *map(label, rows)), right=False)


def _plan_column(head: str, place: int, rows: Sequence[MatrixRow]) -> Column:
    cells = [_cell(row, place) for row in rows]
    return Column(((head, "dim"), *cells))


def _cell(row: MatrixRow, place: int) -> tuple[str, str]:
    if not row.marks:
        return "", ""
    mark = row.marks[place]
    return mark.text, HEAT[mark.verdict] if mark.verdict else "bold" if row.heading else ""


def _counting_columns(rows: Sequence[MatrixRow], view: View) -> list[Column]:
    """The mean, and how many plans have each verdict: over the plans that implement the reference."""
    averages = Column(
        (
            (view.say("coverage.average"), "dim"),
            *((row.average, "bold" if row.heading else "") for row in rows),
        )
    )
    tallies = [
        Column(((SIGNS[verdict], "dim"), *(_count(row, verdict) for row in rows))) for verdict in Verdict
    ]
    return [averages, *tallies]


def _count(row: MatrixRow, verdict: Verdict) -> tuple[str, str]:
    count = row.tally.verdicts[verdict] if row.tally else 0
    return (str(count), COLOURS[verdict]) if count else ("" if row.tally is None else "-", "dim")


def _legend(matrix: CoverageMatrix, view: View) -> list[tuple[str, str]]:
    say = view.say
    signs = say.listed([f"{SIGNS[verdict]} {say(f'verdict.{verdict}')}" for verdict in Verdict])
    meaning = say("coverage.cell_means")
    if len(matrix.counted) > 1:
        meaning += " " * (not meaning.endswith("。")) + say("coverage.tally_means", plans=len(matrix.counted))
    return [(signs, meaning)]

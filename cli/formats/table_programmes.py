"""The coverage matrix by programme in a terminal: a line for each plan, as many plans as there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix, PlanCoverage
from plancmp.alignment.result import Verdict
from plancmp.cli.cells import fit_apart
from plancmp.cli.coverage_phrases import independent_share, marked_names
from plancmp.cli.formats.coverage_rows import whole_percent
from plancmp.cli.formats.sheet import Column, sheet_pages
from plancmp.cli.formats.table_coverage_frame import matrix_closing, matrix_opening
from plancmp.cli.formats.terminal import BLANK, Line
from plancmp.cli.phrases import percent
from plancmp.cli.signs import COLOURS, HEAT, SIGNS
from plancmp.cli.view import View

_LONGEST_NAME = 20


def totals_lines(matrix: CoverageMatrix, view: View) -> Iterator[Line]:
    """The matrix by programme: one line a plan with its totals, one column a programme."""
    yield from matrix_opening(matrix, view)
    say = view.say
    names = [(name, "") for name in fit_apart(marked_names(matrix, say), _LONGEST_NAME)]
    averages = len(matrix.counted) > 1
    if averages:
        names.append((say("coverage.average_of", plans=len(matrix.counted)), "bold"))
    labels = Column(((say("coverage.plan"), "dim"), *names))
    for page in sheet_pages(labels, list(_figure_columns(matrix, view, averages)), view.width):
        yield from page
        yield BLANK
    titles = say.listed([f"{programme.number} {programme.title}" for programme in matrix.outline])
    yield from matrix_closing(matrix, view, [(say("coverage.programmes"), titles)])


def _figure_columns(matrix: CoverageMatrix, view: View, averages: bool) -> Iterator[Column]:
    say = view.say
    yield _figures(
        say("summary.coverage"),
        [percent(row.summary.coverage) for row in matrix.plans],
        percent(matrix.average) if averages else None,
    )
    if matrix.reference.has_witnesses:
        yield _figures(
            say("coverage.independent"),
            [percent(independent_share(row.summary)) for row in matrix.plans],
            percent(matrix.average_independent) if averages else None,
        )
    for verdict in Verdict:
        counts = [str(row.summary.measures.verdicts[verdict]) for row in matrix.plans]
        yield _figures(SIGNS[verdict], counts, "" if averages else None, COLOURS[verdict])
    for place, programme in enumerate(matrix.outline):
        average = whole_percent(matrix.programme_average(place)) if averages else None
        yield _programme_column(str(programme.number), place, matrix.plans, average)


def _figures(head: str, figures: Sequence[str], average: str | None, style: str = "") -> Column:
    last = () if average is None else ((average, "bold"),)
    return Column(((head, "dim"), *((figure, style) for figure in figures), *last))


def _programme_column(head: str, place: int, plans: Sequence[PlanCoverage], average: str | None) -> Column:
    shares = [row.programme(place).coverage for row in plans]
    last = () if average is None else ((average, "bold"),)
    return Column(((head, "dim"), *((whole_percent(share), _shade(share)) for share in shares), *last))


def _shade(share: float) -> str:
    """Thirds of the scale in the colours of the heat map; the number beside it tells the rest."""
    return HEAT[list(Verdict)[2 - min(int(share * 3), 2)]]

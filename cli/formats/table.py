"""The terminal view: made to be grasped at a glance, every line within the terminal's width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plancmp.cli.formats.table_frame import closing_lines, opening_lines
from plancmp.cli.formats.table_grid import grid_lines
from plancmp.cli.formats.table_measures import column_heads, measure_columns, programme_lines
from plancmp.cli.formats.terminal import BLANK, Line, line, paint, paragraph
from plancmp.cli.phrases import quoted_addition
from plancmp.cli.plain import plain_value

if TYPE_CHECKING:  # one view is drawn in a run; it need not load what the others show
    from plancmp.alignment.coverage_matrix import CoverageMatrix
    from plancmp.alignment.result import Comparison
    from plancmp.cli.arrangement import By
    from plancmp.cli.formats.grid import Grid
    from plancmp.cli.formats.page import Document
    from plancmp.cli.view import View
    from plancmp.plans.model import Plan


def render_comparison(comparison: Comparison, view: View) -> str:
    """The documents, every measure on a line, the figures and the caveats."""
    return paint(_comparison_lines(plain_value(comparison), view), width=view.width, colour=view.colour)


def render_coverage(matrix: CoverageMatrix, view: View, by: By) -> str:
    """The heat map of measures and plans; by programme, a line for each plan."""
    from plancmp.cli.arrangement import By
    from plancmp.cli.formats.table_coverage import measure_lines
    from plancmp.cli.formats.table_programmes import totals_lines

    lines = measure_lines if by is By.MEASURE else totals_lines
    return paint(lines(plain_value(matrix), view), width=view.width, colour=view.colour)


def render_document(document: Document, view: View) -> str:
    """The page of a result."""
    from plancmp.cli.formats.table_page import page_lines

    return paint(page_lines(plain_value(document.page), view), width=view.width, colour=view.colour)


def render_grid(grid: Grid, view: View) -> str:
    """Rows under headings, in columns."""
    return paint(grid_lines(plain_value(grid), view), width=view.width, colour=view.colour)


def render_plan(plan: Plan, view: View) -> str:
    """A plan to be read: its header, then its text."""
    from plancmp.cli.formats.table_plan import plan_lines

    return paint(plan_lines(plain_value(plan), view), width=view.width, colour=view.colour)


def _comparison_lines(comparison: Comparison, view: View) -> Iterator[Line]:
    yield from opening_lines(comparison, view)
    yield BLANK
    columns = measure_columns(comparison, view)
    programmes = [programme for programme in comparison.programmes if view.selection.of(programme)]
    if programmes:
        yield column_heads(columns, view)
    else:
        yield line(view.say("diff.nothing_selected"))
        yield BLANK
    for programme in programmes:
        yield from programme_lines(programme, columns, view)
        yield BLANK
    if view.shows_additions and comparison.additions:
        yield line((view.say("additions"), "bold"))
        for addition in comparison.additions:
            yield from paragraph(line(" "), quoted_addition(addition, view.say), view.width)
        yield BLANK
    yield from closing_lines(comparison, view)

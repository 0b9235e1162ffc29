"""CSV that begins with a byte order mark, by which Excel knows UTF-8 when a file is opened with a double click."""

from __future__ import annotations

from plancmp.alignment.coverage import CoverageMatrix
from plancmp.alignment.result import Comparison
from plancmp.cli.arrangement import By
from plancmp.cli.formats import csv
from plancmp.cli.formats.grid import Grid
from plancmp.cli.render.options import RenderOptions
from plancmp.plans.model import Plan

_MARK = "\ufeff"


def render_comparison(comparison: Comparison, view: RenderOptions) -> str:
    """One row a commitment."""
    return _MARK + csv.render_comparison(comparison, view)


def render_coverage(matrix: CoverageMatrix, view: RenderOptions, by: By) -> str:
    """One row for each plan and measure, or plan and programme."""
    return _MARK + csv.render_coverage(matrix, view, by)


def render_grid(grid: Grid, view: RenderOptions) -> str:
    """The rows under headings."""
    return _MARK + csv.render_grid(grid, view)


def render_plan(plan: Plan, view: RenderOptions) -> str:
    """One row a measure or a commitment."""
    return _MARK + csv.render_plan(plan, view)

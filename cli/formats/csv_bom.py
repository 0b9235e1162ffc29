"""CSV that begins with a byte order mark, by which Excel knows UTF-8 when a file is opened with a double click."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Comparison
from plancmp.cli.arrangement import By
from plancmp.cli.formats import csv
from plancmp.cli.formats.grid import Grid
from plancmp.cli.formats.page import Document
from plancmp.cli.view import View
from plancmp.plans.model import Plan

_MARK = "\ufeff"


def render_comparison(comparison: Comparison, view: View) -> str:
    """One row a commitment."""
    return _MARK + csv.render_comparison(comparison, view)


def render_coverage(matrix: CoverageMatrix, view: View, by: By) -> str:
    """One row for each plan and measure, or plan and programme."""
    return _MARK + csv.render_coverage(matrix, view, by)


def render_document(document: Document, view: View) -> str:
    """The rows of a result that brings its own."""
    return _MARK + csv.render_document(document, view)


def render_report(reports: Sequence[GapReport], view: View, card: AccuracyCard | None) -> str:
    """One row a gap."""
    return _MARK + csv.render_report(reports, view, card)


def render_grid(grid: Grid, view: View) -> str:
    """The rows under headings."""
    return _MARK + csv.render_grid(grid, view)


def render_plan(plan: Plan, view: View) -> str:
    """One row a measure or a commitment."""
    return _MARK + csv.render_plan(plan, view)

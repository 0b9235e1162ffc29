"""The module behind each format of those results that do not bring a document yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

from plancmp.cli.render import Format

if TYPE_CHECKING:
    from plancmp.alignment.coverage import CoverageMatrix
    from plancmp.alignment.result import Comparison
    from plancmp.cli.arrangement import By
    from plancmp.cli.formats.grid import Grid
    from plancmp.cli.render.options import RenderOptions
    from plancmp.plans.model import Plan


class Renderer(Protocol):
    """What a format's module offers: functions that return the whole output and print nothing."""

    def render_comparison(self, comparison: Comparison, view: RenderOptions, /) -> str:
        """A comparison, measure by measure."""

    def render_coverage(self, matrix: CoverageMatrix, view: RenderOptions, by: By, /) -> str:
        """Many plans' coverage of one reference."""

    def render_grid(self, grid: Grid, view: RenderOptions, /) -> str:
        """Rows under columns."""

    def render_plan(self, plan: Plan, view: RenderOptions, /) -> str:
        """A plan's own text."""


def renderer(output_format: Format) -> Renderer:
    """The module that writes this format; only that one is imported."""
    match output_format:
        case Format.TABLE:
            from plancmp.cli.formats import table

            return table
        case Format.MARKDOWN:
            from plancmp.cli.formats import markdown

            return markdown
        case Format.CSV:
            from plancmp.cli.formats import csv

            return csv
        case Format.CSV_BOM:
            from plancmp.cli.formats import csv_bom

            return csv_bom
        case Format.JSON:
            from plancmp.cli.formats import json

            return json
        case _:
            assert_never(output_format)

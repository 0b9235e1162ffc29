"""The formats by name, and the module behind each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, assert_never

if TYPE_CHECKING:
    from plancmp.alignment.result import Comparison
    from plancmp.cli.formats.grid import Grid
    from plancmp.cli.view import View
    from plancmp.plans.model import Plan


class Format(StrEnum):
    """An output format."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


class Renderer(Protocol):
    """What a format's module offers: functions that return the whole output and print nothing."""

    def render_comparison(self, comparison: Comparison, view: View, /) -> str:
        """A comparison, measure by measure."""

    def render_grid(self, grid: Grid, view: View, /) -> str:
        """Rows under columns."""

    def render_plan(self, plan: Plan, view: View, /) -> str:
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
        case Format.JSON:
            from plancmp.cli.formats import json

            return json
        case _:
            assert_never(output_format)

"""A report as a workbook for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.accuracy import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.cli.render.options import RenderOptions


def render_report(
    reports: Sequence[GapReport], view: RenderOptions, card: AccuracyCard | None = None
) -> bytes:
    """The workbook of one plan, or of several with a sheet for each.

    Args:
        reports: one a plan, all against the same reference; at least one.
        view: the words and the filters in force, which thin the ledgers and nothing else.
        card: how far verdicts agree with careful readings; None when that was not measured.
    """
    from plancmp.cli.formats.xlsx_book import workbook_bytes

    return workbook_bytes(reports, view, card)

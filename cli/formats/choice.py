"""The function that writes reports in each format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, assert_never

from plancmp.cli.render import Format, ReportFormat, renderer

if TYPE_CHECKING:
    from plancmp.alignment.accuracy import AccuracyCard
    from plancmp.alignment.gaps import GapReport
    from plancmp.cli.render.options import RenderOptions

    RenderReport = Callable[[Sequence[GapReport], RenderOptions, AccuracyCard | None], str | bytes]


def report_renderer(output_format: ReportFormat) -> RenderReport:
    """The function that writes reports in this format; only its module is imported."""
    match output_format:
        case ReportFormat.MARKDOWN:
            from plancmp.cli.formats import markdown_report

            return markdown_report.render_report
        case ReportFormat.HTML:
            from plancmp.cli.formats import html

            return html.render_report
        case ReportFormat.XLSX:
            from plancmp.cli.formats import xlsx

            return xlsx.render_report
        case ReportFormat.JSON | ReportFormat.CSV | ReportFormat.CSV_BOM:
            return _data_renderer(Format(output_format))
        case _:
            assert_never(output_format)


def _data_renderer(output_format: Format) -> RenderReport:
    from plancmp.cli.formats.json_report import report_fields
    from plancmp.cli.formats.report_grid import report_grid
    from plancmp.cli.views.document import Document

    def render(
        reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None
    ) -> str | bytes:
        document = Document(
            lambda _: (), lambda: report_grid(reports, options), lambda: report_fields(reports, options, card)
        )
        return renderer(output_format)(document, options)

    return render

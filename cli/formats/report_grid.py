"""The gaps of a report as plain rows, for CSV: one row a gap, the gravest of each plan first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.gaps import GapReport
from plancmp.cli.gap_phrases import passage_lines, remarks_on, witness_lines
from plancmp.cli.render.options import RenderOptions
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import rounded
from plancmp.cli.views.reasons import describe_target

_COLUMNS = (
    "plan",
    "plan_name",
    "rank",
    "weight",
    "programme",
    "measure",
    "measure_title",
    "measure_verdict",
    "commitment",
    "commitment_text",
    "verdict",
    "score",
    "reasons",
    "witnesses",
    "evidence",
    "nearest",
    "targets",
    "agencies",
)


def report_grid(reports: Sequence[GapReport], view: RenderOptions) -> Grid:
    """One row for each gap that the filters let through."""
    rows = tuple(row for report in reports for row in _rows(report, view))
    return Grid(_COLUMNS, rows)


def _rows(report: GapReport, view: RenderOptions) -> Iterator[tuple[Value, ...]]:
    say = view.say
    shown = [finding for finding in report.gaps if view.filters.lists(finding.measure, finding.commitment)]
    for rank, finding in enumerate(shown, start=1):
        measure, commitment = finding.measure, finding.commitment
        passages = "\n".join(passage_lines(finding, say))
        yield (
            report.comparison.plan.id,
            report.comparison.plan.name,
            rank,
            rounded(finding.weight),
            finding.programme,
            measure.id,
            measure.title,
            say(f"verdict.{measure.verdict}"),
            commitment.id,
            commitment.text,
            say(f"verdict.{commitment.verdict}"),
            rounded(commitment.score),
            remarks_on(finding, say),
            "\n".join(witness_lines(finding, report, say)),
            passages if commitment.evidence else "",
            passages if commitment.nearest else "",
            "\n".join(describe_target(target, say) for target in commitment.targets),
            say.listed(list(report.lead_agencies(finding))),
        )

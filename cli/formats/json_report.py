"""The JSON of `plancmp report`: schema plancmp/report/1. Weights, scores and shares are 0-1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from plancmp.alignment.accuracy import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.cli.render.options import RenderOptions
from plancmp.cli.report_phrases import conclusion
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats_on_coverage, coded_caveats
from plancmp.cli.views.fields import (
    addition_list,
    caveat_fields,
    commitment_fields,
    header_fields,
    reference_fields,
    rounded,
    summary_fields,
    target_fields,
)


def report_fields(
    reports: Sequence[GapReport], view: RenderOptions, card: AccuracyCard | None
) -> dict[str, object]:
    """The reports of all plans; filters thin the lists of gaps and of strengthened commitments only."""
    first = reports[0]
    return {
        "schema": "plancmp/report/1",
        "version": VERSION,
        "reference": {
            **reference_fields(first.comparison.reference),
            "based_on": first.reference_source,
        },
        "filters": {
            "measures": list(view.filters.measures),
            "verdicts": [verdict.value for verdict in view.filters.only],
            "reasons": [reason.value for reason in view.filters.reasons],
        },
        "reports": [_report(report, view) for report in reports],
        "accuracy": None if card is None else asdict(card),
    }


def _report(report: GapReport, view: RenderOptions) -> dict[str, object]:
    return {
        "plan": header_fields(report.comparison.plan),
        "implements_reference": report.implements,
        **caveat_fields(
            coded_caveats(report.comparison, view.say),
            caveats_on_coverage(report.comparison.reference, view.say),
        ),
        "conclusion": conclusion(report, view.say),
        "summary": summary_fields(report.summary),
        "programmes": [
            {"number": programme.number, "title": programme.title, **summary_fields(programme.summary)}
            for programme in report.programmes
        ],
        "reasons": {reason.value: count for reason, count in report.reasons},
        "gaps": _findings(report, report.gaps, view),
        "strengthened": _findings(report, report.strengthened, view),
        "targets": [
            {"measure": line.measure, "commitment": line.commitment, **target_fields(line.target)}
            for line in report.targets
        ],
        "additions": addition_list(report.comparison.additions),
    }


def _findings(report: GapReport, findings: Sequence[Finding], view: RenderOptions) -> list[dict[str, object]]:
    return [_finding(report, item) for item in findings if view.filters.lists(item.measure, item.commitment)]


def _finding(report: GapReport, finding: Finding) -> dict[str, object]:
    return {
        "weight": rounded(finding.weight),
        "programme": finding.programme,
        "measure": {
            "id": finding.measure.id,
            "title": finding.measure.title,
            "verdict": finding.measure.verdict.value,
        },
        "commitment": commitment_fields(finding.commitment),
        "witnesses": [
            {
                "plan": witness.plan,
                "name": report.names.get(witness.plan, witness.plan),
                "measure": witness.measure,
                "quote": witness.quote,
            }
            for witness in finding.witnesses
        ],
        "agencies": list(report.lead_agencies(finding)),
    }

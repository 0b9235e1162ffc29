"""A gap report for other programs: the JSON, schema plancmp/report/1, and one row a gap for spreadsheets.

Weights, scores and shares are 0-1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats_on_coverage, coded_caveats
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    addition_list,
    caveat_fields,
    commitment_fields,
    header_fields,
    record_fields,
    reference_fields,
    rounded,
    summary_fields,
    target_fields,
)
from plancmp.cli.views.gaps import passage_lines, remarks_on, shown_gaps, witness_lines
from plancmp.cli.views.placed import with_places
from plancmp.cli.views.reasons import describe_target, places_of, telling_passages
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report_sentences import conclusion

if TYPE_CHECKING:
    from plancmp.cli.places import Places

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
    "places",
)


def report_data(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None
) -> Mapping[str, object]:
    """The reports of all plans; filters thin the lists of gaps and of strengthened commitments only."""
    reference = reports[0].comparison.reference
    filters = options.filters
    return {
        "schema": "plancmp/report/1",
        "version": VERSION,
        "reference": {**reference_fields(reference), "based_on": reports[0].reference_source},
        "filters": {
            "measures": list(filters.measures),
            "verdicts": [verdict.value for verdict in filters.only],
            "reasons": [reason.value for reason in filters.reasons],
        },
        "reports": [_report(report, options) for report in reports],
        "accuracy": None if card is None else asdict(card),
    }


def report_grid(reports: Sequence[GapReport], options: RenderOptions) -> Grid:
    """One row for each gap that the filters let through, the gravest of each plan first."""
    return Grid(_COLUMNS, (row for report in reports for row in _rows(report, options)))


def _report(report: GapReport, options: RenderOptions) -> dict[str, object]:
    return {
        "plan": header_fields(report.comparison.plan),
        "implements_reference": report.implements,
        **caveat_fields(
            coded_caveats(report.comparison, options.say),
            caveats_on_coverage(report.comparison.reference, options.say),
        ),
        **record_fields(report.comparison.decisions),
        "conclusion": conclusion(report, options.say),
        "summary": summary_fields(report.summary),
        "programmes": [
            {"number": programme.number, "title": programme.title, **summary_fields(programme.summary)}
            for programme in report.programmes
        ],
        "reasons": {reason.value: count for reason, count in report.reasons},
        "gaps": _findings(report, report.gaps, options),
        "strengthened": _findings(report, report.strengthened, options),
        "targets": [
            {"measure": line.measure, "commitment": line.commitment, **target_fields(line.target)}
            for line in report.targets
        ],
        "additions": with_places(
            addition_list(report.comparison.additions), options.places.get(report.comparison.plan.id)
        ),
    }


def _findings(
    report: GapReport, findings: Sequence[Finding], options: RenderOptions
) -> list[dict[str, object]]:
    places = options.places.get(report.comparison.plan.id)
    return [
        _finding(report, item, places)
        for item in findings
        if options.filters.lists(item.measure, item.commitment)
    ]


def _finding(report: GapReport, finding: Finding, places: Places | None) -> dict[str, object]:
    return {
        "weight": rounded(finding.weight),
        "programme": finding.programme,
        "measure": {
            "id": finding.measure.id,
            "title": finding.measure.title,
            "verdict": finding.measure.verdict.value,
        },
        "commitment": with_places(commitment_fields(finding.commitment), places),
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


def _rows(report: GapReport, options: RenderOptions) -> Iterator[tuple[Value, ...]]:
    say, places = options.say, options.places.get(report.comparison.plan.id)
    for rank, finding in enumerate(shown_gaps(report, options), start=1):
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
            places_of(commitment.evidence or telling_passages(commitment), places),
        )

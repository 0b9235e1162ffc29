"""CSV for spreadsheets: one row a commitment, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Passage, ProgrammeResult
from plancmp.cli.arrangement import By
from plancmp.cli.formats.coverage_records import coverage_columns, coverage_records
from plancmp.cli.formats.grid import Cell, Grid, headings, worded_rows
from plancmp.cli.formats.page import Document
from plancmp.cli.formats.plan_rows import plan_grid
from plancmp.cli.formats.report_grid import report_grid
from plancmp.cli.phrases import describe_target, gravest_change, telling_passages
from plancmp.cli.plain import begins_formula, plain
from plancmp.cli.view import View
from plancmp.cli.words import Words
from plancmp.plans.model import Plan

_PROGRAMME = ("programme", "programme_title")
_MEASURE = (
    "measure",
    "measure_title",
    "measure_verdict",
    "measure_score",
    "measure_confidence",
    "measure_reasons",
    "matches",
)
_COMMITMENT = (
    "commitment",
    "commitment_text",
    "verdict",
    "score",
    "reasons",
    "strengthened",
    "independent",
    "evidence",
    "nearest",
    "targets",
    "central",
    "evidence_basis",
)


def render_comparison(comparison: Comparison, view: View) -> str:
    """One row a commitment, with its measure and programme before it; a measure without any has a row too."""
    rows = (
        [
            *_programme(programme),
            *_measure(measure, view.say),
            *_commitment(commitment, comparison, view.say),
            gravest_change(measure, view.say),
        ]
        for programme in comparison.programmes
        for measure in view.selection.of(programme)
        for commitment in view.selection.commitments_of(measure) or (None,)
    )
    columns = (*_PROGRAMME, *_MEASURE, *_COMMITMENT, "gravest")
    return _table(_heads(columns, view), rows)


def render_coverage(matrix: CoverageMatrix, view: View, by: By) -> str:
    """One row for each plan and measure, or plan and programme."""
    return _table(_heads(coverage_columns(by), view), coverage_records(matrix, view, by))


def render_report(reports: Sequence[GapReport], view: View, _card: AccuracyCard | None) -> str:
    """One row a gap."""
    return render_grid(report_grid(reports, view), view)


def render_document(document: Document, view: View) -> str:
    """The rows of a result."""
    return render_grid(document.grid, view)


def render_grid(grid: Grid, view: View) -> str:
    """The rows under headings in the language chosen."""
    return _table(headings(grid, view.say), worded_rows(grid, view.say))


def render_plan(plan: Plan, view: View) -> str:
    """One row a measure; in a plan that lists commitments, one row a commitment."""
    return render_grid(plan_grid(plan), view)


def _heads(columns: Iterable[str], view: View) -> list[str]:
    return [view.say(f"column.{column}") for column in columns]


def _table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    # One line end for files and pipes alike; RFC 4180's CRLF would be doubled by text streams on Windows.
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Cell) -> str:
    """A value as a cell; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = plain(value)
    return f"'{text}" if begins_formula(text) else text


def _programme(programme: ProgrammeResult) -> list[Cell]:
    return [programme.number, programme.title]


def _measure(measure: MeasureResult, say: Words) -> list[Cell]:
    return [
        measure.id,
        measure.title,
        say(f"verdict.{measure.verdict}"),
        round(measure.score, 4),
        round(measure.confidence, 4),
        say.listed([say(f"reason.{reason}") for reason in measure.reasons]),
        " ".join(match.place for match in measure.matches),
    ]


def _commitment(commitment: CommitmentResult | None, comparison: Comparison, say: Words) -> list[Cell]:
    if commitment is None:
        return [None] * len(_COMMITMENT)
    return [
        commitment.id,
        commitment.text,
        say(f"verdict.{commitment.verdict}"),
        round(commitment.score, 4),
        say.listed([say(f"reason.{reason}") for reason in commitment.reasons]),
        say("yes" if commitment.strengthened else "no"),
        say("yes" if commitment.independent else "no") if comparison.reference.has_witnesses else None,
        _passages(commitment.evidence),
        _passages(telling_passages(commitment)),
        "\n".join(describe_target(target, say) for target in commitment.targets),
        say("yes" if commitment.marked else "no"),
        say(f"evidence_basis.{commitment.basis}"),
    ]


def _passages(passages: tuple[Passage, ...]) -> str:
    return "\n".join(f"{passage.place} {passage.quote}" for passage in passages)

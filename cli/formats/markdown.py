"""Markdown for documents and code hosts, with tables that also read well as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    MeasureResult,
    ProgrammeResult,
    Verdict,
)
from plancmp.alignment.summary import Tally, summarise
from plancmp.cli.arrangement import By
from plancmp.cli.formats.escaping import escape
from plancmp.cli.formats.grid import Grid, headings, worded_rows
from plancmp.cli.formats.markdown_coverage import coverage_paragraphs
from plancmp.cli.formats.markdown_page import page_paragraphs
from plancmp.cli.formats.markdown_parts import document, documents_table, table
from plancmp.cli.formats.markdown_plan import plan_paragraphs
from plancmp.cli.formats.markdown_report import report_paragraphs
from plancmp.cli.formats.page import Document
from plancmp.cli.phrases import (
    caveats,
    describe_target,
    explain_commitment,
    explain_measure,
    filters_in_force,
    quoted_addition,
    quoted_passages,
    standing_of,
    summary_figures,
)
from plancmp.cli.signs import SIGNS
from plancmp.cli.view import View
from plancmp.cli.words import Words
from plancmp.plans.model import Plan


def render_comparison(comparison: Comparison, view: View) -> str:
    """The documents, the figures, a table for each programme, additions and caveats."""
    return document(_comparison(comparison, view))


def render_coverage(matrix: CoverageMatrix, view: View, by: By) -> str:
    """The matrix as one table, with what its figures mean."""
    return document(coverage_paragraphs(matrix, view, by))


def render_report(reports: Sequence[GapReport], view: View, card: AccuracyCard | None) -> str:
    """The gap report of one plan, or of several side by side."""
    return document(report_paragraphs(reports, view, card))


def render_document(result: Document, view: View) -> str:
    """The page of a result."""
    return document(page_paragraphs(result.page, view.say))


def render_grid(grid: Grid, view: View) -> str:
    """One table."""
    rows = worded_rows(grid, view.say)
    return table(
        headings(grid, view.say), [["-" if cell is None else str(cell) for cell in row] for row in rows]
    )


def render_plan(plan: Plan, view: View) -> str:
    """The plan's header and text under headings."""
    return document(plan_paragraphs(plan, view.say))


def _comparison(comparison: Comparison, view: View) -> Iterator[str]:
    say = view.say
    names = {"plan": escape(comparison.plan.name), "reference": escape(comparison.reference.name)}
    yield f"# {say('diff.title', **names)}"
    yield documents_table(
        [(say("diff.reference"), comparison.reference), (say("diff.plan"), comparison.plan)], say
    )
    yield filters_in_force(view.selection, say)
    yield f"## {say('summary')}"
    yield from _figures(comparison, say)
    for programme in comparison.programmes:
        yield from _programme(programme, view)
    yield from _additions(comparison, view)
    if comparison.caveats:
        yield f"## {say('notes')}"
        yield "\n".join(f"- {escape(caveat)}" for caveat in caveats(comparison, say))


def _figures(comparison: Comparison, say: Words) -> Iterator[str]:
    summary = summarise(comparison)
    yield table(
        ["", say("summary.total"), *(f"{SIGNS[verdict]} {say(f'verdict.{verdict}')}" for verdict in Verdict)],
        [
            [say("summary.measures"), *_counts(summary.measures)],
            [say("summary.commitments"), *_counts(summary.commitments)],
        ],
    )
    figures = summary_figures(comparison, summary, say)
    yield "\n".join(f"- {label} **{value}** {meaning}" for label, value, meaning in figures)


def _counts(tally: Tally) -> list[str]:
    return [str(tally.total), *(str(count) for count in tally.verdicts.values())]


def _programme(programme: ProgrammeResult, view: View) -> Iterator[str]:
    measures = view.selection.of(programme)
    if not measures:
        return
    say = view.say
    counts = say.listed(
        [f"{say(f'verdict.{verdict}')} {programme.number_of(verdict)}" for verdict in Verdict]
    )
    yield f"## {programme.number} {escape(programme.title)}"
    yield counts
    heads = [say(f"diff.{name}") for name in ("verdict", "measure", "matches", "reason")]
    yield table(heads, [_measure(measure, say) for measure in measures])
    for measure in measures:
        if found := view.commitments_below(measure):
            yield f"### {escape(f'{measure.id} {measure.title}')}"
            yield "\n".join(line for commitment in found for line in _commitment(commitment, say))


def _measure(measure: MeasureResult, say: Words) -> list[str]:
    return [
        f"{SIGNS[measure.verdict]} {say(f'verdict.{measure.verdict}')}",
        f"{measure.id} {measure.title}",
        say.listed([match.place for match in measure.matches]) or "-",
        explain_measure(measure, say),
    ]


def _commitment(commitment: CommitmentResult, say: Words) -> Iterator[str]:
    """A commitment as a list item, with its targets and evidence as items below it."""
    verdict = f"{SIGNS[commitment.verdict]} {say(f'verdict.{commitment.verdict}')}"
    remarks = [
        explain_commitment(commitment, say),
        *standing_of(commitment, say),
    ]
    remark = say("semicolon").join(escape(text) for text in remarks if text)
    yield f"- **{verdict}** {escape(f'{commitment.id} {commitment.text}')}" + (
        f" — {remark}" if remark else ""
    )
    yield from (f"  - {escape(describe_target(target, say))}" for target in commitment.targets)
    yield from (f"  - {escape(passage)}" for passage in quoted_passages(commitment, say))


def _additions(comparison: Comparison, view: View) -> Iterator[str]:
    if view.shows_additions and comparison.additions:
        yield f"## {view.say('additions')}"
        quotes = (quoted_addition(addition, view.say) for addition in comparison.additions)
        yield "\n".join(f"- {escape(quote)}" for quote in quotes)

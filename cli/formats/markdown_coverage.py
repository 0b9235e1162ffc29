"""The coverage matrix as Markdown paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.alignment.result import Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.arrangement import By
from plancmp.cli.coverage_phrases import (
    closing_sentence,
    coverage_meanings,
    independent_share,
    marked_names,
    matrix_caveats,
)
from plancmp.cli.formats.coverage_rows import MatrixRow, measure_rows, total_rows, whole_percent
from plancmp.cli.formats.escaping import escape
from plancmp.cli.formats.markdown_parts import bullets, documents_table, table
from plancmp.cli.phrases import filters_in_force, percent
from plancmp.cli.signs import SIGNS
from plancmp.cli.view import View
from plancmp.cli.words import Words


def coverage_paragraphs(matrix: CoverageMatrix, view: View, by: By) -> Iterator[str]:
    """The documents, the matrix, what its figures mean, the caveats, and the closing sentence."""
    say = view.say
    title = say("coverage.title", reference=matrix.reference.name)
    yield f"# {escape(title)}"
    plans = [(say("coverage.plan"), row.plan) for row in matrix.plans]
    yield documents_table([(say("diff.reference"), matrix.reference), *plans], say)
    yield filters_in_force(view.selection, say)
    yield from [measure_table(matrix, view)] if by is By.MEASURE else programme_paragraphs(matrix, say)
    meanings = [
        say("label", label=f"**{label}**", value=meaning)
        for label, meaning in coverage_meanings(matrix.reference, say)
    ]
    if by is By.MEASURE:
        meanings.insert(0, say("coverage.cell_means"))
    if len(matrix.counted) < len(matrix.plans):
        meanings.append(escape(say("coverage.marked")))
    yield bullets([*meanings, *map(escape, matrix_caveats(matrix, say))])
    yield f"**{escape(closing_sentence(matrix, say))}**"


def measure_table(matrix: CoverageMatrix, view: View) -> str:
    """One row a measure below its programme's, one column a plan; the totals below."""
    rows = [*measure_rows(matrix, view), *total_rows(matrix, view)]
    names = marked_names(matrix, view.say)
    averages = len(matrix.counted) > 1
    heads = [view.say("diff.measure"), *names, *([view.say("coverage.average")] if averages else [])]
    cells = [_cells(row, averages) for row in rows]
    return table(heads, cells, bold=[place for place, row in enumerate(rows) if row.heading])


def programme_paragraphs(matrix: CoverageMatrix, say: Words) -> Iterator[str]:
    """One row a plan with its totals, one column a programme by its number; the titles below."""
    heads = [
        say("coverage.plan"),
        say("summary.coverage"),
        *([say("coverage.independent")] if matrix.reference.has_witnesses else []),
        *(SIGNS[verdict] for verdict in Verdict),
        *(str(programme.number) for programme in matrix.outline),
    ]
    places = range(len(matrix.outline))
    rows = [
        [
            name,
            *_totals(row.summary, matrix),
            *(_bare_percent(row.programme(place).coverage) for place in places),
        ]
        for name, row in zip(marked_names(matrix, say), matrix.plans, strict=True)
    ]
    if len(matrix.counted) > 1:
        shares = [*_shares(matrix.average, matrix.average_independent, matrix), *[""] * len(Verdict)]
        means = [_bare_percent(matrix.programme_average(place)) for place in places]
        rows.append([say("coverage.average_of", plans=len(matrix.counted)), *shares, *means])
    yield table(heads, rows)
    titles = say.listed([f"{programme.number} {programme.title}" for programme in matrix.outline])
    yield say("label", label=say("coverage.programmes_percent"), value=escape(titles))


def _bare_percent(share: float | None) -> str:
    """Without the sign, which would break the line in a narrow column; the titles below say what it is."""
    return whole_percent(share).removesuffix("%")


def _cells(row: MatrixRow, averages: bool) -> Sequence[str]:
    label = f"{row.number} {row.title}".strip()
    return [label, *(mark.text for mark in row.marks), *([row.average] if averages else [])]


def _totals(summary: Summary, matrix: CoverageMatrix) -> list[str]:
    counts = [str(count) for count in summary.measures.verdicts.values()]
    return [*_shares(summary.coverage, independent_share(summary), matrix), *counts]


def _shares(coverage: float | None, independent: float | None, matrix: CoverageMatrix) -> list[str]:
    return [percent(coverage), *([percent(independent)] if matrix.reference.has_witnesses else [])]

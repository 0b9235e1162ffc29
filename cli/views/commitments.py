"""Commitments by plans: who carries, weakens or omits each commitment of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from plancmp.alignment.commitment_matrix import CommitmentLine, CommitmentMatrix
from plancmp.alignment.result import Verdict
from plancmp.cli.commitment_selection import CommitmentSelection, gaps_of
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, DECIDED, HEAT, SYMBOLS
from plancmp.cli.views.caveats import matrix_caveats
from plancmp.cli.views.common import filter_note, names_apart, parties, verdict_cell
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
)
from plancmp.cli.views.glosses import glossed, titled
from plancmp.cli.views.render_options import RenderOptions

_PLANS_READABLE = 12
"""Of more plans than this a page counts the verdicts only; CSV and JSON name every plan."""


def commitments_document(
    matrix: CommitmentMatrix, selection: CommitmentSelection, options: RenderOptions, *, sorted_by_gaps: bool
) -> Document:
    """The matrix for every format: one row for each commitment and plan; schema plancmp/coverage-commitments/1."""
    options = options.knowing(matrix.reference, *(row.plan for row in matrix.plans))

    def grid() -> Grid:
        from plancmp.cli.views.commitments_data import commitments_grid

        return commitments_grid(matrix, selection, options.say)

    def data() -> dict[str, object]:
        from plancmp.cli.views.commitments_data import commitments_fields

        return commitments_fields(matrix, selection, options.say)

    def page(medium: Medium) -> Iterator[Block]:
        return commitments_page(matrix, selection, options.say, medium, under_measures=not sorted_by_gaps)

    return glossed(Document(page, grid, data), options.say)


def commitments_page(
    matrix: CommitmentMatrix,
    selection: CommitmentSelection,
    say: Words,
    medium: Medium,
    *,
    under_measures: bool,
) -> Iterator[Block]:
    """The documents, the matrix, what it shows, the caveats, and what it comes to."""
    on_paper = medium is Medium.PAPER
    if on_paper:
        yield Heading(say("commitments.title", reference=say.gloss(matrix.reference.name)), level=1)
    plans = [(say("coverage.plan"), row.plan) for row in matrix.plans if on_paper]
    yield parties([(say("diff.reference"), matrix.reference), *plans], medium, say)
    yield from filter_note(selection.filters, say, selection.in_words(say))
    yield Gap()
    lines = selection.lines_of(matrix)
    if lines:
        yield _table(matrix, lines, selection, say, under_measures=under_measures)
    else:
        yield Item(say("commitments.nothing_selected"))
    yield Gap()
    yield Bullets(tuple(Item(sentence, style="dim") for sentence in _meanings(matrix, say)))
    yield Gap()
    if len(lines) < len(matrix.lines):
        yield Item(say("commitments.listed", listed=len(lines)))
    yield Item(commitments_conclusion(matrix, say), style="bold")


def _table(
    matrix: CommitmentMatrix,
    lines: Iterable[CommitmentLine],
    selection: CommitmentSelection,
    say: Words,
    *,
    under_measures: bool,
) -> Table:
    """One row a commitment; by measure or, where sorted, in one list."""
    columns = (
        Column(say("commitments.commitment"), Kind.LABEL),
        *(map(Column, plan_names(matrix, say)) if _names_plans(matrix) else ()),
        *(Column(SYMBOLS[verdict]) for verdict in Verdict if _counts(matrix)),
    )
    if not under_measures:
        return Table(columns, (RowGroup(tuple(_row(matrix, line, selection, say) for line in lines)),))
    groups = []
    for (measure, title), members in groupby(lines, key=lambda line: (line.measure, line.measure_title)):
        head = TableRow((titled(title, say, measure), *(Cell("") for _ in columns[1:])), strong=True)
        groups.append(RowGroup((head, *(_row(matrix, line, selection, say) for line in members))))
    return Table(columns, tuple(groups))


def _names_plans(matrix: CommitmentMatrix) -> bool:
    return len(matrix.plans) <= _PLANS_READABLE


def _counts(matrix: CommitmentMatrix) -> bool:
    return len(matrix.counted) > 1


def _row(
    matrix: CommitmentMatrix, line: CommitmentLine, selection: CommitmentSelection, say: Words
) -> TableRow:
    cells = [row.cells[line.place] for row in matrix.plans] if _names_plans(matrix) else []
    shown = (
        Cell(f"{SYMBOLS[cell.verdict]}{DECIDED * cell.decided}", style=HEAT[cell.verdict])
        if selection.takes(cell)
        else Cell("")
        for cell in cells
    )
    counts = (
        Cell(str(count), style=COLOURS[verdict]) if count else Cell("-", style="dim")
        for verdict, count in matrix.tally(line).verdicts.items()
        if _counts(matrix)
    )
    return TableRow((titled(line.text, say, line.id), *shown, *counts))


def plan_names(matrix: CommitmentMatrix, say: Words) -> list[str]:
    """The plans' names, with an asterisk where a plan does not implement the reference."""
    names = names_apart([row.plan for row in matrix.plans], say)
    return [name if row.implements else f"{name}*" for name, row in zip(names, matrix.plans, strict=True)]


def _meanings(matrix: CommitmentMatrix, say: Words) -> Iterator[str]:
    symbols = say.listed([str(verdict_cell(verdict, say)) for verdict in Verdict])
    yield say("label", label=symbols, value=say("commitments.cell_means"))
    if _counts(matrix):
        yield say("commitments.tally_means", plans=len(matrix.counted))
    if len(matrix.counted) < len(matrix.plans):
        yield say("commitments.marked")
    yield from matrix_caveats(matrix, say)


def commitments_conclusion(matrix: CommitmentMatrix, say: Words) -> str:
    """How many commitments are omitted by how many plans, and how many nobody adopts whole."""
    total, plans = len(matrix.lines), len(matrix.counted)
    if not plans:
        return say("coverage.none_counted")
    omitted = [
        say("commitments.omitted_by", plans=by, commitments=gaps_of(matrix, by)) for by in range(plans, 0, -1)
    ]
    never = sum(not matrix.tally(line).adopted for line in matrix.lines)
    findings = [*omitted[:3], say("commitments.adopted_by_none", commitments=never)]
    return say("commitments.conclusion", plans=plans, total=total, findings=say("semicolon").join(findings))

"""The frame of a coverage matrix in a terminal: the reference at the top; meanings and caveats at the end."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.coverage_matrix import CoverageMatrix
from plancmp.cli.coverage_phrases import closing_sentence, coverage_meanings, matrix_caveats
from plancmp.cli.formats.table_frame import document_lines
from plancmp.cli.formats.terminal import BLANK, Line, line, paragraph
from plancmp.cli.phrases import filters_in_force
from plancmp.cli.view import View


def matrix_opening(matrix: CoverageMatrix, view: View) -> Iterator[Line]:
    """The reference, and the filters in force."""
    yield from document_lines(view.say("diff.reference"), matrix.reference, view)
    filters = filters_in_force(view.selection, view.say)
    if filters:
        yield BLANK
        yield from paragraph(BLANK, filters, view.width, "yellow")
    yield BLANK


def matrix_closing(matrix: CoverageMatrix, view: View, legend: list[tuple[str, str]]) -> Iterator[Line]:
    """What signs and figures mean, the caveats, and the closing sentence.

    `legend` has a label and a meaning for what only this view shows.
    """
    say = view.say
    labelled = [*legend, *coverage_meanings(matrix.reference, say)]
    meanings = [say("label", label=label, value=value) for label, value in labelled]
    if len(matrix.counted) < len(matrix.plans):
        meanings.append(say("coverage.marked"))
    for sentence in [*meanings, *matrix_caveats(matrix, say)]:
        yield from paragraph(line((" - ", "dim")), sentence, view.width, "dim")
    yield BLANK
    yield from paragraph(BLANK, closing_sentence(matrix, say), view.width, "bold")

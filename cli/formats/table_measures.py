"""The body of the terminal view: a row a measure by programme, with -v or a filter its commitments below."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    MeasureResult,
    ProgrammeResult,
    Verdict,
)
from plancmp.cli.phrases import (
    describe_target,
    explain_commitment,
    gravest_change,
    quoted_passages,
    standing_of,
)
from plancmp.cli.render.cells import fit, pad, wrap
from plancmp.cli.render.lines import Line, Part, line, paragraph, width_of
from plancmp.cli.render.options import RenderOptions
from plancmp.cli.theme import COLOURS, SIGNS

_GAP = "  "
_INDENT = " " * 4


class Columns(NamedTuple):
    """Widths in cells; the sign is one cell and stands before the verdict."""

    verdict: int
    id: int
    title: int
    matches: int
    reason: int

    @property
    def before_matches(self) -> int:
        """Where the column of matches begins."""
        return 3 + self.verdict + self.id + self.title + 3 * len(_GAP)


def measure_columns(comparison: Comparison, view: RenderOptions) -> Columns:
    """Share out the line: titles get up to nine twentieths of the room, the reason gets the rest."""
    words = [view.say(f"verdict.{verdict}") for verdict in Verdict]
    verdict = max(map(cell_len, [*words, view.say("diff.verdict")]))
    ids = max((cell_len(measure.id) for measure in comparison.measures), default=0)
    titles = max((cell_len(measure.title) for measure in comparison.measures), default=0)
    matched = max((cell_len(_matched_ids(measure)) for measure in comparison.measures), default=0)
    matches = max(cell_len(view.say("diff.matches")), min(matched, view.width // 8))
    room = view.width - 3 - verdict - ids - matches - 4 * len(_GAP)
    title = min(max(titles, cell_len(view.say("diff.measure")) - ids - len(_GAP)), max(room * 9 // 20, 8))
    # One cell stays free: terminals set up for Chinese draw an arrow two cells wide.
    return Columns(verdict, ids, title, matches, max(room - title - 1, 1))


def column_heads(columns: Columns, view: RenderOptions) -> Line:
    """The line above the first programme that names the columns."""
    say = view.say
    heads = (
        pad(say("diff.verdict"), columns.verdict),
        pad(say("diff.measure"), columns.id + len(_GAP) + columns.title),
        pad(say("diff.matches"), columns.matches),
        fit(say("diff.reason"), columns.reason),
    )
    return line("   ", (_GAP.join(heads), "dim"))


def programme_lines(programme: ProgrammeResult, columns: Columns, view: RenderOptions) -> Iterator[Line]:
    """A programme's heading with its counts, and the lines of those of its measures that are shown."""
    title = pad(f"{programme.number}{_GAP}{programme.title}", columns.before_matches - len(_GAP))
    counts: list[Part] = []
    for verdict in Verdict:
        count = programme.number_of(verdict)
        counts.append((f"{SIGNS[verdict]} {count:<4}", COLOURS[verdict] if count else "dim"))
    yield line((title, "bold"), _GAP, *counts)
    for measure in view.filters.of(programme):
        yield from _measure_lines(measure, columns, view)
        for commitment in view.commitments_below(measure):
            yield from _commitment_lines(commitment, view)


def _measure_lines(measure: MeasureResult, columns: Columns, view: RenderOptions) -> Iterator[Line]:
    """A measure in its columns; what is too long for its column goes on below, nothing of it is cut."""
    verdict = f"{SIGNS[measure.verdict]} {pad(view.say(f'verdict.{measure.verdict}'), columns.verdict)}"
    titles = wrap(measure.title, columns.title)
    reasons = wrap(gravest_change(measure, view.say), columns.reason)
    matches = _matched_ids(measure, columns.matches)
    for place, (title, reason) in enumerate(zip_longest(titles, reasons, fillvalue="")):
        first = place == 0
        yield line(
            " ",
            (verdict if first else " " * (2 + columns.verdict), COLOURS[measure.verdict]),
            _GAP,
            pad(measure.id if first else "", columns.id),
            _GAP,
            (pad(title, columns.title), "bold" if view.verbose else ""),
            _GAP,
            pad(matches if first else "", columns.matches),
            _GAP,
            (reason, "" if any(each.gap_reasons for each in measure.commitments) else "dim"),
        )


def _matched_ids(measure: MeasureResult, width: int = sys.maxsize) -> str:
    """As many matched ids as fit, and how many more there are; a dash for none."""
    ids = [match.place for match in measure.matches]
    for shown in range(len(ids), 0, -1):
        text = " ".join([*ids[:shown], *([f"+{len(ids) - shown}"] if shown < len(ids) else [])])
        if cell_len(text) <= width:
            return text
    return f"{len(ids)}" if ids else "-"


def _commitment_lines(commitment: CommitmentResult, view: RenderOptions) -> Iterator[Line]:
    """A commitment and what the local plan says to it."""
    say, colour = view.say, COLOURS[commitment.verdict]
    label = line(_INDENT, (f"{SIGNS[commitment.verdict]} {commitment.id}", colour), _GAP)
    yield from paragraph(label, commitment.text, view.width)
    below = line(" " * width_of(label))
    reason = explain_commitment(commitment, say)
    remarks = [reason] if reason else []
    remarks += standing_of(commitment, say)
    if remarks:
        yield from paragraph(below, say("semicolon").join(remarks), view.width, colour if reason else "dim")
    for target in commitment.targets:
        yield from paragraph(below, describe_target(target, say), view.width)
    style = "" if commitment.evidence else "dim"
    for passage in quoted_passages(commitment, say):
        yield from paragraph(below, passage, view.width, style)

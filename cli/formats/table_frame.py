"""The frame of the terminal view: which documents are compared; at the end the figures and caveats."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from plancmp.alignment.result import Comparison, PlanHeader
from plancmp.alignment.summary import Tally, summarise
from plancmp.cli.phrases import caveats, filters_in_force, summary_figures
from plancmp.cli.render.cells import pad
from plancmp.cli.render.lines import BLANK, Line, Part, line, paragraph, width_of
from plancmp.cli.render.options import RenderOptions
from plancmp.cli.theme import COLOURS, SIGNS

_GAP = "  "


def opening_lines(comparison: Comparison, view: RenderOptions) -> Iterator[Line]:
    """The two documents, and the filters in force."""
    labels = [view.say("diff.reference"), view.say("diff.plan")]
    width = max(map(cell_len, labels))
    for label, header in zip(labels, (comparison.reference, comparison.plan), strict=True):
        yield from document_lines(pad(label, width), header, view)
    filters = filters_in_force(view.filters, view.say)
    if filters:
        yield BLANK
        yield from paragraph(BLANK, filters, view.width, "yellow")


def closing_lines(comparison: Comparison, view: RenderOptions) -> Iterator[Line]:
    """The summary with both coverages and what they mean, the count of additions, and the caveats."""
    summary = summarise(comparison)
    figures = summary_figures(comparison, summary, view.say)
    labels = [
        *(label for label, _, _ in figures),
        view.say("summary.measures"),
        view.say("summary.commitments"),
    ]
    width = max(map(cell_len, labels))
    yield line((view.say("summary"), "bold"))
    yield _counts(view.say("summary.measures"), width, summary.measures, view)
    yield _counts(view.say("summary.commitments"), width, summary.commitments, view)
    for label, value, meaning in figures:
        start = line(" ", pad(label, width), _GAP, (f"{value:>6}", "bold"), _GAP)
        yield from paragraph(start, meaning, view.width)
    if comparison.notes:
        yield BLANK
        yield line((view.say("notes"), "bold"))
    for caveat in caveats(comparison, view.say):
        yield from paragraph(line(" - "), caveat, view.width)


def document_lines(label: str, header: PlanHeader, view: RenderOptions) -> Iterator[Line]:
    """A document after its label: name and title, then number, date and basis."""
    start = line((label, "dim"), _GAP, (header.name, "bold"), _GAP)
    yield from paragraph(start, header.title, view.width)
    below = line(" " * cell_len(label), _GAP)
    facts = [header.document_number, header.issued]
    if header.basis != "official":
        facts.append(view.say(f"basis.{header.basis}"))
    yield from paragraph(below, _GAP.join(fact for fact in facts if fact), view.width, "dim")


def _counts(label: str, width: int, tally: Tally, view: RenderOptions) -> Line:
    """A total and the counts of the verdicts, by their signs alone where the line is too short for words."""
    start = line(" ", pad(label, width), _GAP, f"{tally.total:>6}", _GAP)
    words = [view.say(f"verdict.{verdict}") + " " for verdict in tally.verdicts]
    for names in (words, [""] * len(words)):
        counts: list[Part] = [
            (f"{SIGNS[verdict]} {name}{count:<5}", COLOURS[verdict])
            for name, (verdict, count) in zip(names, tally.verdicts.items(), strict=True)
        ]
        whole = start + line(*counts)
        if width_of(whole) <= view.width:
            break
    return whole

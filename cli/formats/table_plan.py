"""A plan to be read in a terminal: its header, its measures with agencies and commitments, then its sections."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from plancmp.cli.plan_phrases import agency_lists, describe_stated, header_facts, note_on, witness_place
from plancmp.cli.render.cells import pad
from plancmp.cli.render.lines import BLANK, Line, line, paragraph, width_of
from plancmp.cli.render.options import RenderOptions
from plancmp.plans.model import Agencies, Commitment, Measure, Plan, Section

_GAP = "  "


def plan_lines(plan: Plan, view: RenderOptions) -> Iterator[Line]:
    """The whole plan as lines."""
    yield from paragraph(BLANK, plan.title, view.width, "bold")
    facts = header_facts(plan, view.say)
    width = max(cell_len(label) for label, _ in facts)
    labels = [label for label, _ in facts]
    for number, (label, value) in enumerate(facts):
        shown = "" if label in labels[:number] else label
        yield from paragraph(line((pad(shown, width), "dim"), _GAP), value, view.width)
    for programme in plan.programmes:
        yield BLANK
        yield from paragraph(line((f"{programme.number}{_GAP}", "bold")), programme.title, view.width, "bold")
        for measure in programme.measures:
            yield BLANK
            yield from _measure_lines(measure, view)
    if plan.sections:
        yield BLANK
        yield from paragraph(BLANK, view.say("plan.sections"), view.width, "bold")
    for section in plan.sections:
        yield BLANK
        yield from _section_lines(section, view)


def _measure_lines(measure: Measure, view: RenderOptions) -> Iterator[Line]:
    label = line((f"{measure.id}{_GAP}", "bold"))
    inferred = measure.title_basis == "inferred"
    title = measure.title + (_GAP + f"[{view.say('plan.title_inferred')}]" if inferred else "")
    yield from paragraph(label, title, view.width, "bold")
    below = line(" " * width_of(label))
    if measure.text:
        yield from paragraph(below, measure.text, view.width)
    yield from _agency_lines(measure.agencies, below, view)
    for commitment in measure.commitments:
        yield from _commitment_lines(commitment, below, view)


def _section_lines(section: Section, view: RenderOptions) -> Iterator[Line]:
    label = line((f"{section.id}{_GAP}", "bold"))
    kind = view.say(f"section.{section.kind}")
    title = section.title if kind == section.title else f"{section.title}{_GAP}[{kind}]"
    yield from paragraph(label, title, view.width, "bold")
    below = line(" " * width_of(label))
    for words in section.text.split("\n"):
        yield from paragraph(below, words, view.width)
    yield from _agency_lines(section.agencies, below, view)


def _agency_lines(agencies: Agencies, below: Line, view: RenderOptions) -> Iterator[Line]:
    for role, names in agency_lists(agencies, view.say):
        yield from paragraph(below + line((role, "dim"), _GAP), names, view.width)


def _commitment_lines(commitment: Commitment, below: Line, view: RenderOptions) -> Iterator[Line]:
    label = below + line((commitment.id, "cyan"), _GAP)
    yield from paragraph(label, commitment.text, view.width)
    deeper = line(" " * width_of(label))
    stated = describe_stated(commitment.target, view.say)
    if stated:
        yield from paragraph(deeper, stated, view.width)
    for witness in commitment.witnesses:
        place = deeper + line((witness_place(witness, view.say), "dim"), _GAP)
        yield from paragraph(place, view.say("quote", text=witness.quote), view.width, "dim")
    if note := note_on(commitment, view.say):
        yield from paragraph(deeper, note, view.width, "yellow")

"""A plan's own text as Markdown paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.cli.messages import Words
from plancmp.cli.plan_phrases import agency_lists, describe_stated, header_facts, note_on, witness_place
from plancmp.cli.render.escaping import escape
from plancmp.plans.model import Agencies, Commitment, Measure, Plan


def plan_paragraphs(plan: Plan, say: Words) -> Iterator[str]:
    """The header as a list, then a heading for each programme, measure and section with its text below."""
    yield f"# {escape(plan.title)}"
    yield "\n".join(_labelled(label, value, say) for label, value in header_facts(plan, say))
    for programme in plan.programmes:
        yield f"## {programme.number} {escape(programme.title)}"
        for measure in programme.measures:
            yield from _measure(measure, say)
    if plan.sections:
        yield f"## {escape(say('plan.sections'))}"
    for section in plan.sections:
        yield f"### {section.id} {escape(section.title)}"
        yield from map(escape, section.text.split("\n"))
        yield _agencies(section.agencies, say)


def _measure(measure: Measure, say: Words) -> Iterator[str]:
    inferred = f" *{say('plan.title_inferred')}*" if measure.title_basis == "inferred" else ""
    yield f"### {measure.id} {escape(measure.title)}{inferred}"
    if measure.text:
        yield escape(measure.text)
    yield _agencies(measure.agencies, say)
    yield "\n".join(line for commitment in measure.commitments for line in _commitment(commitment, say))


def _agencies(agencies: Agencies, say: Words) -> str:
    return "\n".join(_labelled(role, names, say) for role, names in agency_lists(agencies, say))


def _commitment(commitment: Commitment, say: Words) -> Iterator[str]:
    yield f"- **{commitment.id}** {escape(commitment.text)}"
    details = [describe_stated(commitment.target, say)]
    details += [
        f"{witness_place(witness, say)} {say('quote', text=witness.quote)}"
        for witness in commitment.witnesses
    ]
    details.append(note_on(commitment, say))
    yield from (f"  - {escape(detail)}" for detail in details if detail)


def _labelled(label: str, value: str, say: Words) -> str:
    return f"- {say('label', label=f'**{label}**', value=escape(value))}"

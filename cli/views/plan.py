"""Plans themselves: what each one holds in a line, and the text of one to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.cli.messages import Words
from plancmp.cli.plan_phrases import agency_lists, describe_stated, header_facts, note_on, witness_place
from plancmp.cli.views.document import (
    Block,
    Cell,
    Document,
    Facts,
    Grid,
    Heading,
    Item,
    Kind,
    Section,
    Value,
    grid_fields,
    grid_table,
)
from plancmp.plans.model import Agencies, Commitment, Measure, Plan, Programme
from plancmp.plans.model import Section as PlanSection

_LISTED = (
    "id",
    "name",
    "document_number",
    "issued",
    "programmes",
    "measures",
    "commitments",
    "witnesses",
    "basis",
)
_KINDS = (Kind.LABEL, Kind.WORD, Kind.TEXT, Kind.WORD, *[Kind.NUMBER] * 4, Kind.WORD)
_PART = (
    "programme",
    "programme_title",
    "measure",
    "measure_title",
    "text",
    "lead",
    "supporting",
    "responsible",
)
_COMMITMENT = ("commitment", "commitment_text", "targets", "witnesses")


def list_document(plans: Sequence[Plan], say: Words) -> Document:
    """The plans there are, one a row."""
    grid = Grid(_LISTED, tuple(map(_counts, plans)), frozenset({"basis"}))
    return Document(
        page=lambda _: [grid_table(grid, _KINDS, say)],
        grid=lambda: grid,
        data=lambda: grid_fields("plancmp/list/1", "plans", grid),
    )


def _counts(plan: Plan) -> tuple[Value, ...]:
    commitments = list(plan.commitments)
    witnesses = sum(len(commitment.witnesses) for commitment in commitments)
    return (
        plan.id,
        plan.name,
        plan.document_number,
        plan.issued,
        len(plan.programmes),
        sum(1 for _ in plan.measures),
        len(commitments) or None,
        witnesses or None,
        plan.basis,
    )


def plan_document(plan: Plan, say: Words) -> Document:
    """The text of a plan; data is the plan as its file holds it, schema `plancmp/plan/1`."""
    return Document(
        page=lambda _: _page(plan, say),
        grid=lambda: _grid(plan),
        data=lambda: plan.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    )


def only_part(plan: Plan, part_id: str) -> Plan:
    """The plan with nothing but this measure or section in it; it must have that part."""
    programmes = tuple(_only(programme, part_id) for programme in plan.programmes)
    sections = tuple(section for section in plan.sections if section.id == part_id)
    kept = tuple(programme for programme in programmes if programme.measures)
    return plan.model_copy(update={"programmes": kept, "sections": sections})


def _only(programme: Programme, measure_id: str) -> Programme:
    measures = tuple(measure for measure in programme.measures if measure.id == measure_id)
    return programme.model_copy(update={"measures": measures})


def _page(plan: Plan, say: Words) -> Iterator[Block]:
    """The header, then each measure under its programme, then what stands outside the measures."""
    yield Heading(plan.title, level=1)
    yield Facts(tuple(Item(value, label) for label, value in header_facts(plan, say)))
    for programme in plan.programmes:
        yield Heading(programme.title, lead=str(programme.number))
        for measure in programme.measures:
            yield Section(_measure_heading(measure, say), tuple(_measure(measure, say)))
    if plan.sections:
        yield Heading(say("plan.sections"))
    for section in plan.sections:
        kind = say(f"section.{section.kind}")
        remark = "" if kind == section.title else kind
        heading = Heading(section.title, level=3, lead=section.id, remark=remark)
        texts = (Item(text) for text in section.text.split("\n"))
        yield Section(heading, (*texts, *_agencies(section.agencies, say)))


def _measure_heading(measure: Measure, say: Words) -> Heading:
    remark = say("plan.title_inferred") if measure.title_basis == "inferred" else ""
    return Heading(measure.title, level=3, lead=measure.id, remark=remark)


def _measure(measure: Measure, say: Words) -> Iterator[Block]:
    if measure.text:
        yield Item(measure.text)
    yield from _agencies(measure.agencies, say)
    yield from (_commitment(commitment, say) for commitment in measure.commitments)


def _agencies(agencies: Agencies, say: Words) -> Iterator[Item]:
    return (Item(names, role) for role, names in agency_lists(agencies, say))


def _commitment(commitment: Commitment, say: Words) -> Item:
    """A commitment with its target, its witnesses and the editor's note below it."""
    below = [
        Item(describe_stated(commitment.target, say)),
        *(
            Item(say("quote", text=witness.quote), witness_place(witness, say), style="dim")
            for witness in commitment.witnesses
        ),
        Item(note_on(commitment, say), style="yellow"),
    ]
    return Item(
        commitment.text,
        name=Cell(commitment.id, style="cyan"),
        below=tuple(item for item in below if item.text),
    )


def _grid(plan: Plan) -> Grid:
    """One row a measure with its text and agencies; one a commitment where the plan lists commitments.

    Below them one row a section, which belongs to no programme.
    """
    listed = any(True for _ in plan.commitments)
    blank: tuple[Value, ...] = (None,) * len(_COMMITMENT) if listed else ()
    rows: list[tuple[Value, ...]] = [
        (programme.number, programme.title, measure.id, measure.title, *_text(measure), *commitment)
        for programme in plan.programmes
        for measure in programme.measures
        for commitment in [*map(_values, measure.commitments)] or [blank]
    ]
    rows += [(None, None, section.id, section.title, *_text(section), *blank) for section in plan.sections]
    return Grid((*_PART, *(_COMMITMENT if listed else ())), rows)


def _text(part: Measure | PlanSection) -> tuple[str, ...]:
    agencies = (part.agencies.lead, part.agencies.supporting, part.agencies.responsible)
    return (part.text, *("、".join(names) for names in agencies))


def _values(commitment: Commitment) -> tuple[Value, ...]:
    target = commitment.target
    witnesses = "\n".join(
        f"{witness.plan} {witness.measure or ''} {witness.quote}".replace("  ", " ")
        for witness in commitment.witnesses
    )
    stated = [] if target is None else [f"{plan} {value}" for plan, value in target.stated.items()]
    value = [] if target is None or target.value is None else [target.value]
    return commitment.id, commitment.text, "\n".join([*value, *stated]), witnesses

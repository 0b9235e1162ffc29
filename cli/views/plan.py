"""Plans themselves: what each one holds in a line, and the text of one to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.views.document import (
    Block,
    Cell,
    Chapter,
    Document,
    Facts,
    Grid,
    Heading,
    Item,
    Kind,
    RowGroup,
    Table,
    Value,
    grid_fields,
    grid_table,
)
from plancmp.cli.views.glosses import glossed
from plancmp.plans.glosses import glosses_of
from plancmp.plans.model import (
    Agencies,
    Commitment,
    CommitmentTarget,
    ImplementedDocument,
    Measure,
    Plan,
    Programme,
    Section,
    Witness,
)

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
_KINDS = (Kind.LABEL, Kind.WORD, Kind.WORD, Kind.WORD, *[Kind.NUMBER] * 4, Kind.WORD)
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
    say = say.knowing((plan.name, plan.name_gloss) for plan in plans if plan.name_gloss)
    grid = Grid(_LISTED, tuple(map(_counts, plans)), frozenset({"basis"}))
    document = Document(
        page=lambda _: [_table_of_plans(grid, say)],
        grid=lambda: grid,
        data=lambda: grid_fields("plancmp/list/1", "plans", grid),
    )
    return glossed(document, say)


def _table_of_plans(grid: Grid, say: Words) -> Table:
    """The rows to be read, each name with its gloss where there is room; the id before it is in Latin letters."""
    table = grid_table(grid, _KINDS, say)
    rows = (
        row._replace(cells=tuple(cell._replace(in_full=say.label(cell.text)) for cell in row.cells))
        for row in table.rows
    )
    return table._replace(groups=(RowGroup(tuple(rows)),))


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
    say = say.knowing(glosses_of(plan))
    document = Document(page=lambda _: _page(plan, say), grid=lambda: _grid(plan), data=dict)
    return glossed(document, say)._replace(
        data=lambda: plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
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
    yield Heading(say.label(plan.title), level=1)
    yield Facts(tuple(Item(value, label) for label, value in _header_facts(plan, say)))
    for programme in plan.programmes:
        yield Heading(say.label(programme.title), lead=str(programme.number))
        for measure in programme.measures:
            yield Chapter(_measure_heading(measure, say), tuple(_measure(measure, say)))
    if plan.sections:
        yield Heading(say("plan.sections"))
    for section in plan.sections:
        kind = say(f"section.{section.kind}")
        remark = "" if kind == section.title else kind
        heading = Heading(say.label(section.title), level=3, lead=section.id, remark=remark)
        texts = (Item(text) for text in section.text.split("\n"))
        yield Chapter(heading, (*texts, *_agencies(section.agencies, say)))


def _measure_heading(measure: Measure, say: Words) -> Heading:
    remark = say("plan.title_inferred") if measure.title_basis == "inferred" else ""
    return Heading(say.label(measure.title), level=3, lead=measure.id, remark=remark)


def _measure(measure: Measure, say: Words) -> Iterator[Block]:
    if measure.text:
        yield Item(measure.text)
    yield from _agencies(measure.agencies, say)
    yield from (_commitment(commitment, say) for commitment in measure.commitments)


def _agencies(agencies: Agencies, say: Words) -> Iterator[Item]:
    return (Item(names, role) for role, names in _agency_lists(agencies, say))


def _commitment(commitment: Commitment, say: Words) -> Item:
    """A commitment with its target, its witnesses and the editor's note below it."""
    below = [
        Item(_describe_stated(commitment.target, say)),
        *(
            Item(say("quote", text=witness.quote), _witness_place(witness, say), style="dim")
            for witness in commitment.witnesses
        ),
        Item(_note_on(commitment, say), style="yellow"),
    ]
    return Item(
        say.label(commitment.text),
        name=Cell(commitment.id, style="cyan"),
        below=tuple(item for item in below if item.text),
    )


def _header_facts(plan: Plan, say: Words) -> list[tuple[str, str]]:
    """Label and value of every header field that the plan has, in reading order; a label may come twice."""
    names = list(dict.fromkeys([say.label(plan.name), *plan.aliases, plan.id]))
    fields = [
        ("names", say.listed(names)),
        ("level", say(f"level.{plan.level}") if plan.level else None),
        ("issuer", say.label(plan.issuer) if plan.issuer else None),
        ("document_number", plan.document_number),
        ("index_number", plan.index_number),
        ("issued", plan.issued),
        ("period", f"{plan.period.start}-{plan.period.end}" if plan.period else None),
        *(("implements", _implemented(document, say)) for document in plan.implements),
        ("basis", say("plan.reconstructed" if plan.basis == "reconstructed" else f"basis.{plan.basis}")),
        ("source", plan.source),
        ("schemes", say.listed([say.gloss(scheme.text) for scheme in plan.schemes])),
        *(("facts", say("remark", text=fact.text, remark=fact.source)) for fact in plan.facts),
    ]
    return [(say(f"plan.{name}"), value) for name, value in fields if value]


def _agency_lists(agencies: Agencies, say: Words) -> list[tuple[str, str]]:
    """Role and names, for each role that somebody has."""
    roles = {"lead": agencies.lead, "supporting": agencies.supporting, "responsible": agencies.responsible}
    return [(say(f"agencies.{role}"), say.listed(list(names))) for role, names in roles.items() if names]


def _describe_stated(target: CommitmentTarget | None, say: Words) -> str:
    """A commitment's target and what each witness states; empty without a target."""
    if target is None:
        return ""
    value = f"{say.gloss(target.indicator)} {target.value or ''}".strip()
    stated = say.listed([f"{say.witness(plan)} {said}" for plan, said in target.stated.items()])
    return say("plan.target", target=say("remark", text=value, remark=stated) if stated else value)


def _note_on(commitment: Commitment, say: Words) -> str:
    """The editor's note on a commitment, where it is in the language of the output; empty elsewhere."""
    note = commitment.note or ""
    letters = [each.isascii() for each in note if each.isalpha()]
    english = sum(letters) * 2 > len(letters)
    return note if english is (say.language is not Language.CHINESE) else ""


def _witness_place(witness: Witness, say: Words) -> str:
    """Where a witness speaks: plan and, where it has any, the measure or section."""
    name = say.witness(witness.plan)
    return f"{name} {witness.place}" if witness.place else name


def _implemented(document: ImplementedDocument, say: Words) -> str:
    title = say.document(document.title)
    return say("remark", text=title, remark=document.document_number) if document.document_number else title


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


def _text(part: Measure | Section) -> tuple[str, ...]:
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

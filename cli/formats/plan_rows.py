"""A plan's text as rows, for the formats that know only rows and columns."""

from __future__ import annotations

from plancmp.cli.formats.grid import Cell, Grid
from plancmp.plans.model import Commitment, Measure, Plan, Programme, Section

_MEASURE = ("programme", "programme_title", "measure", "measure_title")
_TEXT = ("text", "lead", "supporting", "responsible")
_COMMITMENT = ("commitment", "commitment_text", "targets", "witnesses")


def plan_grid(plan: Plan) -> Grid:
    """One row a measure with its text and agencies; one a commitment where the plan lists commitments.

    Below them one row a section, which belongs to no programme.
    """
    listed = any(True for _ in plan.commitments)
    rows = tuple(
        (programme.number, programme.title, measure.id, measure.title, *_text(measure), *commitment)
        for programme in plan.programmes
        for measure in programme.measures
        for commitment in (_commitments(measure) if listed else [()])
    )
    blank = (None,) * len(_COMMITMENT) if listed else ()
    rows += tuple(
        (None, None, section.id, section.title, *_text(section), *blank) for section in plan.sections
    )
    return Grid("plancmp/plan/1", "rows", (*_MEASURE, *_TEXT, *(_COMMITMENT if listed else ())), rows)


def only_part(plan: Plan, part_id: str) -> Plan:
    """The plan with nothing but this measure or section in it; it must have that part."""
    programmes = tuple(_only(programme, part_id) for programme in plan.programmes)
    sections = tuple(section for section in plan.sections if section.id == part_id)
    kept = tuple(programme for programme in programmes if programme.measures)
    return plan.model_copy(update={"programmes": kept, "sections": sections})


def _only(programme: Programme, measure_id: str) -> Programme:
    measures = tuple(measure for measure in programme.measures if measure.id == measure_id)
    return programme.model_copy(update={"measures": measures})


def _text(part: Measure | Section) -> tuple[Cell, ...]:
    agencies = part.agencies
    return (
        part.text,
        "、".join(agencies.lead),
        "、".join(agencies.supporting),
        "、".join(agencies.responsible),
    )


def _commitments(measure: Measure) -> list[tuple[Cell, ...]]:
    return [_commitment(commitment) for commitment in measure.commitments] or [(None,) * len(_COMMITMENT)]


def _commitment(commitment: Commitment) -> tuple[Cell, ...]:
    target = commitment.target
    witnesses = "\n".join(
        f"{witness.plan} {witness.measure or ''} {witness.quote}".replace("  ", " ")
        for witness in commitment.witnesses
    )
    stated = [] if target is None else [f"{plan} {value}" for plan, value in target.stated.items()]
    value = [] if target is None or target.value is None else [target.value]
    return commitment.id, commitment.text, "\n".join([*value, *stated]), witnesses

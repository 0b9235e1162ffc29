"""Consistency, asked of every plan that is read: real dates, a period that ends after it begins, no id twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plancmp.plans.faults import FaultKind, Finding
from plancmp.plans.model import Plan


def consistency_findings(plan: Plan) -> Iterator[Finding]:
    """What makes the plan impossible or ambiguous to read."""
    yield from _date(plan)
    yield from _period(plan)
    yield from _repeated_ids(plan)


def _date(plan: Plan) -> Iterator[Finding]:
    if plan.issued is None:
        return
    try:
        date.fromisoformat(plan.issued)
    except ValueError:
        yield Finding("issued", FaultKind.BAD_DATE, plan.issued, "YYYY-MM-DD")


def _period(plan: Plan) -> Iterator[Finding]:
    if plan.period and plan.period.end < plan.period.start:
        years = f"{plan.period.start}–{plan.period.end}"
        yield Finding("period.end", FaultKind.PERIOD_REVERSED, years)


def _repeated_ids(plan: Plan) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path, identity in _ids(plan):
        if first.setdefault(identity, path) != path:
            yield Finding(path, FaultKind.REPEATED_ID, identity, first[identity])


def _ids(plan: Plan) -> Iterator[tuple[str, str]]:
    """Numbers of programmes, ids of measures, commitments and sections: by their form never equal to one another."""
    for p, programme in enumerate(plan.programmes):
        yield f"programmes[{p}].number", str(programme.number)
        for m, measure in enumerate(programme.measures):
            path = f"programmes[{p}].measures[{m}]"
            yield f"{path}.id", measure.id
            for c, commitment in enumerate(measure.commitments):
                yield f"{path}.commitments[{c}].id", commitment.id
    for s, section in enumerate(plan.sections):
        yield f"sections[{s}].id", section.id

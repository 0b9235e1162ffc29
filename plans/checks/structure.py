"""The structure a plan keeps: numbers that run on, and in each measure what the plan's basis asks for.

Programmes are numbered 1, 2, 3, measures 1.1, 1.2, commitments 1.1.1, 1.1.2, sections S1, S2. The id of a
commitment that was dropped is not used again: of these, numbers may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancmp.plans.faults import FaultKind, Violation
from plancmp.plans.library import Library
from plancmp.plans.model import Measure
from plancmp.plans.reading import PlanFile


def check_numbering(plan_file: PlanFile, _library: Library) -> Iterator[Violation]:
    """Numbers and ids that do not run on within what they belong to."""
    plan = plan_file.plan
    numbers = (
        (f"programmes[{p}].number", str(programme.number or ""))
        for p, programme in enumerate(plan.programmes)
    )
    yield from _running(numbers, "")
    yield from _running(((f"sections[{s}].id", section.id) for s, section in enumerate(plan.sections)), "S")
    for p, programme in enumerate(plan.programmes):
        path, prefix = f"programmes[{p}].measures", f"{programme.number or p + 1}."
        yield from _running(
            ((f"{path}[{m}].id", measure.id) for m, measure in enumerate(programme.measures)), prefix
        )
        for m, measure in enumerate(programme.measures):
            yield from _commitments(f"{path}[{m}]", measure, f"{prefix}{m + 1}")


def _commitments(path: str, measure: Measure, expected_id: str) -> Iterator[Violation]:
    ids = ((f"{path}.commitments[{c}].id", commitment.id) for c, commitment in enumerate(measure.commitments))
    # Where only the measure's own id is wrong, its commitments are not.
    follow_place = any(commitment.id.startswith(f"{expected_id}.") for commitment in measure.commitments)
    prefix = f"{expected_id}." if follow_place or not measure.id else f"{measure.id}."
    yield from _running(ids, prefix, gaps=True)


def _running(ids: Iterable[tuple[str, str]], prefix: str, *, gaps: bool = False) -> Iterator[Violation]:
    number = 0
    for path, found in ids:
        number += 1
        if gaps:
            number = max(number, _last_number(found, prefix, otherwise=number))
        if found != f"{prefix}{number}":
            yield Violation(path, FaultKind.NUMBERING, found, f"{prefix}{number}")
            # Counting goes on from a number that was skipped to, so that one gap is one fault.
            number = _last_number(found, prefix, otherwise=number)


def _last_number(found: str, prefix: str, otherwise: int) -> int:
    last = found.removeprefix(prefix)
    return int(last) if found.startswith(prefix) and last.isdecimal() and len(last) < 5 else otherwise


def check_measures(plan_file: PlanFile, _library: Library) -> Iterator[Violation]:
    """Measures of an official plan without a text, measures of a reconstruction without commitments."""
    basis = plan_file.plan.basis
    for p, programme in enumerate(plan_file.plan.programmes):
        for m, measure in enumerate(programme.measures):
            path = f"programmes[{p}].measures[{m}]"
            if basis == "official":
                yield from _official(path, measure)
            elif basis == "reconstructed" and not measure.commitments:
                yield Violation(f"{path}.commitments", FaultKind.COMMITMENTS_MISSING)


def _official(path: str, measure: Measure) -> Iterator[Violation]:
    if not measure.text.strip():
        yield Violation(f"{path}.text", FaultKind.MEASURE_TEXT_MISSING)
    if measure.title_basis:
        yield Violation(f"{path}.title_basis", FaultKind.TITLE_BASIS_MISPLACED, measure.title_basis)

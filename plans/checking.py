"""Checking a plan file in full: what it must hold, what it goes by, and what its witnesses say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plancmp.plans.evidence import gather_evidence
from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind, Finding, locate
from plancmp.plans.invisible import invisible_findings
from plancmp.plans.library import Library, labels_of, same_label
from plancmp.plans.model import Measure, Plan
from plancmp.plans.numbering import numbering_findings
from plancmp.plans.reading import PlanFile, examine_plan_file
from plancmp.plans.witnesses import witness_findings


def check_file(path: Path, library: Library) -> tuple[Fault, ...]:
    """Every fault of a file at once, by line: those of reading it and those of checking it.

    What reading found faulty is not held against the file a second time. Of very many faults the first
    `MOST_FAULTS` are told, and that there are more.
    """
    faults = _faults(path, library)
    if len(faults) <= MOST_FAULTS:
        return faults
    last = faults[MOST_FAULTS]
    return (*faults[:MOST_FAULTS], Fault(last.file, last.line, "", FaultKind.MORE_FAULTS, str(MOST_FAULTS)))


def _faults(path: Path, library: Library) -> tuple[Fault, ...]:
    examination = examine_plan_file(path)
    if examination.plan_file is None:
        return examination.faults
    told = {fault.path for fault in examination.faults}
    checked = (
        fault
        for fault in check_plan_file(examination.plan_file, library)
        if fault.path not in told and not examination.is_blank(fault.path)
    )
    return tuple(sorted((*examination.faults, *checked)))


def check_plan_file(plan_file: PlanFile, library: Library) -> tuple[Fault, ...]:
    """The faults of a plan that was read, by line; `library` holds what its witnesses point to."""
    return tuple(sorted(locate(_findings(plan_file, library), str(plan_file.path), plan_file.lines)))


def _findings(plan_file: PlanFile, library: Library) -> Iterator[Finding]:
    plan = plan_file.plan
    yield from numbering_findings(plan)
    yield from invisible_findings(plan)
    yield from _contents(plan)
    yield from witness_findings(plan, gather_evidence(plan, library.seen_from(plan_file.path)))
    if behind := library.from_folder_of(plan_file.path):
        yield from _labels(plan_file, behind)


def _contents(plan: Plan) -> Iterator[Finding]:
    for p, programme in enumerate(plan.programmes):
        for m, measure in enumerate(programme.measures):
            path = f"programmes[{p}].measures[{m}]"
            if plan.basis == "official":
                yield from _official(path, measure)
            elif plan.basis == "reconstructed" and not measure.commitments:
                yield Finding(f"{path}.commitments", FaultKind.COMMITMENTS_MISSING)


def _official(path: str, measure: Measure) -> Iterator[Finding]:
    if not measure.text.strip():
        yield Finding(f"{path}.text", FaultKind.MEASURE_TEXT_MISSING)
    if measure.title_basis:
        yield Finding(f"{path}.title_basis", FaultKind.TITLE_BASIS_MISPLACED, measure.title_basis)


def _labels(plan_file: PlanFile, library: Library) -> Iterator[Finding]:
    """A plan in the library is found by its file's name, and by labels that no other plan goes by.

    A clash of two folders is held against the plan in the first of them: what came with plancmp is not in its hands.
    """
    plan, stem = plan_file.plan, plan_file.path.stem
    if plan.id != stem:
        yield Finding("id", FaultKind.FILE_NAME, plan.id, stem)
    paths = ("id", "name", *(f"aliases[{number}]" for number in range(len(plan.aliases))))
    for path, label in zip(paths, (plan.id, plan.name, *plan.aliases), strict=True):
        for other_path, other in library.headers:
            taken = any(same_label(label, other_label) for other_label in labels_of(other))
            if taken and other_path.resolve() != plan_file.path.resolve():
                yield Finding(path, FaultKind.NAME_TAKEN, label, other.id)

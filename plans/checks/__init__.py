"""Checking a plan file in full: one module a check, all of them listed here and asked in turn.

A check takes a plan file and the library around it and yields what it finds wrong, in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from plancmp.plans.checks.characters import check_characters
from plancmp.plans.checks.labels import check_labels
from plancmp.plans.checks.structure import check_measures, check_numbering
from plancmp.plans.checks.witnesses import check_witnesses
from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind, Violation, locate
from plancmp.plans.library import Library
from plancmp.plans.reading import PlanFile, examine_plan_file

Check = Callable[[PlanFile, Library], Iterable[Violation]]

CHECKS: tuple[Check, ...] = (
    check_numbering,
    check_characters,
    check_measures,
    check_witnesses,
    check_labels,
)
"""What a plan file is asked; another check is a function and a line here."""


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
    violations = (violation for check in CHECKS for violation in check(plan_file, library))
    return tuple(sorted(locate(violations, str(plan_file.path), plan_file.lines)))

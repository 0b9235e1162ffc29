"""Checking a plan file in full: one module a check, all of them listed here and asked in turn.

A check takes a plan file and the library around it and yields what it finds wrong, in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from plancmp.plans.checks.characters import check_characters
from plancmp.plans.checks.decisions import check_decisions
from plancmp.plans.checks.labels import check_labels
from plancmp.plans.checks.structure import check_measures, check_numbering
from plancmp.plans.checks.witnesses import check_witnesses
from plancmp.plans.decisions.reading import (
    DecisionsExamination,
    DecisionsFile,
    examine_decisions_file,
    holds_decisions,
)
from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind, Violation, locate
from plancmp.plans.library import Library
from plancmp.plans.reading import Examination, PlanFile, examine_plan_file

PlanCheck = Callable[[PlanFile, Library], Iterable[Violation]]

CHECKS: tuple[PlanCheck, ...] = (
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
    if holds_decisions(path):
        read = examine_decisions_file(path)
        return _with_checked(read, check_decisions_file(read.file, library) if read.file else ())
    examination = examine_plan_file(path)
    plan_file = examination.plan_file
    return _with_checked(examination, check_plan_file(plan_file, library) if plan_file else ())


def _with_checked(
    examination: Examination | DecisionsExamination, checked: Iterable[Fault]
) -> tuple[Fault, ...]:
    told = {fault.path for fault in examination.faults}
    further = (fault for fault in checked if fault.path not in told and not examination.is_blank(fault.path))
    return tuple(sorted((*examination.faults, *further)))


def check_plan_file(plan_file: PlanFile, library: Library) -> tuple[Fault, ...]:
    """The faults of a plan that was read, by line; `library` holds what its witnesses point to."""
    violations = (violation for check in CHECKS for violation in check(plan_file, library))
    return tuple(sorted(locate(violations, str(plan_file.path), plan_file.lines)))


def check_decisions_file(decisions_file: DecisionsFile, library: Library) -> tuple[Fault, ...]:
    """The faults of decisions that were read, by line; `library` holds the plans that they speak of."""
    violations = check_decisions(decisions_file.decisions, library)
    return tuple(sorted(locate(violations, str(decisions_file.path), decisions_file.lines)))

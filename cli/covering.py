"""From plan files to rows of a coverage matrix: the work that is spread over processes and machines.

A process that does this work imports nothing of the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plancmp.alignment.compare import compare_prepared
from plancmp.alignment.coverage import PlanCoverage, plan_coverage
from plancmp.alignment.prepared import PreparedReference
from plancmp.plans.faults import Fault, InvalidPlan
from plancmp.plans.reading import load_plan


@dataclass(frozen=True, slots=True)
class FaultyPlan:
    """A plan file that has faults and therefore no row."""

    faults: tuple[Fault, ...]


def cover_plans(paths: Sequence[Path], prepared: PreparedReference) -> list[PlanCoverage | FaultyPlan]:
    """Each file's row; rows are all that is kept of the plans."""
    return [_cover_plan(path, prepared) for path in paths]


def _cover_plan(path: Path, prepared: PreparedReference) -> PlanCoverage | FaultyPlan:
    try:
        return plan_coverage(compare_prepared(prepared, load_plan(path)))
    except InvalidPlan as error:
        return FaultyPlan(error.faults)

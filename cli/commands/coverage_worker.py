"""From plan files to rows of a coverage matrix: the work that is spread over processes and machines.

A process that does this work imports nothing of the terminal.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from plancmp.alignment.commitment_matrix import PlanCommitments, plan_commitments
from plancmp.alignment.compare import PreparedReference, compare_prepared
from plancmp.alignment.coverage_matrix import PlanCoverage, plan_coverage
from plancmp.alignment.result import Comparison
from plancmp.cli.decision_files import Heeded, apply_kept
from plancmp.plans.faults import Fault, InvalidPlan
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan

if TYPE_CHECKING:
    from plancmp.alignment.gaps import GapReport


@dataclass(frozen=True, slots=True)
class FaultyPlan:
    """A plan file that has faults and therefore no row."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class FailedPlan:
    """A plan file that the program failed on: the error's kind and message, and where it came up."""

    path: Path
    kind: str
    message: str
    trace: str


Row: TypeAlias = "PlanCoverage | PlanCommitments | GapReport"
Covered: TypeAlias = "Row | FaultyPlan | FailedPlan"


class RowKind(Enum):
    """What is kept of a plan: a cell for each measure or each commitment; or, for a page, every proof."""

    MEASURES = auto()
    COMMITMENTS = auto()
    REPORT = auto()


def cover_plans(
    paths: Sequence[Path],
    reference: str,
    *,
    heeded: Heeded,
    blind: bool = False,
    kind: RowKind = RowKind.MEASURES,
) -> list[Covered]:
    """Each file's row; rows are all that is kept of the plans.

    Args:
        paths: plan files.
        reference: the reference as JSON.
        heeded: which decisions count.
        blind: set aside what plans attest as witnesses.
        kind: what a row holds.
    """
    prepared = _prepared(reference)
    return [_cover_plan(path, prepared, heeded, blind=blind, kind=kind) for path in paths]


@lru_cache(maxsize=1)
def _prepared(reference: str) -> PreparedReference:
    """Prepare the reference, given as JSON; cached, because every batch of plans brings it again."""
    return PreparedReference(Plan.model_validate_json(reference))


def _cover_plan(
    path: Path, prepared: PreparedReference, heeded: Heeded, *, blind: bool, kind: RowKind
) -> Covered:
    try:
        plan = load_plan(path)
        comparison = compare_prepared(prepared, plan, blind=blind)
        comparison = apply_kept(comparison, prepared.given, plan, heeded)
        return _row(kind, comparison, prepared.given, plan)
    except InvalidPlan as error:
        return FaultyPlan(error.faults)
    except Exception as error:  # a defect that one plan brings out must not cost the others their rows
        return FailedPlan(path, type(error).__name__, str(error), traceback.format_exc())


def _row(kind: RowKind, comparison: Comparison, reference: Plan, plan: Plan) -> Row:
    match kind:
        case RowKind.MEASURES:
            return plan_coverage(comparison)
        case RowKind.COMMITMENTS:
            return plan_commitments(comparison, plan)
        case RowKind.REPORT:
            from plancmp.alignment.gaps import gap_report  # brings the lexicon, which other rows do without

            return gap_report(reference, plan, comparison)

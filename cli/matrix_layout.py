"""How a coverage matrix is laid out: by measure or by programme, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from plancmp.alignment.commitment_matrix import CommitmentMatrix
    from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix
    from plancmp.cli.filters import Filters


Matrix = TypeVar("Matrix", "CoverageMatrix", "CommitmentMatrix")


class By(StrEnum):
    """What the matrix is broken down by."""

    COMMITMENT = "commitment"
    MEASURE = "measure"
    PROGRAMME = "programme"


class Order(StrEnum):
    """What the matrix is sorted by: plans by coverage, and the rest by how little is covered."""

    COVERAGE = "coverage"
    GAPS = "gaps"


class Layout(NamedTuple):
    """What a matrix is broken down by, None for what its size suggests; and what it is sorted by."""

    by: By | None
    orders: tuple[Order, ...]


def sort_matrix(matrix: Matrix, orders: Sequence[Order]) -> Matrix:
    """Sort plans, or what became of the reference, or both, as asked for."""
    if Order.COVERAGE in orders:
        matrix = matrix.sorted_by_coverage()
    if Order.GAPS in orders:
        matrix = matrix.sorted_by_gaps()
    return matrix


def is_shown(cell: CoverageCell, filters: Filters) -> bool:
    """Whether the filters let a cell through: by the verdict on its measure, or on any of its commitments."""
    if not filters.reasons and cell.verdict in filters.only:
        return True
    held = [verdict for verdict, count in cell.commitments.verdicts.items() if count]
    return any(filters.takes(verdict, cell.reasons, cell.verdict) for verdict in held or [cell.verdict])


def shown_measures(matrix: CoverageMatrix, programme: int, filters: Filters) -> list[int]:
    """The places of those measures of a programme that the filters let through in at least one plan."""
    return [
        place
        for place in range(len(matrix.outline[programme].measures))
        if any(is_shown(row.cells[programme][place], filters) for row in matrix.plans)
    ]

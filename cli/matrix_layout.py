"""How a coverage matrix is laid out: by measure or by programme, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix
    from plancmp.cli.filters import Filters


class By(StrEnum):
    """What the matrix is broken down by."""

    MEASURE = "measure"
    PROGRAMME = "programme"


class Order(StrEnum):
    """What the matrix is sorted by: plans by coverage, programmes and measures by how little is covered."""

    COVERAGE = "coverage"
    GAPS = "gaps"


def sort_matrix(matrix: CoverageMatrix, orders: Sequence[Order]) -> CoverageMatrix:
    """Sort plans, or programmes and measures, or both, as asked for."""
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

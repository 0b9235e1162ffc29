"""How a coverage matrix is laid out: by measure or by programme, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from plancmp.alignment.result import Verdict

if TYPE_CHECKING:
    from plancmp.alignment.coverage import CoverageCell, CoverageMatrix


class By(StrEnum):
    """What the matrix is broken down by."""

    MEASURE = "measure"
    PROGRAMME = "programme"


class Order(StrEnum):
    """What the matrix is sorted by: plans by coverage, programmes and measures by how little is covered."""

    COVERAGE = "coverage"
    GAPS = "gaps"


def arrange(matrix: CoverageMatrix, orders: Sequence[Order]) -> CoverageMatrix:
    """Sort plans, or programmes and measures, or both, as asked for."""
    if Order.COVERAGE in orders:
        matrix = matrix.sorted_by_coverage()
    if Order.GAPS in orders:
        matrix = matrix.sorted_by_gaps()
    return matrix


def is_shown(cell: CoverageCell, only: Sequence[Verdict]) -> bool:
    """Whether --only lets a cell through."""
    return not only or cell.verdict in only


def shown_measures(matrix: CoverageMatrix, programme: int, only: Sequence[Verdict]) -> list[int]:
    """The places of those measures of a programme that --only lets through in at least one plan."""
    return [
        place
        for place in range(len(matrix.outline[programme].measures))
        if any(is_shown(row.cells[programme][place], only) for row in matrix.plans)
    ]

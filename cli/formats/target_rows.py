"""Numeric targets of a reference with several plans side by side, for every format that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import TargetChange


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A numeric target of the reference and what each plan says to it; None where a plan was not asked."""

    measure: str
    indicator: str
    reference: str
    changes: tuple[TargetChange | None, ...]


def target_rows(reports: Sequence[GapReport]) -> tuple[TargetRow, ...]:
    """The numeric targets of the reference, in its order, with all plans side by side."""
    found = [
        {(line.commitment, line.target.indicator): line for line in report.targets} for report in reports
    ]
    order = {key: line for lines in found for key, line in lines.items()}
    return tuple(
        TargetRow(
            line.measure,
            line.target.indicator,
            line.target.reference,
            tuple(lines[key].target if key in lines else None for lines in found),
        )
        for key, line in order.items()
    )

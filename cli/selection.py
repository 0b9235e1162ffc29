"""The filters of --measure and --only: they choose what is listed, never what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancmp.alignment.result import MeasureResult, ProgrammeResult, Verdict


class UnknownMeasureError(Exception):
    """A measure id that the plan does not have.

    Attributes:
        wanted: the id as typed.
        plan: the plan's name.
        nearest: ids the plan does have, the nearest first.
    """

    def __init__(self, wanted: str, plan: str, nearest: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted, self.plan, self.nearest = wanted, plan, nearest


class Selection(NamedTuple):
    """The filters in force; an empty one lets everything through."""

    measures: tuple[str, ...] = ()
    only: tuple[Verdict, ...] = ()

    def names(self, measure: MeasureResult) -> bool:
        """Whether --measure lets this measure through."""
        return not self.measures or measure.id in self.measures

    def of(self, programme: ProgrammeResult) -> tuple[MeasureResult, ...]:
        """The measures of a programme that are shown."""
        return tuple(measure for measure in programme.measures if self.shows(measure))

    def shows(self, measure: MeasureResult) -> bool:
        """Whether every filter lets this measure through."""
        return self.names(measure) and (not self.only or measure.verdict in self.only)


def require_measures(wanted: Iterable[str], known: Sequence[str], plan: str) -> None:
    """Raise UnknownMeasureError for the first wanted id that the plan so named does not know."""
    from plancmp.plans.faults import excerpt

    for measure in wanted:
        if measure not in known:
            raise UnknownMeasureError(excerpt(measure), plan, _nearest(measure, known))


def _nearest(wanted: str, known: Sequence[str]) -> tuple[str, ...]:
    """Up to three known ids, those of the same or a neighbouring programme first; sections are near sections."""
    place = _place(wanted)
    return tuple(
        sorted(known, key=lambda measure: [abs(a - b) for a, b in zip(_place(measure), place, strict=True)])[
            :3
        ]
    )


def _place(measure: str) -> tuple[int, int]:
    if measure.startswith("S"):
        return -1_000_000, int(measure[1:10]) if measure[1:].isdecimal() else 1
    # A number of hundreds of digits is far from any measure, however far.
    numbers = [int(part[:9]) if part.isdecimal() else 1 for part in measure.split(".")[:2]]
    return numbers[0], numbers[1] if len(numbers) > 1 else 1

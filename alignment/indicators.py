"""Indicators: the numeric targets of several plans side by side, one row for each thing that is measured.

Shares, rates and growth compare as numbers. Counts and sums scale with the place: they stand beside each other
and are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plancmp.alignment.numeric_targets import compare_targets
from plancmp.alignment.pair_caveats import find_caveats
from plancmp.alignment.plan_targets import PlanTarget, find_plan_targets, group_targets, name_similarity
from plancmp.alignment.quantities import QuantityKind
from plancmp.alignment.result import CaveatCode, Change, PlanHeader, header_of
from plancmp.alignment.witness import quotes_by_witness, recognise_witness
from plancmp.plans.model import Plan


class Standing(StrEnum):
    """How a target stands to the benchmark: the reference's, where it has one, else the firmest of the plans'."""

    BENCHMARK = "benchmark"
    EQUAL = "equal"
    ABOVE = "above"
    BELOW = "below"
    NOT_COMPARABLE = "not_comparable"


_STANDINGS = {Change.EQUAL: Standing.EQUAL, Change.HIGHER: Standing.ABOVE, Change.LOWER: Standing.BELOW}


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """What one plan states for an indicator, and how that stands to the benchmark."""

    stated: PlanTarget
    standing: Standing


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing measured, and what each plan that measures it promises, in the order of the plans."""

    name: str
    kind: QuantityKind
    entries: tuple[IndicatorValue, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether its values compare as numbers."""
        return any(entry.standing is not Standing.NOT_COMPARABLE for entry in self.entries)

    def of(self, plan: str) -> IndicatorValue | None:
        """What the plan with this id states, None where it states nothing."""
        return next((entry for entry in self.entries if entry.stated.plan == plan), None)

    def standing(self, standing: Standing) -> tuple[IndicatorValue, ...]:
        """The entries that stand so to the benchmark."""
        return tuple(entry for entry in self.entries if entry.standing is standing)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of a reference and of plans.

    Attributes:
        reference: the reference.
        plans: the plans, in the order asked for.
        caveats: what a reader must know of each plan and the reference, one entry a plan.
        indicators: everything any of them states, in the order of the reference's measures, then of the plans'.
    """

    reference: PlanHeader
    plans: tuple[PlanHeader, ...]
    caveats: tuple[tuple[CaveatCode, ...], ...]
    indicators: tuple[Indicator, ...]

    @property
    def documents(self) -> tuple[PlanHeader, ...]:
        """The reference and the plans."""
        return (self.reference, *self.plans)

    @property
    def shared(self) -> tuple[Indicator, ...]:
        """The indicators that at least two documents state."""
        return tuple(indicator for indicator in self.indicators if len(indicator.entries) > 1)


def align_indicators(reference: Plan, plans: Sequence[Plan]) -> IndicatorTable:
    """Put the targets of a reference and of plans side by side.

    Args:
        reference: its values are the benchmark.
        plans: the plans to compare; their ids must differ from each other and from the reference's.
    """
    witnesses = quotes_by_witness(reference)
    headers = tuple(header_of(plan, recognise_witness(plan, witnesses)) for plan in plans)
    documents = [reference, *plans]
    stated = [target for document in documents for target in find_plan_targets(document)]
    order = {target: place for place, target in enumerate(stated)}
    groups = group_targets(stated, reference)
    rows = [_indicator(sorted(group, key=order.__getitem__), reference.id) for group in groups]
    return IndicatorTable(
        header_of(reference),
        headers,
        tuple(find_caveats(header_of(reference), header) for header in headers),
        tuple(sorted(rows, key=lambda row: order[row.entries[0].stated])),
    )


def _indicator(group: Sequence[PlanTarget], reference: str) -> Indicator:
    benchmark = _benchmark(group, reference)
    return Indicator(
        name=_name(group),
        kind=group[0].target.kind,
        entries=tuple(IndicatorValue(stated, _standing(stated, benchmark)) for stated in group),
    )


def _name(group: Sequence[PlanTarget]) -> str:
    """The name most similar to all the others, the shortest of equals."""

    def dissimilarity(stated: PlanTarget) -> tuple[float, int, str]:
        name = stated.target.indicator
        return -sum(name_similarity(stated.target, other.target) for other in group), len(name), name

    return min(group, key=dissimilarity).target.indicator.replace('"', "")


def _benchmark(group: Sequence[PlanTarget], reference: str) -> PlanTarget:
    firmest = group[0]
    if firmest.plan == reference:
        return firmest
    for stated in group[1:]:
        if compare_targets(firmest.target, stated.target) is Change.HIGHER:
            firmest = stated
    return firmest


def _standing(stated: PlanTarget, benchmark: PlanTarget) -> Standing:
    if stated.target.kind not in (QuantityKind.RATE, QuantityKind.GROWTH):
        return Standing.NOT_COMPARABLE
    if stated is benchmark:
        return Standing.BENCHMARK
    change = compare_targets(benchmark.target, stated.target)
    return _STANDINGS.get(change, Standing.NOT_COMPARABLE)

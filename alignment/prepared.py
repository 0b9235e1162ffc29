"""A reference made ready once for comparing many plans with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plancmp.alignment.checks.demand import Demand
from plancmp.alignment.recognition import WitnessQuotes, quotes_by_witness, recognise_witness
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.result import PlanHeader, header_of
from plancmp.plans.model import Plan


@dataclass(frozen=True)
class PreparedReference:
    """A reference to compare plans with, one after the other; what does not depend on the plan is done once."""

    reference: Plan

    def header_of(self, plan: Plan) -> PlanHeader:
        """What identifies a plan that is judged, and which of the witnesses it is."""
        return header_of(plan, recognise_witness(plan, self._witnesses))

    def demands_of(self, witness: str | None) -> tuple[Demand, ...]:
        """What the reference asks of a plan that is this witness, commitment by commitment.

        It is the same for all plans but those whose own words are among the witnesses.
        """
        return self._demands(witness) if witness and witness in self._witnesses else self._demands_of_others

    @cached_property
    def _witnesses(self) -> Mapping[str, WitnessQuotes]:
        return quotes_by_witness(self.reference)

    @cached_property
    def _demands_of_others(self) -> tuple[Demand, ...]:
        return self._demands("")

    def _demands(self, judged: str) -> tuple[Demand, ...]:
        period_end = str(self.reference.period.end) if self.reference.period else None
        commitments = prepare_reference(self.reference, judged=judged)
        return tuple(Demand(commitment, period_end) for commitment in commitments)

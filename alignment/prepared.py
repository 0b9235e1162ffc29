"""A reference made ready once for comparing many plans with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plancmp.alignment.drafting.draft import to_compare
from plancmp.alignment.facets import Asked
from plancmp.alignment.recognition import WitnessQuotes, quotes_by_witness, recognise_witness
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.result import PlanHeader, header_of
from plancmp.plans.model import Plan


@dataclass(frozen=True)
class PreparedReference:
    """A reference to compare plans with, one after the other; what does not depend on the plan is done once."""

    given: Plan

    @cached_property
    def reference(self) -> Plan:
        """The reference with what it asks: its commitments as listed, else as drafted."""
        return to_compare(self.given)

    def header_of(self, plan: Plan) -> PlanHeader:
        """What identifies a plan that is judged, and which of the witnesses it is."""
        return header_of(plan, recognise_witness(plan, self._witnesses))

    def asked_of(self, witness: str | None) -> tuple[Asked, ...]:
        """What the reference asks of a plan that is this witness, commitment by commitment.

        It is the same for all plans but those whose own words are among the witnesses.
        """
        return self._asked(witness) if witness and witness in self._witnesses else self._asked_of_others

    @cached_property
    def _witnesses(self) -> Mapping[str, WitnessQuotes]:
        return quotes_by_witness(self.reference)

    @cached_property
    def _asked_of_others(self) -> tuple[Asked, ...]:
        return self._asked("")

    def _asked(self, judged: str) -> tuple[Asked, ...]:
        period_end = str(self.reference.period.end) if self.reference.period else None
        commitments = prepare_reference(self.reference, judged=judged)
        return tuple(Asked(commitment, period_end) for commitment in commitments)

"""A reference made ready once for comparing many plans with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plancmp.alignment.facets import Asked
from plancmp.alignment.reference import prepare_reference
from plancmp.plans.model import Plan


@dataclass(frozen=True)
class PreparedReference:
    """A reference to compare plans with, one after the other; what does not depend on the plan is done once."""

    reference: Plan

    def asked_of(self, judged: str) -> tuple[Asked, ...]:
        """What the reference asks of the plan with the id `judged`, commitment by commitment.

        It is the same for all plans but those whose own words are among the witnesses.
        """
        return self._asked(judged) if judged in self._witnesses else self._asked_of_others

    @cached_property
    def _witnesses(self) -> frozenset[str]:
        return frozenset(
            witness.plan for commitment in self.reference.commitments for witness in commitment.witnesses
        )

    @cached_property
    def _asked_of_others(self) -> tuple[Asked, ...]:
        return self._asked("")

    def _asked(self, judged: str) -> tuple[Asked, ...]:
        period_end = str(self.reference.period.end) if self.reference.period else None
        commitments = prepare_reference(self.reference, judged=judged)
        return tuple(Asked(commitment, period_end) for commitment in commitments)

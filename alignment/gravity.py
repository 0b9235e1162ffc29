"""The order of gravity: sorts what a measure lost in a plan, the loss that a reader must know first at the top.

Every output follows it: the row of a measure names its gravest loss, and a report lists its gaps by it.
"""

from __future__ import annotations

from typing import NamedTuple

from plancmp.alignment.result import (
    CHANGE_REASONS,
    GRAVEST_FIRST,
    CommitmentResult,
    MeasureResult,
    Reason,
    TargetChange,
    Verdict,
)

NO_HEADLINE = 2
"""The rank of what makes no headline."""


class Loss(NamedTuple):
    """One loss of a measure in a plan: the commitment that is weakened or omitted, and the reason."""

    commitment: CommitmentResult
    reason: Reason

    @property
    def central(self) -> bool:
        """Whether the commitment is central to its measure."""
        return self.commitment.central

    @property
    def targets(self) -> tuple[TargetChange, ...]:
        """The numbers the reason speaks of: those that fell, or those no longer asked for."""
        return targets_behind(self.reason, self.commitment)

    @property
    def headline(self) -> int:
        """0 for a lowered number, 1 for a central commitment that is omitted, `NO_HEADLINE` for all the rest."""
        if self.reason is Reason.TARGET_LOWERED:
            return 0
        return 1 if self.central and self.reason is Reason.COMMITMENT_OMITTED else NO_HEADLINE

    @property
    def gravity(self) -> tuple[int, bool, int]:
        """Sorts losses, the gravest first: headlines, then what befalls the central commitment, then by reason."""
        return self.headline, not self.central, GRAVEST_FIRST.index(self.reason)


def targets_behind(reason: Reason, commitment: CommitmentResult) -> tuple[TargetChange, ...]:
    """The targets of a commitment that a reason speaks of; none for a reason that is not about numbers."""
    return tuple(target for target in commitment.targets if CHANGE_REASONS.get(target.change) is reason)


def losses_of(measure: MeasureResult) -> tuple[Loss, ...]:
    """The losses of a measure, one for each commitment and reason, the gravest first, equals in the reference's order.

    What the verdict on the measure is plays no part: an adopted one may have lost much.
    """
    if all(commitment.verdict is Verdict.ADOPTED for commitment in measure.commitments):
        return ()
    losses = [
        Loss(commitment, reason) for commitment in measure.commitments for reason in commitment.gap_reasons
    ]
    return tuple(sorted(losses, key=lambda loss: loss.gravity))

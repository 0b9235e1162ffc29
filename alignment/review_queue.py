"""The order in which verdicts are worth a person's reading: the most doubtful and weightiest first.

A verdict is the more doubtful the nearer its score lies to what divides carried from omitted and whole from part;
how far doubt falls from there was measured on the gold (see `thresholds`). Whether the passage stands in the measure's
home, how many wordings agree and what the neighbours' verdicts are tell nothing beyond that: tried, with gradient
boosting and forests too, they hold no more errors in the first 20 % on plans left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Verdict
from plancmp.alignment.rollup import judge_measure
from plancmp.alignment.thresholds import (
    DEFAULT,
    DOUBT_AT_THRESHOLD,
    DOUBT_FADES,
    DOUBT_OF_WEAKENED,
    WORTH_A_LOOK,
    Thresholds,
)


class Cause(IntEnum):
    """Why a commitment is in the queue; the first causes come first."""

    SUSPECT = 0
    CONTRADICTION = 1
    PROPOSAL = 2
    DOUBT = 3


class QueueItem(NamedTuple):
    """A commitment to be read.

    Attributes:
        measure: its measure, whole.
        commitment: the verdict on it, with evidence or the nearest passages.
        cause: what puts it in its place.
        doubt: how often verdicts like this one are wrong (0-1).
        effects: each other verdict on it that would change the measure's, and to what.
    """

    measure: MeasureResult
    commitment: CommitmentResult
    cause: Cause
    doubt: float
    effects: tuple[tuple[Verdict, Verdict], ...]

    @property
    def worth_a_look(self) -> bool:
        """Whether reading it pays."""
        return self.cause is not Cause.DOUBT or self.doubt >= WORTH_A_LOOK

    @property
    def rank(self) -> tuple[int, float]:
        """Sorts the queue: by cause, then by doubt, the more so the more of its measure hangs on it."""
        return self.cause, -self.doubt * (1 + self.commitment.weight / (self.measure.weight or 1.0))


def review_queue(comparison: Comparison, thresholds: Thresholds = DEFAULT) -> tuple[QueueItem, ...]:
    """Every commitment that nobody has decided, the one most worth reading first; equals in the reference's order.

    Suspect decisions come before all else, then contradictions, then proposals that differ from the verdict.
    """
    causes = _causes(comparison)
    items = (
        QueueItem(
            measure,
            commitment,
            causes.get(commitment.id, Cause.DOUBT),
            doubt_of(commitment, thresholds),
            _effects(measure, place),
        )
        for measure in comparison.measures
        for place, commitment in enumerate(measure.commitments)
        if commitment.decided is None
    )
    return tuple(sorted(items, key=lambda item: item.rank))


def doubt_of(commitment: CommitmentResult, thresholds: Thresholds = DEFAULT) -> float:
    """How often verdicts on commitments like this one are wrong (0-1)."""
    distance = abs(commitment.score - (thresholds.present + thresholds.whole) / 2)
    doubt = DOUBT_AT_THRESHOLD * math.exp(-distance / DOUBT_FADES)
    return max(doubt, DOUBT_OF_WEAKENED if commitment.verdict is Verdict.WEAKENED else 0.0)


def changeable_measures(items: Iterable[QueueItem]) -> int:
    """How many measures could get another verdict if one of these commitments had one."""
    return len({item.measure.id for item in items if item.effects})


def _effects(measure: MeasureResult, place: int) -> tuple[tuple[Verdict, Verdict], ...]:
    if measure.decided:
        return ()
    effects = []
    for verdict in Verdict:
        if verdict is not measure.commitments[place].verdict:
            other = measure.commitments[place]._replace(verdict=verdict, reasons=())
            commitments = (*measure.commitments[:place], other, *measure.commitments[place + 1 :])
            effects.append((verdict, judge_measure(commitments, measure.threshold)))
    return tuple(effect for effect in effects if effect[1] is not measure.verdict)


def _causes(comparison: Comparison) -> dict[str, Cause]:
    record = comparison.decisions
    if record is None:
        return {}
    verdicts = {commitment.id: commitment.verdict for commitment in comparison.commitments}
    differing = (each for each in record.proposals if each.verdict is not verdicts.get(each.item))
    causes = {each.item: Cause.PROPOSAL for each in differing}
    causes |= {each.item: Cause.CONTRADICTION for each in record.contradictions}
    return causes | {each.item: Cause.SUSPECT for each in record.suspects}

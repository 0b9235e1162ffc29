"""The order in which verdicts are worth a person's reading: the most doubtful and weightiest first.

How doubtful a verdict is was measured on the gold (see `DoubtWeights`): a weakening more than all else, an omission the
more the nearer a passage comes, an adoption that barely scores; each the more when it is not what its place and its
neighbours lead one to expect. Forests and boosting that know all there is of a commitment, the share of its concepts
the plan holds included, hold hardly more errors in the first fifth of a queue on plans left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    MeasureResult,
    Verdict,
    share_carried,
)
from plancmp.alignment.rollup import judge_measure
from plancmp.alignment.thresholds import DOUBT, WORTH_A_LOOK


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
        doubt: how often verdicts like this one are wrong (0-1), its place and its neighbours considered; the
            confidence of the verdict itself knows neither.
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


def review_queue(comparison: Comparison) -> tuple[QueueItem, ...]:
    """Every commitment that nobody has decided, the one most worth reading first; equals in the reference's order.

    Suspect decisions come before all else, then contradictions, then proposals that differ from the verdict.
    """
    causes = _causes(comparison)
    items = (
        QueueItem(
            measure,
            commitment,
            causes.get(commitment.id, Cause.DOUBT),
            doubt_of(commitment, measure),
            _effects(measure, place),
        )
        for measure in comparison.measures
        for place, commitment in enumerate(measure.commitments)
        if commitment.decided is None
    )
    return tuple(sorted(items, key=lambda item: item.rank))


def doubt_of(commitment: CommitmentResult, measure: MeasureResult) -> float:
    """How often verdicts like this one, on a commitment of `measure`, are wrong (0-1).

    The mean of what its kind tells (`confidence`) and what its place in the measure tells: on county-e to -h, on which
    neither the place nor the weights were chosen, and on all others it orders errors better than the latter alone.
    """
    odds = DOUBT.base + _odds(
        commitment, _is_at_home(commitment, measure), _carried_beside(commitment, measure)
    )
    return (1 / (1 + math.exp(-odds)) + 1 - commitment.confidence) / 2


def _odds(commitment: CommitmentResult, at_home: bool, beside: float) -> float:
    """What raises the log odds of an error, by the verdict."""
    match commitment.verdict:
        case Verdict.WEAKENED:
            return DOUBT.weakened + sum(DOUBT.by_reason.get(reason, 0.0) for reason in commitment.reasons)
        case Verdict.OMITTED:
            near = DOUBT.near * commitment.score + DOUBT.at_home * at_home
            return DOUBT.omitted + near + DOUBT.neighbours * beside
        case Verdict.ADOPTED:
            barely = DOUBT.barely * max(0.0, DOUBT.sure - commitment.score)
            return barely + DOUBT.elsewhere * (not at_home) + DOUBT.alone * (1 - beside)


def _is_at_home(commitment: CommitmentResult, measure: MeasureResult) -> bool:
    """Whether what was found stands in the local measure that carries most of the commitment's own."""
    found = (*commitment.evidence, *commitment.nearest)[:1]
    return bool(found and measure.matches) and found[0].measure == measure.matches[0].id


def _carried_beside(commitment: CommitmentResult, measure: MeasureResult) -> float:
    """The weighted share of the measure's other commitments that is carried (0-1); a half where there are none."""
    others = [each for each in measure.commitments if each.id != commitment.id]
    return share_carried(others) if others else 0.5


def changeable_measures(items: Iterable[QueueItem]) -> int:
    """How many measures could get another verdict if one of these commitments had one."""
    return len({item.measure.id for item in items if item.effects})


def _effects(measure: MeasureResult, place: int) -> tuple[tuple[Verdict, Verdict], ...]:
    if measure.decided:
        return ()
    effects = []
    for verdict in Verdict:
        if verdict is not measure.commitments[place].verdict:
            other = measure.commitments[place]._replace(verdict=verdict, reasons=(), theme=False)
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

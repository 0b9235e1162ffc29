"""What was learned from decisions: how often people agree with the tool, by how sure it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plancmp.alignment.evaluation.metrics import (
    Agreement,
    Calibration,
    measure_agreement,
    measure_calibration,
)
from plancmp.alignment.result import Comparison, Verdict


class DecidedPair(NamedTuple):
    """A commitment that people decided: what they say, what the tool says, and how sure it is (0-1)."""

    plan: str
    item: str
    decided: Verdict
    computed: Verdict
    confidence: float


@dataclass(frozen=True, slots=True)
class DecisionEvaluation:
    """How far people agree with the tool on the commitments they decided.

    Attributes:
        plans: how many plans have decided commitments.
        pairs: the commitments, in order.
        agreement: rows are people's verdicts, columns the tool's.
        calibration: the tool's confidence against how often people agree; None without a pair.
        deciders: who decided, and how many each.
        set_aside: how many decisions are suspect or contradicted, and not counted.
    """

    plans: int
    pairs: tuple[DecidedPair, ...]
    agreement: Agreement
    calibration: Calibration | None
    deciders: tuple[tuple[str, int], ...]
    set_aside: int

    @property
    def differences(self) -> tuple[DecidedPair, ...]:
        """Where people say otherwise."""
        return tuple(pair for pair in self.pairs if pair.decided is not pair.computed)


def evaluate_decisions(computed: Iterable[Comparison], decided: Sequence[Comparison]) -> DecisionEvaluation:
    """Measure the tool against people.

    Args:
        computed: the comparisons as the tool makes them.
        decided: the same with decisions applied, in the same order.
    """
    pairs = tuple(
        pair for before, after in zip(computed, decided, strict=True) for pair in _pairs(before, after)
    )
    counts = Counter[str]()
    for comparison in decided:
        counts.update(dict(comparison.decisions.deciders) if comparison.decisions else {})
    records = [comparison.decisions for comparison in decided if comparison.decisions]
    outcomes = [(pair.confidence, pair.decided is pair.computed) for pair in pairs]
    return DecisionEvaluation(
        plans=len({pair.plan for pair in pairs}),
        pairs=pairs,
        agreement=measure_agreement(
            [pair.decided for pair in pairs], [pair.computed for pair in pairs], list(Verdict)
        ),
        calibration=measure_calibration(outcomes) if outcomes else None,
        deciders=tuple(counts.most_common()),
        set_aside=sum(len(record.suspects) + len(record.contradictions) for record in records),
    )


def _pairs(computed: Comparison, decided: Comparison) -> Iterator[DecidedPair]:
    words = {each.id: each for each in decided.commitments if each.decided}
    for commitment in computed.commitments:
        if word := words.get(commitment.id):
            yield DecidedPair(
                computed.plan.id, commitment.id, word.verdict, commitment.verdict, commitment.confidence
            )

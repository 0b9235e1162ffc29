"""AgreementFigures of agreement between gold labels and predicted ones; plain arithmetic that knows nothing of plans.

Every figure is 0-1 except kappa, which falls below 0 where two judges agree less than chance would have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far predicted labels agree with the gold ones.

    `confusion` counts pairs: one row a gold label, one column a predicted label, both in the order of `labels`.
    """

    labels: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]

    @property
    def pairs(self) -> int:
        """How many items were compared."""
        return sum(map(sum, self.confusion))

    @property
    def share(self) -> float:
        """Share of the items with the same label; 0 when there are none."""
        return self._same / (self.pairs or 1)

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond that of two judges who label at random, each in own proportions."""
        gold, predicted = self._totals
        chance = sum(a * b for a, b in zip(gold, predicted, strict=True)) / (self.pairs or 1) ** 2
        return 1.0 if chance == 1 else (self.share - chance) / (1 - chance)

    @property
    def macro_f1(self) -> float:
        """The mean of the F1 of each label that gold has at all."""
        scores = [self.retrieval(label).f1 for label in self.labels if self.retrieval(label).gold]
        return sum(scores) / (len(scores) or 1)

    def retrieval(self, label: str) -> Retrieval:
        """How well one label is found."""
        index = self.labels.index(label)
        gold, predicted = self._totals
        return Retrieval(self.confusion[index][index], predicted[index], gold[index])

    @property
    def _same(self) -> int:
        return sum(self.confusion[index][index] for index in range(len(self.labels)))

    @property
    def _totals(self) -> tuple[list[int], list[int]]:
        return [sum(row) for row in self.confusion], [
            sum(column) for column in zip(*self.confusion, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How many things were rightly predicted, how many were predicted, how many gold has."""

    true_positives: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted things that gold has; 0 when nothing was predicted."""
        return self.true_positives / (self.predicted or 1)

    @property
    def recall(self) -> float:
        """Share of gold's things that were predicted; 0 when gold has none."""
        return self.true_positives / (self.gold or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.true_positives / ((self.predicted + self.gold) or 1)


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions with a confidence from `low` up to (not including, but for 1) `high`."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far stated confidence is to be trusted.

    `error` is the expected calibration error: the mean distance between confidence and accuracy over
    the bins, weighed by their size. `brier` is the mean squared distance of confidence from the outcome.
    """

    bins: tuple[Bin, ...]
    error: float
    brier: float


def measure_agreement(gold: Sequence[str], predicted: Sequence[str], labels: Sequence[str]) -> Agreement:
    """Count which label was predicted where gold has which one; both sequences are in the same order."""
    pairs = Counter(zip(gold, predicted, strict=True))
    return Agreement(tuple(labels), tuple(tuple(pairs[row, column] for column in labels) for row in labels))


def measure_retrieval(gold: Iterable[frozenset[str]], predicted: Iterable[frozenset[str]]) -> Retrieval:
    """Add up over all items what gold has and what was predicted (micro-average)."""
    sets = list(zip(gold, predicted, strict=True))
    return Retrieval(
        true_positives=sum(len(true & found) for true, found in sets),
        predicted=sum(len(found) for _, found in sets),
        gold=sum(len(true) for true, _ in sets),
    )


def measure_calibration(outcomes: Sequence[tuple[float, bool]], bins: int = 5) -> Calibration:
    """Compare confidences (0-1) with whether the predictions were right, in bins of equal width; needs one at least."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for outcome in outcomes:
        groups.setdefault(min(int(outcome[0] * bins), bins - 1), []).append(outcome)
    filled = tuple(_bin(index, bins, groups[index]) for index in sorted(groups))
    return Calibration(
        bins=filled,
        error=sum(found.count * abs(found.confidence - found.accuracy) for found in filled) / len(outcomes),
        brier=sum((confidence - right) ** 2 for confidence, right in outcomes) / len(outcomes),
    )


def _bin(index: int, bins: int, outcomes: Sequence[tuple[float, bool]]) -> Bin:
    count = len(outcomes)
    return Bin(
        low=index / bins,
        high=(index + 1) / bins,
        count=count,
        confidence=sum(confidence for confidence, _ in outcomes) / count,
        accuracy=sum(right for _, right in outcomes) / count,
    )

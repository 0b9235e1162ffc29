"""Figures of agreement between two sets of answers; plain arithmetic that knows nothing of plans.

Every figure is 0-1 except kappa, which falls below 0 where two judges agree less than chance would have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far given labels agree with the wanted ones.

    `confusion` counts pairs: one row a wanted label, one column a given label, both in the order of `labels`.
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
        wanted, given = self._totals
        chance = sum(a * b for a, b in zip(wanted, given, strict=True)) / (self.pairs or 1) ** 2
        return 1.0 if chance == 1 else (self.share - chance) / (1 - chance)

    @property
    def macro_f1(self) -> float:
        """The mean of the F1 of each label that is wanted at all."""
        scores = [self.retrieval(label).f1 for label in self.labels if self.retrieval(label).wanted]
        return sum(scores) / (len(scores) or 1)

    def retrieval(self, label: str) -> Retrieval:
        """How well one label is found."""
        place = self.labels.index(label)
        wanted, given = self._totals
        return Retrieval(self.confusion[place][place], given[place], wanted[place])

    @property
    def _same(self) -> int:
        return sum(self.confusion[place][place] for place in range(len(self.labels)))

    @property
    def _totals(self) -> tuple[list[int], list[int]]:
        return [sum(row) for row in self.confusion], [
            sum(column) for column in zip(*self.confusion, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How many things were rightly found, how many were found, how many were wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the found things that were wanted; 0 when nothing was found."""
        return self.right / (self.found or 1)

    @property
    def recall(self) -> float:
        """Share of the wanted things that were found; 0 when nothing was wanted."""
        return self.right / (self.wanted or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / ((self.found + self.wanted) or 1)


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers given with a confidence from `low` up to (not including, but for 1) `high`."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far stated confidence is to be trusted.

    `error` is the expected calibration error: the mean distance between confidence and share of right answers
    over the bins, weighed by their size. `brier` is the mean squared distance of confidence from the outcome.
    """

    bins: tuple[Bin, ...]
    error: float
    brier: float


def measure_agreement(wanted: Sequence[str], given: Sequence[str], labels: Sequence[str]) -> Agreement:
    """Count which label was given where which one was wanted; both sequences are in the same order."""
    pairs = Counter(zip(wanted, given, strict=True))
    return Agreement(tuple(labels), tuple(tuple(pairs[row, column] for column in labels) for row in labels))


def measure_retrieval(wanted: Iterable[frozenset[str]], given: Iterable[frozenset[str]]) -> Retrieval:
    """Add up over all items what each of them wants and what was found for it (micro-average)."""
    sets = list(zip(wanted, given, strict=True))
    return Retrieval(
        right=sum(len(want & found) for want, found in sets),
        found=sum(len(found) for _, found in sets),
        wanted=sum(len(want) for want, _ in sets),
    )


def measure_calibration(answers: Sequence[tuple[float, bool]], bins: int = 5) -> Calibration:
    """Compare confidences (0-1) with whether the answers were right, in bins of equal width; needs an answer."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for answer in answers:
        groups.setdefault(min(int(answer[0] * bins), bins - 1), []).append(answer)
    filled = tuple(_bin(place, bins, groups[place]) for place in sorted(groups))
    return Calibration(
        bins=filled,
        error=sum(found.count * abs(found.confidence - found.right) for found in filled) / len(answers),
        brier=sum((confidence - right) ** 2 for confidence, right in answers) / len(answers),
    )


def _bin(place: int, bins: int, answers: Sequence[tuple[float, bool]]) -> Bin:
    count = len(answers)
    return Bin(
        low=place / bins,
        high=(place + 1) / bins,
        count=count,
        confidence=sum(confidence for confidence, _ in answers) / count,
        right=sum(right for _, right in answers) / count,
    )

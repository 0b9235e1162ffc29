"""Predictions: verdicts and links for items of a reference, by whatever method, and selecting a method's thresholds.

Thresholds selected on the very readings they are measured on flatter; leaving one programme out (leave-one-group-out
cross-validation) tells what those selected on the other programmes come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plancmp.alignment.evaluation.gold import Reading
from plancmp.alignment.evaluation.metrics import Agreement, Retrieval, measure_agreement, measure_retrieval
from plancmp.alignment.result import Verdict

ItemKey = tuple[str, str]
"""A plan's id and the id of a measure or commitment of the reference."""


@dataclass(frozen=True, slots=True)
class Label:
    """A verdict and the local measures said to carry the item: what readers found, or what a method predicts."""

    verdict: Verdict
    links: frozenset[str]


Labels = Mapping[ItemKey, Label]
ParameterGrid = Sequence[Labels]
"""The predictions of one method for each of the thresholds in its grid."""


@dataclass(frozen=True, slots=True)
class AgreementFigures:
    """How far predictions agree with gold: in their verdicts, and in their links over all items."""

    verdicts: Agreement
    links: Retrieval


@dataclass(frozen=True, slots=True)
class Difference:
    """An item on which prediction and gold differ."""

    plan: str
    item: str
    gold: Label
    predicted: Label


def gold_labels(readings: Iterable[Reading]) -> dict[ItemKey, Label]:
    """What readers found, as labels."""
    return {(reading.plan, reading.item): Label(reading.verdict, reading.links) for reading in readings}


def find_differences(gold: Labels, predicted: Labels) -> tuple[Difference, ...]:
    """The items of gold that were predicted otherwise, in gold's order."""
    return tuple(
        Difference(*key, label, predicted[key]) for key, label in gold.items() if label != predicted[key]
    )


def measure_figures(
    gold: Labels, predicted: Labels, keys: Iterable[ItemKey] | None = None
) -> AgreementFigures:
    """Compare predictions with gold, on all of gold's items or on those of `keys` alone."""
    chosen = list(gold if keys is None else keys)
    return AgreementFigures(
        measure_agreement(
            [gold[key].verdict for key in chosen], [predicted[key].verdict for key in chosen], list(Verdict)
        ),
        measure_retrieval((gold[key].links for key in chosen), (predicted[key].links for key in chosen)),
    )


def select(grid: ParameterGrid, gold: Labels, keys: Iterable[ItemKey] | None = None) -> Labels:
    """Return the predictions of the grid that agree best with gold on `keys`: by kappa, then by the F1 of its links.

    Of equals the middle one is taken: it lies farthest from the thresholds that begin to fail.
    """
    chosen = list(gold if keys is None else keys)
    figures = [measure_figures(gold, labels, chosen) for labels in grid]
    merits = [(found.verdicts.kappa, found.links.f1) for found in figures]
    best = [labels for labels, merit in zip(grid, merits, strict=True) if merit == max(merits)]
    return best[len(best) // 2]


def leave_one_group_out(grid: ParameterGrid, gold: Labels) -> Labels:
    """Predict each programme's items by what of the grid agrees best with gold on all other programmes."""
    predictions: dict[ItemKey, Label] = {}
    for programme in programmes_of(gold):
        mine = [key for key in gold if _programme(key) == programme]
        others = [key for key in gold if _programme(key) != programme]
        best = select(grid, gold, others)
        predictions |= {key: best[key] for key in mine}
    return predictions


def programmes_of(gold: Labels) -> tuple[str, ...]:
    """The numbers of the programmes that gold's items belong to, in the order they first occur."""
    return tuple(dict.fromkeys(map(_programme, gold)))


def _programme(key: ItemKey) -> str:
    return key[1].partition(".")[0]

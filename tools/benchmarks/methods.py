"""Ways of scoring passages, side by side on the commitment readings: which is the simplest that wins?

`python -m tools.benchmarks.methods` prints, for each variant, how well scores alone tell carried from omitted
commitments (area under the ROC curve), the best F1 for omission that any threshold reaches, and how often the best
passage stands in the measure where the readers found it. Word segmentation needs jieba.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from plancmp.alignment import grams as gram_module
from plancmp.alignment import reference, retrieval
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.retrieval import Candidate, find_candidates, index_plan, rerank
from plancmp.plans.library import Library
from plancmp.plans.reading import load_plan

GOLD = Path(__file__).parents[2] / "tests" / "gold" / "commitments.json"
Grams = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class Variant:
    """What a variant changes: constants by module, and how a passage is cut into units."""

    name: str
    constants: dict[tuple[ModuleType, str], float] = field(default_factory=dict)
    units: Grams | None = None


def longer(lengths: tuple[int, ...]) -> Grams:
    """Return character n-grams of these lengths in place of bigrams."""

    def units(text: str) -> frozenset[str]:
        runs = gram_module._separators().split(gram_module.canonicalise(text))
        return frozenset(run[at : at + n] for run in runs for n in lengths for at in range(len(run) - n + 1))

    return units


def segmented() -> Grams | None:
    """Return words as jieba segments them, None where it is not installed."""
    with suppress(ImportError):
        import jieba

        def units(text: str) -> frozenset[str]:
            runs = gram_module._separators().split(gram_module.canonicalise(text))
            return frozenset(word for run in runs for word in jieba.cut(run))

        units("预热")
        return units
    return None


def variants() -> Iterator[Variant]:
    """The variants, the shipped one first; each changes one thing."""
    yield Variant("shipped: bigrams, all weights")
    yield Variant("boilerplate weighs in full", {(reference, "BOILERPLATE_WEIGHT"): 1.0})
    yield Variant("boilerplate does not weigh", {(reference, "BOILERPLATE_WEIGHT"): 0.0})
    yield Variant("words of one witness weigh in full", {(reference, "ECHO_WEIGHT"): 1.0})
    yield Variant("words of one witness do not weigh", {(reference, "ECHO_WEIGHT"): 0.0})
    yield Variant("no hint from siblings", {(retrieval, "SIBLING_WEIGHT"): 0.0})
    yield Variant("no hint from titles", {(retrieval, "SAME_TITLE_WEIGHT"): 0.0})
    none = {(retrieval, "SIBLING_WEIGHT"): 0.0, (retrieval, "SAME_TITLE_WEIGHT"): 0.0}
    yield Variant("no hint at all", none)
    yield Variant("longer windows cost nothing", {(retrieval, "WINDOW_COST"): 0.0})
    yield Variant("single characters and bigrams", units=longer((1, 2)))
    yield Variant("bigrams and trigrams", units=longer((2, 3)))
    yield Variant("2- to 4-grams", units=longer((2, 3, 4)))
    words = segmented()
    if words:
        yield Variant("words (jieba)", units=words)


@contextmanager
def applied(variant: Variant) -> Iterator[None]:
    """Compare as the variant says while the context lasts."""
    patches: list[Any] = [
        patch.object(module, name, value) for (module, name), value in variant.constants.items()
    ]
    if variant.units:
        patches += [patch.object(module, "grams", variant.units) for module in (reference, retrieval)]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def scored() -> Iterator[tuple[float, bool, bool]]:
    """Yield for every commitment and plan: best score, whether it is carried, whether the place is right."""
    library = Library()
    provincial = load_plan(library.find("province"))
    readings = json.loads(GOLD.read_text("utf-8"))["commitments"].values()
    wanted = {(entry["text"], plan): found for entry in readings for plan, found in entry["plans"].items()}
    for name in sorted({plan for _, plan in wanted}):
        commitments = prepare_reference(provincial, judged=name)
        index = index_plan(load_plan(library.find(name)))
        found = [find_candidates(commitment, index) for commitment in commitments]
        for commitment, candidates in zip(commitments, rerank(commitments, found, index), strict=True):
            reading = wanted.get((commitment.commitment.text, name))
            if reading and reading["verdict"]:
                yield _outcome(candidates, reading)


def _outcome(candidates: list[Candidate], reading: dict[str, Any]) -> tuple[float, bool, bool]:
    places = {place["measure"] for each in reading["readings"] for place in each["evidence"]}
    best = candidates[0] if candidates else None
    right = best is not None and best.sentence.measure in places
    return (best.score if best else 0.0, reading["verdict"] != "omitted", right)


def figures(outcomes: list[tuple[float, bool, bool]]) -> tuple[float, float, float]:
    """Area under the ROC curve, best F1 of omission, share of right places; all 0-1."""
    carried = [score for score, is_carried, _ in outcomes if is_carried]
    omitted = [score for score, is_carried, _ in outcomes if not is_carried]
    wins = sum((high > low) + (high == low) / 2 for high in carried for low in omitted)
    thresholds = sorted({score for score, _, _ in outcomes})
    best = max(
        2 * right / (right + sum(score < threshold for score in carried) + len(omitted))
        for threshold in thresholds
        for right in [sum(score < threshold for score in omitted)]
    )
    places = sum(right for _, is_carried, right in outcomes if is_carried) / len(carried)
    return wins / (len(carried) * len(omitted)), best, places


def main() -> None:
    """Measure every variant and print the table."""
    print(f"{'variant':38}{'ROC area':>9}{'omission F1':>13}{'right place':>13}{'seconds':>9}")
    for variant in variants():
        start = time.perf_counter()
        with applied(variant):
            area, omission, places = figures(list(scored()))
        taken = time.perf_counter() - start
        print(f"{variant.name:38}{area:9.3f}{omission:13.3f}{places:13.3f}{taken:9.1f}")


if __name__ == "__main__":
    main()

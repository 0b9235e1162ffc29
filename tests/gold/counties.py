"""Counties with an answer key: how well the comparison agrees with it, as figures."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.metrics import measure_agreement, measure_retrieval
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.encoding.encoder import encode_document
from tests.alignment.editing import REFERENCE, plan_named

LABELS = tuple(verdict.value for verdict in Verdict)


@cache
def compared(text: Path) -> Comparison:
    """A county against the province's plan."""
    county = encode_document(text.read_bytes(), plan_id=text.stem, level="county").plan
    return compare_plans(plan_named(REFERENCE), county)


@dataclass(frozen=True)
class Counties:
    """Counties of a folder; counties.json tells what they carry of each commitment and measure, and how."""

    folder: Path

    @property
    def keys(self) -> Any:
        return json.loads((self.folder / "counties.json").read_text("utf-8"))["counties"]

    def comparisons(self) -> list[tuple[Any, Comparison]]:
        """Each county's key and what the comparison makes of it."""
        return [(key, compared(self.folder / f"{name}.txt")) for name, key in self.keys.items()]

    def kappa(self, kind: str) -> float:
        """Agreement with the keys beyond chance, on "commitments" or "measures" of all counties together."""
        pairs = [
            (key[kind][item.id]["verdict"], item.verdict.value)
            for key, comparison in self.comparisons()
            for item in getattr(comparison, kind)
        ]
        return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS).kappa

    def link_f1(self) -> float:
        places = [
            (key["measures"][measure.id]["matches"], measure)
            for key, comparison in self.comparisons()
            for measure in comparison.measures
        ]
        return measure_retrieval(
            [frozenset(wanted) for wanted, _ in places],
            [frozenset(match.id for match in measure.matches) for _, measure in places],
        ).f1

    def called_carried(self) -> dict[str, float]:
        """For each way in which the counties put, or leave out, a commitment: the share that is called carried."""
        total: Counter[str] = Counter()
        carried: Counter[str] = Counter()
        for key, comparison in self.comparisons():
            for item in comparison.commitments:
                kind = key["commitments"][item.id]["kind"]
                total[kind] += 1
                carried[kind] += item.verdict is not Verdict.OMITTED
        return {kind: carried[kind] / total[kind] for kind in total}

    def omission_precision(self) -> float:
        """Of the commitments called omitted the share that is."""
        called = [
            key["commitments"][item.id]["verdict"]
            for key, comparison in self.comparisons()
            for item in comparison.commitments
            if item.verdict is Verdict.OMITTED
        ]
        return called.count(Verdict.OMITTED.value) / len(called)

    def calibration_error(self) -> float:
        """Expected calibration error of the confidence of verdicts on commitments, over tenths (0-1)."""
        bins: dict[int, list[tuple[float, bool]]] = {}
        for key, comparison in self.comparisons():
            for item in comparison.commitments:
                right = key["commitments"][item.id]["verdict"] == item.verdict.value
                bins.setdefault(min(int(item.confidence * 10), 9), []).append((item.confidence, right))
        total = sum(map(len, bins.values()))
        return sum(
            abs(sum(sure for sure, _ in found) - sum(right for _, right in found)) / total
            for found in bins.values()
        )

    def figures(self) -> dict[str, float]:
        """All of them, by name."""
        return {
            "commitments": self.kappa("commitments"),
            "measures": self.kappa("measures"),
            "links F1": self.link_f1(),
            "omission P": self.omission_precision(),
            "calibration": self.calibration_error(),
            **self.called_carried(),
        }

"""The hard hold-out: two fictional counties that reword the province's measures from end to end.

Real plans copy whole phrases from one another, these share few. The floors are what is reached, rounded down: they
tell how far the comparison of words falls when the words are others, and that it falls no further.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.metrics import measure_agreement, measure_retrieval
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.encoding.encoder import encode_document
from tests.alignment.editing import REFERENCE, plan_named

GOLD = Path(__file__).parent
COUNTIES = ("county-c", "county-d")
LABELS = tuple(verdict.value for verdict in Verdict)


@cache
def compared(name: str) -> Comparison:
    raw = (GOLD / "paraphrased" / f"{name}.txt").read_bytes()
    return compare_plans(plan_named(REFERENCE), encode_document(raw, plan_id=name, level="county").plan)


@cache
def key() -> Any:
    return json.loads((GOLD / "paraphrased.json").read_text("utf-8"))["counties"]


@pytest.mark.parametrize("name", COUNTIES)
def test_every_item_of_the_reference_has_an_answer(name: str) -> None:
    reference = plan_named(REFERENCE)
    assert list(key()[name]["measures"]) == [measure.id for measure in reference.measures]
    assert list(key()[name]["commitments"]) == [commitment.id for commitment in reference.commitments]


def test_verdicts_on_measures() -> None:
    pairs = [
        (key()[name]["measures"][measure.id]["verdict"], measure.verdict.value)
        for name in COUNTIES
        for measure in compared(name).measures
    ]
    assert measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS).kappa >= 0.38


def test_links() -> None:
    places = [(name, measure) for name in COUNTIES for measure in compared(name).measures]
    found = measure_retrieval(
        [frozenset(key()[name]["measures"][measure.id]["links"]) for name, measure in places],
        [frozenset(match.id for match in measure.matches) for _, measure in places],
    )
    assert found.f1 >= 0.78


def test_omitted_commitments_are_hardly_ever_taken_for_carried() -> None:
    pairs = [
        (key()[name]["commitments"][commitment.id], commitment.verdict.value)
        for name in COUNTIES
        for commitment in compared(name).commitments
    ]
    omitted = [found for wanted, found in pairs if wanted == Verdict.OMITTED]
    called = [wanted for wanted, found in pairs if found == Verdict.OMITTED]
    assert omitted.count(Verdict.OMITTED.value) / len(omitted) >= 0.93
    assert called.count(Verdict.OMITTED.value) / len(called) >= 0.65

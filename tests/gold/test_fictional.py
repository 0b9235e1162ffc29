"""The hold-out: two fictional county plans whose answers were fixed while they were written.

county-a carries most of the province's measures in words of its own, county-b picks about half, weakens some
and leaves many out. Nothing is tuned on them: they show what the comparison does with plans it has never seen.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.metrics import Agreement, Retrieval, measure_agreement, measure_retrieval
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Plan
from tests.alignment.editing import REFERENCE, measure_of, plan_named

GOLD = Path(__file__).parent
COUNTIES = ("county-a", "county-b")
LABELS = tuple(verdict.value for verdict in Verdict)


@cache
def county(name: str) -> Plan:
    raw = (GOLD / "fictional" / f"{name}.txt").read_bytes()
    return encode_document(raw, plan_id=name, level="county").plan


@cache
def compared(name: str) -> Comparison:
    return compare_plans(plan_named(REFERENCE), county(name))


@cache
def key() -> Any:
    return json.loads((GOLD / "fictional.json").read_text("utf-8"))


def measure_verdicts() -> Agreement:
    pairs = [
        (key()["measures"][measure.id]["plans"][name]["verdict"], measure.verdict.value)
        for name in COUNTIES
        for measure in compared(name).measures
    ]
    return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS)


def commitment_verdicts() -> Agreement:
    pairs = [
        (key()["commitments"][name][commitment.id]["verdict"], commitment.verdict.value)
        for name in COUNTIES
        for commitment in compared(name).commitments
    ]
    return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS)


def links() -> Retrieval:
    places = [(name, measure) for name in COUNTIES for measure in compared(name).measures]
    wanted = [key()["measures"][measure.id]["plans"][name]["matches"] for name, measure in places]
    return measure_retrieval(
        [frozenset(match["id"] for match in matches) for matches in wanted],
        [frozenset(match.id for match in measure.matches) for _, measure in places],
    )


def reasons() -> Retrieval:
    """Reasons of the commitments that the key calls weakened."""
    pairs = [
        (key()["commitments"][name][commitment.id], commitment)
        for name in COUNTIES
        for commitment in compared(name).commitments
    ]
    weakened = [(wanted, found) for wanted, found in pairs if wanted["verdict"] == "weakened"]
    return measure_retrieval(
        [frozenset(wanted["reasons"]) for wanted, _ in weakened],
        [frozenset(map(str, found.reasons)) for _, found in weakened],
    )


class TestTheKeyIsSound:
    @pytest.mark.parametrize(
        ("name", "sizes"), [("county-a", [7, 3, 3, 5, 3, 4, 4]), ("county-b", [6, 3, 3, 5, 3, 4, 4])]
    )
    def test_the_texts_are_read_as_written(self, name: str, sizes: list[int]) -> None:
        assert [len(programme.measures) for programme in county(name).programmes] == sizes
        assert [document.document_number for document in county(name).implements] == ["鲁政字〔2023〕209号"]

    @pytest.mark.parametrize("name", COUNTIES)
    def test_every_item_of_the_reference_has_an_answer(self, name: str) -> None:
        reference = plan_named(REFERENCE)
        assert list(key()["measures"]) == [measure.id for measure in reference.measures]
        answered = {each: entry["text"] for each, entry in key()["commitments"][name].items()}
        assert answered == {commitment.id: commitment.text for commitment in reference.commitments}

    @pytest.mark.parametrize("name", COUNTIES)
    def test_every_quote_stands_in_the_text(self, name: str) -> None:
        for entry in key()["commitments"][name].values():
            for place in entry["evidence"]:
                assert place["quote"] in measure_of(county(name), place["measure"]).text

    @pytest.mark.parametrize("name", COUNTIES)
    def test_there_is_evidence_wherever_a_link_goes(self, name: str) -> None:
        for measure in plan_named(REFERENCE).measures:
            answers = [key()["commitments"][name][commitment.id] for commitment in measure.commitments]
            entry = key()["measures"][measure.id]["plans"][name]
            homes = {place["measure"] for answer in answers for place in answer["evidence"]}
            # A side remark that was read later may stand in further measures.
            assert {match["id"] for match in entry["matches"]} <= homes
            assert (entry["verdict"] == "omitted") == (not homes)


class TestFictionalCounties:
    """The figures to reach on measures are those of the design; on commitments they are floors, rounded down.

    The answers for 39 commitments were read later, in texts that were not written with them in mind; they are
    harder than those that were fixed while the counties were written.
    """

    def test_verdicts_on_measures(self) -> None:
        assert measure_verdicts().kappa >= 0.80, measure_verdicts().confusion

    def test_links_between_measures(self) -> None:
        assert links().f1 >= 0.92, links()

    def test_omission_of_commitments(self) -> None:
        omission = commitment_verdicts().retrieval("omitted")
        assert omission.precision >= 0.79, omission
        assert omission.recall >= 0.90, omission

    def test_reasons_of_weakened_commitments(self) -> None:
        assert reasons().recall >= 0.33, reasons()

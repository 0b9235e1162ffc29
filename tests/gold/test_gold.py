"""The gold itself: quotes are verbatim, entries keep the codebook's rules, stated figures are those of the data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plancmp.alignment.evaluation.gold import join_golds, parse_gold
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.reading import load_plan
from tests.gold import agreement

FOLDER = Path(__file__).parent
PLANS = ("binzhou", "yicheng", "qingzhou", "liaocheng")
CODEBOOK = (FOLDER / "CODEBOOK.md").read_text("utf-8")


def data(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def readings(name: str, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in data(name)[kind].values():
        for plan, said in entry["plans"].items():
            yield from ((plan, read) for read in said.get("readings", [said]))


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, str]]:
    """The text of every measure of every plan."""
    plans = {plan: load_plan(DEFAULT_DIRECTORY / f"{plan}.yaml") for plan in PLANS}
    return {name: {measure.id: measure.text for measure in plan.measures} for name, plan in plans.items()}


def test_every_quote_stands_in_the_measure_it_is_taken_from(texts: dict[str, dict[str, str]]) -> None:
    quotes = [
        (plan, each["measure"], each["quote"])
        for plan, read in readings("commitments.json", "commitments")
        for each in read["evidence"]
    ]
    assert len(quotes) > 700
    assert [quote for quote in quotes if quote[2] not in texts[quote[0]].get(quote[1], "")] == []


def test_evidence_and_reasons_go_with_the_verdict() -> None:
    for _, read in readings("commitments.json", "commitments"):
        assert bool(read["evidence"]) == (read["verdict"] != "omitted")
        assert bool(read["reasons"]) == (read["verdict"] == "weakened")


@pytest.mark.parametrize("name", ["measures-dev.json", "measures-own.json"])
def test_links_name_measures_of_the_plan_and_an_omission_has_none(
    name: str, texts: dict[str, dict[str, str]]
) -> None:
    for plan, read in readings(name, "measures"):
        assert {match["id"] for match in read["matches"]} <= set(texts[plan])
        assert bool(read["matches"]) == (read["verdict"] != "omitted")


def test_the_shared_verdict_is_kept_and_no_other() -> None:
    for entry in data("commitments.json")["commitments"].values():
        for said in entry["plans"].values():
            verdicts = {read["verdict"] for read in said["readings"]}
            assert said["verdict"] == (verdicts.pop() if len(verdicts) == 1 else None)


def test_where_readings_of_a_measure_differ_the_first_is_kept() -> None:
    for entry in data("measures-own.json")["measures"].values():
        for said in entry["plans"].values():
            first, second = (read["verdict"] for read in said["readings"])
            assert said["verdict"] == first
            assert said["agreement"] == 1 + (first == second)


def test_all_readings_together_cover_every_measure_of_four_plans_once() -> None:
    names = ("measures-dev.json", "measures-own.json", "commitments.json")
    gold = join_golds(parse_gold(data(name)) for name in names)
    assert len(gold.measures) == 30 * len(PLANS)
    assert len(gold.commitments) + gold.disputed == 161 * len(PLANS)


def test_the_codebook_states_the_agreement_that_the_data_has() -> None:
    assert agreement.table() in CODEBOOK
    assert f"Link F1 between the two readings of measures is {agreement.link_f1():.3f}" in CODEBOOK
    assert f"doubtful in {agreement.doubts().share * 100:.1f} % of the pairs" in CODEBOOK
    assert f"(kappa {agreement.doubts().kappa:.3f})" in CODEBOOK.replace("\n", "")

"""The benchmarks on next to nothing: that they run, and that generated counties are what they claim to be."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from statistics import mean

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.plans.checks import check_file
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan
from tools.benchmarks.alternatives import SCRIPTS
from tools.benchmarks.counties import generate_counties, write_counties
from tools.benchmarks.throughput import measure_coverage

REAL = [load_plan(path) for path in Library().paths() if path.stem != "shandong"]


def size(plan: Plan) -> int:
    return sum(len(measure.text) for measure in plan.measures)


def test_equal_seeds_give_equal_counties_and_others_give_others() -> None:
    assert list(generate_counties(3)) == list(islice(generate_counties(5), 3))
    assert list(generate_counties(2)) != list(generate_counties(2, seed=1))
    first, second = generate_counties(2)
    assert first.programmes != second.programmes


def test_counties_are_of_the_size_of_real_ones() -> None:
    sizes = [size(plan) for plan in generate_counties(12)]
    assert min(map(size, REAL)) * 0.6 < mean(sizes) < max(map(size, REAL)) * 1.2


def test_counties_have_no_faults(tmp_path: Path) -> None:
    for path in write_counties(tmp_path, 3):
        assert check_file(path, Library(tmp_path)) == ()


def test_counties_carry_a_part_of_the_reference() -> None:
    reference = load_plan(Library().find("province"))
    for plan in generate_counties(3):
        verdicts = {commitment.verdict for commitment in compare_plans(reference, plan).commitments}
        assert len(verdicts) == 3


def test_a_run_is_measured_with_its_workers(tmp_path: Path) -> None:
    write_counties(tmp_path, 2)
    found = measure_coverage(tmp_path, 2)
    assert found.plans == 2
    assert found.seconds > 0.1
    assert found.megabytes > 10


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_finds_a_text_that_is_there_word_for_word(name: str) -> None:
    asked = {"1.1": "培育优势产业集群", "1.2": "推动传统产业技改升级"}
    local = {"2.1": "推动传统产业技改升级", "2.2": "深化扩权强县改革", "2.3": "培育优势产业集群"}
    found = SCRIPTS[name](asked, local)
    assert {measure: other for measure, (other, _) in found.items()} == {"1.1": "2.3", "1.2": "2.1"}
    assert all(score == pytest.approx(1) for _, score in found.values())

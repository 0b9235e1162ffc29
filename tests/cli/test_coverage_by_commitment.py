"""`plancmp coverage --by commitment`: who carries, weakens or omits each commitment, filtered and sorted."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

import plancmp.cli.views
from plancmp.alignment.commitment_matrix import names_agency
from plancmp.cli.main import run

SCHEMA = Path(plancmp.cli.views.__path__[0]) / "coverage-commitments.schema.json"
PLANS = ("binzhou", "yicheng", "qingzhou")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Any:
    def read(*arguments: str) -> Any:
        assert run(["coverage", *PLANS, "--by", "commitment", "-f", "json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return read


def verdicts(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert run(command) == 0
    data = json.loads(capsys.readouterr().out)
    return {
        commitment["id"]: commitment["verdict"]
        for programme in data["programmes"]
        for measure in programme["measures"]
        for commitment in measure["commitments"]
    }


def test_every_commitment_has_the_verdict_that_diff_gives_it(
    found: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    data = found()
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len(data["commitments"]) == data["total"]
    for place, plan in enumerate(PLANS):
        told = {each["id"]: each["plans"][place]["verdict"] for each in data["commitments"]}
        assert told == verdicts(("diff", "province", plan, "-f", "json"), capsys)
    for each in data["commitments"]:
        held = [cell["verdict"] for cell in each["plans"]]
        assert [each[verdict] for verdict in ("adopted", "weakened", "omitted")] == [
            held.count(verdict) for verdict in ("adopted", "weakened", "omitted")
        ]


def test_what_at_least_two_plans_omit_and_nothing_else_is_listed(found: Any) -> None:
    every, some = found()["commitments"], found("--omitted-by", "2")["commitments"]
    assert some == [each for each in every if each["omitted"] >= 2]
    assert found("--adopted-by-none")["commitments"] == [each for each in every if not each["adopted"]]
    assert found("--omitted-by", "4")["commitments"] == []


def test_filters_hold_for_one_and_the_same_plan(found: Any) -> None:
    for each in found("--agency", "发改局", "--only", "omitted", "--programme", "5")["commitments"]:
        assert each["programme"] == 5
        assert each["plans"]
        for cell in each["plans"]:
            assert cell["verdict"] == "omitted"
            assert names_agency(cell["agencies"], "发改局")
    for each in found("--reason", "target_lowered")["commitments"]:
        assert all("target_lowered" in cell["reasons"] for cell in each["plans"])


def test_the_largest_gap_comes_first(found: Any) -> None:
    points = [2 * each["adopted"] + each["weakened"] for each in found("--sort", "gaps")["commitments"]]
    assert points == sorted(points)


def test_a_plan_that_implements_another_document_is_shown_and_not_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["coverage", "--by", "commitment", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["Plan"] for row in rows} == {*PLANS, "liaocheng"}
    counts = ("Plans adopting", "Plans weakening", "Plans omitting")
    assert {sum(int(row[count]) for count in counts) for row in rows} == {3}


def test_a_short_name_finds_the_full_one() -> None:
    assert names_agency(("市发展和改革局",), "发改局")
    assert names_agency(("市工业和信息化局", "区发改局"), "发改")
    assert not names_agency(("市工业和信息化局",), "发改局")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("further", [(), ("--sort", "gaps")], ids=["by measure", "sorted"])
def test_the_table_keeps_within_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    width: str,
    further: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run(["coverage", "--programme", "7", "--lang", language, *further]) == 0
    text = capsys.readouterr().out
    assert "7.4.6" in text
    assert "6.1.1" not in text
    assert max(map(cell_len, text.splitlines())) <= int(width)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_markdown_has_a_title_and_the_conclusion(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert run(["coverage", *PLANS, "--omitted-by", "2", "-f", "markdown", "--lang", language]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# ")
    gloss = "Set up pilot-scale test bases · " if language == "en" else ""
    assert f"2.1.2 {gloss}布局建设中试基地" in text
    assert {"zh": "恰有 3 个方案缺失的 0 项", "en": "0 omitted by exactly 3"}[language] in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--by", "measure", "--omitted-by", "2"), "--by commitment"),
        (("--programme", "8"), "no programme 8"),
        (("--omitted-by", "-1"), "--omitted-by"),
    ],
)
def test_what_does_not_go_together_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert run(["coverage", *PLANS, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err
    assert captured.err.count("\n") == 1

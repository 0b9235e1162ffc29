"""`plancmp commitments`: the draft to be read, to be written and to be compared with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from plancmp.cli.main import run
from tests.cli.conftest import Outcome

if TYPE_CHECKING:
    from tests.cli.conftest import Run

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "jiangdong.txt"


@pytest.fixture
def plancmp(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line on the shipped plans with the real comparison, in English unless --lang says otherwise."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def official(plancmp: Run, tmp_path: Path) -> Path:
    path = tmp_path / "jiangdong.yaml"
    assert plancmp("encode", str(EXAMPLE), "--level", "province", "-o", str(path)).code == 0
    return path


def test_the_draft_is_grouped_by_measure_and_told_what_was_passed_over(plancmp: Run, official: Path) -> None:
    brief = plancmp("commitments", str(official), "--lang", "en").out
    assert "1.2 推进传统产业技术改造" in brief
    assert "★ 1.2.2  确保技术改造投资年均增长8%以上" in brief
    assert "省级财政统筹资金" not in brief
    full = plancmp("commitments", str(official), "-v", "--lang", "zh").out
    assert "发文机关自身任务（发文机关或其部门所为）：省级财政统筹资金" in full.replace("\n", "").replace(
        " ", ""
    )


def test_json_holds_every_clause_with_kind_and_rule(plancmp: Run, official: Path) -> None:
    data = json.loads(plancmp("commitments", str(official), "-f", "json").out)
    assert (data["schema"], data["listed"]) == ("plancmp/commitments/1", 0)
    measure = next(each for each in data["measures"] if each["id"] == "1.2")
    assert measure["commitments"][1] == {
        "id": "1.2.2",
        "text": "确保技术改造投资年均增长8%以上",
        "central": True,
        "strength": 5,
        "condition": None,
        "rule": "acts",
        "targets": [
            {
                "indicator": "技术改造投资",
                "phrase": "8%以上",
                "value": 8.0,
                "unit": "%",
                "comparator": "at_least",
                "annual": True,
                "deadline": None,
            }
        ],
    }
    assert {"text": "省级财政统筹资金", "kind": "own_task", "rule": "own_subject"} in measure["passed_over"]


def test_csv_has_a_row_for_each_clause(plancmp: Run, official: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(plancmp("commitments", str(official), "-f", "csv", "--lang", "en").out))
    )
    assert {row["Kind"] for row in rows} >= {"commitment", "issuer's own task", "background", "aim"}
    assert all(row["Commitment"] or not row["Central"] for row in rows)


def test_the_written_file_is_clean_keeps_the_text_and_compares_alike(
    plancmp: Run, official: Path, tmp_path: Path
) -> None:
    written = tmp_path / "edited.yaml"
    outcome = plancmp("commitments", str(official), "-o", str(written))
    assert (outcome.code, outcome.out) == (0, "")
    assert plancmp("check", str(written)).code == 0
    before, after = (yaml.safe_load(path.read_text("utf-8")) for path in (official, written))
    assert [m["text"] for p in after["programmes"] for m in p["measures"]] == [
        m["text"] for p in before["programmes"] for m in p["measures"]
    ]
    assert "issuer's own task" in written.read_text("utf-8")
    drafted, listed = (
        json.loads(plancmp("diff", str(path), "yicheng", "-f", "json").out) for path in (official, written)
    )
    assert drafted["programmes"] == listed["programmes"]
    assert "drafted" in [each["code"] for each in drafted["caveats"]]
    assert "listed" in [each["code"] for each in listed["caveats"]]


def test_nothing_is_replaced_without_force(plancmp: Run, official: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("kept", encoding="utf-8")
    assert plancmp("commitments", str(official), "-o", str(there)).code == 2
    before = official.read_text("utf-8")
    assert plancmp("commitments", str(official), "-o", str(official)).code == 2
    assert (there.read_text("utf-8"), official.read_text("utf-8")) == ("kept", before)
    assert plancmp("commitments", str(official), "-o", str(official), "--force").code == 0
    assert "commitments:" in official.read_text("utf-8")


def test_other_formats_never_write_over_the_plan(plancmp: Run, official: Path) -> None:
    outcome = plancmp("commitments", str(official), "-f", "json", "-o", str(official), "--force")
    assert outcome.code == 2
    assert official.read_text("utf-8").startswith("# yaml-language-server")


def test_a_reconstruction_has_nothing_to_draft_from(plancmp: Run) -> None:
    outcome = plancmp("commitments", "province", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no running text" in outcome.err


def test_a_measure_with_nothing_to_copy_is_left_out_and_told(plancmp: Run, official: Path) -> None:
    text = official.read_text("utf-8")
    start = text.index("为加快传统产业焕新")
    end = text.index("\n", start)
    official.write_text(text[:start] + "省财政厅统筹资金。" + text[end:], encoding="utf-8")
    ids = [
        measure["id"]
        for programme in json.loads(plancmp("diff", str(official), "yicheng", "-f", "json").out)["programmes"]
        for measure in programme["measures"]
    ]
    assert "1.2" not in ids
    assert "1.1" in ids
    outcome = plancmp("explain", str(official), "yicheng", "1.2", "--lang", "en")
    assert (outcome.code, "could be copied" in outcome.err) == (2, True)

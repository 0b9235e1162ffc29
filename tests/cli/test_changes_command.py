"""`plancmp changes`: two versions of a plan, or two runs of diff, in every format."""

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
from plancmp.cli.main import run
from plancmp.plans.library import DEFAULT_DIRECTORY

SCHEMA = Path(plancmp.cli.views.__path__[0]) / "changes.schema.json"
EDITS = {
    "基本养老保险参保率达到93%以上": "基本养老保险参保率达到90%以上",
    "修订完善开发区(园区)主导产业目录": "鼓励修订开发区(园区)主导产业目录",
    "建设区级以上新型研发机构70家": "建设区级以上新型研发机构60家",
}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def revised(tmp_path: Path) -> str:
    """Yicheng's plan with two numbers lowered and a verb softened."""
    text = (DEFAULT_DIRECTORY / "yicheng.yaml").read_text(encoding="utf-8")
    for old, new in EDITS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tmp_path / "revised.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def runs(tmp_path: Path, revised: str) -> tuple[str, str]:
    """The JSON of diff before and after."""
    files = (str(tmp_path / "before.json"), str(tmp_path / "after.json"))
    for plan, file in zip(("yicheng", revised), files, strict=True):
        assert run(["diff", "province", plan, "-o", file]) == 0
    return files


def test_what_was_changed_is_told_and_nothing_else(revised: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "yicheng", revised, "-r", "province", "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    numbers = [(each["step"], each["old"]["phrase"], each["new"]["phrase"]) for each in data["numbers"]]
    assert numbers == [("lowered", "70家", "60家"), ("lowered", "93%以上", "90%以上")]
    assert {(each["step"], each["old"]["measure"]) for each in data["clauses"]} == {
        ("weakened", "1.4"),
        ("weakened", "2.3"),
        ("weakened", "6.5"),
    }
    assert {each["new"]["id"] for each in data["commitments"]} >= {"1.4.2", "6.5.1"}
    assert data["has_losses"]


def test_two_runs_of_diff_tell_the_same_verdicts(
    revised: str, runs: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["changes", *runs, "-f", "json"]) == 0
    of_runs = json.loads(capsys.readouterr().out)
    assert run(["changes", "yicheng", revised, "-r", "province", "-f", "json"]) == 0
    of_versions = json.loads(capsys.readouterr().out)
    assert (of_runs["numbers"], of_runs["clauses"]) == ([], [])
    assert moves(of_runs) == moves(of_versions)
    assert moves(of_runs)["6.5.1"] == ("weakened", "weakened", "weakened")  # by its number alone


def moves(data: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    return {
        each["new"]["id"]: (each["step"], each["old"]["verdict"], each["new"]["verdict"])
        for each in data["commitments"]
    }


def test_exit_codes(revised: str, runs: tuple[str, str]) -> None:
    assert run(["changes", "yicheng", revised]) == 0
    assert run(["changes", "yicheng", revised, "--fail-on-loss"]) == 1
    assert run(["changes", revised, "yicheng", "--fail-on-loss"]) == 0
    assert run(["changes", "yicheng", "yicheng", "--fail-on-loss"]) == 0
    assert run(["changes", *runs, "--fail-on-loss"]) == 1
    assert run(["changes", *reversed(runs), "--fail-on-loss"]) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_both_texts_are_shown_within_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    revised: str,
    language: str,
    width: str,
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run(["changes", "yicheng", revised, "-r", "province", "--lang", language]) == 0
    text = capsys.readouterr().out
    assert max(map(cell_len, text.splitlines())) <= int(width)
    for words in EDITS.items():
        for each in words:
            assert each in "".join(text.split())


def test_csv_has_one_row_a_change(revised: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "yicheng", revised, "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["Subject"] for row in rows] == ["number", "number", "clause", "clause", "clause"]
    assert (rows[0]["Old value"], rows[0]["New value"]) == ("70家", "60家")


@pytest.mark.parametrize(("language", "told"), [("zh", "没有变化"), ("en", "Nothing changed")])
def test_nothing_changed_is_said(capsys: pytest.CaptureFixture[str], language: str, told: str) -> None:
    assert run(["changes", "yicheng", "yicheng", "--lang", language, "-f", "markdown"]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "7",
        "{}",
        '{"schema": "plancmp/coverage/1"}',
        '{"schema": "plancmp/diff/1"}',
        '{"schema": "plancmp/diff/1", "programmes": 3}',
        '{"schema": "plancmp/diff/1", "programmes": [], "reference": {"id": 1}, "plan": {}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_run_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    assert run(["changes", str(path), str(path)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert str(path) in captured.err


def test_what_cannot_be_compared_is_told_in_one_line(
    tmp_path: Path, runs: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    assert run(["diff", "yicheng", "qingzhou", "-o", str(other)]) == 0
    for arguments, told in (
        (("yicheng", runs[0]), "two JSON files"),
        ((*runs, "-r", "province"), "two JSON files"),
        ((runs[0], str(tmp_path / "none.json")), "no such file"),
        ((runs[0], str(other)), "different references"),
        (("yicheng", "nowhere"), "no plan is called"),
        ((*runs, "-o", runs[0]), "is read by this command"),
    ):
        capsys.readouterr()
        assert run(["changes", *arguments]) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        assert told in error

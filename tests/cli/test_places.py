"""Quotes with the file and line they stand in: the plan's, and that of the document it was made from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openpyxl import load_workbook

import plancmp.cli.views
from plancmp.alignment.normal import bare
from plancmp.cli.main import run
from plancmp.cli.places import Places
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.reading import load_plan

SCHEMA = Path(plancmp.cli.views.__path__[0]) / "diff.schema.json"
PLANS = ("binzhou", "liaocheng", "qingzhou", "yicheng")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


def quotes_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and {"quote", "file"} <= value.keys():
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from quotes_in(item)


@pytest.mark.parametrize("plan", PLANS)
def test_every_quote_stands_in_the_lines_that_are_named(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "province", plan, "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    lines = (DEFAULT_DIRECTORY / f"{plan}.yaml").read_text(encoding="utf-8").split("\n")
    source = (DEFAULT_DIRECTORY / "sources" / f"{plan}.txt").read_text(encoding="utf-8").split("\n")
    quotes = list(quotes_in(data))
    assert len(quotes) > 100
    for each in quotes:
        assert (each["file"], each["source"]) == (f"{plan}.yaml", f"sources/{plan}.txt")
        assert each["quote"] in lines[each["line"] - 1]
        wanted, begin = bare(each["quote"]), each["source_line"] - 1
        after = "".join(map(bare, source[begin : begin + 9]))
        assert wanted in after
        assert wanted not in "".join(map(bare, source[begin + 1 : begin + 9])) or wanted in bare(
            source[begin]
        )


def test_json_of_diff_has_the_wordings_of_the_reference(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "province", "yicheng", "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    asked = {each.id: each for each in load_plan(DEFAULT_DIRECTORY / "shandong.yaml").commitments}
    for programme in data["programmes"]:
        for measure in programme["measures"]:
            for each in measure["commitments"]:
                assert [wording["quote"] for wording in each["wordings"]] == [
                    witness.quote for witness in asked[each["id"]].attesting
                ]


@pytest.mark.parametrize(
    "command", [("diff", "province", "yicheng", "-v"), ("explain", "province", "yicheng", "6.5")]
)
def test_a_reader_sees_the_line_of_the_document(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert run(command) == 0
    assert "sources/yicheng.txt:112" in capsys.readouterr().out


def test_json_of_explain_has_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "province", "yicheng", "6.5", "-f", "json"]) == 0
    quotes = list(quotes_in(json.loads(capsys.readouterr().out)))
    assert quotes
    assert all(each["source_line"] for each in quotes)


def test_without_its_source_a_quote_has_the_line_of_the_plan_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text((DEFAULT_DIRECTORY / "yicheng.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    place = Places(path, load_plan(path)).of("6.5", "基本养老保险参保率达到93%以上")
    assert (place.file, place.source, place.source_line) == ("mine.yaml", None, None)
    assert place.line
    assert str(place) == f"mine.yaml:{place.line}"
    lines = path.read_text(encoding="utf-8").split("\n")
    assert "基本养老保险参保率达到93%以上" in lines[place.line - 1]


def test_a_quote_that_is_nowhere_has_the_line_of_its_measure_and_one_of_no_measure_none(
    tmp_path: Path,
) -> None:
    path = DEFAULT_DIRECTORY / "yicheng.yaml"
    places = Places(path, load_plan(path))
    line = places.of("1.2", "国际航天员训练").line
    assert line
    assert path.read_text(encoding="utf-8").split("\n")[line - 1].strip() == "- id: '1.2'"
    assert places.of("9.9", "国际航天员训练")[1:] == (None, "sources/yicheng.txt", None)
    assert str(places.of("9.9", "国际航天员训练")) == ""


@pytest.mark.parametrize("output_format", ["markdown", "csv", "json", "html"])
def test_a_report_names_the_line_of_every_quote(
    output_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "yicheng", "qingzhou", "--format", output_format]) == 0
    printed = capsys.readouterr().out
    if output_format == "json":
        quotes = [each for report in json.loads(printed)["reports"] for each in quotes_in(report["gaps"])]
        assert {each["source"] for each in quotes} == {"sources/yicheng.txt", "sources/qingzhou.txt"}
        assert all(each["source_line"] for each in quotes)
    for place in ("sources/yicheng.txt:112", "sources/qingzhou.txt:48"):
        assert output_format == "json" or place in printed


def test_a_ledger_names_the_line_of_every_quote(tmp_path: Path) -> None:
    file = tmp_path / "ledger.xlsx"
    assert run(["report", "yicheng", "-o", str(file)]) == 0
    rows = list(load_workbook(file).worksheets[0].values)
    quoted = [cell for row in rows[1:] for cell in row if isinstance(cell, str) and cell.startswith("6.5 「")]
    assert quoted
    assert all("sources/yicheng.txt:112)" in cell for cell in quoted)


def test_rows_of_diff_name_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "province", "yicheng", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    for row in rows:
        quotes = row["Local evidence"] or row["Nearest passages"]
        places = row["Places in the document"].split("\n") if quotes else []
        assert len(places) == len(quotes.split("\n") if quotes else [])
        assert all(place.startswith("sources/yicheng.txt:") for place in places)

"""`plancmp peers`: what others carry and a plan lacks, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

import plancmp.cli.views
from plancmp.cli.main import run

SCHEMA = Path(plancmp.cli.views.__path__[0]) / "peers.schema.json"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


def test_json_keeps_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert run(["peers", "qingzhou", "yicheng", "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, schema)
    assert [peer["id"] for peer in data["peers"]] == ["yicheng"]
    assert data["behind"]
    assert data["alone"]


def test_without_peers_all_other_plans_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["peers", "青州市", "-f", "json"]) == 0
    peers = json.loads(capsys.readouterr().out)["peers"]
    assert {peer["id"]: peer["implements_reference"] for peer in peers} == {
        "binzhou": True,
        "liaocheng": False,
        "yicheng": True,
    }


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("further", [(), ("-v",)])
def test_a_lacking_commitment_is_shown_with_the_peers_words_and_agencies(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    width: str,
    further: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run(["peers", "qingzhou", "yicheng", "--lang", language, "--measure", "1.4", *further]) == 0
    text = capsys.readouterr().out
    asked = "修订完善开发区（园区）主导产业目录"
    gloss = "Revisethecatalogueofleadingindustriesfordevelopmentzonesandparks·"
    assert f"1.4.2{gloss * (language == 'en')}{asked}" in "".join(text.split())
    assert "「修订完善开发区(园区)主导产业目录」" in "".join(text.split())
    assert "区商促局" in "".join(text.split())
    assert max(map(cell_len, text.splitlines())) <= int(width)


def test_filters_choose_by_what_the_plan_made_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["peers", "qingzhou", "yicheng", "--only", "weakened", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["Verdict"] for row in rows} == {"weakened"}
    assert {row["Relation"] for row in rows} <= {"behind", "alone"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("peers", "qingzhou", "qingzhou"), "no plan besides"),
        (("peers", "province"), "is the reference itself"),
        (("peers", "qingzhou", "--measure", "9.9"), "no measure 9.9"),
        (("peers", "nowhere"), "no plan is called"),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert told in captured.err

"""`plancmp glossary`, and the completion of measures."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from rich.cells import cell_len

from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.main import run
from plancmp.cli.messages import CATALOGUE


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_every_verdict_and_reason_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run(["glossary", "--lang", language]) == 0
    text = capsys.readouterr().out
    assert max(map(cell_len, text.splitlines())) <= int(width)
    assert run(["glossary", "--lang", language, "-f", "json"]) == 0
    terms = {each["term"]: each for each in json.loads(capsys.readouterr().out)["terms"]}
    place = ["zh", "en"].index(language)
    for key in (*(f"verdict.{each}" for each in Verdict), *(f"reason.{each}" for each in Reason)):
        term = terms[CATALOGUE[key][place]]
        assert term["other_language"] == CATALOGUE[key][1 - place]
        assert term["meaning"] == CATALOGUE[f"means.{key}"][place]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("diff province yicheng --measure 7.", {"7.1", "7.2", "7.3", "7.4", "7.5"}),
        ("explain province yicheng 7.4", {"7.4"}),
        ("show qingzhou S", {"S1", "S2"}),
        ("explain nowhere yicheng 7", set()),
    ],
)
def test_shell_completion_offers_measures(typed: str, offered: set[str]) -> None:
    words = ["plancmp", *typed.split()]
    environment = {
        **os.environ,
        "_PLANCMP_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "plancmp"], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    found = {line.split(",")[-1] for line in done.stdout.split()}
    assert offered <= found
    assert all(each.startswith(words[-1]) for each in found)

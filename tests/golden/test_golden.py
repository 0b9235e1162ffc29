"""What the commands print, compared with what they printed before.

Each output is held once. On the real plans: the rows of every verdict and figure, so that a change of the method
shows. On four small plans in `plans/`: every command as a session in both languages, so that a change of words or
layout shows, as JSON, and as a page without its styles and script, which are files of their own.

A difference is either a mistake or wanted; only `make golden` rewrites the files, and the difference is then
read before it is committed.
"""

from __future__ import annotations

import base64
import difflib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import plancmp.cli
from plancmp.cli.main import run
from plancmp.plans.checks import check_file
from plancmp.plans.library import Library

FILES = Path(__file__).parent / "output"
SMALL_PLANS = Path(__file__).parent / "plans"
LANGUAGES = ("zh", "en")

REAL = {
    "diff-yicheng": "diff province yicheng --format csv",
    "diff-liaocheng": "diff province liaocheng --format csv",
    "coverage": "coverage --format csv",
    "explain": "explain province yicheng 6.5 --format csv",
    "targets": "targets --format csv",
    "report": "report yicheng --format csv",
}
"""Commands on the real plans, in English; by the names of their files."""

DECIDED = "--decisions tests/golden/decisions"
"""Decisions on a small plan: of two people who agree once and once do not, a suspect one, a model's proposal."""

SESSIONS = {
    "list": ("list", "list --format markdown", "list --format csv"),
    "show": (
        "show qingxi",
        "show province",
        "show province 1.1",
        "show qingxi --format markdown",
        "show province --format markdown",
        "show province 1.1 --format markdown",
        "show qingxi --format csv",
        "show province 1.1 --format csv",
    ),
    "diff": (
        "diff province qingxi",
        "diff province qingxi -v",
        "diff province liuhe --only omitted",
        "diff province qingxi --format markdown",
        "diff province qingxi --measure 2.1 -v --format markdown",
        "diff province qingxi --format csv",
    ),
    "coverage": (
        "coverage",
        "coverage baishi",
        "coverage --by programme --sort coverage",
        "coverage --only omitted --sort gaps",
        "coverage --format markdown",
        "coverage --by programme --format markdown",
        "coverage --only omitted --sort gaps --format markdown",
        "coverage --format csv",
        "coverage --by programme --format csv",
    ),
    "commitments-by-plan": (
        "coverage --by commitment",
        "coverage --omitted-by 1 --sort gaps",
        "coverage --by commitment --only weakened --format markdown",
        "coverage --by commitment --format csv",
    ),
    "peers": (
        "peers qingxi",
        "peers baishi qingxi -v",
        "peers qingxi --format markdown",
        "peers qingxi --format csv",
    ),
    "changes": (
        "changes qingxi baishi",
        "changes qingxi baishi --reference province --format markdown",
        "changes qingxi baishi --reference province --format csv",
    ),
    "explain": (
        "explain province qingxi 2.1",
        "explain province qingxi 1.1",
        "explain province qingxi 1.2 --format markdown",
        "explain province qingxi 1.1 --format csv",
    ),
    "targets": ("targets", "targets --format markdown", "targets --format csv"),
    "review": (
        "review province qingxi --list",
        f"review province qingxi --list --format csv {DECIDED}",
        f"review province qingxi --list --only omitted {DECIDED}",
        f"diff province qingxi -v {DECIDED}",
        f"diff province qingxi --format csv {DECIDED}",
        f"coverage {DECIDED}",
        f"explain province qingxi 1.1 {DECIDED}",
        f"report qingxi --format table {DECIDED}",
        f"diff province qingxi --measure 1.1 {DECIDED} --computed",
        "evaluate --decisions tests/golden/decisions -v",
    ),
    "report": (
        "report qingxi --format table",
        "report qingxi --format markdown",
        "report qingxi liuhe --format markdown",
        "report qingxi --format csv",
    ),
}
"""Commands on the small plans, in both languages; each tuple is one session."""

JSON = {
    "list": "list",
    "show-plan": "show qingxi",
    "show-measure": "show province 1.1",
    "diff": "diff province qingxi",
    "diff-thematic": "diff province liuhe",
    "coverage": "coverage",
    "coverage-programmes": "coverage --by programme --sort coverage",
    "commitments-by-plan": "coverage --by commitment",
    "peers": "peers qingxi",
    "changes": "changes qingxi baishi --reference province",
    "explain": "explain province qingxi 2.1",
    "targets": "targets",
    "report": "report qingxi",
    "diff-decided": f"diff province qingxi {DECIDED}",
    "review": f"review province qingxi --list {DECIDED}",
    "evaluate-decided": "evaluate --decisions tests/golden/decisions",
}
"""Commands on the small plans whose JSON is held, in English; in Chinese only sentences differ."""

PAGES = {
    "report": ("report qingxi", ("report.js", "review.js")),
    "coverage": ("coverage qingxi baishi liuhe", ("report.js",)),
}
"""Commands on the small plans whose pages are held, in both languages, and the scripts of these."""

SENTENCES = {"conclusion", "name", "notes", "text", "why"}
"""Keys of JSON below which words stand that are the language's."""


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same width, plans and locale for everybody."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.delenv("PLANCMP_DECISIONS", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(Path(__file__).parents[2])


@pytest.fixture
def small_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small plans, and no others."""
    monkeypatch.setattr("plancmp.plans.library.DEFAULT_DIRECTORY", SMALL_PLANS)


@dataclass(frozen=True)
class Golden:
    """Runs commands, and compares what they print with files or rewrites these."""

    capsys: pytest.CaptureFixture[str]
    rewrite: bool

    def output_of(self, command: str, language: str) -> str:
        """What a command prints."""
        assert run([*command.split(), "--lang", language]) == 0
        return self.capsys.readouterr().out

    def keep(self, name: str, printed: str) -> None:
        """Compare a text with the file of this name, or write it there."""
        file = FILES / name
        if self.rewrite:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(printed.encode("utf-8"))
        else:
            compare(file, printed)


@pytest.fixture
def golden(capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config) -> Golden:
    return Golden(capsys, bool(pytestconfig.getoption("--rewrite-golden")))


@pytest.mark.parametrize("name", REAL)
def test_rows_of_the_real_plans(name: str, golden: Golden) -> None:
    golden.keep(f"{name}.en.csv", golden.output_of(REAL[name], "en"))


@pytest.mark.usefixtures("small_plans")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_with_the_small_plans(name: str, language: str, golden: Golden) -> None:
    session = [f"$ plancmp {command}\n{golden.output_of(command, language)}" for command in SESSIONS[name]]
    golden.keep(f"{name}-session.{language}.txt", "\n".join(session))


@pytest.mark.usefixtures("small_plans")
@pytest.mark.parametrize("name", JSON)
def test_json_of_the_small_plans(name: str, golden: Golden) -> None:
    golden.keep(f"{name}.json", golden.output_of(f"{JSON[name]} --format json", "en"))


@pytest.mark.usefixtures("small_plans")
@pytest.mark.parametrize("name", JSON)
def test_json_in_chinese_differs_in_sentences_alone(name: str, golden: Golden) -> None:
    chinese, english = (
        json.loads(golden.output_of(f"{JSON[name]} --format json", language)) for language in LANGUAGES
    )
    assert without_sentences(chinese) == without_sentences(english)


def without_sentences(data: Any) -> Any:
    """JSON with the number of words below `SENTENCES` in place of these."""
    if isinstance(data, dict):
        return {
            key: _shape(value) if key in SENTENCES else without_sentences(value)
            for key, value in data.items()
        }
    return [without_sentences(value) for value in data] if isinstance(data, list) else data


def _shape(value: Any) -> Any:
    return len(value) if isinstance(value, list) else type(value).__name__


@pytest.mark.usefixtures("small_plans")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_the_small_plans(name: str, language: str, golden: Golden) -> None:
    command, scripts = PAGES[name]
    page = golden.output_of(f"{command} --format html", language)
    golden.keep(f"{name}-page.{language}.html", bare(page, scripts))


def bare(page: str, names: tuple[str, ...]) -> str:
    """A page without its styles, its scripts and what these hash to; they must be the files that are kept of them."""
    style, *scripts = (file_of_the_command_line(name) for name in ("report.css", *names))
    assert f"<style>{style}</style>" in page
    page = page.replace(style, "")
    for script in scripts:
        assert f"<script>{script}</script>" in page
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page
        page = page.replace(script, "").replace(digest, "")
    return page


def file_of_the_command_line(name: str) -> str:
    (path,) = Path(plancmp.cli.__path__[0]).rglob(name)
    return path.read_text("utf-8")


def compare(file: Path, printed: str) -> None:
    assert file.is_file(), f"{file.name} is missing: `make golden` writes it"
    before = file.read_bytes().decode("utf-8")
    changes = difflib.unified_diff(
        before.splitlines(), printed.splitlines(), "before", "now", lineterm="", n=1
    )
    assert printed == before, "\n".join([f"{file.name} has changed:", *list(changes)[:40]])


def test_the_small_plans_have_no_faults() -> None:
    library = Library(SMALL_PLANS)
    assert [fault for path in library.paths() for fault in check_file(path, library)] == []


def test_no_golden_file_is_left_of_a_run_that_is_no_more() -> None:
    wanted = {f"{name}.en.csv" for name in REAL} | {f"{name}.json" for name in JSON}
    wanted |= {f"{name}-session.{language}.txt" for name in SESSIONS for language in LANGUAGES}
    wanted |= {f"{name}-page.{language}.html" for name in PAGES for language in LANGUAGES}
    assert {file.name for file in FILES.glob("*")} == wanted

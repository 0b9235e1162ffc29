"""Every command in every format and language on the real plans, compared with what it printed before.

A difference is either a mistake or wanted; only `make golden` rewrites the files, and the difference is then
read before it is committed.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest

from plancmp.cli.main import run

FILES = Path(__file__).parent
FORMATS = ("table", "markdown", "csv", "json")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Case:
    """One command: what its files are called, what is typed, and the formats it has."""

    name: str
    arguments: tuple[str, ...]
    formats: tuple[str, ...] = FORMATS


CASES = (
    Case("list", ("list",)),
    Case("show-plan", ("show", "qingzhou")),
    Case("show-measure", ("show", "province", "1.2")),
    Case("diff-yicheng", ("diff", "province", "yicheng")),
    Case("diff-liaocheng", ("diff", "province", "liaocheng")),
    Case("diff-measure", ("diff", "province", "binzhou", "--measure", "6.5", "-v"), ("table", "markdown")),
    Case("coverage", ("coverage",)),
    Case("coverage-programmes", ("coverage", "--by", "programme", "--sort", "coverage")),
    Case("coverage-holes", ("coverage", "--only", "omitted", "--sort", "gaps"), ("table", "markdown")),
    Case("explain", ("explain", "province", "yicheng", "6.5")),
    Case("targets", ("targets",)),
    Case("report", ("report", "yicheng"), ("table", "markdown", "html", "csv", "json")),
    Case("report-several", ("report", "qingzhou", "liaocheng"), ("markdown",)),
)
SUFFIXES = {"table": "txt", "markdown": "md", "csv": "csv", "json": "json", "html": "html"}
RUNS = [
    pytest.param(case, output_format, language, id=f"{case.name}-{output_format}-{language}")
    for case in CASES
    for output_format in case.formats
    for language in LANGUAGES
]


def golden_file(case: Case, output_format: str, language: str) -> Path:
    return FILES / "output" / f"{case.name}.{language}.{SUFFIXES[output_format]}"


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same width, plans and locale for everybody."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(("case", "output_format", "language"), RUNS)
def test_output_is_as_it_was(
    case: Case,
    output_format: str,
    language: str,
    pytestconfig: pytest.Config,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = golden_file(case, output_format, language)
    rewrite = pytestconfig.getoption("--rewrite-golden")
    if not rewrite and not file.parent.is_dir():
        pytest.skip("no golden files yet: `make golden` writes them")
    assert run([*case.arguments, "--format", output_format, "--lang", language]) == 0
    printed = capsys.readouterr().out
    if rewrite:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(printed.encode("utf-8"))
    else:
        compare(file, printed)


def compare(file: Path, printed: str) -> None:
    assert file.is_file(), f"{file.name} is missing: `make golden` writes it"
    before = file.read_bytes().decode("utf-8")
    changes = difflib.unified_diff(
        before.splitlines(), printed.splitlines(), "before", "now", lineterm="", n=1
    )
    assert printed == before, "\n".join([f"{file.name} has changed:", *list(changes)[:40]])


def test_no_golden_file_is_left_of_a_run_that_is_no_more() -> None:
    wanted = {golden_file(*run.values).name for run in RUNS}  # type: ignore[arg-type]
    assert {file.name for file in (FILES / "output").glob("*")} <= wanted

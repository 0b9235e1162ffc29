"""Gates: what ends a run with exit code 1 and how it is named; the examples of docs/ci.md run as they stand."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from plancmp.cli.main import run
from plancmp.plans.library import DEFAULT_DIRECTORY

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
WORKFLOW, HOOKS = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
LOWERED = ("基本养老保险参保率达到93%以上", "基本养老保险参保率达到90%以上")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as docs/ci.md has it: a plan, and the baseline made as the page says."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    text = (DEFAULT_DIRECTORY / "yicheng.yaml").read_text(encoding="utf-8")
    (tmp_path / "plans" / "county.yaml").write_text(
        text.replace("id: yicheng", "id: county", 1), encoding="utf-8"
    )
    (command,) = re.findall(r"\$ plancmp (.*)", PAGE)
    assert run(shlex.split(command)) == 0
    return tmp_path


def lower_a_number(repository: Path) -> None:
    plan = repository / "plans" / "county.yaml"
    text = plan.read_text(encoding="utf-8")
    assert text.count(LOWERED[0]) == 1
    plan.write_text(text.replace(*LOWERED), encoding="utf-8")


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.splitlines()[-1]


def test_only_what_is_worse_than_the_baseline_fails(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gate = ("diff", "province", "plans/county.yaml", "--baseline", "baseline.json")
    assert run(gate) == 0
    assert run([*gate, "--fail-on", "omitted"]) == 0
    assert run((*gate[:3], "--fail-on", "omitted")) == 1
    lower_a_number(repository)
    capsys.readouterr()
    assert run(gate) == 1  # weakened before and after: the number alone is lower
    assert last_line(capsys) == "plancmp: 1 item fails: 6.5.1 (weakened)"
    assert run([*gate, "--measure", "1.1"]) == 0
    assert run([*gate, "--fail-on", "omitted"]) == 0


def test_what_fails_is_named_in_the_language_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["diff", "province", "yicheng", "--fail-on", "omitted", "--measure", "7.4", "--lang", "zh"]) == 1
    )
    assert re.fullmatch(r"plancmp：未过关 \d+ 项：(7\.4(\.\d)?（缺失）、?)+", last_line(capsys))


@pytest.mark.parametrize("by", ["measure", "programme", "commitment"])
def test_plans_under_the_coverage_asked_for_are_named(by: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Liaocheng implements another plan: it is far below, and no gate is set on it."""
    assert run(["coverage", "--by", by, "--fail-under", "0"]) == 0
    assert run(["coverage", "--by", by, "--fail-under", "60"]) == 0
    assert run(["coverage", "--by", by, "--fail-under", "99.5"]) == 1
    assert re.fullmatch(
        r"plancmp: 3 plans are covered under 99.5%: "
        r"binzhou \(\d\d\.\d%\), qingzhou \(\d\d\.\d%\), yicheng \(\d\d\.\d%\)",
        last_line(capsys),
    )
    assert run(["coverage", "liaocheng", "--by", by, "--fail-under", "99"]) == 1


@pytest.mark.parametrize("value", ["-1", "101", "much"])
def test_a_percentage_is_one(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", "--fail-under", value]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_baseline_must_be_a_run_against_the_same_reference(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "yicheng", "qingzhou", "-o", "other.json"]) == 0
    (repository / "bad.json").write_text("{}", encoding="utf-8")
    for name, told in (
        ("other.json", "different references"),
        ("bad.json", "bad.json"),
        ("no.json", "no.json"),
    ):
        capsys.readouterr()
        assert run(["diff", "province", "plans/county.yaml", "--baseline", name]) == 2
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1
    assert run(["diff", "province", "yicheng", "--baseline", "bad.json", "-o", "bad.json"]) == 2


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(
        ["bash", "-ec", command], env=settings, capture_output=True, encoding="utf-8", check=False
    )


def steps() -> list[dict[str, Any]]:
    return [step for step in WORKFLOW["jobs"]["plans"]["steps"] if step.get("name", "Install") != "Install"]


def test_the_workflow_passes_and_stops_a_lowered_number(repository: Path) -> None:
    def codes() -> list[int]:
        return [shell(step["run"], GITHUB_STEP_SUMMARY="summary.md").returncode for step in steps()]

    assert codes() == [0, 0, 0, 0]
    assert "Nothing changed." in (repository / "summary.md").read_text(encoding="utf-8")
    lower_a_number(repository)
    assert codes() == [0, 1, 0, 0]
    assert LOWERED[1] in (repository / "summary.md").read_text(encoding="utf-8")


def test_the_hooks_pass_and_stop_a_lowered_number(repository: Path) -> None:
    def codes() -> dict[str, int]:
        return {
            hook["id"]: shell(
                hook["entry"] + ("" if hook.get("pass_filenames") is False else " plans/county.yaml")
            ).returncode
            for hook in HOOKS["repos"][0]["hooks"]
            if re.search(hook["files"], "plans/county.yaml")
        }

    assert codes() == {"plancmp-check": 0, "plancmp-baseline": 0}
    lower_a_number(repository)
    assert codes() == {"plancmp-check": 0, "plancmp-baseline": 1}


def test_the_lock_that_the_workflow_installs_is_there() -> None:
    (command,) = (step["run"] for step in WORKFLOW["jobs"]["plans"]["steps"] if step.get("name") == "Install")
    (lock,) = re.findall(r"-r plancmp/(\S+)", command)
    assert (Path(__file__).parents[2] / lock).exists()

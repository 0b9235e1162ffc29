"""How the program is installed and started: the locks, and `python -m plancmp`."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from plancmp.cli.version import VERSION

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNNING = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
DEVELOPING = [
    *RUNNING,
    *(each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra),
    *(each for group in PROJECT["dependency-groups"].values() for each in group),
]


def locked(name: str) -> dict[str, set[str]]:
    """By package the versions in a lock, one for each range of Pythons."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(
        r"^([\w.-]+)==(\S+)", (ROOT / "locks" / name).read_text("utf-8"), re.MULTILINE
    ):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


@pytest.mark.parametrize(("lock", "wanted"), [("run.txt", RUNNING), ("dev.txt", DEVELOPING)])
def test_a_lock_holds_a_version_in_range_of_everything_wanted(lock: str, wanted: list[str]) -> None:
    versions = locked(lock)
    for requirement in map(Requirement, wanted):
        allowed = versions[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in allowed), requirement


def test_what_runs_is_what_was_developed_with() -> None:
    developing = locked("dev.txt")
    assert {name: developing[name] for name in locked("run.txt")} == locked("run.txt")


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_a_lock_proves_every_file_and_names_no_place(lock: str) -> None:
    text = (ROOT / "locks" / lock).read_text("utf-8")
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|^-|file:|--(?:extra-)?index|find-links", text, re.MULTILINE)


def test_the_build_is_locked_as_it_is_required() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


def test_python_runs_the_package_from_any_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "plancmp", "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"plancmp {VERSION}\n"


SKIPPING = """
import pytest
def test_needs_a_program(): pytest.skip("no browser")
def test_needs_to_be_nobody(): pytest.skip("the superuser may write anywhere")
@pytest.mark.xfail
def test_fails(): raise AssertionError
"""


@pytest.mark.parametrize(("ci", "failed", "skipped"), [("true", 1, 1), ("", 0, 2)])
def test_ci_skips_nothing_that_it_can_run(tmp_path: Path, ci: str, failed: int, skipped: int) -> None:
    (tmp_path / "test_it.py").write_text(SKIPPING)
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env={"CI": ci}, capture_output=True, text=True, check=False)
    line = done.stdout.splitlines()[-1]
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", line)}
    assert (counts.get("failed", 0), counts["skipped"], counts["xfailed"]) == (failed, skipped, 1)

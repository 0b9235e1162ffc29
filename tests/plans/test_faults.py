"""Every kind of fault has a bad file under tests/errors that gives just the faults written beside it.

`<kind>.expected` holds one fault a line: `line: path: kind | found | expected`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from plancmp.plans.checks import check_file
from plancmp.plans.faults import Fault, FaultKind, upwards
from plancmp.plans.library import Library
from tests.errors.bad_files import MADE

ERRORS = Path(__file__).parents[1] / "errors"
EXPECTED = sorted(path.stem for path in ERRORS.glob("*.expected"))


def _line(fault: Fault) -> str:
    return f"{fault.line}: {fault.path}: {fault.kind} | {fault.found} | {fault.expected}".rstrip(" |")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_gives_exactly_the_faults_beside_it(name: str, library: Library) -> None:
    path = library.directory / f"{name}.yaml"
    if name in MADE:
        MADE[name](path)
    else:
        shutil.copy(ERRORS / path.name, path)
    found = "".join(f"{_line(fault)}\n" for fault in check_file(path, library))
    assert found == (ERRORS / f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", FaultKind)
def test_every_kind_of_fault_has_a_bad_file(kind: FaultKind) -> None:
    assert kind in EXPECTED
    assert f": {kind}" in (ERRORS / f"{kind}.expected").read_text(encoding="utf-8")
    assert kind in MADE or (ERRORS / f"{kind}.yaml").is_file()


def test_faults_name_the_file_as_it_was_given(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(library.directory)
    assert {fault.file for fault in check_file(Path("broken.yaml"), library)} == {"broken.yaml"}


def test_faults_come_by_line() -> None:
    early = Fault("a.yaml", 2, "title", FaultKind.EMPTY_TEXT)
    late = Fault("a.yaml", 10, "name", FaultKind.EMPTY_TEXT)
    assert sorted([late, early]) == [early, late]


def test_a_path_leads_upwards_to_the_whole_plan() -> None:
    assert list(upwards("programmes[0].measures[1].title")) == [
        "programmes[0].measures[1].title",
        "programmes[0].measures[1]",
        "programmes[0].measures",
        "programmes[0]",
        "programmes",
        "",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.timeout(10)
def test_a_pipe_is_refused_without_waiting_for_it(library: Library) -> None:
    pipe = library.directory / "pipe.yaml"
    os.mkfifo(pipe)
    assert [fault.kind for fault in check_file(pipe, library)] == [FaultKind.NOT_A_FILE]

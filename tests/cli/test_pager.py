"""Long output on a terminal goes through a pager, and nothing else does; at a real terminal with less."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plancmp.cli.pager import page, pager_command
from tests.cli.real_terminal import RealTerminal

ROOT = Path(__file__).parents[2]
LONG = ("show", "yicheng", "--lang", "en")
SHORT = ("list", "--lang", "en")
WITHOUT = {"CI": "", "PLANCMP_PLANS": ""}
needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")


def terminal(*arguments: str, environment: Mapping[str, str] = WITHOUT, lines: int = 20) -> RealTerminal:
    return RealTerminal(arguments, ROOT, lines=lines, environment={**WITHOUT, **environment})


def told(path: Path) -> Mapping[str, str]:
    """A pager that keeps what it is given in a file, and shows nothing."""
    return {"PLANCMP_PAGER": f"tee {path}"}


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAGER", "PLANCMP_PAGER", "LESS", "LESSCHARSET", "CI"):
        monkeypatch.delenv(name, raising=False)


@needs_less
def test_less_shows_the_first_screen_and_the_reader_goes_on_and_leaves() -> None:
    with terminal(*LONG) as run:
        first = run.wait_for("Yicheng")
        assert first.splitlines()[-1].startswith(":")
        assert "城" in first
        run.press("G")
        assert "(END)" in run.wait_for("(END)")
        run.press("q")
        assert run.wait_for_end() == 0
        assert run.echoes


@needs_less
def test_a_reader_who_leaves_at_once_sees_no_error() -> None:
    with terminal("diff", "province", "yicheng", "-f", "json", "--lang", "en") as run:
        run.wait_for("plancmp/diff/1")
        run.press("q")
        assert run.wait_for_end() == 0
        assert "Traceback" not in run.text


@needs_less
def test_an_interrupt_is_the_pagers_and_the_terminal_is_left_as_it_was() -> None:
    with terminal(*LONG) as run:
        run.wait_for("Yicheng")
        run.press("\x03")
        run.wait_for("Yicheng")
        assert run.code is None
        run.press("q")
        assert run.wait_for_end() == 0
        assert run.echoes


@needs_less
def test_a_run_that_is_ended_takes_its_pager_along() -> None:
    with terminal(*LONG) as run:
        run.wait_for("Yicheng")
        run.send(signal.SIGTERM)
        assert run.wait_for_end() in {143, -signal.SIGTERM}


@needs_less
def test_what_fails_still_fails_behind_the_pager() -> None:
    with terminal("diff", "province", "yicheng", "--fail-on", "weakened", "--lang", "en") as run:
        run.wait_for("Reference")
        run.press("q")
        assert run.wait_for_end() == 1


def test_the_pager_gets_the_whole_text_in_colour(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with terminal(*LONG, environment=told(kept)) as run:
        assert run.wait_for_end() == 0
    text = kept.read_text("utf-8")
    assert "\x1b[" in text
    assert text.count("\n") > 100
    assert "强化评估督导" in text


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (SHORT, {}),
        (("--no-pager", *LONG), {}),
        (LONG, {"CI": "true"}),
        (LONG, {"TERM": "dumb"}),
        (("--help",), {}),
    ],
    ids=["short", "--no-pager", "CI", "dumb", "help"],
)
def test_nothing_is_paged_where_nobody_asks_for_it(
    tmp_path: Path, arguments: tuple[str, ...], environment: Mapping[str, str]
) -> None:
    kept = tmp_path / "kept"
    with terminal(*arguments, environment={**told(kept), **environment}) as run:
        assert run.wait_for_end() == 0
        assert run.raw
    assert not kept.exists()


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager -R", "'unclosed"])
def test_without_a_pager_the_text_is_written(pager: str) -> None:
    with terminal(*LONG, environment={"PLANCMP_PAGER": pager}) as run:
        assert run.wait_for_end() == 0
        assert "强化评估督导" in run.raw.decode("utf-8")


def test_a_pipe_is_never_paged(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    environment = {**os.environ, **WITHOUT, **told(kept)}
    done = subprocess.run(
        [sys.executable, "-m", "plancmp", *LONG], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert len(done.stdout.splitlines()) > 100
    assert not kept.exists()


def test_a_file_is_never_paged(tmp_path: Path) -> None:
    kept, file = tmp_path / "kept", tmp_path / "plan.md"
    with terminal(*LONG, "-o", str(file), environment=told(kept)) as run:
        assert run.wait_for_end() == 0
    assert file.exists()
    assert not kept.exists()


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ("less", "-FRX")),
        ({"PAGER": "most"}, ("most",)),
        ({"PAGER": "most", "PLANCMP_PAGER": "less -S"}, ("less", "-S")),
        ({"PAGER": "most", "PLANCMP_PAGER": ""}, ()),
        ({"PAGER": "'"}, ()),
        ({"CI": "1"}, ()),
        ({"TERM": "dumb"}, ()),
    ],
)
def test_the_pager_is_the_environments(environment: Mapping[str, str], command: tuple[str, ...]) -> None:
    assert pager_command(environment) == command


def test_what_only_stands_in_for_a_terminal_is_written_into(capsys: pytest.CaptureFixture[str]) -> None:
    assert not page("line\n" * 1000, sys.stdout, {"PLANCMP_PAGER": "no-such-pager"})
    assert capsys.readouterr().out == ""

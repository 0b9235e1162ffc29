"""A review at a real terminal: every key, an interruption, a narrow window, both languages, and a pipe.

The screens are held in `screens/`; `--rewrite-golden` writes them anew.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plancmp.plans.decisions.model import Decision
from plancmp.plans.decisions.reading import load_decisions

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.cli.real_terminal import RealTerminal

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "tests" / "golden" / "plans"
SCREENS = Path(__file__).with_name("screens")
ARGUMENTS = ("review", "yunhe", "qingxi", "--plans-dir", str(PLANS), "--who", "analyst", "--no-color")
KEYS = "[q]"


def terminal(folder: Path, *more: str, columns: int = 80, lines: int = 40) -> RealTerminal:
    return RealTerminal([*ARGUMENTS, *more], folder, columns=columns, lines=lines)


def kept(folder: Path) -> dict[str, Decision]:
    path = folder / "decisions" / "qingxi.yaml"
    return {entry.item: entry for entry in load_decisions(path).decisions.entries} if path.exists() else {}


def ids(screen: str) -> str:
    """The id of the commitment that a screen shows."""
    return screen.split("\n\n")[1].splitlines()[1].split(" ")[0]


@pytest.mark.parametrize(
    ("language", "columns", "lines"), [("zh", 80, 40), ("en", 80, 40), ("zh", 44, 20), ("en", 44, 20)]
)
def test_the_screen(
    language: str, columns: int, lines: int, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    with terminal(tmp_path, "--lang", language, columns=columns, lines=lines) as shown:
        screen = shown.wait_for(KEYS)
    file = SCREENS / f"{columns}x{lines}.{language}.txt"
    if pytestconfig.getoption("--rewrite-golden"):
        file.write_text(screen, encoding="utf-8")
    assert screen == file.read_text(encoding="utf-8")


def test_every_key_without_enter(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as shown:
        first = ids(shown.wait_for("1 of 12"))
        shown.press("y")
        second = ids(shown.wait_for("2 of 12"))
        assert set(kept(tmp_path)) == {first}  # kept before the next key
        shown.press("o")
        third = ids(shown.wait_for("3 of 12"))
        shown.press("b")
        assert "You decided" in shown.wait_for("2 of 12")
        shown.press("u")
        shown.wait_for("2 of 12")
        assert second not in kept(tmp_path)
        shown.press("s")
        shown.wait_for("3 of 12")
        shown.press("/")
        shown.wait_for("Words to look for")
        shown.press("养老服务\r")
        shown.wait_for("A digit chooses")
        shown.press("1")
        shown.wait_for("Chosen passage")
        shown.press("n")
        shown.wait_for("Note (Enter")
        shown.press("再议\r")
        shown.wait_for("Note: 再议")
        shown.press("w")
        shown.wait_for("Esc goes back")
        shown.press("16\r")
        shown.wait_for("4 of 12")
        shown.press("x")
        shown.wait_for("no such key")
        shown.press("q")
        assert shown.wait_for_end() == 0
        assert "3 verdicts decided, kept in decisions/qingxi.yaml" in shown.text
    decided = kept(tmp_path)
    assert set(decided) == {first, third}
    assert decided[first].verdict == decided[first].computed
    weakened = decided[third]
    assert (weakened.verdict, weakened.note, weakened.by) == ("weakened", "再议", "analyst")
    assert {"partial_match", "made_conditional"} & set(weakened.reasons)
    assert "养老服务" in weakened.quotes[0].text


def test_a_passage_of_the_list(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "zh") as shown:
        shown.wait_for(KEYS)
        shown.press("p1")
        shown.wait_for("已选依据")
        shown.press("a")
        shown.wait_for("第 2/")
    (entry,) = kept(tmp_path).values()
    assert (entry.verdict, entry.computed) == ("adopted", "weakened")
    assert [quote.text for quote in entry.quotes] == ["推动技改投资增长"]


def test_what_nothing_carries_needs_a_passage_first(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "zh", "--only", "omitted") as shown:
        shown.wait_for(KEYS)
        shown.press("a")
        shown.wait_for("尚无依据")
        shown.press("/并无此语\r")
        shown.wait_for("方案中没有同时含有")
        shown.press("/养老\r")
        shown.wait_for("按数字选取")
        shown.press("1a")
        shown.wait_for("第 2/")
    (entry,) = kept(tmp_path).values()
    assert (entry.verdict, entry.computed) == ("adopted", "omitted")


@pytest.mark.parametrize("way", ["key", "signal"])
def test_an_interruption_loses_no_decision_and_leaves_the_terminal_as_it_was(
    way: str, tmp_path: Path
) -> None:
    with terminal(tmp_path, "--lang", "en") as shown:
        shown.wait_for("1 of 12")
        shown.press("y")
        shown.wait_for("2 of 12")
        if way == "key":
            shown.press("\x03")
        else:
            shown.send(signal.SIGINT)
        assert shown.wait_for_end() == 130
        assert "Traceback" not in shown.text
        assert "1 verdict decided" in shown.text
        assert shown.echoes
    assert len(kept(tmp_path)) == 1


def test_the_window_may_change_while_a_person_reads(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as shown:
        shown.wait_for(KEYS)
        shown.resize(40, 18)
        shown.press("x")
        narrow = shown.wait_for("no such key")
        assert max(len(line) for line in narrow.splitlines()) <= 40


def test_the_end_of_the_input_is_the_end_of_the_review(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as shown:
        shown.wait_for(KEYS)
        shown.press("\x04")
        assert shown.wait_for_end() == 0


def test_colour_and_hostile_text_are_told_apart(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    text = (
        (PLANS / "qingxi.yaml")
        .read_text("utf-8")
        .replace("id: qingxi", "id: other")
        .replace("name: 清溪县", "name: 别县")
    )
    (plans / "other.yaml").write_text(text.replace("养老服务", "[red]养老服务[/red]"), "utf-8")
    arguments = [
        "review",
        "yunhe",
        "other",
        "--plans-dir",
        str(PLANS),
        "--plans-dir",
        str(plans),
        "--lang",
        "en",
    ]
    with RealTerminal(arguments, tmp_path) as shown:
        shown.wait_for(KEYS)
        assert b"\x1b[1m" in shown.raw or b"\x1b[1;" in shown.raw
        shown.press("/")
        shown.wait_for("Words to look for")
        shown.press("养老服务\r")
        assert "[red]养老服务[/red]" in shown.wait_for("A digit chooses")


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("in the way", "utf-8")
    with terminal(tmp_path, "--lang", "en", "--decisions", "decisions/deeper") as shown:
        shown.wait_for(KEYS)
        shown.press("y")
        assert shown.wait_for_end() == 2
        assert "Traceback" not in shown.text
        assert "qingxi.yaml" in shown.text


@pytest.mark.parametrize(("language", "words"), [("en", "this is no terminal"), ("zh", "不用终端时")])
def test_a_pipe_is_told_the_ways_that_need_no_terminal(language: str, words: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plancmp", *ARGUMENTS, "--lang", language],
        cwd=tmp_path,
        input="y",
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert all(way in done.stderr for way in ("--list", "-o ledger.xlsx", "--from FILE"))

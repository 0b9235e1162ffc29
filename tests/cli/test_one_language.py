"""One language at a time: help, errors and reports hold no sentence of the other language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from typer.main import get_command

from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.language import Language
from plancmp.cli.main import COMMANDS, make_app, run
from plancmp.cli.messages import CATALOGUE
from plancmp.cli.messages.help import COMMANDS as DESCRIBED
from plancmp.cli.messages.help import NAMES, in_chinese
from tests.cli.conftest import Outcome

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
GOLD = [str(ROOT / "tests/gold" / name) for name in ("measures-dev.json", "commitments.json")]
OUTPUTS = (
    ("diff", "province", "binzhou", "-v"),
    ("diff", "province", "liaocheng", "--only", "omitted"),
    ("coverage",),
    ("coverage", "--by", "programme"),
    ("coverage", "--by", "commitment"),
    ("peers", "qingzhou"),
    ("changes", "qingzhou", "yicheng"),
    ("coverage", "--reference", "yicheng"),
    ("report", "yicheng"),
    ("report", "binzhou", "qingzhou"),
    ("explain", "province", "yicheng", "6.5"),
    ("show", "province"),
    ("list",),
    ("check",),
    ("targets", "--all"),
    ("evaluate", *GOLD, "-v"),
    ("encode", str(ROOT / "plans/sources/yicheng.txt"), "--dry-run"),
)
USAGE_ERRORS = (
    ("diff",),
    ("dif", "province", "yicheng"),
    ("coverage", "--foo"),
    ("diff", "province", "yicheng", "--onl"),
    ("diff", "province", "yicheng", "qingzhou"),
    ("coverage", "--jobs", "x"),
    ("coverage", "--jobs", "0"),
    ("coverage", "--by", "foo"),
    ("coverage", "--strict=1"),
    ("list", "--format"),
    ("list", "--plans-dir", "/does/not/exist"),
    ("list", "-o", "/does/not/exist/plans.csv"),
    ("evaluate", str(ROOT / "README.md")),
    ("diff", "province", "yicheng", "--only", "strong"),
)
# Commands, files and names of ids stay as they are typed; three words in a row are no name.
ENGLISH_SENTENCE = re.compile(r"\b[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}")
CHINESE_SENTENCE = re.compile("[\u4e00-\u9fff][，。；：]")
QUOTED = re.compile(r"「[^」]*」|《[^》]*》", re.DOTALL)


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line on the plans of the package."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "PLANCMP_PLANS"):
        monkeypatch.delenv(variable, raising=False)

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


def english_in(text: str) -> list[str]:
    typed = re.sub(r"plancmp (?:[A-Za-z-]+ ?)+", "", text)
    return ENGLISH_SENTENCE.findall(typed)


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_no_chinese_output_holds_an_english_sentence(shipped: Run, arguments: tuple[str, ...]) -> None:
    outcome = shipped(*arguments, "--lang", "zh")
    assert outcome.code == 0
    assert not english_in(outcome.out + outcome.err)


@pytest.mark.parametrize(
    "arguments", [("coverage",), ("targets",), ("evaluate", *GOLD), ("list",), ("check",)], ids=" ".join
)
def test_no_english_output_holds_a_chinese_sentence(shipped: Run, arguments: tuple[str, ...]) -> None:
    outcome = shipped(*arguments, "--lang", "en")
    assert outcome.code == 0
    assert not CHINESE_SENTENCE.findall(QUOTED.sub("", outcome.out + outcome.err))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_where_the_locale_is(
    plancmp: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    text = plancmp(*filter(None, [command]), "--help").out
    assert re.match(r"用法：plancmp[^{}]*$", text.splitlines()[0])
    assert "\n示例：\n    plancmp " in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    assert not english_in(text)
    assert not re.search(
        r"\b[A-Z]{4,}\b", re.sub("PLANCMP_PLANS|PLANCMP_PAGER|PAGER|YAML|JSON|NO_COLOR", "", text)
    )


@pytest.mark.parametrize("arguments", [("--lang", "zh", "--help"), ("--help", "--lang=zh")])
def test_help_is_chinese_where_lang_says_so(plancmp: Run, arguments: tuple[str, ...]) -> None:
    assert plancmp("diff", *arguments).out.startswith("用法：plancmp diff")
    assert plancmp(*arguments).out.startswith("用法：plancmp [选项]")
    assert plancmp("diff", "--help", "--lang", "en").out.startswith("Usage: plancmp diff")


def test_lang_counts_before_a_command_too(plancmp: Run) -> None:
    assert plancmp("--lang", "en", "list").out == plancmp("list", "--lang", "en").out
    assert plancmp("--lang", "en", "list", "--lang", "zh").out == plancmp("list", "--lang", "zh").out


def test_every_metavar_and_command_has_a_chinese_name() -> None:
    program = get_command(make_app([], Language.CHINESE))
    assert set(DESCRIBED) == {"plancmp", *COMMANDS}
    commands = program.commands  # type: ignore[attr-defined]
    metavars = {option.metavar for each in commands.values() for option in each.params if option.metavar}
    assert metavars == set(NAMES)


@pytest.mark.parametrize("arguments", USAGE_ERRORS, ids=" ".join)
def test_an_error_is_one_line_of_chinese(plancmp: Run, arguments: tuple[str, ...]) -> None:
    outcome = plancmp(*arguments, "--lang", "zh")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert not english_in(outcome.err.replace("/does/not/exist", ""))
    assert "'" not in outcome.err


def test_an_error_of_the_parser_that_is_not_known_is_told_as_it_is() -> None:
    from plancmp.cli.messages.usage import in_chinese as usage_in_chinese

    assert usage_in_chinese("Something new went wrong") == "Something new went wrong"
    assert usage_in_chinese("Invalid value for '--jobs': odd") == "--jobs 取值有误：odd"


@pytest.mark.parametrize("verdict", Verdict)
def test_filters_take_chinese_names(shipped: Run, verdict: Verdict) -> None:
    asked = ("diff", "province", "yicheng", "-f", "csv", "--only")
    chinese = CATALOGUE[f"verdict.{verdict}"][0]
    assert shipped(*asked, chinese).out == shipped(*asked, verdict).out


def test_reasons_and_fail_on_take_chinese_names(shipped: Run) -> None:
    asked = ("diff", "province", "yicheng", "-f", "csv", "--reason")
    assert shipped(*asked, "目标降低").out == shipped(*asked, Reason.TARGET_LOWERED).out
    for name in ("缺失", "omitted"):
        assert shipped("diff", "province", "yicheng", "--fail-on", name, "--measure", "4.1").code == 0
    for name in ("弱化", "weakened"):
        assert shipped("diff", "province", "yicheng", "--fail-on", name, "--measure", "6.5").code == 1
    assert shipped("diff", "province", "yicheng", "--fail-on", "采纳").code == 2


def test_examples_in_chinese_help_filter_by_chinese_names() -> None:
    assert in_chinese("plancmp diff a b --only weakened") == "plancmp diff a b --only 弱化"


def test_witnesses_are_called_by_their_names(shipped: Run) -> None:
    for command in (("show", "province", "1.2"), ("explain", "province", "yicheng", "1.2")):
        text = shipped(*command, "--lang", "zh").out
        assert "滨州市 1.2" in text
        assert "binzhou" not in text


@pytest.mark.parametrize(
    "arguments",
    [("diff", "province", "binzhou"), ("coverage",), ("report", "yicheng"), ("check",)],
    ids=" ".join,
)
def test_a_witness_is_explained_where_it_is_first_named(shipped: Run, arguments: tuple[str, ...]) -> None:
    text = shipped(*arguments, "--lang", "zh").out.replace("\n", "").replace(" ", "")
    assert re.match("见证(?:（|，即)转述", text[text.index("见证") :])

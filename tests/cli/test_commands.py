"""The other commands, and what all of them share."""

from __future__ import annotations

import csv
import importlib
import io
import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from plancmp.cli.version import VERSION

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMANDS = (
    "diff",
    "coverage",
    "report",
    "list",
    "show",
    "check",
    "encode",
    "explain",
    "targets",
    "evaluate",
    "consult",
    "commitments",
)
MODULES = (
    "diff",
    "coverage",
    "report",
    "list",
    "show",
    "check",
    "encode",
    "explain",
    "targets",
    "evaluate",
    "consult",
    "commitments",
)
SOURCES = Path(__file__).parents[2] / "plans" / "sources"
SHIPPED = SOURCES.parent


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), *((name, "-h") for name in COMMANDS)])
def test_help_fits_80_columns_and_ends_well(plancmp: Run, arguments: tuple[str, ...]) -> None:
    outcome = plancmp(*arguments, "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert all(cell_len(line) <= 80 for line in outcome.out.splitlines())
    assert "Examples:\n    plancmp " in outcome.out


def test_help_names_every_command_in_one_whole_sentence(plancmp: Run) -> None:
    text = plancmp("--lang", "en").out.partition("Commands:")[2]
    for name in COMMANDS:
        assert f"\n  {name}" in text
    assert "..." not in text


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_help_are_commands_that_parse(module: str) -> None:
    from typer.main import get_command

    from plancmp.cli.main import make_app

    for example in importlib.import_module(f"plancmp.cli.commands.{module}").EXAMPLES:
        program, name, *arguments = shlex.split(example)
        assert program == "plancmp"
        command = get_command(make_app([name])).commands[name]  # type: ignore[attr-defined]
        command.make_context(name, arguments, resilient_parsing=False)


def test_version(plancmp: Run) -> None:
    assert plancmp("--version").out == f"plancmp {VERSION}\n"


def test_an_interrupted_run_ends_with_130(plancmp: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("plancmp.plans.library.Library.paths", interrupt)
    outcome = plancmp("list")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_shell_completion_offers_plan_ids_of_every_folder(plans: Path) -> None:
    (plans / "yizhou.yaml").touch()
    code = "from plancmp.cli.main import make_app; make_app([])(prog_name='plancmp')"
    environment = {
        "_PLANCMP_COMPLETE": "complete_bash",
        "COMP_WORDS": "plancmp show y",
        "COMP_CWORD": "2",
        "PLANCMP_PLANS": str(plans),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["yicheng", "yizhou"]


def test_help_loads_nothing_that_only_the_work_needs() -> None:
    code = (
        "import sys; from plancmp.cli.main import run; run(['--help']);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "plancmp.cli.commands.diff" in loaded
    unwanted = {
        "yaml",
        "rapidfuzz",
        "rich.table",
        "rich.console",
        "tabulate",
        "pydantic",
        "plancmp.plans.model",
    }
    assert not loaded & unwanted


def test_list_tells_what_each_plan_holds(plancmp: Run) -> None:
    lines = plancmp("list").out.splitlines()
    assert lines[0].split() == ["标识", "名称", "文号", "印发日期", "工程", "措施", "承诺", "见证", "文本"]
    assert lines[1].split() == [
        "shandong",
        "山东省",
        "鲁政字〔2023〕209号",
        "2023-11-11",
        "2",
        "3",
        "1",
        "1",
        "重构",
    ]
    assert lines[2].split() == [
        "yicheng",
        "峄城区",
        "峄政字〔2024〕11号",
        "2024-12-31",
        "1",
        "2",
        "-",
        "-",
        "原文",
    ]
    assert {cell_len(line) for line in lines} == {cell_len(lines[0])}
    assert all(cell_len(line) <= 80 for line in plancmp("list", "--lang", "en").out.splitlines())


def test_list_says_the_same_in_every_format(plancmp: Run) -> None:
    plans = json.loads(plancmp("list", "-f", "json").out)["plans"]
    rows = list(csv.DictReader(io.StringIO(plancmp("list", "-f", "csv", "--lang", "en").out)))
    assert [plan["id"] for plan in plans] == [row["Id"] for row in rows] == ["shandong", "yicheng"]
    assert plans[0] == {
        "id": "shandong",
        "name": "山东省",
        "document_number": "鲁政字〔2023〕209号",
        "issued": "2023-11-11",
        "programmes": 2,
        "measures": 3,
        "commitments": 1,
        "witnesses": 1,
        "basis": "reconstructed",
    }
    assert rows[1]["Comm"] == ""
    assert "| yicheng" in plancmp("list", "-f", "markdown").out


def test_one_faulty_file_does_not_hide_the_other_plans(plancmp: Run, plans: Path) -> None:
    (plans / "broken.yaml").write_text("id: [", encoding="utf-8")
    outcome = plancmp("list")
    assert outcome.code == 2
    assert "shandong" in outcome.out
    assert "broken.yaml:1: YAML 语法错误" in outcome.err


def test_show_gives_text_and_agencies_of_a_plan(plancmp: Run) -> None:
    text = plancmp("show", "峄城区").out
    assert (
        "《枣庄市贯彻落实〈山东省县域经济高质量发展三年行动方案(2023−2025年)〉的工作方案》"
        in text.replace("\n          ", "")
    )
    assert "1.1  培育优势产业集群" in text
    assert "     牵头单位  区发改局" in text
    assert "     责任单位  区工信局、区科技局" in text


def test_show_gives_commitments_and_witnesses_of_a_reference(plancmp: Run) -> None:
    text = plancmp("show", "province", "1.2").out
    assert "1.2  推动传统产业技改升级  [标题系推定]" in text
    assert "1.2.1  技改投资年均增长6%以上" in text
    assert "目标：技改投资年均增长 6%以上（峄城区 6%以上）" in text
    assert "峄城区 1.2  「力争技改投资年均增长6%以上」" in text
    assert "其余见证待补" in text
    assert "培育优势产业集群" not in text


def test_show_says_the_same_in_every_format(plancmp: Run) -> None:
    measure = json.loads(plancmp("show", "yicheng", "1.2", "-f", "json").out)["programmes"][0]["measures"]
    (row,) = csv.DictReader(io.StringIO(plancmp("show", "yicheng", "1.2", "-f", "csv").out))
    markdown = plancmp("show", "yicheng", "1.2", "-f", "markdown").out
    assert [item["id"] for item in measure] == ["1.2"]
    assert measure[0]["text"] == row["正文"] == "引导企业加大技改投资力度,力争技改投资年均增长6%以上。"
    assert measure[0]["text"] in markdown
    assert "- **责任单位**：区工信局" in markdown
    (row,) = csv.DictReader(io.StringIO(plancmp("show", "province", "1.2", "-f", "csv").out))
    assert row["见证"] == "yicheng 1.2 力争技改投资年均增长6%以上"
    assert "  - **峄城区 1.2**：「力争" in plancmp("show", "province", "1.2", "-f", "markdown").out


def test_show_of_a_measure_that_is_not_there_names_those_that_are(plancmp: Run) -> None:
    outcome = plancmp("show", "yicheng", "2.2", "--lang", "en")
    assert outcome.code == 2
    assert outcome.err == "plancmp: 峄城区 has no measure 2.2; did you mean 1.2 or 1.1?\n"


def test_check_of_sound_plans_is_one_line_with_counts(plancmp: Run, plans: Path) -> None:
    outcome = plancmp("check", "yicheng")
    assert outcome.code == 0
    assert (
        outcome.out
        == "未发现问题：1 个方案，2 条措施，0 项承诺，0 处见证（转述参照承诺的其他文件中的原句）。\n"
    )


def test_check_tells_every_fault_with_file_line_and_path(plancmp: Run, plans: Path) -> None:
    path = plans / "yicheng.yaml"
    text = path.read_text(encoding="utf-8").replace('issued: "2024-12-31"', "issued: 2024-12-31")
    path.write_text(
        text.replace('id: "1.2"', "id: 1.20").replace("level", "levle") + "pages: 3\n", encoding="utf-8"
    )
    outcome = plancmp("check", "yicheng", "--lang", "en")
    assert outcome.code == 1
    first, *_, last = outcome.out.splitlines()
    assert first == f'{path}:6: issued: without quotes this is the date 2024-12-31; write "2024-12-31"'
    assert "programmes[0].measures[1].id: without quotes this is the number 1.20 → 1.2" in outcome.out
    assert "pages: there is no key 'pages'" in outcome.out
    assert last == "3 faults in 1 file."
    faults = json.loads(plancmp("check", "yicheng", "-f", "json").out)["faults"]
    assert [fault["kind"] for fault in faults] == ["unquoted_date", "unquoted_number", "unknown_key"]
    assert faults[0]["line"] == 6


def test_check_without_names_checks_all_plans(plancmp: Run) -> None:
    outcome = plancmp("check")
    assert outcome.code == 1
    assert "shandong.yaml" in outcome.out


def test_encode_writes_a_plan_that_reads_back_and_reports_what_was_left_out(
    plancmp: Run, tmp_path: Path
) -> None:
    target = tmp_path / "binzhou.yaml"
    arguments = ("--id", "binzhou", "--alias", "滨州", "--level", "prefecture")
    outcome = plancmp("encode", str(SOURCES / "binzhou.txt"), *arguments, "-o", str(target))
    assert (outcome.code, outcome.out) == (0, "")
    assert "文号：滨政字〔2024〕4号（第 10 行）" in outcome.err
    assert "共 7 个工程、30 条措施" in outcome.err
    assert "网页导航" in outcome.err
    assert plancmp("encode", str(SOURCES / "binzhou.txt"), *arguments).out == target.read_text(
        encoding="utf-8"
    )
    assert json.loads(plancmp("show", str(target), "-f", "json").out)["aliases"] == ["滨州"]


def test_encode_of_what_is_no_plan_names_the_file_and_writes_nothing(plancmp: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.yaml"
    source = SOURCES / "shandong-briefing.txt"
    outcome = plancmp("encode", str(source), "--id", "briefing", "-o", str(target))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"plancmp：{source}")
    assert outcome.err.count("\n") == 1
    assert not target.exists()


def test_encode_of_a_missing_file_says_so(plancmp: Run, tmp_path: Path) -> None:
    outcome = plancmp("encode", str(tmp_path / "no.txt"), "--id", "x", "--lang", "en")
    assert (outcome.code, outcome.err) == (
        2,
        f"plancmp: {tmp_path / 'no.txt'}: there is no such file\n",
    )


def test_show_gives_the_sections_outside_the_measures_and_one_of_them(plancmp: Run) -> None:
    whole = plancmp("show", "qingzhou", "--plans-dir", str(SHIPPED), "--lang", "zh").out
    assert "措施以外的部分" in whole
    assert "S2  主要目标  [总体要求和目标]" in whole
    one = plancmp("show", "qingzhou", "S3", "--plans-dir", str(SHIPPED), "--lang", "zh").out
    assert "牵头单位  市工业和信息化局" in one
    assert "主要目标" not in one
    missing = plancmp("show", "qingzhou", "S9", "--plans-dir", str(SHIPPED), "--lang", "en")
    assert missing.code == 2
    assert "did you mean S6 or S5 or S4?" in missing.err

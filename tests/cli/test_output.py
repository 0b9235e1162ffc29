"""Output: written whole or not at all, colour only where it is wanted, streams that carry Chinese."""

from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancmp.cli.errors import OutputError
from plancmp.cli.output import line_width, wants_colour, write_output
from plancmp.cli.render import Format, ReportFormat, settle_format

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMAND = [sys.executable, "-c", "import sys; from plancmp.cli.main import run; sys.exit(run())"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write_output("新的\n", target)
    assert target.read_text(encoding="utf-8") == "新的\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may give files away")
def test_a_file_that_is_replaced_keeps_its_owner_and_is_not_run_as_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.touch()
    os.chown(target, 1234, 2345)
    target.chmod(0o6755)
    write_output("new", target)
    found = target.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 2345, 0o755)


@pytest.mark.parametrize("length", [246, 255])
def test_a_file_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path, length: int) -> None:
    target = tmp_path / ("a" * length)
    for text in ("old\n", "new\n"):
        write_output(text, target)
        assert target.read_text(encoding="utf-8") == text


def test_a_new_file_has_the_mode_any_program_would_give_it(tmp_path: Path) -> None:
    write_output("x", tmp_path / "out.txt")
    (tmp_path / "other").touch()
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace"])
def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(failing, fail)
    with pytest.raises(OutputError, match="No space left"):
        write_output("new", target)
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_output("x", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x\n"


def test_a_device_is_written_into_and_not_replaced() -> None:
    before = Path(os.devnull).stat().st_ino
    write_output("x", Path(os.devnull))
    assert Path(os.devnull).stat().st_ino == before


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o444)
    with pytest.raises(OutputError):
        write_output("new", target)
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("place", ["missing/out.txt", "."])
def test_a_file_that_cannot_be_written_is_one_line_and_exit_2(
    plancmp: Run, tmp_path: Path, place: str
) -> None:
    outcome = plancmp("list", "-o", str(tmp_path / place))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"plancmp：无法写入 {tmp_path / place}：")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": ""}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    assert wants_colour(Terminal() if terminal else io.StringIO(), environment) is coloured


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("20", 50), ("", 80)])
def test_the_width_is_the_terminals_and_80_without_one(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.__stdout__", io.StringIO())
    assert line_width() == width


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "utf-8"])
def test_a_pipe_carries_utf8_whatever_the_locale(plans: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PATH": os.environ["PATH"]}
    command = [*COMMAND, "list", "--plans-dir", str(plans), "--lang", "zh"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "鲁政字〔2023〕209号" in done.stdout.decode("utf-8")
    done = subprocess.run([*COMMAND, "show", "无此方案"], capture_output=True, env=environment, check=False)
    assert (done.returncode, "无此方案" in done.stderr.decode("utf-8")) == (2, True)


def test_a_terminal_that_lacks_chinese_does_not_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    from plancmp.cli.output import prepare_streams

    class Tty(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Tty(written, encoding="ascii"))
    prepare_streams()
    write_output("采纳", None)
    assert written.getvalue() == b"\\u91c7\\u7eb3\n"


@pytest.mark.parametrize("arguments", [["--help"], ["show", "yicheng"]])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run([*COMMAND, *arguments], stdout=write, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("arguments", ["list", "--help", "--version", "encode plans/sources/qingzhou.txt"])
@pytest.mark.parametrize("stream", ["&-", "/dev/full"])
def test_standard_output_that_cannot_be_written_is_one_line_and_exit_2(arguments: str, stream: str) -> None:
    code, err = in_shell(f'"$@" {arguments} >{stream}')
    assert code == 2
    assert err.startswith("plancmp: cannot write /dev/stdout: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("streams", [">&- 2>&- <&-", "2>&-", "2>/dev/full", ">/dev/full 2>/dev/full"])
def test_an_error_line_that_cannot_be_written_leaves_the_exit_code(streams: str) -> None:
    assert in_shell(f'"$@" show nowhere {streams}') == (2, "")


def test_a_file_is_written_though_standard_output_is_closed(tmp_path: Path) -> None:
    assert in_shell(f'"$@" list -o {tmp_path}/out.txt >&-') == (0, "")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").count("\n") > 3


def test_a_working_folder_that_is_gone_matters_only_to_what_lies_in_it(tmp_path: Path) -> None:
    gone = f'cd {tmp_path} && mkdir gone && cd gone && rmdir ../gone && "$@"'
    assert in_shell(f"{gone} list -o {tmp_path}/out.txt") == (0, "")
    code, err = in_shell(f"{gone} list -o out.txt")
    assert (code, err) == (2, "plancmp: cannot write out.txt: No such file or directory\n")


def in_shell(script: str) -> tuple[int, str]:
    """The exit code of a shell line in which "$@" is plancmp, and what it said on standard error."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "plancmp"]
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False
    )
    return done.returncode, done.stderr.decode()


def test_a_pipe_named_as_the_file_is_written_into() -> None:
    command = "import sys; from pathlib import Path; from plancmp.cli.output import write_output; "
    command += "write_output(b'PK', Path('/dev/stdout'))"
    assert subprocess.run([sys.executable, "-c", command], capture_output=True, check=True).stdout == b"PK"


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        ("diff province yicheng", "a.csv", "工程序号,"),
        ("diff province yicheng", "a.MD", "# "),
        ("diff province yicheng", "a.json", "{"),
        ("diff province yicheng", "a.txt", "参照  "),
        ("diff province yicheng", "yicheng-6.5", "参照  "),
        ("diff province yicheng -f csv-bom", "a.csv", "\ufeff工程序号,"),
        ("list", "plans.json", "{"),
        ("report yicheng", "a.html", "<!DOCTYPE html>"),
        ("report yicheng", "a.csv", "方案标识,"),
        ("report yicheng", "a.txt", "峄城区对照山东省差距报告\n"),
        ("report yicheng", "a", "# "),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    plancmp: Run, tmp_path: Path, command: str, name: str, begins: str
) -> None:
    assert plancmp(*command.split(), "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_workbook_is_asked_for_by_its_ending(plancmp: Run, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    assert plancmp("report", "yicheng", "-o", str(tmp_path / "a.xlsx")).code == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("command", "name", "said"),
    [
        (
            "diff province yicheng",
            "a.odt",
            "的后缀不是本命令的输出格式；可用 .txt 或 .md 或 .html 或 .csv 或 .json 或 .docx",
        ),
        (
            "diff province yicheng",
            "a.xlsx",
            "的后缀不是本命令的输出格式；可用 .txt 或 .md 或 .html 或 .csv 或 .json 或 .docx",
        ),
        (
            "report yicheng",
            "a.odt",
            "的后缀不是本命令的输出格式；可用 .txt 或 .md 或 .html 或 .docx 或 .xlsx 或 .json 或 .csv",
        ),
        ("diff province yicheng -f csv", "a.json", "的后缀与 --format csv 不符；应为 .csv，或去掉 --format"),
        (
            "report yicheng -f html",
            "a.dat",
            "的后缀与 --format html 不符；应为 .html 或 .htm，或去掉 --format",
        ),
    ],
)
def test_an_ending_that_does_not_fit_is_refused_in_one_line(
    plancmp: Run, tmp_path: Path, command: str, name: str, said: str
) -> None:
    outcome = plancmp(*command.split(), "-o", str(tmp_path / name))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"plancmp：{tmp_path / name} {said}\n"
    assert not list(tmp_path.glob("a.*"))


@pytest.mark.parametrize("each", [*Format])
def test_every_format_has_its_ending(each: Format) -> None:
    default = next(other for other in Format if other is not each)
    ending = {"csv-bom": ".csv", "markdown": ".md", "table": ".txt"}.get(each, f".{each}")
    assert settle_format(each, Path(f"a{ending}"), default) is each


@pytest.mark.parametrize("each", [*ReportFormat])
def test_every_format_of_reports_has_its_ending(each: ReportFormat) -> None:
    default = next(other for other in ReportFormat if other is not each)
    ending = {"csv-bom": ".csv", "markdown": ".md", "table": ".txt"}.get(each, f".{each}")
    assert settle_format(each, Path(f"a{ending}"), default) is each


@pytest.mark.parametrize("command", ["diff province yicheng", "report yicheng", "list", "check"])
def test_a_dash_is_standard_output(
    plancmp: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = plancmp(*command.split())
    assert plancmp(*command.split(), "-o", "-").out == plain.out != ""
    assert not (tmp_path / "-").exists()

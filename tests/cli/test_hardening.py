"""What the user sees of every fault of files, terminals and processes, and that nothing is lost or half-written."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.plans.documents import SOURCES, read_source

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMAND = [sys.executable, "-c", "import sys; from plancmp.cli.main import run; sys.exit(run())"]
QINGZHOU = str(SOURCES / "qingzhou.txt")
NOBODY = 65534


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes an input that is no ordinary file."""

    def make(kind: str) -> Path:
        path = tmp_path / "odd.yaml"
        makers: dict[str, Callable[[], object]] = {
            "missing": lambda: None,
            "directory": path.mkdir,
            "pipe": lambda: os.mkfifo(path),
            "loop": lambda: path.symlink_to(path),
            "dangling link": lambda: path.symlink_to(tmp_path / "nowhere"),
            "device": lambda: path.symlink_to("/dev/zero"),
            "socket": lambda: socket.socket(socket.AF_UNIX).bind(str(path)),
            "long name": lambda: None,
        }
        makers[kind]()
        return path.with_name("a" * 300 + ".yaml") if kind == "long name" else path

    yield make


KINDS = ("missing", "directory", "pipe", "loop", "dangling link", "device", "socket", "long name")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["encode", "show", "diff"])
def test_an_input_that_is_no_file_is_one_line_and_exit_2(
    plancmp: Run, odd: Callable[[str], Path], kind: str, command: str
) -> None:
    arguments = ("diff", "province") if command == "diff" else (command,)
    path = odd(kind)
    outcome = plancmp(*arguments, str(path))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert path.name in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.timeout(20)
@pytest.mark.parametrize("kind", KINDS)
def test_check_tells_of_an_input_that_is_no_file_and_goes_on(
    plancmp: Run, plans: Path, odd: Callable[[str], Path], kind: str
) -> None:
    path = odd(kind)
    outcome = plancmp("check", str(path), "yicheng", "-f", "csv", "--lang", "en")
    assert (outcome.code, outcome.err) == (1, "")
    assert [line.split(",")[0] for line in outcome.out.splitlines()[1:]] == [str(path)]


def test_a_file_that_vanishes_while_the_folder_is_read_is_a_fault_of_that_file(
    plancmp: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plancmp.plans.library import Library

    paths = Library.paths

    def paths_of_before(library: Library) -> tuple[Path, ...]:
        return (*paths(library), plans / "vanished.yaml")

    monkeypatch.setattr(Library, "paths", paths_of_before)
    outcome = plancmp("check", "--lang", "en")
    assert outcome.code == 1
    assert f"{plans / 'vanished.yaml'}:1: there is no such file" in outcome.out


@pytest.mark.parametrize(
    "name", ["../outside", "..", "/etc/passwd", "a/../../outside", "sources/../../outside"]
)
def test_a_name_leads_out_of_the_folder_only_as_a_path_that_the_user_typed(
    plancmp: Run, plans: Path, name: str
) -> None:
    (plans.parent / "outside.yaml").write_text("schema: plancmp/plan/1\n", encoding="utf-8")
    outcome = plancmp("show", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert "schema" not in outcome.err


@pytest.mark.parametrize("measure", ["9" * 5000, "9" * 5000 + "." + "9" * 5000, "1." * 5000, "９" * 5000])
def test_a_measure_of_thousands_of_digits_is_one_short_line(plancmp: Run, measure: str) -> None:
    outcome = plancmp("show", "yicheng", measure, "--lang", "en")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "has no measure" in outcome.err
    assert len(outcome.err) < 250


@pytest.mark.parametrize("plan_id", ["../outside", "/tmp/x", "a b", "A", "", ".", "a\x1b[2J"])
def test_an_id_that_could_be_a_path_is_refused(plancmp: Run, tmp_path: Path, plan_id: str) -> None:
    outcome = plancmp("encode", QINGZHOU, "--id", plan_id, "-o", str(tmp_path / "out.yaml"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "--id" in outcome.err
    assert "\x1b" not in outcome.err
    assert list(tmp_path.glob("out*")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments", [("list",), ("encode", QINGZHOU), ("encode", QINGZHOU, "-o", "/dev/full")]
)
def test_a_full_disk_is_one_line_and_exit_2(arguments: tuple[str, ...]) -> None:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().endswith(": No space left on device\n")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_goes_away_is_no_error_of_encode() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*COMMAND, "encode", QINGZHOU], stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, with a plan in it; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        copied = folder / "shandong.yaml"
        copied.write_bytes((SOURCES.parent / "shandong.yaml").read_bytes())
        copied.chmod(0o644)
        yield folder


def test_a_read_only_folder_is_one_line_and_nothing_changes(open_folder: Path) -> None:
    folder = open_folder / "closed"
    folder.mkdir()
    target = folder / "out.txt"
    target.write_text("old", encoding="utf-8")
    folder.chmod(0o555)
    # The superuser may write anywhere and becomes nobody, once a first run has loaded all that nobody may not.
    code = (
        "import os, sys; from plancmp.cli.main import run;"
        f"arguments = ['show', 'shandong', '1.1', '--lang', 'en', '-o']; run([*arguments, '{os.devnull}']);"
        f"os.geteuid() or os.setuid({NOBODY}); sys.exit(run([*arguments, {str(target)!r}]))"
    )
    environment = {**os.environ, "PLANCMP_PLANS": str(open_folder)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )
    folder.chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert done.stderr == f"plancmp: cannot write {target}: Permission denied\n"
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in folder.iterdir()] == ["out.txt"]


def test_ctrl_c_while_writing_keeps_the_old_file_and_ends_with_130(
    plancmp: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.yaml"
    target.write_text("old", encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    outcome = plancmp("encode", QINGZHOU, "-o", str(target), "--force")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("*out*")] == ["out.yaml"]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_while_writing_keeps_the_old_file_and_no_other(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    target = tmp_path / "out.yaml"
    target.write_text("old", encoding="utf-8")
    program = (
        "import os, sys, time; from plancmp.cli.program import main;"
        "os.fsync = lambda file: (print('ready', file=sys.stderr, flush=True), time.sleep(20));"
        "sys.exit(main())"
    )
    command = [sys.executable, "-c", program, "encode", QINGZHOU, "-o", str(target), "--force"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.yaml"]


def test_a_signal_that_is_ignored_stays_so() -> None:
    program = (
        "import signal; from plancmp.cli.program import main; main(); print(signal.getsignal(signal.SIGHUP))"
    )
    done = subprocess.run(
        ["nohup", sys.executable, "-c", program, "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "1"


def test_ctrl_c_at_work_ends_with_130_and_writes_nothing(tmp_path: Path) -> None:
    document, target = tmp_path / "slow.txt", tmp_path / "out.yaml"
    document.write_text(read_source("binzhou") * 20, encoding="utf-8")
    code = (
        "import sys, time; from plancmp.cli.main import run; import plancmp.plans.encoding.encoder as e;"
        "e.read_outline = lambda document: (print('ready', file=sys.stderr, flush=True), time.sleep(20));"
        "sys.exit(run())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "encode", str(document), "-o", str(target)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not target.exists()


def test_processes_that_write_one_file_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "out.yaml"
    written = set()
    for name in ("qingzhou", "binzhou"):
        subprocess.run(
            [*COMMAND, "encode", str(SOURCES / f"{name}.txt"), "-o", str(target), "--force"],
            capture_output=True,
            check=True,
        )
        written.add(target.read_bytes())
    writers = [
        subprocess.Popen(
            [*COMMAND, "encode", str(SOURCES / f"{name}.txt"), "-o", str(target), "--force"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for name in ("qingzhou", "binzhou") * 2
    ]
    while any(writer.poll() is None for writer in writers):
        assert target.read_bytes() in written
        time.sleep(0.01)
    assert {writer.returncode for writer in writers} == {0}
    assert [path.name for path in tmp_path.iterdir()] == ["out.yaml"]


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_a_locale_without_chinese_gets_the_same_bytes(encoding: str) -> None:
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": encoding, "PATH": os.environ["PATH"]}
    command = [*COMMAND, "encode", QINGZHOU, "--lang", "zh"]
    plain = subprocess.run(command, capture_output=True, env=environment, check=True)
    usual = subprocess.run(command, capture_output=True, check=True)
    assert plain.stdout == usual.stdout
    assert "青州市" in plain.stdout.decode("utf-8")


def test_a_file_whose_name_is_no_text_is_read_and_leaves_no_trace_of_it(tmp_path: Path) -> None:
    document = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(document)).write_text(read_source("qingzhou"), encoding="utf-8")
    done = subprocess.run([*COMMAND, "encode", document, "--id", "x"], capture_output=True, check=True)
    assert "\nsource: '??.txt'\n" in done.stdout.decode().replace("source: ??.txt", "source: '??.txt'")
    done = subprocess.run([*COMMAND, "encode", document], capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_windows_line_ends_and_byte_order_marks_change_nothing(
    plancmp: Run, plans: Path, change: Callable[[str], str]
) -> None:
    before = plancmp("show", "yicheng", "-f", "json").out
    path = plans / "yicheng.yaml"
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode())
    assert plancmp("show", "yicheng", "-f", "json").out == before


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(50)), "yaml_alias"),
        ("[" * 100_000, "too_deep"),
        ("- 1\n" * 200_000, "too_many_values"),
        ("x: !!python/object/apply:os.system ['touch owned']\n", "yaml_tag"),
        ("x: " + "1" * 100_000 + "\n", "unknown_key"),
        ("{" * 50 + "\n", "too_deep"),
    ],
)
def test_bombs_are_faults_told_at_once(
    plancmp: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bomb.yaml").write_text(text, encoding="utf-8")
    started = time.process_time()
    outcome = plancmp("check", "bomb.yaml", "-f", "csv")
    assert time.process_time() - started < 5
    assert outcome.code == 1
    assert kind in {line.split(",")[3] for line in outcome.out.splitlines()[1:]}
    assert not (tmp_path / "owned").exists()


def test_a_defect_is_logged_aside_where_the_log_cannot_be_written(
    plancmp: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delattr("plancmp.plans.library.Library.find")
    outcome = plancmp("diff", "province", "yicheng", "--lang", "en")
    (log,) = tmp_path.glob("plancmp-*.log")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert outcome.err.endswith(f"please report it with the log {log}\n")
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_nothing_is_asked_when_there_is_no_terminal() -> None:
    done = subprocess.run(
        [*COMMAND, "encode", QINGZHOU], capture_output=True, stdin=subprocess.DEVNULL, check=True, timeout=20
    )
    assert done.stdout

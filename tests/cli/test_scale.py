"""`plancmp coverage` over many plans: the same bytes by whatever engine, broken plans, progress, Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancmp.cli import engine
from plancmp.cli.main import run
from tests.benchmarks.counties import write_counties
from tests.benchmarks.throughput import family

PLANS = 60
SHIPPED = ["binzhou", "liaocheng", "qingzhou", "yicheng"]
COMMAND = [sys.executable, "-c", "import sys; from plancmp.cli.main import run; sys.exit(run())"]


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("counties")
    write_counties(folder, PLANS)
    return folder


@pytest.fixture
def many(counties: Path, tmp_path: Path) -> Path:
    """Work for some ten seconds."""
    shutil.copy(counties / "shandong.yaml", tmp_path)
    for number in range(400):
        text = (counties / f"county{number % PLANS + 1:05}.yaml").read_text(encoding="utf-8")
        copy = text.replace(f"id: county{number % PLANS + 1:05}", f"id: copy{number}", 1)
        (tmp_path / f"copy{number}.yaml").write_text(copy, encoding="utf-8")
    return tmp_path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    write_counties(tmp_path, 4)
    (tmp_path / "county00002.yaml").write_text("id: [", encoding="utf-8")
    return tmp_path


def coverage(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, "coverage", "--plans-dir", str(folder), "--lang", "en", *options]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def alone(counties: Path) -> bytes:
    """What one process prints."""
    done = coverage(counties, "--format", "json", "--jobs", "1")
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def test_plans_come_in_order_and_every_one_of_them(alone: bytes) -> None:
    ids = [plan["id"] for plan in json.loads(alone)["plans"]]
    assert ids == sorted([*SHIPPED, *(f"county{number:05}" for number in range(1, PLANS + 1))])


@pytest.mark.parametrize("options", [(), ("--jobs", "2"), ("--jobs", "3")])
def test_the_output_is_the_same_whatever_the_jobs(
    counties: Path, alone: bytes, options: tuple[str, ...]
) -> None:
    done = coverage(counties, "--format", "json", *options)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == alone


def test_the_output_is_the_same_from_a_dask_cluster_of_two_processes(counties: Path, alone: bytes) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: plancmp[dask]")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        done = coverage(counties, "--format", "json", "--engine", "dask", "--scheduler", address)
        assert len(cluster.scheduler_info["workers"]) == 2
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == alone


def test_plans_named_come_in_the_order_asked_for(counties: Path) -> None:
    asked = [f"county{number:05}" for number in range(40, 0, -1)]
    done = coverage(counties, *asked, "--format", "json", "--jobs", "2")
    assert [plan["id"] for plan in json.loads(done.stdout)["plans"]] == asked


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_plan_is_told_and_the_rest_goes_on(broken: Path, jobs: str) -> None:
    done = coverage(broken, "--format", "json", "--jobs", jobs)
    assert done.returncode == 0
    assert [plan["id"] for plan in json.loads(done.stdout)["plans"]] == [
        "binzhou",
        "county00001",
        "county00003",
        "county00004",
        *SHIPPED[1:],
    ]
    first, last = done.stderr.decode().splitlines()
    assert first.startswith(f"plancmp: {broken / 'county00002.yaml'}:1: ")
    assert last == "1 of 8 plan files have faults and were left out; the other 7 were compared."


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_strict_ends_the_run_at_a_broken_plan(broken: Path, jobs: str) -> None:
    done = coverage(broken, "--strict", "--jobs", jobs)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"county00002.yaml:1: " in done.stderr


def test_without_a_single_sound_plan_there_is_no_matrix(broken: Path) -> None:
    done = coverage(broken, "county00002")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_shows_how_far_it_is(counties: Path) -> None:
    controller, terminal = pty.openpty()
    command = [*COMMAND, "coverage", "--plans-dir", str(counties), "--jobs", "1", "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        shown = "".join(_pieces(controller))  # a terminal that nobody reads would hold the command up
        out, _ = process.communicate(timeout=120)
    os.close(controller)
    assert process.returncode == 0
    assert "Comparing" in shown
    assert f"/{PLANS + len(SHIPPED)}" in shown
    assert "plans/s" in shown
    assert b"Comparing" not in out


def _pieces(terminal: int) -> Iterator[str]:
    """What is shown, until nobody shows anything any more."""
    while True:
        try:
            yield os.read(terminal, 10_000).decode(errors="replace")  # a piece may end inside a character
        except OSError:
            return


@pytest.mark.parametrize("after", [0.1, 0.4, 1.5])
def test_an_interrupt_leaves_no_traceback_and_no_worker(many: Path, after: float) -> None:
    command = [*COMMAND, "coverage", "--plans-dir", str(many), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while len(workers := family(process.pid)[1:]) < 3:  # two, and the process that watches over them
            time.sleep(0.01)
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    time.sleep(0.2)
    assert not [worker for worker in workers if is_running(worker)]


def test_an_interrupt_ends_a_run_without_workers_as_well(many: Path) -> None:
    command = [*COMMAND, "coverage", "--plans-dir", str(many), "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def is_running(process: int) -> bool:
    """Whether there is such a process and it has not ended (a zombie has)."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--engine", "dask"), "--engine dask and --scheduler go together"),
        (("--scheduler", "tcp://127.0.0.1:1"), "--engine dask and --scheduler go together"),
        (
            ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"),
            "--jobs is for this machine and does not go with --engine dask",
        ),
    ],
)
def test_engine_options_that_do_not_go_together_are_refused(
    options: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["coverage", "--lang", "en", *options]) == 2
    assert capsys.readouterr().err == f"plancmp: {message}\n"


def test_a_scheduler_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: plancmp[dask]")
    monkeypatch.setattr(engine, "_SECONDS_TO_ANSWER", 1)
    address = "tcp://127.0.0.1:1"
    assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", address]) == 2
    assert capsys.readouterr().err == f"plancmp: no Dask scheduler answers at {address}\n"


def test_without_dask_its_engine_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert capsys.readouterr().err == "plancmp: --engine dask needs Dask: pip install 'plancmp[dask]'\n"

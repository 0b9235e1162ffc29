"""`plancmp coverage` over many plans: the same bytes by whatever engine, broken plans, progress, Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import distributed
import pytest

from plancmp.alignment.compare import compare_prepared
from plancmp.cli import parallel
from plancmp.cli.commands import coverage_worker
from plancmp.cli.main import run
from tools.benchmarks.counties import write_counties
from tools.benchmarks.throughput import family

if TYPE_CHECKING:
    from plancmp.alignment.compare import PreparedReference
    from plancmp.alignment.result import Comparison
    from plancmp.plans.model import Plan

PLANS = 60
SHIPPED = ["binzhou", "liaocheng", "qingzhou", "yicheng"]
COMMAND = [sys.executable, "-m", "plancmp"]


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
    assert last == "1 of 8 plan files could not be compared and were left out; the other 7 were compared."


@pytest.fixture
def failing(counties: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that brings out a defect of the program."""

    def fail(prepared: PreparedReference, plan: Plan, *, blind: bool) -> Comparison:
        if plan.id == "county00002":
            raise KeyError("七")
        return compare_prepared(prepared, plan, blind=blind)

    monkeypatch.setattr(coverage_worker, "compare_prepared", fail)
    monkeypatch.setenv("PLANCMP_PLANS", str(counties))
    return counties / "county00002.yaml"


def test_a_plan_that_the_program_fails_on_is_told_with_its_file_and_the_rest_goes_on(
    failing: Path, error_log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("county00001", "county00002", "county00003")
    assert run(["coverage", *names, "--format", "json", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert [plan["id"] for plan in json.loads(out)["plans"]] == ["county00001", "county00003"]
    assert err.splitlines() == [
        f"plancmp: {failing}: internal error (KeyError: '七'); please report it with the log {error_log}",
        "1 of 3 plan files could not be compared and were left out; the other 2 were compared.",
    ]
    assert "raise KeyError" in error_log.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("--strict",), ("county00002",)])
def test_such_a_plan_ends_a_strict_run_and_one_without_another(
    failing: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["coverage", *arguments, "--jobs", "1", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"plancmp: {failing}: internal error (KeyError: '七'); ")


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
    with started(command) as process:
        workers = workers_of(process)
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert all_end(workers)


@pytest.mark.parametrize("after", [0, 1.5])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -signal.SIGKILL)]
)
@pytest.mark.parametrize("send", [os.kill, os.killpg])
def test_however_a_run_is_ended_its_workers_end_with_it(
    many: Path, send: Callable[[int, int], None], number: int, code: int, after: float
) -> None:
    with started([*COMMAND, "coverage", "--plans-dir", str(many), "--jobs", "2"]) as process:
        workers = workers_of(process)
        time.sleep(after)
        send(process.pid, number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (code, b"")
    assert err == b"" or number == signal.SIGKILL  # Python then tidies up, and says so
    assert all_end(workers)


def test_a_worker_that_is_killed_ends_the_run_with_one_line(many: Path) -> None:
    command = [*COMMAND, "coverage", "--plans-dir", str(many), "--jobs", "2", "--lang", "en"]
    with started(command) as process:
        workers = workers_of(process)
        os.kill(workers[-1], signal.SIGKILL)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert err.startswith(b"plancmp: a process that compared plans was ended from outside")
    assert err.count(b"\n") == 1
    assert all_end(workers)


@pytest.mark.parametrize(
    ("plans", "jobs", "workers"),
    [
        (5, 40, 0),
        (17, 40, 2),
        (2000, 99999999999999999999, parallel.MOST_JOBS),
        (2000, None, 3),
        (40, None, 0),
    ],
)
def test_there_are_never_more_workers_than_batches_or_cores(
    monkeypatch: pytest.MonkeyPatch, plans: int, jobs: int | None, workers: int
) -> None:
    counts = [0]

    def count(work: object, batches: object, processes: int) -> Iterator[object]:
        counts.append(processes)
        return iter(())

    monkeypatch.setattr(parallel, "_cores", lambda: 3)
    monkeypatch.setattr(parallel, "_on_cores", count)
    list(parallel.spread(list, range(plans), parallel.Workforce(jobs=jobs)))
    assert counts[-1] == workers


def started(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes of a run with two jobs, once all are there: two, and one that looks after what they share."""
    while len(workers := family(process.pid)[1:]) < 3:
        time.sleep(0.01)
    return workers


def all_end(processes: list[int]) -> bool:
    """Whether all these processes end within a few seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(map(is_running, processes)):
            return True
        time.sleep(0.05)
    return False


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
    begun = time.process_time()
    address = "tcp://127.0.0.1:1"
    assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", address]) == 2
    assert capsys.readouterr().err == f"plancmp: no Dask scheduler answers at {address}\n"
    assert time.process_time() - begun < 5
    monkeypatch.setattr(parallel, "_SECONDS_TO_CONNECT", 1)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"tcp://127.0.0.1:{deaf.getsockname()[1]}"
        assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", address]) == 2
    assert capsys.readouterr().err == f"plancmp: no Dask scheduler answers at {address}\n"


def test_a_cluster_without_workers_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    with distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", address]) == 2
    assert capsys.readouterr().err == f"plancmp: the Dask cluster at {address} has no workers\n"


def test_a_cluster_that_loses_its_only_worker_is_told(
    many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parallel, "_SECONDS_TO_ANSWER", 2)
    command = ["coverage", "--plans-dir", str(many), "--lang", "en", "--engine", "dask", "--scheduler"]
    with distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        worker = started([sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny"])
        while not cluster.scheduler_info["workers"]:
            time.sleep(0.05)
        Timer(3, worker.kill).start()
        assert run([*command, address]) == 2
        worker.communicate()
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"plancmp: the Dask cluster at {address} has no workers\n")


def test_without_dask_its_engine_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(["coverage", "--lang", "en", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert capsys.readouterr().err == "plancmp: --engine dask needs Dask: pip install 'plancmp[dask]'\n"

"""Engines: where the work on many plans is done, in this process, on all cores, or on a Dask cluster.

Work is a function of a batch of items that can be sent to another process. Whatever the engine, results come one
by one in the order of the items, and only a few batches are under way at a time: memory does not grow with them.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from plancmp.cli.errors import CommandError

if TYPE_CHECKING:
    from distributed import Client, Future

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Sequence[Task]], Sequence[Result]]

_BATCH = 16
"""Items sent at a time: enough that sending takes a small part of the time, few enough that progress shows."""

_FEW = 3 * _BATCH
"""Up to so many plans are done before other processes have started."""

_AHEAD = 3
"""Batches under way for each worker: one that is done early has the next at hand."""

MOST_JOBS = 61
"""Processes, whatever is asked for: Windows lets one process wait for no more."""

_SECONDS_TO_ANSWER = 10
_SECONDS_TO_CONNECT = 3


class Engine(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who does the work.

    Attributes:
        engine: this machine or a Dask cluster.
        jobs: processes on this machine; None for one a core, where the items are many enough.
        scheduler: the address of the cluster's scheduler; None for this machine.
    """

    engine: Engine = Engine.LOCAL
    jobs: int | None = None
    scheduler: str | None = None


def workforce(engine: Engine, jobs: int | None, scheduler: str | None) -> Workforce:
    """Settle the options that say who does the work.

    Raises:
        CommandError: they do not go together.
    """
    if (engine is Engine.DASK) != (scheduler is not None):
        raise CommandError("error.engine_needs_scheduler")
    if engine is Engine.DASK and jobs is not None:
        raise CommandError("error.jobs_are_local")
    return Workforce(engine, jobs, scheduler)


def spread(work: Work[Task, Result], items: Sequence[Task], force: Workforce) -> Generator[Result]:
    """Do the work on all items and yield the results in their order.

    Raises:
        CommandError: the cluster cannot be used, or a process was ended from outside.
    """
    batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
    if force.scheduler is not None:
        return _on_dask(work, batches, force.scheduler)
    # Never more processes than batches, so that none waits in vain.
    workers = min(force.jobs or _cores(), len(batches), MOST_JOBS)
    if workers <= 1 or (force.jobs is None and len(items) <= _FEW):
        return (result for batch in _singly(items) for result in work(batch))
    return _on_cores(work, batches, workers)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _singly(items: Sequence[Task]) -> Iterator[Sequence[Task]]:
    return (items[place : place + 1] for place in range(len(items)))


def _in_order(
    submit: Callable[[Sequence[Task]], Any],
    wait: Callable[[Any], Sequence[Result]],
    batches: Sequence[Sequence[Task]],
    ahead: int,
) -> Generator[Result]:
    """The results of all batches in their order, never more than `ahead` batches being under way."""
    under_way: deque[Any] = deque()
    for batch in batches:
        if len(under_way) == ahead:
            yield from wait(under_way.popleft())
        under_way.append(submit(batch))
    while under_way:
        yield from wait(under_way.popleft())


def _on_cores(work: Work[Task, Result], batches: Sequence[Sequence[Task]], workers: int) -> Generator[Result]:
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = multiprocessing.active_children()
    with _signals_held_back():  # it starts a process that looks after what the others share
        pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _end_with_parent)

    def submit(batch: Sequence[Task]) -> Future[Sequence[Result]]:
        with _signals_held_back():  # it starts a process where one is wanting
            return pool.submit(work, batch)

    try:
        yield from _in_order(submit, Future.result, batches, workers * _AHEAD)
    except BrokenProcessPool as error:
        raise CommandError("error.worker_ended") from error
    finally:
        for process in set(multiprocessing.active_children()).difference(others):
            process.kill()  # nobody waits for what it may be doing
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Initialise a worker: a thread in it ends the worker when its parent process has ended."""
    import multiprocessing
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where none can be held back: Windows
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Block SIGINT, SIGTERM and SIGHUP while processes are started, which inherit that: only this process handles them.

    A signal that comes meanwhile is delivered at the end.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _on_dask(
    work: Work[Task, Result], batches: Sequence[Sequence[Task]], scheduler: str
) -> Generator[Result]:
    with _client(scheduler) as client:

        def submit(batch: Sequence[Task]) -> Future:
            return client.submit(work, batch, pure=False)

        def wait(future: Future) -> Sequence[Result]:
            return _result(client, future)

        yield from _in_order(submit, wait, batches, sum(client.nthreads().values()) * _AHEAD)


@contextmanager
def _client(scheduler: str) -> Iterator[Client]:
    """A connection to a cluster, which says nothing on standard error."""
    import logging

    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError as error:
        raise CommandError("error.no_dask") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    try:
        _knock(*get_address_host_port(scheduler), speaks_first="://" not in scheduler or "tcp:" in scheduler)
        client = Client(scheduler, timeout=_SECONDS_TO_ANSWER)
        workers = client.nthreads()
    except (OSError, ValueError) as error:  # no answer in time is an OSError too
        raise CommandError("error.no_scheduler", address=scheduler) from error
    with client:
        if not workers:
            raise CommandError("error.no_dask_worker", address=scheduler)
        yield client


def _knock(host: str, port: int, *, speaks_first: bool) -> None:
    """Try to connect to a scheduler; Dask itself would retry without end where none answers.

    Raises:
        OSError: nobody is there, or does not speak as a scheduler does when it does not expect a cipher.
    """
    import socket

    with socket.create_connection((host, port), _SECONDS_TO_CONNECT) as line:
        if speaks_first and not line.recv(1):
            raise ConnectionResetError


def _result(client: Client, future: Future) -> Sequence[Any]:
    """The result of a batch; while waiting, checks that the cluster still has workers."""
    from distributed import CancelledError, KilledWorker

    try:
        while True:
            try:
                return future.result(timeout=_SECONDS_TO_ANSWER)  # type: ignore[no-any-return]
            except TimeoutError:
                if not client.nthreads():
                    raise CommandError("error.no_dask_worker", address=client.scheduler.address) from None
    except (CancelledError, KilledWorker, OSError) as error:
        raise CommandError("error.cluster_lost", address=client.scheduler.address) from error

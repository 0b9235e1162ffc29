"""Engines: where the work on many plans is done, in this process, on all cores, or on a Dask cluster.

Work is a function of a batch of items that can be sent to another process. Whatever the engine, results come one
by one in the order of the items, and only a few batches are under way at a time: memory does not grow with them.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from plancmp.cli.errors import CommandError

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], Sequence[Result]]

_BATCH = 16
"""Items sent at a time: enough that sending takes a small part of the time, few enough that progress shows."""

_FEW = 3 * _BATCH
"""Up to so many plans are done before other processes have started."""

_SECONDS_TO_ANSWER = 10


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


def spread(work: Work[Item, Result], items: Sequence[Item], force: Workforce) -> Generator[Result]:
    """Do the work on all items and yield the results in their order.

    Raises:
        CommandError: the cluster cannot be used.
    """
    batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
    if force.scheduler is not None:
        return _on_dask(work, batches, force.scheduler)
    if force.jobs == 1 or (force.jobs is None and len(items) <= _FEW):
        return (result for batch in _singly(items) for result in work(batch))
    return _on_cores(work, batches, force.jobs)


def _singly(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[place : place + 1] for place in range(len(items)))


def _on_cores(
    work: Work[Item, Result], batches: Sequence[Sequence[Item]], jobs: int | None
) -> Generator[Result]:
    from joblib import Parallel, delayed

    parallel = Parallel(n_jobs=jobs or -1, batch_size=1, return_as="generator")
    with _deaf_to_interrupts():
        done = parallel(delayed(work)(batch) for batch in batches)
    for results in done:
        yield from results


def _on_dask(
    work: Work[Item, Result], batches: Sequence[Sequence[Item]], scheduler: str
) -> Generator[Result]:
    try:
        from distributed import Client
    except ImportError as error:
        raise CommandError("error.no_dask") from error
    from joblib import Parallel, delayed, parallel_config

    try:
        client = Client(scheduler, timeout=_SECONDS_TO_ANSWER)
    except (OSError, ValueError) as error:  # no answer in time is an OSError too
        raise CommandError("error.no_scheduler", address=scheduler) from error
    with client:
        with parallel_config(backend="dask", client=client, wait_for_workers_timeout=_SECONDS_TO_ANSWER):
            parallel = Parallel(batch_size=1, return_as="generator")
            done = parallel(delayed(work)(batch) for batch in batches)
        for results in done:
            yield from results


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that never heed Ctrl-C, which goes to them as well: this process does, and ends them.

    They inherit that it is ignored. Here it is blocked meanwhile, so that none is lost (not so on Windows).
    """
    blocks = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if blocks else set()
    heeding = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heeding)
        if blocks:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""The progress of long work, on standard error: a bar with rate and time left on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from plancmp.cli.messages import Words

Task = TypeVar("Task")


class Following(NamedTuple):
    """What is told of a kind of work: the words for it and for its rate, in so many seconds.

    Attributes:
        least: work on fewer items is over before a bar has been read.
    """

    task: str
    rate: str
    seconds: float
    least: int


COMPARING = Following("progress.plans", "progress.rate", 1, 24)
ASKING = Following("progress.asking", "progress.asking_rate", 60, 1)


def followed(items: Iterable[Task], total: int, say: Words, work: Following = COMPARING) -> Iterator[Task]:
    """The same items; a person at a terminal sees how many of the total have come."""
    if total < work.least or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(say(work.task)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn(say("progress.left")),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=total, rate="")
        for item in items:
            yield item
            bar.advance(task)
            speed = bar.tasks[0].speed
            bar.update(task, rate=_rate(speed, say, work))


def _rate(speed: float | None, say: Words, work: Following) -> str:
    return say(work.rate, rate=f"{speed * work.seconds:.0f}") if speed else ""

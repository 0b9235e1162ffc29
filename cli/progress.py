"""The progress of long work, on standard error: a bar with rate and time left on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from plancmp.cli.messages import Words

Task = TypeVar("Task")

_WORTH_A_BAR = 24
"""Work on fewer plans is over before a bar has been read."""


def followed(items: Iterable[Task], total: int, say: Words) -> Iterator[Task]:
    """The same items; a person at a terminal sees how many of the total have come."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(say("progress.plans")),
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
            bar.update(task, rate=say("progress.rate", rate=f"{speed:.0f}") if speed else "")

"""`plancmp coverage` over many plans, as a user runs it: seconds and memory of the whole process and its workers."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PLANCMP = (sys.executable, "-c", "import sys; from plancmp.cli.program import main; sys.exit(main())")
_WATCH = 0.2  # seconds; looking is not free, and what is looked at would run slower


@dataclass(frozen=True)
class Run:
    """A finished run: plans, wall-clock seconds, and the most memory (MB) that all its processes held at a time."""

    plans: int
    seconds: float
    megabytes: float


def measure_coverage(folder: Path, plans: int, *options: str) -> Run:
    """Run `plancmp coverage` over a folder that holds so many plans beside the reference.

    Memory is the sum of the processes' proportional set sizes: pages they share count once. It needs Linux.
    """
    command = [*PLANCMP, "coverage", "--plans-dir", str(folder), *options]
    start = time.perf_counter()
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _memory(family(process.pid)))
            time.sleep(_WATCH)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(plans, time.perf_counter() - start, most)


def family(process: int) -> list[int]:
    """A process and all that descend from it."""
    found = [process]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in _text(task).split()]
    return found


def _memory(processes: Sequence[int]) -> float:
    kilobytes = 0
    for process in processes:
        for line in _text(Path(f"/proc/{process}/smaps_rollup")).splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def _text(path: Path) -> str:
    """A file of the process table; empty when the process has just ended."""
    try:
        return path.read_text()
    except OSError:
        return ""

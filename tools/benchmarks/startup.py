"""Whole-process time of the commands against the floor: interleaved runs, medians, one machine.

`python tools/benchmarks/startup.py [RUNS]` prints a table of wall-clock and processor time in milliseconds and
the ratio to the floor app (for --help: to the floor app's --help).
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOOR = [sys.executable, str(Path(__file__).with_name("floor_app.py"))]
PLANCMP = [str(Path(sys.executable).with_name("plancmp"))]

GOLD = ROOT / "tests" / "gold" / "measures-dev.json"
SOURCE = ROOT / "plans" / "sources" / "qingzhou.txt"
ARGUMENTS = (
    "--help",
    "list",
    "show yicheng 1.2",
    "diff province yicheng",
    "explain province yicheng 1.2",
    "coverage",
    "targets",
    "report yicheng",
    "report yicheng --format html",
    "check",
    f"encode {SOURCE} --dry-run",
    f"evaluate {GOLD}",
)


def commands() -> dict[str, tuple[list[str], str]]:
    """By name the command and the name of the one it is measured against."""
    floors = {"floor": (FLOOR, "floor"), "floor --help": ([*FLOOR, "--help"], "floor --help")}
    return floors | {
        f"plancmp {' '.join(Path(word).name for word in typed.split())}": (
            [*PLANCMP, *typed.split()],
            "floor --help" if typed == "--help" else "floor",
        )
        for typed in ARGUMENTS
    }


def measure(command: list[str]) -> tuple[float, float]:
    """Run a command once and return its wall-clock and processor time in milliseconds."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, os.times()
    processor = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return wall * 1000, processor * 1000


def main(runs: int = 20) -> None:
    """Measure every command `runs` times in turn and print the medians."""
    measured = commands()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in measured}
    for _ in range(runs):
        for name, (command, _floor) in measured.items():
            times[name].append(measure(command))
    wall = {name: statistics.median(each[0] for each in taken) for name, taken in times.items()}
    processor = {name: statistics.median(each[1] for each in taken) for name, taken in times.items()}
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {runs} interleaved runs")
    print(f"{'command':38}{'wall ms':>9}{'cpu ms':>9}{'wall/floor':>12}{'cpu/floor':>11}")
    for name, (_command, floor) in measured.items():
        ratios = f"{wall[name] / wall[floor]:12.2f}{processor[name] / processor[floor]:11.2f}"
        print(f"{name:38}{wall[name]:9.1f}{processor[name]:9.1f}{ratios}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))

"""`python -m tools.benchmarks`: every figure of docs/performance.md, measured here and now (some ten minutes).

`--quick` measures everything on a few plans, to see that it works.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from plancmp.alignment.compare import PreparedReference, compare_plans, compare_prepared
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan
from tools.benchmarks import startup
from tools.benchmarks.alternatives import compare_methods
from tools.benchmarks.counties import generate_counties, write_counties
from tools.benchmarks.throughput import Run, measure_coverage

_PACKAGES = ("typer", "rich", "pydantic", "pyyaml", "rapidfuzz", "scikit-learn")


def main(quick: bool) -> None:
    """Print the tables."""
    sizes = (30, 60) if quick else (100, 300, 1000, 3000)
    print_machine()
    print("\nStart-up: whole process")
    startup.main(3 if quick else 20)
    print("\nOne comparison, in a process that has done one before")
    print_comparison(5 if quick else 50)
    with tempfile.TemporaryDirectory() as temporary:
        everything = Path(temporary) / "all"
        write_counties(everything, max(*sizes, 30 if quick else 2850))
        print("\nplancmp coverage, whole process: all cores, then one")
        for plans in (40,) if quick else (136, 2850):
            folder = first_plans(everything, plans)
            print_run("all cores", measure_coverage(folder, plans))
            print_run("one core", measure_coverage(folder, plans, "--jobs", "1"))
        print("\nGrowth, all cores, every measure of every plan as CSV")
        print_growth(
            [measure_coverage(first_plans(everything, plans), plans, "--format", "csv") for plans in sizes]
        )
    print("\nThe same measures by other means (scripts with the thresholds that suit the gold best)")
    print(f"{'method':32}{'ms a plan':>10}{'verdict kappa':>15}{'link F1':>9}")
    for standing in compare_methods(list(generate_counties(3 if quick else 30))):
        milliseconds = f"{standing.seconds * 1000:10.1f}"
        print(f"{standing.name:32}{milliseconds}{standing.kappa:15.2f}{standing.links:9.2f}")


def print_machine() -> None:
    """The machine and the versions."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    print(
        f"{model or platform.processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    )
    print(
        ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in _PACKAGES)])
    )


def print_comparison(plans: int) -> None:
    """Milliseconds of a comparison alone, once with the reference prepared for it and once prepared before."""
    reference = load_plan(Library().find("province"))
    prepared = PreparedReference(reference)
    counties = list(generate_counties(plans))
    compare_prepared(prepared, counties[0])
    ways: dict[str, Callable[[Plan], object]] = {
        "reference prepared each time": partial(compare_plans, reference),
        "reference prepared once": partial(compare_prepared, prepared),
    }
    for name, compare in ways.items():
        start = time.perf_counter()
        for plan in counties:
            compare(plan)
        print(f"{name:32}{(time.perf_counter() - start) / plans * 1000:10.1f} ms")


def first_plans(everything: Path, plans: int) -> Path:
    """A folder beside this one with the reference and the first so many plans."""
    folder = everything.with_name(str(plans))
    if not folder.exists():
        folder.mkdir()
        shutil.copy(everything / "shandong.yaml", folder)
        for path in sorted(everything.glob("county*.yaml"))[:plans]:
            (folder / path.name).symlink_to(path)
    return folder


def print_run(name: str, run: Run) -> None:
    """One run."""
    rate = f"{run.plans / run.seconds:8.0f} plans/s"
    print(f"{run.plans:6} plans  {name:12}{run.seconds:8.1f} s{rate}{run.megabytes:8.0f} MB")


def print_growth(runs: list[Run]) -> None:
    """Runs of growing size, and what each costs against the one before it and a tenth of it."""
    for run in runs:
        print_run("", run)
    tenths = {run.plans: run for run in runs}
    for run in runs:
        if smaller := tenths.get(run.plans // 10):
            time_growth, memory_growth = run.seconds / smaller.seconds, run.megabytes / smaller.megabytes - 1
            print(
                f"{run.plans} against {smaller.plans} plans: {time_growth:.1f} x the time, "
                f"{memory_growth:+.0%} memory"
            )


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])

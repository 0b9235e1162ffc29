"""Fuzzing for a given time: `python -m tools.fuzz --seconds 600`; exits 1 when something was found."""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.plans.fuzz_targets import (
    check_any_bytes,
    compare_any_promises,
    encode_any_bytes,
    keep_every_character,
    keep_every_word,
)
from tests.plans.strategies import documents, packed_documents, plan_files

LONGEST = 5
"""Seconds of processor time that one input may take."""
MOST_MEMORY = 1_000
"""Megabytes that the whole run may take."""
ROUND = 50

SEEDS = st.binary(min_size=6, max_size=6)
"""What a document or a pair of plans is made of at random."""

TARGETS: dict[str, tuple[Callable[[bytes], bool], st.SearchStrategy[bytes]]] = {
    "documents": (encode_any_bytes, documents()),
    "pages, Word, PDF": (encode_any_bytes, packed_documents()),
    "structures of documents": (keep_every_character, SEEDS),
    "numbering and furniture": (keep_every_word, SEEDS),
    "plan files": (check_any_bytes, plan_files()),
    "promises by grammar": (compare_any_promises, SEEDS),
}


@dataclass
class TargetRun:
    """What came of one target's inputs: how many were accepted (of promises: carried); seconds of the slowest."""

    inputs: int = 0
    accepted: int = 0
    slowest: float = 0.0
    found: list[str] = field(default_factory=list)


class HangError(Exception):
    """An input takes too long."""


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise HangError(f"longer than {LONGEST} s")


def run_round(name: str, run: TargetRun, round_seed: int) -> None:
    """Try `ROUND` inputs on one target."""
    target, strategy = TARGETS[name]

    @seed(round_seed)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def try_input(raw: bytes) -> None:
        started = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        try:
            run.accepted += target(raw)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            run.inputs += 1
            run.slowest = max(run.slowest, time.process_time() - started)

    try:
        try_input()
    except Exception:
        run.found.append(traceback.format_exc())


def main() -> int:
    """Run all targets in turn until the time is over and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    arguments = parser.parse_args()
    signal.signal(signal.SIGPROF, _hang)
    runs = {name: TargetRun() for name in TARGETS}
    end, round_seed = time.monotonic() + arguments.seconds, arguments.seed
    while time.monotonic() < end and not any(run.found for run in runs.values()):
        for name, run in runs.items():
            if time.monotonic() < end:
                run_round(name, run, round_seed)
        round_seed += 1
    return report(runs, arguments.seed)


def report(runs: dict[str, TargetRun], first_seed: int) -> int:
    """Print the table of the run; the exit code."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = ["| target | inputs | accepted | others | slowest |", "|---|---|---|---|---|"]
    for name, run in runs.items():
        others = run.inputs - run.accepted
        lines.append(f"| {name} | {run.inputs} | {run.accepted} | {others} | {run.slowest:.2f} s |")
    found = [text for run in runs.values() for text in run.found]
    lines += [f"seed {first_seed}, peak memory {memory} MB, found {len(found)}", *found]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found or memory > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())

"""Running another program on a document: in a process group of its own, within limits of time and size.

Whatever ends the run ends the program too, with all the processes that it started.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

# What a program needs to know of where it runs; nothing else of the user's environment reaches it.
_PASSED_ON = ("PATH", "SYSTEMROOT", "LC_ALL", "LANG")


def run_program(command: Sequence[str], folder: Path, seconds: float) -> int:
    """Run a program to its end and return its exit code.

    Args:
        command: The program and its arguments.
        folder: Where it runs, and what it takes for the user's home.
        seconds: How long it may take.

    Raises:
        EncodingError: It takes longer.
    """
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment | {"HOME": str(folder), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_limits(seconds),  # noqa: PLW1509 - no thread runs here
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise EncodingError(Problem.TOO_COSTLY) from error
    finally:
        _end(process)


def _limits(seconds: float) -> Callable[[], None] | None:
    """Bounds what the process and its children may write and take; Windows has no such bounds."""
    if sys.platform == "win32":
        return None

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMITS.program_bytes, LIMITS.program_bytes))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""The program `plancmp`: the command line in a process of its own."""

from __future__ import annotations

import gc
import os
import signal
from types import FrameType
from typing import Never


def main() -> int:
    """Run the command line in a process that ends with it, and return the exit code."""
    # A run makes no reference cycles to speak of; looking for some, as modules are loaded and last of all when
    # the process ends, would take a tenth of its time.
    gc.disable()
    _end_in_good_order()
    # No model here has plugins; looking for some would read the metadata of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from plancmp.cli.main import run

    code = run()
    gc.freeze()
    return code


def _end_in_good_order() -> None:
    """Make SIGTERM and SIGHUP raise SystemExit, so that temporary files are removed as after Ctrl-C."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has but the one
        if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup lets the other be ignored
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> Never:
    raise SystemExit(128 + number)

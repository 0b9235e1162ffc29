"""The log of unexpected errors: what whoever mends the program needs, and a terminal does not."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from plancmp.cli.version import VERSION

LARGEST = 1_000_000
"""Bytes. A log that has grown beyond is begun anew."""


def log_error(trace: str) -> Path | None:
    """Add a traceback to the log, with the command and the versions.

    Returns:
        The log: the user's own or, where that cannot be written, a new file for passing things; None where
        nothing can be written at all.
    """
    when = datetime.now(UTC).isoformat(timespec="seconds")
    versions = f"plancmp {VERSION}, Python {platform.python_version()}, {platform.platform()}"
    entry = f"{when}  {versions}\n{sys.argv!r}\n{trace.rstrip()}\n\n".encode(errors="backslashreplace")
    try:
        return _add_to_log(entry)
    except (OSError, RuntimeError):  # no home at all is a RuntimeError
        return _write_aside(entry)


def _log_file() -> Path:
    folder = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(folder) if folder else Path.home() / ".local" / "state") / "plancmp" / "errors.log"


def _add_to_log(entry: bytes) -> Path:
    log = _log_file()
    log.parent.mkdir(parents=True, exist_ok=True)
    full = log.exists() and log.stat().st_size > LARGEST
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if full else os.O_APPEND)
    with open(os.open(log, flags, 0o600), "wb") as file:  # noqa: PTH123 - it may quote plans: for the user alone
        file.write(entry)
    return log


def _write_aside(entry: bytes) -> Path | None:
    try:
        with tempfile.NamedTemporaryFile(prefix="plancmp-", suffix=".log", delete=False) as file:
            file.write(entry)
    except OSError:
        return None
    return Path(file.name)

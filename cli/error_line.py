"""The one line that is said when an error ends the run, and the log of unexpected ones.

The log is what whoever mends the program needs and a terminal does not.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plancmp.cli.errors import (
    CommandError,
    DocumentError,
    EndingError,
    OutputError,
    UnexpectedError,
    UnknownMeasureError,
    UnknownValueError,
)
from plancmp.cli.filters import typed_values
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.cli.version import VERSION

if TYPE_CHECKING:
    from plancmp.plans.encoding.problems import EncodingError
    from plancmp.plans.faults import InvalidPlan


_OF_STREAMS = frozenset({errno.EBADF, errno.EFBIG, errno.EIO, errno.ENOSPC})
"""What can keep a text from being written; where no file is named it was standard output."""


def concerns_stream(error: Exception) -> bool:
    """Whether this error means that standard output cannot be written."""
    return isinstance(error, OSError) and not error.filename and error.errno in _OF_STREAMS


def error_line(error: Exception, say: Words) -> str:
    """What ended the run, in one line; a defect of the program is logged as well.

    Args:
        error: a usage error of the parser, an expected error of any layer, or a defect of the program.
        say: the words of the language chosen.
    """
    return say("error", message=sanitize_line(_message(error, say)))


def _message(error: Exception, say: Words) -> str:
    if isinstance(error, typer.TyperException):
        return _usage(error, say)
    if isinstance(error, OutputError):
        return say("error.output", path=error.path, reason=say.reason(error.reason))
    if isinstance(error, CommandError):
        return say(error.key, **error.values)
    if isinstance(error, DocumentError):
        return _about_document(error.path, error.error, say)
    return _message_about_request(error, say) or _message_about_input(error, say)


def _message_about_request(error: Exception, say: Words) -> str:
    """Errors in what was asked for; "" for any other."""
    if isinstance(error, UnknownMeasureError):
        problem = say("error.unknown_measure", plan=error.plan, wanted=error.wanted)
        return _suggest(problem, error.nearest, say)
    if isinstance(error, UnknownValueError):
        problem = say("error.unknown_value", option=error.option, wanted=error.wanted)
        return _suggest(problem, typed_values(error.family, error.nearest, say.language), say)
    return _about_ending(error, say) if isinstance(error, EndingError) else ""


def _message_about_input(error: Exception, say: Words) -> str:
    """Errors of files and of the layer of plans, which is imported only now that one may have occurred."""
    from plancmp.plans.faults import InvalidPlan
    from plancmp.plans.library import UnknownPlan

    if isinstance(error, OSError) and error.filename:
        return say("error.input", path=error.filename, reason=say.reason(error.strerror))
    if isinstance(error, OSError) and concerns_stream(error):
        return say("error.output", path="/dev/stdout", reason=say.reason(error.strerror))
    if isinstance(error, UnknownPlan):
        key = "error.several_plans" if error.several else "error.unknown_plan"
        return _suggest(say(key, name=error.name), error.suggestions, say)
    if isinstance(error, InvalidPlan):
        return _first_fault(error, say)
    if isinstance(error, UnexpectedError):
        return f"{error.path}: {_internal(error.kind, error.message, error.trace, say)}"
    return _internal(type(error).__name__, str(error), "".join(traceback.format_exception(error)), say)


def _internal(kind: str, message: str, trace: str, say: Words) -> str:
    from plancmp.plans.faults import excerpt

    log = log_error(trace)
    report = say("error.report_log", log=log) if log else say("error.report_command")
    return say("error.internal", kind=kind, message=excerpt(message), report=report)


def _about_document(path: Path | str, error: EncodingError, say: Words) -> str:
    place = f"{path}:{error.line}" if error.line else f"{path}"
    return f"{place}: " + say(
        f"problem.{error.problem}", found=say.reason(error.found), expected=error.expected
    )


def _about_ending(error: EndingError, say: Words) -> str:
    endings = say("error.or").join(error.endings)
    if error.asked is None:
        return say("error.ending_unknown", file=error.file, endings=endings)
    return say("error.ending_contradicts", file=error.file, format=error.asked, endings=endings)


def _usage(error: typer.TyperException, say: Words) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "plancmp"
    # "Value error" is what the parser's validation library puts before every message of its own.
    message = error.format_message().replace("Value error, ", "").rstrip(".")
    if say.language is Language.CHINESE:
        from plancmp.cli.messages.usage import in_chinese

        message = in_chinese(message)
    return say("error.usage", message=message, help=f"{command} --help")


def _suggest(problem: str, suggestions: Sequence[str], say: Words) -> str:
    """A problem with a name, and the names that may have been meant."""
    if not suggestions:
        return say("error.list_plans", problem=problem)
    return say("error.did_you_mean", problem=problem, suggestions=say("error.or").join(suggestions))


def _first_fault(error: InvalidPlan, say: Words) -> str:
    from plancmp.cli.views.faults import fault_line

    first, *others = (fault_line(fault, say) for fault in error.faults)
    return say("error.more_faults", fault=first, more=len(others)) if others else first


LARGEST_LOG = 1_000_000
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
    full = log.exists() and log.stat().st_size > LARGEST_LOG
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

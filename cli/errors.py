"""The one line that is said when an error ends the run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plancmp.cli.output import OutputError
from plancmp.cli.plain import plain_line
from plancmp.cli.selection import UnknownMeasureError
from plancmp.cli.words import Words

if TYPE_CHECKING:
    from plancmp.plans.faults import InvalidPlan


class DocumentError(Exception):
    """A document that cannot be encoded; it reads `file:line: what is wrong`."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def error_line(error: Exception, say: Words) -> str:
    """What ended the run, in one line.

    Args:
        error: a usage error of the parser, an expected error of any layer, or a defect of the program.
        say: the words of the language chosen.
    """
    return say("error", message=plain_line(_message(error, say)))


def _message(error: Exception, say: Words) -> str:
    if isinstance(error, typer.TyperException):
        return _usage(error, say)
    if isinstance(error, OutputError):
        return say("error.output", path=error.path, reason=error.reason)
    if isinstance(error, DocumentError):
        return str(error)
    if isinstance(error, UnknownMeasureError):
        problem = say("error.unknown_measure", plan=error.plan, wanted=error.wanted)
        return _suggest(problem, error.nearest, say)
    if isinstance(error, OSError) and error.filename:
        return say("error.input", path=error.filename, reason=error.strerror)
    return _message_about_plans(error, say)


def _message_about_plans(error: Exception, say: Words) -> str:
    """Errors of the layer of plans, which is imported only now that one of them may have occurred."""
    from plancmp.plans.faults import InvalidPlan
    from plancmp.plans.library import UnknownPlan

    if isinstance(error, UnknownPlan):
        return _suggest(say("error.unknown_plan", name=error.name), error.suggestions, say)
    if isinstance(error, InvalidPlan):
        return _first_fault(error, say)
    return say("error.internal", kind=type(error).__name__, message=error)


def _usage(error: typer.TyperException, say: Words) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "plancmp"
    # "Value error" is what the parser's validation library puts before every message of its own.
    message = error.format_message().replace("Value error, ", "").rstrip(".")
    return say("error.usage", message=message, help=f"{command} --help")


def _suggest(problem: str, suggestions: Sequence[str], say: Words) -> str:
    """A problem with a name, and the names that may have been meant."""
    if not suggestions:
        return say("error.list_plans", problem=problem)
    return say("error.did_you_mean", problem=problem, suggestions=say("error.or").join(suggestions))


def _first_fault(error: InvalidPlan, say: Words) -> str:
    from plancmp.cli.faults import fault_line

    first, *others = (fault_line(fault, say) for fault in error.faults)
    return say("error.more_faults", fault=first, more=len(others)) if others else first

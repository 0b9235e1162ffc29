"""Long text on a terminal through a pager, as git does it: PLANCMP_PAGER, then PAGER, then less.

Nothing is paged in a pipe, in a file, in CI, on a dumb terminal, or when the text fits on the screen.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TextIO

_USUAL = "less -FRX"
_FOR_LESS = {"LESS": "FRX", "LV": "-c"}
"""What a pager named without options gets where the user has set nothing: end on one screen, pass colours on."""
_NONE = ((), ("cat",))

_wanted = ContextVar("_wanted", default=True)


@contextmanager
def without_pager() -> Iterator[None]:
    """As long as this lasts, no text is paged."""
    token = _wanted.set(False)
    try:
        yield
    finally:
        _wanted.reset(token)


def page(text: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Show a text through the pager, until the reader leaves it.

    Args:
        text: what is shown, whole lines.
        stream: standard output.
        environment: the process environment.

    Returns:
        Whether that was done; if not, the text is still to be written.

    Raises:
        KeyboardInterrupt: the pager was ended by an interrupt.
    """
    command = pager_command(environment)
    if command in _NONE or not _wanted.get() or not _is_terminal(stream) or not _is_long(text):
        return False
    return _shown(command, text, stream, environment)


def pager_command(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The pager and its arguments as the environment names it; none where there is to be none."""
    if environment.get("CI") or environment.get("TERM") == "dumb":
        return ()
    named = next((environment[name] for name in ("PLANCMP_PAGER", "PAGER") if name in environment), _USUAL)
    try:
        return tuple(shlex.split(named))
    except ValueError:  # a quote that is not closed
        return ()


def _is_terminal(stream: TextIO) -> bool:
    try:
        return os.isatty(stream.fileno())
    except (OSError, ValueError):  # it stands in for a stream, or is closed
        return False


def _is_long(text: str) -> bool:
    """Whether it takes more lines than the screen has; the prompt needs the last one."""
    return text.count("\n") >= shutil.get_terminal_size().lines


def _shown(command: Sequence[str], text: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    from subprocess import PIPE, Popen  # what goes to a pipe or fits on the screen does without

    charset = {"LESSCHARSET": "utf-8"} if stream.encoding.lower() == "utf-8" else {}
    stream.flush()
    try:
        pager = Popen(command, stdin=PIPE, env={**_FOR_LESS, **charset, **environment})
    except OSError:  # there is no such program
        return False
    try:
        with _interrupts_left_to_the_pager():
            # A reader may leave before the end: what is then left to write is lost and no error.
            pager.communicate(text.encode(stream.encoding, errors="backslashreplace"))
    except BaseException:  # the run is ended: no pager may outlive it and keep the terminal
        pager.terminate()
        pager.wait()
        raise
    if pager.returncode == -signal.SIGINT:
        raise KeyboardInterrupt
    return True


@contextmanager
def _interrupts_left_to_the_pager() -> Iterator[None]:
    """The terminal sends an interrupt to both: the pager stops a search with it, and must not lose its terminal."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

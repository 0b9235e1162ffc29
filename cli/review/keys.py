"""Keys from a terminal, one at a time and without Enter; now and then a line.

All through a review the terminal shows nothing that is typed and hands on every key: one typed before it is asked
for is not lost. Ctrl-C stays what it is everywhere.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

QUIT = "q"
_END = "\x04"
_ESCAPE = "\x1b"
_LONGEST = 1024
_SECONDS_FOR_SEQUENCE = 0.05
"""What an arrow sends comes at once; Esc alone is followed by nothing."""


class Keyboard:
    """The keys of a terminal that is read by file descriptor."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._typed = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read_key(self) -> str:
        """The next key; an arrow as the sequence it sends, the end of the input as the key that quits."""
        while not self._typed:
            if not self._wait():
                return QUIT
        if self._typed == _ESCAPE and self._comes(_SECONDS_FOR_SEQUENCE):
            self._wait()
        length = 3 if self._typed.startswith(f"{_ESCAPE}[") else 1
        key, self._typed = self._typed[:length], self._typed[length:]
        return QUIT if key == _END else key

    def read_line(self, prompt: str) -> str:
        """A line, typed where it can be seen and edited; empty at the end of the input."""
        begun, end, rest = self._typed.partition("\r")
        self._typed = rest if end else ""
        if end:
            return begun
        with _shown(self._terminal), suppress(EOFError):
            return begun + input(prompt + begun)
        return begun

    def _wait(self) -> bool:
        """Wait for more to be typed; False at the end of the input."""
        data = os.read(self._terminal, _LONGEST)
        self._typed += self._decoder.decode(data)
        return bool(data)

    def _comes(self, seconds: float) -> bool:
        import select

        return bool(select.select([self._terminal], [], [], seconds)[0])


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """The keyboard of this process' terminal; behind it the terminal is as it was before."""
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    with suppress(ImportError):
        import readline  # noqa: F401 - lines are edited by character, not by byte, once it is there
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        _set_carriage_return(terminal)
        yield Keyboard(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _set_carriage_return(terminal: int) -> None:
    """Let Enter be told from Ctrl-J."""
    import termios

    mode = termios.tcgetattr(terminal)
    mode[0] &= ~termios.ICRNL
    termios.tcsetattr(terminal, termios.TCSADRAIN, mode)


@contextmanager
def _shown(terminal: int) -> Iterator[None]:
    """What is typed is shown and may be edited, for one line."""
    import termios

    before = termios.tcgetattr(terminal)
    mode = termios.tcgetattr(terminal)
    mode[0] |= termios.ICRNL
    mode[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal, termios.TCSADRAIN, mode)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)

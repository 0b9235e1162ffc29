"""A real terminal for tests: a pseudo-terminal that runs plancmp, and a screen that shows what it draws (pyte)."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_PATIENCE = 30.0
"""Seconds until a screen that does not come is given up; the machine may be busy."""
_QUIET = 0.15
"""Seconds without output after which a screen is taken to be whole."""


class RealTerminal:
    """A run of plancmp at a terminal of this size; a context that ends it."""

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        *,
        columns: int = 80,
        lines: int = 40,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.code: int | None = None
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.chdir(folder)
            # Named one by one: pytest's readline has put COLUMNS where os.environ does not see it.
            known = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
            settings = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(environment or {})}
            command = [sys.executable, "-m", "plancmp", *arguments]
            os.execve(sys.executable, command, {**known, **settings})
        self._resize(columns, lines)

    def _resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window, as a person does while the program runs."""
        self._resize(columns, lines)
        self.screen.resize(lines, columns)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._terminal, keys.encode())

    def send(self, number: signal.Signals) -> None:
        """Send the run a signal."""
        os.kill(self._pid, number)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as it did before the run."""
        return bool(termios.tcgetattr(self._terminal)[3] & termios.ECHO)

    def wait_for(self, words: str) -> str:
        """The screen once it holds these words and nothing more comes.

        Raises:
            AssertionError: it does not come to hold them.
        """
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            more = self._read(_QUIET)
            if not more and words in self.text:
                return self.text
            if not more and self.code is not None:
                break
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def wait_for_end(self) -> int:
        """The exit code of the run."""
        end = time.monotonic() + _PATIENCE
        while self.code is None and time.monotonic() < end:
            self._read(_QUIET)
        assert self.code is not None, self.text
        return self.code

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        # pyte has an empty cell behind each character of two cells.
        return "\n".join(line.rstrip() for line in self.screen.display)

    def _read(self, seconds: float) -> bool:
        """Take in what the program writes; False when nothing comes for so long, or no more ever."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            self._reap()
            return False
        try:
            data = os.read(self._terminal, 65_536)
        except OSError:  # the program has ended
            data = b""
        if not data:
            self._reap(wait=True)
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def _reap(self, *, wait: bool = False) -> None:
        if self.code is None:
            pid, status = os.waitpid(self._pid, 0 if wait else os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)

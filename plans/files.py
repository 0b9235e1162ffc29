"""Reading files: bytes up to a limit, and UTF-8 text; faults of the file itself are found before YAML is parsed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind, InvalidPlan

LARGEST_FILE = 5_000_000
"""Bytes. A long plan takes some 100,000; the limit keeps a wrong file from filling the memory."""

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow in a text, and its line breaks beyond CR and LF (NEL, LS, PS): they would be folded
away unseen and would shift every line number after them."""


class UnreadableFile(Exception):  # noqa: N818 - it names the fault of the input, not of the program
    """A file that cannot be read, or may not be: the kind of fault, what was found and what is allowed."""

    def __init__(self, kind: FaultKind, found: str = "", expected: str = "") -> None:
        super().__init__(kind, found, expected)
        self.kind, self.found, self.expected = kind, found, expected


def read_text(path: Path) -> str:
    """The text of a plan file, without a byte order mark.

    Raises:
        InvalidPlan: if the file is missing, not a regular file, unreadable, too large, empty, not UTF-8 or
            holds control characters.
    """
    try:
        text = _decode(path, read_bytes(path, LARGEST_FILE))
    except UnreadableFile as error:
        raise _whole_file(path, error.kind, error.found, error.expected) from error
    if forbidden := tuple(islice(_character_faults(path, text), MOST_FAULTS + 1)):
        raise InvalidPlan(forbidden)
    if not text.strip():
        raise _whole_file(path, FaultKind.FILE_EMPTY)
    return text


def read_bytes(path: Path, largest: int) -> bytes:
    """The bytes of a regular file, never more than `largest` of them.

    Raises:
        UnreadableFile: if it is missing, not a regular file, unreadable or too large.
    """
    try:
        status = path.stat()
        # Asked before opening: opening a pipe or a device may wait for ever.
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(FaultKind.NOT_A_FILE)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(FaultKind.FILE_MISSING) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise UnreadableFile(FaultKind.FILE_UNREADABLE, reason) from error
    if len(content) > largest:
        found = f"{max(status.st_size, len(content)):,}"
        raise UnreadableFile(FaultKind.FILE_TOO_LARGE, found, f"{largest:,}")
    return content


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind a byte order mark, `object` is what it counted in.
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"0x{error.object[error.start]:02X}"
        raise InvalidPlan([Fault(str(path), line, "", FaultKind.NOT_UTF8, found, "UTF-8")]) from error


def _character_faults(path: Path, text: str) -> Iterator[Fault]:
    """The first forbidden character of each line."""
    if FORBIDDEN.search(text):
        for number, line in enumerate(text.split("\n"), start=1):
            if match := FORBIDDEN.search(line):
                yield Fault(str(path), number, "", FaultKind.FORBIDDEN_CHARACTER, f"U+{ord(match[0]):04X}")


def _whole_file(path: Path, kind: FaultKind, found: str = "", expected: str = "") -> InvalidPlan:
    return InvalidPlan([Fault(str(path), 1, "", kind, found, expected)])

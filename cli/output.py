"""Where output goes: the terminal's colour and width decided once, and text written whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from plancmp.cli.errors import CommandError, OutputError

_DEFAULT_WIDTH = 80
_NARROWEST = 50


def prepare_streams() -> None:
    """Make the standard streams able to carry Chinese, whatever the locale.

    A terminal keeps its encoding, and what it lacks is shown as its code. A pipe or a redirected file gets
    UTF-8, as `-o FILE` does: the same command gives the same bytes everywhere. A stream that was closed gets a
    place where nothing can be written: a file opened later must not take its number.
    """
    for name in ("stdin", "stdout", "stderr"):  # by number: opening takes the lowest that is free
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDONLY), "r" if name == "stdin" else "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def give_up(stream: TextIO) -> None:
    """Let nothing more be written to a stream that cannot be written: the interpreter tries once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def line_width() -> int:
    """Cells in a line: the terminal's (or COLUMNS), 80 where there is none, and never below 50."""
    return max(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, _NARROWEST)


def write_output(content: str | bytes, path: Path | None) -> None:
    """Write text or the bytes of a file to standard output or, whole or not at all, to a file.

    Args:
        content: what to write; to text a missing newline at the end is added. Text that is longer than a terminal's
            screen goes through a pager.
        path: the file, or None for standard output.

    Raises:
        OutputError: the file cannot be written; an existing one is then as it was.
        OSError: standard output cannot be written.
        CommandError: bytes would go to a terminal.
    """
    if isinstance(content, str) and not content.endswith("\n"):
        content += "\n"
    if path is None:
        _write_stream(content)
        return
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="backslashreplace")
    try:
        _write_file(data, path)
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error


def _write_stream(content: str | bytes) -> None:
    if isinstance(content, str):
        if not sys.stdout.isatty() or not _paged(content):
            sys.stdout.write(content)
    elif sys.stdout.isatty():
        raise CommandError("error.binary_to_terminal")
    else:
        sys.stdout.buffer.write(content)
    sys.stdout.flush()


def _paged(content: str) -> bool:
    from plancmp.cli.pager import page

    return page(content, sys.stdout, os.environ)


def _write_file(data: bytes, path: Path) -> None:
    """Replace a regular file in one step; a device or a pipe cannot be replaced and is written into."""
    before = path.stat() if path.exists() else None
    if before and (not stat.S_ISREG(before.st_mode) or not os.access(path, os.W_OK)):
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))  # a link stays a link, what it leads to is replaced
    with tempfile.NamedTemporaryFile(prefix=".plancmp-", dir=path.parent, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if before:
                _keep_owner(temporary, before)
            # As when a file is written into, it is no longer run as its owner.
            temporary.chmod(before.st_mode & 0o777 if before else _new_file_mode())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _keep_owner(path: Path, before: os.stat_result) -> None:
    """Give a new file the owner and the group of the one it replaces, as far as this user may."""
    made = path.stat()
    if (made.st_uid, made.st_gid) == (before.st_uid, before.st_gid):
        return
    for owner in (before.st_uid, -1):  # to give a file away needs privileges, a group of one's own does not
        with suppress(PermissionError):
            os.chown(path, owner, before.st_gid)
            return


def _new_file_mode() -> int:
    """The mode of a new file under the process's umask; temporary files have 0600."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

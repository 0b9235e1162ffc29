"""What a command cannot do or does not know: the errors that end a run in one line (error_line.py) and exit code 2.

Errors of plan files and documents are those of the layer of plans.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancmp.plans.encoding.problems import EncodingError


class CommandError(Exception):
    """A command that cannot be carried out; what is said is the catalogue's."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class OutputError(Exception):
    """A file that cannot be written; `path` is the file, `reason` the system's words for it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path, self.reason = path, reason


class EndingError(Exception):
    """A file whose name does not go with its format.

    Attributes:
        file: the file, as named.
        asked: the format asked for with --format; None where the ending alone was to tell.
        endings: the endings that are possible: those of that format, else those of the command's formats.
    """

    def __init__(self, file: Path, asked: str | None, endings: tuple[str, ...]) -> None:
        super().__init__(str(file))
        self.file, self.asked, self.endings = file, asked, endings


class UnknownMeasureError(Exception):
    """A measure id that the plan does not have.

    Attributes:
        wanted: the id as typed.
        plan: the plan's name.
        nearest: ids the plan does have, the nearest first.
    """

    def __init__(self, wanted: str, plan: str, nearest: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted, self.plan, self.nearest = wanted, plan, nearest


class UnknownValueError(Exception):
    """A value that an option does not take.

    Attributes:
        option: the option, such as "--reason".
        wanted: the value as typed.
        family: the catalogue's family of its values, "verdict" or "reason".
        nearest: values it does take: those alike, else all of them.
    """

    def __init__(self, option: str, wanted: str, family: str, nearest: tuple[str, ...]) -> None:
        super().__init__(option, wanted)
        self.option, self.wanted, self.family, self.nearest = option, wanted, family, nearest


class DocumentError(Exception):
    """A document that cannot be encoded: the file or the address on the web, and the encoder's error."""

    def __init__(self, path: Path | str, error: EncodingError) -> None:
        super().__init__(path, error)
        self.path, self.error = path, error


class UnexpectedError(Exception):
    """A defect of the program that came up over one file: the error's kind and message, and its traceback."""

    def __init__(self, path: Path, kind: str, message: str, trace: str) -> None:
        super().__init__(path, kind, message)
        self.path, self.kind, self.message, self.trace = path, kind, message, trace

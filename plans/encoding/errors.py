"""What is raised when a text cannot be read as a plan."""

from __future__ import annotations


class EncodingError(Exception):
    """A text is not a plan, or lacks what every plan has.

    Attributes:
        message: One sentence: what is wrong and what to do.
        line: The line it is about, counted from 1; none when it is about the whole text.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line

"""The files that answers of models are kept in: lines of a batch's output, one file a plan, beside the decisions.

An answer is written as soon as it is there: an interrupted run goes on where it stopped, and asks nothing twice.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from plancmp.alignment.consultation.batch import answer_line, read_answers
from plancmp.alignment.consultation.question import Question
from plancmp.alignment.consultation.said import LARGEST_ANSWER
from plancmp.cli.decision_files import DEFAULT_FOLDER
from plancmp.cli.errors import CommandError, OutputError

LARGEST_ANSWERS = 1_000_000_000
"""Bytes of a file of answers; those on 2,850 plans take some hundred million."""

LONGEST_LINE = 8 * LARGEST_ANSWER
"""Bytes of a line that is read; a longer one is passed over."""


def answers_in(path: Path) -> dict[str, str]:
    """What was said, by the question's id; of several answers to one question the last.

    Raises:
        CommandError: this is no regular file, or it is too large.
        OSError: it cannot be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise CommandError("error.no_answers_file", path=path)
    if status.st_size > LARGEST_ANSWERS:
        raise CommandError("error.answers_too_large", path=path, found=status.st_size, most=LARGEST_ANSWERS)
    return {answered.question: answered.said for answered in read_answers(_lines(path))}


def by_plan(answers: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The answers sorted by what their ids begin with."""
    sorted_: dict[str, dict[str, str]] = defaultdict(dict)
    for identity, said in answers.items():
        sorted_[identity.rpartition("-")[0]][identity] = said
    return sorted_


class AnswerStore:
    """The answers on one plan.

    Args:
        folder: that of decisions; the default's for None.
        plan_id: the plan's id.

    Attributes:
        answers: what was said, by the question's id.

    Raises:
        CommandError, OSError: see `answers_in`.
    """

    def __init__(self, folder: Path | None, plan_id: str) -> None:
        self._path = (folder or DEFAULT_FOLDER) / "answers" / f"{plan_id}.jsonl"
        self.answers = answers_in(self._path) if self._path.exists() else {}

    def keep(self, question: Question, said: str) -> None:
        """Keep an answer, on the disk before anything is made of it.

        Raises:
            OutputError: the file cannot be written.
        """
        self.answers[question.id] = said
        self._append(answer_line(question, said))

    def _append(self, line: str) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab+") as file:
                if file.seek(0, os.SEEK_END) and not _ends_line(file):
                    line = f"\n{line}"  # the last run was cut off in the middle of one
                file.write(line.encode(errors="replace"))
        except OSError as error:
            raise OutputError(self._path, error.strerror or str(error)) from error


def _ends_line(file: BinaryIO) -> bool:
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            if len(line) < LONGEST_LINE or line.endswith(b"\n"):
                yield line.decode("utf-8-sig", errors="replace")
                continue
            while line and not line.endswith(b"\n"):  # passed over
                line = file.readline(LONGEST_LINE)

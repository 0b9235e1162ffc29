"""Many questions at a time: sent by threads, answered in whatever order, given up as soon as nobody will answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import NamedTuple

from plancmp.alignment.consultation.question import Question


class ModelFault(StrEnum):
    """Why a server gave no answer."""

    LOCKED_OUT = "locked_out"
    STATUS = "status"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    MALFORMED = "malformed"
    TOO_LARGE = "too_large"


class ModelError(Exception):
    """A question that a server gave no answer to; `detail` is its status and a few of its words."""

    def __init__(self, fault: ModelFault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault, self.detail = fault, detail

    @property
    def ends_all(self) -> bool:
        """Whether no other question will be answered either."""
        return self.fault is ModelFault.LOCKED_OUT


class Reply(NamedTuple):
    """What came of one question: what was said, or why nothing was."""

    question: Question
    said: str | ModelError


def replies(
    questions: Sequence[Question], ask: Callable[[Question], str], concurrency: int
) -> Iterator[Reply]:
    """Put every question, so many at a time, and give each reply as it comes.

    Args:
        questions: what is asked; each is sent once.
        ask: sends one and waits; it may raise `ModelError`.
        concurrency: how many are under way at a time.
    """
    work = _Work(questions, ask)
    # Daemons: whoever interrupts a run does not wait for a server.
    for _ in range(min(concurrency, len(questions))):
        Thread(target=work.run, daemon=True).start()
    try:
        for _ in questions:
            reply = work.next_reply()
            yield reply
            if isinstance(reply.said, ModelError) and reply.said.ends_all:
                return
    finally:
        work.over.set()


class _Work:
    """What threads take questions from and put replies into, until it is over."""

    def __init__(self, questions: Sequence[Question], ask: Callable[[Question], str]) -> None:
        self._ask = ask
        self._waiting: SimpleQueue[Question] = SimpleQueue()
        self._done: SimpleQueue[Reply | BaseException] = SimpleQueue()
        self.over = Event()
        for question in questions:
            self._waiting.put(question)

    def run(self) -> None:
        """Ask one question after another."""
        with suppress(Empty):
            while not self.over.is_set():
                self._done.put(self._reply(self._waiting.get_nowait()))

    def next_reply(self) -> Reply:
        """Wait for a reply; a defect of the program is raised here."""
        reply = self._done.get()
        if isinstance(reply, BaseException):
            raise reply
        return reply

    def _reply(self, question: Question) -> Reply | BaseException:
        try:
            return Reply(question, self._ask(question))
        except ModelError as error:
            if error.ends_all:
                self.over.set()
            return Reply(question, error)
        except Exception as defect:
            return defect

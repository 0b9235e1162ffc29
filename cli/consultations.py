"""Questions put to a language model in whatever way the options say: to a server, or as files of a batch.

What is asked, and what becomes of the answers, is each command's own; how nothing is lost or asked twice is here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import typer

from plancmp.alignment.consultation.batch import request_line
from plancmp.alignment.consultation.question import Question
from plancmp.alignment.consultation.settling import Settlement
from plancmp.cli import options
from plancmp.cli.answer_files import AnswerStore, answers_in, by_plan
from plancmp.cli.asking import ModelError, replies
from plancmp.cli.errors import CommandError
from plancmp.cli.messages import Words
from plancmp.cli.model_options import Asking
from plancmp.cli.output import write_output
from plancmp.cli.progress import ASKING, followed

if TYPE_CHECKING:
    from plancmp.cli.model_client import ModelServer

_AT_A_TIME = 50
"""Plans that are held in memory together while they are asked about."""


class Consultation(Protocol):
    """What a model is asked about one plan, and where its answers are kept."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked."""

    @property
    def store(self) -> AnswerStore:
        """Where the answers are kept."""

    def settle(self) -> Settlement[Any]:
        """What the answers kept so far come to."""


One = TypeVar("One", bound=Consultation)


@dataclass(frozen=True)
class Inquiry(Generic[One]):
    """What a command asks of a model.

    Attributes:
        consultations: plan by plan, made anew whenever it is called.
        tell: writes and says what came of the answers on a plan.
        say: the words.
        cost: the message that says how much would be sent.
    """

    consultations: Callable[[], Iterator[One]]
    tell: Callable[[One], None]
    say: Words
    cost: str

    def run(self, asking: Asking) -> None:
        """Ask, or do with files what the options say.

        Raises:
            CommandError: some requests got no answer; no answer in a file is to anything asked; no server is known.
        """
        if asking.answers:
            self._take(asking.answers)
        if asking.dry_run:
            self._show_cost(asking.host)
        elif asking.requests:
            self._write_requests(asking.requests)
        elif not asking.answers:
            self._ask(asking.server(), asking.concurrency)

    def _take(self, path: Path) -> None:
        """Take in the output of a batch and tell what comes of it."""
        given, fitting = by_plan(answers_in(path)), 0
        for each in self.consultations():
            fitting += _take_answers(each, given)
            self.tell(each)
        if not fitting:
            raise CommandError("error.no_answer_fits", path=path)

    def _show_cost(self, host: str | None) -> None:
        """Say how much would be sent where."""
        plans = items = kept = 0
        asked: list[int] = []
        for each in self.consultations():
            plans, kept = plans + 1, kept + len(each.store.answers)
            items += sum(len(question.asked) for question in each.questions)
            asked += [question.characters for question in each.settle().open]
        values = {"plans": plans, "items": items, "requests": len(asked), "characters": f"{sum(asked):,}"}
        typer.echo(self.say(self.cost, **values, kept=kept, host=host or self.say("consult.no_host")))

    def _write_requests(self, path: Path) -> None:
        """Write what has no answer yet as a batch."""
        questions = [question for each in self.consultations() for question in each.settle().open]
        text = "".join(map(request_line, questions))
        write_output(text or b"", options.output_file(path))
        characters = f"{sum(question.characters for question in questions):,}"
        values = {"requests": len(questions), "characters": characters, "path": path}
        typer.echo(self.say("consult.requests_written", **values), err=True)

    def _ask(self, server: ModelServer, concurrency: int) -> None:
        """Ask what has no answer yet, once more what is refused, and tell what is proposed.

        Raises:
            CommandError: some requests got no answer; those there are were kept.
        """
        failed: dict[str, ModelError] = {}
        waiting = self.consultations()
        while group := list(islice(waiting, _AT_A_TIME)):
            self._ask_group(group, server, concurrency, failed)
            for each in group:
                self.tell(each)
        if failed:
            error = next(iter(failed.values()))
            reason = self.say(f"model.{error.fault}", detail=error.detail)
            raise CommandError("error.unanswered", failed=len(failed), reason=reason)

    def _ask_group(
        self,
        group: Sequence[One],
        server: ModelServer,
        concurrency: int,
        failed: dict[str, ModelError],
    ) -> None:
        """Ask until nothing is open but what failed; a refused answer opens its question once more."""
        stores = {question.plan: each.store for each in group for question in each.questions}
        while questions := [
            question for each in group for question in each.settle().open if question.id not in failed
        ]:
            for reply in followed(
                replies(questions, server.ask, concurrency), len(questions), self.say, ASKING
            ):
                if not isinstance(reply.said, ModelError):
                    stores[reply.question.plan].keep(reply.question, reply.said)
                    continue
                failed[reply.question.id] = reply.said
                if reply.said.ends_all:
                    failed |= {question.id: reply.said for question in questions if question.id not in failed}


def _take_answers(consultation: Consultation, given: Mapping[str, Mapping[str, str]]) -> int:
    """Keep those answers that fit what is asked, or asked again; how many of them there are, kept before or now.

    Args:
        consultation: what is asked.
        given: answers by what their questions' ids begin with, then by the id.
    """
    store = consultation.store
    found = given.get(consultation.questions[0].plan_part, {}) if consultation.questions else {}
    while fitting := [question for question in consultation.settle().open if question.id in found]:
        for question in fitting:
            store.keep(question, found[question.id])
    return len(found.keys() & store.answers.keys())

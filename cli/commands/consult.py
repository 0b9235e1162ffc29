"""`plancmp consult`: a language model as second reader; it proposes, a person decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from plancmp.cli import options
from plancmp.cli.output import write_output

if TYPE_CHECKING:
    from plancmp.cli.asking import ModelError
    from plancmp.cli.consulting import PlanConsultation, Wanted
    from plancmp.cli.loading import Gathering
    from plancmp.cli.messages import Words
    from plancmp.cli.model_client import ModelServer

LONGEST_NAME = 100
"""Characters of a model's name."""

_AT_A_TIME = 50
"""Plans that are held in memory together while they are asked about."""

EXAMPLES = (
    "plancmp consult province yicheng --model qwen3 --dry-run",
    "plancmp consult province yicheng --model qwen3 --url http://gpu1:8000/v1",
    "plancmp consult province yicheng --all --model qwen3 --requests ask.jsonl",
    "plancmp consult province yicheng --all --model qwen3 --answers out.jsonl",
)


class Per(StrEnum):
    """How much one request asks, written out here so that `--help` need not load what asks."""

    REFERENCE = "reference"
    PROGRAMME = "programme"


def consult(  # noqa: PLR0913 - one parameter for each option of the command line
    reference: options.ReferenceArgument,
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN", help="Plans: ids, aliases or files.", autocompletion=options.complete_plan
        ),
    ],
    *,
    everything: Annotated[bool, typer.Option("--all", help="Ask about every commitment.")] = False,
    top: Annotated[
        int,
        typer.Option(
            "--top",
            metavar="PERCENT",
            min=1,
            max=100,
            show_default=True,
            help="Ask about this share of the review queue, the most doubtful first.",
        ),
    ] = 20,
    per: Annotated[
        Per,
        typer.Option(
            "--per",
            metavar="SCOPE",
            show_default=True,
            help="One request for the whole reference, or for each programme: reference or programme.",
        ),
    ] = Per.REFERENCE,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", metavar="NAME", envvar="PLANCMP_MODEL", show_envvar=True, help="The model's name."
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            metavar="URL",
            envvar="PLANCMP_MODEL_URL",
            show_envvar=True,
            help="A server that speaks chat completions, e.g. http://localhost:8000/v1; its key is read from "
            "PLANCMP_MODEL_KEY.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how much would be sent where; send and write nothing.")
    ] = False,
    requests: Annotated[
        Path | None,
        typer.Option("--requests", metavar="FILE", help="Write the requests as batch JSONL; ask nobody."),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers", metavar="FILE", help="Read answers from the output of a batch; ask nobody."
        ),
    ] = None,
    concurrency: Annotated[
        int,
        typer.Option(
            "--concurrency", metavar="N", min=1, max=64, show_default=True, help="Requests at a time."
        ),
    ] = 4,
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", metavar="SECONDS", min=0.1, show_default=True, help="How long one request may take."
        ),
    ] = 300.0,
    attempts: Annotated[
        int,
        typer.Option(
            "--attempts", metavar="N", min=1, max=20, show_default=True, help="How often one is sent."
        ),
    ] = 5,
    decisions: options.DecisionsOption = None,
    language: options.LanguageOption = None,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Ask a language model for a second reading.

    It is asked about the most doubtful commitments and proposes, with quotes that must
    stand in the plan to the letter; what is not proved is asked once more, then told.
    Proposals are kept in the file of decisions and count only with --trust-proposals.
    Nothing is asked twice. No host is contacted unless one is configured.
    """
    from plancmp.alignment.consultation.question import Scope
    from plancmp.cli.consulting import Wanted
    from plancmp.cli.loading import Gathering, keep_input, open_library

    say = options.words_of(language)
    library = open_library(plans_directories, say)
    gathering = Gathering(library, reference, plans, "consult")
    keep_input(requests, [*gathering.files, *([answers] if answers else [])])
    wanted = Wanted(None if everything else top / 100, _model_name(model), Scope(per))
    work = _Work(gathering, wanted, decisions, say)
    if answers:
        work.take(answers)
    if dry_run:
        work.show_cost(url)
    elif requests:
        work.write_requests(requests)
    elif not answers:
        work.ask(_server(url, timeout, attempts), concurrency)


def _model_name(name: str | None) -> str:
    from plancmp.cli.errors import CommandError

    if not name:
        raise CommandError("error.no_model")
    if len(name) > LONGEST_NAME or not name.isprintable() or not name.strip():
        raise CommandError("error.bad_model_name", name=name[:LONGEST_NAME], most=LONGEST_NAME)
    return name


def _host(url: str) -> str:
    """The host and port of a server's address.

    Raises:
        CommandError: it is no address of a server, or holds more than one.
    """
    from urllib.parse import urlsplit

    from plancmp.cli.errors import CommandError

    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if (
        parts.scheme not in {"http", "https"}
        or not host
        or "@" in parts.netloc
        or parts.query
        or parts.fragment
    ):
        # What stands before an @ may be a password.
        raise CommandError("error.bad_model_url", url=url.rpartition("@")[2])
    return parts.netloc


def _server(url: str | None, timeout: float, attempts: int) -> ModelServer:
    import os

    from plancmp.cli.errors import CommandError

    if not url:
        raise CommandError("error.no_model_url")
    _host(url)
    try:
        from plancmp.cli.model_client import ModelAddress, ModelServer, Patience
    except ImportError as missing:
        raise CommandError("error.no_model_client") from missing
    address = ModelAddress(url, os.environ.get("PLANCMP_MODEL_KEY", ""))
    return ModelServer(address, Patience(timeout, attempts))


class _Work(NamedTuple):
    """The plans that are asked about, and what is to be asked."""

    gathering: Gathering
    wanted: Wanted
    folder: Path | None
    say: Words

    def consultations(self) -> Iterator[PlanConsultation]:
        """Plan by plan."""
        from plancmp.cli.consulting import consult_about

        for plan in self.gathering.plans():
            yield consult_about(self.gathering.base, plan, self.wanted, self.folder)

    def take(self, path: Path) -> None:
        """Take in the output of a batch and write what it proposes.

        Raises:
            CommandError: no answer in it is to anything asked.
        """
        from plancmp.cli.answer_files import answers_in, by_plan
        from plancmp.cli.consulting import take_answers
        from plancmp.cli.errors import CommandError

        given, fitting = by_plan(answers_in(path)), 0
        for each in self.consultations():
            fitting += take_answers(each, given)
            self._tell(each)
        if not fitting:
            raise CommandError("error.no_answer_fits", path=path)

    def show_cost(self, url: str | None) -> None:
        """Say how much would be sent where."""
        plans = items = kept = 0
        asked: list[int] = []
        for each in self.consultations():
            plans, items, kept = plans + 1, items + each.asked, kept + len(each.store.answers)
            asked += [question.characters for question in each.settle().open]
        host = _host(url) if url else self.say("consult.no_host")
        values = {"plans": plans, "items": items, "requests": len(asked), "characters": f"{sum(asked):,}"}
        typer.echo(self.say("consult.dry_run", **values, kept=kept, host=host))

    def write_requests(self, path: Path) -> None:
        """Write what has no answer yet as a batch."""
        from plancmp.alignment.consultation.batch import request_line

        questions = [question for each in self.consultations() for question in each.settle().open]
        text = "".join(map(request_line, questions))
        write_output(text or b"", options.output_file(path))
        characters = f"{sum(question.characters for question in questions):,}"
        values = {"requests": len(questions), "characters": characters, "path": path}
        typer.echo(self.say("consult.requests_written", **values), err=True)

    def ask(self, server: ModelServer, concurrency: int) -> None:
        """Ask what has no answer yet, once more what is refused, and write what is proposed.

        Raises:
            CommandError: some requests got no answer; those there are were kept.
        """
        from plancmp.cli.errors import CommandError

        failed: dict[str, ModelError] = {}
        waiting = self.consultations()
        while group := list(islice(waiting, _AT_A_TIME)):
            self._ask_group(group, server, concurrency, failed)
            for each in group:
                self._tell(each)
        if failed:
            error = next(iter(failed.values()))
            reason = self.say(f"model.{error.fault}", detail=error.detail)
            raise CommandError("error.unanswered", failed=len(failed), reason=reason)

    def _ask_group(
        self,
        group: Sequence[PlanConsultation],
        server: ModelServer,
        concurrency: int,
        failed: dict[str, ModelError],
    ) -> None:
        """Ask until nothing is open but what failed; a refused answer opens its question once more."""
        from plancmp.cli.asking import ModelError, replies
        from plancmp.cli.progress import ASKING, followed

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

    def _tell(self, consultation: PlanConsultation) -> None:
        """Write what is proposed, and say what came of it."""
        from plancmp.cli.views.consultation import outcome_lines, refused_lines
        from plancmp.plans.glosses import glosses_of

        say = self.say.knowing(glosses_of(consultation.pair.plan))
        outcome = consultation.propose()
        for line in outcome_lines(outcome, say):
            typer.echo(line)
        for line in refused_lines(outcome, say):
            typer.echo(line, err=True)

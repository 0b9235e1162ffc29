"""The options by which a language model is asked, and what they come to: the model's name, the server, what to do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from plancmp.cli.model_client import ModelServer

LONGEST_NAME = 100
"""Characters of a model's name."""


class Per(StrEnum):
    """How much one request asks, written out here so that `--help` need not load what asks."""

    REFERENCE = "reference"
    PROGRAMME = "programme"


PerOption = Annotated[
    Per,
    typer.Option(
        "--per",
        metavar="SCOPE",
        show_default=True,
        help="One request for the whole reference, or for each programme: reference or programme.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", envvar="PLANCMP_MODEL", show_envvar=True, help="The model's name."
    ),
]
UrlOption = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        envvar="PLANCMP_MODEL_URL",
        show_envvar=True,
        help="A server that speaks chat completions, e.g. http://localhost:8000/v1; its key is read from "
        "PLANCMP_MODEL_KEY.",
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say how much would be sent where; send and write nothing.")
]
RequestsOption = Annotated[
    Path | None,
    typer.Option("--requests", metavar="FILE", help="Write the requests as batch JSONL; ask nobody."),
]
AnswersOption = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE", help="Read answers from the output of a batch; ask nobody."),
]
ConcurrencyOption = Annotated[
    int,
    typer.Option("--concurrency", metavar="N", min=1, max=64, show_default=True, help="Requests at a time."),
]
TimeoutOption = Annotated[
    float,
    typer.Option(
        "--timeout", metavar="SECONDS", min=0.1, show_default=True, help="How long one request may take."
    ),
]
AttemptsOption = Annotated[
    int,
    typer.Option("--attempts", metavar="N", min=1, max=20, show_default=True, help="How often one is sent."),
]


class Asking(NamedTuple):
    """How questions get their answers, as the options say.

    Attributes:
        url: the server's address; None where none is configured.
        dry_run: only say what would be sent.
        requests: the file that requests are written to, if they are.
        answers: the file that answers are read from, if they are.
        concurrency: requests at a time.
        timeout: seconds for one of them.
        attempts: how often one is sent.
    """

    url: str | None
    dry_run: bool
    requests: Path | None
    answers: Path | None
    concurrency: int
    timeout: float
    attempts: int

    @property
    def needs_nobody(self) -> bool:
        """Whether no server is asked."""
        return self.dry_run or self.requests is not None or self.answers is not None

    @property
    def host(self) -> str | None:
        """The host that would be asked.

        Raises:
            CommandError: the address is none of a server.
        """
        return _host(self.url) if self.url else None

    def server(self) -> ModelServer:
        """The server to be asked.

        Raises:
            CommandError: none is configured, its address is none, or what asks is not installed.
        """
        import os

        from plancmp.cli.errors import CommandError

        if not self.url:
            raise CommandError("error.no_model_url")
        _host(self.url)
        try:
            from plancmp.cli.model_client import ModelAddress, ModelServer, Patience
        except ImportError as missing:
            raise CommandError("error.no_model_client") from missing
        address = ModelAddress(self.url, os.environ.get("PLANCMP_MODEL_KEY", ""))
        return ModelServer(address, Patience(self.timeout, self.attempts))


def model_name(name: str | None) -> str:
    """The name of the model, as given.

    Raises:
        CommandError: none is given, or it is no name.
    """
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

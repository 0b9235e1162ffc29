"""`plancmp encode`: an official document's text becomes a plan file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.output import write_output


class PlanLevel(StrEnum):
    """The levels of the plan model, written out here so that `--help` need not load the model."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


EXAMPLES = (
    "plancmp encode yicheng.txt --id yicheng -o yicheng.yaml",
    "plancmp encode notice.txt --id zouping --name 邹平市 --level county",
)


def encode(  # noqa: PLR0913 - one parameter for each option of the command line
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document: text in UTF-8, as published.")],
    *,
    plan_id: Annotated[str, typer.Option("--id", metavar="ID", help="The plan's id: a-z, 0-9, - and _.")],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="The place's name, when the text does not tell."),
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name (may be repeated).")
    ] = None,
    level: Annotated[
        PlanLevel | None, typer.Option("--level", metavar="LEVEL", help="province, prefecture or county.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="Where the text is from; FILE's name if not given."),
    ] = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
) -> None:
    """Turn an official document's text into a plan file (YAML).

    What was taken from the text and what was left out, with line numbers, is told on
    standard error.
    """
    from plancmp.cli.encoding_report import report_lines
    from plancmp.cli.errors import DocumentError
    from plancmp.plans.encoding.encode import encode_document
    from plancmp.plans.encoding.errors import EncodingError
    from plancmp.plans.writing import dump_plan

    say = options.words_of(language)
    try:
        encoded = encode_document(
            file.read_bytes(),
            plan_id=plan_id,
            name=name,
            aliases=tuple(alias or ()),
            level=level.value if level else None,
            source=source or file.name,
        )
    except EncodingError as error:
        raise DocumentError(file, error.line, error.message) from error
    write_output(dump_plan(encoded.plan), output)
    for line in report_lines(encoded.report, say):
        typer.echo(line, err=True)

"""`plancmp encode`: an official document becomes a plan file."""

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
    "plancmp encode yicheng.txt --dry-run",
    "plancmp encode yicheng.txt -o yicheng.yaml",
    "plancmp encode yicheng.txt -o yicheng.yaml --force",
    "plancmp encode notice.pdf --id zouping --name 邹平市 --level county",
    "plancmp encode https://www.example.gov.cn/plan.html --id zouping",
)


def encode(  # noqa: PLR0913 - one parameter for each option of the command line
    document: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The document as published: text, .html, .docx, .ofd or .pdf; .doc, .wps, .rtf and .odt if "
            "LibreOffice is installed; or the address of a page or file, http://... or https://...",
        ),
    ],
    *,
    plan_id: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="The plan's id: a-z, 0-9, - and _; FILE's stem if not given."
        ),
    ] = None,
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
    charset: Annotated[
        str | None,
        typer.Option(
            "--encoding", metavar="NAME", help="The text's encoding, such as gb18030; else detected."
        ),
    ] = None,
    attachment: Annotated[
        int | None,
        typer.Option(
            "--attachment",
            metavar="NUMBER",
            min=1,
            help="Of a page on the web: read the Nth document it links to.",
        ),
    ] = None,
    allow_local: Annotated[
        bool,
        typer.Option("--allow-local", help="Also fetch from this machine and from inner networks."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of -o if there is one.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken from the text; write nothing.")
    ] = False,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
) -> None:
    """Turn an official document into a plan file (YAML).

    What was taken from the text, what was left out and what a person should verify is
    told on standard error, with line numbers. A plan file that is there already, and
    perhaps corrected, is only replaced with --force.
    """
    from plancmp.cli.commands.encode_document import Given, encode_given, fetched_lines
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import keep_input
    from plancmp.cli.views.encoding import comments_of, report_lines
    from plancmp.plans.writing import dump_plan

    say = options.words_of(language)
    keep_input(output, [Path(document)])
    if output is not None and output.is_file() and not (force or dry_run):
        raise CommandError("error.output_exists", path=output)
    given = Given(
        plan_id=plan_id,
        name=name,
        aliases=tuple(alias or ()),
        level=level.value if level else None,
        source=source,
        charset=charset,
        attachment=attachment,
        allow_local=allow_local,
    )
    encoded, fetched = encode_given(document, given, say)
    lines = [*(fetched_lines(fetched, say) if fetched else ()), *report_lines(encoded, say, in_full=dry_run)]
    if dry_run:
        write_output("\n".join([*lines, say("encode.not_written")]), None)
        return
    write_output(dump_plan(encoded.plan, comments_of(encoded, say)), options.output_file(output))
    for line in lines:
        typer.echo(line, err=True)

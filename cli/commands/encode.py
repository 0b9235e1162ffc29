"""`plancmp encode`: an official document becomes a plan file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.messages import Words
from plancmp.cli.output import write_output

if TYPE_CHECKING:
    from plancmp.cli.commands.encode_document import Given


class PlanLevel(StrEnum):
    """The levels of the plan model, written out here so that `--help` need not load the model."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


_OF_ONE = {
    "plan_id": "--id",
    "name": "--name",
    "aliases": "--alias",
    "source": "--source",
    "attachment": "--attachment",
}
"""What is given can hold for one document only: the field and its option."""

EXAMPLES = (
    "plancmp encode yicheng.txt --dry-run",
    "plancmp encode yicheng.txt -o yicheng.yaml",
    "plancmp encode yicheng.txt -o yicheng.yaml --force",
    "plancmp encode notice.pdf --id zouping --name 邹平市 --level county",
    "plancmp encode scanned.pdf --ocr",
    "plancmp encode documents/ -o plans/",
    "plancmp encode https://www.example.gov.cn/plan.html --id zouping",
)


def encode(  # noqa: PLR0913 - one parameter for each option of the command line
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="The document as published: text, .html, .docx, .ofd or .pdf; .doc, .wps, .rtf and .odt if "
            "LibreOffice is installed; or the address of a page or file, http://... or https://...; several of "
            "these, or folders of files.",
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
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Have ocrmypdf, if it is installed, read a PDF's scanned pages.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of -o if there is one.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken from the text; write nothing.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whole or not at all; - is standard output; of several documents, the folder "
            "for their plan files.",
        ),
    ] = None,
    language: options.LanguageOption = None,
) -> None:
    """Turn an official document into a plan file (YAML).

    What was taken from the text, what was left out and what a person should verify is
    told on standard error, with line numbers. A plan file that is there already, and
    perhaps corrected, is only replaced with --force; English glosses in it stay beside
    the Chinese they translate. Of several documents each becomes a plan file in the
    folder of -o, and a table says what was found; those whose plan file is there already
    are passed over.
    """
    from plancmp.cli.commands.encode_document import Given

    say = options.words_of(language)
    given = Given(
        plan_id=plan_id,
        name=name,
        aliases=tuple(alias or ()),
        level=level.value if level else None,
        source=source,
        charset=charset,
        attachment=attachment,
        allow_local=allow_local,
        ocr=ocr,
        force=force,
        dry_run=dry_run,
    )
    if len(documents) > 1 or Path(documents[0]).is_dir():
        _encode_many(documents, output, given, say)
    else:
        _encode_one(documents[0], output, given, say)


def _encode_one(document: str, output: Path | None, given: Given, say: Words) -> None:
    from plancmp.cli.commands.encode_document import encode_given, fetched_lines, plan_text
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import keep_input
    from plancmp.cli.views.encoding import report_lines

    keep_input(output, [Path(document)])
    if output is not None and output.is_file() and not given.overwrites:
        raise CommandError("error.output_exists", path=output)
    encoded, fetched = encode_given(document, given, say)
    lines = [
        *(fetched_lines(fetched, say) if fetched else ()),
        *report_lines(encoded, say, in_full=given.dry_run),
    ]
    if given.dry_run:
        write_output("\n".join([*lines, say("encode.not_written")]), None)
        return
    file = options.output_file(output)
    write_output(plan_text(encoded, file, say), file)
    for line in lines:
        typer.echo(line, err=True)


def _encode_many(documents: Sequence[str], output: Path | None, given: Given, say: Words) -> None:
    from plancmp.cli.commands.encode_many import encode_jobs, find_jobs
    from plancmp.cli.errors import CommandError
    from plancmp.cli.render import Format, renderer
    from plancmp.cli.views.encoding_table import encoded_document

    for field, option in _OF_ONE.items():
        if getattr(given, field) not in {None, ()}:
            raise CommandError("error.one_document", option=option)
    if options.output_file(output) is None and not given.dry_run:
        raise CommandError("error.needs_folder", path=documents[0])
    folder = output or Path()
    if not given.dry_run:
        _make_folder(folder)
    rows = [*encode_jobs(find_jobs(documents), folder, given, say)]
    settled = options.output_options(Format.TABLE, None, say.language, False)
    write_output(renderer(settled.format)(encoded_document(rows, say), settled.render_options()), None)
    if refused := sum(row.refused for row in rows):
        raise CommandError("error.some_refused", refused=refused, documents=len(rows))


def _make_folder(folder: Path) -> None:
    from plancmp.cli.errors import CommandError, OutputError

    if folder.exists() and not folder.is_dir():
        raise CommandError("error.not_a_folder", path=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, error.strerror or str(error)) from error

"""`plancmp commitments`: the commitments of a running text, drafted for a person to edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancmp.alignment.drafting.draft import MeasureDraft
    from plancmp.cli.messages import Words
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp commitments yicheng",
    "plancmp commitments yicheng -v",
    "plancmp commitments official.yaml -o official.yaml --force",
    "plancmp commitments qingzhou --format csv -o draft.csv",
)
_PLAN_FILES = (".yaml", ".yml")


def commitments(  # noqa: PLR0913 - one parameter for each option of the command line
    plan: options.PlanArgument,
    *,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also show what was passed over, and by which rule.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file of -o if there is one, also PLAN's own.")
    ] = False,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Draft the commitments of PLAN from its running text.

    Clauses that promise something are told from the issuer's own tasks, aims, openings,
    background and slogans. With -o FILE.yaml the plan file is written with the draft in
    it, for a person to edit: comparisons use what a file lists, and a draft otherwise.
    """
    from plancmp.alignment.drafting.draft import draft_plan
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.cli.views.draft import draft_document
    from plancmp.plans.reading import load_plan

    say = options.words_of(language)
    path = open_library(plans_directories, say).find(plan)
    if not force:
        keep_input(options.output_file(output), [path])
    running = load_plan(path)
    if not any(measure.text.strip() for measure in running.measures):
        raise CommandError("error.no_running_text", plan=running.name)
    drafts = draft_plan(running)
    if output and output_format is None and output.suffix.lower() in _PLAN_FILES:
        _write_plan(running, drafts, output, say, force=force)
        return
    settled = options.output_options(output_format, output, language, no_color)
    if settled.file:
        keep_input(settled.file, [path])
    document = draft_document(running, drafts, say, verbose=verbose)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)


def _write_plan(plan: Plan, drafts: Sequence[MeasureDraft], output: Path, say: Words, *, force: bool) -> None:
    from plancmp.alignment.drafting.draft import with_draft
    from plancmp.cli.errors import CommandError
    from plancmp.cli.views.draft_comments import comments_of
    from plancmp.plans.writing import dump_plan

    if output.is_file() and not force:
        raise CommandError("error.output_exists", path=output)
    drafted = with_draft(plan)
    write_output(dump_plan(drafted, comments_of(drafted, drafts, say)), output)
    count = sum(len(draft.commitments) for draft in drafts)
    typer.echo(say("draft.written", path=output, commitments=count), err=True)

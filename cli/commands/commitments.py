"""`plancmp commitments`: the commitments of a running text, drafted for a person to edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import model_options, options
from plancmp.cli.output import write_output
from plancmp.cli.render import Format, renderer

if TYPE_CHECKING:
    from plancmp.alignment.drafting.draft import Draft
    from plancmp.cli.draft_consulting import DraftConsultation
    from plancmp.cli.messages import Words
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp commitments yicheng",
    "plancmp commitments yicheng -v",
    "plancmp commitments official.yaml -o official.yaml --force",
    "plancmp commitments qingzhou --format csv -o draft.csv",
    "plancmp commitments official.yaml --consult --model qwen3 -o drafted.yaml",
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
    consult: Annotated[
        bool,
        typer.Option(
            "--consult", help="Ask a language model which commitments the text states; see plancmp consult."
        ),
    ] = False,
    per: model_options.PerOption = model_options.Per.REFERENCE,
    model: model_options.ModelOption = None,
    url: model_options.UrlOption = None,
    dry_run: model_options.DryRunOption = False,
    requests: model_options.RequestsOption = None,
    answers: model_options.AnswersOption = None,
    concurrency: model_options.ConcurrencyOption = 4,
    timeout: model_options.TimeoutOption = 300.0,
    attempts: model_options.AttemptsOption = 5,
    decisions: options.DecisionsOption = None,
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
    With --consult a language model proposes the draft; each commitment must stand in its
    measure to the letter, and where that is not so the measure is drafted by the rules.
    """
    from plancmp.alignment.drafting.draft import Draft, draft_plan
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.cli.views.draft import draft_document
    from plancmp.plans.reading import load_plan

    asking = model_options.Asking(url, dry_run, requests, answers, concurrency, timeout, attempts)
    if not consult and asking.needs_nobody:
        raise CommandError("error.needs_consult")
    say = options.words_of(language)
    path = open_library(plans_directories, say).find(plan)
    keep_input(options.output_file(output), () if force else [path])
    keep_input(requests, [path, *([answers] if answers else [])])
    running = load_plan(path)
    if not any(measure.text.strip() for measure in running.measures):
        raise CommandError("error.no_running_text", plan=running.name)
    plan_file = _plan_file(output, output_format, force=force)
    found = (
        _proposed(_consultation(running, model, per, decisions), asking, say)
        if consult
        else Draft(draft_plan(running))
    )
    if found and plan_file:
        _write_plan(running, found, plan_file, say)
    elif found:
        settled = options.output_options(output_format, output, language, no_color)
        keep_input(settled.file, [path])
        document = draft_document(running, found, say, verbose=verbose)
        write_output(renderer(settled.format)(document, settled.render_options()), settled.file)


def _plan_file(output: Path | None, output_format: Format | None, *, force: bool) -> Path | None:
    """The plan file that is to be written; None where something else is."""
    from plancmp.cli.errors import CommandError

    if output is None or output_format is not None or output.suffix.lower() not in _PLAN_FILES:
        return None
    if output.is_file() and not force:
        raise CommandError("error.output_exists", path=output)
    return output


def _consultation(
    plan: Plan, model: str | None, per: model_options.Per, folder: Path | None
) -> DraftConsultation:
    from plancmp.alignment.consultation.question import Scope
    from plancmp.cli.draft_consulting import consult_for_draft

    return consult_for_draft(plan, model_options.model_name(model), Scope(per), folder)


def _proposed(consultation: DraftConsultation, asking: model_options.Asking, say: Words) -> Draft | None:
    """The draft that a model proposes; None where nobody was asked."""
    from plancmp.alignment.drafting.draft import Draft
    from plancmp.cli.consultations import Inquiry
    from plancmp.cli.views.consultation import draft_line, refused_lines

    told: list[DraftConsultation] = []
    Inquiry(lambda: iter((consultation,)), told.append, say, "draft.dry_run").run(asking)
    if asking.dry_run or not told:
        return None
    outcome = consultation.outcome()
    typer.echo(draft_line(consultation.plan.name, outcome, say), err=True)
    for line in refused_lines(consultation.plan.name, outcome.refused, say):
        typer.echo(line, err=True)
    return Draft(outcome.drafts, outcome.by)


def _write_plan(plan: Plan, draft: Draft, output: Path, say: Words) -> None:
    from plancmp.alignment.drafting.draft import with_drafts
    from plancmp.cli.views.draft_comments import comments_of
    from plancmp.plans.writing import dump_plan

    drafted = with_drafts(plan, draft.measures)
    write_output(dump_plan(drafted, comments_of(drafted, draft, say)), output)
    count = sum(len(measure.commitments) for measure in draft.measures)
    typer.echo(say("draft.written", path=output, commitments=count), err=True)

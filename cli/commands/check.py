"""`plancmp check`: every fault of plan files, with file and line."""

from __future__ import annotations

from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

EXAMPLES = (
    "plancmp check",
    "plancmp check province drafts/county.yaml",
    "plancmp check decisions/yicheng.yaml",
)


def check(
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLAN",
            help="Plans (id, alias or file); all of them when none is named.",
            autocompletion=options.complete_plan,
        ),
    ] = None,
    *,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Check plan files and show every fault, with its line.

    A quote that does not stand in the plan it is taken from is a fault like any other. Files of
    decisions are checked as well: one whose text has changed since is told.
    Exits 1 when there are faults.
    """
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.cli.views.faults import faults_document
    from plancmp.plans.checks import check_file
    from plancmp.plans.decisions.reading import holds_decisions, load_decisions
    from plancmp.plans.reading import load_plan

    settled = options.output_options(output_format, output, language, no_color=True)
    library = open_library(plans_directories, settled.say)
    paths = [library.find(name) for name in plans or ()] or list(library.paths())
    keep_input(settled.file, paths)
    faults = [fault for path in paths for fault in check_file(path, library)]
    decided = [path for path in paths if holds_decisions(path)]
    sound = [] if faults else [load_plan(path) for path in paths if path not in decided]
    entries = 0 if faults else sum(len(load_decisions(path).decisions.entries) for path in decided)
    document = faults_document(faults, sound, settled.say, entries)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
    if faults:
        raise typer.Exit(1)

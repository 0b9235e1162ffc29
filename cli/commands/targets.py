"""`plancmp targets`: the numeric targets of several plans side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

EXAMPLES = (
    "plancmp targets",
    "plancmp targets yicheng qingzhou --all",
    "plancmp targets --format csv -o targets.csv",
)


def targets(  # noqa: PLR0913 - one parameter for each option of the command line
    plans: options.PlansArgument = None,
    *,
    reference: options.ReferenceOption = options.REFERENCE,
    every: Annotated[
        bool, typer.Option("--all", help="Also indicators that only one document states.")
    ] = False,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Show the numeric targets of each PLAN side by side.

    All local plans are shown when none is named, but for those above the reference.
    Shares, rates and growth are compared with the reference or, where it has no value,
    with the firmest plan. Amounts scale with the place and are shown only.
    """
    from plancmp.alignment.indicators import align_indicators
    from plancmp.cli.loading import Gathering, keep_input, open_library
    from plancmp.cli.views.targets import targets_document

    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    gathering = Gathering(library, reference, plans or (), "targets")
    keep_input(settled.file, gathering.files)
    table = align_indicators(gathering.base, list(gathering.plans()))
    shown = table.indicators if every else table.shared
    document = targets_document(table, shown, settled.say)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)

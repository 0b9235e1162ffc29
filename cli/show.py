"""`plancmp show`: the text of a plan or of one of its measures."""

from __future__ import annotations

from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.formats.choice import renderer
from plancmp.cli.output import write_output
from plancmp.cli.selection import require_measures

EXAMPLES = (
    "plancmp show yicheng",
    "plancmp show province 1.2",
    "plancmp show 滨州市 5.1 --format json",
)


def show(  # noqa: PLR0913 - one parameter for each option of the command line
    plan: options.PlanArgument,
    measure: Annotated[
        str | None, typer.Argument(metavar="[MEASURE]", help="Only this measure, e.g. 1.2.")
    ] = None,
    *,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directory: options.PlansDirectoryOption = None,
) -> None:
    """Show the text of PLAN or of one MEASURE.

    Agencies stand below each measure; a reference shows its commitments and witnesses.
    """
    from plancmp.cli.formats.plan_rows import only_measure
    from plancmp.cli.loading import load_named, open_library

    settled = options.output_options(output_format, output, language, no_color)
    chosen = load_named(open_library(plans_directory), plan)
    if measure is not None:
        require_measures([measure], [item.id for item in chosen.measures], chosen.name)
        chosen = only_measure(chosen, measure)
    write_output(renderer(settled.format).render_plan(chosen, settled.view()), settled.file)

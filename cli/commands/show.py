"""`plancmp show`: the text of a plan, or of one of its measures or sections."""

from __future__ import annotations

from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.filters import require_measures
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

EXAMPLES = (
    "plancmp show yicheng",
    "plancmp show province 1.2",
    "plancmp show yicheng S4",
    "plancmp show 滨州市 5.1 --format json",
)


def show(  # noqa: PLR0913 - one parameter for each option of the command line
    plan: options.PlanArgument,
    measure: Annotated[
        str | None,
        typer.Argument(
            metavar="MEASURE",
            help="Only this one, e.g. 1.2, or section S4.",
            autocompletion=options.complete_measure,
        ),
    ] = None,
    *,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Show the text of PLAN or of one MEASURE.

    Agencies stand below each measure; a reference shows its commitments and witnesses.

    Sections outside the measures (such as 主要目标) follow as S1, S2 and so on.
    """
    from plancmp.cli.loading import keep_input, open_library, with_names
    from plancmp.cli.views.plan import only_part, plan_document
    from plancmp.plans.reading import load_plan

    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    path = library.find(plan)
    keep_input(settled.file, [path])
    chosen = load_plan(path)
    if measure is not None:
        known = [part.id for part in chosen.parts]
        require_measures([measure], known, chosen.name)
        chosen = only_part(chosen, measure)
    document = plan_document(chosen, with_names(settled.say, library))
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)

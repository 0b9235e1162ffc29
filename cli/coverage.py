"""`plancmp coverage`: what many plans made of one reference, measures by plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.arrangement import By, Order, arrange
from plancmp.cli.formats.choice import Format, renderer
from plancmp.cli.output import write_output
from plancmp.cli.selection import Selection

if TYPE_CHECKING:
    from plancmp.alignment.coverage import PlanCoverage
    from plancmp.plans.model import Plan

_MATRIX_READABLE = 12
"""With more plans than this a matrix by measure is no longer read; totals are, unless measures are asked for."""

EXAMPLES = (
    "plancmp coverage",
    "plancmp coverage yicheng qingzhou --only omitted --sort gaps",
    "plancmp coverage --by programme --sort coverage",
    "plancmp coverage --format csv -o coverage.csv",
)

ByOption = Annotated[
    By | None,
    typer.Option("--by", metavar="LEVEL", help="measure or programme (the default for more than 12 plans)."),
]
SortOption = Annotated[
    list[Order] | None,
    typer.Option(
        "--sort",
        metavar="KEY",
        help="coverage: best plans first; gaps: least covered measures first.",
    ),
]


def coverage(  # noqa: PLR0913 - one parameter for each option of the command line
    plans: options.PlansArgument = None,
    *,
    reference: options.ReferenceOption = options.REFERENCE,
    by: ByOption = None,
    only: options.OnlyOption = None,
    sort: SortOption = None,
    output_format: options.FormatOption = Format.TABLE,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directory: options.PlansDirectoryOption = None,
) -> None:
    """Show what each PLAN made of every measure.

    All local plans are shown when none is named. A plan that implements another
    document is marked and kept out of every mean.
    """
    from plancmp.alignment.coverage import coverage_matrix
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import load_named, local_paths, open_library

    if only and by is By.PROGRAMME:
        raise CommandError("error.only_needs_measures")
    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directory)
    base = load_named(library, reference)
    paths = local_paths(library, plans or (), base)
    matrix = coverage_matrix(base, (cover_plan(path, base) for path in paths))
    view = settled.view(Selection(only=tuple(only or ())))
    shape = by or _default_shape(len(paths), view.selection, settled.format)
    text = renderer(settled.format).render_coverage(arrange(matrix, sort or ()), view, shape)
    write_output(text, settled.file)


def cover_plan(path: Path, reference: Plan) -> PlanCoverage:
    """One plan's row, from its file; rows are all that is kept of the plans.

    Raises:
        InvalidPlan: the file has faults.
    """
    from plancmp.alignment.compare import compare_plans
    from plancmp.alignment.coverage import plan_coverage
    from plancmp.plans.reading import load_plan

    return plan_coverage(compare_plans(reference, load_plan(path)))


def _default_shape(plans: int, selection: Selection, output_format: Format) -> By:
    """By measure where a filter asks for measures, a program reads on, or few plans make a matrix one can read."""
    for_programs = output_format in {Format.CSV, Format.JSON}
    return By.MEASURE if selection.only or for_programs or plans <= _MATRIX_READABLE else By.PROGRAMME

"""`plancmp list`: the plans there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plancmp.cli import options
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from plancmp.plans.faults import InvalidPlan
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp list",
    "plancmp list --format json",
)


def list_plans(
    *,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """List the plans and how much they hold.

    Commitments and witnesses are counted where a plan lists them, as a reference does.
    """
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.cli.views.plan import list_document

    settled = options.output_options(output_format, output, language, no_color)
    paths = open_library(plans_directories, settled.say).paths()
    keep_input(settled.file, paths)
    plans, faulty = _load_all(paths)
    document = list_document(plans, settled.say)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
    if faulty:
        raise faulty[0]


def _load_all(paths: tuple[Path, ...]) -> tuple[list[Plan], list[InvalidPlan]]:
    """The plans that can be read, and the errors of the others: one bad file must not hide the rest."""
    from plancmp.plans.faults import InvalidPlan
    from plancmp.plans.reading import load_plan

    plans, faulty = [], []
    for path in paths:
        try:
            plans.append(load_plan(path))
        except InvalidPlan as error:
            faulty.append(error)
    return plans, faulty

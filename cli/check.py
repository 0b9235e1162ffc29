"""`plancmp check`: every fault of plan files, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.formats.choice import Format, renderer
from plancmp.cli.output import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from plancmp.cli.words import Words
    from plancmp.plans.faults import Fault

_COLUMNS = ("file", "line", "path", "kind", "message")

EXAMPLES = (
    "plancmp check",
    "plancmp check province drafts/county.yaml",
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

    A quote that does not stand in the plan it is taken from is a fault like any other.
    Exits 1 when there are faults.
    """
    from plancmp.cli.formats.grid import Grid
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.plans.checks import check_file

    settled = options.output_options(output_format, output, language, no_color=True)
    library = open_library(plans_directories, settled.say)
    paths = [library.find(name) for name in plans or ()] or list(library.paths())
    keep_input(settled.file, paths)
    faults = [fault for path in paths for fault in check_file(path, library)]
    if settled.format is Format.TABLE:
        text = "\n".join(_lines(faults, paths, settled.say))
    else:
        rows = tuple(_row(fault, settled.say) for fault in faults)
        grid = Grid("plancmp/check/1", "faults", _COLUMNS, rows)
        text = renderer(settled.format).render_grid(grid, settled.view())
    write_output(text, settled.file)
    if faults:
        raise typer.Exit(1)


def _lines(faults: list[Fault], paths: list[Path], say: Words) -> list[str]:
    from plancmp.cli.faults import fault_line

    if not faults:
        return [_clean(paths, say)]
    files = len({fault.file for fault in faults})
    return [
        *(fault_line(fault, say) for fault in faults),
        say("check.faults", faults=len(faults), files=files),
    ]


def _clean(paths: list[Path], say: Words) -> str:
    from plancmp.plans.reading import load_plan

    plans = [load_plan(path) for path in paths]
    commitments = [commitment for plan in plans for commitment in plan.commitments]
    return say(
        "check.clean",
        plans=len(plans),
        measures=sum(1 for plan in plans for _ in plan.measures),
        commitments=len(commitments),
        witnesses=sum(len(commitment.witnesses) for commitment in commitments),
    )


def _row(fault: Fault, say: Words) -> tuple[str | int | None, ...]:
    from plancmp.cli.faults import fault_sentence

    return fault.file, fault.line, fault.path, fault.kind.value, fault_sentence(fault, say)

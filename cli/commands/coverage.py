"""`plancmp coverage`: what many plans made of one reference, measures by plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.errors import CommandError, UnexpectedError
from plancmp.cli.filters import Filters, parse_filters
from plancmp.cli.matrix_layout import By, Order, sort_matrix
from plancmp.cli.output import write_output
from plancmp.cli.parallel import Engine, workforce
from plancmp.cli.render import Format, renderer

if TYPE_CHECKING:
    from pathlib import Path

    from plancmp.alignment.coverage_matrix import PlanCoverage
    from plancmp.cli.commands.coverage_worker import Covered, FailedPlan, FaultyPlan
    from plancmp.cli.loading import Gathering
    from plancmp.cli.messages import Words
    from plancmp.cli.parallel import Work, Workforce

_MATRIX_READABLE = 12
"""With more plans than this a matrix by measure is no longer read; totals are, unless measures are asked for."""

EXAMPLES = (
    "plancmp coverage",
    "plancmp coverage yicheng qingzhou --only omitted --sort gaps",
    "plancmp coverage --reason target_lowered",
    "plancmp coverage --by programme --sort coverage",
    "plancmp coverage --format csv -o coverage.csv",
    "plancmp coverage --strict --jobs 2",
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

StrictOption = Annotated[
    bool, typer.Option("--strict", help="Stop at a plan file that cannot be compared (exit 2).")
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Processes, 61 at most; one a core when not given. Few plans take fewer.",
    ),
]
EngineOption = Annotated[
    Engine,
    typer.Option("--engine", metavar="ENGINE", help="local, or dask for a cluster that is running."),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="The cluster's scheduler, e.g. tcp://host:8786; Dask trusts it.",
    ),
]


def coverage(  # noqa: PLR0913 - one parameter for each option of the command line
    plans: options.PlansArgument = None,
    *,
    reference: options.ReferenceOption = options.REFERENCE,
    by: ByOption = None,
    only: options.OnlyOption = None,
    reason: options.ReasonOption = None,
    blind: options.BlindOption = False,
    decisions: options.DecisionsOption = None,
    computed: options.ComputedOption = False,
    trust_proposals: options.TrustProposalsOption = False,
    sort: SortOption = None,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
    strict: StrictOption = False,
    jobs: JobsOption = None,
    engine: EngineOption = Engine.LOCAL,
    scheduler: SchedulerOption = None,
) -> None:
    """Show what each PLAN made of every measure.

    All local plans are shown when none is named, but for those above the reference. A
    plan that does not implement the reference is marked and kept out of every mean. A
    plan file with faults is told and left out. Many plans are spread over all cores.
    """
    from plancmp.alignment.coverage_matrix import coverage_matrix
    from plancmp.cli.commands.coverage_worker import cover_plans
    from plancmp.cli.decision_files import DEFAULT_FOLDER, Heeded
    from plancmp.cli.loading import Gathering, keep_input, open_library
    from plancmp.cli.views.coverage import coverage_document

    force = workforce(engine, jobs, scheduler)
    filters = parse_filters(None, only, reason)
    if filters.reaches_commitments and by is By.PROGRAMME:
        raise CommandError("error.only_needs_measures")
    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    gathering = Gathering(library, reference, plans or (), "coverage")
    keep_input(settled.file, gathering.files)
    work = partial(
        cover_plans,
        reference=gathering.base.model_dump_json(by_alias=True),
        blind=blind,
        heeded=Heeded((decisions or DEFAULT_FOLDER).absolute(), computed, trust_proposals),
    )
    matrix = coverage_matrix(gathering.base, _rows(gathering, work, force, settled.say, strict=strict))
    shown = settled.render_options(filters)
    shape = by or _default_shape(len(matrix.plans), filters, settled.format)
    document = coverage_document(sort_matrix(matrix, sort or ()), shown, shape)
    write_output(renderer(settled.format)(document, shown), settled.file)


def _rows(
    gathering: Gathering, work: Work[Path, Covered], force: Workforce, say: Words, *, strict: bool
) -> Iterator[PlanCoverage]:
    """One row for each plan that can be compared; the others are told on standard error once all are through.

    Raises:
        InvalidPlan, UnexpectedError: a file cannot be compared and `strict` forbids it, or none can.
        CommandError: a plan does not belong to those compared, or none does.
    """
    from plancmp.alignment.coverage_matrix import PlanCoverage
    from plancmp.cli.parallel import spread
    from plancmp.cli.progress import followed

    paths, covered = gathering.paths, 0
    left_out: list[Exception] = []
    with closing(spread(work, paths, force)) as results:
        for path, found in zip(paths, followed(results, len(paths), say), strict=True):
            if not isinstance(found, PlanCoverage):
                left_out.append(_error_of(found))
                if strict:
                    break
            elif gathering.takes(found.plan, path):
                covered += 1
                yield found
    if not covered or (strict and left_out):
        raise left_out[0] if left_out else gathering.nobody
    _tell_left_out(left_out, covered, say)


def _error_of(found: FaultyPlan | FailedPlan) -> Exception:
    """What kept a plan from having a row."""
    from plancmp.cli.commands.coverage_worker import FaultyPlan
    from plancmp.plans.faults import InvalidPlan

    if isinstance(found, FaultyPlan):
        return InvalidPlan(found.faults)
    return UnexpectedError(found.path, found.kind, found.message, found.trace)


def _tell_left_out(errors: Sequence[Exception], covered: int, say: Words) -> None:
    from plancmp.cli.error_line import error_line

    for error in errors:
        typer.echo(error_line(error, say), err=True)
    if errors:
        plans = covered + len(errors)
        summary = say("coverage.left_out", left_out=len(errors), plans=plans, covered=covered)
        typer.echo(summary, err=True)


def _default_shape(plans: int, filters: Filters, output_format: Format) -> By:
    """By measure where a filter asks for measures, a program reads on, or few plans make a matrix one can read."""
    for_programs = output_format in {Format.CSV, Format.JSON}
    return (
        By.MEASURE
        if filters.reaches_commitments or for_programs or plans <= _MATRIX_READABLE
        else By.PROGRAMME
    )

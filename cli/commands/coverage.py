"""`plancmp coverage`: what many plans made of one reference, measures by plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plancmp.cli import options
from plancmp.cli.commitment_selection import (
    CommitmentSelection,
    asks_for_commitments,
    require_programmes,
)
from plancmp.cli.errors import CommandError, UnexpectedError
from plancmp.cli.filters import Filters, parse_filters
from plancmp.cli.gates import below, tell_below
from plancmp.cli.matrix_layout import By, Layout, Order, sort_matrix
from plancmp.cli.output import write_output
from plancmp.cli.parallel import Engine, workforce
from plancmp.cli.render import Format, PageFormat, renderer

if TYPE_CHECKING:
    from pathlib import Path

    from plancmp.alignment.gaps import GapReport
    from plancmp.cli.commands.coverage_worker import Covered, FailedPlan, FaultyPlan
    from plancmp.cli.gates import Matrix
    from plancmp.cli.loading import Gathering
    from plancmp.cli.messages import Words
    from plancmp.cli.parallel import Work, Workforce
    from plancmp.cli.views.document import Document
    from plancmp.cli.views.render_options import RenderOptions
    from plancmp.plans.model import Plan

_MATRIX_READABLE = 12
"""With more plans than this a matrix by measure is no longer read; totals are, unless measures are asked for."""

_MOST_ON_A_PAGE = 40
"""A page holds some 400 kB of proofs a plan; a browser bears so many."""

EXAMPLES = (
    "plancmp coverage",
    "plancmp coverage yicheng qingzhou --only omitted --sort gaps",
    "plancmp coverage --reason target_lowered",
    "plancmp coverage --by programme --sort coverage",
    "plancmp coverage --by commitment --omitted-by 2 --sort gaps",
    "plancmp coverage --agency 发改局 --only omitted",
    "plancmp coverage --format csv -o coverage.csv",
    "plancmp coverage yicheng qingzhou binzhou -o coverage.html",
    "plancmp coverage --fail-under 70",
    "plancmp coverage --strict --jobs 2",
)

ByOption = Annotated[
    By | None,
    typer.Option(
        "--by", metavar="LEVEL", help="measure, programme (the default for more than 12 plans) or commitment."
    ),
]
SortOption = Annotated[
    list[Order] | None,
    typer.Option(
        "--sort",
        metavar="KEY",
        help="coverage: best plans first; gaps: least covered measures or commitments first.",
    ),
]
ProgrammeOption = Annotated[
    list[int] | None,
    typer.Option(
        "--programme", metavar="ID", help="By commitment: only this programme, e.g. 3 (may be repeated)."
    ),
]
AgencyOption = Annotated[
    str,
    typer.Option(
        "--agency",
        metavar="NAME",
        show_default=False,
        help="By commitment: only where this agency is named, in full, in part or in short (发改局).",
    ),
]
OmittedByOption = Annotated[
    int,
    typer.Option(
        "--omitted-by",
        metavar="N",
        min=0,
        show_default=False,
        help="By commitment: only what at least N plans omit.",
    ),
]
AdoptedByNoneOption = Annotated[
    bool, typer.Option("--adopted-by-none", help="By commitment: only what no plan adopts whole.")
]
FailUnderOption = Annotated[
    float | None,
    typer.Option(
        "--fail-under",
        metavar="PERCENT",
        min=0,
        max=100,
        help="Exit 1 if a plan that implements the reference is covered under PERCENT.",
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
    programme: ProgrammeOption = None,
    agency: AgencyOption = "",
    omitted_by: OmittedByOption = 0,
    adopted_by_none: AdoptedByNoneOption = False,
    sort: SortOption = None,
    fail_under: FailUnderOption = None,
    output_format: options.PageFormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
    strict: StrictOption = False,
    jobs: JobsOption = None,
    engine: EngineOption = Engine.LOCAL,
    scheduler: SchedulerOption = None,
) -> None:
    """Show what each PLAN made of every measure or commitment.

    All local plans are shown when none is named, but for those above the reference. A
    plan that does not implement the reference is marked and kept out of every mean. A
    plan file with faults is told and left out. Many plans are spread over all cores.
    By commitment: who carries, weakens or omits each, and how many plans do. As html: a
    page with measures, commitments and every proof.
    """
    from plancmp.cli.commands.coverage_worker import RowKind, cover_plans
    from plancmp.cli.decision_files import DEFAULT_FOLDER, Heeded
    from plancmp.cli.loading import Gathering, keep_input, names_of_witnesses, open_library

    force = workforce(engine, jobs, scheduler)
    asked = (tuple(programme or ()), agency, omitted_by, adopted_by_none)
    selection = CommitmentSelection(parse_filters(None, only, reason), *asked)
    by = _settle_by(by, selection)
    settled = options.page_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    gathering = Gathering(library, reference, plans or (), "coverage")
    require_programmes(
        selection.programmes, [each.number for each in gathering.base.programmes], gathering.base.name
    )
    keep_input(settled.file, gathering.files)
    page = settled.format is PageFormat.HTML
    if page and len(gathering.paths) > _MOST_ON_A_PAGE:
        raise CommandError("error.too_many_for_page", most=_MOST_ON_A_PAGE, found=len(gathering.paths))
    work = partial(
        cover_plans,
        reference=gathering.base.model_dump_json(by_alias=True),
        heeded=Heeded((decisions or DEFAULT_FOLDER).absolute(), computed, trust_proposals),
        blind=blind,
        kind=RowKind.REPORT if page else RowKind.COMMITMENTS if by is By.COMMITMENT else RowKind.MEASURES,
    )
    rows = _rows(gathering, work, force, settled.say, strict=strict)
    layout = Layout(by, tuple(sort or ()))
    if page:
        names = names_of_witnesses(gathering.base, library, settled.say)
        reports = [replace(row, names=names) for row in rows]
        shown = settled.render_options(selection.filters)._replace(
            places=gathering.places(report.documents[1] for report in reports)
        )
        written: str | bytes
        matrix, written = _matrix_and_page(reports, selection, layout, shown)
    else:
        matrix, document = _matrix_and_document(gathering.base, rows, selection, layout, settled)
        written = renderer(Format(settled.format))(document, settled.render_options(selection.filters))
    write_output(written, settled.file)
    if fail_under is not None:
        tell_below(below(matrix, fail_under), fail_under, settled.say)


def _settle_by(by: By | None, selection: CommitmentSelection) -> By | None:
    """What the matrix is broken down by, as far as the options say.

    Raises:
        CommandError: they contradict each other.
    """
    if asks_for_commitments(selection):
        if by not in (None, By.COMMITMENT):
            raise CommandError("error.needs_commitments")
        return By.COMMITMENT
    if selection.filters.reaches_commitments and by is By.PROGRAMME:
        raise CommandError("error.only_needs_measures")
    return by


def _matrix_and_document(
    base: Plan,
    rows: Iterator[Any],
    selection: CommitmentSelection,
    layout: Layout,
    settled: options.OutputOptions[PageFormat],
) -> tuple[Matrix, Document]:
    """The matrix as asked for, and how it is shown; a row is of the kind that the layout asks for."""
    options = settled.render_options(selection.filters)
    by, orders = layout
    if by is By.COMMITMENT:
        from plancmp.alignment.commitment_matrix import commitment_matrix
        from plancmp.cli.views.commitments import commitments_document

        matrix = sort_matrix(commitment_matrix(base, rows), orders)
        return matrix, commitments_document(matrix, selection, options, sorted_by_gaps=Order.GAPS in orders)
    from plancmp.alignment.coverage_matrix import coverage_matrix
    from plancmp.cli.views.coverage import coverage_document

    measures = sort_matrix(coverage_matrix(base, rows), orders)
    shape = by or _default_shape(len(measures.plans), selection.filters, settled.format)
    return measures, coverage_document(measures, options, shape)


def _matrix_and_page(
    reports: Sequence[GapReport], selection: CommitmentSelection, layout: Layout, shown: RenderOptions
) -> tuple[Matrix, str]:
    """The matrix, and the page with every proof."""
    from plancmp.alignment.coverage_matrix import matrix_of
    from plancmp.alignment.evaluation.card import accuracy_card
    from plancmp.cli.render.html import render_coverage

    matrix = matrix_of([report.comparison for report in reports])
    return matrix, render_coverage(reports, shown, selection, layout, accuracy_card())


def _rows(
    gathering: Gathering, work: Work[Path, Covered], force: Workforce, say: Words, *, strict: bool
) -> Iterator[Any]:
    """One row for each plan that can be compared; the others are told on standard error once all are through.

    Raises:
        InvalidPlan, UnexpectedError: a file cannot be compared and `strict` forbids it, or none can.
        CommandError: a plan does not belong to those compared, or none does.
    """
    from plancmp.cli.commands.coverage_worker import FailedPlan, FaultyPlan
    from plancmp.cli.parallel import spread
    from plancmp.cli.progress import followed

    paths, covered = gathering.paths, 0
    left_out: list[Exception] = []
    with closing(spread(work, paths, force)) as results:
        for path, found in zip(paths, followed(results, len(paths), say), strict=True):
            if isinstance(found, FaultyPlan | FailedPlan):
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
    """The error to tell for a plan without a row: its faults, or the defect it brought out."""
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


def _default_shape(plans: int, filters: Filters, output_format: PageFormat) -> By:
    """By measure where a filter asks for measures, a program reads on, or few plans make a matrix one can read."""
    for_programs = output_format in {PageFormat.CSV, PageFormat.JSON}
    return (
        By.MEASURE
        if filters.reaches_commitments or for_programs or plans <= _MATRIX_READABLE
        else By.PROGRAMME
    )

"""`plancmp report`: what one or several plans lack of a reference, to be handed on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.filters import parse_filters, require_measures
from plancmp.cli.output import line_width, write_output
from plancmp.cli.render import ReportFormat, format_names, report_renderer, settle_format
from plancmp.cli.views.render_options import RenderOptions

EXAMPLES = (
    "plancmp report yicheng -o yicheng.md",
    "plancmp report yicheng qingzhou -o report.html",
    "plancmp report 滨州市 --only weakened --lang zh",
    "plancmp report yicheng -o gaps.xlsx",
    "plancmp report yicheng --lang zh -o gaps.docx",
)

ReportVerboseOption = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="In the terminal view, list every gap with its whole proof, and the additions.",
    ),
]
ReportFormatOption = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{format_names(ReportFormat)}; the one -o FILE ends in when not given, else table on a terminal and "
        "markdown in a pipe or a file.",
    ),
]


def report(  # noqa: PLR0913 - one parameter for each option of the command line
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN", help="Plans: ids, aliases or files.", autocompletion=options.complete_plan
        ),
    ],
    *,
    reference: options.ReferenceOption = options.REFERENCE,
    measure: options.MeasureOption = None,
    only: options.OnlyOption = None,
    reason: options.ReasonOption = None,
    verbose: ReportVerboseOption = False,
    blind: options.BlindOption = False,
    decisions: options.DecisionsOption = None,
    computed: options.ComputedOption = False,
    trust_proposals: options.TrustProposalsOption = False,
    output_format: ReportFormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Report the gaps of PLAN, each with its proof.

    Lowered targets and omitted central commitments come first, then the heaviest gaps.
    A terminal shows them in short, the conclusion last; of several plans, which make one
    comparative report, the gravest alone. Filters choose the gaps that are listed, never
    what is counted.
    """
    from plancmp.alignment.compare import compare_plans
    from plancmp.alignment.evaluation.card import accuracy_card
    from plancmp.alignment.gaps import gap_report
    from plancmp.cli.decision_files import Heeded, apply_kept
    from plancmp.cli.loading import Gathering, keep_input, names_of_witnesses, open_library, with_names

    file = options.output_file(output)
    settled = settle_format(output_format, file, _usual_format(file))
    filters = parse_filters(measure, only, reason)
    colour = options.is_coloured(file, no_color)
    view = RenderOptions(options.words_of(language), filters, verbose, line_width(), colour)
    library = open_library(plans_directories, view.say)
    gathering = Gathering(library, reference, plans, "report")
    keep_input(file, gathering.files)
    base = gathering.base
    require_measures(filters.measures, [item.id for item in base.measures], base.name)
    view = view._replace(say=with_names(view.say, library))
    names = names_of_witnesses(base, library, view.say)
    heeded = Heeded(decisions, computed, trust_proposals)
    compared = (
        (plan, apply_kept(compare_plans(base, plan, blind=blind), base, plan, heeded))
        for plan in gathering.plans()
    )
    reports = [gap_report(base, plan, comparison, names) for plan, comparison in compared]
    view = view._replace(places=gathering.places(report.documents[1] for report in reports))
    write_output(report_renderer(settled)(reports, view, accuracy_card()), file)


def _usual_format(file: Path | None) -> ReportFormat:
    """The default format: a table on a terminal, Markdown in a file or a pipe."""
    return ReportFormat.TABLE if file is None and sys.stdout.isatty() else ReportFormat.MARKDOWN

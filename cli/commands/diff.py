"""`plancmp diff`: one plan against a reference, measure by measure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.alignment.result import Verdict
from plancmp.cli import options
from plancmp.cli.filters import failing_verdicts, parse_filters, require_measures
from plancmp.cli.gates import failing_items, tell_failing
from plancmp.cli.output import write_output
from plancmp.cli.render import Format, PageFormat, renderer

if TYPE_CHECKING:
    from plancmp.cli.diff_file import DiffFile

EXAMPLES = (
    "plancmp diff province yicheng",
    "plancmp diff province yicheng --measure 1.2 -v",
    "plancmp diff province 滨州市 --only weakened --only omitted",
    "plancmp diff province yicheng --reason target_lowered",
    "plancmp diff province yicheng --blind",
    "plancmp diff province qingzhou --format csv -o qingzhou.csv",
    "plancmp diff province qingzhou -o qingzhou.html",
    "plancmp diff province draft.yaml --baseline before.json",
)

BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The JSON of an earlier diff: only what is worse than in it fails (--fail-on; weakened if not given).",
    ),
]


def diff(  # noqa: PLR0913 - one parameter for each option of the command line
    reference: options.ReferenceArgument,
    plan: options.PlanArgument,
    *,
    measure: options.MeasureOption = None,
    only: options.OnlyOption = None,
    reason: options.ReasonOption = None,
    verbose: options.VerboseOption = False,
    fail_on: options.FailOnOption = None,
    baseline: BaselineOption = None,
    blind: options.BlindOption = False,
    decisions: options.DecisionsOption = None,
    computed: options.ComputedOption = False,
    trust_proposals: options.TrustProposalsOption = False,
    output_format: options.PageFormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Compare PLAN with REFERENCE, measure by measure.

    Every measure of the reference is on a line: adopted, weakened or omitted, the
    local measures that carry it, and the gravest change in any of its commitments.
    Filters choose what is listed, never what is counted; --only and --reason print the
    commitments they find, with the local text. As html: the page of a report.
    """
    from plancmp.alignment.compare import compare_plans
    from plancmp.cli.decision_files import Heeded, apply_kept
    from plancmp.cli.loading import keep_input, load_pair, names_of_witnesses, open_library
    from plancmp.cli.views.comparison import comparison_document

    settled = options.page_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    files = (library.find(reference), library.find(plan))
    keep_input(settled.file, (*files, *([baseline] if baseline else [])))
    base, local = load_pair(library, reference, plan, "diff")
    filters = parse_filters(measure, only, reason)
    before = None if baseline is None else _read_baseline(baseline)
    # What is new in a baseline fails from weakened on, unless it is said otherwise.
    failing = failing_verdicts(fail_on or (Verdict.WEAKENED if baseline else None))
    require_measures(filters.measures, [item.id for item in base.measures], base.name)
    comparison = compare_plans(base, local, blind=blind)
    comparison = apply_kept(comparison, base, local, Heeded(decisions, computed, trust_proposals))
    shown = settled.render_options(filters, verbose=verbose)
    if verbose or settled.format not in {PageFormat.TABLE, PageFormat.MARKDOWN}:
        from plancmp.cli.places import Places
        from plancmp.cli.views.placed import wordings_of

        shown = shown._replace(
            places={local.id: Places(files[1], local)}, wordings=wordings_of(base.commitments)
        )
    if settled.format is PageFormat.HTML:
        from plancmp.alignment.evaluation.card import accuracy_card
        from plancmp.alignment.gaps import gap_report
        from plancmp.cli.render.html import render_report

        names = names_of_witnesses(base, library, settled.say)
        written: str | bytes = render_report(
            [gap_report(base, local, comparison, names)], shown, accuracy_card()
        )
    else:
        written = renderer(Format(settled.format))(comparison_document(comparison, shown), shown)
    write_output(written, settled.file)
    tell_failing(failing_items(comparison, filters, failing, before), settled.say)


def _read_baseline(path: Path) -> DiffFile:
    from plancmp.cli.diff_file import read_diff_file

    return read_diff_file(path)

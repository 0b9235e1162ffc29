"""`plancmp peers`: what other plans carry and this one lacks, in their words; and what it alone has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import parse_filters, require_measures
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from plancmp.alignment.result import Comparison
    from plancmp.cli.loading import Gathering
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp peers qingzhou",
    "plancmp peers qingzhou yicheng",
    "plancmp peers qingzhou yicheng --only omitted --measure 1.2",
    "plancmp peers 滨州市 -o peers.csv",
)


def peers(  # noqa: PLR0913 - one parameter for each option of the command line
    plan: options.PlanArgument,
    others: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PEER",
            help="Plans to learn from: ids, aliases or files; all others when none is named.",
            autocompletion=options.complete_plan,
        ),
    ] = None,
    *,
    reference: options.ReferenceOption = options.REFERENCE,
    measure: options.MeasureOption = None,
    only: options.OnlyOption = None,
    reason: options.ReasonOption = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Every passage of every peer, and what PLAN says itself.")
    ] = False,
    blind: options.BlindOption = False,
    decisions: options.DecisionsOption = None,
    computed: options.ComputedOption = False,
    trust_proposals: options.TrustProposalsOption = False,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Show what each PEER carries and PLAN lacks.

    Commitment by commitment, also where PLAN has it weaker: their wording as a template
    and the agencies they name. Below, what PLAN has that none of them has. Filters go by
    what PLAN made of a commitment.
    """
    from plancmp.alignment.peers import peer_report
    from plancmp.cli.decision_files import Heeded, apply_kept
    from plancmp.cli.loading import Gathering, keep_input, open_library
    from plancmp.cli.views.peers import peers_document

    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    asked = Gathering(library, reference, [plan], "peers")
    gathering = Gathering(library, reference, others or (), "peers")
    keep_input(settled.file, (*asked.files, *gathering.files))
    filters = parse_filters(measure, only, reason)
    require_measures(filters.measures, [item.id for item in asked.base.measures], asked.base.name)

    def settle(comparison: Comparison, of: Plan) -> Comparison:
        return apply_kept(comparison, asked.base, of, Heeded(decisions, computed, trust_proposals))

    report = peer_report(asked.base, *_plan_and_peers(asked, gathering), blind=blind, settle=settle)
    shown = settled.render_options(filters, verbose=verbose)
    write_output(renderer(settled.format)(peers_document(report, shown), shown), settled.file)


def _plan_and_peers(asked: Gathering, gathering: Gathering) -> tuple[Plan, list[Plan]]:
    """The plan that is asked about, and the others.

    Raises:
        CommandError: there is no other plan.
    """
    (subject,) = asked.plans()
    others = [each for each in gathering.plans() if each.id != subject.id]
    if not others:
        raise CommandError("error.no_peer", plan=subject.name)
    return subject, others

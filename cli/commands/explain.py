"""`plancmp explain`: the whole proof of one verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from plancmp.cli import options
from plancmp.cli.filters import require_measures
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

EXAMPLES = (
    "plancmp explain province yicheng 3.3",
    "plancmp explain province 滨州市 1.2 --format markdown -o proof.md",
)


def explain(  # noqa: PLR0913 - one parameter for each option of the command line
    reference: options.ReferenceArgument,
    plan: options.PlanArgument,
    measure: Annotated[
        str,
        typer.Argument(
            metavar="MEASURE",
            help="The measure of the reference, e.g. 1.2.",
            autocompletion=options.complete_measure,
        ),
    ],
    *,
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
    """Prove the verdict on one MEASURE of the reference.

    For each commitment: the wordings tried, the passages weighed and why each was taken
    or rejected, targets, strength and conditions; then how the verdict follows. For an
    omission: the nearest passages.
    """
    from plancmp.alignment.drafting import to_compare
    from plancmp.alignment.measure_explanation import explain_measure
    from plancmp.cli.decision_files import Heeded, heeded_decisions
    from plancmp.cli.errors import CommandError
    from plancmp.cli.loading import keep_input, load_pair, open_library, with_names
    from plancmp.cli.places import Places
    from plancmp.cli.views.explanation import explanation_document

    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    keep_input(settled.file, (library.find(reference), library.find(plan)))
    base, local = load_pair(library, reference, plan, "explain", measure)
    require_measures([measure], [item.id for item in base.measures], base.name)
    if measure not in {item.id for item in to_compare(base).measures}:
        raise CommandError("error.nothing_asked", measure=measure, reference=base.name, reference_id=base.id)
    kept = heeded_decisions(base, local, Heeded(decisions, computed, trust_proposals))
    explanation = explain_measure(base, local, measure, blind=blind, decisions=kept)
    places = Places(library.find(plan), local)
    document = explanation_document(explanation, with_names(settled.say, library), places)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)

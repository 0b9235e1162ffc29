"""`plancmp evaluate`: the verdicts measured against careful readings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import require_measures
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from plancmp.alignment.evaluation.scoring import Evaluation
    from plancmp.cli.messages import Words
    from plancmp.cli.views.document import Document
    from plancmp.plans.library import Library
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp evaluate tests/gold/measures-dev.json",
    "plancmp evaluate tests/gold/commitments.json -v",
    "plancmp evaluate tests/gold/measures-*.json --leave-one-out",
    "plancmp evaluate --decisions decisions",
)


def evaluate(  # noqa: PLR0913 - one parameter for each option of the command line
    gold: Annotated[
        list[Path] | None, typer.Argument(metavar="GOLD", help="Readings in JSON; files are pooled.")
    ] = None,
    *,
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions",
            metavar="DIR",
            file_okay=False,
            help="Measure against the decisions in a folder instead: how far people agree, by confidence.",
        ),
    ] = None,
    reference: options.ReferenceOption = options.REFERENCE,
    leaving_out: Annotated[
        bool,
        typer.Option(
            "--leave-one-out", help="Also figures with thresholds chosen on the other programmes (slow)."
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List every difference from the readings.")
    ] = False,
    write_card: Annotated[
        bool, typer.Option("--write-card", help="Keep the figures as the accuracy card of reports.")
    ] = False,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Measure verdicts and links against careful readings.

    Agreement, kappa, macro-F1 and links stand beside those of simple baselines run at
    the same time. GOLD holds readings of measures or of commitments, --decisions what
    people decided so far.
    """
    from plancmp.alignment.evaluation.scoring import evaluate as run_evaluation
    from plancmp.cli.gold_files import read_golds
    from plancmp.cli.loading import find_id, keep_input, load_named, open_library, with_names
    from plancmp.cli.views.evaluation import evaluation_document
    from plancmp.plans.reading import load_plan

    if bool(gold) == bool(decisions):
        raise CommandError("error.gold_or_decisions")
    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    keep_input(settled.file, [*(gold or ()), library.find(reference)])
    base = load_named(library, reference)
    if decisions:
        document = _of_decisions(decisions, base, library, settled.say, verbose=verbose)
        write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
        return
    readings = read_golds(gold or ())
    require_measures(
        (each.item for each in readings.measures), [item.id for item in base.measures], base.name
    )
    plans = {plan_id: load_plan(find_id(library, plan_id)) for plan_id in readings.plans}
    evaluation = run_evaluation(readings, base, plans, leaving_out=leaving_out)
    named = with_names(settled.say, library)
    document = evaluation_document(evaluation, base.name, named, verbose=verbose)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
    if write_card:
        typer.echo(settled.say("evaluate.card", path=_write_card(evaluation)), err=True)


def _of_decisions(folder: Path, base: Plan, library: Library, say: Words, *, verbose: bool) -> Document:
    """How far people agree with the tool, in the plans that a folder has decisions on.

    Raises:
        CommandError: it has none against this reference.
        InvalidPlan: a file of decisions, or a plan, has faults.
        UnknownPlan: there is no plan that a file speaks of.
    """
    from plancmp.alignment.compare import compare_plans
    from plancmp.alignment.decisions import apply_decisions
    from plancmp.alignment.evaluation.decided import evaluate_decisions
    from plancmp.cli.loading import find_id
    from plancmp.cli.views.decided_evaluation import decided_document
    from plancmp.plans.decisions.reading import holds_decisions, load_decisions
    from plancmp.plans.glosses import glosses_of
    from plancmp.plans.reading import load_plan

    paths = [path for path in sorted(folder.glob("*.yaml")) if holds_decisions(path)]
    files = [load_decisions(path).decisions for path in paths]
    given = [each for each in files if each.reference == base.id]
    if not given:
        raise CommandError("error.no_decisions", folder=folder, reference=base.name)
    plans = [load_plan(find_id(library, each.plan)) for each in given]
    computed = [compare_plans(base, plan) for plan in plans]
    decided = [
        apply_decisions(comparison, each.entries, base, plan)
        for comparison, each, plan in zip(computed, given, plans, strict=True)
    ]
    say = say.knowing(glosses_of(base))
    return decided_document(evaluate_decisions(computed, decided), base.name, say, verbose=verbose)


def _write_card(evaluation: Evaluation) -> Path:
    from plancmp.alignment.evaluation.card import CARD_FILE, card_of, card_text

    write_output(card_text(card_of(evaluation, date.today().isoformat())), CARD_FILE)
    return CARD_FILE

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
    from collections.abc import Iterable

    from plancmp.alignment.evaluation.gold import Gold
    from plancmp.alignment.evaluation.readers import ReadPlan
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
    "plancmp evaluate tests/gold/commitments.json --decisions decisions",
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
            help="Measure against the decisions in a folder, or in a file, instead: how far people agree, by "
            "confidence; with GOLD: tool, proposals of models and people compared.",
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
    people decided and models proposed so far; with both, tool, models and people are
    measured against GOLD and among themselves.
    """
    from plancmp.cli.loading import keep_input, load_named, open_library, with_names
    from plancmp.cli.views.evaluation import evaluation_document

    if not gold and not decisions:
        raise CommandError("error.gold_or_decisions")
    if decisions and (leaving_out or write_card):
        raise CommandError("error.decisions_alone")
    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    keep_input(settled.file, [*(gold or ()), *([decisions] if decisions else ()), library.find(reference)])
    base = load_named(library, reference)
    named = with_names(settled.say, library)
    if decisions and gold:
        document = _of_readers(gold, decisions, base, library, named)
    elif decisions:
        document = _of_decisions(decisions, base, library, settled.say, verbose=verbose)
    else:
        evaluation = _of_gold(gold or (), base, library, leaving_out=leaving_out)
        document = evaluation_document(evaluation, base.name, named, verbose=verbose)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
    if write_card:
        typer.echo(settled.say("evaluate.card", path=_write_card(evaluation)), err=True)


def _of_gold(gold: Iterable[Path], base: Plan, library: Library, *, leaving_out: bool) -> Evaluation:
    from plancmp.alignment.evaluation.scoring import evaluate as run_evaluation
    from plancmp.cli.loading import find_id
    from plancmp.plans.reading import load_plan

    readings = _readings(gold, base)
    plans = {plan_id: load_plan(find_id(library, plan_id)) for plan_id in readings.plans}
    return run_evaluation(readings, base, plans, leaving_out=leaving_out)


def _readings(gold: Iterable[Path], base: Plan) -> Gold:
    from plancmp.cli.gold_files import read_golds

    readings = read_golds(gold)
    require_measures(
        (each.item for each in readings.measures), [item.id for item in base.measures], base.name
    )
    return readings


def _of_readers(gold: Iterable[Path], decisions: Path, base: Plan, library: Library, say: Words) -> Document:
    """Tool, models and people against gold, in the plans that it and the decisions are on.

    Raises:
        CommandError: there is no such plan, or no gold, or a file of it has faults.
        InvalidPlan: a file of decisions, or a plan, has faults.
    """
    from plancmp.alignment.evaluation.readers import evaluate_readers
    from plancmp.cli.views.readers_evaluation import readers_document
    from plancmp.plans.glosses import glosses_of

    readings = _readings(gold, base)
    plans = [
        one for one in _read_plans(decisions, base, library, blind=True) if one.plan.id in readings.plans
    ]
    if not plans:
        raise CommandError("error.no_decisions_of_gold", folder=decisions)
    say = say.knowing(glosses_of(base))
    return readers_document(evaluate_readers(readings, base, plans), base.name, say)


def _of_decisions(decisions: Path, base: Plan, library: Library, say: Words, *, verbose: bool) -> Document:
    """How far people agree with the tool, in the plans that there are decisions on.

    Raises:
        CommandError: there are none against this reference.
        InvalidPlan: a file of decisions, or a plan, has faults.
        UnknownPlan: there is no plan that a file speaks of.
    """
    from plancmp.alignment.decisions import apply_decisions
    from plancmp.alignment.evaluation.decided import evaluate_decisions
    from plancmp.alignment.evaluation.readers import reader_pairs, readers_of
    from plancmp.cli.views.decided_evaluation import decided_document
    from plancmp.plans.glosses import glosses_of

    plans = _read_plans(decisions, base, library, blind=False)
    decided = [apply_decisions(one.comparison, one.entries, base, one.plan) for one in plans]
    evaluation = evaluate_decisions([one.comparison for one in plans], decided)
    proposed = any(entry.status == "proposed" for one in plans for entry in one.entries)
    pairs = reader_pairs(readers_of(base, plans)) if proposed else ()
    say = say.knowing(glosses_of(base))
    return decided_document(evaluation, pairs, base.name, say, verbose=verbose)


def _read_plans(decisions: Path, base: Plan, library: Library, *, blind: bool) -> list[ReadPlan]:
    """The plans that a folder, or a file, has decisions on, and these."""
    from plancmp.alignment.compare import compare_plans
    from plancmp.alignment.evaluation.readers import ReadPlan
    from plancmp.cli.loading import find_id
    from plancmp.plans.decisions.reading import holds_decisions, load_decisions
    from plancmp.plans.reading import load_plan

    paths = (
        [decisions]
        if decisions.is_file()
        else [path for path in sorted(decisions.glob("*.yaml")) if holds_decisions(path)]
    )
    files = [load_decisions(path).decisions for path in paths]
    given = [each for each in files if each.reference == base.id]
    if not given:
        raise CommandError("error.no_decisions", folder=decisions, reference=base.name)
    plans = [load_plan(find_id(library, each.plan)) for each in given]
    return [
        ReadPlan(plan, compare_plans(base, plan, blind=blind), each.entries)
        for plan, each in zip(plans, given, strict=True)
    ]


def _write_card(evaluation: Evaluation) -> Path:
    from plancmp.alignment.evaluation.card import CARD_FILE, card_of, card_text

    write_output(card_text(card_of(evaluation, date.today().isoformat())), CARD_FILE)
    return CARD_FILE

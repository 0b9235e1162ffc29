"""`plancmp consult`: a language model as second reader; it proposes, a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import model_options, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancmp.cli.consulting import PlanConsultation

EXAMPLES = (
    "plancmp consult province yicheng --model qwen3 --dry-run",
    "plancmp consult province yicheng --model qwen3 --url http://gpu1:8000/v1",
    "plancmp consult province yicheng --all --model qwen3 --requests ask.jsonl",
    "plancmp consult province yicheng --all --model qwen3 --answers out.jsonl",
)


def consult(  # noqa: PLR0913 - one parameter for each option of the command line
    reference: options.ReferenceArgument,
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN", help="Plans: ids, aliases or files.", autocompletion=options.complete_plan
        ),
    ],
    *,
    everything: Annotated[bool, typer.Option("--all", help="Ask about every commitment.")] = False,
    top: Annotated[
        int,
        typer.Option(
            "--top",
            metavar="PERCENT",
            min=1,
            max=100,
            show_default=True,
            help="Ask about this share of the review queue, the most doubtful first.",
        ),
    ] = 20,
    per: model_options.PerOption = model_options.Per.REFERENCE,
    model: model_options.ModelOption = None,
    url: model_options.UrlOption = None,
    dry_run: model_options.DryRunOption = False,
    requests: model_options.RequestsOption = None,
    answers: model_options.AnswersOption = None,
    concurrency: model_options.ConcurrencyOption = 4,
    timeout: model_options.TimeoutOption = 300.0,
    attempts: model_options.AttemptsOption = 5,
    decisions: options.DecisionsOption = None,
    language: options.LanguageOption = None,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Ask a language model for a second reading.

    It is asked about the most doubtful commitments and proposes, with quotes that must
    stand in the plan to the letter; what is not proved is asked once more, then told.
    Proposals are kept in the file of decisions and count only with --trust-proposals.
    Nothing is asked twice. No host is contacted unless one is configured.
    """
    from plancmp.alignment.consultation.question import Scope
    from plancmp.cli.consultations import Inquiry
    from plancmp.cli.consulting import Wanted, consult_about
    from plancmp.cli.loading import Gathering, keep_input, open_library
    from plancmp.cli.views.consultation import outcome_lines, refused_lines
    from plancmp.plans.glosses import glosses_of

    say = options.words_of(language)
    library = open_library(plans_directories, say)
    gathering = Gathering(library, reference, plans, "consult")
    keep_input(requests, [*gathering.files, *([answers] if answers else [])])
    wanted = Wanted(None if everything else top / 100, model_options.model_name(model), Scope(per))

    def consultations() -> Iterator[PlanConsultation]:
        return (consult_about(gathering.base, plan, wanted, decisions) for plan in gathering.plans())

    def tell(consultation: PlanConsultation) -> None:
        known = say.knowing(glosses_of(consultation.pair.plan))
        outcome = consultation.propose()
        for line in outcome_lines(outcome, known):
            typer.echo(line)
        for line in refused_lines(outcome.plan, outcome.refused, known):
            typer.echo(line, err=True)

    asking = model_options.Asking(url, dry_run, requests, answers, concurrency, timeout, attempts)
    Inquiry(consultations, tell, say, "consult.dry_run").run(asking)

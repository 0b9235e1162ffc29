"""`plancmp review`: a person's verdict on one commitment after another, the most doubtful first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import Filters, parse_filters, require_measures
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from plancmp.alignment.result import Comparison
    from plancmp.alignment.review_queue import QueueItem
    from plancmp.cli.decision_files import DecisionKeeper
    from plancmp.cli.messages import Words
    from plancmp.cli.review.intake import Intake
    from plancmp.cli.review.session import Reviewer
    from plancmp.plans.decisions.model import Decision, Decisions
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp review province yicheng",
    "plancmp review province yicheng --list --format csv -o queue.csv",
    "plancmp review province yicheng --measure 1.2",
    "plancmp review province yicheng --from ledger.xlsx",
)


def review(  # noqa: PLR0913 - one parameter for each option of the command line
    reference: options.ReferenceArgument,
    plan: options.PlanArgument,
    *,
    measure: options.MeasureOption = None,
    only: options.OnlyOption = None,
    listing: Annotated[
        bool, typer.Option("--list", help="Print the queue; with it, --format and -o hold.")
    ] = False,
    taken_from: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Take decisions in: a ledger that was filled in (.xlsx), or another file of decisions "
            "(.yaml).",
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(
            "--who",
            metavar="NAME",
            envvar="PLANCMP_WHO",
            show_envvar=True,
            help="Who decides; the name you are logged in with when not given.",
        ),
    ] = None,
    decisions: options.DecisionsOption = None,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Decide on the verdicts of PLAN, the most doubtful first.

    One key each, kept at once in the file of decisions, which every other command heeds.
    A decision holds as long as the commitment and the sentences it rests on have the same
    words. --only chooses among the verdicts on commitments. Lines of FILE that do not fit
    the texts as they are now are refused one by one, and the exit code is then 1.
    """
    from plancmp.alignment.compare import compare_plans
    from plancmp.cli.decision_files import DecisionKeeper
    from plancmp.cli.loading import keep_input, load_pair, open_library, with_names
    from plancmp.cli.review.session import Reviewer
    from plancmp.cli.views.queue import queue_document
    from plancmp.plans.glosses import glosses_of

    settled = options.output_options(output_format, output, language, no_color)
    library = open_library(plans_directories, settled.say)
    keep_input(settled.file, (library.find(reference), library.find(plan)))
    base, local = load_pair(library, reference, plan, "review")
    filters = parse_filters(measure, only)
    require_measures(filters.measures, [item.id for item in base.measures], base.name)
    desk = _Desk(base, local, compare_plans(base, local), DecisionKeeper(decisions, base, local))
    reviewer = Reviewer(who or _login(), date.today().isoformat())
    if taken_from:
        _take(taken_from, desk, reviewer, settled.say)
    elif listing:
        document = queue_document(desk.comparison, desk.queue(filters), settled.render_options(filters))
        write_output(renderer(settled.format)(document, settled.render_options(filters)), settled.file)
    else:
        say = with_names(settled.say, library).knowing(glosses_of(base)).knowing(glosses_of(local))
        _ask(desk, filters, reviewer, say, colour=settled.colour)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a review works on: the documents, the tool's own comparison, and the file of decisions."""

    reference: Plan
    plan: Plan
    computed: Comparison
    keeper: DecisionKeeper

    @property
    def comparison(self) -> Comparison:
        """The comparison with what is decided so far."""
        from plancmp.alignment.decisions import apply_decisions

        return apply_decisions(self.computed, self.keeper.decisions.entries, self.reference, self.plan)

    def queue(self, filters: Filters) -> list[QueueItem]:
        """What is to be read, in order."""
        from plancmp.alignment.review_queue import review_queue

        return [
            item
            for item in review_queue(self.comparison)
            if filters.names(item.measure) and (not filters.only or item.commitment.verdict in filters.only)
        ]


def _login() -> str:
    """The name this user is logged in with."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:  # nobody is, as in some containers
        raise CommandError("error.nobody") from error


def _ask(desk: _Desk, filters: Filters, reviewer: Reviewer, say: Words, *, colour: bool) -> None:
    """Ask at the terminal, one commitment after another.

    Raises:
        CommandError: this is no terminal.
    """
    from plancmp.cli.review.session import Session
    from plancmp.cli.review.terminal import is_terminal, terminal_reviewer

    if not is_terminal():
        raise CommandError("error.review_needs_terminal", reference=desk.reference.id, plan=desk.plan.id)
    queue = [item.commitment.id for item in desk.queue(filters)]
    if not queue:
        typer.echo(say("review.nothing"))
        return
    session = Session(desk.reference, desk.plan, desk.computed, desk.keeper.decisions, reviewer, queue)
    try:
        with terminal_reviewer(say, colour=colour) as reviewing:
            session.run(reviewing.ask, desk.keeper.keep)
    finally:
        typer.echo("\n" + say("review.done", count=session.decided_now, path=desk.keeper.path))


def _take(file: Path, desk: _Desk, reviewer: Reviewer, say: Words) -> None:
    """Keep what fits of a file that was filled in; what does not is told line by line, and the exit code is 1."""
    from plancmp.plans.decisions.merging import with_decision

    intake = _read(file, desk, reviewer, say)
    decisions = desk.keeper.decisions
    new = [entry for entry in intake.taken if not _is_kept(entry, decisions)]
    for entry in new:
        decisions = with_decision(decisions, entry)
    if new:
        desk.keeper.keep(decisions)
    for refusal in intake.refused:
        typer.echo(f"{refusal.file}:{refusal.line}: {say(refusal.key, **refusal.values)}", err=True)
    typer.echo(say("review.taken", count=len(new), path=desk.keeper.path))
    if intake.refused:
        typer.echo(say("review.refused", count=len(intake.refused)), err=True)
        raise typer.Exit(1)


def _is_kept(entry: Decision, decisions: Decisions) -> bool:
    """Whether the same word of the same reader is there already, whatever the day."""
    return any(
        each.model_copy(update={"at": entry.at, "computed": entry.computed}) == entry
        for each in decisions.of(entry.item)
    )


def _read(file: Path, desk: _Desk, reviewer: Reviewer, say: Words) -> Intake:
    """The decisions in a ledger or in another file of decisions.

    Raises:
        CommandError: the file is neither, or of another pair.
        InvalidPlan: a file of decisions has faults.
    """
    from plancmp.alignment.decisions import bind
    from plancmp.cli.review.intake import take_decisions
    from plancmp.cli.review.ledger import read_ledger
    from plancmp.plans.decisions.reading import load_decisions

    binding = bind(desk.computed, desk.reference, desk.plan)
    if file.suffix.lower() == ".xlsx":
        return read_ledger(file, desk.computed, binding, reviewer, say)
    if file.suffix.lower() not in {".yaml", ".yml"}:
        raise CommandError("error.from_unknown", path=file)
    given = load_decisions(file)
    pair = {"plan": given.decisions.plan, "reference": given.decisions.reference}
    if pair != {"plan": desk.plan.id, "reference": desk.reference.id}:
        raise CommandError("error.decisions_of_others", path=file, **pair)
    return take_decisions(given, binding)

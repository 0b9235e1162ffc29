"""One plan put to a language model: its questions, the answers kept so far, and the proposals that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.consultation.answer import Proposal, read_answer
from plancmp.alignment.consultation.proposals import proposed_decision
from plancmp.alignment.consultation.question import MOST_TEXT, PlanTooLongError, Question, Scope
from plancmp.alignment.consultation.said import RefusedAnswer
from plancmp.alignment.consultation.second_reading import Pair, ask_about, worth_asking
from plancmp.alignment.consultation.settling import Settlement, settle
from plancmp.alignment.decisions import apply_decisions, bind
from plancmp.cli.answer_files import AnswerStore
from plancmp.cli.decision_files import DecisionKeeper
from plancmp.cli.errors import CommandError
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.decisions.merging import with_decision
from plancmp.plans.decisions.model import Decision, Decisions
from plancmp.plans.model import Plan


class Wanted(NamedTuple):
    """What is to be asked.

    Attributes:
        share: that of the review queue (0-1); None for every commitment.
        model: the name of the model.
        scope: how much one question asks.
    """

    share: float | None
    model: str
    scope: Scope


class Outcome(NamedTuple):
    """What came of the answers on one plan.

    Attributes:
        plan: the plan's name.
        asked: how many commitments were asked about.
        proposals: what is proposed.
        differing: the ids of those whose verdict is not the tool's.
        refused: the answers that are not taken.
        open: how many requests have no answer.
        path: the file that the proposals are in.
    """

    plan: str
    asked: int
    proposals: tuple[Proposal, ...]
    differing: tuple[str, ...]
    refused: tuple[RefusedAnswer, ...]
    open: int
    path: Path


@dataclass(frozen=True)
class PlanConsultation:
    """A plan, what is asked about it, and where answers and proposals are kept."""

    pair: Pair
    model: str
    questions: tuple[Question, ...]
    store: AnswerStore
    keeper: DecisionKeeper

    @property
    def asked(self) -> int:
        """How many commitments are asked about."""
        return sum(len(question.asked) for question in self.questions)

    def settle(self) -> Settlement[Proposal]:
        """What the answers kept so far come to."""
        read = partial(read_answer, texts=texts_of(self.pair.plan))
        return settle(self.questions, self.store.answers, read)

    def propose(self) -> Outcome:
        """Write what is proposed into the file of decisions; a proposal that is there already keeps its date.

        Raises:
            InvalidPlan: the file has been changed meanwhile and has faults now.
            OutputError: it cannot be written.
        """
        settled, before = self.settle(), self.keeper.decisions
        after = _with_proposals(before, self._entries(settled.proposals))
        if after != before:
            self.keeper.keep(after)
        computed = {each.id: (each.computed or each).verdict for each in self.pair.comparison.commitments}
        return Outcome(
            self.pair.plan.name,
            self.asked,
            settled.proposals,
            tuple(
                each.commitment for each in settled.proposals if each.verdict is not computed[each.commitment]
            ),
            settled.refused,
            len(settled.open),
            self.keeper.path,
        )

    def _entries(self, proposals: Iterable[Proposal]) -> Iterator[Decision]:
        binding = bind(self.pair.comparison, self.pair.reference, self.pair.plan)
        items = {each.id: each for each in self.pair.comparison.commitments}
        today = date.today().isoformat()
        return (
            proposed_decision(binding, items[each.commitment], each, model=self.model, at=today)
            for each in proposals
        )


def consult_about(reference: Plan, plan: Plan, wanted: Wanted, folder: Path | None) -> PlanConsultation:
    """Prepare the questions on a plan.

    Args:
        reference: the plan compared against.
        plan: the plan judged.
        wanted: what is to be asked; the queue is that of what people have not decided, whatever was proposed.
        folder: where decisions lie; the default's for None.

    Raises:
        InvalidPlan: the file of decisions has faults.
        CommandError: the plan is too long to be asked about.
    """
    keeper = DecisionKeeper(folder, reference, plan)
    decided = [entry for entry in keeper.decisions.entries if entry.status == "decided"]
    comparison = compare_plans(reference, plan)
    if decided:
        comparison = apply_decisions(comparison, decided, reference, plan)
    if wanted.share is None:
        items = frozenset(each.id for each in comparison.commitments)
    else:
        items = worth_asking(comparison, wanted.share)
    pair = Pair(reference, plan, comparison)
    try:
        questions = ask_about(pair, items, wanted.model, wanted.scope)
    except PlanTooLongError as error:
        raise too_long(error) from error
    return PlanConsultation(pair, wanted.model, questions, AnswerStore(folder, plan.id), keeper)


def too_long(error: PlanTooLongError) -> CommandError:
    """The error that a plan is too long to be asked about, as it is told."""
    values = {"plan": error.plan, "characters": error.characters, "most": MOST_TEXT}
    return CommandError("error.plan_too_long_to_ask", **values)


def _with_proposals(before: Decisions, entries: Iterable[Decision]) -> Decisions:
    after, known = before, {_without_date(entry) for entry in before.entries}
    for entry in entries:
        if _without_date(entry) not in known:
            after = with_decision(after, entry)
    return after


def _without_date(entry: Decision) -> Decision:
    return entry.model_copy(update={"at": ""})

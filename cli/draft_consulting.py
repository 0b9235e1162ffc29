"""A running text put to a language model: which commitments it states, and the draft that comes of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.consultation.draft_reading import ask_for_commitments
from plancmp.alignment.consultation.drafting_answer import ProposedDraft, read_draft
from plancmp.alignment.consultation.question import PlanTooLongError, Question, Scope
from plancmp.alignment.consultation.said import RefusedAnswer
from plancmp.alignment.consultation.settling import Settlement, settle
from plancmp.alignment.drafting.draft import MeasureDraft, draft_as_proposed
from plancmp.cli.answer_files import AnswerStore
from plancmp.cli.consulting import too_long
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.decisions.model import MODEL
from plancmp.plans.model import Plan


class DraftOutcome(NamedTuple):
    """What came of the answers on a text.

    Attributes:
        by: the model, with `model:` before its name.
        asked: how many measures were asked about.
        drafts: the draft of every measure; that of one without an answer that is taken is made by the rules.
        proposed: how many measures are drafted as the model proposes.
        refused: the answers that are not taken.
        open: how many requests have no answer.
    """

    by: str
    asked: int
    drafts: tuple[MeasureDraft, ...]
    proposed: int
    refused: tuple[RefusedAnswer, ...]
    open: int


@dataclass(frozen=True)
class DraftConsultation:
    """A text, what is asked about it, and where the answers are kept."""

    plan: Plan
    model: str
    questions: tuple[Question, ...]
    store: AnswerStore

    def settle(self) -> Settlement[ProposedDraft]:
        """What the answers kept so far come to."""
        return settle(self.questions, self.store.answers, partial(read_draft, texts=texts_of(self.plan)))

    def outcome(self) -> DraftOutcome:
        """The draft as the answers have it."""
        settled = self.settle()
        proposed = {each.measure: each.texts for each in settled.proposals}
        return DraftOutcome(
            f"{MODEL}{self.model}",
            sum(len(question.asked) for question in self.questions),
            draft_as_proposed(self.plan, proposed),
            len(proposed),
            settled.refused,
            len(settled.open),
        )


def consult_for_draft(plan: Plan, model: str, scope: Scope, folder: Path | None) -> DraftConsultation:
    """Prepare the questions on a running text.

    Args:
        plan: the text.
        model: the name of the model to be asked.
        scope: how much one question asks.
        folder: where decisions lie, and answers beside them; the default's for None.

    Raises:
        CommandError: the text is too long to be asked about, or the file of answers is no such file.
    """
    try:
        questions = ask_for_commitments(plan, model, scope)
    except PlanTooLongError as error:
        raise too_long(error) from error
    return DraftConsultation(plan, model, questions, AnswerStore(folder, plan.id))

"""What came of asking a language model, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancmp.alignment.consultation.said import RefusedAnswer
from plancmp.cli.consulting import Outcome
from plancmp.cli.draft_consulting import DraftOutcome
from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.cli.views.common import some_of


def outcome_lines(outcome: Outcome, say: Words) -> Iterator[str]:
    """How much was asked and proposed, and how many requests have no answer."""
    differing = some_of(list(outcome.differing), "consult.and_more", say)
    yield sanitize_line(
        say(
            "consult.result",
            plan=say.gloss(outcome.plan),
            asked=outcome.asked,
            proposals=len(outcome.proposals),
            differing=len(outcome.differing),
            ids=say("consult.ids", ids=differing) if differing else "",
            refused=len(outcome.refused),
            path=outcome.path,
        )
    )
    if outcome.open:
        yield say("consult.open", plan=sanitize_line(say.gloss(outcome.plan)), requests=outcome.open)


def draft_line(plan: str, outcome: DraftOutcome, say: Words) -> str:
    """How many measures are drafted as a model proposes, and how many by the rules."""
    line = say(
        "draft.consulted",
        plan=say.gloss(plan),
        asked=outcome.asked,
        proposed=outcome.proposed,
        commitments=sum(len(draft.commitments) for draft in outcome.drafts),
        others=outcome.asked - outcome.proposed,
    )
    return sanitize_line(line)


def refused_lines(plan: str, answers: Iterable[RefusedAnswer], say: Words) -> Iterator[str]:
    """Each answer on a plan that is not taken, and why."""
    for refused in answers:
        found = say("consult.found", text=refused.found) if refused.found else ""
        fault = say(f"refusal.{refused.fault}")
        line = say("consult.refused", plan=say.gloss(plan), item=refused.item, fault=fault, found=found)
        yield sanitize_line(line)

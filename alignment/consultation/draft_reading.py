"""Questions on a running text: which commitments each measure states."""

from __future__ import annotations

from plancmp.alignment.consultation.drafting_prompt import DRAFTING
from plancmp.alignment.consultation.question import Asked, Question, Scope, ask
from plancmp.plans.model import Measure, Plan

_LEVELS = {"province": "（省级）", "prefecture": "（市级）", "county": "（县级）"}


def ask_for_commitments(plan: Plan, model: str, scope: Scope) -> tuple[Question, ...]:
    """The questions about the commitments of a running text.

    Args:
        plan: the text; a measure without any is not asked about.
        model: the name of the model to be asked.
        scope: whether one question asks about all measures or about those of a programme.

    Raises:
        PlanTooLongError: the text is too long to be asked about.
    """
    groups = [
        [measure for measure in programme.measures if measure.text.strip()] for programme in plan.programmes
    ]
    if scope is Scope.REFERENCE:
        groups = [[measure for group in groups for measure in group]]
    return tuple(
        ask(DRAFTING, plan, model, [Asked(each.id, each.title) for each in group], _text(plan, group))
        for group in groups
        if group
    )


def _text(plan: Plan, measures: list[Measure]) -> str:
    """The issuer and level, which tell whose own tasks are none, then the measures with their ids and titles."""
    told = [f"发文机关：{plan.issuer or plan.name}{_LEVELS.get(plan.level or '', '')}"]
    return "\n".join([*told, *(f"[{each.id}] {each.title}\n{each.text}" for each in measures)])

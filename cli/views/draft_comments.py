"""The comments in a plan file with drafted commitments: what to do with them, and what was passed over where."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.drafting.draft import MeasureDraft
from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.plans.model import Plan
from plancmp.plans.writing import Comments


def comments_of(plan: Plan, drafts: Sequence[MeasureDraft], say: Words) -> Comments:
    """What was passed over above the commitments of its measure, so that whoever edits sees both."""
    found = {draft.id: draft for draft in drafts}
    places = {
        f"programmes[{p}].measures[{m}].commitments": tuple(_passed(found[measure.id], say))
        for p, programme in enumerate(plan.programmes)
        for m, measure in enumerate(programme.measures)
    }
    return Comments((say("comment.draft"),), {path: lines for path, lines in places.items() if lines})


def _passed(draft: MeasureDraft, say: Words) -> list[str]:
    return [
        say(
            "comment.passed",
            kind=say(f"clause.{each.kind}"),
            rule=say(f"rule.{each.why}"),
            text=sanitize_line(each.text),
        )
        for each in draft.passed_over
    ]

"""The comments in a plan file with drafted commitments: what to do with them, and what was passed over where."""

from __future__ import annotations

from plancmp.alignment.drafting.draft import Draft, MeasureDraft
from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.plans.model import Plan
from plancmp.plans.writing import Comments


def comments_of(plan: Plan, draft: Draft, say: Words) -> Comments:
    """What was passed over above the commitments of its measure, so that whoever edits sees both."""
    found = {measure.id: measure for measure in draft.measures}
    places = {
        f"programmes[{p}].measures[{m}].commitments": tuple(_passed(found[measure.id], say))
        for p, programme in enumerate(plan.programmes)
        for m, measure in enumerate(programme.measures)
    }
    head = say("comment.draft_proposed", by=draft.by) if draft.by else say("comment.draft")
    return Comments((sanitize_line(head),), {path: lines for path, lines in places.items() if lines})


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

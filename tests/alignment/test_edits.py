"""Two hundred edits of single passages, written by hand: does the verdict on the commitment follow?

An edit softens a promise, makes it conditional, lowers its number, drops it or says it in other words. The
wordings were chosen without knowledge of the word lists. `python -m tests.alignment.test_edits` prints the table
and every miss.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plancmp.alignment.compare import PreparedReference, compare_prepared
from plancmp.alignment.result import CommitmentResult, Verdict
from plancmp.plans.model import Plan
from tests.alignment.editing import REFERENCE, plan_named, with_every_text

EDITS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "edits.json").read_text("utf-8"))[
    "edits"
]
FLOORS = {
    "softened": 0.88,
    "made conditional": 0.71,
    "target lowered, dropped or later": 0.77,
    "dropped or a slogan": 0.74,
    "said in other words": 0.96,
}
"""What is reached, rounded down."""


class Outcome(NamedTuple):
    """An edit, what the comparison makes of it, and whether that is right."""

    edit: Mapping[str, Any]
    found: CommitmentResult
    right: bool


def edited(edit: Mapping[str, Any]) -> Plan:
    def change(text: str) -> str:
        for old, new in edit["edits"]:
            text = text.replace(old, new, 1)
        return text

    return with_every_text(plan_named(edit["plan"]), change)


@cache
def outcomes() -> tuple[Outcome, ...]:
    prepared = PreparedReference(plan_named(REFERENCE))
    return tuple(_outcome(edit, prepared) for edit in EDITS)


def _outcome(edit: Mapping[str, Any], prepared: PreparedReference) -> Outcome:
    commitments = compare_prepared(prepared, edited(edit), blind=True).commitments
    found = next(each for each in commitments if each.id == edit["commitment"])
    reasons = edit["reasons"].split("|") if edit["reasons"] else []
    right = found.verdict in edit["verdict"].split("|") and (
        not reasons or any(reason in found.reasons for reason in reasons)
    )
    return Outcome(edit, found, right)


def by_family() -> dict[str, list[Outcome]]:
    families: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes():
        families[outcome.edit["family"]].append(outcome)
    return families


@pytest.mark.parametrize("plan", sorted({edit["plan"] for edit in EDITS}))
def test_what_is_edited_stands_in_the_plan_once_and_is_adopted_before(plan: str) -> None:
    texts = [measure.text for measure in plan_named(plan).measures]
    prepared = PreparedReference(plan_named(REFERENCE))
    verdicts = {each.id: each.verdict for each in compare_prepared(prepared, plan_named(plan)).commitments}
    for edit in (edit for edit in EDITS if edit["plan"] == plan):
        assert verdicts[edit["commitment"]] is Verdict.ADOPTED, edit["commitment"]
        for old, _ in edit["edits"]:
            assert sum(text.count(old) for text in texts) == 1, old


@pytest.mark.parametrize("family", FLOORS)
def test_the_verdict_follows_the_edit(family: str) -> None:
    found = by_family()[family]
    assert sum(outcome.right for outcome in found) / len(found) >= FLOORS[family]


def main() -> None:
    """Print the table and every miss."""
    for family, found in by_family().items():
        right = sum(outcome.right for outcome in found)
        print(f"{family:34}{len(found):4}{right:5}{right / len(found):7.2f}")  # noqa: T201
    for outcome in outcomes():
        if not outcome.right:
            edit, got = outcome.edit, outcome.found
            changes = "; ".join(f"{old} → {new}" for old, new in edit["edits"])
            wanted, given = f"{edit['verdict']} {edit['reasons']}", " ".join([got.verdict, *got.reasons])
            print(f"{edit['plan']} {got.id} {changes}: {wanted}, found {given}")  # noqa: T201


if __name__ == "__main__":
    main()

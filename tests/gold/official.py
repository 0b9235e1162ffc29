"""An official text as reference, with and without proposals, against gold: `python -m tests.gold.official` prints it.

The stand-ins reference-3 and -4 state which commitments of the reconstruction each of their clauses makes
(tests/gold/seen/references.json). A drafted commitment that overlaps such a clause has the gold's verdict on what the
clause states; where that is several commitments with different verdicts it is weakened. Their measures are those of the
reconstruction, number by number.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.consultation.draft_reading import ask_for_commitments
from plancmp.alignment.consultation.drafting_answer import ProposedDraft, read_draft
from plancmp.alignment.consultation.question import Scope
from plancmp.alignment.consultation.settling import Settlement, settle
from plancmp.alignment.drafting.draft import MeasureDraft, draft_as_proposed, draft_plan, with_drafts
from plancmp.alignment.result import Verdict
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.model import Plan
from tests.gold.consultation import MODEL, SEEN, Row, consulted_rows, county_case
from tests.gold.drafting import Score, Span, pairs, running_text, spans
from tests.gold.queue_curve import REAL, Case, case_of
from tests.gold.test_seen import COUNTIES

TEXTS = ("reference-3", "reference-4")


def reference(name: str) -> Plan:
    """A stand-in as a plan."""
    return running_text(SEEN / f"{name}.txt")


class Reference(NamedTuple):
    """A stand-in with its drafted commitments, and what of the reconstruction each of them states."""

    plan: Plan
    states: dict[str, frozenset[str]]


def recorded_drafts() -> list[str]:
    """The texts that a model's draft is recorded of."""
    return [name for name in TEXTS if (SEEN / f"answers-draft-{name}.json").exists()]


@cache
def asked_draft(name: str) -> Settlement[ProposedDraft]:
    """What a second reader proposes as the draft of a text, read as it is read today."""
    plan = reference(name)
    (question,) = ask_for_commitments(plan, MODEL, Scope.REFERENCE)
    said = (SEEN / f"answers-draft-{name}.json").read_text("utf-8")
    return settle([question], {question.id: said}, partial(read_draft, texts=texts_of(plan)))


def drafts(name: str, *, proposed: bool) -> tuple[MeasureDraft, ...]:
    """The draft of a text: by the rules, or as a second reader proposes."""
    plan = reference(name)
    if not proposed:
        return draft_plan(plan)
    return draft_as_proposed(plan, {each.measure: each.texts for each in asked_draft(name).proposals})


def draft_score(name: str, *, proposed: bool) -> Score:
    """The draft of a text against the key."""
    plan, total = reference(name), Score(0, 0, 0)
    texts = {measure.id: measure.text for measure in plan.measures}
    for draft in drafts(name, proposed=proposed):
        stated = [entry["text"] for entry in _stated(name, draft.id)]
        found = list(spans(texts[draft.id], [each.text for each in draft.commitments]))
        wanted = list(spans(texts[draft.id], stated))
        total += Score(len(found), len(wanted), pairs(found, wanted))
    return total


@cache
def drafted(name: str, *, proposed: bool) -> Reference:
    """A text with its draft."""
    plan, made = reference(name), drafts(name, proposed=proposed)
    texts = {measure.id: measure.text for measure in plan.measures}
    states = {}
    for draft in made:
        text = texts[draft.id]
        found = list(spans(text, [each.text for each in draft.commitments]))
        if len(found) != len(draft.commitments):
            raise AssertionError(draft.id)
        for commitment, span in zip(draft.commitments, found, strict=True):
            states[commitment.id] = frozenset(_states(span, text, _stated(name, draft.id)))
    return Reference(with_drafts(plan, made), states)


def _stated(name: str, measure: str) -> list[Any]:
    return [entry for entry in _keys()[name] if entry["measure"] == measure and entry["kind"] == "commitment"]


@cache
def _keys() -> Any:
    return json.loads((SEEN / "references.json").read_text("utf-8"))["references"]


def _states(span: Span, text: str, entries: Sequence[Any]) -> Iterator[str]:
    """What the clauses state that overlap a span by half of the shorter one."""
    for entry in entries:
        start = text.index(entry["text"])
        if pairs([span], [(start, start + len(entry["text"]))]):
            yield from entry["commitments"]


def official_case(name: str, plan: str, *, proposed: bool) -> Case:
    """A plan compared with a text, and the gold's verdicts."""
    case = case_of(plan, blind=True) if plan in REAL else county_case(plan)
    made = drafted(name, proposed=proposed)
    return Case(
        made.plan,
        case.plan,
        compare_plans(made.plan, case.plan, blind=True),
        {
            item: verdict
            for item, states in made.states.items()
            if (verdict := _joint({case.commitments[each] for each in states if each in case.commitments}))
        },
        case.measures,
    )


def _joint(verdicts: set[str]) -> str:
    """The verdict on several commitments that are one; "" for none."""
    return next(iter(verdicts)) if len(verdicts) == 1 else Verdict.WEAKENED.value if verdicts else ""


def answers_on() -> list[tuple[str, str, bool]]:
    """The recorded answers: the text, the plan, and whether they are on a draft that a model proposed."""
    return [
        (name, plan, proposed)
        for name in TEXTS
        for plan in (*REAL, *COUNTIES.keys)
        for proposed in (False, True)
        if _answers(name, plan, proposed=proposed).exists()
    ]


def _answers(name: str, plan: str, *, proposed: bool) -> Path:
    return SEEN / f"answers-{'drafted-' if proposed else ''}{name}-{plan}.json"


def rows_of(name: str, plan: str, *, proposed: bool) -> Iterator[Row]:
    """The tool's verdicts on a plan; with proposals where there are any recorded."""
    path = _answers(name, plan, proposed=proposed)
    said = path.read_text("utf-8") if path.exists() else None
    label = f"{name}{', drafted by a model' if proposed else ''} × {plan}"
    return consulted_rows(label, official_case(name, plan, proposed=proposed), said)


def rows() -> Iterator[Row]:
    """Those of every plan."""
    for name in TEXTS:
        for proposed in (False, True) if name in recorded_drafts() else (False,):
            for plan in (*REAL, *COUNTIES.keys):
                yield from rows_of(name, plan, proposed=proposed)


def main() -> None:
    for name in TEXTS:
        for proposed in (False, True) if name in recorded_drafts() else (False,):
            found = draft_score(name, proposed=proposed)
            who = "a model" if proposed else "the rules"
            sys.stdout.write(
                f"{name} drafted by {who}: P {found.precision:.3f} R {found.recall:.3f} ({found.drafted})\n"
            )
    sys.stdout.writelines(f"{line}\n" for line in Row.table(rows()))


if __name__ == "__main__":
    main()

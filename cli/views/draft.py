"""The draft of a plan's commitments: a page, rows, one for each clause, and JSON: schema plancmp/commitments/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.drafting.draft import Draft, DraftCommitment, MeasureDraft, PassedOver
from plancmp.alignment.numeric_targets import Target
from plancmp.alignment.result import header_of
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Block, Document, Grid, Heading, Item, Value
from plancmp.cli.views.fields import header_fields
from plancmp.cli.views.glosses import glossed, knowing
from plancmp.plans.model import Plan

_SCHEMA = "plancmp/commitments/1"
_COLUMNS = (
    "measure",
    "measure_title",
    "commitment",
    "commitment_text",
    "clause",
    "rule",
    "central",
    "strength",
    "condition",
    "targets",
)


def draft_document(plan: Plan, draft: Draft, say: Words, *, verbose: bool) -> Document:
    """A plan's draft; `verbose` also shows what was passed over on the page (rows and data always hold it)."""
    say = knowing(say, header_of(plan))
    rows = (row for measure in draft.measures for row in _rows(measure, say))
    document = Document(
        page=lambda _: _page(plan, draft, say, verbose=verbose),
        grid=lambda: Grid(_COLUMNS, rows, frozenset({"clause", "rule"})),
        data=lambda: _data(plan, draft),
    )
    return glossed(document, say)


def _page(plan: Plan, draft: Draft, say: Words, *, verbose: bool) -> Iterator[Block]:
    yield Heading(say("draft.title", plan=say.gloss(plan.name)), level=1)
    if draft.by:
        yield Item(say("draft.proposed_by", by=draft.by))
    commitments = [each for measure in draft.measures for each in measure.commitments]
    yield Item(
        say(
            "draft.counts",
            measures=len(draft.measures),
            commitments=len(commitments),
            central=sum(each.central for each in commitments),
            passed=sum(len(measure.passed_over) for measure in draft.measures),
        )
    )
    if listed := len(list(plan.commitments)):
        yield Item(say("draft.listed", listed=listed))
    for measure in draft.measures:
        yield from _measure(measure, say, verbose=verbose)
    yield Item(say("draft.legend"), style="dim")
    if not verbose:
        yield Item(say("draft.hint"), style="dim")


def _measure(draft: MeasureDraft, say: Words, *, verbose: bool) -> Iterator[Block]:
    yield Heading(say("draft.measure", id=draft.id, title=say.label(draft.title)))
    for commitment in draft.commitments:
        label = f"{'★' if commitment.central else '  '} {commitment.id}"
        yield Item(_with_remarks(commitment, say), label=label, depth=1)
    if not draft.commitments:
        yield Item(say("draft.none"), depth=1, style="dim")
    if verbose:
        yield from (
            Item(_passed(each, say), label=say("draft.passed"), depth=2) for each in draft.passed_over
        )


def _with_remarks(commitment: DraftCommitment, say: Words) -> str:
    remarks = [say("label", label=say("column.strength"), value=commitment.strength)]
    if commitment.condition:
        remarks.append(say("label", label=say("column.condition"), value=commitment.condition))
    if commitment.targets:
        remarks.append(say("label", label=say("column.targets"), value=_targets(commitment.targets, say)))
    return say("remark", text=commitment.text, remark=say("semicolon").join(remarks))


def _passed(clause: PassedOver, say: Words) -> str:
    return say(
        "draft.passed_line",
        kind=say(f"clause.{clause.kind}"),
        rule=say(f"rule.{clause.why}"),
        text=clause.text,
    )


def _targets(targets: Sequence[Target], say: Words) -> str:
    return say.listed([f"{target.indicator} {target.phrase}".strip() for target in targets])


def _rows(draft: MeasureDraft, say: Words) -> Iterator[tuple[Value, ...]]:
    for each in draft.commitments:
        yield (
            draft.id,
            draft.title,
            each.id,
            each.text,
            "commitment",
            each.why.value,
            say("yes" if each.central else "no"),
            each.strength,
            each.condition or None,
            _targets(each.targets, say) or None,
        )
    for passed in draft.passed_over:
        yield (
            draft.id,
            draft.title,
            None,
            passed.text,
            passed.kind.value,
            passed.why.value,
            None,
            None,
            None,
            None,
        )


def _data(plan: Plan, draft: Draft) -> dict[str, object]:
    return {
        "schema": _SCHEMA,
        "plan": header_fields(header_of(plan)),
        "listed": len(list(plan.commitments)),
        "proposed_by": draft.by or None,
        "measures": [
            {
                "id": measure.id,
                "title": measure.title,
                "commitments": [_commitment(each) for each in measure.commitments],
                "passed_over": [
                    {"text": each.text, "kind": each.kind.value, "rule": each.why.value}
                    for each in measure.passed_over
                ],
            }
            for measure in draft.measures
        ],
    }


def _commitment(commitment: DraftCommitment) -> dict[str, object]:
    return {
        "id": commitment.id,
        "text": commitment.text,
        "central": commitment.central,
        "strength": commitment.strength,
        "condition": commitment.condition or None,
        "rule": commitment.why.value,
        "targets": [
            {
                "indicator": target.indicator,
                "phrase": target.phrase,
                "value": target.value,
                "unit": target.unit,
                "comparator": target.comparator.value,
                "annual": target.annual,
                "deadline": target.deadline,
            }
            for target in commitment.targets
        ],
    }

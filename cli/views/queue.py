"""The queue of a review: the commitments worth reading, the most doubtful and weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.result import Comparison
from plancmp.alignment.review_queue import QueueItem, changeable_measures
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS
from plancmp.cli.views.caveats import decision_caveats
from plancmp.cli.views.common import filter_note, notes, verdict_cell
from plancmp.cli.views.document import (
    Block,
    Cell,
    Column,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Kind,
    Table,
    Value,
    plain_table,
)
from plancmp.cli.views.fields import header_fields, record_fields, reference_fields, rounded
from plancmp.cli.views.glosses import glossed, titled
from plancmp.cli.views.reasons import explain_commitment
from plancmp.cli.views.render_options import RenderOptions

_COLUMNS = (
    "position",
    "cause",
    "measure",
    "measure_title",
    "commitment",
    "commitment_text",
    "verdict",
    "confidence",
    "effect",
)


def queue_document(comparison: Comparison, queue: Sequence[QueueItem], options: RenderOptions) -> Document:
    """The queue for every format: one row a commitment; schema `plancmp/queue/1`.

    Args:
        comparison: the comparison it is of, decisions applied.
        queue: what is to be read, in order.
        options: the words and the filters in force.
    """
    options = options.knowing(comparison.reference, comparison.plan)
    say = options.say
    document = Document(
        page=lambda _: _page(comparison, queue, options),
        grid=lambda: Grid(_COLUMNS, [_values(place, item, say) for place, item in enumerate(queue, start=1)]),
        data=lambda: _fields(comparison, queue),
    )
    return glossed(document, say)


def _page(comparison: Comparison, queue: Sequence[QueueItem], options: RenderOptions) -> Iterator[Block]:
    say = options.say
    yield Heading(say("queue.title", plan=say.gloss(comparison.plan.name)), level=1)
    yield from filter_note(options.filters, say)
    yield Gap()
    yield _table(queue, say) if queue else Item(say("review.nothing"))
    yield Gap()
    left = [item for item in queue if not item.worth_a_look]
    figures = {"total": len(queue), "worth": len(queue) - len(left), "changeable": changeable_measures(left)}
    yield Item(say("queue.worth", **figures), style="bold")
    yield from notes((caveat.text for caveat in decision_caveats([comparison.decisions], say)), say)


def _table(queue: Sequence[QueueItem], say: Words) -> Table:
    heads = (
        Column(say("column.position")),
        Column(say("diff.verdict"), Kind.VERDICT),
        Column(say("column.commitment_text"), Kind.LABEL),
        Column(say("column.confidence")),
        Column(say("column.effect"), Kind.TEXT),
    )
    rows = (
        (
            Cell(str(place), style="" if item.worth_a_look else "dim"),
            verdict_cell(item.commitment.verdict, say),
            titled(item.commitment.text, say, item.commitment.id),
            Cell(f"{item.commitment.confidence:.0%}", style="" if item.worth_a_look else "dim"),
            _effect(item, say),
        )
        for place, item in enumerate(queue, start=1)
    )
    return plain_table(heads, rows)


def _effect(item: QueueItem, say: Words) -> Cell:
    """Why it comes first, where that is not doubt alone, and what another verdict would make of its measure."""
    cause = [say(f"cause.{item.cause.name.lower()}")] if item.cause.name != "DOUBT" else []
    effects = [
        say(
            "review.effect",
            verdict=say(f"verdict.{verdict}"),
            measure=item.measure.id,
            effect=say(f"verdict.{effect}"),
        )
        for verdict, effect in item.effects
    ]
    style = COLOURS[item.effects[0][1]] if item.effects else "dim"
    why = explain_commitment(item.commitment, say)
    return Cell(say("semicolon").join([*cause, *effects]) or why, style=style)


def _values(place: int, item: QueueItem, say: Words) -> tuple[Value, ...]:
    return (
        place,
        say(f"cause.{item.cause.name.lower()}"),
        item.measure.id,
        item.measure.title,
        item.commitment.id,
        item.commitment.text,
        say(f"verdict.{item.commitment.verdict}"),
        rounded(item.commitment.confidence),
        _effect(item, say).text,
    )


def _fields(comparison: Comparison, queue: Sequence[QueueItem]) -> dict[str, object]:
    """The fields of the contract."""
    return {
        "schema": "plancmp/queue/1",
        "reference": reference_fields(comparison.reference),
        "plan": header_fields(comparison.plan),
        **record_fields(comparison.decisions),
        "queue": [
            {
                "position": place,
                "id": item.commitment.id,
                "text": item.commitment.text,
                "measure": {"id": item.measure.id, "verdict": item.measure.verdict.value},
                "verdict": item.commitment.verdict.value,
                "confidence": rounded(item.commitment.confidence),
                "doubt": rounded(item.doubt),
                "cause": item.cause.name.lower(),
                "worth_a_look": item.worth_a_look,
                "effects": [
                    {"verdict": verdict.value, "measure": effect.value} for verdict, effect in item.effects
                ],
            }
            for place, item in enumerate(queue, start=1)
        ],
    }

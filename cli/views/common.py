"""What several views show alike: a verdict, the documents compared, figures, caveats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancmp.alignment.result import PlanHeader, Verdict
from plancmp.alignment.summary import Tally
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SIGNS
from plancmp.cli.views.document import Block, Bullets, Cell, Gap, Heading, Item, Medium, Parties, Party


def verdict_cell(verdict: Verdict, say: Words) -> Cell:
    """A verdict's word after its sign, in its colour."""
    return Cell(say(f"verdict.{verdict}"), SIGNS[verdict], COLOURS[verdict])


def parties(headers: Iterable[tuple[str, PlanHeader]], medium: Medium, say: Words) -> Parties:
    """The documents compared, each after a label; a screen names the basis only where it is not official."""
    fields = ("names", "title", "document_number", "issued", "basis")
    rows = [
        Party(
            label,
            header.name,
            header.title,
            (header.document_number, header.issued, _basis(header, medium, say)),
        )
        for label, header in headers
    ]
    return Parties(tuple(say(f"plan.{field}") for field in fields), tuple(rows))


def _basis(header: PlanHeader, medium: Medium, say: Words) -> str | None:
    hidden = medium is Medium.SCREEN and header.basis == "official"
    return None if hidden else say(f"basis.{header.basis}")


def filter_note(filters: str) -> Iterator[Block]:
    """The filters in force, where there are any; what is listed is not all there is."""
    if filters:
        yield Gap()
        yield Item(filters, style="yellow")


def count_cells(tally: Tally) -> tuple[Cell, ...]:
    """A count for each verdict after its sign, in its colour."""
    return tuple(
        Cell(str(count), SIGNS[verdict], COLOURS[verdict]) for verdict, count in tally.verdicts.items()
    )


def notes(sentences: Iterable[str], say: Words) -> Iterator[Block]:
    """Caveats under their heading; nothing where there are none."""
    items = tuple(Item(sentence) for sentence in sentences)
    if items:
        yield Heading(say("notes"))
        yield Bullets(items)

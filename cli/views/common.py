"""What several views show alike: a verdict, the documents compared, the filters in force, figures, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from plancmp.alignment.result import Comparison, PlanHeader, Verdict
from plancmp.alignment.summary import Summary, Tally
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.document import Block, Bullets, Cell, Gap, Heading, Item, Medium, Parties, Party

_NAMED = 3
"""So many names are told, of more the number."""


def verdict_cell(verdict: Verdict, say: Words) -> Cell:
    """A verdict's word after its symbol, in its colour."""
    return Cell(say(f"verdict.{verdict}"), SYMBOLS[verdict], COLOURS[verdict])


def parties(headers: Iterable[tuple[str, PlanHeader]], medium: Medium, say: Words) -> Parties:
    """The documents compared, each after a label; a screen names the basis only where it is not official.

    The Chinese title beside its gloss has the place's Chinese name too: a screen does not say it twice.
    """
    fields = ("names", "title", "document_number", "issued", "basis")
    rows = [
        Party(
            label,
            say.gloss(header.name) if medium is Medium.SCREEN else say.label(header.name),
            say.label(header.title),
            (header.document_number, header.issued, _basis(header, medium, say)),
        )
        for label, header in headers
    ]
    return Parties(tuple(say(f"plan.{field}") for field in fields), tuple(rows))


def _basis(header: PlanHeader, medium: Medium, say: Words) -> str | None:
    hidden = medium is Medium.SCREEN and header.basis == "official"
    return None if hidden else say(f"basis.{header.basis}")


def filters_in_force(filters: Filters, say: Words, further: Iterable[str] = ()) -> str:
    """The filters in words, and further ones that are words already; empty when there are none."""
    parts = []
    if filters.measures:
        parts.append(say("filters.measures", ids=say.listed(list(filters.measures))))
    if filters.only:
        verdicts = say.listed([say(f"verdict.{verdict}") for verdict in filters.only])
        parts.append(say("filters.verdicts", verdicts=verdicts))
    if filters.reasons:
        reasons = say.listed([say(f"reason.{reason}") for reason in filters.reasons])
        parts.append(say("filters.reasons", reasons=reasons))
    parts += further
    if not parts:
        return ""
    return say("label", label=say("filters"), value=say("semicolon").join([*parts, say("filters.scope")]))


def filter_note(filters: Filters, say: Words, further: Iterable[str] = ()) -> Iterator[Block]:
    """The filters in force, where there are any; what is listed is not all there is."""
    told = filters_in_force(filters, say, further)
    if told:
        yield Gap()
        yield Item(told, style="yellow")


def count_cells(tally: Tally) -> tuple[Cell, ...]:
    """A count for each verdict after its symbol, in its colour."""
    return tuple(
        Cell(str(count), SYMBOLS[verdict], COLOURS[verdict]) for verdict, count in tally.verdicts.items()
    )


def notes(sentences: Iterable[str], say: Words) -> Iterator[Block]:
    """Caveats under their heading; nothing where there are none."""
    items = tuple(Item(sentence) for sentence in sentences)
    if items:
        yield Heading(say("notes"))
        yield Bullets(items)


def summary_figures(comparison: Comparison, summary: Summary, say: Words) -> list[tuple[str, str, str]]:
    """Label, value and meaning of the figures that need a word of explanation: coverages and additions."""
    share = percent(summary.coverage_independent if summary.independent else None)
    key = "summary.independent_means" if summary.independent else "summary.no_independent"
    independent = (say("summary.coverage_independent"), share, say(key, independent=summary.independent))
    return [
        (
            say("summary.coverage"),
            percent(summary.coverage),
            say("summary.coverage_means", total=summary.commitments.total),
        ),
        *([independent] if comparison.reference.has_witnesses else []),
        (say("additions"), str(len(comparison.additions)), say("additions.means")),
    ]


def percent(share: float | None) -> str:
    """A share (0-1) as it is shown: with one decimal place, a dash for None."""
    return "-" if share is None else f"{share:.1%}"


def names_apart(headers: Sequence[PlanHeader], say: Words) -> list[str]:
    """The plans' names; where two plans bear one name, each with its id."""
    names = [say.gloss(header.name) for header in headers]
    counts = Counter(names)
    return [
        say("remark", text=name, remark=header.id) if counts[name] > 1 else name
        for name, header in zip(names, headers, strict=True)
    ]


def some_of(names: list[str], and_more: str, say: Words) -> str:
    """The names, or the first of them and how many there are."""
    if len(names) <= _NAMED:
        return say.listed(names)
    return say(and_more, names=say.listed(names[:_NAMED]), count=len(names))

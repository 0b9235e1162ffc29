"""Targets side by side as a page: one row an indicator, one column a document; below, who is below whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.indicators import Indicator, IndicatorTable, IndicatorValue, Standing
from plancmp.alignment.quantities import QuantityKind
from plancmp.cli.messages import Words
from plancmp.cli.views.caveats import note_in_words
from plancmp.cli.views.common import names_apart
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    Item,
    Table,
    plain_table,
)
from plancmp.cli.views.glosses import glossed, knowing

_STYLES = {Standing.BELOW: "red", Standing.ABOVE: "green"}


def targets_document(table: IndicatorTable, indicators: Sequence[Indicator], say: Words) -> Document:
    """These indicators of the table for every format: one row a statement; schema `plancmp/targets/1`."""
    from plancmp.cli.views.targets_data import targets_fields, targets_grid

    say = knowing(say, table.reference, *table.documents)
    document = Document(
        page=lambda _: targets_page(table, indicators, say),
        grid=lambda: targets_grid(indicators, say),
        data=lambda: targets_fields(table, indicators, say),
    )
    return glossed(document, say)


def targets_page(table: IndicatorTable, indicators: Sequence[Indicator], say: Words) -> Iterator[Block]:
    """The table for these of its indicators, the comparison in words, and the caveats."""
    names = say.listed([say.gloss(header.name) for header in table.documents])
    yield Heading(say("targets.title", names=names), level=1)
    comparable = [indicator for indicator in indicators if indicator.is_comparable]
    others = [indicator for indicator in indicators if not indicator.is_comparable]
    if not indicators:
        yield Item(say("targets.none"))
    for key, group in (("targets.comparable", comparable), ("targets.not_comparable", others)):
        if group:
            yield Heading(say(key))
            yield _table(table, group, say)
    if comparable:
        yield Heading(say("targets.below"))
        yield from _comparisons(table, comparable, say)
    hidden = len(table.indicators) - len(indicators)
    if hidden:
        yield Item(say("targets.single", count=hidden), style="dim")
    yield from _caveats(table, say)


def _table(table: IndicatorTable, indicators: Sequence[Indicator], say: Words) -> Table:
    heads = names_apart(table.documents, say)
    rows: list[tuple[Cell | str, ...]] = [
        (indicator_name(indicator, say), *(_cell(indicator.of(header.id), say) for header in table.documents))
        for indicator in indicators
    ]
    return plain_table((say("targets.indicator"), *heads), rows)


def indicator_name(indicator: Indicator, say: Words) -> str:
    """What an indicator is called; of a rise it says that it is one."""
    name = say.gloss(indicator.name)
    return f"{name} {say('kind.growth')}" if indicator.kind is QuantityKind.GROWTH else name


def _cell(entry: IndicatorValue | None, say: Words) -> Cell:
    if entry is None:
        return Cell("-", style="dim")
    phrase = entry.stated.target.phrase
    if entry.standing in _STYLES:
        return Cell(f"{phrase} {say(f'standing.{entry.standing}')}", style=_STYLES[entry.standing])
    return Cell(phrase)


def _comparisons(table: IndicatorTable, indicators: Sequence[Indicator], say: Words) -> Iterator[Item]:
    lines = [
        (indicator, low)
        for indicator in indicators
        if (low := _says(indicator.standing(Standing.BELOW), table, say))
    ]
    for indicator, low in lines:
        high = _says(indicator.standing(Standing.BENCHMARK), table, say)
        line = say("targets.below_line", low=low, high=high)
        yield Item(say("label", label=indicator_name(indicator, say), value=line), depth=1)
    if not lines:
        yield Item(say("targets.nobody_below"))


def _says(entries: Sequence[IndicatorValue], table: IndicatorTable, say: Words) -> str:
    names = {header.id: say.gloss(header.name) for header in table.documents}
    return say.listed(
        [
            say("targets.says", plan=names[entry.stated.plan], phrase=entry.stated.target.phrase)
            for entry in entries
        ]
    )


def _caveats(table: IndicatorTable, say: Words) -> Iterator[Block]:
    sentences = dict.fromkeys(
        note_in_words(note, table.reference, plan, say)
        for plan, notes in zip(table.plans, table.caveats, strict=True)
        for note in notes
    )
    if sentences:
        yield Heading(say("notes"))
        yield Bullets(tuple(map(Item, sentences)))

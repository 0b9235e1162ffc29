"""What the pictures of a page show, as values: which plans resemble each other, and targets beside each other.

Positions are shares of the picture's width, 0-1; levels are rows, the first 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancmp.alignment.gaps import GapReport
from plancmp.alignment.indicators import Indicator, IndicatorTable, IndicatorValue, Standing, align_indicators
from plancmp.alignment.quantities import QuantityKind
from plancmp.alignment.resemblance import Group, Resemblance, find_resemblance
from plancmp.cli.messages import Words
from plancmp.cli.views.common import percent
from plancmp.cli.views.targets import indicator_name

_TREE_FROM = 3
"""Of two plans there is one figure, and nothing to draw."""
_ROOM = 1.25
"""How far the axis of growth goes beyond the highest value."""


class Branch(NamedTuple):
    """Where two groups of plans are joined: at a position, with an arm to each group."""

    at: float
    share: str
    arms: tuple[tuple[float, float], tuple[float, float]]


class ResemblancePicture(NamedTuple):
    """Which plans resemble each other.

    Attributes:
        sentence: the most and the least alike, and the figure.
        heads: the plans' names in the order of the tree.
        rows: for each plan its shares of equal verdicts with the others: as a number and in words.
        branches: the tree, its leaves at position 0; none for two plans.
        told: the tree in words.
    """

    sentence: str
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[float, str], ...], ...]
    branches: tuple[Branch, ...]
    told: str


class TargetBar(NamedTuple):
    """One document's target: its words, how it stands to the benchmark, and the end of its bar, None without one."""

    name: str
    phrase: str
    standing: Standing
    end: float | None


class TargetChart(NamedTuple):
    """An indicator with the target of each document that states one.

    `benchmark` is the position of what they are measured by; `top` the value at the end of the axis, with its unit.
    """

    title: str
    bars: tuple[TargetBar, ...]
    benchmark: float
    top: str


def picture_resemblance(
    reports: Sequence[GapReport], names: Sequence[str], say: Words
) -> ResemblancePicture | None:
    """Which of several plans resemble each other; None for one plan, or without commitments."""
    verdicts = [[each.verdict for each in report.comparison.commitments] for report in reports]
    if len(verdicts) < 2 or not verdicts[0]:
        return None
    found = find_resemblance(verdicts)
    order = found.whole.members
    return ResemblancePicture(
        _sentence(found, names, say),
        tuple(names[place] for place in order),
        tuple(
            tuple((found.share(one, other), percent(found.share(one, other))) for other in order)
            for one in order
        ),
        tuple(_branches(found.whole, found.whole.share)) if len(order) >= _TREE_FROM else (),
        say("semicolon").join(_joins(found.whole, names, say)),
    )


def _sentence(found: Resemblance, names: Sequence[str], say: Words) -> str:
    def told(key: str, pair: tuple[int, int]) -> str:
        one, other = pair
        share, same = percent(found.share(one, other)), found.same[one][other]
        return say(key, one=names[one], other=names[other], same=same, total=found.total, share=share)

    if len(names) == 2:
        return told("pictures.two_alike", (0, 1))
    return told("pictures.most_alike", found.most_alike) + told("pictures.least_alike", found.least_alike)


def _branches(group: Group, lowest: float, above: int = 0) -> Iterator[Branch]:
    """The branches of a group whose first plan has this many rows above it; the lowest share is at position 1."""
    if not group.parts:
        return
    one, other = group.parts
    below = above + len(one.members)
    arms = (
        (_position(one.share, lowest), _level(one, above)),
        (_position(other.share, lowest), _level(other, below)),
    )
    yield Branch(_position(group.share, lowest), percent(group.share), arms)
    yield from _branches(one, lowest, above)
    yield from _branches(other, lowest, below)


def _level(group: Group, above: int) -> float:
    """The row at which the arm to a group lies: midway between those to its parts."""
    if not group.parts:
        return above + 0.5
    one, other = group.parts
    return (_level(one, above) + _level(other, above + len(one.members))) / 2


def _position(share: float, lowest: float) -> float:
    return (1 - share) / ((1 - lowest) or 1.0)


def _joins(group: Group, names: Sequence[str], say: Words) -> Iterator[str]:
    """The joins in words, the most alike of a group before what it is joined to."""
    if group.parts:
        for part in group.parts:
            yield from _joins(part, names, say)
        one, other = (say.listed([names[place] for place in part.members]) for part in group.parts)
        yield say("pictures.joined", one=one, other=other, share=percent(group.share))


def picture_targets(
    reports: Sequence[GapReport], names: Sequence[str], say: Words
) -> tuple[TargetChart, ...]:
    """The targets that compare as numbers and that two documents or more state, each as a chart."""
    reference = reports[0].documents[0]
    plans = {report.documents[1].id: report.documents[1] for report in reports}
    called = dict(zip([report.documents[1].id for report in reports], names, strict=True))
    table = align_indicators(reference, list(plans.values()))
    return tuple(
        _chart(indicator, table, called, say) for indicator in table.shared if indicator.is_comparable
    )


def _chart(indicator: Indicator, table: IndicatorTable, names: dict[str, str], say: Words) -> TargetChart:
    values = [entry.stated.target.value for entry in indicator.entries if _is_drawn(entry)]
    share = indicator.kind is QuantityKind.RATE and max(values) <= 100
    top = 100.0 if share else max(*values, 0.0) * _ROOM or 1.0
    by_value = {entry.stated.plan: max(0.0, entry.stated.target.value / top) for entry in indicator.entries}
    benchmark = indicator.standing(Standing.BENCHMARK)[0].stated
    bars = (
        TargetBar(
            table.reference.name if entry.stated.plan == table.reference.id else names[entry.stated.plan],
            entry.stated.target.phrase,
            entry.standing,
            by_value[entry.stated.plan] if _is_drawn(entry) else None,
        )
        for entry in indicator.entries
    )
    return TargetChart(
        indicator_name(indicator, say),
        tuple(bars),
        by_value[benchmark.plan],
        f"{top:g}{benchmark.target.unit}",
    )


def _is_drawn(entry: IndicatorValue) -> bool:
    return entry.standing is not Standing.NOT_COMPARABLE

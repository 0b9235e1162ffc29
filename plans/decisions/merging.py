"""Decisions of several readers: put together, and which of them hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancmp.plans.decisions.model import Decision, Decisions, order_of


class Standing(NamedTuple):
    """What readers say of each item: those who agree, those who contradict each other, and proposals.

    Each by the item's id; of one reader's decisions on an item the latest counts.
    """

    agreed: Mapping[str, tuple[Decision, ...]]
    contradicting: Mapping[str, tuple[Decision, ...]]
    proposed: Mapping[str, tuple[Decision, ...]]


def standing_of(entries: Iterable[Decision]) -> Standing:
    """Sort decisions by what becomes of them; a contradiction of readers settles nothing."""
    decided: dict[str, list[Decision]] = defaultdict(list)
    proposed: dict[str, list[Decision]] = defaultdict(list)
    for entry in _latest(entries):
        (decided if entry.status == "decided" else proposed)[entry.item].append(entry)
    differing = {item for item, found in decided.items() if len({entry.said for entry in found}) > 1}
    return Standing(
        {item: tuple(found) for item, found in decided.items() if item not in differing},
        {item: tuple(decided[item]) for item in decided if item in differing},
        {item: tuple(found) for item, found in proposed.items()},
    )


def merge_entries(*groups: Iterable[Decision]) -> tuple[Decision, ...]:
    """The entries of several files in order, each once; of one reader's on an item the latest."""
    return tuple(sorted(_latest(entry for group in groups for entry in group), key=order_of))


def with_decision(decisions: Decisions, entry: Decision) -> Decisions:
    """The same decisions with this one instead of what its reader said of the item before."""
    others = (each for each in decisions.entries if _key(each) != _key(entry))
    return decisions.model_copy(update={"entries": merge_entries(others, [entry])})


def without_decision(decisions: Decisions, item: str, reader: str) -> Decisions:
    """The same decisions without what a reader decided of an item."""
    kept = tuple(
        entry
        for entry in decisions.entries
        if (entry.item, entry.by, entry.status) != (item, reader, "decided")
    )
    return decisions.model_copy(update={"entries": kept})


def _latest(entries: Iterable[Decision]) -> Sequence[Decision]:
    """Each entry once, without those that their reader replaced on a later day."""
    newest: dict[tuple[str, str, str], str] = {}
    found = list(dict.fromkeys(entries))
    for entry in found:
        newest[_key(entry)] = max(newest.get(_key(entry), ""), entry.at)
    return [entry for entry in found if entry.at == newest[_key(entry)]]


def _key(entry: Decision) -> tuple[str, str, str]:
    return entry.item, entry.by, entry.status

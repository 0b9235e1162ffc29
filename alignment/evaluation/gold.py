"""Gold: what careful readers found, against which verdicts are measured.

Two kinds of readings share one shape (plain JSON data): of measures, with the local measures that carry them,
and of commitments, with reasons and evidence. This module makes values of that data and knows no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plancmp.alignment.result import Reason, Verdict

_PLAN_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


class GoldError(Exception):
    """Gold data of another shape: `place` is where (measures.1.2.plans.x.verdict), `found` what stands there."""

    def __init__(self, place: str, found: object) -> None:
        super().__init__(place, found)
        self.place, self.found = place[:80], "" if found is None else str(found)[:40]


@dataclass(frozen=True, slots=True)
class Reading:
    """What readers found of one item of the reference in one plan.

    Attributes:
        plan: the plan's id.
        item: the id of a measure or of a commitment.
        verdict: the verdict the readings share.
        text: the commitment as it was put to the readers; empty for a measure.
        links: the local measures that carry the item.
        reasons: the reasons for a weakened commitment that every reading names; none for measures.
    """

    plan: str
    item: str
    verdict: Verdict
    text: str
    links: frozenset[str]
    reasons: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gold:
    """Readings of measures and of commitments.

    Attributes:
        origins: what each source says of where it comes from, in English.
        measures: readings of measures.
        commitments: readings of commitments that agree on the verdict.
        disputed: how many commitments were left out because their readings differ.
        outdated: how many were left out because the reference no longer has them in these words.
        origins_zh: the same as origins in Chinese; in English where a source has it in English only.
    """

    origins: tuple[str, ...]
    measures: tuple[Reading, ...]
    commitments: tuple[Reading, ...]
    disputed: int = 0
    outdated: int = 0
    origins_zh: tuple[str, ...] = ()

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans that were read, in the order they first occur."""
        return tuple(dict.fromkeys(reading.plan for reading in (*self.measures, *self.commitments)))


def parse_gold(data: Any) -> Gold:
    """Make a value of gold data as read from JSON.

    Raises:
        GoldError: the data is neither readings of measures nor of commitments.
    """
    kind = next((kind for kind in ("measures", "commitments") if kind in _mapping(data, "")), "")
    if not kind:
        raise GoldError("measures", None)
    origin = (str(data["about"]),) if "about" in data else ()
    origin_zh = (str(data["about_zh"]),) if "about_zh" in data else origin
    entries = list(_entries(_mapping(data[kind], kind), kind))
    if kind == "measures":
        return Gold(origin, tuple(map(_measure, entries)), (), origins_zh=origin_zh)
    agreed = [entry for entry in entries if entry.said.get("verdict") is not None]
    disputed = len(entries) - len(agreed)
    return Gold(origin, (), tuple(map(_commitment, agreed)), disputed, origins_zh=origin_zh)


def join_golds(golds: Iterable[Gold]) -> Gold:
    """Put readings together; the same item of the same plan may be read in one of them only.

    Raises:
        GoldError: two sources read the same item of the same plan.
    """
    golds = tuple(golds)
    joined = Gold(
        tuple(origin for gold in golds for origin in gold.origins),
        tuple(reading for gold in golds for reading in gold.measures),
        tuple(reading for gold in golds for reading in gold.commitments),
        sum(gold.disputed for gold in golds),
        origins_zh=tuple(origin for gold in golds for origin in gold.origins_zh),
    )
    seen = set()
    for reading in (*joined.measures, *joined.commitments):
        if (reading.plan, reading.item) in seen:
            raise GoldError(reading.item, reading.plan)
        seen.add((reading.plan, reading.item))
    return joined


def find_current(gold: Gold, ids: Mapping[str, str]) -> Gold:
    """Give the readings of commitments the ids these have now; a commitment is known by its text.

    `ids` tells the id of each text. Readings of a commitment that is no longer there are left out and counted.
    """
    current = tuple(
        replace(reading, item=ids[reading.text]) for reading in gold.commitments if reading.text in ids
    )
    return replace(gold, commitments=current, outdated=len(gold.commitments) - len(current))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A reading in the data: where it stands, the item and the plan it is of, and what it says."""

    place: str
    item: str
    text: str
    plan: str
    said: Mapping[str, Any]


def _entries(items: Mapping[str, Any], kind: str) -> Iterator[_Entry]:
    for item, value in items.items():
        entry = _mapping(value, f"{kind}.{item}")
        place = f"{kind}.{item}.plans"
        for plan, said in _mapping(entry.get("plans"), place).items():
            where = f"{place}.{plan}"
            if not _PLAN_ID.fullmatch(plan):  # data names ids, never paths
                raise GoldError(place, plan)
            yield _Entry(where, item, str(entry.get("text", "")), plan, _mapping(said, where))


def _measure(entry: _Entry) -> Reading:
    verdict = _verdict(entry)
    links = _ids(entry.said.get("matches"), "id", f"{entry.place}.matches")
    return Reading(entry.plan, entry.item, verdict, "", links)


def _commitment(entry: _Entry) -> Reading:
    place = f"{entry.place}.readings"
    readings = [_mapping(each, place) for each in _list(entry.said.get("readings"), place)]
    links = [_ids(each.get("evidence"), "measure", place) for each in readings]
    reasons = [frozenset(map(str, _list(each.get("reasons", []), place))) for each in readings]
    unknown = frozenset().union(*reasons) - set(Reason)
    if unknown:
        raise GoldError(place, min(unknown))
    return Reading(
        entry.plan,
        entry.item,
        _verdict(entry),
        entry.text,
        frozenset().union(*links),
        frozenset.intersection(*reasons) if reasons else frozenset(),
    )


def _verdict(entry: _Entry) -> Verdict:
    found = entry.said.get("verdict")
    if not isinstance(found, str) or found not in set(Verdict):
        raise GoldError(f"{entry.place}.verdict", found)
    return Verdict(found)


def _ids(value: Any, key: str, place: str) -> frozenset[str]:
    return frozenset(str(_mapping(each, place).get(key)) for each in _list(value, place))


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise GoldError(place, value)
    return value


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise GoldError(place, value)
    return value

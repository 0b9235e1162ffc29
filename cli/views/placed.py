"""Quotes in JSON with the places they stand at, and commitments with the wordings of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plancmp.cli.places import Places
from plancmp.plans.model import Commitment

Wordings = Mapping[str, tuple[Mapping[str, str | None], ...]]
"""By the id of a commitment how each witness words it: plan, measure and quote."""


def wordings_of(commitments: Iterable[Commitment]) -> Wordings:
    """How the witnesses of a reference word its commitments; none where its own text is official."""
    return {
        each.id: tuple(
            {"plan": witness.plan, "measure": witness.place, "quote": witness.quote}
            for witness in each.attesting
        )
        for each in commitments
    }


def with_places(value: Any, places: Places | None) -> Any:
    """Plain data in which every object with `measure` and `quote` tells file and line; as it is without places."""
    if places is None:
        return value
    if isinstance(value, list):
        return [with_places(item, places) for item in value]
    if not isinstance(value, dict):
        return value
    if "measure" in value and "quote" in value:
        return {**value, **places.of(value["measure"], value["quote"])._asdict()}
    return {key: with_places(item, places) for key, item in value.items()}


def with_wordings(measures: list[dict[str, Any]], wordings: Wordings) -> list[dict[str, Any]]:
    """Measures as JSON has them, each commitment with its wordings in the reference."""
    return [
        {
            **measure,
            "commitments": [
                {**each, "wordings": [dict(wording) for wording in wordings.get(each["id"], ())]}
                for each in measure["commitments"]
            ],
        }
        for measure in measures
    ]

"""What comparisons in these tests share: references are prepared once, because preparing is a third of the work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from plancmp.alignment.reference import ReferenceCommitment, WaysToPut, prepare_reference
from plancmp.plans.model import Plan


@pytest.fixture(autouse=True, scope="session")
def references_prepared_once() -> Iterator[None]:
    """Plans are frozen values: the same reference prepared for the same plan is the same every time."""
    known: dict[int, Plan] = {}

    @cache
    def remembered(identity: int, judged: str, *ways: WaysToPut) -> tuple[ReferenceCommitment, ...]:
        return prepare_reference(known[identity], judged, *ways)

    def prepare_once(reference: Plan, judged: str, *ways: WaysToPut) -> tuple[ReferenceCommitment, ...]:
        known.setdefault(id(reference), reference)
        return remembered(id(reference), judged, *ways)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plancmp.alignment.compare.prepare_reference", prepare_once)
        yield

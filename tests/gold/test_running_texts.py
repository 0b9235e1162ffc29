"""Four stand-ins for an official text as references: drafting, lending and verdicts do not get worse.

They were hold-outs and are development data since; the floors are what is reached, rounded down.
"""

from __future__ import annotations

import pytest

from tests.gold.drafting import running_text
from tests.gold.running_texts import GOLD, NEAR, figures_of, key_of

FLOORS = {
    "reference-1": (0.96, 0.90, 0.65, 0.69, 0.62),
    "reference-2": (0.91, 0.91, 0.70, 0.71, 0.69),
    "reference-3": (0.88, 0.99, 0.69, 0.75, 0.68),
    "reference-4": (0.68, 0.98, 0.51, 0.74, 0.63),
}
"""Precision and recall of drafting, kappa of commitments, clauses and measures."""


@pytest.mark.parametrize("name", FLOORS)
def test_verdicts_against_a_running_text_do_not_get_worse(name: str) -> None:
    text, key = (
        running_text(GOLD / "seen" / f"{name}.txt"),
        key_of(GOLD / "seen" / "references.json", name),
    )
    found = figures_of(text, key, [NEAR])
    reached = (
        found.drafted.precision,
        found.drafted.recall,
        *(found.kappa(kind, NEAR) for kind in ("commitments", "clauses", "measures")),
    )
    assert all(figure >= floor for figure, floor in zip(reached, FLOORS[name], strict=True)), reached
    assert found.borrowed.precision >= 0.94
    assert found.found.recall >= 0.90

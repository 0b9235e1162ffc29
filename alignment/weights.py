"""What each commitment weighs in the verdict on its measure."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.grams import boilerplate, grams
from plancmp.alignment.thresholds import DEPENDENT_WEIGHT, TITLE_WEIGHT


def commitment_weight(title: str, text: str, *, independent: bool) -> float:
    """Return what a commitment weighs in its measure, against 1 for an independent side remark.

    It weighs more the more of the measure's own title it carries, and less when it is not independent: what is
    in the reference because this very plan says it proves little about what the plan took over.
    """
    content = grams(title) - boilerplate() or grams(title)
    carried = grams(text) & content
    central = 1 + TITLE_WEIGHT * len(carried) / (len(content) or 1)
    return central if independent else central * DEPENDENT_WEIGHT


def central_place(weights: Sequence[float]) -> int:
    """The place of a measure's central commitment, the weightiest, the first of equals; at least one weight."""
    return max(range(len(weights)), key=lambda place: weights[place])

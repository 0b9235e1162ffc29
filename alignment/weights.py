"""What each commitment weighs in the verdict on its measure, and which of them are central."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.grams import boilerplate, grams
from plancmp.alignment.result import CommitmentResult
from plancmp.alignment.thresholds import CENTRAL_WEIGHT, DEPENDENT_WEIGHT, TITLE_WEIGHT


def has_marks(commitments: Sequence[CommitmentResult]) -> bool:
    """Whether the reference says which of a measure's commitments are central."""
    return any(each.central for each in commitments)


def commitment_weights(title: str, commitments: Sequence[CommitmentResult]) -> list[float]:
    """Return what a measure's commitments weigh in it, against 1 for an independent side remark.

    Those that the reference marks as central weigh more; where it marks none, those that carry more of the
    measure's own title. One that is not independent weighs less: what is in the reference because this very plan
    says it proves little about what the plan took over.
    """
    marked = has_marks(commitments)
    return [
        (_marked_weight(each) if marked else _title_weight(title, each.text))
        * (1 if each.independent else DEPENDENT_WEIGHT)
        for each in commitments
    ]


def _marked_weight(commitment: CommitmentResult) -> float:
    return CENTRAL_WEIGHT if commitment.central else 1.0


def _title_weight(title: str, text: str) -> float:
    content = grams(title) - boilerplate() or grams(title)
    return 1 + TITLE_WEIGHT * len(grams(text) & content) / (len(content) or 1)


def central_places(title: str, commitments: Sequence[CommitmentResult]) -> frozenset[int]:
    """The places of a measure's central commitments: the marked ones, else the weightiest, the first of equals."""
    if has_marks(commitments):
        return frozenset(place for place, each in enumerate(commitments) if each.central)
    weights = commitment_weights(title, commitments)
    return frozenset(sorted(range(len(weights)), key=lambda place: -weights[place])[:1])

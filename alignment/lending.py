"""Lending: what the shipped reconstruction knows of a promise, lent to a reference that makes the same one.

A running text puts a promise in one way. Where the reconstruction holds the same promise it knows more ways, those of
its witnesses, and the concepts without which a passage does not speak of it. Which promises are the same is found by
the comparison itself: each must hold enough of the other's words; ids play no part. What is asked, its numbers, dates,
force and conditions, stays that of the reference, and no plan is judged by its own words. Only a text that addresses
places below its issuer borrows: a county's own plan promises much that no province asks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plancmp.alignment.grams import grams
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.thresholds import SAME_PROMISE


def find_same(
    commitments: Iterable[ReferenceCommitment], others: Sequence[ReferenceCommitment]
) -> Mapping[str, str]:
    """The ids of commitments that make the same promise as one of the others, each with the id of that one."""
    holding: dict[str, set[int]] = defaultdict(set)
    for place, other in enumerate(others):
        for gram in frozenset().union(*(variant.grams for variant in other.variants)):
            holding[gram].add(place)
    same = {}
    for commitment in commitments:
        near = set().union(*(holding[gram] for gram in commitment.variants[0].grams if gram in holding))
        best = max(
            ((_likeness(commitment, others[place]), -place) for place in near), default=((0.0, 0.0), 0)
        )
        if best[0][0] >= SAME_PROMISE:
            same[commitment.commitment.id] = others[-best[1]].commitment.id
    return same


def lend(
    commitments: Iterable[ReferenceCommitment],
    others: Iterable[ReferenceCommitment],
    same: Mapping[str, str],
) -> tuple[ReferenceCommitment, ...]:
    """The commitments, each with what the one that is the same as it knows."""
    known = {other.commitment.id: other for other in others}
    return tuple(
        each.borrowing(known[same[each.commitment.id]]) if each.commitment.id in same else each
        for each in commitments
    )


def _likeness(one: ReferenceCommitment, other: ReferenceCommitment) -> tuple[float, float]:
    """How much each holds of the other (0-1), by the wording that does best: the lesser share, then the sum."""
    words = one.variants[0]
    there = max(_share(words, variant.grams) for variant in other.variants)
    back = max(_share(variant, grams(one.commitment.text)) for variant in other.variants)
    return min(there, back), there + back


def _share(variant: QueryVariant, held: frozenset[str]) -> float:
    return variant.held_by(dict.fromkeys(variant.grams & held, 1.0))

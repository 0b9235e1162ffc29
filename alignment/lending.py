"""Lending: what the shipped reconstruction knows of a promise, lent to a reference that makes the same one.

A running text puts a promise in one way. Where the reconstruction holds the same promise it knows more ways, those of
its witnesses, and the concepts without which a passage does not speak of it. Which promises are the same is found as a
promise is found in a plan: the reconstruction's are looked for in the text; ids play no part. What is asked, its
numbers, dates, force and conditions, stays that of the reference, and no plan is judged by its own words. Only a text
that addresses places below its issuer borrows: a county's own plan promises much that no province asks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancmp.alignment.concepts import apply_concepts
from plancmp.alignment.reference import ReferenceCommitment, prepare_reference
from plancmp.alignment.retrieval import Candidate, find_candidates, index_plan, rerank
from plancmp.alignment.thresholds import ALONE_WEIGHT, ANOTHER_PROMISE, DEFAULT
from plancmp.plans.model import Measure, Plan


class Place(NamedTuple):
    """Where something stands in the text of a measure: from which character to which."""

    measure: str
    start: int
    end: int
    what: Hashable

    def shares(self, start: int, end: int) -> int:
        """How many characters it has in common with a passage, where that is half of the shorter one; else 0."""
        shared = min(self.end, end) - max(self.start, start)
        return shared if 2 * shared >= min(self.end - self.start, end - start) else 0


class Known(NamedTuple):
    """A commitment of the lender and the passages of a text that carry it, the best first."""

    commitment: str
    passages: tuple[Candidate, ...]


def find_known(reference: Plan, lender: Plan) -> tuple[Known, ...]:
    """The lender's commitments with the passages of the reference's text that carry them."""
    index = index_plan(_saying(reference, {measure.id: _text_of(measure) for measure in reference.measures}))
    asked = prepare_reference(lender, "")
    near = rerank(asked, [find_candidates(each, index) for each in asked], index)
    return tuple(
        Known(
            each.commitment.id,
            tuple(
                passage
                for passage in apply_concepts(each, candidates, index, DEFAULT)
                if passage.answers(DEFAULT)
            ),
        )
        for each, candidates in zip(asked, near, strict=True)
    )


def find_same(reference: Plan, lender: Plan) -> Mapping[Hashable, tuple[str, ...]]:
    """The ids of a reference's commitments that the lender has too, each with those of the lender's, nearest first."""
    places = (place for measure in reference.measures for place in _places(measure, _text_of(measure)))
    return place_known(find_known(reference, lender), places)


def place_known(known: Iterable[Known], places: Iterable[Place]) -> Mapping[Hashable, tuple[str, ...]]:
    """What of the lender is promised at which place, nearest first.

    Each of its commitments is placed once at most, by the passage that carries it best; a place that makes several
    promises has each that is near.
    """
    within: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        within[place.measure].append(place)
    found: dict[Hashable, list[tuple[float, str]]] = defaultdict(list)
    for each in known:
        for passage in each.passages:
            holder = _place_of(passage, within[passage.sentence.measure])
            if holder:
                found[holder.what].append((passage.score, each.commitment))
                break
    return {what: tuple(_nearest(same)) for what, same in found.items()}


def _nearest(same: Sequence[tuple[float, str]]) -> Iterator[str]:
    ranked = sorted(same, key=lambda each: (-each[0], each[1]))
    yield ranked[0][1]
    yield from (identity for score, identity in ranked[1:] if score >= ANOTHER_PROMISE)


def _text_of(measure: Measure) -> str:
    """The text that a measure's commitments are part of; they themselves where a person has put them otherwise."""
    texts = [commitment.text for commitment in measure.commitments]
    return measure.text if all(text in measure.text for text in texts) else "。".join(texts)


def _places(measure: Measure, text: str) -> Iterator[Place]:
    end = 0
    for commitment in measure.commitments:
        start = text.find(commitment.text, end)
        start = text.find(commitment.text) if start < 0 else start
        end = start + len(commitment.text)
        yield Place(measure.id, start, end, commitment.id)


def _saying(reference: Plan, texts: Mapping[str, str]) -> Plan:
    """The reference as a plan to be searched: its measures with these texts."""
    programmes = [
        programme.model_copy(
            update={
                "measures": tuple(
                    measure.model_copy(update={"text": texts[measure.id], "commitments": ()})
                    for measure in programme.measures
                )
            }
        )
        for programme in reference.programmes
    ]
    return reference.model_copy(update={"programmes": tuple(programmes), "sections": ()})


def _place_of(passage: Candidate, places: Iterable[Place]) -> Place | None:
    """The place that a passage is most of, the first of equals; None where it is of none."""
    spans = passage.sentence.spans
    start, end = spans[passage.first][0], spans[passage.last][1]
    best = max(places, key=lambda place: (place.shares(start, end), -place.start), default=None)
    return best if best and best.shares(start, end) else None


def lend(
    commitments: Sequence[ReferenceCommitment],
    others: Iterable[ReferenceCommitment],
    same: Mapping[Hashable, tuple[str, ...]],
) -> tuple[ReferenceCommitment, ...]:
    """The commitments with what those that are the same know: one that makes several promises once for each.

    Of a measure that promises what the lender does, what the text alone knows weighs less unless it is central.
    """
    known = {other.commitment.id: other for other in others}
    shared = {each.measure.id for each in commitments if each.commitment.id in same}
    return tuple(
        part
        for each in commitments
        for part in (
            [each.borrowing(known[lender]) for lender in same.get(each.commitment.id, ())]
            or [_beside(each) if each.measure.id in shared else each]
        )
    )


def _beside(commitment: ReferenceCommitment) -> ReferenceCommitment:
    """A commitment that the text alone knows, beside others."""
    if commitment.central:
        return commitment
    return commitment._replace(weight=ALONE_WEIGHT * commitment.weight)

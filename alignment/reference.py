"""The reference prepared for comparing: its commitments, what each weighs, and their weighted wordings.

A reconstructed reference lists commitments with witnesses; "no plan is judged by its own words", so the
wordings used for a plan are those of the other witnesses. What a running text promises is drafted before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.grams import boilerplate, bridges, canonicalise, grams
from plancmp.alignment.lexicon import groups_in
from plancmp.alignment.thresholds import (
    BOILERPLATE_WEIGHT,
    CENTRAL_WEIGHT,
    DEPENDENT_WEIGHT,
    ECHO_WEIGHT,
    TITLE_WEIGHT,
)
from plancmp.plans.model import Commitment, Measure, Plan

WaysToPut = Callable[[str], list[str]]
"""Tells in which ways the text of a commitment is put."""


class QueryVariant(NamedTuple):
    """A wording of a commitment as a query: one way of saying what is looked for in a plan.

    Attributes:
        text: the wording, verbatim.
        grams: its bigrams.
        weights: what each of them weighs (sum 1).
        sentences: the sentences it consists of.
        segments: how many segments it has; a passage that answers it needs about as many.
        leaning: for each bigram that proves something only together with another, that other (see `grams.bridges`).
        statement: the bigrams of the commitment as the reference states it.
        groups: the lexicon's groups whose terms it uses, each with the bigrams that a passage in other words of the
            group holds instead.
    """

    text: str
    grams: frozenset[str]
    weights: Mapping[str, float]
    sentences: tuple[Sentence, ...]
    segments: int
    leaning: Mapping[str, str]
    statement: frozenset[str]
    groups: Mapping[int, frozenset[str]]

    def held_by(self, found: Mapping[str, float]) -> float:
        """The share of the variant (0-1) that is held by these of its bigrams, each worth so much (0-1)."""
        leaning, weights = self.leaning, self.weights
        return math.fsum(
            [
                weights[gram] * worth
                for gram, worth in found.items()
                if gram not in leaning or leaning[gram] in found
            ]
        )


class ReferenceCommitment(NamedTuple):
    """A commitment ready to be looked for.

    Attributes:
        independent: whether it stands without the judged plan's witness.
        weight: what it weighs in the verdict on its measure, against 1 for an independent side remark.
        central: whether it is one of its measure's central commitments: those marked, else the weightiest.
        lender: a commitment of the shipped reconstruction that makes the same promise; None where none is known.
        borrowed: the wordings among `variants` that come from it.
    """

    measure: Measure
    commitment: Commitment
    variants: tuple[QueryVariant, ...]
    independent: bool
    weight: float
    central: bool
    lender: Commitment | None = None
    borrowed: tuple[QueryVariant, ...] = ()

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts a passage must speak of: its own, else those of its lender."""
        return self.commitment.concepts or (self.lender.concepts if self.lender else ())

    @property
    def own_variants(self) -> tuple[QueryVariant, ...]:
        """Its own wordings: what they ask for, borrowed ones do not."""
        return self.variants[: len(self.variants) - len(self.borrowed)]

    def borrowing(self, other: ReferenceCommitment) -> ReferenceCommitment:
        """The commitment with the wordings of another that makes the same promise, and its concepts."""
        return self._replace(
            variants=self.variants + other.variants, lender=other.commitment, borrowed=other.variants
        )


def prepare_reference(
    reference: Plan, judged: str, ways_to_put: WaysToPut = lambda text: [text]
) -> tuple[ReferenceCommitment, ...]:
    """Return the commitments that a reference lists as they count for the plan with the id `judged`, in their order.

    `ways_to_put` is for the commitments without witnesses.
    """
    listed = [weighed for measure in reference.measures for weighed in _weigh_measure(measure, judged)]
    texts = [_texts(each.commitment, judged) or ways_to_put(each.commitment.text) for each in listed]
    idf = _inverse_document_frequency(texts)
    return tuple(
        each._replace(variants=_variants(each.commitment.text, wordings, idf))
        for each, wordings in zip(listed, texts, strict=True)
    )


def _weigh_measure(measure: Measure, judged: str) -> Iterator[ReferenceCommitment]:
    """A measure's commitments with what each weighs; without their wordings yet.

    Those that the reference marks as central weigh more; where it marks none, those that carry more of the
    measure's own title. One that is not independent weighs less: what is in the reference because this very plan
    says it proves little about what the plan took over.
    """
    commitments = measure.commitments
    marked = any(each.central for each in commitments)
    independent = [_is_independent(each, judged) for each in commitments]
    weights = [
        (_marked_weight(each) if marked else _title_weight(measure.title, each.text))
        * (1 if is_independent else DEPENDENT_WEIGHT)
        for each, is_independent in zip(commitments, independent, strict=True)
    ]
    weightiest = weights.index(max(weights)) if weights else 0
    for number, commitment in enumerate(commitments):
        central = commitment.central if marked else number == weightiest
        yield ReferenceCommitment(measure, commitment, (), independent[number], weights[number], central)


def _marked_weight(commitment: Commitment) -> float:
    return CENTRAL_WEIGHT if commitment.central else 1.0


def _title_weight(title: str, text: str) -> float:
    content = grams(title) - boilerplate() or grams(title)
    return 1 + TITLE_WEIGHT * len(grams(text) & content) / (len(content) or 1)


def _texts(commitment: Commitment, judged: str) -> list[str]:
    others = [witness.quote for witness in commitment.attesting if witness.plan != judged]
    return others or ([commitment.text] if commitment.witnesses else [])


def _is_independent(commitment: Commitment, judged: str) -> bool:
    witnesses = {witness.plan for witness in commitment.attesting}
    return not witnesses or len(witnesses - {judged}) >= 2


def _inverse_document_frequency(texts: list[list[str]]) -> dict[str, float]:
    """Inverse document frequency of each bigram over the commitments, lowered inside boilerplate words."""
    frequency = Counter(chain.from_iterable(frozenset().union(*map(grams, variants)) for variants in texts))
    common = boilerplate()
    return {
        gram: math.log((len(texts) + 1) / (count + 0.5)) * (BOILERPLATE_WEIGHT if gram in common else 1)
        for gram, count in frequency.items()
    }


def _variants(text: str, wordings: list[str], idf: Mapping[str, float]) -> tuple[QueryVariant, ...]:
    """Weigh each wording's bigrams: full where another witness or the commitment's statement shares them."""
    sets = [grams(wording) for wording in wordings]
    shared = Counter(chain(*sets, grams(text)))
    return tuple(
        _variant(
            wording,
            found,
            {gram: idf[gram] * (1 if shared[gram] > 1 else ECHO_WEIGHT) for gram in found},
            grams(text),
        )
        for wording, found in zip(wordings, sets, strict=True)
        if found
    )


def _variant(
    text: str, found: frozenset[str], weights: Mapping[str, float], statement: frozenset[str]
) -> QueryVariant:
    total = math.fsum(weights.values()) or 1.0  # exact: the order of a set must not show
    shares = {gram: weight / total for gram, weight in weights.items()}
    sentences = split_sentences("", text)
    segments = sum(len(sentence.spans) for sentence in sentences)
    return QueryVariant(
        text=text,
        grams=found,
        weights=shares,
        sentences=sentences,
        segments=segments,
        leaning=bridges(text),
        statement=statement,
        groups=_groups(text, found),
    )


def _groups(text: str, found: Collection[str]) -> dict[int, frozenset[str]]:
    """The lexicon's groups in a query variant, each with the bigrams inside its terms."""
    plain = canonicalise(text)
    return {
        group: inside
        for group, spans in groups_in(plain).items()
        if (inside := _inside(plain, spans).intersection(found))
    }


def _inside(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    return frozenset(text[index : index + 2] for start, end in spans for index in range(start, end - 1))

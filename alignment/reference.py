"""The reference prepared for comparing: its commitments as weighted wordings.

A reconstructed reference lists commitments with witnesses; "no plan is judged by its own words", so the
wordings used for a plan are those of the other witnesses. A reference with official text that lists none is drafted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plancmp.alignment.clauses import Sentence, split_sentences
from plancmp.alignment.drafting.draft import to_compare
from plancmp.alignment.drafting.wordings import ways_to_put
from plancmp.alignment.grams import boilerplate, bridges, grams, unify
from plancmp.alignment.lexicon import groups_in
from plancmp.alignment.thresholds import BOILERPLATE_WEIGHT, ECHO_WEIGHT
from plancmp.plans.model import Commitment, Measure, Plan


class Wording(NamedTuple):
    """One way a commitment is worded: the text, its bigrams, and what each of them weighs (sum 1).

    `segments` is how many it has; a passage that answers it needs about as many. `leaning` names, for each
    bigram that proves something only together with another, that other (see `grams.bridges`). `statement` are the
    bigrams of the commitment as the reference states it. `groups` are the lexicon's groups whose terms it uses, each
    with the bigrams that a passage in other words of the group holds instead.
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
        """The share of the wording (0-1) that is held by these of its bigrams, each worth so much (0-1)."""
        leaning, weights = self.leaning, self.weights
        return math.fsum(
            [weights[gram] * worth for gram, worth in found.items() if leaning.get(gram, gram) in found]
        )


class ReferenceCommitment(NamedTuple):
    """A commitment ready to be looked for; `independent` when it stands without the judged plan's witness."""

    measure: Measure
    commitment: Commitment
    wordings: tuple[Wording, ...]
    independent: bool


def prepare_reference(reference: Plan, judged: str) -> tuple[ReferenceCommitment, ...]:
    """Return the reference's commitments as they count for the plan with the id `judged`, in their order."""
    listed = [
        (measure, commitment)
        for measure in to_compare(reference).measures
        for commitment in measure.commitments
    ]
    texts = [_texts(commitment, judged) for _, commitment in listed]
    rarity = _rarity(texts)
    return tuple(
        ReferenceCommitment(
            measure,
            commitment,
            _wordings(commitment.text, wordings, rarity),
            _is_independent(commitment, judged),
        )
        for (measure, commitment), wordings in zip(listed, texts, strict=True)
    )


def _texts(commitment: Commitment, judged: str) -> list[str]:
    others = [witness.quote for witness in commitment.attesting if witness.plan != judged]
    if others or commitment.witnesses:
        return others or [commitment.text]
    return ways_to_put(commitment.text)


def _is_independent(commitment: Commitment, judged: str) -> bool:
    witnesses = {witness.plan for witness in commitment.attesting}
    return not witnesses or len(witnesses - {judged}) >= 2


def _rarity(texts: list[list[str]]) -> dict[str, float]:
    """Inverse document frequency of each bigram over the commitments, lowered inside boilerplate words."""
    frequency = Counter(chain.from_iterable(frozenset().union(*map(grams, wordings)) for wordings in texts))
    common = boilerplate()
    return {
        gram: math.log((len(texts) + 1) / (count + 0.5)) * (BOILERPLATE_WEIGHT if gram in common else 1)
        for gram, count in frequency.items()
    }


def _wordings(text: str, wordings: list[str], rarity: Mapping[str, float]) -> tuple[Wording, ...]:
    """Weigh each wording's bigrams: full where another witness or the commitment's statement shares them."""
    sets = [grams(wording) for wording in wordings]
    shared = Counter(chain(*sets, grams(text)))
    return tuple(
        _wording(
            wording,
            found,
            {gram: rarity[gram] * (1 if shared[gram] > 1 else ECHO_WEIGHT) for gram in found},
            grams(text),
        )
        for wording, found in zip(wordings, sets, strict=True)
        if found
    )


def _wording(
    text: str, found: frozenset[str], weights: Mapping[str, float], statement: frozenset[str]
) -> Wording:
    total = math.fsum(weights.values()) or 1.0  # exact: the order of a set must not show
    shares = {gram: weight / total for gram, weight in weights.items()}
    sentences = split_sentences("", text)
    segments = sum(len(sentence.spans) for sentence in sentences)
    return Wording(text, found, shares, sentences, segments, bridges(text), statement, _groups(text, found))


def _groups(text: str, found: Collection[str]) -> dict[int, frozenset[str]]:
    """The lexicon's groups in a wording, each with the bigrams inside its terms."""
    plain = unify(text)
    return {
        group: inside
        for group, spans in groups_in(plain).items()
        if (inside := _inside(plain, spans).intersection(found))
    }


def _inside(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    return frozenset(text[place : place + 2] for start, end in spans for place in range(start, end - 1))

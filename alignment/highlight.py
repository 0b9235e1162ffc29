"""Highlight: which words two passages share, so that a reader sees at once why one was taken to answer the other.

Highlighted are the runs that both passages hold in the same words, whatever their width, quotes or spaces; a whole
number counts as one word, so that 6% is never highlighted inside 96%.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from plancmp.alignment.grams import boilerplate
from plancmp.alignment.normal import normalise

_TOKEN = re.compile(r"\d+(?:\.\d+)?%?|[A-Za-z]+|.", re.DOTALL)
_STOPS = frozenset(",、。;:!?/…|")


@dataclass(frozen=True, slots=True)
class HighlightSpan:
    """A stretch of a passage, verbatim, and whether the other passages hold it too."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring words in normal form, and the stretch of the original they stand on."""

    words: str
    first: int
    last: int


def highlight_shared(text: str, others: Iterable[str]) -> tuple[HighlightSpan, ...]:
    """Cut `text` into pieces that stand in one of the `others` and pieces that do not.

    Joined together the pieces are `text` again. Words that any plan uses (推进, 加快) are not highlighted alone.
    """
    known = {pair.words for other in others for pair in _pairs(other)}
    marked: set[int] = set()
    for run in _runs(pair for pair in _pairs(text) if pair.words in known):
        if not boilerplate().issuperset(pair.words for pair in run):
            marked.update(range(run[0].first, run[-1].last))
    pieces = groupby(range(len(text)), key=marked.__contains__)
    return tuple(
        HighlightSpan("".join(text[index] for index in indices), shared) for shared, indices in pieces
    )


def _runs(pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """Pairs that overlap, gathered: together they are one unbroken stretch."""
    run: list[_Pair] = []
    for pair in pairs:
        if run and pair.first >= run[-1].last:
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


@lru_cache(maxsize=256)  # a passage is laid beside each wording of its commitment in turn
def _pairs(text: str) -> tuple[_Pair, ...]:
    return tuple(_find_pairs(text))


def _find_pairs(text: str) -> Iterator[_Pair]:
    folded = [(character, index) for index, original in enumerate(text) for character in normalise(original)]
    tokens = list(_TOKEN.finditer("".join(character for character, _ in folded)))
    for left, right in pairwise(tokens):
        if not _STOPS & {left[0], right[0]}:
            first, last = folded[left.start()][1], folded[right.end() - 1][1]
            yield _Pair(left[0] + right[0], first, last + 1)

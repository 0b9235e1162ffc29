"""In which ways a commitment of a running text is put: as a whole, and by each clause that names its thing again."""

from __future__ import annotations

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.drafting import patterns
from plancmp.alignment.drafting.kinds import opening_of
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.grams import grams

_SHORTEST = 5
"""A clause with fewer bigrams (深入推进) says nothing by itself."""


def ways_to_put(text: str) -> list[str]:
    """The whole text first, then its clauses where at least two of them begin with a verb of command."""
    clauses = [
        sentence.quote(number, number)
        for sentence in split_sentences("", text)
        for number in range(len(sentence.spans))
    ]
    acting = [clause for clause in clauses if _says_it(clause)]
    return [text, *acting] if len(acting) > 1 else [text]


def _says_it(clause: str) -> bool:
    words = folded(clause)
    acts = patterns.acts().search(words) and opening_of(words) is None
    return bool(acts) and len(grams(clause)) >= _SHORTEST

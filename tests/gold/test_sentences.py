"""Six hundred sentences by others, half of which promise nothing: how many are told apart."""

from __future__ import annotations

from pathlib import Path

from plancmp.alignment.checks.promise import promises
from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.retrieval import Candidate
from tests.alignment.small_plans import small_reference

SENTENCES = Path(__file__).parent / "sentences"
YEAR = 2024
WORDING = prepare_reference(small_reference(), "")[0].variants[0]


def share_that_promises(name: str) -> float:
    """The share of a file's sentences of which a clause is taken for a promise, in a plan of 2024."""
    lines = (SENTENCES / name).read_text("utf-8").split()
    return sum(map(_promises, lines)) / len(lines)


def _promises(line: str) -> bool:
    return any(
        promises(Candidate(sentence, 0, len(sentence.spans) - 1, WORDING, words=1.0, score=1.0), YEAR)
        for sentence in split_sentences("1.1", line)
    )


def test_what_promises_is_hardly_ever_passed_over() -> None:
    assert share_that_promises("promise.txt") >= 0.97


def test_half_of_what_promises_nothing_is_told() -> None:
    """Those that stand near a commitment matter; the rest shares no words with one."""
    assert share_that_promises("promise-nothing.txt") <= 0.49

"""Answers: verdicts and links for items of a reference, by whatever method, and choosing thresholds among them.

Cuts that were chosen on the very readings they are measured on flatter; leaving one programme out tells what
thresholds chosen on the other programmes come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plancmp.alignment.evaluation.gold import Reading
from plancmp.alignment.evaluation.metrics import Agreement, Retrieval, measure_agreement, measure_retrieval
from plancmp.alignment.result import Verdict

Key = tuple[str, str]
"""A plan's id and the id of a measure or commitment of the reference."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict and the local measures said to carry the item."""

    verdict: Verdict
    links: frozenset[str]


Answers = Mapping[Key, Answer]
Options = Sequence[Answers]
"""The answers of one method under each of the thresholds it may be given."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How far answers agree with gold: in their verdicts, and in their links over all items."""

    verdicts: Agreement
    links: Retrieval


@dataclass(frozen=True, slots=True)
class Difference:
    """An item on which given answers and gold differ."""

    plan: str
    item: str
    wanted: Answer
    given: Answer


def wanted_answers(readings: Iterable[Reading]) -> dict[Key, Answer]:
    """What readers found, as answers."""
    return {(reading.plan, reading.item): Answer(reading.verdict, reading.links) for reading in readings}


def find_differences(wanted: Answers, given: Answers) -> tuple[Difference, ...]:
    """The items of gold that were answered otherwise, in gold's order."""
    return tuple(
        Difference(*key, answer, given[key]) for key, answer in wanted.items() if answer != given[key]
    )


def measure_figures(gold: Answers, given: Answers, keys: Iterable[Key] | None = None) -> Figures:
    """Compare given answers with gold, on all of gold's items or on those of `keys` alone."""
    chosen = list(gold if keys is None else keys)
    return Figures(
        measure_agreement(
            [gold[key].verdict for key in chosen], [given[key].verdict for key in chosen], list(Verdict)
        ),
        measure_retrieval((gold[key].links for key in chosen), (given[key].links for key in chosen)),
    )


def choose(options: Options, gold: Answers, keys: Iterable[Key] | None = None) -> Answers:
    """Return the option that agrees best with gold on `keys`: by kappa, then by the F1 of its links.

    Of equals the middle one is taken: it lies farthest from the thresholds that begin to fail.
    """
    chosen = list(gold if keys is None else keys)
    figures = [measure_figures(gold, option, chosen) for option in options]
    merits = [(found.verdicts.kappa, found.links.f1) for found in figures]
    best = [option for option, merit in zip(options, merits, strict=True) if merit == max(merits)]
    return best[len(best) // 2]


def leave_one_out(options: Options, gold: Answers) -> Answers:
    """Answer each programme's items with the option that agrees best with gold on all other programmes."""
    answers: dict[Key, Answer] = {}
    for programme in programmes_of(gold):
        mine = [key for key in gold if _programme(key) == programme]
        others = [key for key in gold if _programme(key) != programme]
        best = choose(options, gold, others)
        answers |= {key: best[key] for key in mine}
    return answers


def programmes_of(gold: Answers) -> tuple[str, ...]:
    """The numbers of the programmes that gold's items belong to, in the order they first occur."""
    return tuple(dict.fromkeys(map(_programme, gold)))


def _programme(key: Key) -> str:
    return key[1].partition(".")[0]

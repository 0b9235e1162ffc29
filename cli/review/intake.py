"""Decisions taken in from a file that was filled in without a terminal: a ledger or another file of decisions.

Every line that does not fit the texts as they are now is refused, with its place; all others are taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.decisions import Binding
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult
from plancmp.plans.decisions.binding import Doubt, doubt_about
from plancmp.plans.decisions.model import Decision, Quote
from plancmp.plans.decisions.reading import DecisionsFile
from plancmp.plans.faults import excerpt


class Refusal(NamedTuple):
    """A line that is not taken: its file and number (from 1), and why, by the key of the words for it."""

    file: Path
    line: int
    key: str
    values: Mapping[str, str]


class Intake(NamedTuple):
    """The decisions taken from a file, and the lines that are not."""

    taken: tuple[Decision, ...]
    refused: tuple[Refusal, ...]


def sort_lines(lines: Iterable[Decision | Refusal]) -> Intake:
    """What was made of each line of a file, sorted."""
    lines = tuple(lines)
    return Intake(
        tuple(line for line in lines if isinstance(line, Decision)),
        tuple(line for line in lines if isinstance(line, Refusal)),
    )


def items_of(comparison: Comparison) -> dict[str, MeasureResult | CommitmentResult]:
    """The measures and commitments of a comparison by id."""
    measures = {measure.id: measure for measure in comparison.measures}
    return {**measures, **{commitment.id: commitment for commitment in comparison.commitments}}


def missing_quote(quotes: Iterable[Quote], binding: Binding) -> str:
    """The first quote that does not stand in the plan, in short; empty if all do."""
    return next((excerpt(quote.text) for quote in quotes if binding.texts.place_of(quote) is None), "")


def take_decisions(file: DecisionsFile, binding: Binding) -> Intake:
    """The entries of another file of decisions that fit the texts as they are now."""
    return sort_lines(_take(file, binding))


def _take(file: DecisionsFile, binding: Binding) -> Iterator[Decision | Refusal]:
    for number, entry in enumerate(file.decisions.entries):
        line = file.lines[f"entries[{number}]"]
        asked = binding.asked.get(entry.item)
        if asked is None:
            yield Refusal(file.path, line, "refused.item", {"found": entry.item})
            continue
        doubt = doubt_about(entry, asked, binding.texts)
        if doubt is Doubt.ASKED:
            yield Refusal(file.path, line, "refused.asked", {"item": entry.item})
        elif doubt is Doubt.READ:
            lost = missing_quote(entry.quotes, binding)
            key = "refused.read" if lost else "refused.around"
            yield Refusal(file.path, line, key, {"found": lost, "item": entry.item})
        else:
            yield entry

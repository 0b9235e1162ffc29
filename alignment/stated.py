"""Stated targets: every numeric target of a plan with the measure or section and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.targets import Target, find_targets
from plancmp.plans.model import Measure, Plan

_LONGEST_SENTENCE = 1000
"""Characters: longer than any real sentence, short enough that thousands of numbers can each have theirs."""

_AROUND = 200
"""So much of a longer one stands in front of the number."""


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """A target as a plan states it: the plan's id, the measure, the words it stands in (verbatim), the target.

    The words are the whole sentence, of one that never ends the stretch around the number. Of one in a section
    `measure` is the section's id, and `section` its title.
    """

    plan: str
    measure: str
    sentence: str
    target: Target
    section: str = ""


def find_stated(plan: Plan) -> Iterator[StatedTarget]:
    """Yield a plan's targets in their order, those of its sections last.

    A measure without text, as in a reconstruction, states the targets of its commitments, as far as their
    witnesses agree on a value.
    """
    for measure in plan.measures:
        found = _in_text(measure.text) if measure.text else _in_commitments(measure)
        yield from (StatedTarget(plan.id, measure.id, sentence, target) for sentence, target in found)
    for section in plan.sections:
        for sentence, target in _in_text(section.text):
            yield StatedTarget(plan.id, section.id, sentence, target, section.title)


def _in_text(text: str) -> Iterator[tuple[str, Target]]:
    for sentence in split_sentences("", text):
        quote = sentence.text
        for target in find_targets(quote):
            start = max(0, target.start - _AROUND) if len(quote) > _LONGEST_SENTENCE else 0
            yield quote[start : start + _LONGEST_SENTENCE], target


def _in_commitments(measure: Measure) -> Iterator[tuple[str, Target]]:
    for commitment in measure.commitments:
        if commitment.target and commitment.target.value:
            found = find_targets(commitment.target.indicator + commitment.target.value)
            yield from ((commitment.text, target) for target in found[:1])

"""Stated targets: every numeric target of a plan with the measure or section and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.targets import Target, find_targets
from plancmp.plans.model import Measure, Plan


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """A target as a plan states it: the plan's id, the measure, the sentence (verbatim), the target.

    Of one in a section `measure` is the section's id, and `section` its title.
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
        quote = sentence.quote(0, len(sentence.spans) - 1)
        yield from ((quote, target) for target in find_targets(quote))


def _in_commitments(measure: Measure) -> Iterator[tuple[str, Target]]:
    for commitment in measure.commitments:
        if commitment.target and commitment.target.value:
            found = find_targets(commitment.target.indicator + commitment.target.value)
            yield from ((commitment.text, target) for target in found[:1])

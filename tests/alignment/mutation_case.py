"""A mutated plan with its known answer, and the ways to make one from a place in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from plancmp.alignment.result import CommitmentResult, Reason, Verdict
from plancmp.plans.model import Measure, Plan
from tests.alignment.editing import measure_of, plan_named, sentences_of, with_texts
from tests.alignment.mutation_targets import Clause, unmutated


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out for one commitment; `home` is the local measure its best passage must stand in."""

    commitment: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    strengthened: bool | None = None
    home: str | None = None

    def is_met(self, found: CommitmentResult) -> bool:
        """Whether the result is the right one, for the right reasons."""
        return (
            found.verdict is self.verdict
            and found.reasons == self.reasons
            and self.strengthened in (None, found.strengthened)
            and self.home in (None, *(passage.measure for passage in found.evidence[:1]))
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A mutated plan; `edited` holds the (measure, sentence) places of the base plan that the change touched."""

    base: str
    plan: Plan
    note: str
    expected: tuple[Expected, ...]
    edited: frozenset[tuple[str, str]]


def kept(base: str, measure: Measure) -> tuple[Expected, ...]:
    """What rests on the measure must come out as it was."""
    return tuple(
        Expected(result.id, result.verdict, result.reasons, result.strengthened)
        for result in unmutated(base).commitments
        if any(passage.measure == measure.id for passage in result.evidence)
    )


def texts_of(base: str) -> dict[str, str]:
    return {measure.id: measure.text for measure in plan_named(base).measures}


def sentences_in(measure: Measure) -> frozenset[tuple[str, str]]:
    return frozenset((measure.id, sentence) for sentence in sentences_of(measure.text))


def closed(text: str) -> str:
    return text if not text or text.endswith(("。", "；", ";")) else text + "。"


def make_case(
    base: str,
    texts: dict[str, str],
    note: str,
    expected: tuple[Expected, ...],
    edited: frozenset[tuple[str, str]],
) -> Case:
    return Case(base, with_texts(plan_named(base), texts), note, expected, edited)


def with_sentence(clause: Clause, sentence: str, note: str, expected: Expected) -> Case:
    text = measure_of(plan_named(clause.base), clause.measure).text.replace(clause.sentence, sentence, 1)
    edited = frozenset({(clause.measure, clause.sentence)})
    return make_case(clause.base, {clause.measure: text}, note, (expected,), edited)


def with_segment(clause: Clause, segment: str, expected: Expected) -> Case:
    sentence = clause.sentence.replace(clause.segment, segment, 1)
    return with_sentence(clause, sentence, segment, expected)


def with_quote(clause: Clause, quote: str, expected: Expected) -> Case:
    return with_sentence(clause, clause.sentence.replace(clause.quote, quote, 1), quote, expected)

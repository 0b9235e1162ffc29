"""The result of a comparison: one frozen value that every output is drawn from.

Scores and coverages are 0-1. The JSON of `plancmp diff` is this tree, field by field.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the verdicts' names are needed at start-up, the plans' model is not
    from plancmp.plans.model import Plan


class Verdict(StrEnum):
    """What became of a provincial item in the local plan."""

    ADOPTED = "adopted"
    WEAKENED = "weakened"
    OMITTED = "omitted"


POINTS = {Verdict.ADOPTED: 1.0, Verdict.WEAKENED: 0.5, Verdict.OMITTED: 0.0}
"""What a verdict counts in every share: a weakened item is half carried."""


class Reason(StrEnum):
    """Why an item counts as weakened or omitted."""

    PARTIAL_MATCH = "partial_match"
    TARGET_LOWERED = "target_lowered"
    TARGET_DROPPED = "target_dropped"
    DEADLINE_LATER = "deadline_later"
    OBLIGATION_SOFTENED = "obligation_softened"
    MADE_CONDITIONAL = "made_conditional"
    COMMITMENT_OMITTED = "commitment_omitted"

    @property
    def verdict(self) -> Verdict:
        """The verdict on a commitment that this reason gives."""
        return Verdict.OMITTED if self is Reason.COMMITMENT_OMITTED else Verdict.WEAKENED


class Change(StrEnum):
    """How a local target stands to the reference's."""

    EQUAL = "equal"
    HIGHER = "higher"
    LOWER = "lower"
    MISSING = "missing"
    NOT_COMPARABLE = "not_comparable"


class Note(StrEnum):
    """Caveats a reader must know; the words for them are the command line's."""

    RECONSTRUCTED = "reconstructed"
    IMPLEMENTS_OTHER = "implements_other"
    OLDER_THAN_REFERENCE = "older_than_reference"


class Passage(NamedTuple):
    """A verbatim passage of the local plan and how well it answers (0-1)."""

    measure: str
    quote: str
    score: float


class TargetChange(NamedTuple):
    """One indicator, what the reference asks and what the plan says (verbatim phrases, empty where missing)."""

    indicator: str
    reference: str
    plan: str
    change: Change


class CommitmentResult(NamedTuple):
    """The verdict on one commitment with its proof: evidence, or the nearest passages where it is omitted."""

    id: str
    text: str
    verdict: Verdict
    strengthened: bool
    independent: bool
    score: float
    reasons: tuple[Reason, ...]
    evidence: tuple[Passage, ...]
    nearest: tuple[Passage, ...]
    targets: tuple[TargetChange, ...]

    @property
    def gap_reasons(self) -> tuple[Reason, ...]:
        """Why it is a gap: its reasons, and for an omitted one that its measure lacks it; none if it is adopted."""
        return (*self.reasons, *([Reason.COMMITMENT_OMITTED] if self.verdict is Verdict.OMITTED else []))


class Match(NamedTuple):
    """A local measure that carries (part of) a reference measure."""

    id: str
    title: str
    score: float


class MeasureResult(NamedTuple):
    """The verdict on one measure, rolled up from its commitments.

    `score` is the weighted share carried, `confidence` how often verdicts like this one are right (both 0-1).
    """

    id: str
    title: str
    verdict: Verdict
    score: float
    confidence: float
    reasons: tuple[Reason, ...]
    matches: tuple[Match, ...]
    commitments: tuple[CommitmentResult, ...]


class ProgrammeResult(NamedTuple):
    """The measures of one programme of the reference."""

    number: int
    title: str
    measures: tuple[MeasureResult, ...]

    def number_of(self, verdict: Verdict) -> int:
        """How many measures have this verdict."""
        return sum(measure.verdict is verdict for measure in self.measures)


class Addition(NamedTuple):
    """A local clause that answers to nothing in the reference."""

    measure: str
    quote: str


class PlanHeader(NamedTuple):
    """What identifies a compared document."""

    id: str
    name: str
    title: str
    document_number: str | None
    issued: str | None
    basis: str


def header_of(plan: Plan) -> PlanHeader:
    """Return what identifies a plan in every output."""
    return PlanHeader(plan.id, plan.name, plan.title, plan.document_number, plan.issued, plan.basis)


class Comparison(NamedTuple):
    """A whole comparison of one plan with one reference."""

    reference: PlanHeader
    plan: PlanHeader
    notes: tuple[Note, ...]
    programmes: tuple[ProgrammeResult, ...]
    additions: tuple[Addition, ...]

    @property
    def measures(self) -> Iterator[MeasureResult]:
        """Every measure of the reference, in its order."""
        return (measure for programme in self.programmes for measure in programme.measures)

    @property
    def commitments(self) -> Iterator[CommitmentResult]:
        """Every commitment of the reference, in its order."""
        return (commitment for measure in self.measures for commitment in measure.commitments)

"""The result of a comparison: one frozen value that every output is drawn from.

Scores and coverages are 0-1. The JSON of `plancmp diff` is this tree, field by field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the verdicts' names are needed at start-up, the plans' model is not
    from plancmp.plans.model import Document, Plan


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
    WITNESS_TEXT = "witness_text"
    ATTESTED = "attested"
    IMPLEMENTS_OTHER = "implements_other"
    SAME_PARENT = "same_parent"
    NOT_BELOW_REFERENCE = "not_below_reference"
    IMPLEMENTS_UNSTATED = "implements_unstated"
    OLDER_THAN_REFERENCE = "older_than_reference"
    DRAFTED = "drafted"
    LISTED = "listed"


def shows_compliance(notes: Collection[Note]) -> bool:
    """Whether a plan counts as implementing its reference; otherwise verdicts show thematic coverage only."""
    return Note.IMPLEMENTS_OTHER not in notes and Note.NOT_BELOW_REFERENCE not in notes


class Basis(StrEnum):
    """Where the evidence for a commitment comes from.

    It is attested where the plan is a witness of the commitment and still holds the words quoted from it, found
    where it had to be looked for.
    """

    ATTESTED = "attested"
    FOUND = "found"


class Passage(NamedTuple):
    """A verbatim passage of the local plan and how well it answers (0-1).

    `measure` is the id of the measure or section it stands in, `section` that section's title.
    """

    measure: str
    quote: str
    score: float
    section: str = ""

    @property
    def place(self) -> str:
        """Where it stands, for a reader: the measure's id, or the section's title."""
        return self.section or self.measure


class TargetChange(NamedTuple):
    """One indicator, what the reference asks and what the plan says (verbatim phrases, empty where missing)."""

    indicator: str
    reference: str
    plan: str
    change: Change


class CommitmentResult(NamedTuple):
    """The verdict on one commitment with its proof: evidence, or the nearest passages where it is omitted.

    `central` tells that the reference marks it as what gives its measure the point.
    """

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
    central: bool = False
    basis: Basis = Basis.FOUND

    @property
    def gap_reasons(self) -> tuple[Reason, ...]:
        """Why it is a gap: its reasons, and for an omitted one that its measure lacks it; none if it is adopted."""
        return (*self.reasons, *([Reason.COMMITMENT_OMITTED] if self.verdict is Verdict.OMITTED else []))


class Match(NamedTuple):
    """A local measure that carries (part of) a reference measure; a section only where no measure does."""

    id: str
    title: str
    score: float

    @property
    def place(self) -> str:
        """Where it stands, for a reader: the measure's id, or the section's title."""
        return self.title if self.id.startswith("S") else self.id

    @property
    def label(self) -> str:
        """The same with the measure's title."""
        return self.title if self.id.startswith("S") else f"{self.id} {self.title}"


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
    """What identifies a compared document.

    Attributes:
        level: province, prefecture or county; None where the file does not tell.
        implements: the documents it says it implements.
        witness: the witness of the reference that this plan is, by its id or by its text; None if it is none.
        lists: whether its file lists commitments; those of one that does not are drafted.
    """

    id: str
    name: str
    title: str
    document_number: str | None
    issued: str | None
    basis: str
    level: str | None = None
    implements: tuple[Document, ...] = ()
    witness: str | None = None
    lists: bool = False

    @property
    def has_witnesses(self) -> bool:
        """Whether its commitments rest on witnesses: only then do some stand without a plan's own words."""
        return self.basis == "reconstructed"


def header_of(plan: Plan, witness: str | None = None) -> PlanHeader:
    """Return what identifies a plan in every output."""
    return PlanHeader(
        plan.id,
        plan.name,
        plan.title,
        plan.document_number,
        plan.issued,
        plan.basis,
        plan.level,
        plan.implements,
        witness,
        any(True for _ in plan.commitments),
    )


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

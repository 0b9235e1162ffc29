"""The result of a comparison: one frozen value that every output is drawn from.

Scores and coverages are 0-1. The JSON of `plancmp diff` is this tree, field by field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from plancmp.alignment.thresholds import DEFAULT
from plancmp.plans.glosses import glosses_of

if TYPE_CHECKING:  # the verdicts' names are needed at start-up, the plans' model is not
    from plancmp.alignment.trace import CommitmentTrace
    from plancmp.plans.model import ImplementedDocument, Plan


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


GRAVEST_FIRST = (
    Reason.TARGET_LOWERED,
    Reason.COMMITMENT_OMITTED,
    Reason.MADE_CONDITIONAL,
    Reason.DEADLINE_LATER,
    Reason.TARGET_DROPPED,
    Reason.OBLIGATION_SOFTENED,
    Reason.PARTIAL_MATCH,
)
"""Every reason: a number is a fact nobody can argue away; what is gone is graver than what is put off or softened."""


class Change(StrEnum):
    """How a local target stands to the reference's."""

    EQUAL = "equal"
    HIGHER = "higher"
    LOWER = "lower"
    MISSING = "missing"
    NOT_COMPARABLE = "not_comparable"


CHANGE_REASONS = {Change.LOWER: Reason.TARGET_LOWERED, Change.MISSING: Reason.TARGET_DROPPED}
"""The changes of a number that weaken a commitment, each with the reason it gives."""


class CaveatCode(StrEnum):
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


def shows_compliance(caveats: Collection[CaveatCode]) -> bool:
    """Whether a plan counts as implementing its reference; otherwise verdicts show thematic coverage only."""
    return CaveatCode.IMPLEMENTS_OTHER not in caveats and CaveatCode.NOT_BELOW_REFERENCE not in caveats


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


class Judgement(NamedTuple):
    """What the tool alone says of an item that a decision bears on."""

    verdict: Verdict
    reasons: tuple[Reason, ...]


class Decided(NamedTuple):
    """Whose word a verdict is: those who decided so, the latest day, and what they add."""

    by: tuple[str, ...]
    at: str
    note: str = ""


class CommitmentResult(NamedTuple):
    """The verdict on one commitment with its proof: evidence, or the nearest passages where it is omitted.

    Attributes:
        weight: what it weighs in the verdict on its measure, against 1 for an independent side remark.
        marked: whether the reference marks it as what gives its measure the point.
        central: whether it counts as such: where the reference marks none of a measure, its weightiest one does.
        confidence: how often verdicts like this one are right (0-1).
        theme: whether the plan, though it does not carry it, keeps its theme.
        trace: how it was judged; None unless the comparison was asked to record it.
        decided: whose word the verdict is; None where it is the tool's.
        computed: what the tool says of a decided one; None where that is the verdict.
        proposed: what language models propose where nobody has decided; it counts for nothing.
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
    marked: bool = False
    basis: Basis = Basis.FOUND
    weight: float = 1.0
    central: bool = False
    theme: bool = False
    confidence: float = 1.0
    trace: CommitmentTrace | None = None
    decided: Decided | None = None
    computed: Judgement | None = None
    proposed: tuple[Opinion, ...] = ()

    @property
    def points(self) -> float:
        """What its verdict counts: 1, 0.5 or 0."""
        return POINTS[self.verdict]

    @property
    def carrying(self) -> tuple[Passage, ...]:
        """The passages that carry it, or the one that keeps its theme."""
        return self.nearest[:1] if self.theme else self.evidence

    @property
    def gap_reasons(self) -> tuple[Reason, ...]:
        """Why it is a gap: its reasons, and for an omitted one that its measure lacks it; none if it is adopted."""
        return (*self.reasons, *([Reason.COMMITMENT_OMITTED] if self.verdict is Verdict.OMITTED else []))


def gap_reasons_of(commitments: Iterable[CommitmentResult]) -> tuple[Reason, ...]:
    """Why any of a measure's commitments is a gap, each reason once, in the order of `Reason`."""
    found = {reason for commitment in commitments for reason in commitment.gap_reasons}
    return tuple(reason for reason in Reason if reason in found)


def points_of(commitments: Collection[CommitmentResult]) -> float:
    """What the verdicts on commitments count together, each times its weight."""
    return sum(commitment.weight * commitment.points for commitment in commitments)


def share_carried(commitments: Collection[CommitmentResult]) -> float:
    """The weighted share of a measure's commitments that is carried (0-1), a weakened one counting half."""
    return points_of(commitments) / (sum(commitment.weight for commitment in commitments) or 1.0)


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

    Attributes:
        score: the weighted share of its commitments that is carried (0-1, four places).
        confidence: how often verdicts like this one are right (0-1).
        threshold: the share from which on the measure counts as adopted (0-1).
        decided: whose word the verdict is; None where it is rolled up.
        computed: what the tool says where it or a commitment of it was decided; None elsewhere.
    """

    id: str
    title: str
    verdict: Verdict
    score: float
    confidence: float
    reasons: tuple[Reason, ...]
    matches: tuple[Match, ...]
    commitments: tuple[CommitmentResult, ...]
    threshold: float = DEFAULT.adopted
    decided: Decided | None = None
    computed: Judgement | None = None

    @property
    def marked(self) -> bool:
        """Whether the reference marks which of its commitments are central."""
        return any(commitment.marked for commitment in self.commitments)

    @property
    def central(self) -> tuple[CommitmentResult, ...]:
        """Its central commitments: those marked, else the weightiest; none for a measure without any."""
        return tuple(commitment for commitment in self.commitments if commitment.central)

    @property
    def weight(self) -> float:
        """What all its commitments weigh together."""
        return sum(commitment.weight for commitment in self.commitments)

    @property
    def points(self) -> float:
        """What the verdicts on its commitments count, each times its weight."""
        return points_of(self.commitments)

    @property
    def share(self) -> float:
        """The weighted share of its commitments that is carried (0-1), unrounded."""
        return share_carried(self.commitments)


def home_of(measure: MeasureResult, commitment: CommitmentResult) -> str | None:
    """The id of the local measure or section that carries a commitment of this measure.

    For an omission that is the home of its measure; None where the whole measure is omitted.
    """
    carrying = [passage.measure for passage in commitment.evidence]
    return next(iter([*carrying, *(match.id for match in measure.matches)]), None)


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
        glosses: its names, titles and commitments that have an English gloss, each with it.
    """

    id: str
    name: str
    title: str
    document_number: str | None
    issued: str | None
    basis: str
    level: str | None = None
    implements: tuple[ImplementedDocument, ...] = ()
    witness: str | None = None
    lists: bool = False
    glosses: tuple[tuple[str, str], ...] = ()

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
        glosses_of(plan),
    )


class Opinion(NamedTuple):
    """What a reader says of an item that is not applied: of a commitment or measure, by its id."""

    item: str
    by: str
    at: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    note: str = ""


class DecisionRecord(NamedTuple):
    """What became of the decisions a comparison was given.

    Attributes:
        deciders: who decided, and how many verdicts each.
        applied: how many verdicts are decided.
        suspects: decisions whose text has changed since; they are not applied.
        contradictions: decisions that contradict each other; neither is applied.
        proposals: what language models propose where nobody has decided.
        trusted: how many of the decided verdicts are proposals that count because they are trusted.
    """

    deciders: tuple[tuple[str, int], ...]
    applied: int
    suspects: tuple[Opinion, ...]
    contradictions: tuple[Opinion, ...]
    proposals: tuple[Opinion, ...]
    trusted: int = 0


class Comparison(NamedTuple):
    """A whole comparison of one plan with one reference; `decisions` is None where there were none to apply."""

    reference: PlanHeader
    plan: PlanHeader
    caveats: tuple[CaveatCode, ...]
    programmes: tuple[ProgrammeResult, ...]
    additions: tuple[Addition, ...]
    decisions: DecisionRecord | None = None

    @property
    def measures(self) -> Iterator[MeasureResult]:
        """Every measure of the reference, in its order."""
        return (measure for programme in self.programmes for measure in programme.measures)

    @property
    def commitments(self) -> Iterator[CommitmentResult]:
        """Every commitment of the reference, in its order."""
        return (commitment for measure in self.measures for commitment in measure.commitments)

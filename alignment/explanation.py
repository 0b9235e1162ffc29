"""The explanation of one verdict: everything that led to it, as a value for any output to draw from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plancmp.alignment import facets
from plancmp.alignment.attestation import Attestations
from plancmp.alignment.compare import compare_plans
from plancmp.alignment.facets import Asked
from plancmp.alignment.matching import Candidate, PlanIndex, add_context, find_candidates, index_plan
from plancmp.alignment.reference import ReferenceCommitment, prepare_reference
from plancmp.alignment.result import CommitmentResult, MeasureResult, Note, PlanHeader
from plancmp.alignment.summary import tally
from plancmp.alignment.targets import deadline_of
from plancmp.alignment.thresholds import Thresholds, chosen_for
from plancmp.alignment.weighing import WeighedPassage, decides, weigh_passages
from plancmp.alignment.weights import central_places, commitment_weights, has_marks
from plancmp.plans.model import Plan


@dataclass(frozen=True, slots=True)
class TriedWording:
    """One way a commitment is worded, and by whom; not `used` where those are the judged plan's own words."""

    plan: str
    measure: str | None
    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class Force:
    """How firmly a commitment is asked for and promised.

    Attributes:
        asked: the obligation strength (1-5) that the reference asks at least.
        promised: that of the passage that decided; None where nothing was found.
        asked_conditionally: whether the reference itself makes a condition.
        condition: the words of the passage that make it wait or hand it off; empty where there are none.
        deadline_asked: the date by which the reference wants it, such as "2025"; None where it names none.
        deadline: the date the passage names.
    """

    asked: int
    promised: int | None
    asked_conditionally: bool
    condition: str
    deadline_asked: str | None
    deadline: str | None


@dataclass(frozen=True, slots=True)
class ExplainedCommitment:
    """A commitment with all that was tried, found and rejected.

    Attributes:
        result: the verdict.
        weight: what the commitment weighs in its measure, against 1 for an independent side remark.
        points: what its verdict counts, 1, 0.5 or 0.
        wordings: the wordings, in the order of the witnesses.
        passages: the foremost passages, the one that decided first.
        further: how many more passages came near.
        force: strength, condition and deadline on both sides.
    """

    result: CommitmentResult
    weight: float
    points: float
    wordings: tuple[TriedWording, ...]
    passages: tuple[WeighedPassage, ...]
    further: int
    force: Force


@dataclass(frozen=True, slots=True)
class Explanation:
    """The proof of the verdict on one measure.

    Attributes:
        reference: the reference.
        plan: the plan that is judged.
        notes: what a reader must know of this pair.
        measure: the verdict.
        commitments: how each commitment was judged.
        thresholds: the cuts that were applied.
    """

    reference: PlanHeader
    plan: PlanHeader
    notes: tuple[Note, ...]
    measure: MeasureResult
    commitments: tuple[ExplainedCommitment, ...]
    thresholds: Thresholds

    @property
    def weight(self) -> float:
        """What all commitments weigh together."""
        return sum(commitment.weight for commitment in self.commitments)

    @property
    def points(self) -> float:
        """What the verdicts on the commitments count, each times its weight."""
        return sum(commitment.weight * commitment.points for commitment in self.commitments)

    @property
    def share(self) -> float:
        """The weighted share that is carried (0-1)."""
        return self.points / (self.weight or 1.0)

    @property
    def marked(self) -> bool:
        """Whether the reference marks the measure's central commitments."""
        return has_marks(self.measure.commitments)

    @property
    def cut(self) -> float:
        """The share from which on the measure is adopted."""
        return self.thresholds.cut(marked=self.marked)

    @property
    def central(self) -> tuple[ExplainedCommitment, ...]:
        """The central commitments: those marked, else the weightiest; none for a measure without any."""
        places = central_places(self.measure.title, self.measure.commitments)
        return tuple(self.commitments[place] for place in sorted(places))


@dataclass(frozen=True, slots=True)
class _Search:
    """What a commitment asks, and the passages found for it, best first."""

    asked: Asked
    candidates: list[Candidate]
    index: PlanIndex


def explain_measure(
    reference: Plan,
    plan: Plan,
    measure_id: str,
    thresholds: Thresholds | None = None,
    *,
    blind: bool = False,
) -> Explanation:
    """Explain the verdict on one measure of the reference, which must have a measure with this id.

    `blind` sets aside what the plan attests as a witness.
    """
    thresholds = thresholds or chosen_for(reference)
    comparison = compare_plans(reference, plan, thresholds, blind=blind)
    measure = next(measure for measure in comparison.measures if measure.id == measure_id)
    judged = comparison.plan.witness or ""
    searches = _search(reference, plan, judged, {result.id for result in measure.commitments}, blind=blind)
    weights = commitment_weights(measure.title, measure.commitments)
    return Explanation(
        comparison.reference,
        comparison.plan,
        comparison.notes,
        measure,
        tuple(
            _explain(search, result, weight, judged, thresholds)
            for search, result, weight in zip(searches, measure.commitments, weights, strict=True)
        ),
        thresholds,
    )


def _search(reference: Plan, plan: Plan, judged: str, wanted: set[str], *, blind: bool) -> list[_Search]:
    """Search the plan once more for the wanted commitments, keeping everything that came near."""
    index = index_plan(plan)
    commitments = [each for each in prepare_reference(reference, judged) if each.commitment.id in wanted]
    found = [find_candidates(commitment, index) for commitment in commitments]
    period_end = str(reference.period.end) if reference.period else None
    attestations = Attestations(index, None if blind else judged)
    return [
        _Search(
            Asked(commitment, period_end), _attested_first(attestations.passages(commitment), passages), index
        )
        for commitment, passages in zip(commitments, add_context(commitments, found, index), strict=True)
    ]


def _attested_first(attested: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    quoted = {passage.sentence for passage in attested}
    return [*attested, *(each for each in found if each.sentence not in quoted)]


def _explain(
    search: _Search, result: CommitmentResult, weight: float, judged: str, thresholds: Thresholds
) -> ExplainedCommitment:
    passages = tuple(weigh_passages(search.asked, search.candidates, result, search.index, thresholds))
    commitment = search.asked.commitment
    return ExplainedCommitment(
        result=result,
        weight=weight,
        points=tally([result]).coverage,
        wordings=tuple(_wordings(commitment, judged)),
        passages=passages,
        further=len(search.candidates) - len(passages),
        force=_force(search.asked, next((each for each in search.candidates if decides(each, result)), None)),
    )


def _wordings(commitment: ReferenceCommitment, judged: str) -> list[TriedWording]:
    """The witnesses' wordings; the commitment's own statement where no other witness is left to speak."""
    used = {wording.text for wording in commitment.wordings}
    witnesses = commitment.commitment.witnesses
    tried = [
        TriedWording(each.plan, each.measure, each.quote, each.plan != judged and each.quote in used)
        for each in witnesses
    ]
    own = [TriedWording("", None, commitment.commitment.text, True)]
    return tried if any(each.used for each in tried) else tried + own


def _force(asked: Asked, passage: Candidate | None) -> Force:
    if passage is None:
        return Force(asked.weakest, None, asked.conditional, "", asked.period_end, None)
    sentence, first, last = passage.sentence, passage.first, passage.last
    return Force(
        asked=asked.weakest,
        promised=facets.strength_of(sentence, first, last, passage.wording),
        asked_conditionally=asked.conditional,
        condition=facets.condition_on(sentence, first, last),
        deadline_asked=deadline_of(passage.wording.text) or asked.period_end,
        deadline=deadline_of(sentence.quote(0, last)),
    )

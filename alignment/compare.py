"""The comparison from end to end: prepare, find candidates, judge, roll up. One result, no side effects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from plancmp.alignment.checks.demand import Demand
from plancmp.alignment.checks.promise import completed, promises
from plancmp.alignment.concepts import apply_concepts, look_beside
from plancmp.alignment.confidence import commitment_confidence
from plancmp.alignment.drafting import addressing_level, to_compare, wordings_of
from plancmp.alignment.lending import find_same, lend
from plancmp.alignment.pair_caveats import find_caveats
from plancmp.alignment.parts import join_parts
from plancmp.alignment.reference import prepare_reference
from plancmp.alignment.result import (
    Addition,
    Basis,
    CommitmentResult,
    Comparison,
    MeasureResult,
    PlanHeader,
    ProgrammeResult,
    header_of,
)
from plancmp.alignment.retrieval import (
    Candidate,
    PlanIndex,
    find_candidates,
    index_plan,
    rerank,
)
from plancmp.alignment.rollup import roll_up
from plancmp.alignment.thresholds import Thresholds, chosen_for
from plancmp.alignment.trace import Search, trace_commitment
from plancmp.alignment.verdict import judge_commitment
from plancmp.alignment.witness import Attestations, WitnessQuotes, quotes_by_witness, recognise_witness
from plancmp.plans.library import shipped_reconstruction
from plancmp.plans.model import Measure, Plan


@dataclass(frozen=True)
class PreparedReference:
    """A reference to compare plans with, one after the other; what does not depend on the plan is done once."""

    given: Plan

    @cached_property
    def reference(self) -> Plan:
        """The reference with what it asks: its commitments as listed, else as drafted."""
        return to_compare(self.given)

    @cached_property
    def lender(self) -> Plan | None:
        """The reconstruction that lends what it knows of the same promises; None where it lends nothing.

        A reference with witnesses needs it not, and what a county promises for itself is not what a province asks of
        places below it, however similar the words.
        """
        if any(each.witnesses for each in self.given.commitments) or not addressing_level(self.given):
            return None
        return shipped_reconstruction()

    @cached_property
    def header(self) -> PlanHeader:
        """What identifies the reference."""
        return header_of(self.given)

    def witness_of(self, plan: Plan) -> str | None:
        """The witness of the reference or of its lender that a plan is; None if it is none."""
        return recognise_witness(plan, self._witnesses)

    def demands_of(self, witness: str | None) -> tuple[Demand, ...]:
        """What the reference asks of a plan that is this witness, commitment by commitment.

        It is the same for all plans but those whose own words are among the witnesses.
        """
        return self._demands(witness) if witness and witness in self._witnesses else self._demands_of_others

    @cached_property
    def _witnesses(self) -> Mapping[str, WitnessQuotes]:
        return quotes_by_witness(self.lender or self.reference)

    @cached_property
    def _demands_of_others(self) -> tuple[Demand, ...]:
        return self._demands("")

    @cached_property
    def _same(self) -> Mapping[Hashable, tuple[str, ...]]:
        """Which commitments of the reference make the same promise as which of the lender."""
        if self.lender is None:
            return {}
        return find_same(self.reference, self.lender)

    def _demands(self, judged: str) -> tuple[Demand, ...]:
        period_end = str(self.reference.period.end) if self.reference.period else None
        commitments = prepare_reference(self.reference, judged, wordings_of)
        if self.lender and self._same:
            commitments = lend(commitments, prepare_reference(self.lender, judged), self._same)
        return tuple(Demand(commitment, period_end) for commitment in commitments)


def compare_plans(
    reference: Plan,
    plan: Plan,
    thresholds: Thresholds | None = None,
    *,
    blind: bool = False,
    trace: Collection[str] = (),
) -> Comparison:
    """Compare a plan with a reference, measure by measure and commitment by commitment.

    Nothing depends on the order of the plan's measures. Where the plan is a witness of a commitment and still holds
    the words quoted from it, these are the evidence; all else must be found, never by the plan's own words.

    Args:
        reference: the plan compared against.
        plan: the plan judged.
        thresholds: the thresholds applied; None for those chosen for the reference.
        blind: set aside what the plan attests as a witness.
        trace: ids of the measures of the reference whose commitments record how they were judged.
    """
    return compare_prepared(PreparedReference(reference), plan, thresholds, blind=blind, trace=trace)


def compare_prepared(
    prepared: PreparedReference,
    plan: Plan,
    thresholds: Thresholds | None = None,
    *,
    blind: bool = False,
    trace: Collection[str] = (),
) -> Comparison:
    """Compare a plan with a reference that serves for many plans; the result is that of `compare_plans`."""
    thresholds = thresholds or chosen_for(prepared.given)
    witness = prepared.witness_of(plan)
    # A witness of the lender is none of the reference's own.
    header, asking = header_of(plan, None if prepared.lender else witness), prepared.header
    demands = prepared.demands_of(witness)
    commitments = [each.commitment for each in demands]
    index = index_plan(plan)
    found = [find_candidates(commitment, index) for commitment in commitments]
    candidates = [
        apply_concepts(commitment, passages, index, thresholds)
        for commitment, passages in zip(commitments, rerank(commitments, found, index), strict=True)
    ]
    candidates = [
        [
            completed(passage) if passage.answers(thresholds) and promises(passage, index.year) else passage
            for passage in passages
        ]
        for passages in look_beside(commitments, candidates, index, thresholds)
    ]
    attestations = Attestations(index, None if blind else header.witness)
    attested = [
        [completed(passage, openings=True) for passage in attestations.passages(commitment)]
        for commitment in commitments
    ]
    results: dict[str, list[CommitmentResult]] = defaultdict(list)
    for each, passages, quoted in zip(demands, candidates, attested, strict=True):
        measure = each.commitment.measure.id
        result = judge_commitment(each, passages, index, thresholds, quoted)
        if measure in trace:
            search = Search(each, quoted, passages, index, witness)
            result = result._replace(trace=trace_commitment(search, result, thresholds))
        results[measure].append(result)

    judged = {
        measure: [result._replace(confidence=commitment_confidence(result)) for result in join_parts(found)]
        for measure, found in results.items()
    }

    def rolled_up(measure: Measure) -> MeasureResult:
        return roll_up(measure, judged.get(measure.id, ()), index.titles, thresholds)

    by_its_words = any(result.basis is Basis.ATTESTED for result in chain.from_iterable(judged.values()))
    return Comparison(
        reference=asking,
        plan=header,
        caveats=find_caveats(asking, header, attested=by_its_words),
        programmes=tuple(
            ProgrammeResult(programme.number, programme.title, tuple(map(rolled_up, programme.measures)))
            for programme in prepared.reference.programmes
        ),
        additions=_additions(index, [*candidates, *attested], thresholds),
    )


def _additions(
    index: PlanIndex, candidates: Sequence[Sequence[Candidate]], thresholds: Thresholds
) -> tuple[Addition, ...]:
    answered = {
        candidate.sentence
        for found in candidates
        for candidate in found
        if candidate.score >= thresholds.addition
    }
    # Sections are the plan's frame: what it aims at stands among its targets, how it is run is no item of policy.
    return tuple(
        Addition(sentence.measure, sentence.text)
        for sentence in index.sentences
        if not sentence.section and sentence not in answered
    )

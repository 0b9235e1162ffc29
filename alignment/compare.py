"""The comparison from end to end: prepare, find candidates, judge, roll up. One result, no side effects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plancmp.alignment.attestation import Attestations
from plancmp.alignment.matching import (
    Candidate,
    PlanIndex,
    add_context,
    find_candidates,
    index_plan,
    likeness,
)
from plancmp.alignment.notes import find_notes
from plancmp.alignment.prepared import PreparedReference
from plancmp.alignment.result import (
    Addition,
    Basis,
    CommitmentResult,
    Comparison,
    Match,
    MeasureResult,
    Passage,
    ProgrammeResult,
    Reason,
    Verdict,
    header_of,
)
from plancmp.alignment.thresholds import SECOND_HOME, TITLE_AT_HOME, Thresholds, chosen_for
from plancmp.alignment.verdict import confidence_of, judge_commitment, judge_measure, share_carried
from plancmp.alignment.weights import commitment_weights, has_marks
from plancmp.plans.model import Measure, Plan


def compare_plans(
    reference: Plan, plan: Plan, thresholds: Thresholds | None = None, *, blind: bool = False
) -> Comparison:
    """Compare a plan with a reference, measure by measure and commitment by commitment.

    Nothing depends on the order of the plan's measures. Where the plan is a witness of a commitment and still holds
    the words quoted from it, these are the evidence; all else must be found, never by the plan's own words.
    `blind` sets what it attests aside. Without `thresholds` those chosen for the reference hold.
    """
    return compare_prepared(PreparedReference(reference), plan, thresholds, blind=blind)


def compare_prepared(
    prepared: PreparedReference, plan: Plan, thresholds: Thresholds | None = None, *, blind: bool = False
) -> Comparison:
    """Compare a plan with a reference that serves for many plans; the result is that of `compare_plans`."""
    thresholds = thresholds or chosen_for(prepared.given)
    header, asking = prepared.header_of(plan), header_of(prepared.given)
    asked = prepared.asked_of(header.witness)
    commitments = [each.commitment for each in asked]
    index = index_plan(plan)
    found = [find_candidates(commitment, index) for commitment in commitments]
    candidates = add_context(commitments, found, index)
    attestations = Attestations(index, None if blind else header.witness)
    attested = [attestations.passages(commitment) for commitment in commitments]
    results = {
        each.commitment.commitment.id: judge_commitment(each, found, index, thresholds, passages)
        for each, found, passages in zip(asked, candidates, attested, strict=True)
    }

    def roll_up(measure: Measure) -> MeasureResult:
        mine = [commitment for commitment in commitments if commitment.measure.id == measure.id]
        return _measure(measure, [results[each.commitment.id] for each in mine], index, thresholds)

    by_its_words = any(result.basis is Basis.ATTESTED for result in results.values())
    return Comparison(
        reference=asking,
        plan=header,
        notes=find_notes(asking, header, attested=by_its_words),
        programmes=tuple(
            ProgrammeResult(programme.number, programme.title, tuple(map(roll_up, programme.measures)))
            for programme in prepared.reference.programmes
        ),
        additions=_additions(index, [*candidates, *attested], thresholds),
    )


def _measure(
    measure: Measure,
    results: Sequence[CommitmentResult],
    index: PlanIndex,
    thresholds: Thresholds,
) -> MeasureResult:
    weights = commitment_weights(measure.title, results)
    verdict = judge_measure(measure.title, results, weights, thresholds)
    share = share_carried(results, weights)
    return MeasureResult(
        id=measure.id,
        title=measure.title,
        verdict=verdict,
        score=round(share, 4),
        confidence=confidence_of(verdict, share, thresholds.cut(marked=has_marks(results))),
        reasons=() if verdict is Verdict.ADOPTED else _reasons(results),
        matches=()
        if verdict is Verdict.OMITTED
        else _matches(measure.title, results, weights, index, thresholds),
        commitments=tuple(results),
    )


def _reasons(results: Sequence[CommitmentResult]) -> tuple[Reason, ...]:
    found = {reason for result in results for reason in result.reasons}
    if any(result.verdict is Verdict.OMITTED for result in results):
        found.add(Reason.COMMITMENT_OMITTED)
    return tuple(reason for reason in Reason if reason in found)


def _matches(
    title: str,
    results: Sequence[CommitmentResult],
    weights: Sequence[float],
    index: PlanIndex,
    thresholds: Thresholds,
) -> tuple[Match, ...]:
    """The local measures that carry the measure: its home first, then every other one a commitment clearly went to.

    The home is where most of the evidence stands, that of central commitments weighing more and a title like the
    measure's own counting as one more piece; a link's score is that of its best passage (0-1). Sections count
    only where no measure carries any of it.
    """
    weight: dict[str, float] = defaultdict(float)
    best: dict[str, float] = defaultdict(float)
    for result, central in zip(results, weights, strict=True):
        for passage in _first_in_each_measure(result):
            weight[passage.measure] += central * passage.score
            if passage.score >= result.score - SECOND_HOME:
                best[passage.measure] = max(best[passage.measure], passage.score)
    measures = {
        passage.measure for result in results for passage in result.evidence if not passage.section
    } or weight.keys()
    best = {place: found for place, found in best.items() if place in measures}
    weight = {
        place: found + TITLE_AT_HOME * likeness(title, index.titles[place])
        for place, found in weight.items()
        if place in measures
    }
    home = max(weight, key=lambda measure: (weight[measure], measure))
    best[home] = _best_score(results, home)
    linked = {
        measure: score for measure, score in best.items() if measure == home or score >= thresholds.link
    }
    ranked = sorted(linked.items(), key=lambda item: (item[0] != home, -item[1], item[0]))
    return tuple(Match(measure, index.titles[measure], score) for measure, score in ranked)


def _best_score(results: Sequence[CommitmentResult], measure: str) -> float:
    passages = (passage for result in results for passage in result.evidence)
    return max(passage.score for passage in passages if passage.measure == measure)


def _first_in_each_measure(result: CommitmentResult) -> Iterable[Passage]:
    best: dict[str, Passage] = {}
    for passage in result.evidence:
        if passage.measure not in best or passage.score > best[passage.measure].score:
            best[passage.measure] = passage
    return best.values()


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

"""Verdicts: from candidates to a commitment's verdict, and from commitments to the measure's."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.facets import Asked, Facets, contradicts, judge_facets
from plancmp.alignment.grams import grams
from plancmp.alignment.matching import Candidate, FoundTarget, PlanIndex
from plancmp.alignment.reference import ReferenceCommitment, Wording
from plancmp.alignment.result import POINTS, Basis, Change, CommitmentResult, Passage, Reason, Verdict
from plancmp.alignment.thresholds import (
    CLEAR_CONFIDENCE,
    CLEAR_MARGIN,
    CONFIDENCE,
    NEAREST,
    RIVAL,
    Thresholds,
)
from plancmp.alignment.weights import central_places, has_marks

_GIVEN_UP = frozenset({Reason.TARGET_LOWERED, Reason.DEADLINE_LATER, Reason.MADE_CONDITIONAL})


def judge_commitment(
    asked: Asked,
    candidates: Sequence[Candidate],
    index: PlanIndex,
    thresholds: Thresholds,
    attested: Sequence[Candidate] = (),
) -> CommitmentResult:
    """Return the verdict on the commitment that asks for this.

    `candidates`, of the plan, come best first; `attested` are the passages with which the plan itself is a witness.
    """
    commitment = asked.commitment
    attested = [passage for passage in attested if not contradicts(asked, passage)]
    answers = [
        candidate
        for candidate in candidates
        if candidate.answers(thresholds) and not contradicts(asked, candidate)
    ]
    if attested:
        others = [each for each in answers if each.sentence not in {passage.sentence for passage in attested}]
        return _judge(asked, attested, [*attested, *others], index, thresholds)._replace(basis=Basis.ATTESTED)
    if not answers:
        return _result(commitment, Verdict.OMITTED, candidates, (), None)
    return _judge(
        asked,
        [answer for answer in answers if answer.score >= answers[0].score - RIVAL],
        answers,
        index,
        thresholds,
    )


def _judge(
    asked: Asked,
    rivals: Sequence[Candidate],
    answers: Sequence[Candidate],
    index: PlanIndex,
    thresholds: Thresholds,
) -> CommitmentResult:
    """The verdict by that of the rivals which promises most; the other answers are further evidence."""
    best, facets = min(
        ((answer, judge_facets(asked, answer, index)) for answer in rivals),
        key=lambda pair: _rank(pair[0], pair[1], thresholds),
    )
    reasons = (Reason.PARTIAL_MATCH,) * (best.words < thresholds.whole) + facets.reasons
    verdict = Verdict.WEAKENED if reasons else Verdict.ADOPTED
    numbers = [_passage_with(found, best.wording) for found in facets.elsewhere]
    passages = [best, *numbers, *(answer for answer in answers if answer is not best)]
    return _result(asked.commitment, verdict, passages, reasons, facets)


def _passage_with(found: FoundTarget, wording: Wording) -> Candidate:
    """The segment in which a number stands that the answering passage does not quote."""
    shared = wording.grams & grams(found.sentence.quote(found.segment, found.segment))
    held = wording.held_by(dict.fromkeys(shared, 1.0))
    return Candidate(found.sentence, found.segment, found.segment, wording, words=held, score=held)


def _rank(
    answer: Candidate, facets: Facets, thresholds: Thresholds
) -> tuple[bool, int, bool, float, int, str]:
    """The passage that promises most speaks for the plan: whole before part, fewest reasons, then score, then numbers.

    Of a measure and a section that promise as much the measure speaks.
    """
    part, general = answer.words < thresholds.whole, bool(answer.sentence.section)
    other_numbers = sum(target.change is not Change.EQUAL for target in facets.targets)
    return (part, len(facets.reasons), general, -answer.score, other_numbers, answer.quote)


def _result(
    commitment: ReferenceCommitment,
    verdict: Verdict,
    passages: Sequence[Candidate],
    reasons: tuple[Reason, ...],
    facets: Facets | None,
) -> CommitmentResult:
    quoted = {(found.sentence.measure, found.quote): found for found in reversed(passages)}
    ranked = [found for found in passages if quoted[found.sentence.measure, found.quote] is found]
    shown = tuple(
        Passage(found.sentence.measure, found.quote, round(found.score, 4), found.sentence.section)
        for found in ranked[:NEAREST]
    )
    omitted = verdict is Verdict.OMITTED
    return CommitmentResult(
        id=commitment.commitment.id,
        text=commitment.commitment.text,
        verdict=verdict,
        strengthened=facets is not None and not reasons and facets.strengthened,
        independent=commitment.independent,
        central=commitment.commitment.central,
        score=shown[0].score if shown else 0.0,
        reasons=reasons,
        evidence=() if omitted else shown,
        nearest=shown if omitted else (),
        targets=facets.targets if facets else (),
    )


def share_carried(results: Sequence[CommitmentResult], weights: Sequence[float]) -> float:
    """The weighted share of a measure's commitments that is carried (0-1), a weakened one counting half."""
    carried = sum(weight * POINTS[result.verdict] for result, weight in zip(results, weights, strict=True))
    return carried / (sum(weights) or 1.0)


def judge_measure(
    title: str, results: Sequence[CommitmentResult], weights: Sequence[float], thresholds: Thresholds
) -> Verdict:
    """Roll the verdicts on a measure's commitments up to the measure's.

    Omitted when nothing is carried; adopted when enough is, at least one commitment whole, and none of the
    central ones itself lowered, put off or made conditional; else weakened.
    """
    share = share_carried(results, weights)
    if share == 0:
        return Verdict.OMITTED
    holds = all(_GIVEN_UP.isdisjoint(results[place].reasons) for place in central_places(title, results))
    one_whole = any(result.verdict is Verdict.ADOPTED for result in results)
    return (
        Verdict.ADOPTED
        if share >= thresholds.cut(marked=has_marks(results)) and holds and one_whole
        else Verdict.WEAKENED
    )


def confidence_of(verdict: Verdict, share: float, cut: float) -> float:
    """How often a measure's verdict like this one agrees with careful readings (0-1).

    Measured on the gold: an adoption is the surer the further its share lies above the cut; weakenings and
    omissions show no such slope.
    """
    if verdict is not Verdict.ADOPTED:
        return CONFIDENCE[verdict]
    margin = min(1.0, (share - cut) / CLEAR_MARGIN)
    return round(CONFIDENCE[verdict] + (CLEAR_CONFIDENCE - CONFIDENCE[verdict]) * margin, 2)

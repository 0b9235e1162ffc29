"""Verdicts: from candidates to a commitment's verdict, and from commitments to the measure's."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.checks import Assessment, assess
from plancmp.alignment.checks.demand import Demand
from plancmp.alignment.checks.promise import promises
from plancmp.alignment.checks.strength import contradicts
from plancmp.alignment.grams import grams
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.result import Basis, Change, CommitmentResult, Passage, Reason, Verdict
from plancmp.alignment.retrieval import Candidate, FoundTarget, PlanIndex
from plancmp.alignment.thresholds import (
    NEAREST,
    RIVAL,
    THEME,
    VERBATIM,
    Thresholds,
)


def judge_commitment(
    demand: Demand,
    candidates: Sequence[Candidate],
    index: PlanIndex,
    thresholds: Thresholds,
    attested: Sequence[Candidate] = (),
) -> CommitmentResult:
    """Return the verdict on the commitment that asks for this.

    `candidates`, of the plan, come best first; `attested` are the passages with which the plan itself is a witness.
    """
    commitment = demand.commitment
    attested = [passage for passage in attested if not contradicts(demand, passage)]
    answers = [
        candidate
        for candidate in candidates
        if candidate.answers(thresholds)
        and not contradicts(demand, candidate)
        and promises(candidate, index.year)
    ]
    if attested:  # where the plan itself says so, what else it says is no better proof
        return _judge(demand, attested, attested, index, thresholds)._replace(basis=Basis.ATTESTED)
    if not answers:
        omitted = _result(commitment, Verdict.OMITTED, candidates, (), None)
        theme = any(_keeps_theme(commitment, each, index.year) for each in candidates)
        return omitted._replace(theme=theme)
    return _judge(
        demand,
        [answer for answer in answers if answer.score >= answers[0].score - RIVAL],
        answers,
        index,
        thresholds,
    )


def _keeps_theme(commitment: ReferenceCommitment, passage: Candidate, year: int | None) -> bool:
    """Whether a similar passage promises something of the thing itself, the first concept, though not all else."""
    similar = bool(passage.lacking) and passage.score >= THEME
    return similar and passage.lacking != commitment.concepts[0] and promises(passage, year)


def _judge(
    demand: Demand,
    rivals: Sequence[Candidate],
    answers: Sequence[Candidate],
    index: PlanIndex,
    thresholds: Thresholds,
) -> CommitmentResult:
    """The verdict by that of the rivals which promises most; what else carries by its words is further evidence.

    What only speaks of the concepts proves less: with a better passage at hand it is not shown.
    """
    best, assessment = min(
        ((answer, assess(demand, answer, index)) for answer in rivals),
        key=lambda pair: _rank(pair[0], pair[1], thresholds),
    )
    reasons = reasons_against(best, assessment, thresholds)
    verdict = Verdict.WEAKENED if reasons else Verdict.ADOPTED
    numbers = [_passage_with(found, best.variant) for found in assessment.elsewhere]
    passages = [
        best,
        *numbers,
        *(answer for answer in answers if answer is not best and answer.words >= VERBATIM),
    ]
    return _result(demand.commitment, verdict, passages, reasons, assessment)


def reasons_against(passage: Candidate, assessment: Assessment, thresholds: Thresholds) -> tuple[Reason, ...]:
    """Why a passage would weaken its commitment: it holds only a part of the words, or what the checks found."""
    part = () if passage.is_whole(thresholds) else (Reason.PARTIAL_MATCH,)
    return tuple(dict.fromkeys(part + assessment.reasons))


def _passage_with(found: FoundTarget, variant: QueryVariant) -> Candidate:
    """The segment in which a number stands that the answering passage does not quote."""
    shared = variant.grams & grams(found.sentence.quote(found.segment, found.segment))
    held = variant.held_by(dict.fromkeys(shared, 1.0))
    return Candidate(found.sentence, found.segment, found.segment, variant, words=held, score=held)


def _rank(
    answer: Candidate, assessment: Assessment, thresholds: Thresholds
) -> tuple[bool, int, bool, float, int, str]:
    """The passage that promises most speaks for the plan: whole before part, fewest reasons, then score, then numbers.

    Of a measure and a section that promise as much the measure speaks.
    """
    part, general = not answer.is_whole(thresholds), bool(answer.sentence.section)
    other_numbers = sum(target.change is not Change.EQUAL for target in assessment.targets)
    return (part, len(assessment.reasons), general, -answer.score, other_numbers, answer.quote)


def _result(
    commitment: ReferenceCommitment,
    verdict: Verdict,
    passages: Sequence[Candidate],
    reasons: tuple[Reason, ...],
    assessment: Assessment | None,
) -> CommitmentResult:
    quoted: dict[tuple[str, str], Candidate] = {}
    for found in passages:
        if len(quoted) < NEAREST:
            quoted.setdefault((found.sentence.measure, found.quote), found)
    shown = tuple(
        Passage(found.sentence.measure, found.quote, round(found.score, 4), found.sentence.section)
        for found in quoted.values()
    )
    omitted = verdict is Verdict.OMITTED
    return CommitmentResult(
        id=commitment.commitment.id,
        text=commitment.commitment.text,
        verdict=verdict,
        strengthened=assessment is not None and not reasons and assessment.strengthened,
        independent=commitment.independent,
        marked=commitment.commitment.central,
        weight=commitment.weight,
        central=commitment.central,
        score=shown[0].score if shown else 0.0,
        reasons=reasons,
        evidence=() if omitted else shown,
        nearest=shown if omitted else (),
        targets=assessment.targets if assessment else (),
    )

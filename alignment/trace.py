"""The trace of a judgement: why one passage speaks for a plan on a commitment and the others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from plancmp.alignment.checks import assess
from plancmp.alignment.checks.condition import condition_on, is_asked_conditionally
from plancmp.alignment.checks.deadline import deadline_asked, deadline_named
from plancmp.alignment.checks.demand import Demand
from plancmp.alignment.checks.promise import promises
from plancmp.alignment.checks.scope import is_asked_with_limits, limit_on
from plancmp.alignment.checks.strength import contradicts, strength_asked, strength_promised
from plancmp.alignment.concepts import lacking, spoken_of
from plancmp.alignment.grams import canonicalise, grams
from plancmp.alignment.lexicon import find_way, groups_in, ways_to_say
from plancmp.alignment.reference import QueryVariant, ReferenceCommitment
from plancmp.alignment.result import CommitmentResult, Reason
from plancmp.alignment.retrieval import Candidate, PlanIndex
from plancmp.alignment.thresholds import Thresholds
from plancmp.alignment.verdict import reasons_against
from plancmp.plans.model import Commitment

_SHOWN = 5
_REJECTED = 3
_WORDS = 4
_EXPRESSIONS = 3
_BARELY_NEAR = 0.1
"""Below this score a rejected passage proves nothing by being shown, unless it is the nearest there is."""


class CandidateStatus(StrEnum):
    """What became of a passage."""

    DECISIVE = "decisive"
    OUTDONE = "outdone"
    CONTRADICTS = "contradicts"
    NO_PROMISE = "no_promise"
    LACKS_CONCEPT = "lacks_concept"
    TOO_FAR = "too_far"
    GENERAL = "general"


class CandidateTrace(NamedTuple):
    """A passage of the plan that was looked at for a commitment.

    Attributes:
        measure: the local measure (or section) it stands in.
        section: the title of that section; empty for a measure.
        quote: the passage, verbatim.
        wording: the wording it answers best, as a witness has it.
        score: how well it answers (0-1), what its place adds included.
        bonus: what its place in the plan added to the score.
        shared: the stretches of the wording it has in common with it, in normal form, the weightiest first.
        paraphrases: words of the wording that it puts otherwise, each with the way it does.
        lacking: the stretches of the wording it lacks, likewise.
        status: whether it decides, is outdone by another passage, says the contrary, promises nothing, lacks a
            concept, lies too far off to count, or has only part of the words in a section.
        concept: the first expressions of the concept it lacks; empty where it lacks none.
        expressions: of the commitment's concepts those that its sentence speaks of, each by its first expression.
        reasons: why it would weaken the commitment; none for one that does not carry it.
    """

    measure: str
    section: str
    quote: str
    wording: str
    score: float
    bonus: float
    shared: tuple[str, ...]
    paraphrases: tuple[tuple[str, str], ...]
    lacking: tuple[str, ...]
    status: CandidateStatus
    concept: str
    expressions: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def carries(self) -> bool:
        """Whether it carries the commitment."""
        return self.status in {CandidateStatus.DECISIVE, CandidateStatus.OUTDONE}


class TriedWording(NamedTuple):
    """One way a commitment is worded, and by whom; not `used` where those are the judged plan's own words.

    `lender` is the commitment of the shipped reconstruction it is borrowed from; None where it is the reference's.
    """

    plan: str
    measure: str | None
    text: str
    used: bool
    lender: str | None = None


class Force(NamedTuple):
    """How firmly a commitment is asked for and promised.

    Attributes:
        asked: the obligation strength (1-5) that most wordings of the reference ask at least.
        promised: that of the passage that decided; None where nothing was found.
        asked_conditionally: whether the reference itself makes a condition.
        condition: the words of the passage that make it wait or hand it off; empty where there are none.
        asked_with_limits: whether the reference itself asks for a trial.
        limit: the words that limit the passage to a few; empty where there are none.
        deadline_asked: the date by which the reference wants it, such as "2025"; None where it names none.
        deadline: the date the passage names.
    """

    asked: int
    promised: int | None
    asked_conditionally: bool
    condition: str
    asked_with_limits: bool
    limit: str
    deadline_asked: str | None
    deadline: str | None


class CommitmentTrace(NamedTuple):
    """How a commitment was judged: all that was tried, found and rejected.

    Attributes:
        wordings: the wordings, in the order of the witnesses.
        concepts: the first expressions of each concept of the commitment; empty where the reference names none.
        passages: the foremost passages, the one that decided first.
        further: how many more passages came near.
        force: strength, condition and deadline on both sides.
    """

    wordings: tuple[TriedWording, ...]
    concepts: tuple[str, ...]
    passages: tuple[CandidateTrace, ...]
    further: int
    force: Force


class Search(NamedTuple):
    """What a commitment asks and what was found for it.

    Attributes:
        demand: what the reference asks.
        attested: the passages with which the plan itself is a witness.
        found: the passages that come near in the plan, best first, with the bonus of their place.
        plan: the plan that is judged.
        witness: the witness of the reference that the plan is; None if it is none.
    """

    demand: Demand
    attested: Sequence[Candidate]
    found: Sequence[Candidate]
    plan: PlanIndex
    witness: str | None

    @property
    def candidates(self) -> list[Candidate]:
        """The attested passages, then all others that were found."""
        quoted = {passage.sentence for passage in self.attested}
        return [*self.attested, *(each for each in self.found if each.sentence not in quoted)]


def trace_commitment(search: Search, result: CommitmentResult, thresholds: Thresholds) -> CommitmentTrace:
    """Record how the verdict `result` came about."""
    candidates = search.candidates
    passages = tuple(
        _trace_candidate(candidate, search, result, thresholds)
        for candidate in _foremost(candidates, result, thresholds)
    )
    return CommitmentTrace(
        wordings=tuple(_wordings(search.demand.commitment, search.witness)),
        concepts=tuple(map(_beginning, search.demand.commitment.concepts)),
        passages=passages,
        further=len(candidates) - len(passages),
        force=_force(search.demand, next((each for each in candidates if _decides(each, result)), None)),
    )


def _trace_candidate(
    candidate: Candidate, search: Search, result: CommitmentResult, thresholds: Thresholds
) -> CandidateTrace:
    status = _status(search.demand, candidate, result, thresholds, search.plan.year)
    carries = status in {CandidateStatus.DECISIVE, CandidateStatus.OUTDONE}
    held = grams(candidate.quote)
    return CandidateTrace(
        measure=candidate.sentence.measure,
        section=candidate.sentence.section,
        quote=candidate.quote,
        wording=candidate.variant.text,
        score=round(candidate.score, 4),
        bonus=round(candidate.score - candidate.words, 4),
        shared=_stretches(candidate.variant, held, shared=True),
        paraphrases=tuple(_paraphrases(candidate.variant, candidate.quote)),
        lacking=_stretches(candidate.variant, held, shared=False),
        status=status,
        concept=_beginning(_lacking(search.demand, candidate)),
        expressions=spoken_of(search.demand.commitment.concepts, candidate.sentence.text),
        reasons=reasons_against(candidate, assess(search.demand, candidate, search.plan), thresholds)
        if carries
        else (),
    )


def _lacking(demand: Demand, candidate: Candidate) -> str:
    """The concept a candidate lacks; one that scores too little to answer was not yet asked."""
    return lacking(demand.commitment, candidate) if candidate.lacking is None else candidate.lacking


def _beginning(concept: str) -> str:
    """The first expressions of a concept, which name it."""
    return "、".join(concept.split("、")[:_EXPRESSIONS])


def _wordings(commitment: ReferenceCommitment, judged: str | None) -> list[TriedWording]:
    """The witnesses' wordings; the commitment's own statement where no other witness is left to speak.

    What it borrows stands behind its own.
    """
    tried = [*_witnessed(commitment.commitment, commitment.own_variants, judged)]
    if not any(each.used for each in tried):
        tried.append(TriedWording("", None, commitment.commitment.text, True))
    if commitment.lender:
        tried += (
            each._replace(lender=commitment.lender.id)
            for each in _witnessed(commitment.lender, commitment.borrowed, judged)
        )
    return tried


def _witnessed(
    commitment: Commitment, variants: Sequence[QueryVariant], judged: str | None
) -> Iterator[TriedWording]:
    used = {variant.text for variant in variants}
    for each in commitment.witnesses:
        yield TriedWording(each.plan, each.measure, each.quote, each.plan != judged and each.quote in used)


def _force(demand: Demand, passage: Candidate | None) -> Force:
    asked, conditional = strength_asked(demand), demand.ask(is_asked_conditionally)
    limited = demand.ask(is_asked_with_limits)
    if passage is None:
        return Force(asked, None, conditional, "", limited, "", demand.period_end, None)
    return Force(
        asked=asked,
        promised=strength_promised(passage),
        asked_conditionally=conditional,
        condition=condition_on(passage.sentence, passage.first, passage.last),
        asked_with_limits=limited,
        limit=limit_on(passage.sentence, passage.first, passage.last),
        deadline_asked=deadline_asked(demand, passage.variant),
        deadline=deadline_named(passage),
    )


def _paraphrases(variant: QueryVariant, quote: str) -> Iterator[tuple[str, str]]:
    """The words of a query variant that a passage puts otherwise, by the lexicon, each with the way it does."""
    text, said = canonicalise(variant.text), canonicalise(quote)
    for group, spans in groups_in(text).items():
        own = text[slice(*spans[0])]
        way = next((way for way, _ in ways_to_say(group) if find_way(way, said) >= 0), "")
        if way and own not in said:
            yield own, way


def _foremost(
    candidates: Sequence[Candidate], result: CommitmentResult, thresholds: Thresholds
) -> list[Candidate]:
    ranked = sorted(candidates, key=lambda each: not _decides(each, result))
    carrying = [each for each in ranked if each.answers(thresholds)]
    rejected = [each for each in ranked if not each.answers(thresholds)]
    near = [each for each in rejected if each.score >= _BARELY_NEAR] or rejected[: not carrying]
    return [*carrying, *near[:_REJECTED]][:_SHOWN]


def _decides(candidate: Candidate, result: CommitmentResult) -> bool:
    """Whether a candidate is the first passage of the evidence."""
    first = result.evidence[0] if result.evidence else None
    return first is not None and (first.measure, first.quote) == (candidate.sentence.measure, candidate.quote)


def _status(
    demand: Demand, candidate: Candidate, result: CommitmentResult, thresholds: Thresholds, year: int | None
) -> CandidateStatus:
    if _decides(candidate, result):  # an editor's quote decides, however it is put
        return CandidateStatus.DECISIVE
    if candidate.lacking and candidate.score >= thresholds.spoken_of:
        return CandidateStatus.LACKS_CONCEPT
    if candidate.score < (thresholds.present if candidate.lacking is None else thresholds.spoken_of):
        return CandidateStatus.TOO_FAR
    if not candidate.answers(thresholds):
        return CandidateStatus.GENERAL
    if contradicts(demand, candidate):
        return CandidateStatus.CONTRADICTS
    return CandidateStatus.OUTDONE if promises(candidate, year) else CandidateStatus.NO_PROMISE


def _stretches(variant: QueryVariant, held: frozenset[str], *, shared: bool) -> tuple[str, ...]:
    """The stretches of a query variant that lie in held bigrams (or in none), the weightiest first."""
    text = canonicalise(variant.text)
    pairs = [text[index : index + 2] for index in range(len(text) - 1)]
    counted = _covered(len(text), [pair in variant.weights for pair in pairs])
    common = _covered(len(text), [pair in variant.weights and pair in held for pair in pairs])
    chosen = [counts and (in_both is shared) for counts, in_both in zip(counted, common, strict=True)]
    worth = {
        stretch: sum(variant.weights.get(stretch[at : at + 2], 0.0) for at in range(len(stretch) - 1))
        for stretch in _runs(text, chosen)
    }
    return tuple(sorted((each for each in worth if worth[each]), key=lambda each: -worth[each])[:_WORDS])


def _covered(length: int, pairs: Sequence[bool]) -> list[bool]:
    """Whether each of `length` characters lies in a marked bigram; `pairs` has a mark for each bigram."""
    return [any(pairs[max(0, index - 1) : index + 1]) for index in range(length)]


def _runs(text: str, chosen: Sequence[bool]) -> Iterator[str]:
    for is_chosen, run in groupby(zip(chosen, text, strict=True), key=itemgetter(0)):
        if is_chosen:
            yield "".join(character for _, character in run)

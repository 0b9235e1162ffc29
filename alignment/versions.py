"""Two versions of a plan: which commitments appeared, vanished, weakened or strengthened, with both texts.

The old version is the reference of the new one: each of its clauses is a commitment, those of its sections too.
What a higher plan asks for may be looked at beside: how the verdicts on its commitments moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations_with_replacement
from typing import NamedTuple

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.compare import PreparedReference, compare_plans, compare_prepared
from plancmp.alignment.grams import grams
from plancmp.alignment.normal import bare
from plancmp.alignment.number_changes import NumberChange, NumberStep, number_changes, phrases_step
from plancmp.alignment.peers import Settle, as_computed, goes_further
from plancmp.alignment.plan_targets import PlanTarget
from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    DecisionRecord,
    PlanHeader,
    Reason,
    Verdict,
    header_of,
)
from plancmp.alignment.thresholds import DEFAULT
from plancmp.plans.model import Commitment, Measure, Plan, Programme

_REASONS = {
    NumberStep.LOWERED: Reason.TARGET_LOWERED,
    NumberStep.DROPPED: Reason.TARGET_DROPPED,
    NumberStep.LATER: Reason.DEADLINE_LATER,
}

_SHORTEST_CLAUSE = 6
"""A clause with fewer bigrams is joined to the next one."""

_LONGEST_RUN = 4
"""Clauses of one sentence that are read as one at most: short ones are joined to the next."""


class Step(StrEnum):
    """What became of a commitment from one version to the next, the gravest first."""

    VANISHED = "vanished"
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    APPEARED = "appeared"
    REWORDED = "reworded"

    @property
    def is_loss(self) -> bool:
        """Whether less is promised than before."""
        return self in (Step.VANISHED, Step.WEAKENED)


class ClauseChange(NamedTuple):
    """A clause that is not as it was.

    Attributes:
        step: what became of it.
        old_place: the id of the measure or section it stood in; empty for one that appeared.
        old: its words, verbatim; empty for one that appeared.
        new_place: where what answers to it stands now; empty where nothing does.
        new: those words, verbatim.
        reasons: in what it is weaker.
    """

    step: Step
    old_place: str
    old: str
    new_place: str
    new: str
    reasons: tuple[Reason, ...] = ()


class JudgedCommitment(NamedTuple):
    """A commitment of a reference as one version was judged, and the measure it belongs to."""

    programme: int
    measure: str
    measure_title: str
    result: CommitmentResult


class CommitmentChange(NamedTuple):
    """A commitment of a reference whose verdict, or whose number, is not what it was."""

    step: Step
    old: JudgedCommitment
    new: JudgedCommitment


class VersionChanges(NamedTuple):
    """What changed from one version of a plan to the next.

    Attributes:
        old: what identifies the old version.
        new: what identifies the new one.
        numbers: every number that is not as it was.
        clauses: every clause that is not as it was.
        reference: the reference that both were compared with; None where none was asked for.
        commitments: the commitments of it that moved.
        decisions: what became of the decisions on either version, where there were any to apply.
    """

    old: PlanHeader
    new: PlanHeader
    numbers: tuple[NumberChange, ...] = ()
    clauses: tuple[ClauseChange, ...] = ()
    reference: PlanHeader | None = None
    commitments: tuple[CommitmentChange, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()

    @property
    def has_losses(self) -> bool:
        """Whether anything vanished, was weakened, lowered, dropped or put off."""
        steps = [clause.step for clause in self.clauses] + [each.step for each in self.commitments]
        return any(change.is_loss for change in self.numbers) or any(step.is_loss for step in steps)


def compare_versions(
    old: Plan,
    new: Plan,
    reference: Plan | None = None,
    *,
    blind: bool = False,
    settle: Settle = as_computed,
) -> VersionChanges:
    """Compare two versions of a plan.

    Args:
        old: the version before.
        new: the version after.
        reference: a plan that both answer to; None to compare them with each other alone.
        blind: set aside what the versions attest as witnesses of the reference.
        settle: puts decisions on each comparison with the reference; none for the tool's own verdicts.
    """
    numbers = number_changes(old, new)
    clauses = _clause_changes(old, new, numbers)
    changes = VersionChanges(header_of(old), header_of(new), numbers, clauses)
    if reference is None:
        return changes
    prepared = PreparedReference(reference)
    before, after = (settle(compare_prepared(prepared, each, blind=blind), each) for each in (old, new))
    return changes._replace(
        reference=header_of(reference),
        commitments=commitment_changes(judged_commitments(before), judged_commitments(after)),
        decisions=tuple(record for record in (before.decisions, after.decisions) if record),
    )


def judged_commitments(comparison: Comparison) -> tuple[JudgedCommitment, ...]:
    """Every commitment of a comparison with its measure."""
    return tuple(
        JudgedCommitment(programme.number, measure.id, measure.title, each)
        for programme in comparison.programmes
        for measure in programme.measures
        for each in measure.commitments
    )


def commitment_changes(
    old: Iterable[JudgedCommitment], new: Iterable[JudgedCommitment]
) -> tuple[CommitmentChange, ...]:
    """Return the commitments that moved, the gravest first; one that only one side judged is left out."""
    before = {each.result.id: each for each in old}
    changes = [
        CommitmentChange(step, before[each.result.id], each)
        for each in new
        if each.result.id in before and (step := step_of(before[each.result.id].result, each.result))
    ]
    order = list(Step)
    return tuple(sorted(changes, key=lambda change: order.index(change.step)))


def step_of(old: CommitmentResult, new: CommitmentResult) -> Step | None:
    """Say how a commitment moved between two verdicts: by the verdict, by strength, or by its numbers."""
    if old.verdict is not new.verdict:
        if new.verdict is Verdict.OMITTED:
            return Step.VANISHED
        if old.verdict is Verdict.OMITTED:
            return Step.APPEARED
    numbers = set(_number_steps(old, new))
    if goes_further(old, new) or numbers & {NumberStep.LOWERED, NumberStep.DROPPED, NumberStep.LATER}:
        return Step.WEAKENED
    if {*new.reasons} - {*old.reasons} and old.verdict is new.verdict:
        return Step.WEAKENED
    return Step.STRENGTHENED if goes_further(new, old) or NumberStep.RAISED in numbers else None


def _number_steps(old: CommitmentResult, new: CommitmentResult) -> Iterator[NumberStep | None]:
    """How the numbers of a commitment moved; a number that was there and is not counts as dropped."""
    now = {target.indicator: target.plan for target in new.targets}
    for target in old.targets:
        if target.plan and not now.get(target.indicator):
            yield NumberStep.DROPPED
        elif target.plan:
            yield phrases_step(target.indicator, target.plan, now[target.indicator])


def _clause_changes(old: Plan, new: Plan, numbers: Sequence[NumberChange]) -> tuple[ClauseChange, ...]:
    """The old version's clauses in the new one, and the new one's that the old one does not have."""
    before, after = _Version(old), _Version(new)
    changes = [
        *(
            _with_numbers(change, numbers)
            for each in before.judge(after)
            if (change := _change_of(*each, before, after))
        ),
        *(
            ClauseChange(Step.APPEARED, "", "", place, result.text)
            for place, result in after.judge(before)
            if result.verdict is Verdict.OMITTED and not before.says(result.text)
        ),
    ]
    order = list(Step)
    return tuple(sorted(changes, key=lambda change: order.index(change.step)))


def _change_of(
    place: str, result: CommitmentResult, before: _Version, after: _Version
) -> ClauseChange | None:
    """What became of a clause; what was said before already does not stand in for what is said no more."""
    if after.says(result.text):
        return None
    found = next(iter(result.carrying), None)
    where, words = (found.measure, found.quote) if found else ("", "")
    if result.verdict is Verdict.OMITTED or before.says(words):
        return ClauseChange(Step.VANISHED, place, result.text, where, words)
    if result.verdict is Verdict.WEAKENED:
        return ClauseChange(Step.WEAKENED, place, result.text, where, words, result.reasons)
    step = Step.STRENGTHENED if result.strengthened else Step.REWORDED
    return ClauseChange(step, place, result.text, where, words)


def _with_numbers(clause: ClauseChange, numbers: Iterable[NumberChange]) -> ClauseChange:
    """A clause by what became of its numbers where its words alone tell nothing: amounts compare between versions."""
    if clause.step is not Step.REWORDED:
        return clause
    steps = [each.step for each in numbers if each.old and _states(clause, each.old)]
    reasons = tuple(dict.fromkeys(_REASONS[step] for step in steps if step in _REASONS))
    if reasons:
        return clause._replace(step=Step.WEAKENED, reasons=reasons)
    return clause._replace(step=Step.STRENGTHENED) if steps else clause


def _states(clause: ClauseChange, stated: PlanTarget) -> bool:
    return (
        stated.measure == clause.old_place
        and stated.target.phrase in clause.old
        and clause.old in stated.sentence
    )


class _Version:
    """A version whose sections are measures like the others, so that their clauses are commitments too."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._segments = frozenset(_segments(plan))
        number = max(programme.number for programme in plan.programmes) + 1
        self._sections = {f"{number}.{place}": each.id for place, each in enumerate(plan.sections, start=1)}
        measures = tuple(
            _with_clauses(Measure(id=measure, title=section.title, text=section.text))
            for measure, section in zip(self._sections, plan.sections, strict=True)
        )
        sections = (Programme(number=number, title=plan.title, measures=measures),) if measures else ()
        programmes = (
            each.model_copy(update={"measures": tuple(map(_with_clauses, each.measures))})
            for each in plan.programmes
        )
        self._reference = plan.model_copy(update={"programmes": (*programmes, *sections)})

    def says(self, words: str) -> bool:
        """Whether it has a clause of just these words, whatever the punctuation."""
        return bare(words) in self._segments

    def judge(self, other: _Version) -> Iterator[tuple[str, CommitmentResult]]:
        """Each clause with its place and what became of it in another version."""
        # Versions share their words: what only the looser cuts for other places' words find is another thing.
        comparison = compare_plans(self._reference, other.plan, DEFAULT)
        for measure in comparison.measures:
            for each in measure.commitments:
                yield self._sections.get(measure.id, measure.id), each


def _segments(plan: Plan) -> Iterator[str]:
    """The words of every clause, and of every run of clauses of one sentence that may be read as one."""
    for part in plan.parts:
        for sentence in split_sentences(part.id, part.text):
            for first, last in combinations_with_replacement(range(len(sentence.spans)), 2):
                if last - first < _LONGEST_RUN:
                    yield bare(sentence.quote(first, last))


def _with_clauses(measure: Measure) -> Measure:
    """The measure with every clause of its text as a commitment; with those it lists where it has no text."""
    if not measure.text:
        return measure
    commitments = (
        Commitment(id=f"{measure.id}.{number}", text=clause)
        for number, clause in enumerate(_clauses(measure), start=1)
    )
    return measure.model_copy(update={"commitments": tuple(commitments)})


def _clauses(measure: Measure) -> Iterator[str]:
    """The text clause by clause, verbatim; one with few bigrams (以点带面) is joined to the next."""
    for sentence in split_sentences(measure.id, measure.text):
        first = 0
        for last in range(len(sentence.spans)):
            clause = sentence.quote(first, last)
            if last == len(sentence.spans) - 1 or len(grams(clause)) >= _SHORTEST_CLAUSE:
                yield clause
                first = last + 1

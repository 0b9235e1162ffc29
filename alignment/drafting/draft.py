"""The draft: a running text's commitments, and what was passed over, each with the rule that decided.

Everything is verbatim: a commitment is a stretch of the measure's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plancmp.alignment.clauses import condition_in, split_sentences
from plancmp.alignment.drafting import addressing_level, patterns
from plancmp.alignment.drafting.joining import Unit, addresses_others, join_units
from plancmp.alignment.drafting.kinds import Clause, ClauseKind, Why, judge_sentence
from plancmp.alignment.drafting.lists import split_list
from plancmp.alignment.drafting.recognising import Sentences, recognise, units_with_same
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.grams import boilerplate, canonicalise, grams
from plancmp.alignment.lending import find_known
from plancmp.alignment.numeric_targets import Target, find_targets
from plancmp.alignment.obligation import strength
from plancmp.plans.decisions.fingerprints import stands_in
from plancmp.plans.library import shipped_reconstruction
from plancmp.plans.model import Commitment, CommitmentTarget, Measure, Plan

_LAST_RESORT = frozenset({ClauseKind.PURPOSE, ClauseKind.OPENING, ClauseKind.SLOGAN})
"""What a measure that promises nothing else is held to."""


class DraftCommitment(NamedTuple):
    """One promise as drafted.

    `strength` is that of its verb, 1 (exploring) to 5 (mandatory); `condition` the words that make it wait, "" without;
    `why` the rule by which it is a promise; `central` whether it gives its measure the point.
    """

    id: str
    text: str
    targets: tuple[Target, ...]
    strength: int
    condition: str
    why: Why
    central: bool


class Promise(NamedTuple):
    """The words of a promise, the rule by which it is one, and what of the reconstruction promises the same."""

    text: str
    why: Why
    same: frozenset[str] = frozenset()


class PassedOver(NamedTuple):
    """A clause that is no promise, what it is instead and by which rule."""

    text: str
    kind: ClauseKind
    why: Why


class MeasureDraft(NamedTuple):
    """The draft of one measure; without commitments where nothing in it could be copied."""

    id: str
    title: str
    commitments: tuple[DraftCommitment, ...]
    passed_over: tuple[PassedOver, ...]


class Draft(NamedTuple):
    """The draft of a text, one of each measure, and who proposes it: `model:` and a name; "" for the rules."""

    measures: tuple[MeasureDraft, ...]
    by: str = ""


def draft_plan(plan: Plan) -> tuple[MeasureDraft, ...]:
    """Draft the commitments of every measure of a running text."""
    level = addressing_level(plan)
    judged = [_judge_measure(measure.id, measure.title, measure.text, level) for measure in plan.measures]
    known = find_known(plan, shipped_reconstruction()) if level else ()
    judged = recognise(judged, known)
    units = units_with_same(judged, known)
    addressing = bool(level) and addresses_others([unit for found in units for unit in found])
    return tuple(
        _draft_measure(measure, sentences, join_units(found, measure.title, addressing=addressing))
        for measure, sentences, found in zip(plan.measures, judged, units, strict=True)
    )


def draft_as_proposed(plan: Plan, proposed: Mapping[str, Sequence[str]]) -> tuple[MeasureDraft, ...]:
    """Draft the commitments that a reader proposes.

    Args:
        plan: a running text.
        proposed: by measure the commitments that it states, verbatim and in order; the rules draft a measure that is
            not among them.
    """
    level = addressing_level(plan)
    return tuple(
        _draft_as_read(measure, level, proposed[measure.id]) if measure.id in proposed else by_rule
        for measure, by_rule in zip(plan.measures, draft_plan(plan), strict=True)
    )


def _draft_as_read(measure: Measure, level: str | None, texts: Sequence[str]) -> MeasureDraft:
    promises = [Promise(text, Why.PROPOSED) for text in texts]
    return MeasureDraft(
        measure.id,
        measure.title,
        tuple(_commitments(measure, promises)),
        tuple(
            PassedOver(clause.text, clause.kind, clause.why)
            for sentence in _judge_measure(measure.id, measure.title, measure.text, level)
            for clause in sentence
            if not any(stands_in(clause.text, text) or stands_in(text, clause.text) for text in texts)
        ),
    )


def with_draft(plan: Plan) -> Plan:
    """The plan with its drafted commitments in place of any it lists."""
    return with_drafts(plan, draft_plan(plan))


def with_drafts(plan: Plan, measures: Iterable[MeasureDraft]) -> Plan:
    """The plan with the commitments of these drafts, one a measure, in place of any it lists."""
    listed = {draft.id: _listed(draft.commitments) for draft in measures}
    programmes = [
        programme.model_copy(
            update={
                "measures": tuple(
                    measure.model_copy(update={"commitments": listed[measure.id]})
                    for measure in programme.measures
                )
            }
        )
        for programme in plan.programmes
    ]
    return plan.model_copy(update={"programmes": tuple(programmes)})


@lru_cache(maxsize=1024)  # a reference's measures are asked for again with every plan compared
def _judge_measure(identity: str, title: str, text: str, level: str | None) -> Sentences:
    """What each clause of a measure is, sentence by sentence."""
    return tuple(
        judge_sentence(sentence, title, level, follows=number > 0)
        for number, sentence in enumerate(split_sentences(identity, text))
    )


def _draft_measure(
    measure: Measure, sentences: Sequence[Sequence[Clause]], units: Sequence[Unit]
) -> MeasureDraft:
    promises = [promise for unit in units for promise in _promises(unit)]
    said = {id(unit.clauses[place]) for unit in units for place in unit.run}
    others = [clause for clauses in sentences for clause in clauses if id(clause) not in said]
    if not promises:
        promises = [
            Promise(clause.text, Why.NOTHING_ELSE) for clause in others if clause.kind in _LAST_RESORT
        ]
        others = [clause for clause in others if clause.kind not in _LAST_RESORT]
    return MeasureDraft(
        measure.id,
        measure.title,
        tuple(_commitments(measure, promises)),
        tuple(map(_passed_over, others)),
    )


def _passed_over(clause: Clause) -> PassedOver:
    """What a clause is that was passed over; one that reads like a promise asks nobody for it."""
    if clause.kind in {ClauseKind.COMMITMENT, ClauseKind.FIGURE}:
        return PassedOver(clause.text, ClauseKind.PURPOSE, Why.ASKS_NOBODY)
    return PassedOver(clause.text, clause.kind, clause.why)


def _promises(unit: Unit) -> Iterator[Promise]:
    """The promises of a unit, verbatim: one, or each thing of a list with numbers."""
    things = split_list(unit.text) if len(unit.run) == 1 else (unit.text,)
    yield from (Promise(thing, unit.why, unit.same) for thing in things)


def _commitments(measure: Measure, promises: Sequence[Promise]) -> Iterator[DraftCommitment]:
    central = _central(measure.title, promises)
    for number, (text, why, _) in enumerate(promises, start=1):
        begins = patterns.acts().search(folded(text))
        yield DraftCommitment(
            id=f"{measure.id}.{number}",
            text=text,
            targets=find_targets(text),
            strength=strength(begins[0] if begins else canonicalise(text)),
            condition=condition_in(canonicalise(text)),
            why=why,
            central=number - 1 in central,
        )


def _central(title: str, promises: Sequence[Promise]) -> frozenset[int]:
    """The places of what gives a measure its point.

    That is what the reconstruction, where it promises the same, marks so; else the first promise, and each that holds
    a word of the title. Words that any title could hold do not count. Against the reconstruction's marks, carried over
    to the clauses of its witnesses, the title has a precision of .71 and a recall of .42; half of those are central.
    """
    if any(promise.same for promise in promises):
        marks = {each.id for each in shipped_reconstruction().commitments if each.central}
        marked = [place for place, promise in enumerate(promises) if not marks.isdisjoint(promise.same)]
        if marked:
            return frozenset(marked)
    content = grams(title) - boilerplate()
    return frozenset(
        place for place, promise in enumerate(promises) if place == 0 or content & grams(promise.text)
    )


def _listed(commitments: Iterable[DraftCommitment]) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(id=each.id, text=each.text, central=each.central, target=_target(each.targets))
        for each in commitments
    )


def _target(targets: Sequence[Target]) -> CommitmentTarget | None:
    """The number of a commitment that states exactly one; what only the whole sentence tells stays in its text."""
    if len(targets) != 1:
        return None
    only = targets[0]
    again = find_targets(only.indicator + only.phrase)
    if not only.indicator.strip() or len(again) != 1 or _asked(again[0]) != _asked(only):
        return None
    return CommitmentTarget(
        indicator=only.indicator.strip(), value=only.phrase, annual=only.annual, comparable=True
    )


def _asked(target: Target) -> tuple[object, ...]:
    return target.value, target.high, target.unit, target.comparator, target.kind

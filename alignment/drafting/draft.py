"""The draft: a running text's commitments, and what was passed over, each with the rule that decided.

Everything is verbatim: a commitment is a stretch of the measure's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plancmp.alignment.clauses import condition_in, split_sentences
from plancmp.alignment.drafting import addressing_level, patterns
from plancmp.alignment.drafting.kinds import Clause, ClauseKind, Why, judge_sentence
from plancmp.alignment.drafting.lists import split_list
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.grams import boilerplate, canonicalise, grams
from plancmp.alignment.numeric_targets import Target, find_targets
from plancmp.alignment.obligation import strength
from plancmp.plans.decisions.fingerprints import stands_in
from plancmp.plans.model import Commitment, CommitmentTarget, Measure, Plan

_SHARED = 2
"""So many pairs of characters that no boilerplate and no title holds make two clauses speak of one thing."""

_LOOKS_BACK = 3
"""So many clauses back a clause may name the thing of again."""

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
    return tuple(_draft_measure(measure.id, measure.title, measure.text, level) for measure in plan.measures)


def draft_as_proposed(plan: Plan, proposed: Mapping[str, Sequence[str]]) -> tuple[MeasureDraft, ...]:
    """Draft the commitments that a reader proposes.

    Args:
        plan: a running text.
        proposed: by measure the commitments that it states, verbatim and in order; the rules draft a measure that is
            not among them.
    """
    level = addressing_level(plan)
    return tuple(
        _draft_as_read(measure, level, proposed[measure.id])
        if measure.id in proposed
        else _draft_measure(measure.id, measure.title, measure.text, level)
        for measure in plan.measures
    )


def _draft_as_read(measure: Measure, level: str | None, texts: Sequence[str]) -> MeasureDraft:
    promises = [(text, Why.PROPOSED) for text in texts]
    return MeasureDraft(
        measure.id,
        measure.title,
        tuple(_commitments(measure.id, measure.title, promises)),
        tuple(
            PassedOver(clause.text, clause.kind, clause.why)
            for sentence in _judged(measure.id, measure.title, measure.text, level)
            for clause in sentence
            if not any(stands_in(clause.text, text) or stands_in(text, clause.text) for text in texts)
        ),
    )


def with_draft(plan: Plan) -> Plan:
    """The plan with its drafted commitments in place of any it lists."""
    return with_drafts(plan, draft_plan(plan))


def with_drafts(plan: Plan, measures: Iterable[MeasureDraft]) -> Plan:
    """The plan with the commitments of these drafts, one a measure, in place of any it lists."""
    drafts = {draft.id: draft for draft in measures}
    programmes = [
        programme.model_copy(
            update={
                "measures": tuple(
                    measure.model_copy(update={"commitments": _listed(drafts[measure.id].commitments)})
                    for measure in programme.measures
                )
            }
        )
        for programme in plan.programmes
    ]
    return plan.model_copy(update={"programmes": tuple(programmes)})


@lru_cache(maxsize=1024)  # a reference's measures are asked for again with every plan compared
def _draft_measure(identity: str, title: str, text: str, level: str | None) -> MeasureDraft:
    sentences = _judged(identity, title, text, level)
    runs = [(clauses, run) for clauses in sentences for run in _runs(clauses, title)]
    promises = [promise for clauses, run in runs for promise in _promises(clauses, run)]
    said = {id(clauses[place]) for clauses, run in runs for place in run}
    others = [clause for clauses in sentences for clause in clauses if id(clause) not in said]
    if not promises:
        promises = [(clause.text, Why.NOTHING_ELSE) for clause in others if clause.kind in _LAST_RESORT]
        others = [clause for clause in others if clause.kind not in _LAST_RESORT]
    return MeasureDraft(
        identity,
        title,
        tuple(_commitments(identity, title, promises)),
        tuple(PassedOver(clause.text, clause.kind, clause.why) for clause in others),
    )


def _judged(identity: str, title: str, text: str, level: str | None) -> list[Sequence[Clause]]:
    """The clauses of each sentence of a measure, and what they are by the rules."""
    return [
        judge_sentence(sentence, title, level, follows=number > 0)
        for number, sentence in enumerate(split_sentences(identity, text))
    ]


def _promises(clauses: Sequence[Clause], run: range) -> Iterator[tuple[str, Why]]:
    """The promises in a run of clauses, verbatim: one, or each thing of a list with numbers."""
    stretch = clauses[0].sentence.quote(run[0], run[-1])
    things = split_list(stretch) if len(run) == 1 else (stretch,)
    why = next(clauses[place].why for place in run if clauses[place].kind is ClauseKind.COMMITMENT)
    yield from ((thing, why) for thing in things)


def _runs(clauses: Sequence[Clause], title: str) -> Iterator[range]:
    """The clauses of each promise: whom it deals with first, then what goes on with the same thing, and its numbers."""
    run: range | None = None
    for place, clause in enumerate(clauses):
        if (
            run
            and run.stop == place
            and (
                clause.kind is ClauseKind.FIGURE
                or _goes_on(clauses[max(run[0], place - _LOOKS_BACK) : place], clause, title)
            )
        ):
            run = range(run.start, place + 1)
        elif clause.kind is ClauseKind.COMMITMENT:
            if run:
                yield run
            run = range(_first_half(clauses, place), place + 1)
    if run:
        yield run


def _goes_on(before: Sequence[Clause], clause: Clause, title: str) -> bool:
    """Whether a promise goes on with the one that these clauses make.

    It says how that is carried out (实行动态管理), what the scheme that it names consists of, or it names its thing
    again (落实权责清单制度,动态调整权责清单).
    """
    if clause.kind is not ClauseKind.COMMITMENT:
        return False
    numbered = bool(find_targets(clause.text))
    if numbered and any(find_targets(each.text) for each in before):
        return False
    words = folded(clause.text)
    if patterns.dependent().search(words) or _is_scheme(before):
        return True
    if patterns.makes().search(words):
        return False
    common = boilerplate() | grams(title)
    said = frozenset().union(*(grams(each.text) for each in before)) - common
    return len(said & (grams(clause.text) - common)) >= (1 if numbered else _SHARED)


def _is_scheme(before: Sequence[Clause]) -> bool:
    return len(before) == 1 and bool(patterns.umbrella().search(folded(before[0].text)))


def _first_half(clauses: Sequence[Clause], place: int) -> int:
    """Where a promise begins whose first half is a clause of its own (引导…企业,采取…方式,加快…)."""
    first = start = place
    while start and clauses[start - 1].why in {Why.FIRST_HALF, Why.MANNER}:
        start -= 1
        first = start if clauses[start].why is Why.FIRST_HALF else first
    return first


def _commitments(measure: str, title: str, promises: Sequence[tuple[str, Why]]) -> Iterator[DraftCommitment]:
    central = _central(title, [text for text, _ in promises])
    for number, (text, why) in enumerate(promises, start=1):
        begins = patterns.acts().search(folded(text))
        yield DraftCommitment(
            id=f"{measure}.{number}",
            text=text,
            targets=find_targets(text),
            strength=strength(begins[0] if begins else canonicalise(text)),
            condition=condition_in(canonicalise(text)),
            why=why,
            central=number - 1 in central,
        )


def _central(title: str, texts: Sequence[str]) -> frozenset[int]:
    """The places of what gives a measure its point: its first promise, and each that holds a word of its title.

    Words that any title could hold do not count. Against the reconstruction's marks, carried over to the clauses of its
    witnesses, this has a precision of .71 and a recall of .42; half of those clauses are central.
    """
    content = grams(title) - boilerplate()
    return frozenset(place for place, text in enumerate(texts) if place == 0 or content & grams(text))


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

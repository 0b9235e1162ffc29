"""Tool, language models and people measured against gold, and among themselves.

A reader is measured on what it judged: a measure counts where the reader gave a verdict on it, or on every commitment
that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from plancmp.alignment.consultation.proposals import trust_proposals
from plancmp.alignment.decisions import apply_decisions
from plancmp.alignment.evaluation.gold import Gold, Reading, find_current
from plancmp.alignment.evaluation.metrics import Agreement, Bin, measure_agreement, measure_calibration
from plancmp.alignment.evaluation.predictions import ItemKey
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Verdict
from plancmp.plans.decisions.model import MODEL, Decision
from plancmp.plans.model import Plan

Verdicts = Mapping[ItemKey, Verdict]


class ReaderKind(StrEnum):
    """Who reads: the tool, a language model, people, or the tool with what people decide and models propose."""

    TOOL = "tool"
    MODEL = "model"
    PERSON = "person"
    TRUSTING = "trusting"


class ReadPlan(NamedTuple):
    """A plan, its comparison with the reference as the tool makes it, and what is decided and proposed of it."""

    plan: Plan
    comparison: Comparison
    entries: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader and its verdicts; `name` is a model's, "" otherwise."""

    kind: ReaderKind
    name: str
    commitments: Verdicts
    measures: Verdicts


@dataclass(frozen=True, slots=True)
class ReaderFigures:
    """How far a reader agrees with gold.

    Attributes:
        reader: the reader.
        commitments: rows are gold's verdicts, columns the reader's.
        measures: the same of measures.
        bands: how often the reader is right, by how sure the tool is; an answer carries no confidence of its own.
    """

    reader: Reader
    commitments: Agreement
    measures: Agreement
    bands: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class ReaderPair:
    """How far two readers agree on what both judged: rows are the verdicts of `one`, columns those of `other`."""

    one: Reader
    other: Reader
    commitments: Agreement
    measures: Agreement


@dataclass(frozen=True, slots=True)
class ReadersEvaluation:
    """An evaluation of readers.

    Attributes:
        gold: the readings of the plans that there are decisions or proposals on.
        figures: each reader against gold.
        pairs: the tool, each model and people among themselves.
        set_aside: how many decisions and proposals no longer fit the texts, and are not counted.
    """

    gold: Gold
    figures: tuple[ReaderFigures, ...]
    pairs: tuple[ReaderPair, ...]
    set_aside: int


def evaluate_readers(gold: Gold, reference: Plan, plans: Sequence[ReadPlan]) -> ReadersEvaluation:
    """Measure every reader.

    Args:
        gold: readings; those of other plans do not count.
        reference: what the plans are compared with.
        plans: the plans; their comparisons set aside what plans attest themselves.
    """
    ids = {each.id for each in (one.plan for one in plans)}
    chosen = Gold(
        gold.origins,
        _of_plans(gold.measures, ids),
        _of_plans(gold.commitments, ids),
        origins_zh=gold.origins_zh,
    )
    current = find_current(chosen, {each.text: each.id for each in plans[0].comparison.commitments})
    readers = readers_of(reference, plans)
    sureness = {
        (one.plan.id, each.id): each.confidence for one in plans for each in one.comparison.commitments
    }
    return ReadersEvaluation(
        current,
        tuple(_against(current, each, sureness) for each in readers),
        reader_pairs(readers),
        _set_aside(reference, plans),
    )


def readers_of(reference: Plan, plans: Sequence[ReadPlan]) -> tuple[Reader, ...]:
    """The tool, each model, people, and the tool with both; who judged nothing is no reader."""
    entries = [entry for one in plans for entry in one.entries]
    models = sorted({entry.by for entry in entries if entry.by.startswith(MODEL)})
    readers = [_tool(ReaderKind.TOOL, [one.comparison for one in plans])]
    readers += [_judging(ReaderKind.MODEL, model, reference, plans) for model in models]
    if any(entry.status == "decided" for entry in entries):
        readers.append(_judging(ReaderKind.PERSON, "", reference, plans))
    if entries:
        readers.append(_tool(ReaderKind.TRUSTING, [_trusting(reference, one) for one in plans]))
    return tuple(readers)


def reader_pairs(readers: Iterable[Reader]) -> tuple[ReaderPair, ...]:
    """Every two of them that judged something in common; the tool with others' verdicts is none of them."""
    single = [reader for reader in readers if reader.kind is not ReaderKind.TRUSTING]
    pairs = (
        ReaderPair(
            one, other, _agree(one.commitments, other.commitments), _agree(one.measures, other.measures)
        )
        for one, other in combinations(single, 2)
    )
    return tuple(pair for pair in pairs if pair.commitments.pairs or pair.measures.pairs)


def _of_plans(readings: Iterable[Reading], plans: set[str]) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading.plan in plans)


def _tool(kind: ReaderKind, comparisons: Sequence[Comparison]) -> Reader:
    return Reader(
        kind,
        "",
        {(each.plan.id, item.id): item.verdict for each in comparisons for item in each.commitments},
        {(each.plan.id, item.id): item.verdict for each in comparisons for item in each.measures},
    )


def _trusting(reference: Plan, one: ReadPlan) -> Comparison:
    return apply_decisions(one.comparison, trust_proposals(one.entries), reference, one.plan)


def _judging(kind: ReaderKind, by: str, reference: Plan, plans: Sequence[ReadPlan]) -> Reader:
    """A model, or people together, as a reader: what it alone judged."""
    judged = [
        (one.plan.id, apply_decisions(one.comparison, list(_own(one.entries, by)), reference, one.plan))
        for one in plans
    ]
    return Reader(
        kind,
        by.removeprefix(MODEL),
        {
            (plan, each.id): each.verdict
            for plan, comparison in judged
            for each in comparison.commitments
            if each.decided
        },
        {
            (plan, each.id): each.verdict
            for plan, comparison in judged
            for each in comparison.measures
            if _is_judged(each)
        },
    )


def _own(entries: Iterable[Decision], by: str) -> Iterator[Decision]:
    """What a model of this name proposes, as if it were decided; what people decide for ""."""
    if not by:
        return (entry for entry in entries if entry.status == "decided")
    return (entry.model_copy(update={"status": "decided"}) for entry in entries if entry.by == by)


def _is_judged(measure: MeasureResult) -> bool:
    commitments: Sequence[CommitmentResult] = measure.commitments
    return bool(measure.decided or (commitments and all(each.decided for each in commitments)))


def _set_aside(reference: Plan, plans: Sequence[ReadPlan]) -> int:
    records = [_trusting(reference, one).decisions for one in plans]
    return sum(len(record.suspects) + len(record.contradictions) for record in records if record)


def _against(gold: Gold, reader: Reader, sureness: Mapping[ItemKey, float]) -> ReaderFigures:
    wanted = {(each.plan, each.item): each.verdict for each in gold.commitments}
    outcomes = [
        (sureness[key], reader.commitments[key] is verdict)
        for key, verdict in wanted.items()
        if key in reader.commitments
    ]
    measures = {(each.plan, each.item): each.verdict for each in gold.measures}
    return ReaderFigures(
        reader,
        _agree(wanted, reader.commitments),
        _agree(measures, reader.measures),
        measure_calibration(outcomes).bins if outcomes else (),
    )


def _agree(one: Verdicts, other: Verdicts) -> Agreement:
    keys = [key for key in one if key in other]
    return measure_agreement([one[key] for key in keys], [other[key] for key in keys], list(Verdict))

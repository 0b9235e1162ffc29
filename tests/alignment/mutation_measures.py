"""Mutations of measures: one goes, is split, merged or reordered, or gets text that promises nothing new."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from plancmp.alignment.result import Verdict
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Measure
from tests.alignment.editing import plan_named, sentences_of, with_measures
from tests.alignment.mutation_case import Case, Expected, closed, kept, make_case, sentences_in
from tests.alignment.mutation_clauses import WORDS
from tests.alignment.mutation_targets import clauses_of

_HEATING = Path(__file__).parent / "data" / "heating.txt"


def drop_measure(base: str, measure: Measure, chance: Random) -> Case | None:
    """A measure goes; commitments that stood nowhere else are gone."""
    lost = [
        clause
        for clause in clauses_of(base)
        if clause.measure == measure.id and clause.stands_only_in == {measure.id}
    ]
    if not lost:
        return None
    expected = tuple(Expected(clause.commitment.id, Verdict.OMITTED) for clause in lost)
    return make_case(base, {measure.id: ""}, measure.title, expected, sentences_in(measure))


def split_measure(base: str, measure: Measure, chance: Random) -> Case | None:
    """The measure becomes two."""
    parts = sentences_of(measure.text)
    if len(parts) < 2:
        return None
    cut = chance.randrange(1, len(parts))
    first = measure.model_copy(update={"text": "".join(parts[:cut])})
    second = measure.model_copy(update={"id": f"{measure.id}0", "text": "".join(parts[cut:])})
    measures = [
        part
        for each in plan_named(base).measures
        for part in ((first, second) if each == measure else (each,))
    ]
    plan = with_measures(plan_named(base), measures)
    return Case(base, plan, f"{measure.title} | {parts[cut]}", kept(base, measure), sentences_in(measure))


def merge_measures(base: str, measure: Measure, chance: Random) -> Case | None:
    """The measure takes up another one of its programme."""
    siblings = [
        other
        for other in plan_named(base).measures
        if other != measure and other.id.split(".")[0] == measure.id.split(".")[0]
    ]
    other = chance.choice(siblings)
    texts = {measure.id: closed(measure.text) + other.text, other.id: ""}
    expected = kept(base, measure) + kept(base, other)
    return make_case(
        base, texts, f"{measure.title} + {other.title}", expected, sentences_in(measure) | sentences_in(other)
    )


def reorder_sentences(base: str, measure: Measure, chance: Random) -> Case | None:
    """The measure's sentences stand in another order."""
    parts = [closed(part) for part in sentences_of(measure.text)]
    shuffled = chance.sample(parts, len(parts))
    if shuffled == parts:
        return None
    return make_case(
        base,
        {measure.id: "".join(shuffled)},
        measure.title,
        kept(base, measure),
        sentences_in(measure),
    )


def add_boilerplate(base: str, measure: Measure, chance: Random) -> Case | None:
    """Sentences that stand in any document stand here too."""
    parts = [closed(part) for part in sentences_of(measure.text)]
    parts[chance.randrange(len(parts) + 1) : 0] = chance.sample(WORDS["boilerplate"], 2)
    return make_case(base, {measure.id: "".join(parts)}, measure.title, kept(base, measure), frozenset())


def swap_synonyms(base: str, measure: Measure, chance: Random) -> Case | None:
    """General words give way to others that mean the same."""
    swapped = dict(chance.sample(sorted(WORDS["synonyms"].items()), 6))
    text = re.sub("|".join(swapped), lambda found: swapped[found[0]], measure.text)
    if text == measure.text:
        return None
    note = f"{measure.title}: {'、'.join(word for word in swapped if word in measure.text)}"
    return make_case(base, {measure.id: text}, note, kept(base, measure), sentences_in(measure))


def add_unrelated_measure(base: str, measure: Measure, chance: Random) -> Case | None:
    """A measure on urban heating stands behind this one."""
    strange = chance.choice(_unrelated()).model_copy(update={"id": f"{measure.id}0"})
    measures = [
        part
        for each in plan_named(base).measures
        for part in ((each, strange) if each == measure else (each,))
    ]
    plan = with_measures(plan_named(base), measures)
    return Case(base, plan, f"{measure.title} + {strange.title}", kept(base, measure), frozenset())


@cache
def _unrelated() -> tuple[Measure, ...]:
    return tuple(encode_document(_HEATING.read_bytes(), plan_id="heating").plan.measures)

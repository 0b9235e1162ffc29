"""Real plans to compare, and edited copies of them: measures with other texts, fewer, more, in another order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby

from plancmp.plans.library import Library
from plancmp.plans.model import Measure, Plan, Programme
from plancmp.plans.reading import load_plan

REFERENCE = "shandong"
IMPLEMENTING = ("binzhou", "yicheng", "qingzhou")
LOCAL = (*IMPLEMENTING, "liaocheng")

_SENTENCE = re.compile(r"[^。；;]*[。；;]|[^。；;]+$")


@cache
def plan_named(plan_id: str) -> Plan:
    """The plan of this id, as it is published with the package."""
    return load_plan(Library().find(plan_id))


def measure_of(plan: Plan, measure_id: str) -> Measure:
    """The measure of this id; StopIteration when there is none."""
    return next(measure for measure in plan.measures if measure.id == measure_id)


def sentences_of(text: str) -> list[str]:
    """A text cut behind each 。 and ; — joined they give the text again."""
    return _SENTENCE.findall(text)


def with_texts(plan: Plan, texts: Mapping[str, str]) -> Plan:
    """The plan with other texts for the measures named; a measure left without a word is left out."""
    edited = (
        measure.model_copy(update={"text": texts.get(measure.id, measure.text)}) for measure in plan.measures
    )
    return with_measures(plan, [measure for measure in edited if measure.text.strip()])


def with_every_text(plan: Plan, change: Callable[[str], str]) -> Plan:
    """The plan with every measure's text changed."""
    return with_texts(plan, {measure.id: change(measure.text) for measure in plan.measures})


def with_measures(plan: Plan, measures: Iterable[Measure]) -> Plan:
    """The plan with these measures instead of its own, each in the programme its id names."""
    titles = {programme.number: programme.title for programme in plan.programmes}
    runs = groupby(measures, key=lambda measure: int(measure.id.partition(".")[0]))
    programmes = tuple(
        Programme(number=number, title=titles.get(number, "其他"), measures=tuple(run))
        for number, run in runs
    )
    return plan.model_copy(update={"programmes": programmes})


def renumbered(plan: Plan) -> tuple[Plan, dict[str, str]]:
    """The plan with programmes and measures numbered as they stand, and the id each new id had before."""
    before = {section.id: section.id for section in plan.sections}
    programmes = []
    for number, programme in enumerate(plan.programmes, start=1):
        measures = []
        for place, measure in enumerate(programme.measures, start=1):
            before[f"{number}.{place}"] = measure.id
            measures.append(measure.model_copy(update={"id": f"{number}.{place}"}))
        programmes.append(programme.model_copy(update={"number": number, "measures": tuple(measures)}))
    return plan.model_copy(update={"programmes": tuple(programmes)}), before

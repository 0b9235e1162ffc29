"""Hold-outs nobody has looked into: figures only, so that they stay hold-outs.

Four fictional counties with outlines of their own, written by others: a third of what they carry in the reference's
words, the rest half or wholly reworded, with decoys beside omissions. `python -m tests.gold.test_unseen` prints the
figures. No test here shows an error: whoever reads one makes development data of them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.metrics import measure_agreement, measure_retrieval
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Measure, Plan, Programme
from tests.alignment.editing import REFERENCE, plan_named
from tests.gold.drafting import Score, score

UNSEEN = Path(__file__).parent / "unseen"
_MEASURE = re.compile(r"^(\d+\.\d+) ([^。]+)。(.+)$", re.MULTILINE)
LABELS = tuple(verdict.value for verdict in Verdict)


@cache
def keys() -> Any:
    return json.loads((UNSEEN / "counties.json").read_text("utf-8"))["counties"]


@cache
def compared(county: str) -> Comparison:
    raw = (UNSEEN / f"{county}.txt").read_bytes()
    return compare_plans(plan_named(REFERENCE), encode_document(raw, plan_id=county, level="county").plan)


def kappa(kind: str) -> float:
    """Agreement with the keys beyond chance, on the counties' "commitments" or "measures" together."""
    pairs = [
        (keys()[county][kind][item.id]["verdict"], item.verdict.value)
        for county in keys()
        for item in getattr(compared(county), kind)
    ]
    return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS).kappa


def link_f1() -> float:
    places = [
        (keys()[county]["measures"], measure) for county in keys() for measure in compared(county).measures
    ]
    return measure_retrieval(
        [frozenset(key[measure.id]["matches"]) for key, measure in places],
        [frozenset(match.id for match in measure.matches) for _, measure in places],
    ).f1


def called_carried() -> dict[str, float]:
    """For each way in which the counties put, or leave out, a commitment: the share that is called carried."""
    total: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    for county in keys():
        for item in compared(county).commitments:
            kind = keys()[county]["commitments"][item.id]["kind"]
            total[kind] += 1
            carried[kind] += item.verdict is not Verdict.OMITTED
    return {kind: carried[kind] / total[kind] for kind in total}


def drafted() -> dict[str, Score]:
    """The commitments drafted of each stand-in for an official text, against its key."""
    references = json.loads((UNSEEN / "references.json").read_text("utf-8"))["references"]
    return {name: score(reference(name), entries) for name, entries in references.items()}


def reference(name: str) -> Plan:
    """A stand-in as a plan: its measures, numbered 1.1 to 7.5, each with its title up to the first 。"""
    lines = _MEASURE.findall((UNSEEN / f"{name}.txt").read_text("utf-8"))
    programmes: dict[str, list[Measure]] = {number.partition(".")[0]: [] for number, _, _ in lines}
    for number, title, text in lines:
        programmes[number.partition(".")[0]].append(Measure(id=number, title=title, text=text))
    return Plan(
        schema="plancmp/plan/1",
        id=name,
        name="某省",
        level="province",
        title="某省行动方案",
        programmes=tuple(
            Programme(number=int(number), title=number, measures=tuple(found))
            for number, found in programmes.items()
        ),
    )


def test_unseen_counties_do_not_get_worse() -> None:
    found = called_carried()
    assert kappa("commitments") >= 0.40
    assert kappa("measures") >= 0.29
    assert link_f1() >= 0.80
    assert found["verbatim"] >= 0.98
    assert found["own"] >= 0.20
    assert found["omitted"] <= 0.18


if __name__ == "__main__":
    figures = {"commitments": kappa("commitments"), "measures": kappa("measures"), "links F1": link_f1()}
    sys.stdout.writelines(
        f"{name:12} {figure:.3f}\n" for name, figure in (figures | called_carried()).items()
    )
    sys.stdout.writelines(
        f"{name:12} drafted P {each.precision:.3f} R {each.recall:.3f}\n" for name, each in drafted().items()
    )

"""How much of the errors the first part of the review queue holds: `python -m tests.gold.queue_curve` prints the table.

`held` is the share of the wrong verdicts on commitments that lie in the first 10, 20, 30 % of the queue, of those that
so many places could hold; kappa is that of commitments before and after agreeing with the gold on the first 20 %.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.metrics import measure_agreement
from plancmp.alignment.result import Comparison, Verdict
from plancmp.alignment.review_queue import review_queue
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan

GOLD = Path(__file__).parent
REAL = ("binzhou", "yicheng", "qingzhou", "liaocheng")
SHARES = (0.1, 0.2, 0.3)
GROUPS = {
    "four plans, blind": tuple((name, True) for name in REAL),
    "four plans, as shown": tuple((name, False) for name in REAL),
    "fictional counties": (("county-a", False), ("county-b", False)),
    "paraphrased counties": (("county-c", False), ("county-d", False)),
}
"""Whose queues are measured, and whether what they attest as witnesses is set aside."""


class QueueFigures(NamedTuple):
    """What the first part of a queue holds.

    `held` is told for each of `SHARES`; `measures` is the share of measures with a wrong verdict that have a
    commitment in the first 20 %.
    """

    errors: int
    commitments: int
    held: tuple[float, ...]
    measures: float
    kappa: float
    kappa_after: float


def figures(
    comparison: Comparison, commitments: Mapping[str, str], measures: Mapping[str, str]
) -> QueueFigures:
    """Measure one queue against the gold's verdicts, by id."""
    items = [item for item in review_queue(comparison) if item.commitment.id in commitments]
    wrong = [item.commitment.verdict != commitments[item.commitment.id] for item in items]
    first = {item.commitment.id for item in items[: round(len(items) * 0.2)]}
    homes = {item.measure.id for item in items[: round(len(items) * 0.2)]}
    faulty = [each.id for each in comparison.measures if each.verdict != measures.get(each.id, each.verdict)]
    gold = [commitments[item.commitment.id] for item in items]
    given = [str(item.commitment.verdict) for item in items]
    after = [
        wanted if item.commitment.id in first else found
        for item, wanted, found in zip(items, gold, given, strict=True)
    ]
    return QueueFigures(
        sum(wrong),
        len(items),
        tuple(_held(wrong, share) for share in SHARES),
        sum(each in homes for each in faulty) / len(faulty) if faulty else 1.0,
        measure_agreement(gold, given, list(Verdict)).kappa,
        measure_agreement(gold, after, list(Verdict)).kappa,
    )


def _held(wrong: Sequence[bool], share: float) -> float:
    places = round(len(wrong) * share)
    return sum(wrong[:places]) / min(places, sum(wrong)) if any(wrong) else 1.0


@cache
def group_figures(group: str) -> QueueFigures:
    """The figures of a group: errors and commitments added up, all else the mean over its plans."""
    cases = (case_of(name, blind) for name, blind in GROUPS[group])
    each = [figures(case.comparison, case.commitments, case.measures) for case in cases]
    mean = len(each)
    return QueueFigures(
        sum(one.errors for one in each),
        sum(one.commitments for one in each),
        tuple(sum(values) / mean for values in zip(*(one.held for one in each), strict=True)),
        sum(one.measures for one in each) / mean,
        sum(one.kappa for one in each) / mean,
        sum(one.kappa_after for one in each) / mean,
    )


class Case(NamedTuple):
    """A plan compared with the reference, and the gold's verdicts by id."""

    reference: Plan
    plan: Plan
    comparison: Comparison
    commitments: Mapping[str, str]
    measures: Mapping[str, str]


def case_of(name: str, blind: bool) -> Case:
    """The case of one plan; `blind` sets aside what it attests as a witness."""
    reference = load_plan(Library().find("shandong"))
    if name in REAL:
        plan = load_plan(Library().find(name))
    else:
        folder = "fictional" if name in {"county-a", "county-b"} else "paraphrased"
        raw = (GOLD / folder / f"{name}.txt").read_bytes()
        plan = encode_document(raw, plan_id=name, level="county").plan
    ids = {commitment.text: commitment.id for commitment in reference.commitments}
    commitments = {
        ids[text]: verdict
        for text, verdict in _commitments(name, reference_ids=ids)
        if verdict and text in ids
    }
    comparison = compare_plans(reference, plan, blind=blind)
    return Case(reference, plan, comparison, commitments, dict(_measures(name)))


def _commitments(name: str, reference_ids: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The gold's verdict on each commitment, by its text."""
    if name in REAL:
        for entry in _data("commitments.json")["commitments"].values():
            yield entry["text"], entry["plans"][name]["verdict"]
    elif name in {"county-a", "county-b"}:
        for entry in _data("fictional.json")["commitments"][name].values():
            yield entry["text"], entry["verdict"]
    else:
        texts = {identity: text for text, identity in reference_ids.items()}
        for identity, verdict in _data("paraphrased.json")["counties"][name]["commitments"].items():
            yield texts[identity], verdict


def _measures(name: str) -> Iterator[tuple[str, str]]:
    if name in {"county-c", "county-d"}:
        for identity, entry in _data("paraphrased.json")["counties"][name]["measures"].items():
            yield identity, entry["verdict"]
        return
    files = ["measures-dev.json", "measures-own.json"] if name in REAL else ["fictional.json"]
    for file in files:
        for identity, entry in _data(file)["measures"].items():
            if name in entry["plans"]:
                yield identity, entry["plans"][name]["verdict"]


@cache
def _data(name: str) -> Any:
    return json.loads((GOLD / name).read_text("utf-8"))


def table() -> str:
    """The figures as a table in Markdown."""
    heads = (
        "queue",
        "errors",
        "held by 10 %",
        "20 %",
        "30 %",
        "wrong measures touched",
        "kappa",
        "after 20 %",
    )
    rows = [
        (
            group,
            f"{found.errors} of {found.commitments}",
            *(f"{held:.2f}" for held in found.held),
            f"{found.measures:.2f}",
            f"{found.kappa:.2f}",
            f"{found.kappa_after:.2f}",
        )
        for group in GROUPS
        for found in [group_figures(group)]
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


if __name__ == "__main__":
    print(table())  # noqa: T201 - the script's whole purpose

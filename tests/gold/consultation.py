"""What proposals of language models are worth: `python -m tests.gold.consultation` prints the table.

Recorded answers (tests/gold/consultation/answers-PLAN.jsonl, their origin in CODEBOOK.md) are read as `plancmp consult`
reads them, on verdicts that no attestation helps (`--blind`), whatever has become of the queue since they were given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.consultation.answer import Proposal, read_answer
from plancmp.alignment.consultation.batch import read_answers
from plancmp.alignment.consultation.proposals import proposed_decision, trust_proposals
from plancmp.alignment.consultation.question import Question, Scope
from plancmp.alignment.consultation.second_reading import Pair, ask_about
from plancmp.alignment.consultation.settling import Settlement, settle
from plancmp.alignment.decisions import apply_decisions, bind
from plancmp.alignment.evaluation.metrics import measure_agreement
from plancmp.alignment.result import Comparison, Verdict
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.decisions.model import Decision
from tests.gold.queue_curve import Case, case_of

FOLDER = Path(__file__).parent / "consultation"
MODEL = "reader"


class Figures(NamedTuple):
    """Agreement with the gold.

    `found` is the share of the commitments that the gold finds carried which are not taken for omitted.
    """

    commitments: float
    measures: float
    found: float


class Consulted(NamedTuple):
    """A plan, its gold, and what was answered about it."""

    case: Case
    settled: Settlement[Proposal]
    asked: int


def recorded() -> list[str]:
    """The plans there are answers about."""
    return sorted(path.stem.removeprefix("answers-") for path in FOLDER.glob("answers-*.jsonl"))


@cache
def consulted(name: str) -> Consulted:
    """The answers recorded about a plan, read as they are read today."""
    case = case_of(name, blind=True)
    with (FOLDER / f"answers-{name}.jsonl").open(encoding="utf-8") as file:
        said = [answered.said for answered in read_answers(file)]
    answers = {question_of(case, each).id: each for each in said}
    questions = [question_of(case, each) for each in said]
    settled = settle(questions, answers, partial(read_answer, texts=texts_of(case.plan)))
    return Consulted(case, settled, sum(len(question.asked) for question in questions))


def question_of(case: Case, said: str) -> Question:
    """The question about the commitments that an answer is about, as it is put today."""
    pair = Pair(case.reference, case.plan, case.comparison)
    items = {item["id"] for item in json.loads(said)["answers"]}
    (question,) = ask_about(pair, items, MODEL, Scope.REFERENCE)
    return question


def figures(name: str) -> Iterator[tuple[str, Figures]]:
    """The tool's own verdicts, and those with the proposals."""
    found = consulted(name)
    yield "the tool's", _figures(found.case.comparison, found.case)
    yield f"with {len(found.settled.proposals)} proposals", _figures(_trusting(found), found.case)


def _trusting(found: Consulted) -> Comparison:
    reference, plan, comparison = found.case.reference, found.case.plan, found.case.comparison
    binding = bind(comparison, reference, plan)
    by_id = {each.id: each for each in comparison.commitments}
    entries: list[Decision] = [
        proposed_decision(binding, by_id[each.commitment], each, model=MODEL, at="2026-11-30")
        for each in found.settled.proposals
    ]
    return apply_decisions(comparison, trust_proposals(entries), reference, plan)


def _figures(comparison: Comparison, case: Case) -> Figures:
    commitments = {each.id: str(each.verdict) for each in comparison.commitments}
    measures = {each.id: str(each.verdict) for each in comparison.measures}
    carried = [item for item, verdict in case.commitments.items() if verdict != Verdict.OMITTED]
    return Figures(
        _kappa(case.commitments, commitments),
        _kappa(case.measures, measures),
        sum(commitments[item] != Verdict.OMITTED for item in carried) / len(carried),
    )


def _kappa(gold: Mapping[str, str], given: Mapping[str, str]) -> float:
    items = [item for item in gold if item in given]
    wanted, found = [gold[item] for item in items], [given[item] for item in items]
    return measure_agreement(wanted, found, list(Verdict)).kappa


def table() -> Iterator[str]:
    """Lines of a table in Markdown."""
    yield "| plan | verdicts | commitments, kappa | measures, kappa | carried ones found |"
    yield "|---|---|---:|---:|---:|"
    for name in recorded():
        for verdicts, each in figures(name):
            yield f"| {name} | {verdicts} | {each.commitments:.3f} | {each.measures:.3f} | {each.found:.3f} |"


def refusals() -> Iterator[str]:
    """How many answers were refused, by plan."""
    for name in recorded():
        found = consulted(name)
        yield f"{name}: {found.asked} asked, {found.asked - len(found.settled.proposals)} refused"


if __name__ == "__main__":
    print(*table(), "", *refusals(), sep="\n")  # noqa: T201 - it is what the module is run for

"""What proposals of language models are worth, and what asking costs: `python -m tests.gold.consultation` prints both.

Recorded answers (their origin in CODEBOOK.md) are read as `plancmp consult` reads them, on verdicts that no attestation
helps (`--blind`), whatever has become of the queue since they were given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.consultation.answer import Proposal, read_answer
from plancmp.alignment.consultation.batch import read_answers
from plancmp.alignment.consultation.proposals import proposed_decision
from plancmp.alignment.consultation.question import Question, Scope
from plancmp.alignment.consultation.second_reading import Pair, ask_about, worth_asking
from plancmp.alignment.consultation.settling import Settlement, settle
from plancmp.alignment.decisions import bind
from plancmp.alignment.evaluation.gold import Gold, Reading
from plancmp.alignment.evaluation.metrics import measure_agreement
from plancmp.alignment.evaluation.readers import ReaderFigures, ReaderKind, ReadPlan, evaluate_readers
from plancmp.alignment.result import CommitmentResult, Verdict
from plancmp.alignment.rollup import judge_measure
from plancmp.plans.decisions.binding import texts_of
from plancmp.plans.encoding.encoder import encode_document
from tests.alignment.editing import REFERENCE, plan_named
from tests.gold.queue_curve import REAL, Case, case_of

GOLD = Path(__file__).parent
FOLDER = GOLD / "consultation"
SEEN = GOLD / "seen"
MODEL = "reader"
PLANS = 2850
"""The counties and districts of the country, about."""


class Consulted(NamedTuple):
    """A plan, its gold, and what was answered about it."""

    case: Case
    settled: Settlement[Proposal]
    asked: int


class Row(NamedTuple):
    """A reader's figures on a plan; `found` is the share of what the gold finds carried that is not called omitted."""

    plan: str
    reader: str
    commitments: int
    commitments_kappa: float
    found: float
    measures: int
    measures_kappa: float

    @staticmethod
    def table(rows: Iterable[Row]) -> Iterator[str]:
        """Lines of a table in Markdown."""
        yield "| plan | reader | commitments | kappa | carried ones found | measures | kappa |"
        yield "|---|---|---:|---:|---:|---:|---:|"
        for each in rows:
            kappas = f"{each.commitments_kappa:.3f} | {each.found:.3f} | {each.measures}"
            measures = f"{each.measures_kappa:.3f}" if each.measures else "-"
            yield f"| {each.plan} | {each.reader} | {each.commitments} | {kappas} | {measures} |"


def recorded() -> list[str]:
    """The answers there are about plans compared with the reconstruction, by name."""
    batches = [path.stem.removeprefix("answers-") for path in FOLDER.glob("answers-*.jsonl")]
    counties = [path.stem.removeprefix("answers-") for path in SEEN.glob("answers-county-*.json")]
    return sorted([*batches, *counties])


def county_case(name: str) -> Case:
    """A county of seen/ and its key."""
    text = (SEEN / f"{name}.txt").read_bytes()
    plan, reference = encode_document(text, plan_id=name, level="county").plan, plan_named(REFERENCE)
    key = json.loads((SEEN / "counties.json").read_text("utf-8"))["counties"][name]
    commitments, measures = (
        {item: entry["verdict"] for item, entry in key[kind].items()} for kind in ("commitments", "measures")
    )
    return Case(reference, plan, compare_plans(reference, plan, blind=True), commitments, measures)


@cache
def consulted(name: str) -> Consulted:
    """The answers recorded about a plan, read as they are read today."""
    if name.startswith("county-"):
        return answered(county_case(name), [(SEEN / f"answers-{name}.json").read_text("utf-8")])
    with (FOLDER / f"answers-{name}.jsonl").open(encoding="utf-8") as file:
        return answered(
            case_of(name.partition("-")[0], blind=True), [each.said for each in read_answers(file)]
        )


def answered(case: Case, said: Iterable[str]) -> Consulted:
    """What becomes of answers about a plan."""
    asked = [(question_of(case, each), each) for each in said]
    settled = settle(
        [question for question, _ in asked],
        {question.id: each for question, each in asked},
        partial(read_answer, texts=texts_of(case.plan)),
    )
    return Consulted(case, settled, sum(len(question.asked) for question, _ in asked))


def question_of(case: Case, said: str) -> Question:
    """The question about the commitments that an answer is about, as it is put today."""
    pair = Pair(case.reference, case.plan, case.comparison)
    items = {item["id"] for item in json.loads(said)["answers"]}
    (question,) = ask_about(pair, items, MODEL, Scope.REFERENCE)
    return question


def refused(found: Consulted) -> int:
    """How many of the answers asked for were not taken."""
    return found.asked - len(found.settled.proposals)


def rows(name: str) -> Iterator[Row]:
    """Tool, proposals, and the tool with these accepted."""
    return figure_rows(name, consulted(name))


def consulted_rows(name: str, case: Case, said: str | None) -> Iterator[Row]:
    """The same of a case, and of an answer where there is one."""
    return figure_rows(name, answered(case, [said] if said else []))


def figure_rows(name: str, found: Consulted) -> Iterator[Row]:
    """The figures of every reader there is."""
    case, comparison = found.case, found.case.comparison
    binding = bind(comparison, case.reference, case.plan)
    by_id = {each.id: each for each in comparison.commitments}
    entries = tuple(
        proposed_decision(binding, by_id[each.commitment], each, model=MODEL, at="2026-11-30")
        for each in found.settled.proposals
    )
    evaluation = evaluate_readers(_gold(case), case.reference, [ReadPlan(case.plan, comparison, entries)])
    labels = {
        ReaderKind.TOOL: "tool",
        ReaderKind.MODEL: "proposals",
        ReaderKind.TRUSTING: "tool, proposals accepted",
    }
    return (_row(name, labels[each.reader.kind], each) for each in evaluation.figures)


def _row(name: str, reader: str, found: ReaderFigures) -> Row:
    omitted, total = found.commitments.retrieval(Verdict.OMITTED), found.commitments.pairs
    carried = total - omitted.gold
    missed = omitted.predicted - omitted.true_positives
    return Row(
        name,
        reader,
        total,
        found.commitments.kappa,
        (carried - missed) / carried if carried else 1.0,
        found.measures.pairs,
        found.measures.kappa,
    )


def _gold(case: Case) -> Gold:
    texts = {each.id: each.text for each in case.comparison.commitments}
    measures = {each.id for each in case.comparison.measures}
    return Gold(
        (),
        tuple(_readings(case.plan.id, {k: v for k, v in case.measures.items() if k in measures}, {})),
        tuple(_readings(case.plan.id, case.commitments, texts)),
    )


def _readings(plan: str, verdicts: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Reading]:
    return (
        Reading(plan, item, Verdict(verdict), texts.get(item, ""), frozenset())
        for item, verdict in verdicts.items()
    )


def ceiling(case: Case) -> float:
    """Kappa of the measures where every commitment has the gold's own verdict: as far as rolling up can come."""
    wanted, found = [], []
    for measure in case.comparison.measures:
        if measure.id in case.measures:
            results = [_as_gold(each, case) for each in measure.commitments]
            wanted.append(case.measures[measure.id])
            found.append(judge_measure(results, measure.threshold).value)
    return measure_agreement(wanted, found, list(Verdict)).kappa


def _as_gold(result: CommitmentResult, case: Case) -> CommitmentResult:
    verdict = Verdict(case.commitments.get(result.id, result.verdict))
    same = verdict is result.verdict
    return result if same else result._replace(verdict=verdict, reasons=(), theme=False)


class Cost(NamedTuple):
    """How much is asked of a plan: requests and characters."""

    requests: float
    characters: float


def cost(share: float | None, scope: Scope) -> Cost:
    """The mean over the four plans shipped and the four counties of seen/.

    Args:
        share: of the review queue (0-1); None for every commitment.
        scope: how much one request asks.
    """
    asked: list[int] = []
    cases = [case_of(name, blind=False) for name in REAL]
    cases += [county_case(f"county-{letter}") for letter in "ijkl"]
    for case in cases:
        pair = Pair(case.reference, case.plan, case.comparison)
        items = {each.id for each in case.comparison.commitments}
        chosen = items if share is None else worth_asking(case.comparison, share)
        asked += [question.characters for question in ask_about(pair, chosen, MODEL, scope)]
    return Cost(len(asked) / len(cases), sum(asked) / len(cases))


def cost_table() -> Iterator[str]:
    """Lines of a table in Markdown."""
    yield f"| asked | requests a plan | characters a plan | requests for {PLANS:,} plans | characters |"
    yield "|---|---:|---:|---:|---:|"
    for scope in (Scope.REFERENCE, Scope.PROGRAMME):
        for share, label in ((None, "all commitments"), (0.2, "first 20 % of the queue")):
            found = cost(share, scope)
            whole = "whole reference" if scope is Scope.REFERENCE else "programme by programme"
            requests = f"{found.requests:.1f} | {found.characters:,.0f} | {found.requests * PLANS:,.0f}"
            yield f"| {label}, {whole} | {requests} | {found.characters * PLANS / 1e6:.0f} million |"


def main() -> None:
    print(*Row.table(row for name in recorded() for row in rows(name)), "", sep="\n")  # noqa: T201 - it is run for this
    print(*(_notes(name) for name in recorded()), "", *cost_table(), sep="\n")  # noqa: T201


def _notes(name: str) -> str:
    found = consulted(name)
    asked = f"{name}: {found.asked} asked, {refused(found)} refused"
    return f"{asked}; the gold's verdicts on commitments, rolled up: measures {ceiling(found.case):.3f}"


if __name__ == "__main__":
    main()

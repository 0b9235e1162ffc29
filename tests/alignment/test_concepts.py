"""Concepts: what a passage must speak of, and by what a clause in wholly other words is found."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.concepts import sentences_speaking_of, spoken_of
from plancmp.alignment.result import CommitmentResult, Verdict
from plancmp.alignment.retrieval import index_plan
from plancmp.alignment.trace import CandidateStatus
from plancmp.plans.model import Commitment
from tests.alignment.editing import REFERENCE, plan_named
from tests.alignment.small_plans import measure, plan

REFORM, OTHER = "稳慎推进农村宅基地制度改革", "稳慎推进农村集体产权制度改革。"
HOMESTEADS = ("改革、改制", "宅基地、农房")
CONCEPTS = ("湿地、滩涂、水鸟…家园", "保护、修复、看护")


def judged(
    text: str, *, asked: str = "加强湿地保护修复", concepts: tuple[str, ...] = CONCEPTS
) -> CommitmentResult:
    commitment = Commitment(id="1.1.1", text=asked, concepts=concepts)
    reference = plan("shandong", measure("1.1", "加强生态保护", commitments=[commitment]))
    local = plan("yicheng", measure("1.1", "推动发展", text)).model_copy(update={"issued": "2024-05-01"})
    (found,) = compare_plans(reference, local, trace={"1.1"}).commitments
    return found


def test_a_passage_that_lacks_a_concept_carries_nothing_however_similar() -> None:
    assert judged(OTHER, asked=REFORM, concepts=()).verdict is not Verdict.OMITTED
    found = judged(OTHER, asked=REFORM, concepts=HOMESTEADS)
    assert found.verdict is Verdict.OMITTED
    assert found.theme
    (passage,) = found.trace.passages if found.trace else ()
    assert (passage.status, passage.concept) == (CandidateStatus.LACKS_CONCEPT, "宅基地、农房")


@pytest.mark.parametrize("text", ["看护好沿河滩涂。", "水鸟的家园要严加看护。"])
def test_a_clause_that_speaks_of_every_concept_carries_it_in_other_words(text: str) -> None:
    assert judged(text, concepts=()).verdict is Verdict.OMITTED
    found = judged(text)
    assert found.verdict is Verdict.ADOPTED
    assert found.evidence[0].quote in text


def test_concepts_in_two_clauses_of_a_sentence_do_not_make_a_promise() -> None:
    assert judged("滩涂宽阔，看护老人。").verdict is Verdict.OMITTED


def test_what_holds_the_words_themselves_needs_no_proof() -> None:
    assert judged("加强湿地保护修复。", concepts=("毫不相干",)).verdict is Verdict.ADOPTED


@pytest.mark.parametrize(
    "text",
    [
        "湿地保护修复是生态建设的重要基础。",
        "2021年全县湿地保护修复面积达到300亩。",
        "对湿地保护修复资金开展专项审计。",
        "邻县加强湿地保护修复。",
    ],
)
def test_what_promises_nothing_carries_nothing(text: str) -> None:
    found = judged(text)
    assert found.verdict is Verdict.OMITTED
    assert found.trace
    assert found.trace.passages[0].status is CandidateStatus.NO_PROMISE


def test_a_year_to_come_is_a_promise() -> None:
    assert judged("2025年加强湿地保护修复。").verdict is Verdict.ADOPTED


def test_a_measure_of_which_only_the_theme_is_kept_is_weakened() -> None:
    asked = Commitment(id="1.1.1", text=REFORM, concepts=HOMESTEADS)
    reference = plan("shandong", measure("1.1", "深化农村改革", commitments=[asked]))
    kept = plan("yicheng", measure("1.1", "推动发展", OTHER))
    (found,) = compare_plans(reference, kept).measures
    assert (found.verdict, [match.id for match in found.matches]) == (Verdict.WEAKENED, ["1.1"])


class TestTheReference:
    """The concepts of plans/shandong.yaml."""

    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(plan_named(REFERENCE).commitments)

    def test_every_commitment_has_two_to_four(self) -> None:
        assert {len(each.concepts) for each in self.commitments()} <= {2, 3, 4}

    def test_no_expression_is_empty_or_stands_twice(self) -> None:
        for concept in (concept for each in self.commitments() for concept in each.concepts):
            expressions = concept.split("、")
            assert all(expressions)
            assert len(set(expressions)) == len(expressions)

    def test_nearly_every_wording_of_a_witness_speaks_of_them(self) -> None:
        wordings = [(each, witness.quote) for each in self.commitments() for witness in each.attesting]
        without = [
            (each.id, quote)
            for each, quote in wordings
            if not all(_speaks(concept, quote) for concept in each.concepts)
        ]
        assert len(without) <= 0.04 * len(wordings), without


def _speaks(concept: str, text: str) -> bool:
    return any(all(part in text for part in expression.split("…")) for expression in concept.split("、"))


@pytest.mark.parametrize("name", ["yicheng", "liaocheng"])
def test_the_ends_of_expressions_find_every_sentence_that_has_one(name: str) -> None:
    """Expressions with a number or a word such as 全市 stand in no postings: these alone may be missed."""
    index = index_plan(plan_named(name))
    for concept in {
        each for commitment in plan_named("shandong").commitments for each in commitment.concepts
    }:
        quick = sentences_speaking_of(concept, index)
        for position, texts in enumerate(index.texts):
            held = frozenset().union(*index.segments[position])
            said = [found for text in texts for found in spoken_of([concept], text)]
            if any({each[:2], each[-2:]} <= held or "…" in each[:2] + each[-2:] for each in said):
                assert position in quick, (concept, texts)

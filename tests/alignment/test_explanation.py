"""An explanation proves the verdict that the comparison gives, and nothing else."""

from __future__ import annotations

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.measure_explanation import ExplainedCommitment, Explanation, explain_measure
from plancmp.alignment.result import Verdict
from plancmp.alignment.trace import CandidateStatus
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan
from tests.alignment.small_plans import INSURANCE, measure, plan, small_plan, small_reference
from tests.alignment.soundness import without_trace

PLANS = ("binzhou", "yicheng", "qingzhou", "liaocheng")


@pytest.fixture(scope="module")
def reference() -> Plan:
    return load_plan(DEFAULT_DIRECTORY / "shandong.yaml")


@pytest.fixture
def explanation() -> Explanation:
    return explain_measure(small_reference(), small_plan(), "2.1")


def explained(explanation: Explanation, identity: str) -> ExplainedCommitment:
    return next(each for each in explanation.commitments if each.result.id == identity)


@pytest.mark.parametrize("name", PLANS)
def test_it_explains_the_verdicts_of_the_comparison(name: str, reference: Plan) -> None:
    local = load_plan(DEFAULT_DIRECTORY / f"{name}.yaml")
    # Every fourth measure: each explanation compares the plans anew.
    for result in list(compare_plans(reference, local).measures)[::4]:
        proof = explain_measure(reference, local, result.id)
        assert without_trace(proof.measure) == result
        assert proof.measure.share == pytest.approx(result.score, abs=1e-4)
        for each in proof.commitments:
            decisive = [
                passage for passage in each.trace.passages if passage.status is CandidateStatus.DECISIVE
            ]
            if each.result.verdict is Verdict.OMITTED:
                assert decisive == []
                assert {passage.status for passage in each.trace.passages} <= {
                    CandidateStatus.TOO_FAR,
                    CandidateStatus.GENERAL,
                    CandidateStatus.LACKS_CONCEPT,
                    CandidateStatus.NO_PROMISE,
                }
            else:
                assert [passage.quote for passage in decisive] == [each.result.evidence[0].quote]
                assert decisive[0].score == each.result.score
                assert decisive[0].reasons == each.result.reasons


def test_the_plans_own_words_are_shown_and_left_out() -> None:
    proof = explain_measure(small_reference(), small_plan(), "1.1")
    wordings = explained(proof, "1.1.1").trace.wordings
    assert [(each.plan, each.used) for each in wordings] == [("qingzhou", True), ("yicheng", False)]


def test_the_commitment_speaks_for_itself_where_no_other_witness_is_left() -> None:
    alone = small_reference()
    (first, *_) = alone.commitments
    own = first.model_copy(update={"witnesses": first.witnesses[1:]})
    lone = plan("shandong", measure("1.1", "推动传统产业技改升级", commitments=[own]))
    wordings = explain_measure(lone, small_plan(), "1.1").commitments[0].trace.wordings
    assert [(each.plan, each.used) for each in wordings] == [("yicheng", False), ("", True)]
    assert wordings[-1].text == own.text


def test_a_lowered_target_is_shown_with_what_lowers_it(explanation: Explanation) -> None:
    insurance = explained(explanation, "2.1.1")
    (target,) = insurance.result.targets
    assert (target.reference, target.plan) == ("96%", "93%以上")
    assert insurance.trace.passages[0].status is CandidateStatus.DECISIVE
    assert insurance.trace.force.deadline == "2025"


def test_for_an_omission_the_nearest_passages_say_what_they_lack(explanation: Explanation) -> None:
    water = explained(explanation, "2.1.2")
    assert water.result.verdict is Verdict.OMITTED
    assert water.trace.force.promised is None
    assert all("水权" in "".join(passage.lacking) for passage in water.trace.passages)


def test_shared_and_lacking_words_are_those_of_the_wording(explanation: Explanation) -> None:
    passage = explained(explanation, "2.1.1").trace.passages[0]
    assert passage.wording == "基本养老保险参保率达到96%"
    assert "".join(passage.shared).startswith("基本养老保险参保率")
    assert not set(passage.shared) & set(passage.lacking)


def test_what_the_place_adds_is_told_apart_from_the_words() -> None:
    sentence = INSURANCE.format("96%")
    homely = plan("x", measure("2.1", "推动公共服务均等化", sentence))
    strange = plan("x", measure("2.1", "扩大国际市场份额", sentence))
    scores = []
    for local in (homely, strange):
        passage = explained(explain_measure(small_reference(), local, "2.1"), "2.1.1").trace.passages[0]
        scores.append(passage.score - passage.bonus)
        assert passage.bonus >= 0
    assert scores[0] == pytest.approx(scores[1], abs=1e-3)


def test_weight_points_and_share_add_up(explanation: Explanation) -> None:
    assert explanation.measure.weight == pytest.approx(
        sum(each.result.weight for each in explanation.commitments)
    )
    assert explanation.measure.share == pytest.approx(explanation.measure.points / explanation.measure.weight)
    assert [each.result.points for each in explanation.commitments] == [
        {"adopted": 1.0, "weakened": 0.5, "omitted": 0.0}[each.result.verdict]
        for each in explanation.commitments
    ]


def test_the_central_commitments_are_those_the_reference_marks(explanation: Explanation) -> None:
    marked = [each for each in explanation.measure.commitments if each.marked]
    heaviest = max(each.result.weight for each in explanation.commitments)
    assert [*explanation.measure.central] == (
        marked or [next(each.result for each in explanation.commitments if each.result.weight == heaviest)]
    )


def test_a_measure_without_commitments_is_explained_too() -> None:
    bare = plan("shandong", measure("1.1", "推动传统产业技改升级"))
    proof = explain_measure(bare, small_plan(), "1.1")
    assert (proof.commitments, proof.measure.share, proof.measure.central) == ((), 0, ())


def test_a_passage_that_says_the_contrary_is_named_as_such() -> None:
    contrary = plan("local", measure("2.1", "推动公共服务均等化", "暂缓推进开展水权交易。"))
    water = explained(explain_measure(small_reference(), contrary, "2.1"), "2.1.2")
    assert water.result.verdict is Verdict.OMITTED
    assert [(each.quote, each.status) for each in water.trace.passages] == [
        ("暂缓推进开展水权交易", CandidateStatus.CONTRADICTS)
    ]

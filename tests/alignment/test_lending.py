"""A reference that makes the same promise as the reconstruction borrows what that knows of it, and nothing else."""

from __future__ import annotations

from plancmp.alignment.compare import PreparedReference, compare_plans
from plancmp.alignment.lending import find_same
from plancmp.alignment.measure_explanation import explain_measure
from plancmp.alignment.reference import ReferenceCommitment
from plancmp.alignment.result import CommitmentResult, Reason, Verdict
from plancmp.alignment.thresholds import ALONE_WEIGHT, CENTRAL_WEIGHT
from plancmp.plans.library import shipped_reconstruction
from plancmp.plans.model import Commitment, Plan
from tests.alignment.editing import REFERENCE, plan_named
from tests.alignment.small_plans import measure, plan

WETLAND = "加强湿地保护修复"
OWN_TOPIC = "建设海水淡化示范装置"


def official(text: str) -> Plan:
    listed = Commitment(id="1.1.1", text=text)
    one = measure("1.1", "任务", text, commitments=[listed])
    return plan("official", one).model_copy(update={"level": "province"})


def judged(reference: Plan, *texts: str) -> CommitmentResult:
    local = plan("local", *(measure(f"1.{number}", "任务", text) for number, text in enumerate(texts, 1)))
    return next(iter(compare_plans(reference, local).commitments))


def asked(reference: Plan, witness: str | None = None) -> ReferenceCommitment:
    return PreparedReference(reference).demands_of(witness)[0].commitment


def promised(text: str) -> list[str]:
    """What of the reconstruction a commitment of this text promises too, nearest first."""
    texts = {each.id: each.text for each in shipped_reconstruction().commitments}
    found = find_same(official(text), shipped_reconstruction())
    return [texts[identity] for identity in found.get("1.1.1", ())]


def test_the_same_promise_is_found_whatever_its_id() -> None:
    assert promised(WETLAND) == ["加强湿地保护"]
    assert asked(official(OWN_TOPIC)).lender is None


def test_the_same_promise_is_found_in_quite_other_words() -> None:
    assert promised("看护好沿河滩涂") == ["加强湿地保护"]


def test_where_a_person_has_put_a_commitment_otherwise_it_is_looked_for_itself() -> None:
    edited = next(iter(official(WETLAND).measures)).model_copy(update={"text": "省里另有安排。"})
    reference = plan("official", edited).model_copy(update={"level": "province"})
    assert asked(reference).lender


class TestACommitmentThatMakesTwoPromises:
    BOTH = "新建改造乡镇商贸中心、农产品商品化处理设施"
    ONE, OTHER = "新建乡镇商贸中心5处。", "新建改造一批农产品商品化处理设施。"

    def test_is_looked_for_by_each(self) -> None:
        assert set(promised(self.BOTH)) == {"新建改造乡镇商贸中心", "新建改造农产品商品化处理设施"}

    def test_is_adopted_where_both_are_carried(self) -> None:
        result = judged(official(self.BOTH), self.ONE, self.OTHER)
        assert result.verdict is Verdict.ADOPTED
        assert {passage.measure for passage in result.evidence[:2]} == {"1.1", "1.2"}

    def test_is_carried_in_part_where_one_is(self) -> None:
        result = judged(official(self.BOTH), self.ONE)
        assert (result.verdict, result.reasons) == (Verdict.WEAKENED, (Reason.PARTIAL_MATCH,))

    def test_is_omitted_where_none_is(self) -> None:
        assert judged(official(self.BOTH), "实施全民健身工程。").verdict is Verdict.OMITTED

    def test_is_one_commitment_that_weighs_as_much_as_two(self) -> None:
        (both,) = compare_plans(
            official(self.BOTH), plan("local", measure("1.1", "任务", self.ONE))
        ).commitments
        (one,) = compare_plans(official(WETLAND), plan("local", measure("1.1", "任务", self.ONE))).commitments
        assert both.weight == 2 * one.weight


def test_what_the_text_alone_knows_weighs_less_beside_what_the_reconstruction_has_too() -> None:
    listed = [Commitment(id="1.1.1", text=WETLAND, central=True), Commitment(id="1.1.2", text=OWN_TOPIC)]
    one = measure("1.1", "任务", f"{WETLAND}。{OWN_TOPIC}。", commitments=listed)
    reference = plan("official", one).model_copy(update={"level": "province"})
    weights = [demand.commitment.weight for demand in PreparedReference(reference).demands_of(None)]
    assert weights == [CENTRAL_WEIGHT, ALONE_WEIGHT]


def test_a_total_that_no_witness_shares_out_is_not_asked_of_a_place() -> None:
    total = judged(
        official("加快充电基础设施建设，到2025年全省建成充电桩30万个以上"), "加快充电基础设施建设。"
    )
    assert total.verdict is Verdict.ADOPTED
    own = judged(official("建设海水淡化示范装置20个以上"), "建设海水淡化示范装置。")
    assert own.reasons == (Reason.TARGET_DROPPED,)


def test_what_is_said_in_quite_other_words_is_found_by_the_concepts_lent() -> None:
    assert judged(official(WETLAND), "看护好沿河滩涂。").verdict is Verdict.ADOPTED


def test_a_passage_without_the_thing_carries_nothing_however_similar() -> None:
    assert (
        judged(official("稳慎推进农村宅基地制度改革"), "稳慎推进农村集体产权制度改革。").verdict
        is Verdict.OMITTED
    )


def test_no_plan_is_judged_by_its_own_words() -> None:
    commitment = asked(official(WETLAND), "yicheng")
    own = (
        {each.quote for each in commitment.lender.witnesses if each.plan == "yicheng"}
        if commitment.lender
        else set()
    )
    assert own
    assert own.isdisjoint(variant.text for variant in commitment.variants)
    local = plan_named("yicheng").model_copy(update={"id": "elsewhere"})
    proof = explain_measure(official(WETLAND), local, "1.1")
    tried = proof.commitments[0].trace.wordings
    assert not any(each.used for each in tried if each.plan == "yicheng")
    assert any(each.used and each.lender for each in tried)
    assert proof.commitments[0].result.basis.value == "found"


def test_what_is_asked_stays_the_references_own() -> None:
    commitment = asked(official(WETLAND))
    assert [variant.text for variant in commitment.own_variants] == [WETLAND]
    assert commitment.variants == (*commitment.own_variants, *commitment.borrowed)
    insured = official("提高基本养老保险参保水平，扩大覆盖")
    assert any("2025" in variant.text for variant in asked(insured).borrowed)
    result = judged(insured, "到2027年，基本养老保险参保率达到97%。")
    assert Reason.DEADLINE_LATER not in result.reasons
    assert result.verdict is not Verdict.OMITTED


def test_a_reference_with_witnesses_borrows_nothing() -> None:
    prepared = PreparedReference(plan_named(REFERENCE))
    assert prepared.lender is None
    assert all(each.commitment.lender is None for each in prepared.demands_of(None))


def test_what_a_county_promises_for_itself_borrows_nothing() -> None:
    assert PreparedReference(official(WETLAND).model_copy(update={"level": "county"})).lender is None

"""The comparison from end to end, on small plans whose answer is known by construction."""

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CaveatCode, CommitmentResult, Comparison, Reason, Verdict
from plancmp.plans.model import (
    Commitment,
    CommitmentTarget,
    ImplementedDocument,
    Measure,
    Period,
    Plan,
    Programme,
    Witness,
)


def plan(text: str, *, plan_id: str = "local", title: str = "某县行动方案", **header: object) -> Plan:
    measure = Measure(id="1.1", title="优化营商环境", text=text)
    return Plan.model_validate(
        {
            "schema": "plancmp/plan/1",
            "id": plan_id,
            "name": plan_id,
            "title": title,
            "programmes": (Programme(number=1, title="工程", measures=(measure,)),),
            **header,
        }
    )


def reference(*commitments: Commitment) -> Plan:
    measure = Measure(id="1.1", title="优化营商环境", commitments=commitments)
    return plan("", plan_id="reference", title="某省县域行动方案").model_copy(
        update={
            "basis": "reconstructed",
            "issued": "2023-11-11",
            "period": Period(start=2023, end=2025),
            "programmes": (Programme(number=1, title="工程", measures=(measure,)),),
        }
    )


def commitment(text: str, *quotes: str, target: CommitmentTarget | None = None) -> Commitment:
    witnesses = tuple(
        Witness(plan=f"witness{place}", measure="1.1", quote=quote)
        for place, quote in enumerate(quotes or (text, text))
    )
    return Commitment(id="1.1.1", text=text, witnesses=witnesses, target=target)


INSURANCE = commitment(
    "基本养老保险参保率达到96%",
    target=CommitmentTarget(
        indicator="基本养老保险参保率", value="96%", stated={"witness0": "96%", "witness1": "96%"}
    ),
)


def judge(promise: Commitment, text: str) -> CommitmentResult:
    (result,) = compare_plans(reference(promise), plan(text)).commitments
    return result


def test_the_same_words_elsewhere_in_the_plan_are_adopted_with_a_verbatim_quote() -> None:
    result = judge(
        commitment("开展失信政府机构清理整治"), "完善制度。加强建设,持续开展失信政府机构清理整治。"
    )
    assert (result.verdict, result.reasons) == (Verdict.ADOPTED, ())
    assert result.evidence[0].quote == "持续开展失信政府机构清理整治"


def test_a_shared_theme_without_the_commitment_is_omitted_with_the_nearest_passages() -> None:
    result = judge(commitment("开展失信政府机构清理整治"), "推进机构改革,加强干部队伍建设。")
    assert (result.verdict, result.evidence) == (Verdict.OMITTED, ())
    assert result.nearest[0].quote == "推进机构改革"


def test_a_synonym_of_the_instrument_is_the_same_commitment() -> None:
    result = judge(commitment("严格落实“非禁即入”"), "全面实施市场准入负面清单制度。")
    assert result.verdict is Verdict.ADOPTED


def test_a_lower_share_weakens_and_names_both_numbers() -> None:
    result = judge(INSURANCE, "到2025年,基本养老保险参保率达到93%以上。")
    assert result.reasons == (Reason.TARGET_LOWERED,)
    assert (result.targets[0].reference, result.targets[0].plan) == ("96%", "93%以上")


def test_a_higher_share_strengthens() -> None:
    result = judge(INSURANCE, "基本养老保险参保率达到98%。")
    assert (result.verdict, result.strengthened) == (Verdict.ADOPTED, True)


def test_the_number_of_another_indicator_in_the_sentence_is_not_taken() -> None:
    result = judge(INSURANCE, "养老设施配建率达100%,基本养老保险参保率达到93%。")
    assert result.reasons == (Reason.TARGET_LOWERED,)


def test_a_dropped_number_weakens() -> None:
    assert judge(INSURANCE, "提高基本养老保险参保率。").reasons == (Reason.TARGET_DROPPED,)


def test_a_later_deadline_weakens() -> None:
    result = judge(commitment("建设新型农业经营主体服务中心"), "到2027年,建设新型农业经营主体服务中心。")
    assert result.reasons == (Reason.DEADLINE_LATER,)


def test_a_softer_verb_of_its_own_weakens_but_one_elsewhere_does_not() -> None:
    promise = commitment("实施“链长制”管理办法")
    assert judge(promise, "探索实施“链长制”管理办法。").reasons == (Reason.OBLIGATION_SOFTENED,)
    assert judge(promise, "鼓励创新,实施“链长制”管理办法。").reasons == ()


def test_waiting_for_a_higher_level_weakens() -> None:
    promise = commitment("修订完善开发区主导产业目录")
    assert judge(promise, "待省统一部署后,修订完善开发区主导产业目录。").reasons == (Reason.MADE_CONDITIONAL,)
    assert judge(promise, "配合省修订开发区主导产业目录。").reasons == (Reason.MADE_CONDITIONAL,)


def test_what_the_reference_itself_makes_conditional_is_not_weakened_by_a_condition() -> None:
    promise = commitment("待省部署后修订主导产业目录")
    assert judge(promise, "待省部署后修订主导产业目录。").reasons == ()


def test_no_plan_is_judged_by_its_own_words() -> None:
    promise = commitment("严格落实环境准入", "严格落实环境准入", "完善排污许可制度")
    own = plan("严格落实环境准入。", plan_id="witness0")
    (result,) = compare_plans(reference(promise), own, blind=True).commitments
    assert result.verdict is Verdict.OMITTED
    assert not result.independent


def caveats(local: Plan) -> tuple[CaveatCode, ...]:
    base = reference(commitment("严格落实“非禁即入”"))
    return compare_plans(base, local).caveats


class TestNotes:
    def test_another_plans_child_older_than_the_reference_is_said_to_be_so(self) -> None:
        other = ImplementedDocument(title="突破三年行动计划", document_number="鲁政字〔2023〕18号")
        local = plan("推进改革。", issued="2023-08-26", implements=(other,))
        assert caveats(local) == (
            CaveatCode.RECONSTRUCTED,
            CaveatCode.IMPLEMENTS_OTHER,
            CaveatCode.OLDER_THAN_REFERENCE,
        )

    def test_a_plan_that_names_the_reference_inside_another_title_implements_it(self) -> None:
        parent = ImplementedDocument(title="某市贯彻落实〈某省县域行动方案(2023−2025年)〉的工作方案")
        assert caveats(plan("推进改革。", implements=(parent,))) == (CaveatCode.RECONSTRUCTED,)


def official(text: str) -> Comparison:
    return compare_plans(plan(text, plan_id="official"), plan(text, plan_id="copy"))


def test_commitments_of_an_official_reference_come_from_its_text() -> None:
    result = official("推进非禁即入改革,开展失信机构清理整治。待省部署后,下放管理事项。")
    assert [item.text for item in result.commitments] == [
        "推进非禁即入改革",
        "开展失信机构清理整治",
        "待省部署后,下放管理事项",
    ]
    assert {item.verdict for item in result.commitments} == {Verdict.ADOPTED}


def test_a_measure_is_not_adopted_when_no_commitment_is_carried_whole() -> None:
    softened = commitment("实施“链长制”管理办法")
    result = compare_plans(reference(softened), plan("探索实施“链长制”管理办法。"))
    (measure,) = result.measures
    assert (measure.score, measure.verdict) == (0.5, Verdict.WEAKENED)


def test_a_passage_that_denies_or_forbids_carries_nothing() -> None:
    promise = commitment("实行能耗总量弹性管理")
    assert judge(promise, "实行能耗总量弹性管理。").verdict is Verdict.ADOPTED
    for denial in ("暂缓实行能耗总量弹性管理。", "严禁实行能耗总量弹性管理。"):
        assert judge(promise, denial).verdict is Verdict.OMITTED


def test_a_reference_that_is_against_its_object_is_carried_by_a_prohibition() -> None:
    promise = commitment("遏制违法违规举债融资", "遏制违法违规举债融资", "严控违法违规举债融资")
    assert judge(promise, "严禁违法违规举债融资。").verdict is Verdict.ADOPTED


def test_a_chance_similarity_does_not_make_up_for_what_the_right_passage_takes_back() -> None:
    promise = commitment("开展区域水权交易", "推进开展区域水权交易", "积极开展区域水权交易")
    lesser = "开展区域产权交易"
    assert judge(promise, f"{lesser}。").verdict is Verdict.ADOPTED
    result = judge(promise, f"{lesser}。探索开展区域水权交易。")
    assert (result.verdict, result.reasons) == (Verdict.WEAKENED, (Reason.OBLIGATION_SOFTENED,))
    assert result.evidence[0].quote == "探索开展区域水权交易"


def test_a_condition_reaches_from_the_opening_and_from_the_end_of_a_sentence() -> None:
    promise = commitment("开展失信政府机构清理整治")
    for text in (
        "条件成熟时,完善制度,开展失信政府机构清理整治。",
        "开展失信政府机构清理整治,待省里统一部署后实施。",
    ):
        assert judge(promise, text).reasons == (Reason.MADE_CONDITIONAL,), text
    assert judge(promise, "完善制度,待省里统一部署后建设园区,开展失信政府机构清理整治。").reasons == ()


def test_a_count_under_another_name_is_a_count() -> None:
    target = CommitmentTarget(
        indicator="中试基地", value="10家", stated={"witness0": "10家", "witness1": "10家"}
    )
    promise = commitment("布局建设科技成果中试基地10家", target=target)
    assert judge(promise, "布局建设3个科技成果中试基地。").reasons == ()
    assert judge(promise, "布局建设科技成果中试基地。").reasons == (Reason.TARGET_DROPPED,)


CLUSTERS = commitment(
    "培育“雁阵形”产业集群",
    "培育“雁阵形”集群6个以上",
    "打造“雁阵形”产业集群10个",
    target=CommitmentTarget(indicator="“雁阵形”集群数量", stated={"witness0": "6个以上", "witness1": "10个"}),
)


def test_a_number_in_the_neighbouring_clause_is_not_dropped_and_stands_among_the_evidence() -> None:
    text = "充分发挥“雁阵形”产业集群示范带动作用，力争到2025年“雁阵形”集群达到9个左右。"
    result = judge(CLUSTERS, text)
    assert Reason.TARGET_DROPPED not in result.reasons
    assert [target.plan for target in result.targets] == ["9个左右"]
    assert any("9个左右" in passage.quote for passage in result.evidence)


def test_a_number_in_another_sentence_of_the_measure_is_not_dropped() -> None:
    result = judge(CLUSTERS, "培育“雁阵形”产业集群。加强服务。到2025年，建成“雁阵形”集群9个。")
    assert [target.plan for target in result.targets] == ["9个"]


def test_a_number_of_another_thing_or_level_does_not_stand_for_one_that_is_dropped() -> None:
    for text in ("培育“雁阵形”产业集群。新建充电桩9个。", "培育“雁阵形”产业集群。建设中心9个。"):
        assert judge(CLUSTERS, text).reasons == (Reason.TARGET_DROPPED,)
    model = commitment(
        "创建农民合作社省级以上示范社",
        "农民合作社省级以上示范社达到60家",
        "创建农民合作社省级示范社20家",
        target=CommitmentTarget(
            indicator="农民合作社省级以上示范社数量", stated={"witness0": "60家", "witness1": "20家"}
        ),
    )
    lesser = judge(model, "创建农民合作社省级以上示范社。新发展农民合作社市级示范社10家。")
    assert Reason.TARGET_DROPPED in lesser.reasons


def test_a_number_elsewhere_that_is_lower_or_put_off_weakens() -> None:
    assert judge(INSURANCE, "扩大基本养老保险参保率。到2025年，基本养老保险参保率达到93%。").reasons == (
        Reason.TARGET_LOWERED,
    )
    late = judge(CLUSTERS, "培育“雁阵形”产业集群。到2030年，建成“雁阵形”集群9个。")
    assert late.reasons == (Reason.DEADLINE_LATER,)


def test_a_word_that_only_ends_alike_is_no_evidence() -> None:
    wetland = commitment("加强湿地保护", "提高湿地保护管理和综合利用水平", "加强湿地保护")
    assert judge(wetland, "因地制宜做好林地保护利用规划。").verdict is Verdict.OMITTED
    assert judge(wetland, "因地制宜做好湿地保护利用规划。").verdict is not Verdict.OMITTED


def test_of_two_clauses_that_answer_alike_the_one_in_the_reference_s_words_speaks() -> None:
    service = commitment("开展“一站式”服务", "提供“一站式”服务", "推行“一站式”服务")
    result = judge(service, "按照上级“一站式”服务方案要求，持续开展“一站式”服务行动。")
    assert result.evidence[0].quote == "持续开展“一站式”服务行动"


def test_the_home_is_the_measure_with_the_same_title_where_evidence_is_as_good() -> None:
    first = Commitment(id="1.1.1", text="推进经济圈一体化发展")
    second = Commitment(id="1.1.2", text="推进流域保护和协同治理")
    regions = Measure(id="1.1", title="融入重大区域战略", commitments=(first, second))
    base = plan("", plan_id="reference").model_copy(
        update={"programmes": (Programme(number=1, title="工程", measures=(regions,)),)}
    )
    measures = (
        Measure(id="1.1", title="加强生态修复", text="推进流域保护和协同治理。"),
        Measure(id="1.2", title="融入重大区域战略", text="融入经济圈发展战略。"),
    )
    local = plan("").model_copy(
        update={"programmes": (Programme(number=1, title="工程", measures=measures),)}
    )
    (found,) = compare_plans(base, local).measures
    assert found.matches[0].id == "1.2"
    assert "1.1" in {match.id for match in found.matches}


@pytest.mark.parametrize(
    ("elsewhere", "linked"),
    [
        (["扩建一批公办幼儿园", "开展坡面综合治理"], {"1.1", "1.2", "1.3"}),
        (["扩建一批公办幼儿园", "举办民俗节庆。开展小流域综合治理"], {"1.1", "1.3"}),
    ],
)
def test_a_measure_is_linked_to_all_that_carry_it_where_a_plan_spreads_it(
    elsewhere: list[str], linked: set[str]
) -> None:
    """A passage that carries one of five commitments less clearly than a link asks for links where two are apart."""
    home = ["引导企业加大技改投资", "推进信用贷款平台应用", "培育水权交易市场"]
    asked = [*home, "扩建普惠性幼儿园", "开展小流域综合治理"]
    reference, local = (
        plan("", plan_id=name).model_copy(
            update={"programmes": (Programme(number=1, title="工程", measures=tuple(measures)),)}
        )
        for name, measures in (
            (
                "reference",
                [
                    Measure(
                        id="1.1",
                        title="综合措施",
                        commitments=tuple(
                            Commitment(id=f"1.1.{number}", text=text)
                            for number, text in enumerate(asked, start=1)
                        ),
                    )
                ],
            ),
            (
                "local",
                [
                    Measure(id=f"1.{number}", title=f"措施{number}", text=text)
                    for number, text in enumerate(["。".join(home), *elsewhere], start=1)
                ],
            ),
        )
    )
    (found,) = compare_plans(reference, local).measures
    assert {match.id for match in found.matches} == linked

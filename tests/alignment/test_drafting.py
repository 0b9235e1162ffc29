"""Drafting: what each clause is, what belongs to it, and what a draft holds."""

from __future__ import annotations

import pytest

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.compare import compare_plans
from plancmp.alignment.drafting import addressing_level, to_compare
from plancmp.alignment.drafting.draft import (
    MeasureDraft,
    draft_plan,
    with_draft,
)
from plancmp.alignment.drafting.kinds import ClauseKind, Why, facts_in, judge_sentence
from plancmp.alignment.drafting.lists import split_list
from plancmp.alignment.drafting.wordings import ways_to_put
from plancmp.alignment.result import CaveatCode
from plancmp.plans.model import Plan
from tests.alignment.editing import plan_named
from tests.alignment.small_plans import measure, plan

PROVINCE = "province"


def plan_of(measures: dict[str, tuple[str, str]], level: str | None) -> Plan:
    made = plan("reference", *(measure(identity, *words) for identity, words in measures.items()))
    return made.model_copy(update={"level": level})


def kinds(text: str, level: str | None = PROVINCE, title: str = "") -> list[str]:
    return [
        clause.kind.value
        for sentence in split_sentences("1.1", text)
        for clause in judge_sentence(sentence, title, level)
    ]


def draft(text: str, title: str = "推进某项工作", level: str | None = PROVINCE) -> MeasureDraft:
    return draft_plan(plan_of({"1.1": (title, text)}, level=level))[0]


def texts(text: str, **named: str) -> list[str]:
    return [commitment.text for commitment in draft(text, **named).commitments]


class TestWhatAClauseIs:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("围绕知识产权强市目标,加强科技计划项目知识产权管理", ["opening", "commitment"]),
            ("以节能降碳为牵引,实施产业基础再造工程", ["opening", "commitment"]),
            ("开展技术攻关,提升区域科技创新能力", ["commitment", "purpose"]),
            ("为加快传统产业焕新,开展企业诊断", ["purpose", "commitment"]),
            ("开展企业诊断,让群众有更多获得感", ["commitment", "purpose"]),
            ("近年来,全省平台数量快速增长,县域占比不足三成", ["background"] * 3),
            ("县域主导产业是县域经济的根基", ["background"]),
            ("推行“链长制”,奋力谱写县域发展新篇章", ["commitment", "slogan"]),
            ("省发展改革委会同有关部门制定评价办法,定期公布结果", ["own_task"] * 2),
            ("省级统筹安排资金,支持各县建设产业园", ["own_task", "commitment"]),
            ("由省统筹保障计划指标", ["own_task"]),
            ("省级重点实验室达到3家以上", ["commitment"]),
            ("每年组织技术服务活动200次以上,受益群众3000人次以上", ["commitment", "figure"]),
            ("全区粮食播种面积稳定在76万亩,产量稳定在30万吨以上", ["commitment", "commitment"]),
            ("依托省级平台进行项目推介管理", ["commitment"]),
            ("发挥碳金融项目库作用", ["commitment"]),
        ],
    )
    def test_by_its_words_and_its_place(self, text: str, expected: list[str]) -> None:
        assert kinds(text) == expected

    def test_what_a_county_does_itself_another_could_copy(self) -> None:
        assert kinds("市财政局牵头制定全市办法", level=None) == ["commitment"]
        assert kinds("市财政局牵头制定全市办法", level="prefecture") == ["own_task"]

    def test_a_result_that_names_the_title_is_the_promise(self) -> None:
        said = "加强登记管理,促进科技成果转化"
        assert kinds(said) == ["commitment", "purpose"]
        assert kinds(said, title="加速推进科技成果转化") == ["commitment", "commitment"]


class TestLists:
    def test_things_with_numbers_of_their_own_are_promises_of_their_own(self) -> None:
        assert split_list("建设技术创新中心20个、重点实验室4个") == ("建设技术创新中心20个", "重点实验室4个")

    @pytest.mark.parametrize(
        "text",
        [
            "建设技术创新中心、重点实验室",
            "建设技术创新中心、重点实验室20个",
            "良种覆盖率、规模化率分别达到98%和88%",
            "推动1个省级、2个市级产业集群加快建设",
            "实施“5个一批、3个专项”行动",
        ],
    )
    def test_any_other_list_is_one_promise(self, text: str) -> None:
        assert split_list(text) == (text,)


class TestWhatIsOneCommitment:
    def test_a_clause_that_names_the_thing_again_goes_on_with_it(self) -> None:
        assert texts("落实权责清单制度,动态调整权责清单。建设园区") == [
            "落实权责清单制度,动态调整权责清单",
            "建设园区",
        ]

    def test_the_number_of_a_thing_stays_with_it(self) -> None:
        assert texts("大力培育“专精特新”企业,到2025年,新培育“专精特新”企业60家以上") == [
            "大力培育“专精特新”企业,到2025年,新培育“专精特新”企业60家以上"
        ]

    def test_words_of_the_title_do_not_make_two_clauses_one(self) -> None:
        said = "组织数字化转型诊断,推广数字化转型经验"
        assert len(texts(said)) == 1
        assert len(texts(said, title="推进数字化转型")) == 2

    @pytest.mark.parametrize(
        "said",
        [
            "修订园区产业目录,明确鼓励类和限制类产业",
            "建立经营主体名录,每月公布一次调度",
            "推广质量服务站,为中小企业提供检测服务",
            "清理涉企证明,取消重复的材料",
            "实施强县振兴计划,改善寄宿条件",
        ],
    )
    def test_what_only_says_how_belongs_to_the_promise_before(self, said: str) -> None:
        assert texts(said) == [said]

    def test_what_is_made_anew_is_a_promise_of_its_own(self) -> None:
        said = "推动集群与跨境电商融合,建设跨境电商产业园"
        assert texts(said) == said.split(",")

    def test_each_clause_of_it_is_a_way_to_put_it(self) -> None:
        assert ways_to_put("落实权责清单制度,动态调整权责清单") == [
            "落实权责清单制度,动态调整权责清单",
            "落实权责清单制度",
            "动态调整权责清单",
        ]
        assert ways_to_put("引导连锁商贸流通企业,加快商贸中心建设") == [
            "引导连锁商贸流通企业,加快商贸中心建设"
        ]


class TestADraft:
    def test_numbers_stay_with_what_they_measure(self) -> None:
        assert texts("组织技术服务活动200次以上,受益群众3000人次以上") == [
            "组织技术服务活动200次以上,受益群众3000人次以上"
        ]
        assert texts("培强五大产业集群,营收突破1.5万亿元") == ["培强五大产业集群,营收突破1.5万亿元"]

    def test_the_first_half_of_a_promise_goes_with_it(self) -> None:
        said = "引导连锁商贸流通企业,采取自建、租赁等方式,加快商贸中心建设"
        assert texts(said) == [said]

    def test_what_addresses_nobody_goes_on_in_a_text_that_addresses_others(self) -> None:
        said = "支持各县剥离社会事务,开展绩效考核,鼓励企业组建联盟"
        assert texts(said) == ["支持各县剥离社会事务,开展绩效考核", "鼓励企业组建联盟"]
        assert texts("支持各县剥离社会事务,科学谋划、错位布局,开展绩效考核") == [
            "支持各县剥离社会事务,科学谋划、错位布局,开展绩效考核"
        ]

    def test_a_text_that_lists_what_is_to_be_done_is_taken_clause_by_clause(self) -> None:
        listed = "。".join(f"开展{thing}清查" for thing in "甲乙丙丁戊")
        assert texts(f"支持各县剥离社会事务,开展绩效考核。{listed}")[:2] == [
            "支持各县剥离社会事务",
            "开展绩效考核",
        ]

    def test_two_promises_of_the_reconstruction_are_two(self) -> None:
        said = "支持企业参加境外“百展计划”,每年组织5000家次企业参加外贸展会"
        assert texts(said) == said.split(",")

    def test_what_asks_nobody_is_passed_over_beside_what_the_reconstruction_knows(self) -> None:
        said = "统筹发展和安全,鼓励各县加强湿地保护。支持各县科学开展国土绿化"
        found = draft(said)
        assert len(found.commitments) == 2
        assert [(each.text, each.why) for each in found.passed_over] == [("统筹发展和安全", Why.ASKS_NOBODY)]
        assert texts("统筹发展和安全,鼓励各县建设甲库。支持各县建设乙库")[0] == "统筹发展和安全"

    def test_what_the_reconstruction_promises_too_is_a_promise_whatever_it_looks_like(self) -> None:
        (found,) = draft("省科技厅牵头制定办法,加强湿地保护").commitments
        assert (found.text, found.why) == ("加强湿地保护", Why.KNOWN)
        assert draft("省林业局加强湿地保护").commitments == ()

    def test_strength_condition_and_target_are_told(self) -> None:
        firm, waits, numbered = draft(
            "严格落实“非禁即入”。待省统一部署,依法下放事项。力争参保率达到96%以上"
        ).commitments
        assert (firm.strength, waits.condition, numbered.strength) == (5, "待省统一部署", 3)
        assert [(target.indicator, target.phrase) for target in numbered.targets] == [("参保率", "96%以上")]

    def test_what_names_the_title_and_the_first_promise_are_central(self) -> None:
        said = "健全工作台账。开展企业诊断。扩大科技成果转化规模"
        found = draft(said, title="加速推进科技成果转化", level=None)
        assert [commitment.central for commitment in found.commitments] == [True, False, True]

    def test_what_the_reconstruction_marks_is_central_where_it_promises_the_same(self) -> None:
        found = draft("健全工作台账。培育战略性新兴产业集群", title="建设台账")
        assert [commitment.central for commitment in found.commitments] == [False, True]

    def test_what_is_passed_over_is_told_with_the_reason(self) -> None:
        found = draft("围绕主导产业,建设园区。省财政厅安排资金")
        assert [(each.text, each.kind, each.why) for each in found.passed_over] == [
            ("围绕主导产业", ClauseKind.OPENING, Why.OCCASION),
            ("省财政厅安排资金", ClauseKind.OWN_TASK, Why.OWN_SUBJECT),
        ]

    def test_a_measure_that_promises_nothing_else_is_held_to_its_aim(self) -> None:
        (aim,) = draft("让群众有更多获得感").commitments
        assert aim.why is Why.NOTHING_ELSE

    @pytest.mark.parametrize("name", ["yicheng", "qingzhou", "binzhou", "liaocheng"])
    def test_all_of_it_is_verbatim_and_in_order(self, name: str) -> None:
        running = plan_named(name)
        for part, found in zip(running.measures, draft_plan(running), strict=True):
            place = 0
            for commitment in found.commitments:
                place = part.text.index(commitment.text, place) + len(commitment.text)
            assert all(each.text in part.text for each in found.passed_over)


class TestComparingWithADraft:
    def test_what_no_county_could_copy_does_not_count(self) -> None:
        reference = plan_of(
            {"1.1": ("一", "建设园区。省财政厅安排资金"), "1.2": ("二", "省科技厅制定办法")}, level=PROVINCE
        )
        found = compare_plans(reference, plan_named("yicheng"))
        assert [(measure.id, len(measure.commitments)) for measure in found.measures] == [("1.1", 1)]

    def test_listed_commitments_go_before_the_draft(self) -> None:
        running = plan_named("yicheng")
        kept = with_draft(running)
        assert to_compare(kept) == kept
        assert list(kept.commitments) == list(to_compare(running).commitments)

    def test_which_of_the_two_was_used_is_told(self) -> None:
        reference, local = plan_named("yicheng"), plan_named("qingzhou")
        assert CaveatCode.DRAFTED in compare_plans(reference, local).caveats
        assert CaveatCode.LISTED in compare_plans(with_draft(reference), local).caveats
        assert {CaveatCode.DRAFTED, CaveatCode.LISTED}.isdisjoint(
            compare_plans(plan_named("shandong"), local).caveats
        )

    def test_the_level_is_read_from_the_issuer_where_it_is_not_given(self) -> None:
        assert addressing_level(plan_named("yicheng")) is None
        assert addressing_level(plan_named("binzhou")) == "prefecture"
        assert addressing_level(plan_named("shandong").model_copy(update={"level": None})) == "province"


@pytest.mark.parametrize("name", ["yicheng", "qingzhou", "binzhou", "liaocheng"])
def test_what_states_a_fact_is_told_without_judging_all_else(name: str) -> None:
    parts = [(part.id, part.text) for part in plan_named(name).parts]
    for sentence in (sentence for part in parts for sentence in split_sentences(*part)):
        judged = judge_sentence(sentence, title="", level=None)
        assert facts_in(sentence) == {clause.number for clause in judged if clause.why is Why.FACT}

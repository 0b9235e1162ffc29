"""The documents this project holds, encoded: programmes, measures, header, and what is left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.regions import RegionKind
from plancmp.plans.encoding.review import ReviewKind
from plancmp.plans.encoding.source_document import count_characters
from plancmp.plans.model import Agencies, ImplementedDocument, Period

SOURCES = Path(__file__).parents[2] / "plans" / "sources"
NAMES = ("binzhou", "yicheng", "qingzhou", "liaocheng")

SEVEN_PROGRAMMES = [
    "实施产业升级优势再造工程",
    "实施科技创新能力跃升工程",
    "实施生态优先绿色发展工程",
    "实施乡村振兴赋能增效工程",
    "实施民营经济增量提质工程",
    "实施改革攻坚开放扩容工程",
    "实施资源要素保障支撑工程",
]
PROGRAMMES = {
    "binzhou": [
        "实施产业转型提质增效行动",
        "实施科技创新提升行动",
        "实施绿色低碳发展行动",
        "实施全面乡村振兴赋能行动",
        "实施民营经济壮大行动",
        "实施改革开放攻坚行动",
        "实施资源要素保障行动",
    ],
    "yicheng": SEVEN_PROGRAMMES,
    "qingzhou": SEVEN_PROGRAMMES,
    "liaocheng": [
        "加快推动创新驱动发展",
        "深入实施黄河重大国家战略",
        "纵深推进新旧动能转换",
        "着力扩大有效内需",
        "深入实施乡村振兴战略",
        "大力促进区域协调发展",
        "全面深化改革开放",
        "扎实促进共同富裕",
    ],
}
MEASURES = {
    "binzhou": [6, 4, 3, 4, 3, 5, 5],
    "yicheng": [6, 4, 3, 4, 3, 5, 5],
    "qingzhou": [6, 4, 3, 4, 3, 5, 5],
    "liaocheng": [3, 5, 3, 5, 5, 3, 3, 4],
}
TITLES = {
    ("binzhou", 1): [
        "持续扩大产业集群优势",
        "推动规上工业企业技改“全覆盖”",
        "融合稳固产业链",
        "打造高能级产业园区",
        "推进服务业提质增效",
        "加快新型基础设施建设",
    ],
    ("binzhou", 5): ["营造一流营商环境", "提升服务市场主体水平", "强化产业精准招引"],
    ("yicheng", 1): [
        "培育优势产业集群",
        "推动传统产业技改升级",
        "推进产业链融链固链",
        "提升园区发展能级",
        "推动服务业转型升级",
        "建设新型基础设施",
    ],
    ("qingzhou", 1): [
        "培育优势产业集群",
        "推动传统产业技改升级",
        "推进产业链融链固链",
        "提升园区发展能级",
        "推动服务业转型升级",
        "加快新型基础设施建设",
    ],
    ("qingzhou", 7): [
        "完善用地管理制度",
        "强化人才发展支撑",
        "提升财政政策效能",
        "深化金融政策支持",
        "优化环境容量配置",
    ],
    ("liaocheng", 1): ["加强科技创新主体培育", "强化科技平台载体赋能", "促进科技成果落地转化"],
    ("liaocheng", 8): [
        "加大民生投入力度",
        "提升教育整体发展水平",
        "增强医疗卫生服务能力",
        "推进精神文明建设",
    ],
}


def read_source(name: str) -> bytes:
    return (SOURCES / f"{name}.txt").read_bytes()


@cache
def encode(name: str) -> Encoded:
    return encode_document(read_source(name), plan_id=name)


def agencies_of(name: str, measure_id: str) -> Agencies:
    return next(measure.agencies for measure in encode(name).plan.measures if measure.id == measure_id)


def left_out(name: str) -> list[tuple[int, int, RegionKind]]:
    return [(part.first_line, part.last_line, part.kind) for part in encode(name).report.left_out]


def sections(name: str) -> list[tuple[str, str]]:
    return [(section.kind, section.title) for section in encode(name).plan.sections]


@pytest.mark.parametrize("name", NAMES)
class TestEveryDocument:
    def test_has_its_programmes(self, name: str) -> None:
        programmes = encode(name).plan.programmes
        assert [programme.title for programme in programmes] == PROGRAMMES[name]
        assert [programme.number for programme in programmes] == [*range(1, len(programmes) + 1)]

    def test_has_its_measures(self, name: str) -> None:
        plan = encode(name).plan
        assert [len(programme.measures) for programme in plan.programmes] == MEASURES[name]
        assert [measure.id for measure in plan.measures] == [
            f"{programme}.{number + 1}"
            for programme, count in enumerate(MEASURES[name], start=1)
            for number in range(count)
        ]

    def test_names_an_agency_for_each_measure_and_keeps_the_bracket_out_of_the_text(self, name: str) -> None:
        for measure in encode(name).plan.measures:
            agencies = measure.agencies
            assert agencies.lead or agencies.responsible, measure.id
            assert not any(word in measure.text[-12:] for word in ("牵头", "配合", "责任单位", "负责"))
            assert measure.text.endswith("。")
            assert not measure.text.endswith("。。")

    def test_has_measures_whose_words_are_the_sources_own(self, name: str) -> None:
        source = read_source(name).decode()
        for measure in encode(name).plan.measures:
            assert f"{measure.title}。{measure.text[:-1]}" in source

    def test_accounts_for_every_character(self, name: str) -> None:
        report = encode(name).report
        assert report.characters == count_characters(read_source(name).decode())
        assert report.characters == report.landed_characters + sum(
            part.characters for part in report.left_out
        )

    def test_leaves_no_number_of_the_body_unread(self, name: str) -> None:
        assert ReviewKind.NUMBER_IN_TEXT not in {item.kind for item in encode(name).report.review_items}

    def test_counts_what_the_plan_holds(self, name: str) -> None:
        encoded = encode(name)
        assert len(encoded.report.programmes) == len(encoded.plan.programmes)
        assert encoded.report.measures == sum(1 for _ in encoded.plan.measures)


@pytest.mark.parametrize(("name", "programme"), TITLES)
def test_measures_have_the_titles_of_the_document(name: str, programme: int) -> None:
    measures = encode(name).plan.programmes[programme - 1].measures
    assert [measure.title for measure in measures] == TITLES[name, programme]


class TestHeader:
    def test_binzhou(self) -> None:
        plan = encode("binzhou").plan
        assert plan.title == "滨州市加快县域经济高质量发展行动方案(2024—2025年)"
        assert (plan.name, plan.issuer) == ("滨州市", "滨州市人民政府")
        assert (plan.document_number, plan.issued) == ("滨政字〔2024〕4号", "2024-02-08")
        assert plan.period == Period(start=2024, end=2025)
        assert plan.implements == (
            ImplementedDocument(
                title="关于进一步加快县域经济高质量发展的意见", document_number="鲁办发〔2023〕13号"
            ),
            ImplementedDocument(
                title="山东省县域经济高质量发展三年行动方案(2023—2025年)",
                document_number="鲁政字〔2023〕209号",
            ),
        )

    def test_yicheng(self) -> None:
        plan = encode("yicheng").plan
        assert plan.title == (
            "峄城区贯彻落实《枣庄市贯彻落实〈山东省县域经济高质量发展三年行动方案(2023−2025年)〉的工作方案》"
            "的工作方案"
        )
        assert (plan.name, plan.issuer) == ("峄城区", "峄城区人民政府")
        assert (plan.document_number, plan.issued) == ("峄政字〔2024〕11号", "2024-12-31")
        assert plan.period == Period(start=2023, end=2025)
        assert plan.implements == (
            ImplementedDocument(
                title="枣庄市贯彻落实〈山东省县域经济高质量发展三年行动方案(2023−2025年)〉的工作方案的通知",
                document_number="枣政字〔2024〕13号",
            ),
        )

    def test_qingzhou(self) -> None:
        plan = encode("qingzhou").plan
        assert plan.title == "青州市县域经济高质量发展三年行动方案（2023—2025年）"
        assert (plan.name, plan.issuer) == ("青州市", "青州市人民政府")
        assert (plan.document_number, plan.issued) == (None, "2024-02-18")
        assert plan.period == Period(start=2023, end=2025)
        assert plan.implements == ()

    def test_liaocheng(self) -> None:
        plan = encode("liaocheng").plan
        assert plan.title == "聊城市贯彻落实突破菏泽鲁西崛起三年行动计划(2023-2025年)实施方案"
        assert (plan.name, plan.issuer) == ("聊城市", "聊城市人民政府")
        assert (plan.document_number, plan.issued) == (None, "2023-08-26")
        assert plan.period == Period(start=2023, end=2025)
        assert plan.implements == (
            ImplementedDocument(
                title="突破菏泽鲁西崛起三年行动计划(2023—2025年)",
                document_number="鲁政字〔2023〕18号",
            ),
        )

    def test_says_on_which_line_each_field_stands(self) -> None:
        header = encode("binzhou").report.header
        assert header.title.line == 22
        assert header.document_number is not None
        assert header.document_number.line == 10
        assert header.issued is not None
        assert header.issued.line == 18
        assert [found.line for found in header.implements] == [24, 24]


class TestAgencies:
    def test_lead_and_supporting_agencies_named_before_their_duty(self) -> None:
        assert agencies_of("binzhou", "1.5") == Agencies(
            lead=("市发展改革委", "市财政局", "市商务局"),
            supporting=("市地方金融监管局", "市人力资源社会保障局"),
        )

    def test_bracket_followed_by_a_second_full_stop(self) -> None:
        assert agencies_of("qingzhou", "3.2") == Agencies(
            lead=("市发展和改革局",), supporting=("潍坊市生态环境局青州分局", "市水利局")
        )

    def test_agencies_that_carry_a_measure_together(self) -> None:
        assert agencies_of("qingzhou", "7.2").lead == ()
        assert agencies_of("qingzhou", "7.2").responsible[-1] == "市教育和体育局"
        assert len(agencies_of("qingzhou", "7.2").responsible) == 6

    def test_list_behind_a_label_whose_names_hold_signs_and_the_label_itself(self) -> None:
        assert agencies_of("yicheng", "1.1") == Agencies(responsible=("区“6+3”产业链责任单位", "区发改局"))

    def test_lists_behind_two_labels(self) -> None:
        assert agencies_of("liaocheng", "1.2") == Agencies(
            lead=("市科技局", "市地方金融监管局"),
            supporting=("市财政局", "中国人民银行聊城市分行", "国家金融监督管理总局聊城监管分局"),
        )


class TestSections:
    def test_binzhou_has_its_other_tasks_with_their_agencies(self) -> None:
        assert sections("binzhou") == [
            ("preamble", "前言"),
            ("goals", "总体要求"),
            ("tasks", "强化经济强县引领带动"),
            ("tasks", "强化特色强县培育建设"),
            ("tasks", "强化经济弱县对口帮扶"),
            ("tasks", "强化特殊类型县产业转型"),
            ("organisation", "加强组织领导"),
            ("organisation", "强化争先导向"),
            ("organisation", "发挥示范作用"),
        ]
        tasks = [section for section in encode("binzhou").plan.sections if section.kind == "tasks"]
        assert all(section.agencies.lead and section.agencies.supporting for section in tasks)
        assert "牵头" not in "".join(section.text for section in tasks)

    def test_yicheng_has_each_part_of_its_general_requirements(self) -> None:
        assert sections("yicheng") == [
            ("preamble", "前言"),
            ("goals", "指导思想"),
            ("goals", "基本原则"),
            ("goals", "主要目标"),
            ("organisation", "加强组织领导"),
            ("organisation", "健全政策体系"),
            ("organisation", "强化评估督导"),
        ]

    def test_qingzhou_has_its_headline_targets(self) -> None:
        assert sections("qingzhou") == [
            ("preamble", "前言"),
            ("goals", "主要目标"),
            ("tasks", "重点任务"),
            ("organisation", "加强组织领导"),
            ("organisation", "明确责任分工"),
            ("organisation", "强化统筹调度"),
        ]
        assert "地区生产总值突破800亿元" in encode("qingzhou").plan.sections[1].text

    def test_liaocheng_has_its_principles_without_their_numbers(self) -> None:
        assert sections("liaocheng")[2] == ("goals", "基本原则")
        assert encode("liaocheng").plan.sections[2].text.startswith("坚持科技引领,创新发展。实施")

    @pytest.mark.parametrize("name", NAMES)
    def test_are_numbered_and_counted_in_the_report(self, name: str) -> None:
        encoded = encode(name)
        assert [section.id for section in encoded.plan.sections] == [
            f"S{number}" for number in range(1, len(encoded.report.sections) + 1)
        ]


class TestLeftOut:
    def test_site_navigation_letter_and_footer(self) -> None:
        assert left_out("binzhou") == [
            (1, 5, RegionKind.NAVIGATION),
            (6, 20, RegionKind.LETTER),
            (120, 129, RegionKind.FOOTER),
        ]

    def test_second_print_of_the_whole_document(self) -> None:
        assert left_out("yicheng") == [
            (1, 7, RegionKind.NAVIGATION),
            (9, 21, RegionKind.LETTER),
            (135, 135, RegionKind.DUPLICATE),
            (137, 137, RegionKind.FOOTER),
            (139, 262, RegionKind.DUPLICATE),
        ]

    def test_letter(self) -> None:
        assert left_out("qingzhou") == [(2, 13, RegionKind.LETTER)]

    def test_news_lead_that_repeats_measures(self) -> None:
        assert left_out("liaocheng") == [(1, 4, RegionKind.NEWS_LEAD)]

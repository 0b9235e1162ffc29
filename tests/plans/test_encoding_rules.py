"""The rules of encoding, each on a plan just long enough to need it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.encoder import Encoded, encode_document, find_name
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.regions import RegionKind
from plancmp.plans.encoding.review import ReviewItem, ReviewKind
from plancmp.plans.model import Agencies

SOURCES = Path(__file__).parents[2] / "plans" / "sources"
TITLE = "青州市县域经济高质量发展三年行动方案(2023—2025年)"


def encode(body: str, above: str = TITLE) -> Encoded:
    return encode_document(f"{above}\n{body}".encode(), plan_id="plan")


def measures(encoded: Encoded) -> list[tuple[str, str, str]]:
    return [(measure.id, measure.title, measure.text) for measure in encoded.plan.measures]


def titles(body: str) -> list[str]:
    return [f"{measure_id} {title}" for measure_id, title, _ in measures(encode(body))]


class TestNumbersThatAreNotHeadings:
    @pytest.mark.parametrize(
        "text",
        [
            "营收突破1.5万亿元。2.4万户受益。",
            "到2025年,达到80家。2025年底完成。",
            "每千人口托位数达到4.5个(含民办)3.65亿斤。",
            "实施3.推进工程。",
            "惠及三、四线城市。三、四级医院全覆盖。",
        ],
    )
    def test_stay_in_the_text(self, text: str) -> None:
        body = f"一、任务\n(一)工程\n1.打造集群。{text}(市科技局牵头)\n2.推动技改。落实。(市财政局牵头)"
        assert measures(encode(body)) == [("1.1", "打造集群", text), ("1.2", "推动技改", "落实。")]

    def test_list_inside_a_measure_does_not_take_the_numbers_of_the_measures_below(self) -> None:
        body = "一、任务\n(一)工程\n1.甲。分步实施。2.先行。3.推广。\n2.乙。落实。\n3.丙。落实。"
        assert titles(body) == ["1.1 甲", "1.2 乙", "1.3 丙"]

    def test_numbered_line_out_of_the_count_is_reported(self) -> None:
        items = encode("一、任务\n(一)工程\n1.甲。落实。\n7.先行。\n2.乙。落实。").report.review_items
        assert ReviewItem(ReviewKind.NUMBER_IN_TEXT, "programmes[0].measures[0].text", 5, "7.先行。") in items


class TestNumbersThatAreHeadings:
    def test_in_the_middle_of_a_line_behind_a_bracket_or_a_full_stop(self) -> None:
        body = "一、任务\n(一)甲工程\n1.甲。落实。(市科技局牵头)(二)乙工程\n1.乙。落实。2.丙。落实。"
        assert titles(body) == ["1.1 甲", "2.1 乙", "2.2 丙"]

    def test_first_child_directly_behind_the_words_of_its_heading(self) -> None:
        encoded = encode("一、任务(一)甲工程1.甲。落实。2.乙。落实。")
        assert [programme.title for programme in encoded.plan.programmes] == ["甲工程"]
        assert [measure.title for measure in encoded.plan.measures] == ["甲", "乙"]

    def test_number_that_the_office_skipped_is_not_skipped_in_the_plan_and_is_reported(self) -> None:
        body = "一、任务\n(一)工程\n1.甲。落实。\n3.丙。落实。\n4.丁。落实。"
        assert titles(body) == ["1.1 甲", "1.2 丙", "1.3 丁"]
        items = [item for item in encode(body).report.review_items if item.kind is ReviewKind.NUMBER_CHANGED]
        assert items == [
            ReviewItem(ReviewKind.NUMBER_CHANGED, "programmes[0].measures[1].id", 5, "3.丙。落实。")
        ]

    def test_more_than_ten(self) -> None:
        groups = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        body = "".join(f"({group})工程{group}\n1.甲。落实。\n" for group in groups)
        numbers = [programme.number for programme in encode(f"一、任务\n{body}").plan.programmes]
        assert numbers == [*range(1, 13)]

    def test_chapters(self) -> None:
        assert titles("第一章 总则\n第二章 任务\n(一)工程\n1、甲\n落实。\n2、乙\n落实。") == [
            "1.1 甲",
            "1.2 乙",
        ]


class TestTitleAndText:
    def test_title_on_a_line_of_its_own(self) -> None:
        body = "一、任务\n(一)工程\n1.甲措施\n落实一。\n落实二。"
        assert measures(encode(body)) == [("1.1", "甲措施", "落实一。落实二。")]

    def test_measure_of_one_sentence_is_its_own_text(self) -> None:
        body = "一、任务\n(一)工程\n1.实施甲措施(责任单位:市科技局)。"
        assert measures(encode(body)) == [("1.1", "实施甲措施", "实施甲措施")]

    def test_first_sentence_too_long_for_a_title_stays_in_the_text(self) -> None:
        sentence = "加强科技创新主体培育,实施科技型企业培育计划,加大科技领军企业、高新技术企业等的培育力度"
        body = f"一、任务\n(一)工程\n1.{sentence}。落实。"
        assert measures(encode(body)) == [("1.1", "加强科技创新主体培育", f"{sentence}。落实。")]

    def test_number_without_words_is_refused(self) -> None:
        with pytest.raises(EncodingError) as caught:
            encode("一、任务\n(一)工程\n1.\n2.乙。落实。")
        problem = caught.value
        assert (problem.problem, problem.line, problem.found) == (Problem.HEADING_WITHOUT_WORDS, 4, "1.")


class TestBody:
    def test_is_the_section_whose_items_name_agencies_even_if_another_has_more_items(self) -> None:
        principles = "一、要求\n(一)原则\n1.甲。坚持。\n2.乙。坚持。\n3.丙。坚持。\n"
        encoded = encode(f"{principles}二、任务\n(一)工程\n1.丁。落实。(市科技局牵头)")
        assert [measure.title for measure in encoded.plan.measures] == ["丁"]

    def test_is_the_section_with_most_items_where_none_names_agencies(self) -> None:
        principles = "一、要求\n(一)原则\n1.甲。坚持。\n"
        assert titles(f"{principles}二、任务\n(一)工程\n1.丁。落实。\n2.戊。落实。") == ["1.1 丁", "1.2 戊"]

    def test_has_sections_of_a_group_without_items_and_of_what_introduces_the_items(self) -> None:
        measure = "1.甲。落实。(市科技局牵头)"
        encoded = encode(f"一、任务\n加快实施。\n(一)甲工程\n抓好落实。\n{measure}\n(二)乙工程\n落实。")
        assert [(section.title, section.text) for section in encoded.plan.sections] == [
            ("任务", "加快实施。"),
            ("甲工程", "抓好落实。"),
            ("乙工程", "落实。"),
        ]
        assert encoded.report.left_out == ()


class TestTail:
    BODY = "一、任务\n(一)工程\n1.甲。落实。(市科技局牵头)"

    @pytest.mark.parametrize(
        ("back_matter", "kind"),
        [
            ("(来源:青州市人民政府)", RegionKind.FOOTER),
            ("\n青州市人民政府\n2024年2月18日", RegionKind.FOOTER),
            ("\n附件:1.分工表\n2.联系人", RegionKind.FOOTER),
            ("\n本页由网站编辑部整理。", RegionKind.UNKNOWN),
            (f"\n{TITLE}\n1.甲。落实。(市科技局牵头)", RegionKind.DUPLICATE),
        ],
    )
    def test_does_not_land_in_the_last_measure(self, back_matter: str, kind: RegionKind) -> None:
        encoded = encode(self.BODY + back_matter)
        assert measures(encoded) == [("1.1", "甲", "落实。")]
        assert {part.kind for part in encoded.report.left_out} == {kind}

    def test_signature_below_the_text_gives_issuer_and_date(self) -> None:
        plan = encode(f"{self.BODY}\n青州市人民政府\n2024年2月18日").plan
        assert (plan.issuer, plan.issued) == ("青州市人民政府", "2024-02-18")

    def test_more_lines_of_a_measure_land_in_it(self) -> None:
        body = f"{self.BODY}\n另行推进。\n2.乙。落实。(市财政局牵头)"
        assert measures(encode(body))[0] == ("1.1", "甲", "落实。另行推进。")


class TestHeader:
    BODY = "一、任务\n(一)工程\n1.甲。落实。"

    def test_title_broken_over_lines_is_the_one_quoted(self) -> None:
        broken = f"{TITLE[:12]}\n{TITLE[12:18]}\n{TITLE[18:]}"
        above = f"现将《{TITLE}》印发给你们。\n{broken}\n根据要求制定。"
        assert encode(self.BODY, above).plan.title == TITLE

    def test_title_that_nothing_quotes(self) -> None:
        above = "首页 > 文件\n青州市县域经济高质量发展三年行动方案\n(2023—2025年)\n根据要求制定。"
        assert encode(self.BODY, above).plan.title == TITLE

    def test_numbers_of_implemented_documents_are_not_the_plans_own(self) -> None:
        above = f"{TITLE}\n根据《关于印发甲方案的通知》(鲁政字〔2023〕209号)要求,制定本方案。"
        plan = encode(self.BODY, above).plan
        assert plan.document_number is None
        assert [(document.title, document.document_number) for document in plan.implements] == [
            ("甲方案", "鲁政字〔2023〕209号")
        ]

    def test_date_that_does_not_exist_is_not_taken(self) -> None:
        assert encode(self.BODY, f"青州市人民政府\n2024年2月31日\n{TITLE}").plan.issued is None

    def test_period_that_ends_before_it_starts_is_not_taken(self) -> None:
        assert encode(self.BODY, "青州市行动方案(2025—2023年)").plan.period is None

    @pytest.mark.parametrize(
        ("issuer", "title", "name"),
        [
            ("青州市人民政府", "行动方案", "青州市"),
            ("山东省青州市人民政府", "行动方案", "青州市"),
            ("枣庄市市中区人民政府办公室", "行动方案", "市中区"),
            ("菏泽市单县人民政府", "行动方案", "单县"),
            (None, "峄城区贯彻落实方案", "峄城区"),
            (None, "行动方案", None),
        ],
    )
    def test_name_of_the_place(self, issuer: str | None, title: str, name: str | None) -> None:
        assert find_name(issuer, title) == name

    def test_name_level_aliases_and_source_are_those_given(self) -> None:
        plan = encode_document(
            f"{TITLE}\n{self.BODY}".encode(),
            plan_id="plan",
            name="某市",
            aliases=("潍坊",),
            level="county",
            source="plan.txt",
        ).plan
        assert (plan.name, plan.aliases, plan.level, plan.source) == ("某市", ("潍坊",), "county", "plan.txt")


class TestAgencies:
    @pytest.mark.parametrize(
        ("passage", "agencies"),
        [
            ("(市科技局牵头)", Agencies(lead=("市科技局",))),
            ("(甲局、乙局牵头,丙局配合)", Agencies(lead=("甲局", "乙局"), supporting=("丙局",))),
            ("（甲局，乙局牵头；丙局配合）", Agencies(lead=("甲局", "乙局"), supporting=("丙局",))),
            ("(牵头单位:甲局;配合单位:乙局)", Agencies(lead=("甲局",), supporting=("乙局",))),
            ("(牵头:甲局;配合:乙局)", Agencies(lead=("甲局",), supporting=("乙局",))),
            ("(责任单位:甲局牵头,乙局配合)", Agencies(lead=("甲局",), supporting=("乙局",))),
            ("(甲局、乙局按职责分工负责)", Agencies(responsible=("甲局", "乙局"))),
            ("(甲局牵头,乙局等有关部门配合)", Agencies(lead=("甲局",), supporting=("乙局等有关部门",))),
            ("(甲委(乙局、丙局)牵头)", Agencies(lead=("甲委(乙局、丙局)",))),
            ("【责任单位：甲局、乙局】", Agencies(responsible=("甲局", "乙局"))),
            ("责任单位:甲局、乙局。", Agencies(responsible=("甲局", "乙局"))),
            ("(市科\n技局牵头)", Agencies(lead=("市科技局",))),
            ("(县发展改革局、县财政局)", Agencies(responsible=("县发展改革局", "县财政局"))),
            ("（市委组织部，各镇人民政府）", Agencies(responsible=("市委组织部", "各镇人民政府"))),
            ("(市财政局等部门)", Agencies(responsible=("市财政局等部门",))),
        ],
    )
    def test_are_found_at_the_end_and_read_by_role(self, passage: str, agencies: Agencies) -> None:
        text = f"抓好落实。{passage}"
        assert find_agencies(text) == ((5, len(text)),)
        assert read_agencies([passage]) == agencies

    @pytest.mark.parametrize(
        "text",
        [
            "支持各县(市、区)申报。",
            "推动共建(社会力量参与)。",
            "由企业(市场主体负责),政府引导。",
            "支持企业牵头实施攻关。",
            "生态导向的开发(EOD)项目",
            "报主管部门(市财政局)备案。",
            "报主管部门(市财政局)。限期办结。",
            "改造医院(县医院、县中医院)",
            "培育园区(甲园、乙园)",
        ],
    )
    def test_are_not_seen_in_other_brackets(self, text: str) -> None:
        assert find_agencies(text) == ()

    def test_full_stop_behind_the_bracket_closes_a_sentence_left_open(self) -> None:
        body = "一、任务\n(一)工程\n1.甲。达到6个以上（市科技局牵头）。\n2.乙。完成。（市科技局牵头）。"
        assert [text for _, _, text in measures(encode(body))] == ["达到6个以上。", "完成。"]

    def test_named_in_the_middle_and_at_the_end_are_all_read(self) -> None:
        body = "一、任务\n(一)工程\n1.甲。先行。(甲局牵头)后续。(乙局牵头,甲局配合)"
        encoded = encode(body)
        assert measures(encoded) == [("1.1", "甲", "先行。后续。")]
        agencies = next(encoded.plan.measures).agencies
        assert agencies == Agencies(lead=("甲局", "乙局"), supporting=("甲局",))


class TestNotAPlan:
    @pytest.mark.parametrize(
        ("raw", "problem", "line"),
        [
            (b"", Problem.EMPTY, None),
            ("\ufeff \r\n\u3000\n".encode(), Problem.EMPTY, None),
            ("他走在路上。\n雨还在下。".encode(), Problem.NO_MEASURES, None),
            ("第一章 雨\n他走在路上。\n第二章 雪\n天亮了。".encode(), Problem.NO_MEASURES, None),
            ("价目表\n一、水果\n(一)热带\n1.香蕉 5元\n2.芒果 6元".encode(), Problem.NO_TITLE, 2),
            ("行动方案\n一、任务\n(一)工程\n1.甲。落实。".encode(), Problem.NO_NAME, 1),
        ],
    )
    def test_is_refused_with_what_is_wrong(self, raw: bytes, problem: Problem, line: int | None) -> None:
        with pytest.raises(EncodingError) as caught:
            encode_document(raw, plan_id="plan")
        assert (caught.value.problem, caught.value.line) == (problem, line)

    def test_press_briefing(self) -> None:
        with pytest.raises(EncodingError) as caught:
            encode_document((SOURCES / "shandong-briefing.txt").read_bytes(), plan_id="briefing")
        assert caught.value.problem is Problem.NO_MEASURES

    @pytest.mark.parametrize(
        ("given", "problem", "found"),
        [
            ({"plan_id": "Qing Zhou"}, Problem.BAD_ID, "Qing Zhou"),
            ({"plan_id": "../qingzhou"}, Problem.BAD_ID, "../qingzhou"),
            ({"plan_id": "plan", "name": " "}, Problem.BAD_VALUE, "name"),
            ({"plan_id": "plan", "aliases": ("青州", "")}, Problem.BAD_VALUE, "aliases[1]"),
        ],
    )
    def test_what_the_caller_gives_is_checked_too(
        self, given: dict[str, Any], problem: Problem, found: str
    ) -> None:
        with pytest.raises(EncodingError) as caught:
            encode_document((SOURCES / "qingzhou.txt").read_bytes(), **given)
        assert (caught.value.problem, caught.value.found) == (problem, found)

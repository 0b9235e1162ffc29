"""The rules of encoding, each on a plan just long enough to need it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancmp.plans.encoding.agencies import find_agencies, read_agencies
from plancmp.plans.encoding.encode import Encoded, encode_document
from plancmp.plans.encoding.errors import EncodingError
from plancmp.plans.encoding.names import find_name
from plancmp.plans.encoding.stretches import Kind
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
        report = encode("一、任务\n(一)工程\n1.甲。落实。\n7.先行。\n2.乙。落实。").report
        assert [(ignored.line, ignored.opening) for ignored in report.ignored_numbers] == [(5, "7.先行。")]


class TestNumbersThatAreHeadings:
    def test_in_the_middle_of_a_line_behind_a_bracket_or_a_full_stop(self) -> None:
        body = "一、任务\n(一)甲工程\n1.甲。落实。(市科技局牵头)(二)乙工程\n1.乙。落实。2.丙。落实。"
        assert titles(body) == ["1.1 甲", "2.1 乙", "2.2 丙"]

    def test_first_child_directly_behind_the_words_of_its_heading(self) -> None:
        encoded = encode("一、任务(一)甲工程1.甲。落实。2.乙。落实。")
        assert [programme.title for programme in encoded.plan.programmes] == ["甲工程"]
        assert [measure.title for measure in encoded.plan.measures] == ["甲", "乙"]

    def test_number_that_the_office_skipped(self) -> None:
        body = "一、任务\n(一)工程\n1.甲。落实。\n3.丙。落实。\n4.丁。落实。"
        assert titles(body) == ["1.1 甲", "1.3 丙", "1.4 丁"]

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
        with pytest.raises(EncodingError, match="has no words") as caught:
            encode("一、任务\n(一)工程\n1.\n2.乙。落实。")
        assert caught.value.line == 4


class TestBody:
    def test_is_the_section_whose_items_name_agencies_even_if_another_has_more_items(self) -> None:
        principles = "一、要求\n(一)原则\n1.甲。坚持。\n2.乙。坚持。\n3.丙。坚持。\n"
        encoded = encode(f"{principles}二、任务\n(一)工程\n1.丁。落实。(市科技局牵头)")
        assert [measure.title for measure in encoded.plan.measures] == ["丁"]

    def test_is_the_section_with_most_items_where_none_names_agencies(self) -> None:
        principles = "一、要求\n(一)原则\n1.甲。坚持。\n"
        assert titles(f"{principles}二、任务\n(一)工程\n1.丁。落实。\n2.戊。落实。") == ["1.1 丁", "1.2 戊"]

    def test_leaves_out_a_group_without_items_and_what_introduces_the_items(self) -> None:
        encoded = encode("一、任务\n加快实施。\n(一)甲工程\n抓好落实。\n1.甲。落实。\n(二)乙工程\n落实。")
        parts = [(part.first_line, part.last_line, part.kind) for part in encoded.report.left_out]
        assert parts == [(3, 3, Kind.INTRODUCTION), (5, 5, Kind.INTRODUCTION), (7, 8, Kind.SECTION)]


class TestTail:
    BODY = "一、任务\n(一)工程\n1.甲。落实。(市科技局牵头)"

    @pytest.mark.parametrize(
        ("tail", "kind"),
        [
            ("(来源:青州市人民政府)", Kind.FOOTER),
            ("\n青州市人民政府\n2024年2月18日", Kind.FOOTER),
            ("\n附件:1.分工表\n2.联系人", Kind.FOOTER),
            ("\n本页由网站编辑部整理。", Kind.UNKNOWN),
            (f"\n{TITLE}\n1.甲。落实。(市科技局牵头)", Kind.DUPLICATE),
        ],
    )
    def test_does_not_land_in_the_last_measure(self, tail: str, kind: Kind) -> None:
        encoded = encode(self.BODY + tail)
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
        ("raw", "message", "line"),
        [
            (b"", "the document is empty", None),
            ("\ufeff \r\n\u3000\n".encode(), "the document is empty", None),
            ("第一行\n青州市".encode("gb18030"), "is not UTF-8: save the document as UTF-8 text", 1),
            (b"one\ntwo\r\n\xff", "byte 0xff is not UTF-8", 3),
            ("他走在路上。\n雨还在下。".encode(), "no measures found", None),
            ("第一章 雨\n他走在路上。\n第二章 雪\n天亮了。".encode(), "no measures found", None),
            ("价目表\n一、水果\n(一)热带\n1.香蕉 5元\n2.芒果 6元".encode(), "no title found", 2),
            ("行动方案\n一、任务\n(一)工程\n1.甲。落实。".encode(), "give one with --name", 1),
        ],
    )
    def test_is_refused_with_what_is_wrong(self, raw: bytes, message: str, line: int | None) -> None:
        with pytest.raises(EncodingError, match=message) as caught:
            encode_document(raw, plan_id="plan")
        assert caught.value.line == line

    def test_press_briefing(self) -> None:
        with pytest.raises(EncodingError, match="no measures found"):
            encode_document((SOURCES / "shandong-briefing.txt").read_bytes(), plan_id="briefing")

    def test_invalid_id_is_named(self) -> None:
        with pytest.raises(EncodingError, match="the plan would not be valid: id: "):
            encode_document((SOURCES / "qingzhou.txt").read_bytes(), plan_id="Qing Zhou")

    @settings(max_examples=200, deadline=None)
    @given(
        st.one_of(
            st.binary(), st.text(alphabet="一二三、()1234.。\n方案市《》责任单位:牵头 ").map(str.encode)
        )
    )
    def test_no_bytes_raise_anything_else(self, raw: bytes) -> None:
        try:
            report = encode_document(raw, plan_id="plan").report
        except EncodingError as error:
            assert error.message and os.linesep not in error.message
        else:
            left_out = sum(part.characters for part in report.left_out)
            assert report.characters == report.landed_characters + left_out

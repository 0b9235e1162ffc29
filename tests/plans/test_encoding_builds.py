"""Documents of other builds than the province's: nothing of their bodies is lost, and what is odd is told.

`python -m tests.plans.builds` prints the table of what is found in each.
"""

from __future__ import annotations

import pytest

from plancmp.alignment.plan_targets import find_plan_targets
from plancmp.plans.checks import check_file
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.review import ReviewKind
from plancmp.plans.encoding.tables import read_rows
from plancmp.plans.library import Library
from plancmp.plans.writing import dump_plan
from tests.plans.builds import BUILDS, Build, agencies_of, build_table, compare_build, encode_build

each_build = pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.name)


@each_build
class TestEveryBuild:
    def test_loses_no_sentence_of_the_body_and_no_agency(self, build: Build) -> None:
        assert compare_build(build).lost == 0
        measures = [*encode_build(build).plan.measures]
        assert [agencies_of(measure) for measure in measures] == list(build.agencies)

    def test_has_its_titles_and_keeps_them_out_of_the_text(self, build: Build) -> None:
        for item, measure in zip(build.items, encode_build(build).plan.measures, strict=True):
            if build.titled:
                assert measure.title == item.title
            assert measure.text == item.text
            assert not set(measure.title) & set("【】,。")

    def test_accounts_for_every_character(self, build: Build) -> None:
        report = encode_build(build).report
        left_out = sum(part.characters for part in report.left_out)
        assert report.characters == report.landed_characters + left_out

    def test_says_what_it_lacks_and_lists_nothing_else(self, build: Build) -> None:
        items = {item.kind for item in encode_build(build).report.review_items} - {ReviewKind.FIELD_NOT_FOUND}
        alone = build.name in {"一、二、三、 are the measures", "1. 2. 3. below the title"}
        expected = {ReviewKind.NO_PROGRAMMES} if alone else set()
        assert items == (expected if build.titled else {ReviewKind.NO_TITLES})

    def test_becomes_a_file_without_faults(self, build: Build, library: Library) -> None:
        path = library.directory / "plan.yaml"
        path.write_text(dump_plan(encode_build(build).plan), encoding="utf-8")
        assert check_file(path, library) == ()


def test_the_table_of_builds_has_a_line_for_each() -> None:
    assert len(BUILDS) >= 6
    assert len(build_table().splitlines()) == len(BUILDS) + 2


def test_programmes_are_named_by_the_heading_above_the_measures_or_by_the_plan() -> None:
    titles = {build.name: encode_build(build).plan.programmes[0].title for build in BUILDS}
    assert titles["no programme headings"] == "重点任务"
    assert titles["1. 2. 3. below the title"] == "清河县推进县域经济高质量发展实施方案(2024—2026年)"


def test_measures_numbered_like_amounts_need_no_agencies_to_be_told_from_their_programmes() -> None:
    measures = "1.1 做强产业。落实甲。到2026年达到\n1.5万亿元以上。\n1.2 提升平台。落实乙。\n"
    text = f"江东省行动方案\n一、任务\n(一)产业工程\n{measures}(二)开放工程\n2.1 扩大开放。落实丙。\n"
    encoded = encode_document(text.encode(), plan_id="plan")
    assert [(each.id, each.title) for each in encoded.plan.measures] == [
        ("1.1", "做强产业"),
        ("1.2", "提升平台"),
        ("2.1", "扩大开放"),
    ]
    assert [programme.title for programme in encoded.plan.programmes] == ["产业工程", "开放工程"]


def test_first_sentences_are_titles_only_where_most_measures_have_titles() -> None:
    titled = "1.培育产业集群。落实甲。\n2.建设5G基站2000个。落实乙。\n3.推动技改。落实丙。\n"
    text = f"青州市行动方案\n一、任务\n(一)工程\n{titled}"
    plan = encode_document(text.encode(), plan_id="plan").plan
    assert [(measure.title, measure.text) for measure in plan.measures] == [
        ("培育产业集群", "落实甲。"),
        ("建设5G基站2000个", "建设5G基站2000个。落实乙。"),
        ("推动技改", "落实丙。"),
    ]


def test_a_heading_too_long_for_a_title_stays_searchable() -> None:
    heading = (
        "实施产业工程,以特色产业为重点,推动装备制造、绿色建材、食品加工等产业向中高端迈进,到2026年产值翻一番"
    )
    text = f"青州市行动方案\n一、任务\n(一){heading}。\n1.培育集群。落实。(市科技局牵头)\n"
    plan = encode_document(text.encode(), plan_id="plan").plan
    assert plan.programmes[0].title == "实施产业工程"
    assert [section.text for section in plan.sections] == [f"{heading}。"]


def test_a_part_of_the_body_without_measures_becomes_a_section_with_its_agencies() -> None:
    text = (
        "青州市行动方案\n一、任务\n(一)甲工程\n1.培育集群。落实。(市科技局牵头)\n2.做强平台。落实。(市科技局牵头)\n"
        "(二)乙工程。稳妥推进试点。(市财政局牵头)\n(三)丙工程\n1.推动技改。落实。(市科技局牵头)\n"
    )
    (section,) = encode_document(text.encode(), plan_id="plan").plan.sections
    assert (section.kind, section.title, section.text) == ("tasks", "乙工程", "稳妥推进试点。")
    assert section.agencies.lead == ("市财政局",)


def test_a_heading_and_no_more_is_a_section_of_its_words() -> None:
    text = (
        "青州市行动方案\n一、推动改革开放\n二、任务\n(一)甲工程\n1.培育集群。落实。(市科技局牵头)\n"
        "三、组织保障\n(一)加强领导。压实责任。\n"
    )
    sections = encode_document(text.encode(), plan_id="plan").plan.sections
    assert [(section.title, section.text) for section in sections] == [
        ("推动改革开放", "推动改革开放"),
        ("加强领导", "压实责任。"),
    ]


class TestTables:
    def test_below_the_text_give_targets_with_value_unit_and_deadline(self) -> None:
        plan = encode_build(BUILDS[-1]).plan
        stated = [
            (each.target.indicator, each.target.value, each.target.unit, each.target.deadline)
            for each in find_plan_targets(plan)
            if each.section == "清河县县域经济主要指标表"
        ]
        assert stated == [
            ("地区生产总值", 42_000_000_000, "元", "2026"),
            ("基本养老保险参保率", 96, "%", "2026"),
            ("高新技术企业", 60, "家", "2026"),
        ]

    def test_inside_a_section_are_read_row_by_row(self) -> None:
        table = "指标\t2022年\t2025年\n常住人口城镇化率(%)\t55.1\t58左右\n"
        text = (
            f"青州市行动方案(2023—2025年)\n一、主要目标\n到2025年实现以下目标。\n{table}"
            "二、任务\n(一)甲工程\n1.培育集群。落实。(市科技局牵头)\n"
        )
        (section,) = encode_document(text.encode(), plan_id="plan").plan.sections
        assert section.text.split("\n") == [
            "到2025年实现以下目标。",
            "指标 2022年 2025年",
            "截至2022年常住人口城镇化率55.1%，2025年常住人口城镇化率58%左右",
        ]

    def test_of_who_does_what_stay_as_they_are(self) -> None:
        rows = ["任务\t单位\t时限", "培育集群\t市科技局\t2025年底"]
        assert [*read_rows(rows, 2023)] == ["任务 单位 时限", "培育集群 市科技局 2025年底"]

    def test_rises_keep_the_words_above_them(self) -> None:
        rows = ["指标\t年均增长(%)\t2025年目标值(亿元)", "地区生产总值\t6以上\t800"]
        assert [*read_rows(rows, 2023)][1] == "地区生产总值年均增长6%以上，2025年地区生产总值800亿元"

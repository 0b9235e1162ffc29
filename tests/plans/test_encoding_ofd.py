"""OFD files: what is read of their pages, what is told apart, and what is refused."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from plancmp.plans.encoding.extracted import AsideKind
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_formats import SourceFormat, extract_text
from tests.plans.documents import ofd, read_source
from tests.plans.ofds import SIZE, packed, part, print_text, text_object

LONG = "为推进县域经济高质量发展，结合实际，制定本行动方案并组织实施。"

ELSEWHERE = "<ofd:DocBody><ofd:DocRoot>../../etc/x</ofd:DocRoot></ofd:DocBody>"


def read(*objects: str) -> tuple[str, dict[AsideKind, str]]:
    """The text of one page, and by kind how what is told apart begins."""
    extracted, form = extract_text(packed(["".join(objects)]))
    assert form is SourceFormat.OFD
    return extracted.text, {aside.kind: aside.opening for aside in extracted.asides}


def problem_of(raw: bytes) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        extract_text(raw)
    return caught.value


class TestPage:
    def test_is_read_from_top_to_bottom_whatever_the_order_in_the_file(self) -> None:
        assert read(text_object("二、任务。", 28, 60), text_object(LONG, 28, 50))[0] == f"{LONG}\n二、任务。"

    def test_a_line_in_two_objects_is_one_line_and_a_wide_gap_a_tab(self) -> None:
        near = text_object("任务", 28 + 3 * SIZE, 60)
        text, _ = read(
            text_object("一二三", 28, 60), near, text_object("单位", 100, 60), text_object(LONG, 28, 80)
        )
        assert text.splitlines()[0] == "一二三任务\t单位"

    def test_words_drawn_twice_to_look_bold_are_read_once(self) -> None:
        assert read(text_object(LONG, 28, 50), text_object(LONG, 28.3, 50))[0] == LONG

    def test_a_drawing_that_enlarges_moves_its_words(self) -> None:
        moved = text_object("一、任务。", 14, 60, 2.82, extra='CTM="2 0 0 2 0 0"', steps="g 4 2.82")
        assert read(moved, text_object(LONG, 28, 90))[0] == f"一、任务。\n{LONG}"

    def test_lines_below_each_other_in_one_object(self) -> None:
        steps = '<ofd:TextCode X="0" Y="5" DeltaX="5 -5 5" DeltaY="0 10 0">甲乙丙丁</ofd:TextCode>'
        both = f'<ofd:TextObject Boundary="28 50 9 9" Size="5">{steps}</ofd:TextObject>'
        assert read(both, text_object(LONG, 28, 90))[0].splitlines()[:2] == ["甲乙", "丙丁"]

    def test_hidden_and_turned_words_are_told_apart(self) -> None:
        hidden = text_object("隐藏", 28, 60, extra='Visible="false"')
        turned = text_object("水印", 28, 70, extra='CTM="0 1 -1 0 0 0"')
        text, asides = read(text_object(LONG, 28, 50), hidden, turned)
        assert text == LONG
        assert asides == {AsideKind.HIDDEN: "隐藏", AsideKind.DRAWING: "水印"}

    def test_page_numbers_are_told_apart_and_paragraphs_go_on_over_pages(self) -> None:
        extracted, _ = extract_text(ofd(read_source("binzhou")))
        assert (extracted.asides[0].kind, extracted.asides[0].opening) == (AsideKind.RUNNING, "—1—")
        longest = max(read_source("binzhou").splitlines(), key=len)
        assert longest.strip() in map(str.strip, extracted.text.splitlines())

    def test_templates_annotations_and_attachments_are_told(self) -> None:
        parts = {
            "Doc_0/T.xml": part("Page", f"<ofd:Content>{text_object('页眉', 20, 15)}</ofd:Content>"),
            "Doc_0/A.xml": part("Annotations", "<ofd:Page><ofd:FileLoc>B.xml</ofd:FileLoc></ofd:Page>"),
            "Doc_0/B.xml": part("PageAnnot", f"<ofd:Annot>{text_object('批注', 20, 15)}</ofd:Annot>"),
            "Doc_0/F.xml": part("Attachments", '<ofd:Attachment Name="附表"/>'),
        }
        document = "<ofd:Annotations>A.xml</ofd:Annotations><ofd:Attachments>F.xml</ofd:Attachments>"
        common = '<ofd:TemplatePage ID="1" BaseLoc="T.xml"/>'
        extracted, _ = extract_text(packed([text_object(LONG, 28, 50)], parts, document, common))
        told = {aside.kind: aside.opening for aside in extracted.asides}
        assert told == {AsideKind.RUNNING: "页眉", AsideKind.COMMENT: "批注", AsideKind.EMBEDDED: "附表"}


class TestRefused:
    @pytest.mark.parametrize(
        ("raw", "problem"),
        [
            (packed([]), Problem.EMPTY),
            (packed(['<ofd:ImageObject ResourceID="4"/>'] * 3), Problem.SCANNED),
            (packed([text_object(LONG, 28, 50)] * 501), Problem.TOO_MANY_PAGES),
            (packed([text_object("字" * 70_000, 28, 50)] * 3), Problem.TEXT_TOO_LONG),
            (packed([text_object("字" * 70_000, 28, 50, extra='Visible="false"')] * 3), Problem.TEXT_TOO_LONG),
            (packed(["<ofd:PageBlock>" * 300 + "</ofd:PageBlock>" * 300]), Problem.TOO_DEEP),
            (packed(["<ofd:PathObject/>" * 600_000]), Problem.TOO_MANY_PARTS),
            (packed([" " * 60_000_000]), Problem.FILE_TOO_LARGE),
            (packed(["<ofd:PageBlock>"]), Problem.DAMAGED),
            (packed([text_object(LONG, 28, 50, steps="g 9")]), Problem.DAMAGED),
            (packed([text_object(LONG, 28, 50, steps="g nine 5")]), Problem.DAMAGED),
            (packed([text_object(LONG, 1e300, 50)]), Problem.DAMAGED),
            (packed([text_object(LONG, float("nan"), 50)]), Problem.DAMAGED),
            (packed([text_object(LONG, 28, 50, extra='CTM="1 2 3"')]), Problem.DAMAGED),
            (packed([], {"OFD.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'}), Problem.DAMAGED),
            (packed([], {"OFD.xml": part("OFD", ELSEWHERE)}), Problem.DAMAGED),
            (packed([LONG], {"Encryptions.xml": part("Encryptions", "")}), Problem.PROTECTED),
        ],
        ids=lambda value: str(value) if isinstance(value, Problem) else "",
    )  # fmt: skip
    def test_within_seconds(self, raw: bytes, problem: Problem) -> None:
        started = time.process_time()
        assert problem_of(raw).problem is problem
        assert time.process_time() - started < 5

    def test_a_page_that_is_missing_is_no_page_left_out(self) -> None:
        whole = zipfile.ZipFile(io.BytesIO(print_text([LONG])))
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name in whole.namelist():
                if "Page_0" not in name:
                    archive.writestr(name, whole.read(name))
        assert problem_of(written.getvalue()).found == ".ofd"

    def test_steps_without_end_cost_no_time(self) -> None:
        started = time.process_time()
        text, _ = read(text_object(LONG, 28, 50, steps="g 999999999999 0.1"))
        assert len(text) == len(LONG)
        assert time.process_time() - started < 5

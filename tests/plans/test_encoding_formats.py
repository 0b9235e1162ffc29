"""Files as offices publish them: what is read, what is refused, and with which reason."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from plancmp.plans.encoding.charsets import decode
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.extracted import AsideKind
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.printed import clean_glyphs
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_formats import SourceFormat, extract_text
from tests.plans import pdfs
from tests.plans.conservation_page import make_page
from tests.plans.conservation_word import NUMBERING, packed, paragraph, run
from tests.plans.documents import docx, encode_source, html, page, pdf, read_source
from tools.variants import measures_of

TEXT = "青州市行动方案\n一、任务\n(一)工程\n1.培育集群。落实。(市科技局牵头)\n"


def problem_of(raw: bytes, charset: str | None = None) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        extract_text(raw, charset)
    return caught.value


class TestCharset:
    @pytest.mark.parametrize("charset", ["gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
    def test_is_detected(self, charset: str) -> None:
        assert decode(read_source("qingzhou").encode(charset)) == read_source("qingzhou")

    def test_given_is_used_whatever_the_bytes_look_like(self) -> None:
        assert decode(TEXT.encode("big5", "ignore"), "big5") == TEXT.encode("big5", "ignore").decode("big5")

    @pytest.mark.parametrize(
        "name",
        [
            *("hex", "rot13", "zip", "no-such", "utf-99", "\u4e00", "aliases", "../x", "a\0b", "\udcff"),
            *("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "charmap"),
            "x" * 100_000,
        ],
    )
    def test_that_does_not_exist_or_is_no_charset_is_named(self, name: str) -> None:
        problem = problem_of(TEXT.encode(), name)
        assert (problem.problem, problem.found) == (Problem.CHARSET_UNKNOWN, name[:40])

    def test_that_a_page_announces_and_is_none_is_detected_instead(self) -> None:
        text = read_source("qingzhou")
        extracted, _ = extract_text(page(text, "idna").encode("gb18030"))
        assert "青州市" in extracted.text

    def test_byte_that_does_not_belong_is_told_with_its_line(self) -> None:
        problem = problem_of(f"{TEXT}2.推动".encode() + b"\xff" + TEXT.encode())
        assert (problem.problem, problem.line, problem.found) == (Problem.CHARSET_WRONG, 5, "0xFF")
        assert problem.expected == "UTF-8"

    def test_given_wrongly_is_told_with_the_line(self) -> None:
        problem = problem_of(f"first\n{TEXT}".encode("gb18030"), "utf-8")
        assert (problem.problem, problem.line, problem.expected) == (Problem.CHARSET_WRONG, 2, "utf-8")

    def test_a_page_is_read_in_the_larger_set_of_the_one_it_announces(self) -> None:
        text = TEXT.replace("市科技局", "市镕科技局")  # 镕 is in gbk, not in gb2312
        extracted, form = extract_text(page(text, "gb2312").encode("gbk"))
        assert form is SourceFormat.PAGE
        assert "市镕科技局" in extracted.text


class TestRefused:
    @pytest.mark.parametrize(
        ("raw", "problem", "found"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Problem.OTHER_FORMAT, ".xls/.ppt"),
            (b"\x89PNG\r\n\x1a\n", Problem.OTHER_FORMAT, ".png"),
            (b"PK\x03\x04" + bytes(40), Problem.DAMAGED, ".docx/.ofd"),
            (b"%PDF-1.7\nnothing else", Problem.DAMAGED, ".pdf"),
            (b"a\0b\0c", Problem.NOT_TEXT, ""),
            (bytes(range(1, 32)) * 4, Problem.NOT_TEXT, ""),
            (bytes(range(256)) * 8, Problem.CHARSET_UNCLEAR, ""),
            (b"", Problem.EMPTY, ""),
            (b"<html><body><script>1</script></body></html>", Problem.EMPTY, ""),
        ],
    )
    def test_with_what_it_is(self, raw: bytes, problem: Problem, found: str) -> None:
        refused = problem_of(raw)
        assert (refused.problem, refused.found) == (problem, found)

    @pytest.mark.parametrize(
        ("body", "problem"),
        [
            ("<w:p/>" * 600_000, Problem.TOO_MANY_PARTS),
            (paragraph(run("字")) * 110_000, Problem.TOO_MANY_PARTS),
            (paragraph(run("字" * 90)) * 3_000, Problem.TEXT_TOO_LONG),
            ("<w:sdt>" * 300 + "</w:sdt>" * 300, Problem.TOO_DEEP),
            (" " * 60_000_000, Problem.FILE_TOO_LARGE),
            ("<w:p>", Problem.DAMAGED),
        ],
    )
    def test_word_document_that_is_larger_than_it_looks(self, body: str, problem: Problem) -> None:
        raw, started = packed(body), time.process_time()
        assert len(raw) < 500_000
        assert problem_of(raw).problem is problem
        assert time.process_time() - started < 5

    def test_word_document_that_declares_entities(self) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "字">]><a>&b;</a>')
        assert problem_of(written.getvalue()).problem is Problem.DAMAGED

    def test_word_document_packed_in_a_way_that_unpacks_without_a_bound(self) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_BZIP2) as archive:
            archive.writestr("word/document.xml", bytes(1_000))
        assert problem_of(written.getvalue()).problem is Problem.DAMAGED

    def test_archive_of_too_many_files(self) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for number in range(LIMITS.archive_members + 1):
                archive.writestr(f"{number}", "")
        assert problem_of(written.getvalue()).problem is Problem.TOO_MANY_PARTS

    def test_archive_that_is_no_word_document(self) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("plan.txt", TEXT)
        assert problem_of(packed.getvalue()).found == ".zip"

    @pytest.mark.parametrize("make", [docx, pdf])
    def test_file_cut_short(self, make: Callable[[str], bytes]) -> None:
        raw = make(read_source("qingzhou"))
        assert problem_of(raw[: len(raw) // 3]).problem is Problem.DAMAGED

    def test_too_many_bytes_and_too_many_characters(self) -> None:
        assert problem_of(b"a" * (LIMITS.file_bytes + 1)).problem is Problem.FILE_TOO_LARGE
        assert problem_of(b"a" * (LIMITS.text_characters + 1)).problem is Problem.TEXT_TOO_LONG

    def test_pdf_whose_pages_are_pictures(self) -> None:
        from reportlab.pdfgen.canvas import Canvas

        written = io.BytesIO()
        canvas = Canvas(written)
        for _ in range(3):
            canvas.rect(50, 50, 400, 700, fill=1)
            canvas.showPage()
        canvas.save()
        problem = problem_of(written.getvalue())
        assert (problem.problem, problem.found) == (Problem.SCANNED, "3")

    @pytest.mark.parametrize(
        ("make", "problem"),
        [
            (pdfs.without_pages, Problem.EMPTY),
            (pdfs.of_circular_pages, Problem.DAMAGED),
            (pdfs.of_pages_that_multiply, Problem.TOO_COSTLY),
            (pdfs.of_one_huge_stream, Problem.TOO_COSTLY),
            (pdfs.of_one_stream_on_many_pages, Problem.FILE_TOO_LARGE),
            (pdfs.of_forms_in_forms, Problem.TOO_COSTLY),
        ],
    )
    def test_pdf_that_takes_more_than_it_looks(
        self, make: Callable[[], bytes], problem: Problem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "plancmp.plans.encoding.from_pdf.LIMITS", replace(LIMITS, pdf_seconds=0.5, pdf_bytes=500_000)
        )
        raw, started = make(), time.process_time()
        assert len(raw) < 500_000
        assert problem_of(raw).problem is problem
        assert time.process_time() - started < 5

    def test_pdf_with_a_password(self) -> None:
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(TEXT))))
        writer.encrypt("secret", algorithm="RC4-128")
        written = io.BytesIO()
        writer.write(written)
        assert problem_of(written.getvalue()).problem is Problem.PROTECTED


class TestPage:
    def test_title_outside_the_main_text_is_read_before_it(self) -> None:
        content = "".join(f"<p>{line}</p>" for line in read_source("qingzhou").splitlines()[18:])
        raw = (
            "<html><head><meta charset='utf-8'><title>青州市行动方案（2023—2025年）_青州市政府</title></head>"
            f"<body><h1>青州市行动方案（2023—2025年）</h1><div class='content'>{content}</div></body></html>"
        )
        plan = encode_document(raw.encode(), plan_id="plan").plan
        assert plan.title == "青州市行动方案（2023—2025年）"

    def test_layout_in_tables_and_breaks_gives_lines(self) -> None:
        lines = "<br>\n".join(f"&nbsp;&nbsp;{line}" for line in read_source("qingzhou").splitlines())
        raw = f"<html><body><table><tr><td>索引号</td><td>1</td></tr></table><table><tr><td>{lines}</td></tr></table>"
        plan = encode_document(raw.encode(), plan_id="plan").plan
        assert sum(1 for _ in plan.measures) == 30

    def test_a_long_table_is_not_taken_for_the_text(self) -> None:
        raw = make_page(Random("1 234")).raw  # more than half of what it says stands in one table
        assert sum(1 for _ in encode_document(raw, plan_id="plan", name="某市").plan.measures) > 1

    def test_what_lies_around_the_main_text_is_told(self) -> None:
        extracted, _ = extract_text(html(read_source("qingzhou")))
        above, below = extracted.asides
        last_line = extracted.text.count("\n") + 1
        assert (above.kind, above.first_line, above.opening) == (AsideKind.OUTSIDE, 0, "政府门户网站")
        assert (below.kind, below.first_line, below.opening) == (AsideKind.OUTSIDE, last_line, "打印 关闭")

    def test_hidden_words_and_buttons_are_told_apart(self) -> None:
        lines = "".join(f"<p>{line}</p>" for line in read_source("qingzhou").splitlines())
        apart = "<p style='display:none'>隐藏</p><select><option>选项</select><input type=button value=按钮>"
        extracted, _ = extract_text(f"<html><body><div>{lines}{apart}</div></body></html>".encode())
        told = {(aside.kind, aside.characters) for aside in extracted.asides}
        assert told == {(AsideKind.HIDDEN, 2), (AsideKind.CONTROL, 4)}
        assert "隐藏" not in extracted.text

    @pytest.mark.parametrize("tag", ["font", "div", "span"])
    def test_elements_never_closed_cost_no_measure(self, tag: str) -> None:
        nested = page(read_source("qingzhou")).replace("<p>　　2.", f"{f'<{tag}>' * 300}<p>　　2.", 1)
        assert sum(1 for _ in encode_document(nested.encode(), plan_id="plan").plan.measures) == 30

    def test_words_that_look_like_the_readers_own_marks_are_words(self) -> None:
        text = read_source("qingzhou").replace("落实", 'data-number="999999"落实')
        assert 'data-number="999999"' in extract_text(page(text).replace("&quot;", '"').encode())[0].text

    def test_a_page_deeper_than_it_can_be_read_is_refused(self) -> None:
        refused = problem_of(b"<html><body>" + b"<div>" * 3_000 + TEXT.encode())
        assert (refused.problem, refused.expected) == (Problem.TOO_DEEP, "2,048")

    def test_a_tag_of_too_many_attributes_is_refused_before_it_is_parsed(self) -> None:
        attributes = " ".join(f"a{number}=1" for number in range(100_000))
        started = time.process_time()
        for tag in ("p", "script"):
            refused = problem_of(f"<html><body><{tag} {attributes}>{TEXT}".encode())
            assert (refused.problem, refused.expected) == (Problem.TOO_MANY_PARTS, "2,000")
        assert time.process_time() - started < 5

    def test_long_programs_comments_and_pictures_on_a_page_are_no_crowded_tags(self) -> None:
        code = f"<script>i<n; {'a = b / c; ' * 9_000}</script><!-- <b {'a=1 ' * 9_000} --><img src='{'/a=' * 9_000}'>"
        extracted, _ = extract_text(page(read_source("qingzhou")).replace("<body>", f"<body>{code}").encode())
        assert "培育优势产业集群" in extracted.text

    def test_headings_around_the_text_are_looked_for_within_bounds(self) -> None:
        headings = "".join(f"<h1>字，字，{number}</h1>" for number in range(30_000))
        raw = f"<html><body>{headings}<div>{'字，' * 700_000}</div>".encode()
        started = time.process_time()
        assert problem_of(raw).problem is Problem.TEXT_TOO_LONG
        assert time.process_time() - started < 5

    def test_a_page_of_too_many_elements_is_refused(self) -> None:
        refused = problem_of(b"<html><body>" + b"<b>a</b>" * (LIMITS.page_elements + 1))
        assert refused.problem is Problem.TOO_MANY_PARTS

    def test_nothing_inside_the_main_text_is_dropped(self) -> None:
        listed = (
            page(read_source("qingzhou")).replace("<p>　　2.", "<ul><li>2.").replace("<p>　　3.", "<h2>3.")
        )
        assert sum(1 for _ in encode_document(listed.encode(), plan_id="plan").plan.measures) == 30


class TestPdf:
    def test_radicals_ligatures_and_spacing_become_what_was_written(self) -> None:
        assert (
            clean_glyphs("⼭东省 2023−2025 年 ,⾼质量发展 ( ⺠⽣ ) ﬁn")
            == "山东省2023−2025年,高质量发展(民生) fin"
        )

    def test_spaces_that_part_names_are_kept(self) -> None:
        assert clean_glyphs("印发给你们。      青州市人民政府") == "印发给你们。      青州市人民政府"

    def test_pages_that_all_say_the_same_are_text(self) -> None:
        extracted, _ = extract_text(pdfs.of_equal_pages(3))
        assert extracted.text.count("a second line") == 3

    def test_running_heads_are_told_once_with_what_they_hold_on_all_pages(self) -> None:
        extracted, _ = extract_text(pdf(read_source("liaocheng")))
        (aside,) = extracted.asides
        assert (aside.kind, aside.opening) == (AsideKind.RUNNING, "—1—")
        assert (aside.first_line, aside.last_line) == (1, extracted.text.count("\n") + 1)

    def test_page_numbers_and_running_heads_do_not_land_in_measures(self) -> None:
        plan = encode_document(pdf(read_source("liaocheng")), plan_id="plan").plan
        assert not any("—" in measure.text[-8:] for measure in plan.measures)


class TestWord:
    """Numbers that Word prints by itself are read as if they were typed."""

    LEVELS = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))

    def numbered(self, depths: dict[str, int], *, by_style: bool) -> bytes:
        """The real document with the numbers at these depths printed by Word."""
        from docx import Document
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        document = Document()
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (form, text) in enumerate(self.LEVELS)
        )
        numbering = document.part.numbering_part.element
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
        for line in filter(None, map(str.strip, read_source("qingzhou").splitlines())):
            depth, words = self.split(line, depths)
            paragraph = document.add_paragraph(words)
            if depth is None:
                continue
            properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
            if by_style:
                paragraph.style = document.styles[f"Heading {depth + 1}"]
                target = paragraph.style.element.get_or_add_pPr()
            else:
                target = paragraph._p.get_or_add_pPr()
            if not target.xpath("./w:numPr"):
                target.append(parse_xml(properties))
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    def split(self, line: str, depths: dict[str, int]) -> tuple[int | None, str]:
        for pattern, depth in depths.items():
            if match := re.match(pattern, line):
                return depth, line[match.end() :]
        return None, line

    NUMBERED = '<w:numPr><w:numId w:val="3"/></w:numPr>'

    def read(self, body: str, parts: dict[str, str] | None = None) -> tuple[str, dict[str, tuple[int, str]]]:
        """The text, and by kind the line and opening of what is told apart."""
        extracted, form = extract_text(packed(body, parts))
        assert form is SourceFormat.WORD
        return extracted.text, {
            aside.kind.value: (aside.first_line, aside.opening) for aside in extracted.asides
        }

    def test_words_inside_other_elements_are_read_in_place(self) -> None:
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('控件'))}</w:sdtContent></w:sdt>"
        inserted = f"<w:ins>{run('插入')}</w:ins><w:smartTag>{run('标记')}</w:smartTag>"
        linked = f"<w:hyperlink>{run('链接')}</w:hyperlink><w:fldSimple>{run('域')}</w:fldSimple>"
        text, asides = self.read(control + paragraph(run("甲"), inserted, linked))
        assert (text, asides) == ("控件\n甲插入标记链接域", {})

    def test_what_is_not_its_text_is_told_with_its_line(self) -> None:
        deleted = "<w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
        hidden = run("隐藏", "<w:vanish/>")
        note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        notes = f'<w:footnote w:id="2">{paragraph(run("脚注"))}</w:footnote>'
        sections = '<w:sectPr><w:headerReference r:id="header"/></w:sectPr>'
        text, asides = self.read(
            paragraph(run("甲")) + paragraph(run("乙"), deleted, hidden, note) + sections,
            {"footnotes": notes, "header": paragraph(run("页眉"))},
        )
        assert text == "甲\n乙"
        assert asides == {
            "deleted": (2, "删除"),
            "hidden": (2, "隐藏"),
            "note": (2, "脚注"),
            "running": (1, "页眉"),
        }

    def test_the_table_of_contents_is_no_second_outline(self) -> None:
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        entries = paragraph(run("一、任务 1"))
        contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{entries}</w:sdtContent></w:sdt>"
        text, asides = self.read(contents + paragraph(run("一、任务")))
        assert (text, asides) == ("一、任务", {"contents": (1, "一、任务 1")})

    def test_a_box_is_read_once_below_its_paragraph(self) -> None:
        content = f"<w:txbxContent>{paragraph(run('盒中'))}</w:txbxContent>"
        both = (
            f"<mc:AlternateContent><mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent>"
        )
        assert self.read(paragraph(f"<w:r>{both}</w:r>", run("段落")))[0] == "段落\n盒中"

    def test_a_merged_cell_is_printed_once_and_a_nested_table_in_its_cell(self) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('内'))}</w:tc></w:tr></w:tbl>"
        first = (
            f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph(run("合并"))}</w:tc>'
            f"<w:tc>{inner}</w:tc></w:tr>"
        )
        second = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc>{paragraph(run('下'))}</w:tc></w:tr>"
        assert self.read(f"<w:tbl>{first}{second}</w:tbl>")[0] == "合并\t内\t\n\t下\t"

    def test_a_table_of_one_cell_lays_out_the_page_and_is_no_table(self) -> None:
        cell = paragraph(run("一、任务")) + paragraph(run("1.落实。"))
        assert self.read(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")[0] == "一、任务\n1.落实。"

    def test_numbers_of_cells_are_read(self) -> None:
        cells = f"<w:tc>{paragraph(properties=self.NUMBERED)}</w:tc><w:tc>{paragraph(run('事项'))}</w:tc>"
        rows = f"<w:tr>{cells}</w:tr>" * 2
        assert self.read(f"<w:tbl>{rows}</w:tbl>", {"numbering": NUMBERING})[0].split("\t") == [
            "第1项", "事项", "\n第2项", "事项", "",
        ]  # fmt: skip

    @pytest.mark.parametrize("by_style", [False, True])
    def test_at_every_level(self, by_style: bool) -> None:
        depths = {r"[一二三四]、": 0, r"（[一二三四五六七]）": 1, r"\d[.．]": 2}
        plan = encode_document(self.numbered(depths, by_style=by_style), plan_id="plan").plan
        assert measures_of(plan) == measures_of(encode_source("qingzhou").plan)

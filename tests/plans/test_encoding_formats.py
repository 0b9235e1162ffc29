"""Files as offices publish them: what is read, what is refused, and with which reason."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from plancmp.plans.encoding.charsets import decode
from plancmp.plans.encoding.encode import encode_document
from plancmp.plans.encoding.errors import EncodingError, Problem
from plancmp.plans.encoding.formats import Format, extract_text
from plancmp.plans.encoding.glyphs import clean_glyphs
from plancmp.plans.encoding.limits import LIMITS
from tests.plans.documents import docx, encode_source, html, page, pdf, read_source
from tests.plans.variants import measures_of

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

    @pytest.mark.parametrize("name", ["hex", "rot13", "no-such", "utf-99", ""])
    def test_that_does_not_exist_is_named(self, name: str) -> None:
        problem = problem_of(TEXT.encode(), name or "\u4e00")
        assert problem.problem is Problem.CHARSET_UNKNOWN

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
        assert form is Format.PAGE
        assert "市镕科技局" in extracted.text


class TestRefused:
    @pytest.mark.parametrize(
        ("raw", "problem", "found"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Problem.OTHER_FORMAT, ".doc/.xls/.wps"),
            (rb"{\rtf1\ansi}", Problem.OTHER_FORMAT, ".rtf"),
            (b"\x89PNG\r\n\x1a\n", Problem.OTHER_FORMAT, ".png"),
            (b"PK\x03\x04" + bytes(40), Problem.DAMAGED, ".docx"),
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

    def test_archive_that_is_no_word_document(self) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("plan.txt", TEXT)
        assert problem_of(packed.getvalue()).found == ".zip"

    def test_word_document_that_unpacks_to_too_much(self) -> None:
        packed = io.BytesIO(docx(TEXT))
        with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", bytes(60_000_000))
        assert len(packed.getvalue()) < 200_000
        assert problem_of(packed.getvalue()).problem is Problem.FILE_TOO_LARGE

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

    def test_pdf_with_a_password(self) -> None:
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(TEXT))))
        writer.encrypt("secret", algorithm="RC4-128")
        written = io.BytesIO()
        writer.write(written)
        assert problem_of(written.getvalue()).problem is Problem.PROTECTED

    @pytest.mark.parametrize(
        ("make", "package", "extra"),
        [(html, "readability", "html"), (pdf, "pypdf", "pdf")],
    )
    def test_format_whose_extra_is_not_installed(
        self, make: Callable[[str], bytes], package: str, extra: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        raw, import_it = make(TEXT), builtins.__import__

        def fail(name: str, *arguments: Any) -> Any:
            if name.partition(".")[0] == package:
                raise ImportError(name)
            return import_it(name, *arguments)

        monkeypatch.setattr(builtins, "__import__", fail)
        problem = problem_of(raw)
        assert (problem.problem, problem.expected) == (Problem.EXTRA_MISSING, extra)


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

    @pytest.mark.parametrize("by_style", [False, True])
    def test_at_every_level(self, by_style: bool) -> None:
        depths = {r"[一二三四]、": 0, r"（[一二三四五六七]）": 1, r"\d[.．]": 2}
        plan = encode_document(self.numbered(depths, by_style=by_style), plan_id="plan").plan
        assert measures_of(plan) == measures_of(encode_source("qingzhou").plan)

"""The Word file: the form offices use, text that stays text, the same bytes, and pages as LibreOffice prints them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from plancmp.alignment.gaps import GapReport
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, ReportFormat, renderer, report_renderer
from plancmp.cli.views.document import (
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
    plain_table,
)
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.hostile_reports import COMMANDS, poisoned
from tests.cli.word_files import needs_writer, printed, shown

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from tests.cli.conftest import Run

CHINESE, ENGLISH = (RenderOptions(Words(language)) for language in (Language.CHINESE, Language.ENGLISH))


def written(reports: list[GapReport], view: RenderOptions = CHINESE) -> bytes:
    content = report_renderer(ReportFormat.DOCX)(reports, view, None)
    assert isinstance(content, bytes)
    return content


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def page_of(*blocks: Any) -> bytes:
    """A page of these blocks as a file."""

    def page(medium: Medium) -> Iterator[Any]:
        yield from blocks

    content = renderer(Format.DOCX)(Document(page, lambda: Grid((), ()), dict), CHINESE)
    assert isinstance(content, bytes)
    return content


def styled(word: WordDocument, style: str) -> list[str]:
    return [each.text for each in word.paragraphs if each.style is not None and each.style.name == style]


def fills(word: WordDocument) -> dict[str, str]:
    """The ground of each shaded cell by its text."""
    return {
        cell.text: shade.get(qn("w:fill"))
        for table in word.tables
        for row in table.rows[1:]
        for cell in row.cells
        for shade in cell._tc.iter(qn("w:shd"))
    }


class TestForm:
    def test_it_has_the_headings_of_a_report(self, report: GapReport) -> None:
        word = opened(written([report]))
        assert styled(word, "Title") == ["峄城区对照山东省差距报告"]
        assert [text[:2] for text in styled(word, "Heading 1")] == [f"{n}、" for n in "一二三四五六七"]
        assert styled(word, "Heading 2")[0].startswith("差距 1：")

    def test_one_of_several_plans_has_a_level_more(self, report: GapReport) -> None:
        word = opened(written([report, report]))
        assert "（一）结论" in styled(word, "Heading 2")
        assert styled(word, "Heading 3")[0].startswith("差距 1：")

    def test_it_is_a4_with_official_margins(self, report: GapReport) -> None:
        (section,) = opened(written([report])).sections
        assert section.page_width and section.page_height and section.left_margin and section.top_margin
        found = (section.page_width, section.page_height, section.left_margin, section.top_margin)
        assert [round(each / Mm(1)) for each in found] == [210, 297, 28, 37]

    def test_documents_stand_above_and_the_page_below(self, report: GapReport) -> None:
        (section,) = opened(written([report])).sections
        assert section.header.paragraphs[0].text == "山东省 鲁政字〔2023〕209号、峄城区 峄政字〔2024〕11号"
        footer = section.footer.paragraphs[0]._p
        assert "".join(each.text or "" for each in footer.iter(qn("w:t"))) == "第 1 页"
        assert [each.get(qn("w:instr")) for each in footer.iter(qn("w:fldSimple"))] == ["PAGE"]

    def test_of_many_documents_the_first_stand_above(self, report: GapReport) -> None:
        (section,) = opened(written([report] * 5, ENGLISH)).sections
        assert section.header.paragraphs[0].text.endswith(" and others (6 documents)")

    def test_its_properties_name_nobody(self, report: GapReport) -> None:
        known = opened(written([report])).core_properties
        assert (known.title, known.language) == ("峄城区对照山东省差距报告", "zh-CN")
        assert {known.author, known.last_modified_by, known.comments, known.keywords} == {""}
        assert opened(written([report], ENGLISH)).core_properties.language == "en"

    def test_letters_are_those_of_offices(self, report: GapReport) -> None:
        with ZipFile(io.BytesIO(written([report]))) as parts:
            styles, fonts = (parts.read(f"word/{name}.xml").decode() for name in ("styles", "fontTable"))
            assert not [name for name in parts.namelist() if "thumbnail" in name or "customXml" in name]
        for name, elsewhere in (
            ("仿宋", "FangSong"),
            ("黑体", "SimHei"),
            ("宋体", "SimSun"),
            ("楷体", "KaiTi"),
        ):
            assert f'w:eastAsia="{name}"' in styles or name == "黑体"
            assert f'w:name="{name}"' in fonts
            assert elsewhere in fonts
        assert "Theme=" not in styles.partition("<w:latentStyles")[0]

    def test_the_same_report_gives_the_same_bytes(self, report: GapReport) -> None:
        content = written([report])
        assert written([report]) == content
        with ZipFile(io.BytesIO(content)) as parts:
            assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = parts.read("docProps/core.xml").decode()
        assert set(core.split("Z<")[0][-19:].split("T")) == {"1980-01-01", "00:00:00"}


class TestTables:
    def test_the_head_comes_again_and_no_row_is_torn(self, report: GapReport) -> None:
        tables = opened(written([report])).tables
        assert len(tables) >= 4
        for table in tables:
            repeated = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows]
            assert repeated == [True, *[False] * (len(repeated) - 1)]
            assert all(list(row._tr.iter(qn("w:cantSplit"))) for row in table.rows)

    def test_they_are_as_wide_as_the_text(self, report: GapReport) -> None:
        for table in opened(written([report, report])).tables:
            widths = [cell.width or 0 for cell in table.rows[0].cells]
            assert 0.97 < sum(widths) / Mm(156) <= 1.001

    def test_verdicts_have_a_symbol_a_word_and_a_ground(self, report: GapReport) -> None:
        found = fills(opened(written([report])))
        assert (found["~ 弱化"], found["✗ 缺失"]) == ("FFEBBF", "F9D2CE")

    def test_a_short_table_stays_whole(self) -> None:
        short, long = (plain_table(["a", "b"], [("1", "2")] * count) for count in (3, 30))
        tables = opened(page_of(short, long)).tables
        kept = [
            sum(bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows)
            for table in tables
        ]
        assert kept == [3, 1]

    def test_what_is_too_wide_is_dealt_out_with_its_labels(self) -> None:
        table = plain_table(["措施", *map(str, range(40))], [("推动技改", *["100%"] * 40)])
        parts = opened(page_of(table)).tables
        assert len(parts) > 1
        assert {part.rows[1].cells[0].text for part in parts} == {"推动技改"}
        heads = [cell.text for part in parts for cell in part.rows[0].cells[1:]]
        assert heads == list(map(str, range(40)))

    def test_groups_stand_under_their_headings(self) -> None:
        row = TableRow((Cell("推动技改", "1.2"),), below=(Item("1.2 「技改」", depth=1),))
        groups = (RowGroup((row,), Heading("产业", lead="1"), (Cell("3", "✓"),)),)
        word = opened(page_of(Table((Column("措施", Kind.LABEL),), groups)))
        assert styled(word, "Heading 1") == ["1 产业"]
        assert styled(word, "Heading 2") == ["1.2 推动技改"]
        assert styled(word, "Quote") == ["1.2 「技改」"]


class TestText:
    def test_quotations_stand_apart_from_their_label(self, report: GapReport) -> None:
        word = opened(written([report]))
        quoted = styled(word, "Quote")
        assert any("「规模以上工业企业关键业务环节全面数字化率达到40%左右」" in text for text in quoted)
        assert "本地表述：" in styled(word, "List Bullet")

    @pytest.mark.parametrize("count", [1, 2])
    def test_hostile_text_is_text(self, report: GapReport, count: int) -> None:
        content = written([poisoned(report)] * count)
        said = shown(content)
        assert not set(said) & COMMANDS
        assert "\ufffe" not in said
        word = opened(content)
        assert "<script>" in word.paragraphs[0].text
        assert not list(word.element.iter(qn("w:hyperlink"), qn("w:instrText")))

    def test_very_long_words_and_titles_do_no_harm(self) -> None:
        long = "长" * 5000 + "x" * 5000
        table = Table(
            (Column(long, Kind.LABEL), Column(long), Column("理由", Kind.TEXT)),
            (RowGroup((TableRow((Cell(long), Cell(long), Cell(long))),)),),
        )
        word = opened(page_of(Heading(long, 1), Item(long), table))
        assert word.tables[0].rows[1].cells[0].text == long
        assert len(word.core_properties.title) == 255

    def test_nothing_at_all_is_a_file_too(self) -> None:
        assert opened(page_of()).paragraphs == []


class TestCommand:
    def test_it_writes_the_file_that_the_ending_names(self, plancmp: Run, tmp_path: Path) -> None:
        file = tmp_path / "report.docx"
        outcome = plancmp("report", "yicheng", "-o", str(file))
        assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
        assert styled(docx.Document(str(file)), "Title") == ["峄城区对照山东省差距报告"]

    def test_a_terminal_does_not_get_it(self, plancmp: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        said = {plancmp("report", "yicheng", "-f", each).err for each in ("docx", "xlsx")}
        assert len(said) == 1
        assert "-o FILE" in said.pop()

    @pytest.mark.parametrize(
        "command",
        [
            "diff province yicheng -v",
            "coverage yicheng",
            "show yicheng",
            "list",
            "glossary",
            "targets yicheng",
        ],
    )
    def test_every_command_has_the_format(self, plancmp: Run, tmp_path: Path, command: str) -> None:
        file = tmp_path / "page.docx"
        assert plancmp(*command.split(), "-o", str(file)).code == 0
        assert docx.Document(str(file)).paragraphs


@needs_writer
class TestPrinted:
    def test_pages_headings_and_repeated_heads(self, report: GapReport, tmp_path: Path) -> None:
        gap = report.gaps[0]
        many = replace(report, findings=report.findings + (gap,) * 40)
        pdf = PdfReader(printed(written([many]), tmp_path))
        pages = [page.extract_text() for page in pdf.pages]
        assert 10 < len(pages) < 30
        assert all(f"第 {number} 页" in text for number, text in enumerate(pages, start=1))
        assert all("峄政字〔2024〕11" in text.replace(" ", "") for text in pages)
        outline = [each for each in pdf.outline if not isinstance(each, list)]
        titles = [str(each.title) for each in outline]
        assert "峄城区对照山东省差距报告" in titles[0] or titles[0] == "一、结论"
        assert sum("序号" in text and "参照承诺" in text for text in pages) > 1

    def test_hostile_text_is_printed(self, report: GapReport, tmp_path: Path) -> None:
        pdf = PdfReader(printed(written([poisoned(report, "长" * 800)]), tmp_path))
        assert "<script>" in "".join(page.extract_text() for page in pdf.pages)

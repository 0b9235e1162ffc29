"""The workbook: a ledger to work in, text that stays text, the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import openpyxl
import pytest

from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Verdict
from plancmp.cli.error_line import error_line
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.output import write_output
from plancmp.cli.render.xlsx import render_report
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.model import Witness
from tests.cli.hostile_reports import COMMANDS, poisoned

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHINESE, ENGLISH = (RenderOptions(Words(language)) for language in (Language.CHINESE, Language.ENGLISH))


def workbook(reports: list[GapReport], view: RenderOptions = CHINESE) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render_report(reports, view)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def cells(book: Any) -> list[Any]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_one_row_a_commitment_with_room_for_what_is_to_be_done(report: GapReport) -> None:
    book = workbook([report])
    assert book.sheetnames == ["台账", "概况", "责任分工"]
    assert book.active.title == "台账"
    found = rows(book["台账"])
    assert len(found) == len(report.findings)
    assert found[2] == {
        "工程": "1 产业升级优势再造工程",
        "措施": "1.2 推动传统产业技改升级",
        "措施判定": "弱化",
        "承诺": "1.2.2 规模以上工业企业关键业务环节全面数字化率达到80%以上",
        "参照表述": "规模以上工业企业关键业务环节全面数字化率达到80%以上",
        "承诺判定": "弱化",
        "理由": "目标降低：关键业务环节全面数字化率 80%以上→40%左右",
        "本地表述": "1.2 「规模以上工业企业关键业务环节全面数字化率达到40%左右」",
        "最近段落": None,
        "参照目标": "关键业务环节全面数字化率 80%以上",
        "本地目标": "40%左右（降低）",
        "牵头（责任）单位": "区工信局",
        "整改措施": None,
        "时限": None,
        "人工复核结论": None,
        "复核理由": None,
        "复核人": None,
        "得分": 0.75,
        "措施把握": 0.9,
        "独立": "否",
        "依据来源": "检索",
    }
    assert found[3]["理由"] == "承诺缺失"
    assert found[3]["本地表述"] is None
    assert found[3]["最近段落"] == "1.2 「组织企业开展两化融合和数字化转型自评估自诊断」（得分 0.31）"
    assert found[4]["最近段落"] == "全文未见"


def test_the_reference_wording_is_what_others_than_the_judged_plan_say(report: GapReport) -> None:
    witnesses = tuple(
        Witness(plan=plan, measure="1.2", quote=quote)
        for plan, quote in (("yicheng", "本方案自己的话"), ("binzhou", "技改投资年均增长7%"))
    )
    first, *others = report.findings
    found = rows(workbook([replace(report, findings=(replace(first, witnesses=witnesses), *others))])["台账"])
    assert found[0]["参照表述"] == "滨州市 1.2 「技改投资年均增长7%」"


def test_a_measure_without_commitments_keeps_its_row(report: GapReport) -> None:
    programme = report.comparison.programmes[1]
    bare = programme._replace(measures=(programme.measures[0]._replace(commitments=()),))
    comparison = report.comparison._replace(programmes=(report.comparison.programmes[0], bare))
    findings = tuple(item for item in report.findings if item.programme != bare.number)
    last = rows(workbook([replace(report, comparison=comparison, findings=findings)])["台账"])[-1]
    assert (last["措施"], last["措施判定"], last["承诺"]) == ("3.2 创新绿色低碳发展机制", "缺失", None)


def test_the_head_is_frozen_and_filters_span_the_ledger(report: GapReport) -> None:
    sheet = workbook([report])["台账"]
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref == sheet.dimensions == "A1:U6"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["H4"].alignment.wrap_text
    assert sheet.column_dimensions["H"].width > sheet.column_dimensions["D"].width
    assert sheet.row_dimensions[6].height > sheet.row_dimensions[2].height * 0.9


def test_the_ledger_prints_on_landscape_a4_in_letters_that_can_be_read(report: GapReport) -> None:
    sheet = workbook([report])["台账"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area == "'台账'!$A$1:$N$6"
    printed = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJKLMN")
    # A4 across holds some 149 characters of 11 points; 10-point letters must not shrink below 7.
    assert 149 / printed * 10 >= 7


def test_several_plans_get_a_sheet_each_behind_a_summary(report: GapReport) -> None:
    comparison = report.comparison
    second = replace(report, comparison=comparison._replace(plan=comparison.plan._replace(name="峄城区")))
    book = workbook([report, second])
    assert book.sheetnames[:4] == ["概况", "峄城区", "峄城区 (2)", "逐项承诺对照"]
    assert all(sheet.freeze_panes for sheet in book.worksheets[1:])
    found = {row[0]: row[1:] for row in book["概况"].iter_rows(values_only=True)}
    assert found["覆盖率"][0] != found["独立覆盖率"][0]
    assert found["措施采纳"] == (1, 1)


def test_the_summary_holds_documents_figures_filters_and_caveats(report: GapReport) -> None:
    view = RenderOptions(Words(Language.CHINESE), Filters(only=(Verdict.OMITTED,)))
    book = workbook([report], view)
    values = [cell.value for cell in cells(book) if cell.parent.title == "概况"]
    assert report.summary.coverage in values
    assert report.summary.coverage_independent in values
    text = "\n".join(str(value) for value in values)
    for expected in (
        "鲁政字〔2023〕209号",
        "峄政字〔2024〕11号",
        "重构",
        "判定 缺失",
        "贯彻的是另一份",
        "plancmp ",
    ):
        assert expected in text
    assert [row["承诺"][:5] for row in rows(book["台账"])] == ["1.2.3", "3.2.1"]


def test_the_same_report_gives_the_same_bytes(report: GapReport, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_report([report], CHINESE)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render_report([report], CHINESE) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2026" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("before", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\n=1", "'=1", ""])
@pytest.mark.parametrize("count", [1, 2])
def test_no_text_becomes_a_formula_or_a_command(report: GapReport, before: str, count: int) -> None:
    data = render_report([poisoned(report, before)] * count, CHINESE)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {cell.data_type for cell in cells(book)} == {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells(book))
    text = "\n".join(str(cell.value) for cell in cells(book))
    assert not set(text) & COMMANDS
    for literal in ("[red]x[/red]", "<script>", "{{ 7*7 }}", "<U+001B>[2J", "<U+202E>gnp.exe"):
        assert literal in text
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not any("<f>" in part or "<f " in part for part in parts.values())
    assert "_x005F_x001B_" in "".join(parts.values())


def test_text_that_begins_like_a_formula_stays_text_when_it_is_edited(report: GapReport) -> None:
    plan = report.comparison.plan._replace(name="=1+1")
    book = workbook([replace(report, comparison=report.comparison._replace(plan=plan))])
    named = [cell for cell in cells(book) if str(cell.value).startswith("=")]
    assert named
    assert all(cell.quotePrefix for cell in named)


def test_a_cell_never_outgrows_what_a_spreadsheet_holds(report: GapReport) -> None:
    reference = report.comparison.reference._replace(title="长" * 40_000)
    book = workbook([replace(report, comparison=report.comparison._replace(reference=reference))])
    assert max(len(str(cell.value)) for cell in cells(book)) == 32_767


@pytest.mark.parametrize("name", ["a/b:c*[d]?\\", "'" * 40, "长" * 40, "\x1b\n", "概况", "History"])
def test_any_plan_name_makes_a_sheet(report: GapReport, name: str) -> None:
    plan = report.comparison.plan._replace(name=name)
    named = replace(report, comparison=report.comparison._replace(plan=plan))
    titles = workbook([named, named]).sheetnames
    assert len(set(map(str.lower, titles))) == 6
    assert all(0 < len(title) <= 31 and title.strip("'") == title for title in titles)
    assert "history" not in {title.lower() for title in titles}


def test_bytes_are_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", type("Terminal", (io.StringIO,), {"isatty": lambda self: True})())
    with pytest.raises(CommandError) as raised:
        write_output(b"PK", None)
    assert "-o FILE" in error_line(raised.value, CHINESE.say)


def test_a_pipe_gets_the_bytes_and_a_file_too(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write_output(b"PK\x00\xff", None)
    assert capsysbinary.readouterr().out == b"PK\x00\xff"
    write_output(b"PK\x00\xff", tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == b"PK\x00\xff"


def test_the_command_writes_the_workbook(plancmp: Run, tmp_path: Path) -> None:
    file = tmp_path / "ledger.xlsx"
    outcome = plancmp("report", "yicheng", "--format", "xlsx", "-o", str(file))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert openpyxl.load_workbook(file).sheetnames == ["台账", "概况", "责任分工"]


def test_the_command_writes_the_page(plancmp: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    outcome = plancmp("report", "yicheng", "--format", "html", "--lang", "en", "-o", str(file))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

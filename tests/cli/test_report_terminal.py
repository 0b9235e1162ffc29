"""The gap report in a terminal: the gravest gaps first, the conclusion last, every line within the width."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render import ReportFormat, report_renderer
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.model import Witness

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHINESE, ENGLISH = (RenderOptions(Words(language)) for language in (Language.CHINESE, Language.ENGLISH))


def shown(reports: Sequence[GapReport], options: RenderOptions = CHINESE) -> str:
    text = report_renderer(ReportFormat.TABLE)(reports, options, None)
    assert isinstance(text, str)
    return text


def headings(text: str) -> list[str]:
    """The page's headings: what stands alone below an empty line."""
    return [part.splitlines()[0] for part in text.split("\n\n")[1:]]


def named(report: GapReport, plan: str, name: str) -> GapReport:
    header = report.comparison.plan._replace(id=plan, name=name)
    return replace(report, comparison=report.comparison._replace(plan=header))


def four(report: GapReport) -> list[GapReport]:
    names = {"yicheng": "峄城区", "liaocheng": "聊城市", "qingzhou": "青州市", "binzhou": "滨州市"}
    return [named(report, plan, name) for plan, name in names.items()]


def test_what_is_listed_comes_first_and_the_conclusion_last(report: GapReport) -> None:
    assert headings(shown([report])) == [
        "差距清单",
        "其余，按权重（1）",
        "强化内容",
        "责任分工",
        "目标对照",
        "方法与局限",
        "分工程情况",
        "结论",
    ]


def test_the_gravest_gaps_stand_apart_with_the_local_text(report: GapReport) -> None:
    text = shown([report])
    gaps = text[text.index("差距清单") : text.index("强化内容")]
    gravest, others = gaps.split("其余，按权重（1）")
    assert "目标降低、核心承诺缺失（2）" in gravest
    assert re.search(r"1 +0\.11 +~ 弱化 +1\.2\.2", gravest)
    assert "1.2  「规模以上工业企业关键业务环节全面数字化率达到40%左右」" in gravest
    assert re.search(r"2 +1\.00 +✗ 缺失 +3\.2\.1 +积极推进水权交易 +无相近表述", gravest)
    assert re.search(r"3 +0\.36 +✗ 缺失 +1\.2\.3", others)
    assert "最相近 1.2（得分" in others
    assert "「组织企业" not in others


def test_the_conclusion_ends_with_the_central_commitments_that_are_gone(report: GapReport) -> None:
    text = shown([report])
    assert text.rstrip().endswith("- 缺失的核心承诺：3.2.1 积极推进水权交易。")
    assert "Central commitments omitted: 3.2.1 积极推进水权交易." in shown([report], ENGLISH)


def test_many_central_commitments_are_counted_and_the_heaviest_named(report: GapReport) -> None:
    gone = next(item for item in report.gaps if item.commitment.id == "3.2.1")
    many = replace(report, findings=(gone,) * 20)
    assert "缺失的核心承诺 20 项，其中最重的是 3.2.1 积极推进水权交易、" in shown([many])


def test_verbose_gives_every_gap_its_proof_and_lists_the_additions(report: GapReport) -> None:
    witness = Witness(plan="binzhou", measure="3.2", quote="推进水权交易")
    findings = tuple(replace(item, witnesses=(witness,)) for item in report.findings)
    report = replace(report, findings=findings)
    short, whole = shown([report]), shown([report], CHINESE._replace(verbose=True))
    for proof in ("见证  滨州市 3.2 「推进水权交易」", "所属措施  3.2 ", "相关单位  区工信局"):
        assert proof not in short
        assert proof in whole
    assert "新增内容" not in headings(short)
    assert "新增内容" in headings(whole)
    assert "全部依据用 -v 列出" in short
    assert "全部依据用 -v 列出" not in whole


def test_beside_others_a_plan_shows_its_gravest_gaps_and_counts_the_others(report: GapReport) -> None:
    text = shown(four(report))
    for name in ("峄城区", "聊城市", "青州市", "滨州市"):
        assert f"{name}：差距清单" in headings(text)
    assert text.count("另有 1 处未列出") == 4
    assert "1.2.3" not in text
    assert [each for each in headings(text) if each in ("各地对照", "结论")] == ["各地对照", "结论"]
    assert "1.2.3" in shown(four(report), CHINESE._replace(verbose=True))


def test_filters_choose_what_is_listed_and_never_what_is_counted(report: GapReport) -> None:
    everything = shown([report])
    options = CHINESE._replace(filters=Filters(only=(Verdict.OMITTED,)))
    filtered = shown([report], options)
    assert "筛选：判定 缺失" in filtered
    gaps = filtered[filtered.index("差距清单") : filtered.index("目标对照")]
    assert re.findall(r"\d+ +\d\.\d\d +. .. +([\d.]+) ", gaps) == ["3.2.1", "1.2.3"]
    figures = everything[everything.index("分工程情况") :]
    assert figures in filtered
    # What a filter asks for is listed whole, also beside other plans.
    assert "1.2.3" in shown(four(report), options)
    assert "未列出" not in shown(four(report), options)


def test_without_the_gravest_gaps_there_is_one_list(report: GapReport) -> None:
    options = CHINESE._replace(filters=Filters(measures=("1.1",)))
    assert "\n差距清单\n无。\n" in shown([report], options)
    options = CHINESE._replace(filters=Filters(measures=("1.2",), only=(Verdict.OMITTED,)))
    assert "其余，按权重" not in shown([report], options)


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("options", [CHINESE, ENGLISH])
@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("count", [1, 4])
def test_no_line_is_wider_than_the_terminal(
    report: GapReport, width: int, options: RenderOptions, verbose: bool, count: int
) -> None:
    reports = [report] if count == 1 else four(report)
    text = shown(reports, options._replace(width=width, verbose=verbose))
    assert max(map(cell_len, text.splitlines())) <= width
    assert "…" not in text


def test_colour_marks_verdicts_and_says_nothing_of_its_own(report: GapReport) -> None:
    plain, coloured = shown([report]), shown([report], CHINESE._replace(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31m✗ 缺失" in coloured
    assert "\x1b[33m~ 弱化" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == plain.split()


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_terminal_gets_the_terminal_view_and_a_pipe_markdown(
    plancmp: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plancmp("report", "yicheng").out.startswith("# 峄城区对照山东省差距报告\n")
    on_a_terminal(monkeypatch)
    assert "\x1b[1m峄城区对照山东省差距报告" in plancmp("report", "yicheng").out
    assert plancmp("report", "yicheng", "--no-color").out.startswith("峄城区对照山东省差距报告\n")
    assert plancmp("report", "yicheng", "-f", "markdown").out.startswith("# 峄城区对照山东省差距报告\n")


@pytest.mark.parametrize(
    ("name", "opening"), [("report", "# "), ("report.md", "# "), ("report.txt", "峄城区对照山东省差距报告\n")]
)
def test_a_file_gets_what_its_name_ends_in_and_never_colour(
    plancmp: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, opening: str
) -> None:
    on_a_terminal(monkeypatch)
    assert plancmp("report", "yicheng", "-o", str(tmp_path / name)).out == ""
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith(opening)
    assert "\x1b" not in written

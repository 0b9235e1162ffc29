"""`plancmp report`: what the gap report of one plan and that of several say, and in which order."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport, gap_report
from plancmp.alignment.result import CaveatCode, Comparison, Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render import ReportFormat, report_renderer
from plancmp.cli.version import VERSION
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report_sentences import method_sentences, section_number
from plancmp.plans.reading import load_plan

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHINESE, ENGLISH = Words(Language.CHINESE), Words(Language.ENGLISH)
CARD = AccuracyCard(
    date="2024-05-31", origins=("两遍独立细读",), plans=4, measures=52, agreement=0.9, kappa=0.81
)


@pytest.fixture
def report(comparison: Comparison, plans: Path) -> GapReport:
    reference, local = load_plan(plans / "shandong.yaml"), load_plan(plans / "yicheng.yaml")
    found = comparison._replace(caveats=(CaveatCode.RECONSTRUCTED,))
    return gap_report(reference, local, found, {"yicheng": "峄城区"})


def written(
    reports: Sequence[GapReport],
    say: Words = CHINESE,
    filters: Filters | None = None,
    output_format: ReportFormat = ReportFormat.MARKDOWN,
) -> str:
    text = report_renderer(output_format)(reports, RenderOptions(say, filters or Filters()), CARD)
    assert isinstance(text, str)
    return text


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def other(report: GapReport) -> GapReport:
    plan = report.comparison.plan._replace(id="liaocheng", name="聊城市")
    return replace(
        report, comparison=report.comparison._replace(plan=plan, caveats=(CaveatCode.IMPLEMENTS_OTHER,))
    )


def test_the_sections_stand_in_the_order_of_a_report(report: GapReport) -> None:
    assert headings(written([report])) == [
        "# 峄城区对照山东省差距报告",
        "## 一、结论",
        "## 二、分工程情况",
        "## 三、差距清单",
        "### 差距 1：规模以上工业企业关键业务环节全面数字化率达到80%以上（1.2.2）",
        "### 差距 2：积极推进水权交易（3.2.1）",
        "### 差距 3：优选部分企业组织开展制造业企业“一对一”诊断服务（1.2.3）",
        "## 四、强化内容",
        "## 五、新增内容",
        "## 六、责任分工",
        "### 区工信局",
        "### 未列明单位",
        "## 七、目标对照",
        "## 八、方法与局限",
    ]


def test_the_head_names_documents_basis_and_version(report: GapReport) -> None:
    text = written([replace(report, reference_source="据三个方案重构")])
    assert "鲁政字〔2023〕209号 | 2023-11-11 | 重构" in re.sub(" +", " ", text)
    assert "峄政字〔2024〕11号 | 2024-12-31 | 原文" in re.sub(" +", " ", text)
    assert "- **参照依据**：据三个方案重构" in text
    assert f"plancmp {VERSION}" in text


def test_the_conclusion_is_plain_sentences_with_the_figures(report: GapReport) -> None:
    text = written([report])
    assert "山东省的 3 条措施中，峄城区采纳 1 条、弱化 1 条、缺失 1 条。" in text
    assert "5 项承诺中，采纳 2 项、弱化 1 项、缺失 2 项，覆盖率 50.0%" in text
    assert "整条缺失的措施：3.2 创新绿色低碳发展机制。" in text
    assert "降低的目标：关键业务环节全面数字化率 80%以上→40%左右（1.2.2）。" in text
    english = written([report], ENGLISH)
    assert "Of the 3 measures of 山东省, 峄城区 adopted 1, weakened 1 and omitted 1." in english


def test_a_gap_shows_witnesses_local_text_reason_and_targets(report: GapReport) -> None:
    text = written([report])
    proof = text[text.index("### 差距 1") : text.index("### 差距 2")]
    assert "- **判定**：~ 弱化，权重 0.11，得分 0.75" in proof
    assert "- **理由**：目标降低：关键业务环节全面数字化率 80%以上→40%左右；不计入独立覆盖率" in proof
    assert "- **所属措施**：1.2 推动传统产业技改升级（弱化，把握 0.90）" in proof
    assert "- **本地表述**：1.2 「规模以上工业企业关键业务环节全面数字化率达到40%左右」（得分 0.75）" in proof
    assert "- **相关单位**：区工信局" in proof


def test_an_omission_shows_the_nearest_passage_as_proof_of_absence(report: GapReport) -> None:
    text = written([report])
    proof = text[text.index("### 差距 3") : text.index("## 四")]
    assert "- **理由**：全文未见，最相近的在 1.2（得分 0.31）" in proof
    nearest = "- **最相近的段落**：1.2 「组织企业开展两化融合和数字化转型自评估自诊断」（得分 0.31）"
    assert nearest in proof


def test_the_judged_plans_own_words_are_marked_as_such(report: GapReport) -> None:
    attested = next(item for item in report.findings if item.witnesses)
    commitment = attested.commitment._replace(verdict=Verdict.WEAKENED)
    weak = replace(
        attested, commitment=commitment, measure=attested.measure._replace(commitments=(commitment,))
    )
    text = written([replace(report, findings=(weak,))])
    assert "峄城区 1.2 「力争技改投资年均增长6%以上」（本方案自身表述，不用于判定）" in text


def test_several_plans_make_one_comparative_report(report: GapReport) -> None:
    text = written([report, other(report)])
    assert headings(text)[:5] == [
        "# 峄城区、聊城市对照山东省差距比较报告",
        "## 一、结论",
        "## 二、各地对照",
        "## 三、逐项承诺对照",
        "## 四、峄城区",
    ]
    assert "## 六、目标对照" in headings(text)
    assert "聊城市方案贯彻的不是本参照，以下只说明主题上的覆盖，不说明执行情况。" in text
    assert "贯彻本参照的只有峄城区" in text


def test_filters_choose_the_gaps_listed_and_never_the_figures(report: GapReport) -> None:
    everything, filtered = written([report]), written([report], filters=Filters(only=(Verdict.OMITTED,)))
    assert "筛选：判定 缺失" in filtered
    assert [line for line in headings(filtered) if "差距 " in line] == [
        "### 差距 1：积极推进水权交易（3.2.1）",
        "### 差距 2：优选部分企业组织开展制造业企业“一对一”诊断服务（1.2.3）",
    ]
    conclusion = everything[everything.index("## 一") : everything.index("## 三")]
    assert conclusion in filtered
    assert "加快电动汽车充电" in everything
    assert "加快电动汽车充电" not in filtered


def test_method_and_limits_carry_the_accuracy_card(report: GapReport) -> None:
    assert "准确度（2024-05-31 测定）" in written([report])
    assert "一致率 90.0%；科恩 kappa 0.81" in written([report])
    assert "本版本尚未测定判定准确度。" in method_sentences(report.comparison.reference, None, CHINESE)


def test_a_report_without_gaps_says_so(report: GapReport) -> None:
    text = written([replace(report, findings=(), targets=())])
    assert text.count("\n无。\n") == 3


def test_csv_has_one_row_a_gap_the_gravest_first(report: GapReport) -> None:
    rows = list(csv.DictReader(io.StringIO(written([report], output_format=ReportFormat.CSV))))
    assert [(row["序号"], row["承诺序号"]) for row in rows] == [
        ("1", "1.2.2"),
        ("2", "3.2.1"),
        ("3", "1.2.3"),
    ]
    assert rows[2]["最近段落"] == "1.2 「组织企业开展两化融合和数字化转型自评估自诊断」（得分 0.31）"


def test_json_holds_every_gap_with_its_proof(report: GapReport) -> None:
    data = json.loads(written([report], ENGLISH, output_format=ReportFormat.JSON))
    assert data["schema"] == "plancmp/report/1"
    gaps = data["reports"][0]["gaps"]
    assert [gap["commitment"]["id"] for gap in gaps] == ["1.2.2", "3.2.1", "1.2.3"]
    assert gaps[1]["weight"] == 1.0
    assert data["accuracy"]["kappa"] == 0.81


def test_the_command_writes_markdown_unless_told_otherwise(plancmp: Run, tmp_path: Path) -> None:
    assert plancmp("report", "yicheng").out.startswith("# 峄城区对照山东省差距报告\n")
    file = tmp_path / "report.md"
    assert plancmp("report", "峄城区", "--lang", "en", "-o", str(file)).out == ""
    assert file.read_text(encoding="utf-8").startswith("# Gap report: 峄城区 against 山东省\n")


def test_an_unknown_measure_is_refused_with_those_near_it(plancmp: Run) -> None:
    outcome = plancmp("report", "yicheng", "--measure", "9.9")
    assert outcome.code == 2
    assert "3.2" in outcome.err


def test_a_report_needs_a_plan(plancmp: Run) -> None:
    assert plancmp("report").code == 2


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
)
def test_sections_are_numbered_as_chinese_documents_do(number: int, numeral: str) -> None:
    assert section_number(number, CHINESE) == numeral
    assert section_number(number, ENGLISH) == str(number)

"""What these tests share: a comparison written out by hand, two small plans, a way to run commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from plancmp.alignment.gaps import GapReport, gap_report
from plancmp.alignment.result import (
    Addition,
    CaveatCode,
    Change,
    CommitmentResult,
    Comparison,
    Match,
    MeasureResult,
    Passage,
    PlanHeader,
    ProgrammeResult,
    Reason,
    TargetChange,
    Verdict,
)
from plancmp.cli.main import run
from plancmp.plans.reading import load_plan
from tests.cli.browser import start_browser

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ADOPTED = CommitmentResult(
    id="1.2.1",
    text="技改投资年均增长6%以上",
    verdict=Verdict.ADOPTED,
    strengthened=True,
    independent=True,
    score=0.987654,
    reasons=(),
    evidence=(Passage("1.2", "力争技改投资年均增长6%以上", 0.987654),),
    nearest=(),
    targets=(TargetChange("技改投资年均增长", "6%以上", "6%以上", Change.EQUAL),),
    weight=1.2,
    central=True,
)
LOWERED = CommitmentResult(
    id="1.2.2",
    text="规模以上工业企业关键业务环节全面数字化率达到80%以上",
    verdict=Verdict.WEAKENED,
    strengthened=False,
    independent=False,
    score=0.75,
    reasons=(Reason.TARGET_LOWERED,),
    evidence=(Passage("1.2", "规模以上工业企业关键业务环节全面数字化率达到40%左右", 0.75),),
    nearest=(),
    targets=(TargetChange("关键业务环节全面数字化率", "80%以上", "40%左右", Change.LOWER),),
    weight=0.6,
)
OMITTED = CommitmentResult(
    id="1.2.3",
    text="优选部分企业组织开展制造业企业“一对一”诊断服务",
    verdict=Verdict.OMITTED,
    strengthened=False,
    independent=True,
    score=0.0,
    reasons=(),
    evidence=(),
    nearest=(Passage("1.2", "组织企业开展两化融合和数字化转型自评估自诊断", 0.31),),
    targets=(),
)


@pytest.fixture
def comparison() -> Comparison:
    """Three measures, one for each verdict."""
    adopted = ADOPTED._replace(id="1.1.1", text="培育中小企业特色产业集群", strengthened=False, targets=())
    omitted = OMITTED._replace(id="3.2.1", text="积极推进水权交易", nearest=(), central=True)
    return Comparison(
        reference=PlanHeader(
            "shandong",
            "山东省",
            "山东省县域经济高质量发展三年行动方案(2023—2025年)",
            "鲁政字〔2023〕209号",
            "2023-11-11",
            "reconstructed",
        ),
        plan=PlanHeader(
            "yicheng",
            "峄城区",
            "峄城区贯彻落实《枣庄市贯彻落实〈山东省县域经济高质量发展三年行动方案(2023−2025年)〉的工作方案》的工作方案",
            "峄政字〔2024〕11号",
            "2024-12-31",
            "official",
            witness="yicheng",
        ),
        caveats=tuple(CaveatCode),
        programmes=(
            ProgrammeResult(
                1,
                "产业升级优势再造工程",
                (
                    MeasureResult(
                        "1.1",
                        "培育优势产业集群",
                        Verdict.ADOPTED,
                        1.0,
                        0.9,
                        (),
                        (Match("1.1", "培育优势产业集群", 0.9),),
                        (adopted,),
                    ),
                    MeasureResult(
                        "1.2",
                        "推动传统产业技改升级",
                        Verdict.WEAKENED,
                        0.5,
                        0.9,
                        (Reason.COMMITMENT_OMITTED, Reason.TARGET_LOWERED),
                        (
                            Match("1.2", "推动传统产业技改升级", 0.9),
                            Match("1.6", "加快新型基础设施建设", 0.4),
                        ),
                        (ADOPTED, LOWERED, OMITTED),
                    ),
                ),
            ),
            ProgrammeResult(
                3,
                "生态优先绿色发展工程",
                (
                    MeasureResult(
                        "3.2",
                        "创新绿色低碳发展机制",
                        Verdict.OMITTED,
                        0.0,
                        0.9,
                        (Reason.COMMITMENT_OMITTED,),
                        (),
                        (omitted,),
                    ),
                ),
            ),
        ),
        additions=(Addition("1.6", "加快电动汽车充电基础设施项目建设"),),
    )


REFERENCE = """\
schema: plancmp/plan/1
id: shandong
name: 山东省
aliases: [province]
level: province
basis: reconstructed
title: 山东省县域经济高质量发展三年行动方案(2023—2025年)
document_number: 鲁政字〔2023〕209号
issued: "2023-11-11"
period: {start: 2023, end: 2025}
programmes:
  - number: 1
    title: 产业升级优势再造工程
    measures:
      - id: "1.1"
        title: 培育优势产业集群
      - id: "1.2"
        title: 推动传统产业技改升级
        title_basis: inferred
        commitments:
          - id: 1.2.1
            text: 技改投资年均增长6%以上
            target: {indicator: 技改投资年均增长, value: 6%以上, stated: {yicheng: 6%以上}}
            note: 其余见证待补
            witnesses:
              - {plan: yicheng, measure: "1.2", quote: 力争技改投资年均增长6%以上}
  - number: 3
    title: 生态优先绿色发展工程
    measures:
      - id: "3.2"
        title: 创新绿色低碳发展机制
"""
LOCAL = """\
schema: plancmp/plan/1
id: yicheng
name: 峄城区
title: 峄城区工作方案
document_number: 峄政字〔2024〕11号
issued: "2024-12-31"
implements:
  - title: 枣庄市贯彻落实〈山东省县域经济高质量发展三年行动方案(2023−2025年)〉的工作方案
    document_number: 枣政字〔2024〕13号
programmes:
  - number: 1
    title: 实施产业升级优势再造工程
    measures:
      - id: "1.1"
        title: 培育优势产业集群
        text: 加强战略性新兴产业集群、中小企业特色产业集群培育。
        agencies: {lead: [区发改局], responsible: [区工信局, 区科技局]}
      - id: "1.2"
        title: 推动传统产业技改升级
        text: 引导企业加大技改投资力度,力争技改投资年均增长6%以上。
        agencies: {responsible: [区工信局]}
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with a reference and a local plan."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "shandong.yaml").write_text(REFERENCE, encoding="utf-8")
    (folder / "yicheng.yaml").write_text(LOCAL, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Outcome:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def _of(comparison: Comparison, plan_id: str) -> Comparison:
    return comparison._replace(plan=comparison.plan._replace(id=plan_id))


@pytest.fixture
def plancmp(
    plans: Path, comparison: Comparison, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run the command line on those plans, in Chinese unless --lang says otherwise.

    Comparing is replaced by the comparison written by hand: what it finds is not the command line's affair.
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS", "PLANCMP_PLANS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setattr("plancmp.plans.library.DEFAULT_DIRECTORY", plans)
    monkeypatch.setattr(
        "plancmp.cli.commands.coverage_worker.compare_prepared",
        lambda prepared, plan, blind: _of(comparison, plan.id),
    )
    compare = SimpleNamespace(compare_plans=lambda reference, plan, blind: comparison)
    monkeypatch.setitem(sys.modules, "plancmp.alignment.compare", compare)

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def report(plans: Path, comparison: Comparison) -> GapReport:
    """The gap report of that comparison."""
    reference, plan = (load_plan(plans / f"{name}.yaml") for name in ("shandong", "yicheng"))
    return gap_report(reference, plan, comparison, {"yicheng": "峄城区", "binzhou": "滨州市"})


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A headless Chromium."""
    chromium = start_browser(tmp_path_factory.mktemp("profile"))
    yield chromium
    chromium.quit()

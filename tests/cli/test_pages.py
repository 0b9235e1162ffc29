"""Pages of coverage, and what every page of plans has: commitments that lead to proofs, surroundings, pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.gaps import GapReport, gap_report
from plancmp.alignment.indicators import Standing
from plancmp.alignment.result import Passage, Verdict
from plancmp.cli.commitment_selection import CommitmentSelection
from plancmp.cli.language import Language
from plancmp.cli.main import run
from plancmp.cli.matrix_layout import By, Layout, Order
from plancmp.cli.messages import Words
from plancmp.cli.render.html import render_coverage
from plancmp.cli.views.pictures import picture_resemblance, picture_targets
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report_map import make_proof
from plancmp.plans.reading import load_plan
from tests.cli.conftest import ADOPTED, OMITTED
from tests.cli.hostile_reports import COMMANDS, poisoned
from tests.cli.test_html_report import Page

PLANS = Path(__file__).parents[1] / "golden" / "plans"
THREE = ("qingxi", "baishi", "liuhe")
CHINESE = Words(Language.CHINESE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANCMP_PLANS", str(PLANS))
    monkeypatch.delenv("PLANCMP_DECISIONS", raising=False)
    return tmp_path


def page_of(folder: Path, *arguments: str) -> Page:
    file = folder / "page.html"
    assert run([*arguments, "--reference", "yunhe", "--lang", "zh", "-o", str(file)]) == 0
    return Page(file.read_text("utf-8"))


def links(page: Page) -> list[dict[str, str]]:
    """The cells of the map."""
    return [attributes for tag, attributes in page.elements if tag == "a" and "data-verdict" in attributes]


def test_every_commitment_of_every_plan_leads_to_its_proof(folder: Path) -> None:
    page = page_of(folder, "coverage", *THREE)
    proofs = {attributes["id"] for tag, attributes in page.elements if tag == "article"}
    targets = [link["href"][1:] for link in links(page) if "id" not in link]
    assert sorted(targets) == sorted(proofs)
    assert len(targets) == 3 * 12
    assert {verdict for link in links(page) for verdict in link["data-verdict"].split()} == set(Verdict)


def test_the_page_has_the_matrix_conclusion_and_no_forms(folder: Path) -> None:
    page = page_of(folder, "coverage", *THREE)
    assert "各地对照云河省的覆盖情况" in page.text
    assert "贯彻本参照的方案中" in page.text
    assert not [tag for tag, _ in page.elements if tag == "template"]
    assert not re.search(r"@import|url\(|https?://", "".join(page.words))


def test_by_commitment_they_stand_open_and_a_selection_chooses_them(folder: Path) -> None:
    page = page_of(folder, "coverage", *THREE, "--by", "commitment", "--programme", "2")
    unfold = next(attributes for attributes in page.having("id") if attributes["id"] == "unfold")
    assert "checked" in unfold
    assert {link["href"][len("#plan1-") :][0] for link in links(page)} == {"2"}
    assert "checked" not in str(
        [each for each in page_of(folder, "coverage", *THREE).having("id") if each["id"] == "unfold"]
    )


def test_only_commitments_that_are_omitted_by_so_many(folder: Path) -> None:
    page = page_of(folder, "coverage", "qingxi", "baishi", "--omitted-by", "1")
    found = {link["href"].partition("-")[2] for link in links(page) if "id" not in link}
    verdicts = {
        item: {link["data-verdict"] for link in links(page) if link["href"].endswith(f"-{item}")}
        for item in found
    }
    assert found
    assert all("omitted" in each for each in verdicts.values())


def test_it_is_sorted_as_asked(report: GapReport) -> None:
    def order(*orders: Order) -> list[str]:
        page = Page(
            render_coverage([report], RenderOptions(CHINESE), CommitmentSelection(), Layout(None, orders))
        )
        return [link["href"] for link in links(page) if "id" in link]

    assert order() == ["#plan1-1.1", "#plan1-1.2", "#plan1-3.2"]
    assert order(Order.GAPS) == ["#plan1-3.2", "#plan1-1.2", "#plan1-1.1"]


def test_so_many_plans_are_too_many_for_a_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("plancmp.cli.commands.coverage._MOST_ON_A_PAGE", 2)
    file = folder / "page.html"
    assert run(["coverage", *THREE, "-r", "yunhe", "--lang", "en", "-o", str(file)]) == 2
    assert "at most 2 plans, and there are 3" in capsys.readouterr().err
    assert not file.exists()


def test_a_plan_with_faults_is_left_out_and_the_gate_holds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.yaml").write_text("schema: x\n", encoding="utf-8")
    file = folder / "page.html"
    arguments = ["coverage", "qingxi", "baishi", str(folder / "bad.yaml"), "-r", "yunhe", "--lang", "en"]
    assert run([*arguments, "-o", str(file), "--fail-under", "100"]) == 1
    told = capsys.readouterr().err
    assert "bad.yaml:1" in told
    assert "1 of 3 plan files" in told
    assert "清溪县" in file.read_text("utf-8")


@pytest.mark.parametrize("by", [None, By.COMMITMENT])
def test_hostile_text_comes_out_as_text(report: GapReport, by: By | None) -> None:
    reports = [poisoned(report)] * 3
    text = render_coverage(reports, RenderOptions(CHINESE), CommitmentSelection(), Layout(by, ()))
    page = Page(text)
    assert not page.open
    assert not set(text) & COMMANDS
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == 1
    assert not {"img", "red"} & set(tags)
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]


def test_three_real_plans_make_a_page_that_can_be_sent(tmp_path: Path) -> None:
    for command in ("coverage", "report"):
        file = tmp_path / f"{command}.html"
        assert run([command, "yicheng", "qingzhou", "binzhou", "-o", str(file)]) == 0
        assert file.stat().st_size < 1_500_000


def test_a_passage_stands_marked_in_the_whole_of_its_measure(report: GapReport) -> None:
    finding = next(each for each in report.findings if each.commitment.id == "1.2.1")
    (part,) = make_proof(report, finding, "plan1-1.2.1").surroundings
    assert (part.id, part.title) == ("1.2", "推动传统产业技改升级")
    assert [(piece.text, piece.shared) for piece in part.marked.pieces] == [
        ("引导企业加大技改投资力度,", False),
        ("力争技改投资年均增长6%以上", True),
        ("。", False),
    ]


def test_a_measure_that_is_quoted_whole_has_no_surroundings(report: GapReport) -> None:
    finding = next(each for each in report.findings if each.commitment.id == "1.2.1")
    whole = Passage("1.2", "引导企业加大技改投资力度,力争技改投资年均增长6%以上", 1.0)
    quoted = finding.commitment._replace(evidence=(whole,))
    assert make_proof(report, replace(finding, commitment=quoted), "x").surroundings == ()


def verdicts_of(report: GapReport, *verdicts: Verdict) -> GapReport:
    """The report with these verdicts on the commitments of one measure."""
    programme = report.comparison.programmes[0]
    commitments = tuple(
        (OMITTED if each is Verdict.OMITTED else ADOPTED)._replace(id=f"1.1.{number}", verdict=each)
        for number, each in enumerate(verdicts, start=1)
    )
    measure = programme.measures[0]._replace(commitments=commitments)
    comparison = report.comparison._replace(programmes=(programme._replace(measures=(measure,)),))
    return replace(report, comparison=comparison)


def test_the_tree_joins_the_most_alike_and_tells_it_in_words(report: GapReport) -> None:
    adopted, omitted = Verdict.ADOPTED, Verdict.OMITTED
    reports = [
        verdicts_of(report, adopted, adopted, adopted, adopted),
        verdicts_of(report, omitted, omitted, omitted, adopted),
        verdicts_of(report, adopted, adopted, adopted, omitted),
    ]
    found = picture_resemblance(reports, ["甲", "乙", "丙"], CHINESE)
    assert found
    assert found.heads == ("甲", "丙", "乙")
    assert found.sentence == (
        "最相近的是甲与丙：4 项承诺中，判定相同的有 3 项（75.0%）。差别最大的是乙与丙：0 项（0.0%）。"
    )
    assert found.told == "甲与丙 75.0%；甲、丙与乙 12.5%"
    root, pair = found.branches
    assert (root.at, root.share) == (1.0, "12.5%")
    assert pair.arms == ((0.0, 0.5), (0.0, 1.5))
    assert pair.at == pytest.approx(0.25 / 0.875)
    assert root.arms == ((pair.at, 1.0), (0.0, 2.5))
    assert [told for _, told in found.rows[0]] == ["100.0%", "75.0%", "25.0%"]


def test_two_plans_have_a_figure_and_one_has_none(report: GapReport) -> None:
    found = picture_resemblance([report, report], ["甲", "乙"], CHINESE)
    assert found
    assert found.branches == ()
    assert found.sentence.endswith("判定相同的有 5 项（100.0%）。")
    assert picture_resemblance([report], ["甲"], CHINESE) is None


def test_charts_show_each_target_by_the_references() -> None:
    reference, *plans = (load_plan(PLANS / f"{name}.yaml") for name in ("yunhe", "qingxi", "baishi"))
    reports = [gap_report(reference, plan, compare_plans(reference, plan)) for plan in plans]
    charts = {chart.title: chart for chart in picture_targets(reports, ["清溪县", "白石市"], CHINESE)}
    chart = charts["基本养老保险参保率"]
    assert chart.top == "100%"
    assert chart.benchmark == pytest.approx(0.96)
    assert [(bar.name, bar.phrase, bar.standing) for bar in chart.bars] == [
        ("云河省", "96%", Standing.BENCHMARK),
        ("清溪县", "93%", Standing.BELOW),
        ("白石市", "96%", Standing.EQUAL),
    ]
    assert chart.bars[1].end == pytest.approx(0.93)


def test_every_picture_has_its_words(folder: Path) -> None:
    page = page_of(folder, "coverage", *THREE)
    pictures = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(pictures) > 3
    assert all(picture["role"] == "img" and picture["aria-label"] for picture in pictures)

"""The HTML report as a file: it says what other formats say, holds its proofs, and obeys no plan's text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Passage, Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render.html import render_report
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.model import Witness
from tests.cli.hostile_reports import COMMANDS, poisoned

CHINESE, ENGLISH = (RenderOptions(Words(language)) for language in (Language.CHINESE, Language.ENGLISH))
VOID = {"meta", "link", "input", "br"}


class Page(HTMLParser):
    """The page's elements with their attributes, its visible text, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.marks: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)
        if self.open and self.open[-1] == "mark":
            self.marks.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def having(self, attribute: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if attribute in attributes]


def bodies(page: Page, *, opened: bool = False) -> list[str]:
    """The ids of the evidence of measures, or of what of it stands open."""
    details = [
        attributes for tag, attributes in page.elements if tag == "details" and "data-verdict" in attributes
    ]
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("class") == "body"]
    return [each for each, entry in zip(ids, details, strict=True) if not opened or "open" in entry]


def attested(report: GapReport) -> GapReport:
    """The report with a foreign witness and the plan's own for commitment 1.2.1."""
    witnesses = (
        Witness(plan="binzhou", measure="1.2", quote="确保技改投资年均增长7%以上"),
        Witness(plan="yicheng", measure="1.2", quote="本方案自己的话"),
    )
    findings = (
        replace(item, witnesses=witnesses) if item.commitment.id == "1.2.1" else item
        for item in report.findings
    )
    return replace(report, findings=tuple(findings))


@pytest.mark.parametrize("view", [CHINESE, ENGLISH])
@pytest.mark.parametrize("count", [1, 2, 6])
def test_the_page_is_well_formed_and_every_id_is_its_own(
    report: GapReport, view: RenderOptions, count: int
) -> None:
    page = Page(render_report([report] * count, view))
    assert not page.open
    ids = [attributes["id"] for attributes in page.having("id")]
    assert len(ids) == len(set(ids))
    assert {attributes["aria-controls"] for attributes in page.having("aria-controls")} <= set(ids)


def test_the_page_needs_nothing_from_outside(report: GapReport) -> None:
    text = render_report([report], CHINESE)
    page = Page(text)
    links = [element.get("src") or element.get("href") or "" for _, element in page.elements]
    assert {link for link in links if not link.startswith("#")} <= {"", "data:,"}
    places = {attributes["id"] for attributes in page.having("id")}
    assert {link[1:] for link in links if link.startswith("#")} <= places
    assert not re.search(r"@import|url\(|https?://", text)


def test_no_script_but_the_pages_own_may_run(report: GapReport) -> None:
    text = render_report([report], CHINESE)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts]
    assert len(digests) == 2
    policy = next(
        element["content"] for element in Page(text).having("content") if "default-src" in element["content"]
    )
    assert policy.startswith("default-src 'none';")
    sources = " ".join(f"'sha256-{digest}'" for digest in digests)
    assert f"script-src {sources};" in policy


def test_the_page_shows_documents_figures_caveats_and_both_coverages(report: GapReport) -> None:
    text = Page(render_report([report], CHINESE)).text
    summary = report.summary
    for expected in (
        "峄城区对照山东省",
        "鲁政字〔2023〕209号",
        "峄政字〔2024〕11号",
        "2024-12-31",
        "重构",
        f"覆盖率{summary.coverage:.1%}",
        f"独立覆盖率{summary.coverage_independent:.1%}",
        "贯彻的是另一份",
        "加快电动汽车充电基础设施项目建设",
        "目标降低",
    ):
        assert expected in text.replace(" ", ""), expected


def test_every_measure_has_a_cell_that_leads_to_its_evidence(report: GapReport) -> None:
    page = Page(render_report([report, report], CHINESE))
    links = [attributes for tag, attributes in page.elements if tag == "a" and "data-verdict" in attributes]
    cells = [attributes for attributes in links if "id" in attributes]
    assert [cell["href"] for cell in cells] == [
        f"#plan{plan}-{measure}" for measure in ("1.1", "1.2", "3.2") for plan in (1, 2)
    ]
    assert [link["href"] for link in links if "id" not in link][:4] == [
        f"#plan{plan}-{commitment}" for commitment in ("1.1.1", "1.2.1") for plan in (1, 2)
    ]
    assert [cell["data-verdict"] for cell in cells[::2]] == list(Verdict)
    assert cells[2]["aria-label"] == "峄城区（yicheng）* 1.2 推动传统产业技改升级：弱化，承诺覆盖率 50%"
    assert cells[2]["data-reasons"] == "target_lowered commitment_omitted"


def test_words_that_a_witness_and_the_plan_share_are_marked_in_both(report: GapReport) -> None:
    page = Page(render_report([attested(report)], CHINESE))
    assert page.marks.count("技改投资年均增长") == 1  # the witness asks for 7%
    assert page.marks.count("技改投资年均增长6%以上") == 2  # the commitment and the plan
    assert "本方案自己的话" in page.text
    assert "本方案自己的话" not in "".join(page.marks)
    assert "本方案自身表述，不用于判定" in page.text


def test_the_heaviest_gap_stands_open(report: GapReport) -> None:
    page = Page(render_report([report], CHINESE))
    assert bodies(page, opened=True) == [f"plan1-{report.gaps[0].measure.id}"]


def test_filters_thin_the_lists_and_no_figure(report: GapReport) -> None:
    whole = render_report([report], CHINESE)
    thin = render_report([report], RenderOptions(Words(Language.CHINESE), Filters(only=(Verdict.WEAKENED,))))
    page = Page(thin)
    assert bodies(page) == ["plan1-1.2"]
    assert "筛选：判定 弱化" in page.text
    assert "电动汽车" not in page.text
    figures = re.compile(r'<dl class="shares">.*?</dl>', re.DOTALL)
    assert figures.findall(thin) == figures.findall(whole)


def test_a_filter_that_nothing_passes_leaves_a_page_that_says_so(report: GapReport) -> None:
    adopted = report.comparison._replace(programmes=report.comparison.programmes[1:])
    filters = Filters(only=(Verdict.ADOPTED,))
    page = Page(
        render_report([replace(report, comparison=adopted)], RenderOptions(Words(Language.CHINESE), filters))
    )
    assert "没有符合筛选条件的措施。" in page.text


def test_how_far_verdicts_can_be_trusted_is_told(report: GapReport) -> None:
    card = AccuracyCard(date="2024-05-31", origins=("甲乙两人细读",), plans=4, measures=60, kappa=0.8125)
    text = Page(render_report([report], CHINESE, card)).text
    assert "2024-05-31" in text
    assert "甲乙两人细读" in text
    assert "0.81" in text


@pytest.mark.parametrize("count", [1, 2])
def test_hostile_text_comes_out_as_text(report: GapReport, count: int) -> None:
    text = render_report([poisoned(attested(report))] * count, CHINESE)
    page = Page(text)
    assert not page.open
    assert not set(text) & COMMANDS
    text.encode("utf-8")
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == 3  # two that run, and data that does not
    assert not {"img", "red"} & set(tags)
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    shown = page.text
    for literal in ("[red]x[/red]", "<script>document.title", "{{ 7*7 }}", "<U+001B>[2J", "<U+202E>gnp.exe"):
        assert literal in shown


def test_one_endless_clause_does_not_swell_the_page(report: GapReport) -> None:
    usual = render_report([report], CHINESE)
    findings = tuple(
        replace(
            item, commitment=item.commitment._replace(evidence=tuple(map(endless, item.commitment.evidence)))
        )
        for item in report.findings
    )
    page = render_report([replace(report, findings=findings)], CHINESE)
    assert "此处略去 98,000 字" in page
    assert len(page) < len(usual) + 3 * 2 * 2_000 + 20_000


def endless(passage: Passage) -> Passage:
    return passage._replace(quote=(passage.quote * 100_000)[:100_000])

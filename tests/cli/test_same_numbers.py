"""One run, one set of numbers: whatever the format, every figure of a plan is the same."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.coverage_matrix import CoverageMatrix, matrix_of
from plancmp.alignment.gaps import GapReport, gap_report
from plancmp.alignment.result import Verdict
from plancmp.cli.language import Language
from plancmp.cli.matrix_layout import By
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, ReportFormat, renderer, report_renderer
from plancmp.cli.views.comparison import comparison_document
from plancmp.cli.views.coverage import coverage_document
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.reading import load_plan
from tests.cli.word_files import shown

VIEW = RenderOptions(Words(Language.ENGLISH), width=120)
PLANS = ("binzhou", "yicheng", "liaocheng")


Counts = tuple[int, ...]
Shown = tuple[Counts, Counts, str, str]
Published = tuple[Counts, Counts, float, float]


@dataclass(frozen=True)
class Figures:
    """Measures and commitments by verdict, the best first; both coverages as shares, 0-1."""

    measures: tuple[int, ...]
    commitments: tuple[int, ...]
    coverage: float
    independent: float

    def shown(self) -> Shown:
        """As a reader gets it: percent with one decimal."""
        return self.measures, self.commitments, f"{self.coverage:.1%}", f"{self.independent:.1%}"

    def published(self) -> Published:
        """As a program gets it: shares rounded to four places."""
        return self.measures, self.commitments, round(self.coverage, 4), round(self.independent, 4)


@cache
def reports() -> tuple[GapReport, ...]:
    reference = load_plan(Path(DEFAULT_DIRECTORY) / "shandong.yaml")
    found = []
    for name in PLANS:
        plan = load_plan(Path(DEFAULT_DIRECTORY) / f"{name}.yaml")
        found.append(gap_report(reference, plan, compare_plans(reference, plan)))
    return tuple(found)


def expected() -> list[Figures]:
    """Counted here once more, from the verdicts themselves."""
    points = {Verdict.ADOPTED: 1.0, Verdict.WEAKENED: 0.5, Verdict.OMITTED: 0.0}
    figures = []
    for report in reports():
        measures = Counter(each.verdict for each in report.comparison.measures)
        commitments = list(report.comparison.commitments)
        counts = Counter(each.verdict for each in commitments)
        shares = [
            sum(points[each.verdict] for each in kept) / len(kept)
            for kept in (commitments, [each for each in commitments if each.independent])
        ]
        figures.append(
            Figures(
                tuple(measures[verdict] for verdict in Verdict),
                tuple(counts[verdict] for verdict in Verdict),
                *shares,
            )
        )
    return figures


def text_of(content: str | bytes) -> str:
    assert isinstance(content, str)
    return content


def draw_coverage(output_format: Format, matrix: CoverageMatrix, by: By) -> str:
    return text_of(renderer(output_format)(coverage_document(matrix, VIEW, by), VIEW))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def tally(values: Sequence[str]) -> tuple[int, ...]:
    counts = Counter(values)
    return tuple(counts[verdict.value] for verdict in Verdict)


def of_summary(summary: Mapping[str, Any]) -> Published:
    return (
        tuple(summary[verdict.value] for verdict in Verdict),
        tuple(summary["commitments"][verdict.value] for verdict in Verdict),
        summary["coverage"],
        summary["coverage_independent"],
    )


def of_lines(text: str, place: int, labels: Sequence[str]) -> list[str]:
    """What stands in a column of a matrix behind each label."""
    bare = [re.sub(r" *\| *", "  ", line).strip() for line in text.splitlines()]
    values = []
    for label in labels:
        line = next(each for each in bare if each.startswith(label + "  "))
        values.append(re.split(r"\s{2,}", line.removeprefix(label).strip())[place])
    return values


def of_matrix(text: str) -> list[Shown]:
    """The totals below a matrix, in a terminal or in Markdown."""
    verdicts = ("✓ adopted", "~ weakened", "✗ omitted")
    labels = [f"{items} {verdict}" for items in ("Measures", "Commitments") for verdict in verdicts]
    figures = []
    for place in range(len(PLANS)):
        *counts, share, independent = of_lines(text, place, [*labels, "Coverage", "Independent coverage"])
        numbers = tuple(map(int, counts))
        figures.append((numbers[:3], numbers[3:], share, independent))
    return figures


@pytest.mark.parametrize("output_format", [Format.TABLE, Format.MARKDOWN])
def test_coverage_to_be_read(output_format: Format) -> None:
    matrix = matrix_of([report.comparison for report in reports()])
    assert of_matrix(draw_coverage(output_format, matrix, By.MEASURE)) == [
        each.shown() for each in expected()
    ]


def test_coverage_in_json() -> None:
    matrix = matrix_of([report.comparison for report in reports()])
    data = json.loads(draw_coverage(Format.JSON, matrix, By.MEASURE))
    assert [of_summary(plan["summary"]) for plan in data["plans"]] == [
        each.published() for each in expected()
    ]


def test_coverage_in_csv() -> None:
    matrix = matrix_of([report.comparison for report in reports()])
    rows = rows_of(draw_coverage(Format.CSV, matrix, By.MEASURE))
    totals = rows_of(draw_coverage(Format.CSV, matrix, By.PROGRAMME))
    for name, figures in zip(PLANS, expected(), strict=True):
        mine = [row for row in rows if row["Plan"] == name]
        assert tally([row["Measure verdict"] for row in mine]) == figures.measures
        columns = [f"Commitments {verdict}" for verdict in Verdict]
        assert tuple(sum(int(row[column]) for row in mine) for column in columns) == figures.commitments
        total = next(row for row in totals if row["Plan"] == name and not row["Programme"])
        assert tuple(int(total[column]) for column in columns) == figures.commitments
        shares = (float(total["Coverage"]), float(total["Independent coverage"]))
        assert shares == figures.published()[2:]


def test_diff_in_every_format() -> None:
    for report, figures in zip(reports(), expected(), strict=True):
        document = comparison_document(report.comparison, VIEW)
        texts = {each: shown(renderer(each)(document, VIEW)) for each in Format}
        assert of_summary(json.loads(texts[Format.JSON])["summary"]) == figures.published()
        rows = rows_of(texts[Format.CSV])
        assert tally([row["Verdict"] for row in rows]) == figures.commitments
        assert (
            tally(list({row["Measure"]: row["Measure verdict"] for row in rows}.values())) == figures.measures
        )
        for each in (Format.TABLE, Format.MARKDOWN, Format.DOCX):
            numbers = re.sub(r"[^\d.%✓~✗]+", " ", texts[each])
            assert all(f" {share} " in numbers for share in figures.shown()[2:])
        counts = "✓ {} ~ {} ✗ {}"
        table = re.sub(r"[^\d.%✓~✗]+", " ", texts[Format.TABLE])
        assert counts.format(*figures.measures) in table
        assert counts.format(*figures.commitments) in table


@pytest.mark.parametrize("output_format", ReportFormat)
def test_the_report_of_each_plan(output_format: ReportFormat) -> None:
    for report, figures in zip(reports(), expected(), strict=True):
        content = report_renderer(output_format)([report], VIEW, None)
        CHECKS[output_format](content, figures)


def check_sentences(content: str | bytes, figures: Figures) -> None:
    text = re.sub(r"(<[^>]*>|\s)+", " ", shown(content))
    measures = "adopted {}, weakened {} and omitted {}".format(*figures.measures)
    commitments = "adopted {}, weakened {} and omitted {}: coverage {}".format(
        *figures.commitments, figures.shown()[2]
    )
    assert measures in text
    assert commitments in text
    assert re.search(rf"independent commitments \([^)]*\) it is {re.escape(figures.shown()[3])}\.", text)


def check_json(content: str | bytes, figures: Figures) -> None:
    report = json.loads(text_of(content))["reports"][0]
    assert of_summary(report["summary"]) == figures.published()
    verdicts = [gap["commitment"]["verdict"] for gap in report["gaps"]]
    assert tally(verdicts)[1:] == figures.commitments[1:]


def check_rows(content: str | bytes, figures: Figures) -> None:
    rows = rows_of(text_of(content).removeprefix("\ufeff"))
    assert tally([row["Verdict"] for row in rows])[1:] == figures.commitments[1:]


def check_workbook(content: str | bytes, figures: Figures) -> None:
    import openpyxl

    assert isinstance(content, bytes)
    head, *rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    place = head.index("Verdict")
    assert tally([str(row[place]) for row in rows]) == figures.commitments


CHECKS = {
    ReportFormat.TABLE: check_sentences,
    ReportFormat.MARKDOWN: check_sentences,
    ReportFormat.HTML: check_sentences,
    ReportFormat.DOCX: check_sentences,
    ReportFormat.JSON: check_json,
    ReportFormat.CSV: check_rows,
    ReportFormat.CSV_BOM: check_rows,
    ReportFormat.XLSX: check_workbook,
}


@pytest.mark.parametrize("output_format", [ReportFormat.TABLE, ReportFormat.MARKDOWN])
def test_a_comparative_report_shows_the_matrix_of_coverage(output_format: ReportFormat) -> None:
    text = text_of(report_renderer(output_format)(reports(), VIEW, None))
    assert of_matrix(text) == [each.shown() for each in expected()]

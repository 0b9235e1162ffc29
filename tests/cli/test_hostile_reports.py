"""Plan text is data in coverage tables and gap reports as it is everywhere."""

from __future__ import annotations

import csv
import io
import json

import pytest
from rich.cells import cell_len

from plancmp.alignment.coverage_matrix import CoverageMatrix, matrix_of
from plancmp.alignment.gaps import GapReport, gap_report
from plancmp.alignment.result import CaveatCode, Comparison, MeasureResult, TargetChange
from plancmp.cli.language import Language
from plancmp.cli.matrix_layout import By
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, ReportFormat, renderer, report_renderer
from plancmp.cli.views.coverage import coverage_document
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.model import Agencies, Measure, Plan, Programme
from tests.cli.word_files import shown

HOSTILE = (
    "[red]x[/red] a|b\nc <script>alert(1)</script> =1+1 \x1b[2J \x9b2J \u202egnp.exe\u2069 {0} {.x} \u200f"
)
VIEW = RenderOptions(Words(Language.CHINESE))
COMMANDS = set("\x1b\x9b\u202e\u2069\u200f")


def poison(measure: MeasureResult) -> MeasureResult:
    commitments = tuple(
        each._replace(
            text=HOSTILE,
            evidence=tuple(found._replace(quote="=" + HOSTILE) for found in each.evidence),
            nearest=tuple(found._replace(quote="@" + HOSTILE) for found in each.nearest),
            targets=tuple(TargetChange(HOSTILE, HOSTILE, HOSTILE, target.change) for target in each.targets),
        )
        for each in measure.commitments
    )
    return measure._replace(title=HOSTILE, commitments=commitments)


@pytest.fixture
def poisoned(comparison: Comparison) -> Comparison:
    """Hostile text in every title, name, quote and target."""
    programmes = tuple(
        programme._replace(title=HOSTILE, measures=tuple(map(poison, programme.measures)))
        for programme in comparison.programmes
    )
    header = comparison.plan._replace(name=HOSTILE, title=HOSTILE, document_number="=" + HOSTILE)
    return comparison._replace(plan=header, programmes=programmes, caveats=(CaveatCode.RECONSTRUCTED,))


@pytest.fixture
def report(poisoned: Comparison) -> GapReport:
    local = Measure(id="1.2", title=HOSTILE, text=HOSTILE, agencies=Agencies(lead=("+" + HOSTILE,)))
    plan = Plan(
        schema="plancmp/plan/1",
        id="yicheng",
        name=HOSTILE,
        title=HOSTILE,
        source="=" + HOSTILE,
        programmes=(Programme(number=1, title=HOSTILE, measures=(local,)),),
    )
    return gap_report(plan, plan, poisoned, {"yicheng": HOSTILE})


def draw_coverage(output_format: Format, matrix: CoverageMatrix, by: By) -> str:
    return shown(renderer(output_format)(coverage_document(matrix, VIEW, by), VIEW))


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("output_format", Format)
def test_no_command_character_reaches_a_coverage_table(
    poisoned: Comparison, output_format: Format, by: By
) -> None:
    text = draw_coverage(output_format, matrix_of([poisoned, poisoned]), by)
    assert not set(text) & COMMANDS


@pytest.mark.parametrize(
    "output_format", [each for each in ReportFormat if each not in (ReportFormat.HTML, ReportFormat.XLSX)]
)
@pytest.mark.parametrize("plans", [1, 2])
def test_no_command_character_reaches_a_report(
    report: GapReport, output_format: ReportFormat, plans: int
) -> None:
    assert not set(shown(report_renderer(output_format)([report] * plans, VIEW, None))) & COMMANDS


@pytest.mark.parametrize("by", By)
def test_the_terminal_view_keeps_its_width(poisoned: Comparison, by: By) -> None:
    text = draw_coverage(Format.TABLE, matrix_of([poisoned] * 4), by)
    assert all(cell_len(line) <= VIEW.width for line in text.splitlines())
    assert "[red]x" in text


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("plans", [1, 4])
def test_the_terminal_view_of_a_report_keeps_its_width(report: GapReport, plans: int, verbose: bool) -> None:
    view = VIEW._replace(verbose=verbose)
    text = report_renderer(ReportFormat.TABLE)([report] * plans, view, None)
    assert isinstance(text, str)
    assert all(cell_len(line) <= view.width for line in text.splitlines())
    assert "[red]x" in text


@pytest.mark.parametrize("plans", [1, 2])
def test_markdown_tables_stay_whole_and_html_stays_text(report: GapReport, plans: int) -> None:
    text = report_renderer(ReportFormat.MARKDOWN)([report] * plans, VIEW, None)
    assert isinstance(text, str)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    width = None
    for line in text.splitlines():
        bars = line.replace("\\|", "").count("|") if line.startswith("|") else None
        assert width is None or bars in (None, width), line
        width = bars


def test_csv_cells_are_never_formulas(report: GapReport, poisoned: Comparison) -> None:
    texts = [
        report_renderer(ReportFormat.CSV)([report], VIEW, None),
        draw_coverage(Format.CSV, matrix_of([poisoned]), By.MEASURE),
    ]
    for text in texts:
        assert isinstance(text, str)
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]


def test_json_carries_the_text_unchanged(report: GapReport, poisoned: Comparison) -> None:
    written = report_renderer(ReportFormat.JSON)([report], VIEW, None)
    data = json.loads(written)
    assert data["reports"][0]["plan"]["name"] == HOSTILE
    assert data["reports"][0]["gaps"][0]["commitment"]["text"] == HOSTILE
    matrix = json.loads(draw_coverage(Format.JSON, matrix_of([poisoned]), By.MEASURE))
    assert matrix["programmes"][0]["title"] == HOSTILE

"""A report by responsible agency and, of several plans, by commitment, in every format."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from plancmp.alignment.agencies import full_names
from plancmp.alignment.duties import NOBODY, duties
from plancmp.alignment.gaps import GapReport
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.main import run
from plancmp.cli.messages import Words
from plancmp.cli.render import ReportFormat, report_renderer
from plancmp.cli.views.duties import listed_duties
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.word_files import shown

if TYPE_CHECKING:
    from tests.cli.conftest import Run

VIEW = RenderOptions(Words(Language.CHINESE), verbose=True)
TOLD = [each for each in ReportFormat if not each.startswith(("csv", "xlsx", "json"))]


def test_a_commitment_stands_under_those_who_answer_for_it(report: GapReport) -> None:
    first, *others = duties(report)
    assert (first.agency, first.leads, first.supports) == ("区工信局", ["1.2"], ["1.1"])
    assert [item.commitment.id for item in first.findings] == ["1.1.1", "1.2.1", "1.2.2", "1.2.3"]
    assert [item.commitment.id for item in first.gaps] == ["1.2.2", "1.2.3"]
    assert others[-1].agency == NOBODY


def test_every_gap_is_somebodys_or_nobodys(report: GapReport) -> None:
    listed = {item.commitment.id for duty in duties(report) for item in duty.gaps}
    assert listed == {item.commitment.id for item in report.gaps}


def test_filters_thin_what_is_listed(report: GapReport) -> None:
    found = listed_duties(report, Filters(measures=("1.2",)))
    assert {item.measure.id for duty in found for item in duty.findings} == {"1.2"}
    assert [duty.agency for duty in found] == ["区工信局"]


def test_a_short_form_goes_by_the_full_name_where_it_can_mean_but_one() -> None:
    named = ["区发改局", "区发展和改革局", "市委", "市国资委", "市有关部门", "市国资委等有关部门"]
    assert {name: full for name, full in full_names(named).items() if name != full} == {
        "区发改局": "区发展和改革局"
    }
    two = ["县教体局", "县教育和体育局", "县教师体检局"]
    assert full_names(two)["县教体局"] == "县教体局"


@pytest.mark.parametrize("output_format", TOLD)
def test_it_is_told_in_every_format(report: GapReport, output_format: ReportFormat) -> None:
    for count in (1, 2):
        said = shown(report_renderer(output_format)([report] * count, VIEW, None))
        assert "责任分工" in said
        assert "区工信局" in said
        assert "未列明单位" in said
        assert ("逐项承诺对照" in said) == (count > 1)


def test_the_workbook_has_sheets_of_them(report: GapReport) -> None:
    content = report_renderer(ReportFormat.XLSX)([report, report], VIEW, None)
    assert isinstance(content, bytes)
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert names[3] == "逐项承诺对照"
    assert all(name.startswith("责任分工（峄城区）") for name in names[4:])


def test_json_has_them_by_id(plancmp: Run, tmp_path: Path) -> None:
    data = json.loads(plancmp("report", "yicheng", "-f", "json").out)
    first = data["reports"][0]["responsibilities"][0]
    assert first == {
        "agency": "区工信局",
        "leads": ["1.2"],
        "supports": ["1.1"],
        "adopted": ["1.1.1", "1.2.1"],
        "weakened": ["1.2.2"],
        "omitted": ["1.2.3"],
    }
    assert data["reports"][0]["responsibilities"][-1]["agency"] is None
    assert data["commitments"] == []


def test_changes_heed_decisions_and_say_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = Path(__file__).parents[1] / "golden"
    monkeypatch.setenv("PLANCMP_PLANS", str(golden / "plans"))
    command = [
        "changes",
        "baishi",
        "qingxi",
        "--reference",
        "yunhe",
        "--decisions",
        str(golden / "decisions"),
    ]
    told = {}
    for more in ((), ("--computed",)):
        assert run([*command, *more, "--lang", "en"]) == 0
        told[more] = capsys.readouterr().out
    assert "2 verdicts decided" in " ".join(told[()].split())
    assert "decided" not in told["--computed",]
    assert run([*command, "-f", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in data["caveats"]] == ["decisions"]

"""Decisions without a terminal: a ledger filled in, or another file of decisions; what does not fit is named."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from plancmp.cli.main import run
from plancmp.plans.decisions.model import Decision
from plancmp.plans.decisions.reading import load_decisions
from tests.cli.conftest import Outcome, Run

PLANS = Path(__file__).parents[1] / "golden" / "plans"


def _has_spreadsheets() -> bool:
    office = shutil.which("soffice")
    return office is not None and (Path(office).resolve().parent / "libsclo.so").exists()


Fill = Mapping[str, Mapping[str, object]]
"""By the id of a commitment, what is written into its row, by the heads of columns."""

WEAKENED, OMITTED, ADOPTED = "2.1.2", "2.2.1", "1.1.1"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands on the small plans in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANCMP_PLANS", str(PLANS))

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


def ledger(desk: Run, fill: Fill, language: str = "zh") -> Path:
    """A ledger of the small plan that somebody filled in."""
    path = Path("ledger.xlsx")
    assert desk("report", "qingxi", "--reference", "yunhe", "-o", str(path), "--lang", language).code == 0
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[1]}
    commitment = heads["承诺" if language == "zh" else "Commitment text"]
    for row in range(2, sheet.max_row + 1):
        identity = str(sheet.cell(row, commitment).value).partition(" ")[0]
        for head, value in fill.get(identity, {}).items():
            sheet.cell(row, heads[head]).value = value
    book.save(path)
    return path


def kept() -> dict[str, Decision]:
    return {entry.item: entry for entry in load_decisions(Path("decisions/qingxi.yaml")).decisions.entries}


def take(desk: Run, path: Path, *more: str) -> Outcome:
    return desk("review", "yunhe", "qingxi", "--from", str(path), "--who", "analyst", "--lang", "zh", *more)


class TestALedger:
    def test_is_taken_in(self, desk: Run) -> None:
        path = ledger(
            desk,
            {
                WEAKENED: {"人工复核结论": "采纳", "复核人": "王"},
                OMITTED: {"人工复核结论": "缺失", "复核理由": "全文确无；会上议定"},
                ADOPTED: {"人工复核结论": "弱化", "复核理由": "目标降低、力度减弱"},
            },
        )
        taken = take(desk, path)
        assert (taken.code, taken.err) == (0, "")
        assert "采用 3 项" in taken.out
        entries = kept()
        assert {item: (entry.verdict, entry.by) for item, entry in entries.items()} == {
            WEAKENED: ("adopted", "王"),
            OMITTED: ("omitted", "analyst"),
            ADOPTED: ("weakened", "analyst"),
        }
        assert entries[ADOPTED].reasons == ("target_lowered", "obligation_softened")
        assert entries[OMITTED].note == "全文确无；会上议定"
        assert [quote.text for quote in entries[WEAKENED].quotes] == ["推进乡镇养老服务中心建设"]

    def test_in_english_as_well(self, desk: Run) -> None:
        path = ledger(desk, {WEAKENED: {"Reviewed verdict": "adopted"}}, "en")
        assert take(desk, path).code == 0
        assert kept()[WEAKENED].verdict == "adopted"

    def test_a_passage_of_ones_own_stands_in_the_reasons(self, desk: Run) -> None:
        path = ledger(
            desk, {OMITTED: {"人工复核结论": "弱化", "复核理由": "部分承接「推进乡镇养老服务中心建设」"}}
        )
        assert take(desk, path).code == 0
        entry = kept()[OMITTED]
        assert (entry.reasons, entry.note) == (("partial_match",), None)
        assert [(quote.measure, quote.text) for quote in entry.quotes] == [
            ("2.1", "推进乡镇养老服务中心建设")
        ]

    def test_every_wrong_cell_is_named_by_line_and_all_else_is_taken(self, desk: Run) -> None:
        path = ledger(
            desk,
            {
                "1.1.1": {"人工复核结论": "采納"},
                "1.2.1": {"人工复核结论": "采纳", "本地表述": "1.2 「并无此语」"},
                "2.1.2": {"人工复核结论": "采纳"},
                "2.2.1": {"人工复核结论": "采纳"},
                "2.2.2": {"人工复核结论": "弱化", "复核理由": "「推进乡镇养老服务中心建设」"},
                "1.1.2": {"人工复核结论": "采纳", "承诺": "1.1.2 别的承诺"},
                "2.1.1": {"人工复核结论": "采纳", "承诺": "没有编号"},
            },
        )
        taken = take(desk, path)
        assert taken.code == 1
        told = dict(line.split(": ", 1) for line in taken.err.splitlines() if line.startswith("ledger.xlsx:"))
        assert len(told) == 6
        for words in ("采納", "并无此语", "须有依据", "须有理由", "文字已变", "没有编号"):
            assert sum(words in sentence for sentence in told.values()) == 1, (words, told)
        assert set(kept()) == {"2.1.2"}

    def test_what_is_decided_comes_back_filled_in_and_is_taken_but_once(self, desk: Run) -> None:
        take(desk, ledger(desk, {WEAKENED: {"人工复核结论": "采纳", "复核人": "王", "复核理由": "核实过"}}))
        before = Path("decisions/qingxi.yaml").read_text("utf-8")
        again = take(desk, ledger(desk, {}))
        assert (again.code, "采用 0 项" in again.out) == (0, True)
        assert Path("decisions/qingxi.yaml").read_text("utf-8") == before

    @pytest.mark.skipif(not _has_spreadsheets(), reason="needs LibreOffice Calc")
    def test_through_an_office_program(self, desk: Run, tmp_path: Path) -> None:
        path = ledger(desk, {WEAKENED: {"人工复核结论": "采纳", "复核人": "王"}})
        folder = tmp_path / "saved"
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
        subprocess.run(
            [*command, "--convert-to", "xlsx", "--outdir", str(folder), str(path)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        saved = openpyxl.load_workbook(folder / path.name).worksheets[0]
        choices = {rule.formula1 for rule in saved.data_validations.dataValidation}
        assert '"采纳,弱化,缺失"' in choices
        assert take(desk, folder / path.name).code == 0
        assert kept()[WEAKENED].by == "王"

    @pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x05\x06" + b"\0" * 18])
    def test_what_is_no_workbook_is_one_line(self, desk: Run, content: bytes) -> None:
        Path("x.xlsx").write_bytes(content)
        taken = take(desk, Path("x.xlsx"))
        assert (taken.code, taken.err.count("\n")) == (2, 1)

    def test_what_is_not_there_is_one_line(self, desk: Run) -> None:
        for name in ("missing.xlsx", "missing.yaml", "ledger.docx"):
            taken = take(desk, Path(name))
            assert (taken.code, taken.err.count("\n")) == (2, 1), name

    def test_a_workbook_without_the_columns_is_told(self, desk: Run) -> None:
        book = openpyxl.Workbook()
        book.worksheets[0].append(["别的"])
        book.save("other.xlsx")
        taken = take(desk, Path("other.xlsx"))
        assert taken.code == 2
        assert "人工复核结论" in taken.err


class TestAFileOfDecisions:
    def test_of_somebody_else_is_merged(self, desk: Run) -> None:
        take(desk, ledger(desk, {WEAKENED: {"人工复核结论": "采纳", "复核人": "王"}}))
        Path("decisions/qingxi.yaml").rename("wang.yaml")
        take(desk, ledger(desk, {OMITTED: {"人工复核结论": "缺失"}}))
        assert take(desk, Path("wang.yaml")).code == 0
        assert {(item, entry.by) for item, entry in kept().items()} == {
            (WEAKENED, "王"),
            (OMITTED, "analyst"),
        }

    def test_what_does_not_fit_is_named_by_line(self, desk: Run) -> None:
        take(desk, ledger(desk, {WEAKENED: {"人工复核结论": "采纳"}, OMITTED: {"人工复核结论": "缺失"}}))
        text = Path("decisions/qingxi.yaml").read_text("utf-8")
        Path("decisions/qingxi.yaml").unlink()
        Path("other.yaml").write_text(
            text.replace("推进乡镇养老服务中心建设", "推进另外一事").replace(
                "commitment: 2.2.1", "commitment: 2.2.9"
            ),
            "utf-8",
        )
        taken = take(desk, Path("other.yaml"))
        assert taken.code == 1
        first, second, *_ = taken.err.splitlines()
        assert first.startswith("other.yaml:5: ")
        assert "推进另外一事" in first
        assert "2.2.9" in second
        assert not Path("decisions/qingxi.yaml").exists()

    def test_of_another_plan_is_refused(self, desk: Run) -> None:
        take(desk, ledger(desk, {WEAKENED: {"人工复核结论": "采纳"}}))
        text = Path("decisions/qingxi.yaml").read_text("utf-8").replace("plan: qingxi", "plan: liuhe")
        Path("other.yaml").write_text(text, "utf-8")
        assert take(desk, Path("other.yaml")).code == 2

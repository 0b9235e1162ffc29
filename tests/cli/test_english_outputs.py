"""What English outputs show of glosses, and that Chinese ones show nothing of them; on the shipped plans."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rich.cells import cell_len

from plancmp.cli.language import Language
from plancmp.cli.main import run
from plancmp.cli.messages import Words
from plancmp.cli.views.glosses import titled
from plancmp.plans.decisions.reading import load_decisions
from plancmp.plans.glosses import SUFFIX, glosses_of
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.reading import load_plan

REFERENCE = load_plan(DEFAULT_DIRECTORY / "shandong.yaml")
GLOSSES = {
    text: gloss
    for name in ("shandong", "yicheng", "qingzhou", "binzhou", "liaocheng")
    for text, gloss in glosses_of(load_plan(DEFAULT_DIRECTORY / f"{name}.yaml"))
}
TITLE, GLOSS = "推动传统产业技改升级", "Advance technical upgrading of traditional industries"
COMMITMENT = "技改投资年均增长6%以上"
COMMITMENT_GLOSS = "Raise investment in technical upgrading by at least 6% a year on average"

NAMING = [
    ("diff", "province", "yicheng", "--measure", "1.2", "-v"),
    ("diff", "province", "yicheng"),
    ("show", "province", "1.2"),
    ("coverage",),
    ("coverage", "--by", "commitment", "--programme", "1"),
    ("explain", "province", "yicheng", "1.2"),
    ("peers", "qingzhou", "yicheng", "--measure", "1.2"),
    ("commitments", "yicheng"),
    ("changes", "yicheng", "qingzhou", "-r", "province"),
    ("report", "yicheng", "-f", "table"),
    ("report", "yicheng", "qingzhou", "-f", "table"),
    ("review", "province", "yicheng", "--list"),
    ("targets", "yicheng", "qingzhou"),
    ("list",),
]
"""Commands whose pages name plans, measures, commitments or indicators."""
_CALLED = {"name", "title", "text", "plan_name", "measure_title", "reference"}
CONTRACTS = [
    *(command for command in NAMING if command[0] != "report"),
    ("report", "yicheng"),
    ("evaluate", "tests/gold/measures-dev.json"),
]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    monkeypatch.setenv("PLANCMP_PLANS", "")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def test_a_label_has_the_chinese_beside_and_a_gloss_stands_alone() -> None:
    english, chinese = (Words(language).knowing([(TITLE, GLOSS)]) for language in reversed(Language))
    assert (english.label(TITLE), english.gloss(TITLE)) == (f"{GLOSS} · {TITLE}", GLOSS)
    assert (english.label("无译名"), english.gloss("无译名")) == ("无译名", "无译名")
    assert chinese.label(TITLE) == chinese.gloss(TITLE) == TITLE
    assert str(titled(TITLE, english, "1.2")) == f"1.2 {GLOSS} · {TITLE}"


def test_of_two_glosses_of_one_text_the_first_that_is_known_counts() -> None:
    say = Words(Language.ENGLISH).knowing([(TITLE, GLOSS)]).knowing([(TITLE, "another"), ("甲", "A")])
    assert (say.gloss(TITLE), say.gloss("甲")) == (GLOSS, "A")


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("command", NAMING, ids=" ".join)
def test_every_page_is_in_english_within_its_width(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = shown(capsys, *command, "--lang", "en")
    assert max(map(cell_len, text.splitlines())) <= int(width)
    run_together = "".join(text.split())
    told = any("".join(gloss.split()) in run_together for gloss in GLOSSES.values())
    assert told or (command[0] == "list" and width == "80")  # its ids say the same in Latin letters
    # A title or commitment that is neither quoted nor beside its gloss is one that was forgotten.
    for name in (measure.title for measure in REFERENCE.measures):
        before = f"{''.join(GLOSSES[name].split())}·"
        alone = run_together.replace(before + name, "")
        assert f".{name}" not in alone and f"6{name}" not in alone, name


def test_a_narrow_table_has_the_gloss_alone_and_a_wide_one_the_chinese_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for width, beside in (("80", False), ("99", False), ("100", True), ("120", True)):
        monkeypatch.setenv("COLUMNS", width)
        text = shown(capsys, "coverage", "--lang", "en")
        assert ("营商环境" in text) is beside, width
        assert "business" in text


def test_quotes_stay_chinese_under_the_gloss_of_what_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = shown(capsys, "diff", "province", "yicheng", "--measure", "1.2", "-v", "--lang", "en")
    assert f"1.2.1  {COMMITMENT_GLOSS} · {COMMITMENT}" in text
    assert "「力争技改投资年均增长6%以上」" in text


def test_sentences_have_the_gloss_alone(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "report", "qingzhou", "-f", "markdown", "--lang", "en")
    assert text.startswith("# Gap report: Qingzhou against Shandong")
    sentence = next(line for line in text.splitlines() if "Best covered is" in line)
    assert "Programme for" in sentence
    assert "工程" not in sentence


@pytest.mark.parametrize(
    "arguments", [("-f", "table"), ("-f", "markdown"), ("-f", "csv")], ids=lambda arguments: arguments[1]
)
@pytest.mark.parametrize("command", NAMING, ids=" ".join)
def test_chinese_outputs_have_no_gloss(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], arguments: tuple[str, ...]
) -> None:
    further = () if "-f" in command else arguments
    text = shown(capsys, *command, *further, "--lang", "zh")
    assert [gloss for gloss in GLOSSES.values() if gloss in text] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", CONTRACTS, ids=" ".join)
def test_json_has_the_gloss_behind_every_name_that_has_one(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], language: str
) -> None:
    data = json.loads(shown(capsys, *command, "-f", "json", "--lang", language))
    named = list(_named(data))
    assert named
    for parent, key in named:
        keys = list(parent)
        assert parent[key + SUFFIX] == GLOSSES[parent[key]]
        assert keys[keys.index(key) + 1] == key + SUFFIX


def _named(data: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The objects with a name, title or commitment that has a gloss, each with the key of it."""
    if isinstance(data, dict):
        for key, value in data.items():
            drafted = key == "text" and "rule" in data  # a clause of a plan, whatever the reference says
            if key in _CALLED and not drafted and isinstance(value, str) and value in GLOSSES:
                yield data, key
            yield from _named(value)
    elif isinstance(data, list):
        for each in data:
            yield from _named(each)


def test_rows_have_a_column_of_glosses_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "diff", "province", "yicheng", "-f", "csv", "--lang", "en")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["Commitment text"] == COMMITMENT)
    assert (row["Measure title"], row["Measure title in English"]) == (TITLE, GLOSS)
    assert row["Commitment text in English"] == COMMITMENT_GLOSS


def test_the_page_of_a_report_has_both(capsys: pytest.CaptureFixture[str]) -> None:
    page = shown(capsys, "report", "yicheng", "qingzhou", "-f", "html", "--lang", "en")
    assert f"{GLOSS} · {TITLE}" in page
    assert "<h1>Comparative gap report: Yicheng, Qingzhou against Shandong</h1>" in page
    chinese = shown(capsys, "report", "yicheng", "qingzhou", "-f", "html", "--lang", "zh")
    assert GLOSS not in chinese


def test_an_english_ledger_of_several_plans_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shown(capsys, "report", "yicheng", "qingzhou", "-o", "ledger.xlsx", "--lang", "en")
    book = openpyxl.load_workbook("ledger.xlsx")
    assert book.sheetnames[1:3] == ["Yicheng", "Qingzhou"]
    sheet: Any = book["Qingzhou"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    asked = next(
        cell
        for cell in sheet.iter_cols(heads["Commitment text"], heads["Commitment text"]).__next__()
        if str(cell.value).startswith("1.1.1 ")
    )
    assert asked.value == f"1.1.1 {GLOSSES['培育战略性新兴产业集群']} · 培育战略性新兴产业集群"
    sheet.cell(asked.row, heads["Reviewed verdict"]).value = "omitted"
    book.save("ledger.xlsx")
    shown(capsys, "review", "province", "qingzhou", "--from", "ledger.xlsx", "--who", "analyst")
    (entry,) = load_decisions(Path("decisions/qingzhou.yaml")).decisions.entries
    assert (entry.item, entry.verdict) == ("1.1.1", "omitted")


def test_glosses_come_back_from_the_json_of_an_earlier_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for name in ("yicheng", "qingzhou"):
        files.append(str(tmp_path / f"{name}.json"))
        shown(capsys, "diff", "province", name, "-o", files[-1], "--lang", "zh")
    text = "".join(shown(capsys, "changes", *files, "--lang", "en").split())
    assert f"{GLOSSES['加快5G基站建设']} · 加快5G基站建设".replace(" ", "") in text
    assert "OldYicheng" in text
    assert "NewQingzhou" in text


def test_a_plan_without_glosses_is_shown_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bare.yaml"
    source = DEFAULT_DIRECTORY / "sources" / "yicheng.txt"
    assert run(["encode", str(source), "--id", "bare", "--name", "某区", "-o", str(path)]) == 0
    capsys.readouterr()
    text = shown(capsys, "show", str(path), "1.2", "--lang", "en")
    assert "1.2  推动传统产业技改升级" in text
    assert " · " not in text
    assert SUFFIX not in shown(capsys, "show", str(path), "-f", "json")
    assert f"{GLOSS}\n" not in shown(capsys, "show", str(path), "-f", "csv", "--lang", "en")


def test_the_english_glossary_tells_how_glosses_put_the_terms(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "glossary", "--lang", "en")
    assert "specialised, refined, distinctive and innovative" in " ".join(text.split())
    rows = list(csv.reader(io.StringIO(shown(capsys, "glossary", "-f", "csv", "--lang", "en"))))
    assert ["technical upgrading", "技改"] in [row[:2] for row in rows]
    assert "technical upgrading" not in shown(capsys, "glossary", "-f", "csv", "--lang", "zh")

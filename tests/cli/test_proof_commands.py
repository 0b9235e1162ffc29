"""`explain`, `targets` and `evaluate`: the same proof in every format, within the terminal, harmless."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from plancmp.alignment import indicators, measure_explanation
from plancmp.alignment.evaluation import card as card_module
from plancmp.alignment.evaluation import scoring as evaluation
from plancmp.cli.main import run
from plancmp.plans.model import Plan
from plancmp.plans.writing import dump_plan
from tests.alignment.small_plans import measure, plan, small_plan, small_reference
from tests.cli.conftest import Outcome, Run

# Loaded before any test can put something else in the place of the comparison.
assert evaluation and measure_explanation and indicators

HOSTILE = "基本养老保险参保率达到\x1b[2J\u202e[red]|<b>=96%。"


def save(folder: Path, *plans: Plan) -> None:
    for each in plans:
        (folder / f"{each.id}.yaml").write_text(dump_plan(each), encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with a reference and two local plans."""
    folder = tmp_path / "plans"
    folder.mkdir()
    save(folder, small_reference(), small_plan("binzhou", "96%", "滨州市"), small_plan())
    return folder


@pytest.fixture
def prove(library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line on those plans with the real comparison, in Chinese unless --lang says otherwise."""
    for variable in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "PLANCMP_PLANS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setattr("plancmp.plans.library.DEFAULT_DIRECTORY", library)

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Readings of the two measures in both plans."""
    said = {"verdict": "adopted", "matches": [{"id": "1.1", "strength": 2}]}
    weakened = {"verdict": "weakened", "matches": [{"id": "2.1", "strength": 2}]}
    measures = {
        "1.1": {"title": "推动传统产业技改升级", "plans": {"binzhou": said, "yicheng": said}},
        "2.1": {"title": "推动公共服务均等化", "plans": {"binzhou": weakened, "yicheng": weakened}},
    }
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"about": "written for the test", "measures": measures}), encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


EXPLAIN = ("explain", "shandong", "yicheng", "2.1")


def test_explain_tells_the_whole_proof_on_one_page(prove: Run) -> None:
    text = prove(*EXPLAIN).out
    assert text.startswith("2.1 推动公共服务均等化：峄城区对照山东省\n")
    for part in ("判定如何得出", "权重", "承接比重为", "比对用语", "候选段落", "力度", "条件", "门槛"):
        assert part in text
    assert "目标  基本养老保险参保率：参照 96%，本地 93%以上（降低）" in text
    assert "据此判定" in text


def test_explain_says_why_the_plans_own_words_were_left_out(prove: Run) -> None:
    text = prove(*EXPLAIN).out.replace("\n", "").replace(" ", "")
    assert "「探索开展区域水权市场化交易」（未用：不以本方案自己的表述判定本方案）" in text


def test_explain_shows_the_nearest_passages_of_an_omission_or_says_there_are_none(prove: Run) -> None:
    omitted = prove(*EXPLAIN).out.partition("2.1.2 积极推进水权交易\n")[2]
    assert "全文未见" in omitted or "不足以认定承接" in omitted


def test_explain_says_the_same_in_every_format(prove: Run) -> None:
    data = json.loads(prove(*EXPLAIN, "-f", "json").out)
    table = rows(prove(*EXPLAIN, "-f", "csv", "--lang", "en").out)
    markdown = prove(*EXPLAIN, "-f", "markdown").out
    assert data["schema"] == "plancmp/explain/1"
    commitments = data["measure"]["commitments"]
    assert list(dict.fromkeys(row["Commitment"] for row in table)) == [each["id"] for each in commitments]
    for each in commitments:
        assert f"{each['id']} {each['text']}" in markdown
        scores = [f"{passage['score']:.4f}" for passage in each["passages"]]
        assert [row["Score"] for row in table if row["Commitment"] == each["id"] and row["Score"]] == scores
        for passage in each["passages"]:
            assert f"{passage['score']:.2f}" in markdown
    assert data["measure"]["share"] == pytest.approx(
        data["measure"]["points"] / data["measure"]["weight"], abs=1e-3
    )


def test_explain_of_a_measure_that_is_not_there_names_those_that_are(prove: Run) -> None:
    outcome = prove("explain", "shandong", "yicheng", "2.9", "--lang", "en")
    assert outcome.code == 2
    assert outcome.err == "plancmp: 山东省 has no measure 2.9; did you mean 2.1 or 1.1?\n"


def test_targets_put_an_indicator_side_by_side_and_say_who_is_below(prove: Run) -> None:
    text = prove("targets", "-r", "shandong").out
    line = next(line for line in text.splitlines() if line.startswith("基本养老保险参保率"))
    assert line.split() == ["基本养老保险参保率", "96%", "96%", "93%以上", "低"]
    assert "基本养老保险参保率：峄城区 93%以上，低于山东省 96%" in text


def test_targets_of_one_document_only_are_shown_when_asked_for(prove: Run, library: Path) -> None:
    lone = measure("3.1", "稳定提升农业综合产能", "粮食播种面积稳定在880万亩以上。")
    save(library, plan("qingzhou", lone, name="青州市"))
    few, every = prove("targets", "-r", "shandong").out, prove("targets", "-r", "shandong", "--all").out
    assert "880万亩以上" not in few
    assert "1 项指标只见于一个方案" in few
    assert "880万亩以上" in every


def test_targets_without_a_common_indicator_say_so(prove: Run, library: Path) -> None:
    save(library, plan("qingzhou", measure("3.1", "加强湿地保护", "加强湿地保护。"), name="青州市"))
    assert "没有两个以上方案共有的指标" in prove("targets", "qingzhou", "-r", "shandong").out


def test_targets_say_the_same_in_every_format(prove: Run) -> None:
    data = json.loads(prove("targets", "-r", "shandong", "-f", "json").out)
    table = rows(prove("targets", "-r", "shandong", "-f", "csv", "--lang", "en").out)
    assert data["schema"] == "plancmp/targets/1"
    said = [
        (each["indicator"], target["plan"], target["phrase"])
        for each in data["indicators"]
        for target in each["targets"]
    ]
    assert [(row["Indicator"], row["Plan"], row["Phrase"]) for row in table] == said
    markdown = prove("targets", "-r", "shandong", "-f", "markdown").out
    assert "93%以上 低" in markdown


def test_five_documents_fit_in_80_columns(prove: Run, library: Path) -> None:
    save(library, small_plan("qingzhou", "96%", "青州市"), small_plan("liaocheng", "98%以上", "聊城市"))
    lines = prove("targets", "-r", "shandong").out.splitlines()
    (head,) = [line for line in lines if line.startswith("指标 ")]
    assert len(head.split()) == 6
    assert all(cell_len(line) <= 80 for line in lines)


def test_evaluate_sets_the_verdicts_beside_simple_methods(prove: Run, gold: Path) -> None:
    text = prove("evaluate", str(gold), "-r", "shandong").out
    assert "2 个方案，2 个工程；措施判定 4 个" in text
    for method in ("plancmp", "标题相似度", "全文相似度", "字对 TF-IDF"):
        assert method in text
    assert "留一" not in text


def test_evaluate_lists_differences_when_asked(prove: Run, gold: Path) -> None:
    data: Any = json.loads(gold.read_text("utf-8"))
    data["measures"]["1.1"]["plans"]["yicheng"] = {"verdict": "omitted", "matches": []}
    gold.write_text(json.dumps(data), encoding="utf-8")
    assert "峄城区 1.1" not in prove("evaluate", str(gold), "-r", "shandong").out
    text = prove("evaluate", str(gold), "-r", "shandong", "-v").out
    assert "峄城区 1.1  细读 缺失（-），本工具 " in text


def test_evaluate_says_the_same_in_every_format(prove: Run, gold: Path) -> None:
    data = json.loads(prove("evaluate", str(gold), "-r", "shandong", "-f", "json").out)
    table = rows(prove("evaluate", str(gold), "-r", "shandong", "-f", "csv", "--lang", "en").out)
    assert data["schema"] == "plancmp/evaluate/1"
    own = data["measures"]["methods"][0]
    kappa = next(row for row in table if (row["Method"], row["Figure"]) == ("plancmp", "kappa"))
    assert float(kappa["Value"]) == own["figures"]["kappa"]
    assert f"{own['figures']['kappa']:.3f}" in prove("evaluate", str(gold), "-r", "shandong").out
    assert sum(sum(row.values()) for row in own["figures"]["confusion"].values()) == 4


def test_evaluate_writes_the_accuracy_card(
    prove: Run, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "card.toml"
    monkeypatch.setattr(card_module, "CARD_FILE", target)
    outcome = prove("evaluate", str(gold), "-r", "shandong", "--write-card")
    assert (outcome.code, outcome.err) == (0, f"准确度卡片已写入 {target}\n")
    card = card_module.parse_card(target.read_text("utf-8"))
    assert (card.measures, card.plans, card.origins) == (4, 2, ("written for the test",))


def test_without_a_card_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_module, "CARD_FILE", tmp_path / "card.toml")
    card_module.accuracy_card.cache_clear()
    assert card_module.accuracy_card() is None
    card_module.accuracy_card.cache_clear()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[", "bad.json:1: not a JSON file"),
        ("{}", "not gold data: there is no measures"),
        ('{"measures": {}}', "the readings hold no verdict"),
        (
            '{"measures": {"1.1": {"plans": {"yicheng": {"verdict": "good"}}}}}',
            "'good' at measures.1.1.plans.yicheng",
        ),
        (
            '{"measures": {"9.9": {"plans": {"yicheng": {"verdict": "omitted", "matches": []}}}}}',
            "no measure 9.9",
        ),
        ('{"measures": {"1.1": {"plans": {"nowhere": {"verdict": "omitted", "matches": []}}}}}', "'nowhere'"),
    ],
)
def test_bad_gold_is_told_in_one_line(prove: Run, tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    outcome = prove("evaluate", str(path), "-r", "shandong", "--lang", "en")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err


def _readings(said: object, plan_id: str = "yicheng") -> str:
    return json.dumps({"commitments": {"1.1.1": {"text": "x", "plans": {plan_id: said}}}})


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[" * 200_000, "nested too deeply"),
        ('{"measures":' * 50_000, "nested too deeply"),
        (_readings({"verdict": ["a"], "readings": []}), "['a']"),
        (_readings({"verdict": {}, "readings": []}), "{}"),
        (_readings({"verdict": "adopted", "readings": [{"evidence": [], "reasons": 5}]}), "'5'"),
        (_readings({"verdict": "adopted", "readings": [{"evidence": [], "reasons": [["a"]]}]}), "['a']"),
        (_readings({"verdict": "adopted", "readings": 7}), "'7'"),
        (_readings({"verdict": "adopted", "readings": []}, "./secret.yaml"), "'./secret.yaml'"),
        (_readings({"verdict": "adopted", "readings": []}, "/etc/passwd"), "'/etc/passwd'"),
        (_readings({"verdict": "adopted", "readings": []}, "峄城区"), "'峄城区'"),
        ("9" * 5000, "not a JSON file"),
    ],
)
def test_odd_gold_is_told_in_one_line(prove: Run, tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("secret: [\n", encoding="utf-8")
    outcome = prove("evaluate", str(path), "-r", "shandong", "--lang", "en")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err
    assert "internal error" not in outcome.err
    assert "secret:" not in outcome.err


@pytest.mark.timeout(20)
@pytest.mark.parametrize("kind", ["pipe", "device", "directory", "socket", "large"])
def test_gold_that_is_no_file_is_told_without_waiting(prove: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "odd.json"
    with socket.socket(socket.AF_UNIX) as listening:
        makers: dict[str, Callable[[], object]] = {
            "pipe": lambda: os.mkfifo(path),
            "device": lambda: path.symlink_to("/dev/zero"),
            "directory": path.mkdir,
            "socket": lambda: listening.bind(str(path)),
            "large": lambda: path.write_bytes(b" " * 20_000_001),
        }
        makers[kind]()
        outcome = prove("evaluate", str(path), "-r", "shandong", "--lang", "en")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert ("too large" if kind == "large" else "not a regular file") in outcome.err


def test_gold_that_reads_an_item_twice_is_refused(prove: Run, gold: Path) -> None:
    outcome = prove("evaluate", str(gold), str(gold), "-r", "shandong", "--lang", "en")
    assert (outcome.code, outcome.err) == (2, "plancmp: the readings hold 1.1 of binzhou twice\n")


def test_gold_that_is_not_there_is_told(prove: Run, tmp_path: Path) -> None:
    outcome = prove("evaluate", str(tmp_path / "no.json"), "-r", "shandong", "--lang", "en")
    assert outcome.err == f"plancmp: {tmp_path / 'no.json'}: there is no such file\n"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_terminal(
    prove: Run, gold: Path, monkeypatch: pytest.MonkeyPatch, width: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    commands = (EXPLAIN, ("targets", "-r", "shandong"), ("evaluate", str(gold), "-r", "shandong", "-v"))
    for command in commands:
        outcome = prove(*command, "--lang", language)
        assert outcome.code == 0
        assert all(cell_len(line) <= int(width) for line in outcome.out.splitlines())


@pytest.mark.parametrize("output_format", ["table", "markdown", "csv", "json"])
@pytest.mark.parametrize("command", ["explain", "targets"])
def test_hostile_text_comes_out_as_text(
    prove: Run, library: Path, monkeypatch: pytest.MonkeyPatch, command: str, output_format: str
) -> None:
    hostile = plan("yicheng", measure("2.1", "推动公共服务均等化", HOSTILE), name="=峄城区|")
    monkeypatch.setattr("plancmp.cli.loading.load_plan", lambda path: _plan_at(path, hostile))
    monkeypatch.setattr("plancmp.plans.reading.load_plan", lambda path: _plan_at(path, hostile))
    arguments = EXPLAIN if command == "explain" else ("targets", "yicheng", "-r", "shandong", "--all")
    outcome = prove(*arguments, "-f", output_format)
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    if output_format == "markdown":
        assert "<b>" not in outcome.out
        assert "[red]" not in outcome.out.replace("\\[red\\]", "")
    if output_format == "csv":
        assert not any(cell.startswith("=") for row in rows(outcome.out) for cell in row.values() if cell)


def _plan_at(path: Path, hostile: Plan) -> Plan:
    return small_reference() if path.stem == "shandong" else hostile

"""`plancmp evaluate GOLD --decisions`: tool, models and people against gold and each other, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation.gold import parse_gold
from plancmp.alignment.evaluation.readers import (
    ReaderKind,
    ReadersEvaluation,
    ReadPlan,
    evaluate_readers,
)
from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.main import run
from plancmp.plans.decisions.model import SCHEMA, Decision, Decisions
from plancmp.plans.decisions.writing import dump_decisions
from plancmp.plans.writing import dump_plan
from tests.alignment.consulting import INVESTMENT
from tests.alignment.test_decided import VOCATIONAL, Pair, small_pair
from tests.cli.conftest import Outcome, Run

GOLD = {"1.1.1": "adopted", "1.1.2": "adopted", "2.1.1": "weakened", "2.1.2": "omitted"}
MEASURES = {"1.1": "adopted", "2.1": "omitted"}
"""The tool finds 1.1.2 omitted, all else as the gold has it; measure 2.1 weakened."""


def gold(pair: Pair) -> dict[str, Any]:
    texts = {each.id: each.text for each in pair.computed.commitments}
    return {
        "about": "Made up.",
        "commitments": {
            item: {
                "text": texts[item],
                "plans": {pair.plan.id: {"verdict": verdict, "readings": []}},
            }
            for item, verdict in GOLD.items()
        },
    }


def gold_of_measures(pair: Pair) -> dict[str, Any]:
    plans = {item: {pair.plan.id: {"verdict": verdict, "matches": []}} for item, verdict in MEASURES.items()}
    return {"measures": {item: {"plans": found} for item, found in plans.items()}}


def entries(pair: Pair) -> list[Decision]:
    """A model proposes 1.1 whole and is right; another and a person say something on 1.1.2 alone."""
    return [
        pair.propose("1.1.1", Verdict.ADOPTED, ("1.1", INVESTMENT)),
        pair.propose("1.1.2", Verdict.ADOPTED, VOCATIONAL),
        pair.decide("1.1.2", Verdict.WEAKENED, VOCATIONAL, reason=Reason.PARTIAL_MATCH, by="model:y"),
        pair.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL),
    ]


def evaluated(said: Sequence[Decision], pair: Pair) -> ReadersEvaluation:
    comparison = compare_plans(pair.reference, pair.plan, blind=True)
    return evaluate_readers(
        parse_gold(gold(pair)), pair.reference, [ReadPlan(pair.plan, comparison, tuple(said))]
    )


class TestFigures:
    def test_each_reader_is_measured_on_what_it_judged(self) -> None:
        pair = small_pair()
        found = evaluated(entries(pair), pair).figures
        sizes = [(each.reader.kind, each.reader.name, each.commitments.pairs) for each in found]
        assert sizes == [
            (ReaderKind.TOOL, "", 4),
            (ReaderKind.MODEL, "x", 2),
            (ReaderKind.MODEL, "y", 1),
            (ReaderKind.PERSON, "", 1),
            (ReaderKind.TRUSTING, "", 4),
        ]
        assert [each.commitments.share for each in found] == [0.75, 1.0, 0.0, 1.0, 1.0]

    def test_a_measure_counts_where_all_of_its_commitments_were_judged(self) -> None:
        pair = small_pair()
        by_kind = {each.reader.name: each.reader for each in evaluated(entries(pair), pair).figures}
        assert {item for _, item in by_kind["x"].measures} == {"1.1"}
        assert by_kind["y"].measures == {}

    def test_people_s_word_goes_before_the_models_where_both_are_trusted(self) -> None:
        pair = small_pair()
        wrong = pair.propose("1.1.2", Verdict.OMITTED)
        found = evaluated([wrong, pair.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL)], pair).figures
        assert found[-1].reader.commitments["yicheng", "1.1.2"] is Verdict.ADOPTED

    def test_readers_among_themselves(self) -> None:
        pair = small_pair()
        pairs = {
            (each.one.kind.value, each.one.name, each.other.kind.value, each.other.name): each.commitments
            for each in evaluated(entries(pair), pair).pairs
        }
        assert pairs["tool", "", "model", "x"].pairs == 2
        assert pairs["model", "x", "model", "y"].share == 0.0
        assert pairs["model", "x", "person", ""].share == 1.0
        assert not any(ReaderKind.TRUSTING.value in key for key in pairs)

    def test_bands_are_the_tool_s_confidence(self) -> None:
        pair = small_pair()
        tool, *_, trusting = evaluated(entries(pair), pair).figures
        assert sum(band.count for band in tool.bands) == 4
        assert [(band.low, band.count) for band in tool.bands] == [
            (band.low, band.count) for band in trusting.bands
        ]
        assert all(band.accuracy == 1.0 for band in trusting.bands)

    def test_what_no_longer_fits_the_texts_is_set_aside(self) -> None:
        pair = small_pair()
        stale = entries(pair)[0].model_copy(update={"asked": "sha256:000000000000"})
        found = evaluated([stale], pair)
        assert found.set_aside == 1
        assert next(each for each in found.figures if each.reader.name == "x").commitments.pairs == 0


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `evaluate` in a folder with gold, plans and decisions."""
    pair = small_pair()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    for plan in (pair.reference, pair.plan):
        (tmp_path / "plans" / f"{plan.id}.yaml").write_text(dump_plan(plan), "utf-8")
    for name, data in (("gold", gold(pair)), ("measures", gold_of_measures(pair))):
        (tmp_path / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (tmp_path / "decisions").mkdir()
    decided = Decisions(
        schema=SCHEMA, reference=pair.reference.id, plan=pair.plan.id, entries=tuple(entries(pair))
    )
    (tmp_path / "decisions" / "yicheng.yaml").write_text(dump_decisions(decided, ""), "utf-8")

    def run_it(*arguments: str) -> Outcome:
        language = () if "--lang" in arguments else ("--lang", "en")
        code = run(["evaluate", *arguments, "-r", "./plans/shandong.yaml", "--plans-dir", "plans", *language])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


BOTH = ("gold.json", "measures.json", "--decisions", "decisions")


class TestCommand:
    def test_the_page_has_every_reader_by_verdict_and_by_confidence(self, evaluate: Run) -> None:
        outcome = evaluate(*BOTH)
        assert outcome.code == 0, outcome.err
        page = " ".join(outcome.out.split())
        for words in ("the tool", "model x", "model y", "people", "the tool, trusting"):
            assert words in page
        for heading in ("By verdict", "By the tool's confidence", "Among themselves"):
            assert heading in page
        assert "model x and people" in page

    def test_in_chinese_and_in_markdown(self, evaluate: Run) -> None:
        page = evaluate(*BOTH, "--lang", "zh", "--format", "markdown").out
        assert "| 工具，并采信" in page
        assert "| 模型 x 与 人工" in page

    def test_json_and_rows_say_the_same(self, evaluate: Run) -> None:
        data = json.loads(evaluate(*BOTH, "--format", "json").out)
        assert data["schema"] == "plancmp/evaluate-readers/1"
        readers = {each["reader"]: each for each in data["readers"]}
        assert list(readers) == ["tool", "model:x", "model:y", "person", "trusting"]
        assert readers["tool"]["commitments"]["agreement"] == 0.75
        assert readers["tool"]["measures"]["count"] == 2
        assert readers["model:y"]["measures"] is None
        adopted = readers["tool"]["commitments"]["by_verdict"]["adopted"]
        assert (adopted["precision"], adopted["recall"]) == (1.0, 0.5)
        rows = list(csv.DictReader(io.StringIO(evaluate(*BOTH, "--format", "csv").out)))
        row = next(
            each
            for each in rows
            if (each["Reader"], each["Against"], each["Scope"], each["Group"])
            == ("the tool", "Gold", "commitments", "all")
        )
        assert row["Kappa"] == f"{readers['tool']['commitments']['kappa']:.4f}"

    def test_a_file_of_decisions_is_as_good_as_its_folder(self, evaluate: Run) -> None:
        one = evaluate("gold.json", "--decisions", "decisions/yicheng.yaml", "--format", "json")
        assert one.out == evaluate("gold.json", "--decisions", "decisions", "--format", "json").out

    def test_without_gold_readers_are_compared_among_themselves(self, evaluate: Run) -> None:
        page = evaluate("--decisions", "decisions").out
        assert "1 commitment decided in 1 plan" in page
        assert "Among themselves" in page
        data = json.loads(evaluate("--decisions", "decisions", "--format", "json").out)
        assert ["tool", "model:x"] in [each["readers"] for each in data["among_themselves"]]

    def test_decisions_on_plans_that_gold_does_not_read(self, evaluate: Run, tmp_path: Path) -> None:
        other = (tmp_path / "gold.json").read_text("utf-8").replace('"yicheng"', '"shandong"')
        (tmp_path / "other.json").write_text(other, "utf-8")
        outcome = evaluate("other.json", "--decisions", "decisions")
        assert outcome.code == 2
        assert outcome.err.endswith("plancmp: decisions holds no decisions on plans that GOLD reads\n")

    @pytest.mark.parametrize(
        "arguments",
        [(), (*BOTH, "--leave-one-out"), (*BOTH, "--write-card"), ("gold.json", "--decisions", "nowhere")],
    )
    def test_what_does_not_go_together_is_one_line(self, evaluate: Run, arguments: tuple[str, ...]) -> None:
        outcome = evaluate(*arguments)
        assert (outcome.code, outcome.err.count("plancmp: "), outcome.out) == (2, 1, "")
        assert "plancmp: " in outcome.err.splitlines()[-1]

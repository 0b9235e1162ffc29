"""`plancmp commitments --consult` against a real server, and `consult` on what it drafts: all proved, nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plancmp.cli.main import run
from plancmp.plans.decisions.reading import load_decisions
from plancmp.plans.reading import load_plan
from plancmp.plans.writing import dump_plan
from tests.alignment.consulting import INVESTMENT, answers, item
from tests.alignment.small_plans import small_plan
from tests.alignment.test_draft_consultation import INJECTED, SOUND, said, text
from tests.cli.conftest import Outcome, Run
from tests.cli.model_server import ModelServerLog, asked_ids, fail, hang, model_server, raw, say

Draft = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a running text and a small plan."""
    for name in ("PLANCMP_MODEL", "PLANCMP_MODEL_URL", "PLANCMP_MODEL_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for plan in (text(), small_plan()):
        (tmp_path / f"{plan.id}.yaml").write_text(dump_plan(plan), "utf-8")
    return tmp_path


@pytest.fixture
def plancmp(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line there."""
    assert folder.is_dir()

    def run_it(*arguments: str) -> Outcome:
        code = run([*arguments, "--lang", "en"])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def draft(plancmp: Run) -> Draft:
    def run_it(*arguments: str, log: ModelServerLog | None = None) -> Outcome:
        server = ("--url", log.url) if log else ()
        consult = ("--consult", "--model", "reader", *server)
        return plancmp("commitments", "./official.yaml", *consult, *arguments)

    return run_it


def measures_asked(log: ModelServerLog) -> list[list[str]]:
    return [asked_ids(body, before="文件全文：") for body in log.bodies]


class TestAsking:
    def test_the_answer_becomes_a_draft_that_says_whose_it_is(self, draft: Draft) -> None:
        with model_server([say(SOUND)]) as log:
            data = json.loads(draft("--format", "json", log=log).out)
            page = draft(log=log)
        assert data["proposed_by"] == "model:reader"
        commitments = [each for measure in data["measures"] for each in measure["commitments"]]
        assert [(each["id"], each["rule"]) for each in commitments] == [
            ("1.1.1", "proposed"),
            ("1.1.2", "proposed"),
            ("2.1.1", "proposed"),
        ]
        assert "Proposed by model:reader" in page.out
        assert "2 measures asked about, 2 drafted as the model proposes, 3 commitments in all" in page.err
        assert len(log.bodies) == 1  # the second run asked nothing

    def test_written_as_a_plan_file_for_a_person_to_edit(
        self, draft: Draft, plancmp: Run, folder: Path
    ) -> None:
        with model_server([say(SOUND)]) as log:
            assert draft("-o", "drafted.yaml", log=log).code == 0
        written = (folder / "drafted.yaml").read_text("utf-8")
        assert "# These commitments were proposed by model:reader" in written
        assert [each.text for each in load_plan(folder / "drafted.yaml").commitments] == [
            "开展企业诊断",
            "推广低成本方案",
            "推广“信易贷”,到2026年,发放贷款10亿元以上",
        ]
        assert plancmp("check", "./drafted.yaml").code == 0

    def test_words_that_do_not_stand_there_are_asked_once_more_and_then_told(self, draft: Draft) -> None:
        wrong = said(m1_1=["开展企业免费诊断"], m2_1=["发放贷款10亿元以上"])
        with model_server([say(wrong)]) as log:
            outcome = draft("--format", "json", log=log)
            draft(log=log)
        assert measures_asked(log) == [["1.1", "2.1"], ["1.1"]]
        assert "1.1: a commitment that does not stand in the measure: '开展企业免费诊断'" in outcome.err
        assert "1 drafted as the model proposes" in outcome.err
        first, second = json.loads(outcome.out)["measures"]
        assert "proposed" not in {each["rule"] for each in first["commitments"]}  # drafted by the rules
        assert [each["text"] for each in second["commitments"]] == ["发放贷款10亿元以上"]

    def test_an_instruction_in_the_text_that_the_model_obeys(self, draft: Draft, folder: Path) -> None:
        (folder / "official.yaml").write_text(dump_plan(text(INJECTED)), "utf-8")
        with model_server([say(said(m1_1=[INJECTED], m2_1=[]))]) as log:
            outcome = draft("--format", "json", log=log)
        system, user = (message["content"] for message in log.bodies[0]["messages"])
        assert INJECTED not in system
        assert INJECTED in user
        assert "a commitment that tells the reader how to judge" in outcome.err
        assert INJECTED not in {
            each["text"] for each in json.loads(outcome.out)["measures"][0]["commitments"]
        }

    @pytest.mark.parametrize("nonsense", ["", "全部是承诺", SOUND[:-20], "[" * 50_000, '{"answers": 1}'])
    def test_what_is_no_answer_leaves_the_rules_draft(self, draft: Draft, nonsense: str) -> None:
        with model_server([say(nonsense)]) as log:
            outcome = draft("--format", "json", log=log)
        assert outcome.code == 0
        assert len(log.bodies) == 2
        assert "0 drafted as the model proposes" in outcome.err
        rules = {each["rule"] for m in json.loads(outcome.out)["measures"] for each in m["commitments"]}
        assert "proposed" not in rules

    def test_control_sequences_reach_no_terminal(self, draft: Draft) -> None:
        with model_server([say(said(m1_1=["\x1b[31m红色的字\u202e"], m2_1=[]))]) as log:
            outcome = draft(log=log)
        assert not {"\x1b", "\u202e"}.intersection(outcome.out + outcome.err)


class TestTrouble:
    def test_what_failed_is_asked_and_what_was_answered_is_not(self, draft: Draft, folder: Path) -> None:
        options = ("--per", "programme", "--concurrency", "1", "--attempts", "1", "-o", "drafted.yaml")
        with model_server([say(SOUND), fail(500)]) as log:
            outcome = draft(*options, log=log)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "1 request got no answer (the server says 500 " in outcome.err
        assert not (folder / "drafted.yaml").exists()
        with model_server([say(SOUND)]) as log:
            assert draft(*options, log=log).code == 0
        assert measures_asked(log) == [["2.1"]]

    @pytest.mark.parametrize("trouble", [raw(b"<html>busy</html>"), hang(4.0), fail(429, retry_after="0.01")])
    def test_what_passes_is_tried_again(self, draft: Draft, trouble: object) -> None:
        with model_server([trouble, say(SOUND)]) as log:  # type: ignore[list-item]
            assert draft("--timeout", "1.5", log=log).code == 0
        assert len(log.bodies) == 2


class TestBatch:
    def test_requests_and_answers_go_through_files(self, draft: Draft, folder: Path) -> None:
        assert draft("--requests", "ask.jsonl").out == ""
        request = json.loads((folder / "ask.jsonl").read_text("utf-8"))
        assert request["url"] == "/v1/chat/completions"
        (folder / "out.jsonl").write_text(answer(request["custom_id"], said(m1_1=["开展诊断"], m2_1=[])))
        draft("--answers", "out.jsonl", "--requests", "again.jsonl")
        again = json.loads((folder / "again.jsonl").read_text("utf-8"))
        assert again["custom_id"] != request["custom_id"]
        (folder / "second.jsonl").write_text(answer(again["custom_id"], said(m1_1=["开展企业诊断"])))
        outcome = draft("--answers", "second.jsonl", "-o", "drafted.yaml")
        assert "2 drafted as the model proposes" in outcome.err
        assert [each.text for each in load_plan(folder / "drafted.yaml").commitments] == ["开展企业诊断"]

    def test_answers_to_another_text_fit_nothing(self, draft: Draft, folder: Path) -> None:
        draft("--requests", "ask.jsonl")
        request = json.loads((folder / "ask.jsonl").read_text("utf-8"))
        (folder / "out.jsonl").write_text(answer(request["custom_id"], SOUND))
        (folder / "official.yaml").write_text(dump_plan(text(INJECTED)), "utf-8")
        outcome = draft("--answers", "out.jsonl")
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)

    def test_a_dry_run_says_how_much_would_go_where(self, draft: Draft, folder: Path) -> None:
        outcome = draft("--dry-run", "--url", "https://models.example:8443/v1")
        assert outcome.out.startswith("1 plan, 2 measures: 1 request to send, ")
        assert "host: models.example:8443" in outcome.out
        assert not (folder / "decisions").exists()

    @pytest.mark.parametrize("options", [("--dry-run",), ("--requests", "a.jsonl"), ("--answers", "a.jsonl")])
    def test_what_goes_with_consult_only(self, plancmp: Run, options: tuple[str, ...]) -> None:
        outcome = plancmp("commitments", "./official.yaml", *options)
        assert (outcome.code, outcome.err) == (
            2,
            "plancmp: --dry-run, --requests and --answers go with --consult\n",
        )

    def test_no_server_and_no_model_are_one_line_each(self, draft: Draft, plancmp: Run) -> None:
        nowhere = draft()
        nobody = plancmp("commitments", "./official.yaml", "--consult")
        assert [(each.code, each.err.count("\n")) for each in (nowhere, nobody)] == [(2, 1), (2, 1)]

    def test_a_file_that_is_there_is_not_asked_for_in_vain(self, draft: Draft, folder: Path) -> None:
        (folder / "drafted.yaml").write_text("mine", "utf-8")
        with model_server([say(SOUND)]) as log:
            assert draft("-o", "drafted.yaml", log=log).code == 2
        assert log.bodies == []

    def test_what_asks_is_imported_only_to_ask(self, folder: Path) -> None:
        code = (
            "import sys; from plancmp.cli.main import run;"
            "run(['commitments', './official.yaml']);"
            "run(['commitments', './official.yaml', '--consult', '--model', 'm', '--dry-run']);"
            "sys.exit(any(name in sys.modules for name in ('openai', 'httpx2')))"
        )
        assert subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode == 0


def answer(identity: str, said: str) -> str:
    """A line of a batch's output."""
    body = {"choices": [{"index": 0, "message": {"role": "assistant", "content": said}}]}
    return json.dumps({"custom_id": identity, "response": {"status_code": 200, "body": body}}) + "\n"


class TestOfficialText:
    """A second reading of commitments that a running text states, drafted on the way or written before."""

    PAIR = ("./official.yaml", "./yicheng.yaml")

    @pytest.fixture(params=["drafted on the way", "written before"])
    def reference(self, request: pytest.FixtureRequest, draft: Draft, folder: Path) -> Path:
        path = folder / "official.yaml"
        if request.param == "written before":
            with model_server([say(SOUND)]) as log:
                assert draft("-o", "official.yaml", "--force", log=log).code == 0
        return path

    def test_proposals_on_its_commitments_count_where_they_are_trusted(
        self, plancmp: Run, reference: Path, folder: Path
    ) -> None:
        assert reference.is_file()
        consult = ("consult", *self.PAIR, "--all", "--model", "reader")
        with model_server([say(self._answers())]) as log:
            assert plancmp(*consult, "--url", log.url).code == 0
            assert plancmp(*consult, "--url", log.url).code == 0
        (asked,) = [asked_ids(body) for body in log.bodies]
        assert asked[:3] == ["1.1.1", "1.1.2", "2.1.1"]
        entries = load_decisions(folder / "decisions" / "yicheng.yaml").decisions.entries
        assert {entry.item: entry.status for entry in entries} == dict.fromkeys(asked, "proposed")
        shown, trusted = (self._verdicts(plancmp, *further) for further in ((), ("--trust-proposals",)))
        assert shown["1.1.2"] == "omitted"
        assert trusted == dict.fromkeys(asked, "omitted") | {"1.1.2": "weakened"}

    def test_proposals_do_not_outlive_the_commitment_they_are_about(
        self, plancmp: Run, reference: Path
    ) -> None:
        with model_server([say(self._answers())]) as log:
            plancmp("consult", *self.PAIR, "--all", "--model", "reader", "--url", log.url)
        reworded = reference.read_text("utf-8").replace("推广低成本方案", "推广高水平方案")
        reference.write_text(reworded, "utf-8")
        assert self._verdicts(plancmp, "--trust-proposals")["1.1.2"] == "omitted"

    def test_proposals_on_a_draft_hold_when_it_is_written_into_the_file(self, plancmp: Run) -> None:
        with model_server([say(self._answers())]) as log:
            plancmp("consult", *self.PAIR, "--all", "--model", "reader", "--url", log.url)
        before = self._verdicts(plancmp, "--trust-proposals")
        assert plancmp("commitments", "./official.yaml", "-o", "official.yaml", "--force").code == 0
        assert self._verdicts(plancmp, "--trust-proposals") == before
        assert before["1.1.2"] == "weakened"

    @staticmethod
    def _answers() -> str:
        return answers(
            item("1.1.1", "omitted"),
            item("1.1.2", "weakened", ("1.1", INVESTMENT), reasons=["partial_match"]),
            item("2.1.1", "omitted"),
            item("2.1.2", "omitted"),  # the rules draft one more than the model
        )

    def _verdicts(self, plancmp: Run, *further: str) -> dict[str, str]:
        data = json.loads(plancmp("diff", *self.PAIR, "--format", "json", *further).out)
        return {
            commitment["id"]: commitment["verdict"]
            for programme in data["programmes"]
            for measure in programme["measures"]
            for commitment in measure["commitments"]
        }

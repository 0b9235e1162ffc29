"""`plancmp consult` against a real server on this machine: whatever it does, nothing is lost or asked twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancmp.cli import asking
from plancmp.cli.asking import ModelError, ModelFault
from plancmp.cli.main import run
from plancmp.cli.model_client import LARGEST_RESPONSE, ModelAddress, ModelServer, Patience
from plancmp.plans.decisions.reading import load_decisions
from plancmp.plans.writing import dump_plan
from tests.alignment.consulting import (
    INJECTED,
    INVESTMENT,
    PENSIONS,
    answers,
    item,
    small_case,
    whole_question,
)
from tests.alignment.small_plans import small_plan, small_reference
from tests.cli.conftest import Outcome, Run
from tests.cli.model_server import (
    Act,
    ModelServerLog,
    asked_ids,
    cut_off,
    dribble,
    fail,
    hang,
    model_server,
    omit_all,
    raw,
    say,
)

SOUND = answers(
    item("1.1.1", "adopted", ("1.1", INVESTMENT)),
    item("1.1.2", "omitted"),
    item("2.1.1", "weakened", ("2.1", PENSIONS), reasons=["target_lowered"]),
    item("2.1.2", "weakened", ("1.1", INVESTMENT), reasons=["partial_match"]),
)
KEY = "sk-very-secret"
Consult = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small reference and a small plan, where decisions are kept."""
    for name in ("PLANCMP_MODEL", "PLANCMP_MODEL_URL", "PLANCMP_MODEL_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for plan in (small_reference(), small_plan()):
        (tmp_path / f"{plan.id}.yaml").write_text(dump_plan(plan), "utf-8")
    return tmp_path


@pytest.fixture
def plancmp(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line there, with the comparison it really makes."""

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def consult(plancmp: Run) -> Consult:
    def run_it(*arguments: str, log: ModelServerLog | None = None) -> Outcome:
        server = ("--url", log.url) if log else ()
        pair = ("./shandong.yaml", "./yicheng.yaml")
        return plancmp("consult", *pair, "--all", "--model", "reader", "--lang", "en", *server, *arguments)

    return run_it


def proposals(folder: Path) -> dict[str, str]:
    entries = load_decisions(folder / "decisions" / "yicheng.yaml").decisions.entries
    assert {(entry.by, entry.status) for entry in entries} == {("model:reader", "proposed")}
    return {entry.item: entry.verdict for entry in entries}


ALL = {"1.1.1": "adopted", "1.1.2": "omitted", "2.1.1": "weakened", "2.1.2": "weakened"}


class TestAsking:
    def test_answers_become_proposals(self, consult: Consult, folder: Path) -> None:
        with model_server([say(SOUND)]) as log:
            outcome = consult(log=log)
        assert outcome.code == 0, outcome.err
        assert "4 asked, 4 proposals, 1 of them other than computed (2.1.2); 0 refused" in outcome.out
        assert proposals(folder) == ALL
        assert log.paths == ["/v1/chat/completions"]
        assert log.bodies[0]["model"] == "reader"

    def test_nothing_is_asked_twice(self, consult: Consult, folder: Path) -> None:
        with model_server([say(SOUND)]) as log:
            consult(log=log)
            before = (folder / "decisions" / "yicheng.yaml").read_bytes()
            assert consult(log=log).code == 0
            assert consult(log=log).code == 0
        assert len(log.bodies) == 1
        assert (folder / "decisions" / "yicheng.yaml").read_bytes() == before

    def test_programme_by_programme(self, consult: Consult) -> None:
        with model_server([omit_all]) as log:
            consult("--per", "programme", "--concurrency", "1", log=log)
        assert [asked_ids(body) for body in log.bodies] == [["1.1.1", "1.1.2"], ["2.1.1", "2.1.2"]]

    def test_the_queue_s_share(self, plancmp: Run, folder: Path) -> None:
        with model_server([omit_all]) as log:
            arguments = ("--model", "m", "--url", log.url, "--top", "25")
            assert plancmp("consult", "./shandong.yaml", "./yicheng.yaml", *arguments).code == 0
        assert [len(asked_ids(body)) for body in log.bodies] == [1]

    def test_wrong_quotes_are_asked_once_more_and_then_told(self, consult: Consult, folder: Path) -> None:
        wrong = answers(
            item("1.1.1", "adopted", ("1.1", "技改投资年均增长9%以上")),
            *(item(each, "omitted") for each in ("1.1.2", "2.1.1", "2.1.2")),
        )
        with model_server([say(wrong)]) as log:
            outcome = consult(log=log)
            consult(log=log)
        assert [asked_ids(body) for body in log.bodies] == [list(ALL), ["1.1.1"]]
        assert "1.1.1: the quote does not stand in the plan: '技改投资年均增长9%以上'" in outcome.err
        assert "1 refused" in outcome.out
        assert set(proposals(folder)) == set(ALL) - {"1.1.1"}

    def test_an_instruction_in_the_plan_that_the_model_obeys(self, consult: Consult, folder: Path) -> None:
        plan = small_case(injected=True).plan
        (folder / "yicheng.yaml").write_text(dump_plan(plan), "utf-8")
        obeying = answers(*(item(each, "adopted", ("1.1", INJECTED)) for each in ALL))
        with model_server([say(obeying)]) as log:
            outcome = consult(log=log)
        assert INJECTED.strip("。") in log.bodies[0]["messages"][1]["content"]
        assert INJECTED.strip("。") not in log.bodies[0]["messages"][0]["content"]
        assert "4 refused" in outcome.out
        assert not (folder / "decisions" / "yicheng.yaml").exists()

    def test_control_sequences_in_an_answer_reach_no_terminal(self, consult: Consult) -> None:
        bad = answers(item("1.1.1", "adopted", ("1.1", "\x1b[31m红色的字在这里\u202e")))
        with model_server([say(bad)]) as log:
            outcome = consult(log=log)
        assert not {"\x1b", "\u202e"}.intersection(outcome.out + outcome.err)

    @pytest.mark.parametrize(
        "frame", ["```json\n{}\n```", "<think>这里有 {{}} 和“采纳”</think>\n{}", "{}\n完毕。"]
    )
    def test_servers_that_only_talk(self, consult: Consult, folder: Path, frame: str) -> None:
        said = frame.replace("{}", SOUND, 1) if "{{" not in frame else frame.replace("\n{}", "\n" + SOUND)
        with model_server([say(said)]) as log:
            assert consult(log=log).code == 0
        assert proposals(folder) == ALL

    def test_what_a_server_knows_is_learnt_and_remembered(self, consult: Consult, folder: Path) -> None:
        def only_text(handler: Any, body: dict[str, Any]) -> None:
            act = fail(400, "response_format is not supported") if "response_format" in body else omit_all
            act(handler, body)

        with model_server([only_text]) as log:
            assert consult("--per", "programme", "--concurrency", "1", log=log).code == 0
        forms = [body.get("response_format", {}).get("type") for body in log.bodies]
        assert forms == ["json_schema", "json_object", None, None]


class TestTrouble:
    """What servers do; the client waits no longer than it is told to."""

    @pytest.mark.parametrize(
        "trouble",
        [
            fail(429, retry_after="0.01"),
            fail(500),
            fail(503, retry_after="Wed, 21 Oct 2026 07:28:00 GMT"),
            cut_off,
            hang(4.0),
            raw(b"<html>busy</html>"),
            raw(b'{"choices": []}'),
            raw(b"[" * 100_000),
            raw(b'{"choices": [{"message": {"content": 7}}]}'),
        ],
        ids=["429", "500", "503", "cut", "time-out", "html", "empty", "nested", "number"],
    )
    def test_what_passes_is_tried_again(self, trouble: Act) -> None:
        with model_server([trouble, trouble, say(SOUND)]) as log:
            assert ask(log, timeout=1.5) == SOUND
        assert len(log.bodies) == 3

    @pytest.mark.parametrize(
        ("trouble", "fault"),
        [
            (fail(429, retry_after="0.01"), ModelFault.STATUS),
            (cut_off, ModelFault.CONNECTION),
            (raw(b"{}"), ModelFault.MALFORMED),
        ],
    )
    def test_what_does_not_pass_is_given_up(self, trouble: Act, fault: ModelFault) -> None:
        with model_server([trouble]) as log, pytest.raises(ModelError) as told:
            ask(log)
        assert told.value.fault is fault
        assert len(log.bodies) == 3

    @pytest.mark.parametrize(
        ("trouble", "fault"),
        [
            (fail(401), ModelFault.LOCKED_OUT),
            (fail(402), ModelFault.STATUS),
            (fail(429, retry_after="86400"), ModelFault.STATUS),
            (raw(b"", 307, location="http://127.0.0.1:9/"), ModelFault.STATUS),
            (raw(b" " * (LARGEST_RESPONSE + 1)), ModelFault.TOO_LARGE),
            (raw(b" " * 10_000_000, 500), ModelFault.TOO_LARGE),
            (raw(b"x", content_encoding="gzip"), ModelFault.TOO_LARGE),
        ],
        ids=["401", "402", "429 for a day", "redirect", "10 MB", "10 MB of error", "packed"],
    )
    def test_what_cannot_pass_is_not_tried_again(self, trouble: Act, fault: ModelFault) -> None:
        with model_server([trouble]) as log, pytest.raises(ModelError) as told:
            ask(log)
        assert told.value.fault is fault
        assert len(log.bodies) == 1

    def test_a_server_that_dribbles_for_ever_runs_out_of_time(self) -> None:
        begun = time.monotonic()
        with model_server([dribble]) as log, pytest.raises(ModelError):
            ask(log, timeout=0.3, attempts=1)
        assert time.monotonic() - begun < 3

    def test_pauses_grow(self) -> None:
        pauses: list[float] = []
        with model_server([fail(500)]) as log, pytest.raises(ModelError):
            server = ModelServer(ModelAddress(log.url), Patience(5, 4, 1.0), pauses.append)
            server.ask(whole_question(small_case()))
        assert len(pauses) == 3
        assert all(0.75 <= pause / 2**number <= 1 for number, pause in enumerate(pauses))

    def test_an_answer_that_says_too_much_is_no_answer(self, consult: Consult, folder: Path) -> None:
        with model_server([say(SOUND + " " * 2_000_000)]) as log:
            outcome = consult(log=log)
        assert "4 refused" in outcome.out
        assert (folder / "decisions" / "answers" / "yicheng.jsonl").stat().st_size < 3_000_000

    def test_nobody_there(self, consult: Consult) -> None:
        outcome = consult("--url", "http://127.0.0.1:9/v1", "--attempts", "1")
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert "got no answer (no connection" in outcome.err


def ask(log: ModelServerLog, *, timeout: float = 5.0, attempts: int = 3) -> str:
    server = ModelServer(ModelAddress(log.url, KEY), Patience(timeout, attempts, 0.01))
    return server.ask(whole_question(small_case()))


class TestResuming:
    def test_what_failed_is_asked_and_what_was_answered_is_not(self, consult: Consult, folder: Path) -> None:
        by_programme = ("--per", "programme", "--concurrency", "1", "--attempts", "1")
        with model_server([omit_all, fail(500)]) as log:
            outcome = consult(*by_programme, log=log)
            assert outcome.code == 2
            assert "1 request got no answer (the server says 500 " in outcome.err
            assert set(proposals(folder)) == {"1.1.1", "1.1.2"}
        with model_server([omit_all]) as log:
            assert consult(*by_programme, log=log).code == 0
        assert [asked_ids(body) for body in log.bodies] == [["2.1.1", "2.1.2"]]

    def test_a_key_that_is_refused_ends_the_run(self, consult: Consult) -> None:
        with model_server([fail(401)]) as log:
            outcome = consult("--per", "programme", "--concurrency", "1", log=log)
        assert (outcome.code, len(log.bodies)) == (2, 1)
        assert "2 requests got no answer (the key is not accepted" in outcome.err

    def test_an_answer_cut_off_in_the_file_is_asked_again(self, consult: Consult, folder: Path) -> None:
        with model_server([say(SOUND)]) as log:
            consult(log=log)
            kept = folder / "decisions" / "answers" / "yicheng.jsonl"
            kept.write_bytes(kept.read_bytes()[:100])
            consult(log=log)
            consult(log=log)
        assert len(log.bodies) == 2

    def test_ctrl_c_ends_at_once_and_keeps_what_there_is(self, folder: Path) -> None:
        with model_server([omit_all, hang(60)]) as log:
            command = [
                sys.executable,
                "-m",
                "plancmp",
                "consult",
                "./shandong.yaml",
                "./yicheng.yaml",
                "--all",
            ]
            options = ["--model", "reader", "--per", "programme", "--concurrency", "1", "--url", log.url]
            run = subprocess.Popen([*command, *options], cwd=folder, stderr=subprocess.DEVNULL)
            while len(log.bodies) < 2:
                assert run.poll() is None
                time.sleep(0.02)
            run.send_signal(signal.SIGINT)
            assert run.wait(10) == 130
        lines = (folder / "decisions" / "answers" / "yicheng.jsonl").read_text("utf-8").splitlines()
        assert len(lines) == 1


class TestSecrets:
    def test_the_key_is_sent_and_stands_nowhere_else(
        self, consult: Consult, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PLANCMP_MODEL_KEY", KEY)
        with model_server([fail(403, f"bad key {KEY}")]) as log:
            refused = consult(log=log)
        with model_server([say(SOUND)]) as log:
            consult(log=log)
        assert log.headers[0]["authorization"] == f"Bearer {KEY}"
        assert KEY not in refused.out + refused.err
        assert "***" in refused.err
        files = [path for path in (folder / "decisions").rglob("*") if path.is_file()]
        assert len(files) == 2
        assert all(KEY.encode() not in path.read_bytes() for path in files)

    def test_proxies_of_the_environment_are_not_used(
        self, consult: Consult, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
        with model_server([say(SOUND)]) as log:
            assert consult(log=log).code == 0

    @pytest.mark.parametrize(
        "url",
        [
            "localhost:8000",
            "ftp://host/v1",
            "http://",
            "http://me:secret@host/v1",
            "http://host:x/v1",
            "https://h/v1?k=1",
        ],
    )
    def test_an_address_that_is_none(self, consult: Consult, url: str) -> None:
        outcome = consult("--url", url)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "address of a model server" in outcome.err
        assert "secret" not in outcome.err


class TestWithoutANetwork:
    def test_one_line_without_an_address(self, consult: Consult) -> None:
        outcome = consult()
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "PLANCMP_MODEL_URL" in outcome.err

    def test_one_line_without_a_model(self, plancmp: Run, folder: Path) -> None:
        outcome = plancmp("consult", "./shandong.yaml", "./yicheng.yaml", "--lang", "en")
        assert (outcome.code, outcome.err) == (
            2,
            "plancmp: no model is named: use --model or PLANCMP_MODEL\n",
        )

    def test_one_line_without_the_extra(self, consult: Consult, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "plancmp.cli.model_client", None)
        outcome = consult("--url", "http://127.0.0.1:9/v1")
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "plancmp[model]" in outcome.err

    def test_a_batch_there_and_back(
        self, consult: Consult, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "openai", None)
        assert consult("--requests", "ask.jsonl").code == 0
        assert not (folder / "decisions").exists()
        requests = [json.loads(line) for line in (folder / "ask.jsonl").read_text("utf-8").splitlines()]
        assert [asked_ids(request["body"]) for request in requests] == [list(ALL)]
        (folder / "out.jsonl").write_text(
            "".join(answer(request["custom_id"], SOUND) for request in requests)
        )
        outcome = consult("--answers", "out.jsonl")
        assert outcome.code == 0, outcome.err
        assert proposals(folder) == ALL
        consult("--requests", "ask.jsonl")
        assert (folder / "ask.jsonl").read_text("utf-8") == ""

    def test_what_is_refused_goes_into_the_next_batch(self, consult: Consult, folder: Path) -> None:
        consult("--requests", "ask.jsonl")
        identity = json.loads((folder / "ask.jsonl").read_text("utf-8"))["custom_id"]
        half = answers(item("1.1.1", "adopted"), item("1.1.2", "omitted"), item("2.1.1", "omitted"))
        (folder / "out.jsonl").write_text(answer(identity, half), "utf-8")
        outcome = consult("--answers", "out.jsonl", "--requests", "ask.jsonl")
        assert "1 request has no answer yet" in outcome.out
        again = json.loads((folder / "ask.jsonl").read_text("utf-8"))
        assert asked_ids(again["body"]) == ["1.1.1", "2.1.2"]

    def test_answers_to_something_else(self, consult: Consult, folder: Path) -> None:
        (folder / "out.jsonl").write_text(answer("yicheng-0123456789abcdef", SOUND), "utf-8")
        outcome = consult("--answers", "out.jsonl")
        assert outcome.code == 2
        assert "no answer to what is asked now" in outcome.err

    @pytest.mark.parametrize("name", ["missing.jsonl", "."])
    def test_no_file_of_answers(self, consult: Consult, name: str) -> None:
        outcome = consult("--answers", name)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)

    def test_a_dry_run_says_how_much_and_where(self, consult: Consult, folder: Path) -> None:
        outcome = consult("--dry-run", "--url", "https://models.example:8443/v1")
        assert outcome.out.startswith("1 plan, 4 commitments: 1 request to send, ")
        assert "host: models.example:8443" in outcome.out
        assert not (folder / "decisions").exists()

    def test_what_asks_is_imported_only_to_ask(self, folder: Path) -> None:
        code = (
            "import sys; from plancmp.cli.main import run;"
            "run(['consult', './shandong.yaml', './yicheng.yaml', '--model', 'm', '--dry-run']);"
            "sys.exit(any(name in sys.modules for name in ('openai', 'httpx2')))"
        )
        assert subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode == 0


def answer(identity: str, said: str) -> str:
    """A line of a batch's output."""
    message = {"role": "assistant", "content": said}
    body = {"choices": [{"index": 0, "message": message}]}
    response = {"status_code": 200, "request_id": "r", "body": body}
    return json.dumps({"id": "b", "custom_id": identity, "response": response, "error": None}) + "\n"


def test_a_defect_while_asking_is_told_and_not_swallowed() -> None:
    def broken(question: object) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(asking.replies([whole_question(small_case())], broken, 2))


def test_so_many_at_a_time_and_no_more() -> None:
    with model_server([hang(0.2)]) as log:
        server = ModelServer(ModelAddress(log.url), Patience(0.4, 1))
        question = whole_question(small_case())
        begun = time.monotonic()
        found = list(asking.replies([question] * 6, server.ask, 3))
    assert len(found) == 6
    assert 0.4 <= time.monotonic() - begun < 2.0


class TestProposals:
    """What is proposed stands beside the verdicts, counts only where it is trusted, and is told wherever it counts."""

    @pytest.fixture
    def proposed(self, consult: Consult, folder: Path) -> None:
        """2.1.2, which the tool finds omitted, is proposed as weakened; all else as it is."""
        with model_server([say(SOUND)]) as log:
            assert consult(log=log).code == 0

    COMMANDS = (
        ("diff", "./shandong.yaml", "./yicheng.yaml", "-v"),
        ("explain", "./shandong.yaml", "./yicheng.yaml", "2.1"),
        ("report", "./yicheng.yaml", "--reference", "./shandong.yaml"),
        ("coverage", "./yicheng.yaml", "--reference", "./shandong.yaml"),
        ("coverage", "./yicheng.yaml", "--reference", "./shandong.yaml", "--by", "commitment"),
    )

    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    @pytest.mark.parametrize("form", ["table", "markdown"])
    @pytest.mark.usefixtures("proposed")
    def test_every_output_says_whether_they_count(
        self, plancmp: Run, command: tuple[str, ...], form: str
    ) -> None:
        shown = plancmp(*command, "--lang", "en", "--format", form).out.split()
        trusted = plancmp(*command, "--lang", "en", "--format", form, "--trust-proposals").out.split()
        assert "proposals of a model, not counted" in " ".join(shown)
        assert "4 proposals trusted, which nobody has reviewed" in " ".join(trusted)
        assert "model:reader" in " ".join(trusted)

    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    @pytest.mark.usefixtures("proposed")
    def test_in_json_too(self, plancmp: Run, command: tuple[str, ...]) -> None:
        shown = json.loads(plancmp(*command, "--lang", "zh", "--format", "json").out)
        trusted = json.loads(plancmp(*command, "--lang", "zh", "--format", "json", "--trust-proposals").out)
        said = '"trusted": 4' if "--by" not in command else "采信模型建议 4 项"
        assert said not in json.dumps(shown, ensure_ascii=False)
        assert said in json.dumps(trusted, ensure_ascii=False)

    @pytest.mark.usefixtures("proposed")
    def test_verdicts_change_only_where_they_are_trusted(self, plancmp: Run) -> None:
        pair = ("./shandong.yaml", "./yicheng.yaml", "--format", "json")

        def verdict(*further: str) -> str:
            data = json.loads(plancmp("diff", *pair, *further).out)
            found = [
                commitment["verdict"]
                for programme in data["programmes"]
                for measure in programme["measures"]
                for commitment in measure["commitments"]
                if commitment["id"] == "2.1.2"
            ]
            return str(found[0])

        assert [verdict(), verdict("--trust-proposals"), verdict("--computed", "--trust-proposals")] == [
            "omitted",
            "weakened",
            "omitted",
        ]

    @pytest.mark.usefixtures("proposed")
    def test_a_proposal_stands_beside_the_verdict_with_its_sentence(self, plancmp: Run) -> None:
        command = ("diff", "./shandong.yaml", "./yicheng.yaml", "-v", "--lang", "en")
        text = " ".join(plancmp(*command).out.split())
        assert "proposed: weakened: partly carried; 如此 (model:reader" in text

    @pytest.mark.usefixtures("proposed")
    def test_what_differs_comes_first_in_the_queue(self, plancmp: Run) -> None:
        queue = plancmp("review", "./shandong.yaml", "./yicheng.yaml", "--list", "--format", "json")
        first = json.loads(queue.out)["queue"][0]
        assert (first["id"], first["cause"]) == ("2.1.2", "proposal")

    @pytest.mark.usefixtures("proposed")
    def test_the_file_is_sound(self, plancmp: Run) -> None:
        outcome = plancmp("check", "decisions/yicheng.yaml", "--plans-dir", ".", "--lang", "en")
        assert outcome.code == 0, outcome.out

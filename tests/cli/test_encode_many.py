"""`plancmp encode` of several documents: each its own plan, one failure leaves the others, runs resume."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plancmp.cli.commands.encode_many import find_jobs
from plancmp.plans.reading import load_plan
from tests.cli.conftest import Run
from tests.plans.documents import NAMES, docx, html, ofd, pdf, read_source
from tests.plans.sites import running_site

FORMS: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "html": html,
    "docx": docx,
    "ofd": ofd,
    "pdf": pdf,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, two of which are no plans, beside files that are none at all."""
    made = tmp_path / "documents"
    made.mkdir()
    for (ending, make), name in zip(FORMS.items(), [*NAMES, "yicheng"], strict=True):
        (made / f"{name}-{ending}.{ending}").write_bytes(make(read_source(name)))
    (made / "novel.txt").write_text("很久以前，山上有座庙。\n", encoding="utf-8")
    (made / "broken.docx").write_bytes(docx("甲")[:900])
    for name in (".hidden.txt", "~$yicheng.docx", "other.yaml", "Thumbs.db"):
        (made / name).write_bytes(b"x")
    (made / "below").mkdir()
    return made


def test_each_becomes_a_plan_and_each_failure_a_row(plancmp: Run, folder: Path, tmp_path: Path) -> None:
    outcome = plancmp(
        "encode", str(folder), "-o", str(tmp_path / "made"), "--level", "county", "--lang", "en"
    )
    assert outcome.code == 2
    assert outcome.err == "plancmp: 2 of 7 documents did not become a plan; the table says why\n"
    written = sorted(path.name for path in (tmp_path / "made").iterdir())
    assert written == sorted(
        f"{name}-{ending}.yaml" for name, ending in zip([*NAMES, "yicheng"], FORMS, strict=True)
    )
    assert {load_plan(path).level for path in (tmp_path / "made").iterdir()} == {"county"}
    words = " ".join(outcome.out.split())
    for said in ("no measures found", "the .docx", "7 documents: 5 plans with 151 measures, 2 refused"):
        assert said in words


def test_a_second_run_passes_over_what_is_there(plancmp: Run, folder: Path, tmp_path: Path) -> None:
    plans = tmp_path / "made"
    plancmp("encode", str(folder), "-o", str(plans))
    kept = plans / "binzhou-txt.yaml"
    kept.write_text("corrected by hand", encoding="utf-8")
    (plans / "yicheng-html.yaml").unlink()
    outcome = plancmp("encode", str(folder), "-o", str(plans), "--lang", "en")
    assert outcome.out.count("there already") == 4
    assert "1 plan with 30 measures" in outcome.out
    assert kept.read_text(encoding="utf-8") == "corrected by hand"
    plancmp("encode", str(folder), "-o", str(plans), "--force")
    assert load_plan(kept).name == "滨州市"


def test_a_run_that_was_ended_goes_on(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        (folder / f"more-{number:02}.docx").write_bytes(docx(read_source("qingzhou")))
    plans = tmp_path / "made"
    command = [sys.executable, "-m", "plancmp", "encode", str(folder), "-o", str(plans)]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 30
    while not (plans.is_dir() and len([*plans.glob("*.yaml")]) > 5) and time.monotonic() < end:
        time.sleep(0.02)
    first.send_signal(signal.SIGTERM)
    assert first.wait(30) == 143
    there = {path: path.stat().st_mtime_ns for path in plans.glob("*.yaml")}
    assert 5 < len(there) < 35
    assert all(load_plan(path) for path in there)  # whole, every one
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    assert len([*plans.glob("*.yaml")]) == 35
    assert {path: path.stat().st_mtime_ns for path in there} == there


def test_files_and_addresses_may_be_mixed(plancmp: Run, folder: Path, tmp_path: Path) -> None:
    with running_site() as site:
        given = (str(folder / "yicheng-html.html"), f"{site.address}/plan.ofd", f"{site.address}/login.html")
        outcome = plancmp("encode", *given, "-o", str(tmp_path), "--allow-local", "--lang", "en")
    assert outcome.code == 2
    assert load_plan(tmp_path / "plan.yaml").source is not None
    assert "2 plans with 60 measures, 1 refused" in outcome.out


def test_a_dry_run_shows_the_table_and_writes_nothing(plancmp: Run, folder: Path, tmp_path: Path) -> None:
    outcome = plancmp("encode", str(folder), "--dry-run", "--lang", "zh")
    assert "编成 5 个方案" in outcome.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["documents", "plans"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "need -o with the folder"),
        (("-o", "-"), "need -o with the folder"),
        (("-o", "{file}"), "is not a folder"),
        (("-o", "{out}", "--id", "x"), "--id is for one document"),
        (("-o", "{out}", "--alias", "x"), "--alias is for one document"),
        (("-o", "{out}", "--attachment", "2"), "--attachment is for one document"),
    ],
)
def test_what_does_not_go_with_several(
    plancmp: Run, folder: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    places = {"file": tmp_path / "file", "out": tmp_path / "out"}
    outcome = plancmp("encode", str(folder), *(each.format(**places) for each in arguments), "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_a_folder_without_documents_is_told(plancmp: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = plancmp("encode", str(tmp_path / "empty"), "-o", str(tmp_path / "out"), "--lang", "en")
    assert (outcome.code, "no document" in outcome.err) == (2, True)


def test_ids_are_the_names_where_they_can_be_and_never_the_same(tmp_path: Path) -> None:
    for name in ("a.txt", "a.pdf", "B c.txt", "滨州市方案.docx", "峄城区方案.docx", "../x".replace("/", "")):
        (tmp_path / name).write_bytes(b"x")
    jobs = {Path(job.document).name: job.plan_id for job in find_jobs([str(tmp_path)])}
    assert (jobs["a.txt"], jobs["a.pdf"], jobs["B c.txt"]) == ("a-txt", "a-pdf", "b-c")
    assert jobs["滨州市方案.docx"].startswith("plan-")
    assert len({*jobs.values()}) == len(jobs)
    assert find_jobs([str(tmp_path)]) == find_jobs([str(tmp_path)])


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_ends_the_run(plancmp: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    outcome = plancmp("encode", str(folder), "-o", str(tmp_path / "closed"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1

"""`plancmp encode https://...`: what is written and said of a document on the web, and that nothing else is fetched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plancmp.cli.commands.encode_document import is_web_address
from plancmp.plans.reading import load_plan
from tests.cli.conftest import Run
from tests.plans.sites import Site, running_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with running_site() as made:
        yield made


@pytest.mark.parametrize(("language", "words"), [("zh", "（{} 取得）"), ("en", " (retrieved {})")])
def test_the_plan_says_where_and_when_it_was_found(
    plancmp: Run, site: Site, tmp_path: Path, language: str, words: str
) -> None:
    target = tmp_path / "out.yaml"
    url = f"{site.address}/cover.html"
    outcome = plancmp(
        "encode", url, "--allow-local", "--id", "qingzhou-web", "-o", str(target), "--lang", language
    )
    assert outcome.code == 0
    assert load_plan(target).source == f"{site.address}/plan.docx" + words.format(date.today().isoformat())
    first, _, third, *_ = outcome.err.splitlines()
    assert first.endswith(f"{site.address}/plan.docx")
    assert third == f"  1. 青州市行动方案.docx {site.address}/plan.docx"


def test_the_id_is_the_name_at_the_address(plancmp: Run, site: Site) -> None:
    assert "\nid: plan\n" in plancmp("encode", f"{site.address}/plan.ofd", "--allow-local").out


def test_an_attachment_is_chosen(plancmp: Run, site: Site) -> None:
    url = f"{site.address}/cover-two.html"
    outcome = plancmp("encode", url, "--allow-local", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"plancmp: {url}: the page is no plan and links to several documents; choose one with --attachment: "
        "1. 任务分工表.docx 2. 青州市行动方案.ofd\n"
    )
    assert plancmp("encode", url, "--allow-local", "--attachment", "2").code == 0
    assert plancmp("encode", url, "--allow-local", "--attachment", "0").code == 2


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path", ["login.html", "gone.html", "status-404.html", "loop", "to-file", "broken-gzip.html"]
)
def test_what_is_no_document_is_told_in_one_line(plancmp: Run, site: Site, path: str, language: str) -> None:
    outcome = plancmp("encode", f"{site.address}/{path}", "--allow-local", "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1
    assert outcome.err.startswith((f"plancmp: {site.address}/{path}: ", f"plancmp：{site.address}/{path}: "))


def test_this_machine_is_not_asked_unless_that_is_allowed(plancmp: Run, site: Site) -> None:
    site.asked.clear()
    outcome = plancmp("encode", f"{site.address}/plan.html", "--lang", "en")
    assert (outcome.code, site.asked) == (2, [])
    assert "--allow-local" in outcome.err


@pytest.mark.parametrize(
    "text", ["file:///etc/passwd", "ftp://a/b", "plan.txt", "httpx://a", "//a/b", "http:a"]
)
def test_only_http_and_https_are_addresses_at_all(plancmp: Run, text: str) -> None:
    assert not is_web_address(text)
    assert plancmp("encode", text, "--lang", "en").code == 2


def test_what_fetches_is_not_even_loaded_for_a_file() -> None:
    code = (
        "import sys; from plancmp.cli.main import run; run(sys.argv[1:]);"
        "sys.exit('plancmp.plans.encoding.download' in sys.modules)"
    )
    document = str(ROOT / "plans" / "sources" / "qingzhou.txt")
    done = subprocess.run([sys.executable, "-c", code, "encode", document], capture_output=True, check=False)
    assert done.returncode == 0

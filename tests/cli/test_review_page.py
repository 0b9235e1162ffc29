"""Decisions taken on the page of a report, in a headless browser: kept there, saved as a file, and taken in."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plancmp.cli.main import run
from plancmp.plans.decisions.reading import load_decisions
from tests.cli.browser import OPTIONS, choose

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
pytestmark = pytest.mark.browser

PLANS = Path(__file__).parents[1] / "golden" / "plans"
WEAKENED, OMITTED, ADOPTED = "2.1.2", "2.2.1", "1.1.1"
NOTE = '会上"议定"：\u2028第二行 # 不是注释'


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    """A headless Chromium that saves what it downloads in a folder."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no browser: chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for option in (*OPTIONS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(option)
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path / "saved")})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chromium = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chromium
    chromium.quit()


def fill(browser: Chrome, item: str, **values: str) -> None:
    """Fill in the form of a commitment as a person does: every change is told to the page."""
    script = """
      const form = document.querySelector(`form.decide[data-item="${arguments[0]}"]`);
      for (const [name, value] of Object.entries(arguments[1])) {
        if (name === "passage") form.querySelector(`[name=passage][value="${value}"]`).checked = true;
        else form.elements[name].value = value;
      }
      form.dispatchEvent(new Event("input", { bubbles: true }));
      return form.querySelector(".missing").textContent;
    """
    browser.execute_script(script, item, values)


def said(browser: Chrome, item: str) -> str:
    form = f'form.decide[data-item="{item}"] .missing'
    return str(browser.execute_script("return document.querySelector(arguments[0]).textContent", form))


def saved(folder: Path) -> Path:
    """The file that the browser saves, once it is whole."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found = list(folder.glob("*.yaml")) if folder.exists() else []
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError("nothing was saved")


def test_from_the_page_to_the_file_of_decisions(
    browser: Chrome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANCMP_PLANS", str(PLANS))
    assert run(["report", "qingxi", "--reference", "yunhe", "-o", "report.html", "--lang", "zh"]) == 0
    browser.get((tmp_path / "report.html").as_uri())
    elements: Any = browser
    assert not elements.find_element("name", "save").is_enabled()
    fill(browser, WEAKENED, verdict="adopted")
    fill(browser, OMITTED, verdict="omitted", note=NOTE)
    fill(browser, ADOPTED, verdict="weakened")
    assert said(browser, ADOPTED) == "请选理由"
    fill(browser, ADOPTED, reason="target_lowered")
    assert said(browser, ADOPTED) == ""
    fill(browser, "2.2.2", verdict="adopted")
    assert said(browser, "2.2.2") == "请选依据"
    elements.find_element("name", "reviewer").send_keys("王")
    assert elements.find_element("id", "decided").text == "已填 3 项"

    browser.refresh()  # it is still there
    assert elements.find_element("id", "decided").text == "已填 3 项"
    choose(browser, "[name=save]")
    file = saved(tmp_path / "saved")
    assert file.name == "qingxi.yaml"
    assert [entry for entry in elements.get_log("browser") if entry["level"] == "SEVERE"] == []

    assert run(["review", "yunhe", "qingxi", "--from", str(file), "--lang", "zh"]) == 0, (
        capsys.readouterr().err
    )
    entries = {each.item: each for each in load_decisions(Path("decisions/qingxi.yaml")).decisions.entries}
    assert {item: (each.verdict, each.by) for item, each in entries.items()} == {
        WEAKENED: ("adopted", "王"),
        OMITTED: ("omitted", "王"),
        ADOPTED: ("weakened", "王"),
    }
    assert entries[OMITTED].note == NOTE.replace("\u2028", " ")
    assert entries[WEAKENED].computed == "weakened"
    assert run(["check", "decisions/qingxi.yaml"]) == 0, capsys.readouterr().out

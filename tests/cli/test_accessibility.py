"""Pages for everybody: what axe-core finds in them, contrast that it does not measure, and a walk by keyboard alone."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import plancmp.cli
from plancmp.cli.main import run
from tests.cli.browser import choose, focused, found, open_file

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

PLANS = Path(__file__).parents[1] / "golden" / "plans"
PAGES = {
    "diff": "diff yunhe qingxi",
    "report": "report qingxi baishi liuhe --reference yunhe",
    "coverage": "coverage qingxi baishi liuhe --reference yunhe --by commitment",
}
ENTER, SPACE, ESCAPE, DOWN, RIGHT, TAB = "\ue007", " ", "\ue00c", "\ue015", "\ue014", "\ue004"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each page, in Chinese and in English."""
    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANCMP_PLANS", str(PLANS))
        for name, command in PAGES.items():
            for language in ("zh", "en"):
                file = folder / f"{name}.{language}.html"
                assert run([*command.split(), "--lang", language, "-o", str(file)]) == 0
    return folder


def findings(page: Chrome) -> list[tuple[str, str, list[str]]]:
    """What axe-core finds: its rule, how grave it is, and where."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page.execute_script((resources.files(package) / "axe.min.js").read_text("utf-8"))
    script = """
      const done = arguments[0];
      axe.run().then((result) => done(result.violations.map((each) =>
        [each.id, each.impact, each.nodes.map((node) => node.target.join(" "))])));
    """
    found_by_axe: list[Any] = page.execute_async_script(script)
    return [(rule, impact, places) for rule, impact, places in found_by_axe]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious_is_found(browser: Chrome, pages: Path, name: str, width: int, scheme: str) -> None:
    browser.set_script_timeout(120)
    page = open_file(browser, pages / f"{name}.zh.html", width, scheme)
    page.execute_script("for (const each of document.querySelectorAll('details')) each.open = true")
    choose(page, "#unfold:not(:checked), .fold")
    assert [each for each in findings(page) if each[1] in {"serious", "critical"}] == []


@pytest.mark.browser
def test_what_is_wrong_would_be_found(browser: Chrome, pages: Path) -> None:
    page = open_file(browser, pages / "coverage.en.html")
    page.execute_script(
        "for (const each of document.querySelectorAll('svg')) each.removeAttribute('aria-label')"
    )
    page.execute_script("for (const each of document.querySelectorAll('.soft')) each.style.color = '#ccc'")
    assert {"svg-img-alt", "color-contrast"} <= {rule for rule, _, _ in findings(page)}


def test_symbols_stand_out_from_their_ground() -> None:
    """axe-core does not measure single signs; 4.5 is what WCAG 2.2 asks of text (AA)."""
    style = (Path(plancmp.cli.__path__[0]) / "render" / "templates" / "report.css").read_text("utf-8")
    light, dark = style.split("@media (prefers-color-scheme: dark)")[:2]
    for part in (light, dark):
        colours = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6})", part))
        for verdict in ("adopted", "weakened", "omitted"):
            assert contrast(colours[verdict], colours[f"{verdict}-fill"]) >= 4.5, verdict


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1-21, as WCAG 2.2 defines it."""
    lighter, darker = sorted(map(luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.browser
def test_a_walk_by_keyboard_from_the_top_to_a_proof_and_back(browser: Chrome, pages: Path) -> None:
    page = open_file(browser, pages / "report.en.html")
    page.switch_to.active_element.send_keys(TAB)
    assert focused(page).get_attribute("class") == "skip"
    focused(page).send_keys(ENTER)
    page.execute_script("document.querySelector('.fold').focus()")
    assert not found(page, "tr.line")[0].is_displayed()
    focused(page).send_keys(SPACE)
    assert found(page, "tr.line")[0].is_displayed()
    focused(page).send_keys(TAB)
    assert focused(page).get_attribute("id") == "at-plan1-1.1"  # the map is one stop of the tab key
    focused(page).send_keys(DOWN)
    focused(page).send_keys(RIGHT)
    cell = focused(page)
    assert str(cell.get_attribute("href")).endswith("#plan2-1.1.1")
    cell.send_keys(ENTER)
    proof = focused(page)
    assert proof.get_attribute("id") == "plan2-1.1.1"
    assert proof.is_displayed()
    found(page, "#plan2-1\\.1\\.1 .around summary")[0].send_keys(ENTER)
    assert found(page, "#plan2-1\\.1\\.1 .around mark")[0].is_displayed()
    proof.send_keys(ESCAPE)
    assert focused(page) == cell
    found(page, "[id='plan2-1.1'] > a.back")[0].send_keys(ENTER)
    assert focused(page) == cell


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_without_a_script_every_cell_leads_to_its_proof_and_back(
    browser: Chrome, pages: Path, name: str
) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = open_file(browser, pages / f"{name}.zh.html")
        assert not found(page, "#filters")[0].is_displayed()
        proof = found(page, "[id='plan1-2.1']")[0]
        found(page, "[id='at-plan1-2.1']")[0].send_keys(ENTER)
        assert proof.is_displayed()
        assert page.current_url.endswith("#plan1-2.1")
        found(page, "[id='plan1-2.1'] > a.back")[0].send_keys(ENTER)
        assert page.current_url.endswith("#at-plan1-2.1")
        if name != "coverage":  # there the commitments stand open
            found(page, ".fold")[0].send_keys(SPACE)
        link = found(page, "tr.line a")[0]
        assert link.is_displayed()
        link.send_keys(ENTER)
        assert found(page, "[id='plan1-1.1.1']")[0].is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

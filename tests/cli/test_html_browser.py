"""The HTML report in a headless browser: filters, keyboard, silence on the network, room on a phone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancmp.alignment.gaps import GapReport
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render.html import render_report
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.browser import attributes, choose, focused, found, log, open_file, requests
from tests.cli.hostile_reports import poisoned

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

CELLS = "#map a[id][data-verdict]"
SHOWN_CELLS = f"{CELLS}:not([aria-disabled])"
SHOWN_ENTRIES = "#evidence details[data-verdict]:not([hidden])"
SHOWN_GAPS = "#gaps tr[data-verdict]:not([hidden])"


@pytest.fixture
def page(browser: Chrome, report: GapReport, tmp_path: Path) -> Chrome:
    """The report of two plans, opened on a desk."""
    return open_page(browser, [report, report], tmp_path)


def open_page(browser: Chrome, reports: list[GapReport], folder: Path, width: int = 1280) -> Chrome:
    file = folder / "report.html"
    file.write_text(render_report(reports, RenderOptions(Words(Language.CHINESE))), encoding="utf-8")
    return open_file(browser, file, width)


def select(page: Chrome, name: str, value: str) -> None:
    choice = found(page, f"select[name={name}] option[value='{value}']")[0]
    choice.click()


def test_verdicts_filter_the_map_the_evidence_and_the_gaps(page: Chrome) -> None:
    assert len(found(page, SHOWN_CELLS)) == 6
    choose(page, "input[value=weakened]")
    for selector in (SHOWN_CELLS, SHOWN_ENTRIES, SHOWN_GAPS):
        assert attributes(page, selector, "data-verdict") == {"weakened"}
    assert found(page, "#shown")[0].text == "显示 2 / 6 处判定"
    choose(page, "input[value=omitted]")
    assert attributes(page, SHOWN_CELLS, "data-verdict") == {"weakened", "omitted"}
    choose(page, "#filters button[type=reset]")
    page.execute_async_script("setTimeout(arguments[0], 20)")
    assert len(found(page, SHOWN_CELLS)) == 6


def test_programmes_and_reasons_filter_too(page: Chrome) -> None:
    select(page, "programme", "3")
    assert attributes(page, SHOWN_CELLS, "data-programme") == {"3"}
    assert [row.is_displayed() for row in found(page, "#map tbody")] == [False, False, False, True, True]
    select(page, "programme", "")
    select(page, "reason", "target_lowered")
    assert attributes(page, SHOWN_CELLS, "id") == {"at-plan1-1.2", "at-plan2-1.2"}
    select(page, "programme", "3")
    assert not found(page, SHOWN_CELLS)
    assert "没有符合筛选条件的措施" in found(page, "[data-empty-for=map]")[0].text


@pytest.mark.parametrize("key", ["\ue007", " "])  # Enter, Space
def test_evidence_opens_by_keyboard_and_escape_leads_back(page: Chrome, key: str) -> None:
    cells = found(page, CELLS)
    assert [cell.get_attribute("tabindex") for cell in cells] == ["0", *["-1"] * 5]
    cells[0].send_keys("\ue015")  # down
    focused(page).send_keys("\ue014")  # right
    cell = focused(page)
    entry = found(page, "details:has(> #plan2-1\\.2)")[0]
    assert cell.get_attribute("id") == "at-plan2-1.2"
    assert entry.get_attribute("open") is None
    cell.send_keys(key)
    assert entry.get_attribute("open") is not None
    assert found(page, "#plan2-1\\.2 .proof mark")[0].is_displayed()
    assert focused(page).tag_name == "summary"
    assert cell.get_attribute("aria-current") == "true"
    focused(page).send_keys("\ue00c")  # escape
    assert focused(page) == cell


def test_arrows_skip_what_is_filtered_out(page: Chrome) -> None:
    choose(page, "input[value=adopted]")
    choose(page, "input[value=omitted]")
    found(page, SHOWN_CELLS)[0].send_keys("\ue015")
    assert focused(page).get_attribute("id") == "at-plan1-3.2"


def test_the_focus_is_visible(page: Chrome) -> None:
    found(page, CELLS)[0].send_keys("\ue015")
    assert page.execute_script("return getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_gap_leads_to_its_evidence_even_when_that_is_filtered_out(page: Chrome) -> None:
    select(page, "reason", "target_lowered")
    choose(page, "#gaps tr[data-verdict]:not([hidden]) .jump")
    assert found(page, "#plan1-1\\.2")[0].is_displayed()
    choose(page, "input[value=adopted]")
    page.execute_script("document.querySelector('.fold details').open = true")
    choose(page, ".fold .jump")
    assert found(page, "#plan1-1\\.2")[0].is_displayed()


def test_an_address_with_a_measure_opens_it(browser: Chrome, report: GapReport, tmp_path: Path) -> None:
    page = open_page(browser, [report], tmp_path)
    page.get("about:blank")
    page.get((tmp_path / "report.html").as_uri() + "#plan1-1.1")
    assert found(page, "#plan1-1\\.1")[0].is_displayed()


def test_paper_shows_every_proof(page: Chrome) -> None:
    page.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert not found(page, "details:not([open], .around)")
    page.execute_script("dispatchEvent(new Event('afterprint'))")
    assert found(page, "details:not([open], .around)")


def test_long_lists_show_their_beginning_until_all_is_asked_for(
    browser: Chrome, report: GapReport, tmp_path: Path
) -> None:
    page = open_page(browser, [report] * 7, tmp_path)
    gaps = found(page, "#gaps tbody tr")
    assert len(gaps) == 21
    assert sum(gap.is_displayed() for gap in gaps) == 15
    choose(page, "#gaps ~ .more")
    assert all(gap.is_displayed() for gap in gaps)


@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("count", [1, 4, 7])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows_nothing_complains_nothing_is_fetched(  # noqa: PLR0913, PLR0917 - a cross of cases
    browser: Chrome, report: GapReport, tmp_path: Path, hostile: bool, count: int, width: int
) -> None:
    shown = poisoned(report) if hostile else report
    page = open_page(browser, [shown] * count, tmp_path, width)
    choose(page, "[data-all=open]")
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    assert page.title != "run"
    assert log(page, "browser") == []
    assert {url.partition(":")[0] for url in requests(page)} <= {"file", "data", "about"}


def test_a_phone_shows_four_plans_without_sliding_the_map(
    browser: Chrome, report: GapReport, tmp_path: Path
) -> None:
    page = open_page(browser, [report] * 4, tmp_path, 390)
    wide = page.execute_script(
        "const map = document.querySelector('.map'); return map.scrollWidth - map.clientWidth"
    )
    assert wide <= 0
    smallest = min(cell.size["height"] for cell in found(page, CELLS))
    assert smallest >= 36


def test_injected_script_stays_text(browser: Chrome, report: GapReport, tmp_path: Path) -> None:
    plan = report.comparison.plan._replace(name="<img src=x onerror=\"document.title='run'\">")
    hostile = replace(report, comparison=report.comparison._replace(plan=plan))
    page = open_page(browser, [hostile, hostile], tmp_path)
    assert "onerror" in page.title
    assert not found(page, "img")

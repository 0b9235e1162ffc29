"""A headless Chromium for tests of pages: how it is started, and how a page in it is looked at."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def start_browser(profile: Path) -> Chrome:
    """A browser with a fresh profile that notes every request and every console message; skips where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no browser: chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for option in (*OPTIONS, f"--user-data-dir={profile}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chromium: Chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    return chromium


def open_file(browser: Chrome, file: Path, width: int = 1280, scheme: str = "light") -> Chrome:
    """A page on a desk or a phone, in light or dark."""
    metrics = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get("about:blank")
    log(browser, "browser")
    log(browser, "performance")
    browser.get(file.as_uri())
    return browser


def log(page: Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser noted since it was last asked, of one kind."""
    untyped: Any = page
    return list(untyped.get_log(kind))


def found(page: Chrome, selector: str) -> list[WebElement]:
    return page.find_elements("css selector", selector)


def choose(page: Chrome, selector: str) -> None:
    page.execute_script("arguments[0].click()", found(page, selector)[0])


def attributes(page: Chrome, selector: str, name: str) -> set[str | None]:
    return {element.get_attribute(name) for element in found(page, selector)}


def focused(page: Chrome) -> WebElement:
    return page.switch_to.active_element


def requests(page: Chrome) -> list[str]:
    messages = (json.loads(entry["message"])["message"] for entry in log(page, "performance"))
    return [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]

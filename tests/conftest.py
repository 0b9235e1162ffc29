"""What the whole suite knows: the option that rewrites golden files, where errors are logged, and what CI must run."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

_PARDONED = "superuser"
"""What the reason names where CI too may skip a test: it runs as one user. A missing program is no reason there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing"
    )


@pytest.fixture(autouse=True)
def error_log(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a run logs unexpected errors: not in the home of whoever runs the tests."""
    folder = tmp_path_factory.getbasetemp()
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder / "plancmp" / "errors.log"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _must_run((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _must_run((yield))


def _must_run(report: Report) -> Report:
    """The report, a failure where CI skipped what it could run."""
    if os.environ.get("CI") == "true" and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2]
        if _PARDONED not in reason and not hasattr(report, "wasxfail"):
            report.outcome, report.longrepr = "failed", f"CI must run this: {reason}"
    return report

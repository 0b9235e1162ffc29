"""The page of the error catalogue is in step with the bad files, and leaves nothing out."""

from __future__ import annotations

from plancmp.plans.encoding.problems import Problem
from plancmp.plans.faults import FaultKind
from tools.error_page import PAGE, error_page


def test_the_published_page_is_what_make_docs_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == error_page()


def test_every_kind_of_fault_and_of_refusal_is_on_the_page() -> None:
    page = error_page()
    assert [kind for kind in FaultKind if f"### `{kind}`\n" not in page] == []
    assert [problem for problem in Problem if f"| `{problem}` |" not in page] == []

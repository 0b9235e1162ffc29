"""The guides show what a new user sees: every console block is run and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.guide import GUIDES, run_guide


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_command_of_the_guide_gives_the_output_it_shows(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert text.count("\n$ ") >= 4
    assert run_guide(text) == text

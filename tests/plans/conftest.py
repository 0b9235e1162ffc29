"""A library of short plans to read, to find and to check against; their words are the real documents'."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plancmp.plans.library import Library

ERRORS = Path(__file__).parents[1] / "errors"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The fixture library in a directory of its own, to which a test may add files."""
    directory = tmp_path / "library"
    shutil.copytree(ERRORS / "library", directory)
    return Library(directory)

"""From a name on the command line to a plan."""

from __future__ import annotations

from pathlib import Path

from plancmp.plans.library import DEFAULT_DIRECTORY, Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan


def open_library(directory: Path | None) -> Library:
    """The plans of a folder; those of the package for None."""
    return Library(directory or DEFAULT_DIRECTORY)


def load_named(library: Library, name: str) -> Plan:
    """The plan of this id, alias or path.

    Raises:
        UnknownPlan: nothing goes by this name.
        InvalidPlan: the file has faults.
    """
    return load_plan(library.find(name))

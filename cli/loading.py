"""From a name on the command line to a plan."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plancmp.cli.errors import CommandError
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


def local_paths(library: Library, names: Iterable[str], reference: Plan) -> tuple[Path, ...]:
    """The files of the plans named, each once; of every plan that is not the reference when none is named.

    Raises:
        UnknownPlan: nothing goes by one of the names.
        CommandError: no plan is named and the library holds none but the reference.
    """
    named = tuple(dict.fromkeys(library.find(name) for name in names))
    paths = named or tuple(path for path in library.paths() if path.stem != reference.id)
    if not paths:
        raise CommandError("error.no_local_plan", directory=library.directory)
    return paths

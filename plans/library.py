"""A directory of plan files: which plans it holds, and finding one by id, name, alias or path."""

from __future__ import annotations

import difflib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plancmp.plans.faults import InvalidPlan
from plancmp.plans.reading import Header, read_header

DEFAULT_DIRECTORY = Path(__file__).parent
_SUFFIXES = (".yaml", ".yml")


class UnknownPlan(Exception):  # noqa: N818 - it names the fault of the input, not of the program
    """No plan, or no single plan, goes by this name; `suggestions` are names that one goes by."""

    def __init__(self, name: str, suggestions: tuple[str, ...]) -> None:
        self.name = name
        self.suggestions = suggestions
        super().__init__(name, suggestions)


@dataclass(frozen=True)
class Library:
    """The plan files (*.yaml) of one directory, each named after its plan's id."""

    directory: Path = DEFAULT_DIRECTORY

    def paths(self) -> tuple[Path, ...]:
        """Every plan file, sorted by id; none if there is no such directory."""
        files = (path for path in self.directory.glob("*.yaml") if path.is_file())
        return tuple(sorted(files, key=lambda path: path.stem))

    def path_of(self, plan_id: str) -> Path | None:
        """The file of the plan with exactly this id, if the directory has one."""
        # An id names a file in this directory; anything that could lead out of it is no id.
        if plan_id in {"", ".", ".."} or _has_separator(plan_id):
            return None
        path = self.directory / f"{plan_id}.yaml"
        try:
            return path if path.is_file() else None
        except OSError:  # longer than a file's name may be
            return None

    @cached_property
    def headers(self) -> tuple[tuple[Path, Header], ...]:
        """Each file with its plan's header; files whose header has faults are left out."""
        return tuple(self._readable_headers())

    def find(self, name: str) -> Path:
        """The file of a plan by its id, by a path to a YAML file, or by its name or an alias in any case.

        A path is returned as it is, whether there is such a file or not.

        Raises:
            UnknownPlan: if no plan goes by this name, or several do.
        """
        if path := self.path_of(name):
            return path
        if _has_separator(name) or name.lower().endswith(_SUFFIXES):
            return Path(name)
        matches = [(path, header) for path, header in self.headers if _key(name) in _keys(header)]
        if len(matches) == 1:
            return matches[0][0]
        raise UnknownPlan(name, tuple(header.id for _, header in matches) or self._suggestions(name))

    def _readable_headers(self) -> Iterator[tuple[Path, Header]]:
        for path in self.paths():
            try:
                yield path, read_header(path)
            except InvalidPlan:
                continue  # one faulty file must not hide the others; checking tells its faults

    def _suggestions(self, name: str) -> tuple[str, ...]:
        labels = {_key(label): label for _, header in self.headers for label in labels_of(header)}
        return tuple(labels[key] for key in difflib.get_close_matches(_key(name), labels, 3, 0.5))


def labels_of(header: Header) -> tuple[str, ...]:
    """What a plan goes by: its id, its name, its aliases."""
    return (header.id, header.name, *header.aliases)


def same_label(one: str, other: str) -> bool:
    """Do two labels name the same plan? Case and full or half width do not count."""
    return _key(one) == _key(other)


def _keys(header: Header) -> set[str]:
    return {_key(label) for label in labels_of(header)}


def _key(label: str) -> str:
    return unicodedata.normalize("NFKC", label).casefold().strip()


def _has_separator(name: str) -> bool:
    return any(separator in name for separator in (os.sep, os.altsep) if separator)

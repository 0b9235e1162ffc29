"""Folders of plan files: which plans they hold, and finding one by id, name, alias or path."""

from __future__ import annotations

import difflib
import filecmp
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from plancmp.plans.faults import InvalidPlan
from plancmp.plans.model import Plan
from plancmp.plans.reading import PlanIdentity, load_plan, read_identity

DEFAULT_DIRECTORY = Path(__file__).parent
_RECONSTRUCTION = DEFAULT_DIRECTORY / "shandong.yaml"
_SUFFIXES = (".yaml", ".yml")


class UnknownPlan(Exception):  # noqa: N818 - it names the fault of the input, not of the program
    """No plan, or no single plan (`several`), goes by this name; `suggestions` are names that one goes by."""

    def __init__(self, name: str, suggestions: tuple[str, ...], *, several: bool = False) -> None:
        self.name, self.suggestions, self.several = name, suggestions, several
        super().__init__(name, suggestions)


@dataclass(frozen=True)
class Library:
    """The plan files (*.yaml) of one or more folders, each named after its plan's id.

    `further` are folders whose plans are there too, unless a folder before them has one of the same id.
    """

    directory: Path = DEFAULT_DIRECTORY
    further: tuple[Path, ...] = ()

    @property
    def directories(self) -> tuple[Path, ...]:
        """The folders, the one that goes before the others first."""
        return (self.directory, *self.further)

    def paths(self) -> tuple[Path, ...]:
        """Every plan file, sorted by id, one for each id; none if there are no such folders."""
        first = {path.stem: path for folder in reversed(self.directories) for path in _plan_files(folder)}
        return tuple(first[stem] for stem in sorted(first))

    def replaced(self) -> tuple[tuple[Path, Path], ...]:
        """Each plan file that stands in for another of the same id, and that other one.

        Copies with the same bytes are left out: there it makes no difference which is read.
        """
        first = {path.stem: path for path in self.paths()}
        others = (path for folder in self.further for path in sorted(_plan_files(folder)))
        return tuple((first[path.stem], path) for path in others if not _same_bytes(first[path.stem], path))

    def seen_from(self, path: Path) -> Library:
        """The same folders, that of this file before the others if it is one of them.

        What a reference quotes are the plans beside it, whatever another folder has under their ids.
        """
        own = self.from_folder_of(path)
        return Library(own.directory, (*own.further, *self.directories)) if own else self

    def from_folder_of(self, path: Path) -> Library | None:
        """The folder that this file is in and those after it; None if it is in none of them."""
        parent = path.parent.resolve()
        for place, folder in enumerate(self.directories):
            if folder.resolve() == parent:
                return Library(folder, self.directories[place + 1 :])
        return None

    def path_of(self, plan_id: str) -> Path | None:
        """The file of the plan with exactly this id, if one of the folders has it."""
        # An id names a file in these folders; anything that could lead out of them is no id.
        if plan_id in {"", ".", ".."} or _has_separator(plan_id):
            return None
        files = (folder / f"{plan_id}.yaml" for folder in self.directories)
        try:
            return next((path for path in files if path.is_file()), None)
        except OSError:  # longer than a file's name may be
            return None

    @cached_property
    def identities(self) -> tuple[tuple[Path, PlanIdentity], ...]:
        """Each file with its plan's identity; files whose identity has faults are left out."""
        return tuple(self._readable_identities())

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
        matches = [(path, identity) for path, identity in self.identities if _key(name) in _keys(identity)]
        if len(matches) == 1:
            return matches[0][0]
        if matches:
            raise UnknownPlan(name, tuple(identity.id for _, identity in matches), several=True)
        raise UnknownPlan(name, self.similar(name))

    def _readable_identities(self) -> Iterator[tuple[Path, PlanIdentity]]:
        for path in self.paths():
            try:
                yield path, read_identity(path)
            except InvalidPlan:
                continue  # one faulty file must not hide the others; checking tells its faults

    def similar(self, name: str) -> tuple[str, ...]:
        """Up to three labels of plans that look like this one."""
        labels = {_key(label): label for _, identity in self.identities for label in labels_of(identity)}
        return tuple(labels[key] for key in difflib.get_close_matches(_key(name), labels, 3, 0.5))


def _plan_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*.yaml") if path.is_file())


def _same_bytes(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or filecmp.cmp(one, other, shallow=False)
    except OSError:  # one that cannot be read is told by whoever reads it
        return False


def labels_of(identity: PlanIdentity) -> tuple[str, ...]:
    """What a plan goes by: its id, its name, its aliases."""
    return (identity.id, identity.name, *identity.aliases)


def same_label(one: str, other: str) -> bool:
    """Do two labels name the same plan? Case and full or half width do not count."""
    return _key(one) == _key(other)


def _keys(identity: PlanIdentity) -> set[str]:
    return {_key(label) for label in labels_of(identity)}


def _key(label: str) -> str:
    return unicodedata.normalize("NFKC", label).casefold().strip()


def _has_separator(name: str) -> bool:
    return any(separator in name for separator in (os.sep, os.altsep) if separator)


@cache
def shipped_reconstruction() -> Plan:
    """The reconstructed reference that comes with the package."""
    return load_plan(_RECONSTRUCTION)

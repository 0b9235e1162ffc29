"""From names on the command line to plans: which files are meant, which of them are compared, what may be written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plancmp.alignment.pair_caveats import implements, is_above
from plancmp.alignment.result import PlanHeader
from plancmp.cli.errors import CommandError
from plancmp.cli.messages import Words
from plancmp.plans import library as plan_library
from plancmp.plans.library import Library, UnknownPlan
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan

if TYPE_CHECKING:
    from plancmp.cli.places import Places


def open_library(directories: Sequence[Path] | None, say: Words) -> Library:
    """The plans of these folders and those of the package.

    A plan that stands in for another of the same id is told on standard error.
    """
    library = Library(*_folders(directories))
    for path, hidden in library.replaced() if library.further else ():
        typer.echo(say("library.replaced", id=path.stem, path=path, hidden=hidden.parent), err=True)
    return library


def with_names(say: Words, library: Library) -> Words:
    """The same words, which call the plans of a library by their names, or by the glosses of these."""
    identities = [identity for _, identity in library.identities]
    named = replace(say, names={identity.id: identity.name for identity in identities})
    return named.knowing((each.name, each.name_gloss) for each in identities if each.name_gloss)


def names_of_witnesses(reference: Plan, library: Library, say: Words) -> dict[str, str]:
    """The names to show for the witnesses of a reference, and for all plans of a library, by id."""
    named = with_names(say, library)
    witnesses = {witness.plan for commitment in reference.commitments for witness in commitment.witnesses}
    return {**named.names, **{plan: named.witness(plan) for plan in witnesses}}


def ids_beginning_with(start: str, directories: Sequence[Path] | None) -> list[str]:
    """The ids of the plans of these folders and of the package's that begin so, for shell completion."""
    return [path.stem for path in Library(*_folders(directories)).paths() if path.stem.startswith(start)]


def measures_beginning_with(start: str, plan: str, directories: Sequence[Path] | None) -> list[str]:
    """The ids of the measures and sections of a plan that begin so, for shell completion; none if it cannot be read."""
    from plancmp.plans.faults import InvalidPlan

    try:
        named = load_plan(Library(*_folders(directories)).find(plan))
    except (InvalidPlan, plan_library.UnknownPlan):
        return []
    return [part.id for part in named.parts if part.id.startswith(start)]


def _folders(directories: Sequence[Path] | None) -> tuple[Path, tuple[Path, ...]]:
    first, *others = [*(directories or ()), plan_library.DEFAULT_DIRECTORY]
    return first, tuple(others)


def load_named(library: Library, name: str) -> Plan:
    """The plan of this id, alias or path.

    Raises:
        UnknownPlan: nothing goes by this name, or several plans do.
        InvalidPlan: the file has faults.
    """
    return load_plan(library.find(name))


def find_id(library: Library, plan_id: str) -> Path:
    """The file of the plan with this id, which some data names: data may not name a path, nor a plan by alias.

    Raises:
        UnknownPlan: there is no such plan.
    """
    path = library.path_of(plan_id)
    if path is None:
        raise UnknownPlan(plan_id, ())
    return path


def load_pair(library: Library, reference: str, plan: str, command: str, *further: str) -> tuple[Plan, Plan]:
    """The reference and the plan of these names; `command` was typed before them, `further` behind them.

    Raises:
        UnknownPlan: nothing goes by one of the names, or several plans do.
        InvalidPlan: a file has faults.
        CommandError: it is the reference that implements the plan.
    """
    base, local = load_named(library, reference), load_named(library, plan)
    if implements(base, local):
        right = " ".join(("plancmp", command, plan, reference, *further))
        raise CommandError("error.wrong_order", plan=base.name, reference=local.name, command=right)
    return base, local


class Gathering:
    """The plans that are compared with one reference, as files and, once they are read, as plans.

    Args:
        library: where names are looked up.
        reference: the reference as it was named.
        names: the plans as they were named; none for every plan that may answer to the reference.
        command: the command that compares, such as `report`.

    Attributes:
        base: the reference.
        paths: the plans' files, each once; without names some may turn out to be no plans to compare.
        files: the reference's file and those.

    Raises:
        UnknownPlan: nothing goes by one of the names, or several plans do.
        InvalidPlan: the reference has faults.
        CommandError: the reference is named among the plans, or there is no plan but the reference.
    """

    def __init__(self, library: Library, reference: str, names: Sequence[str], command: str) -> None:
        path = library.find(reference)
        self.base = load_plan(path)
        self._reference, self._names, self._command = reference, names, command
        self._folders = os.pathsep.join(map(str, library.directories))
        self._files = {self.base.id: path}
        self.paths = self._find(library, path)
        self.files = (path, *self.paths)

    def plans(self) -> Iterator[Plan]:
        """The plans that are compared, read one by one.

        Raises:
            InvalidPlan: a file has faults.
            CommandError: see `takes`.
        """
        taken = 0
        for path in self.paths:
            plan = load_plan(path)
            if self.takes(plan, path):
                taken += 1
                yield plan
        if not taken:
            raise self.nobody

    def places(self, plans: Iterable[Plan]) -> dict[str, Places]:
        """Where quotes of these of the plans stand, by the plan's id."""
        from plancmp.cli.places import Places

        return {plan.id: Places(self._files[plan.id], plan) for plan in plans}

    @property
    def nobody(self) -> CommandError:
        """The error that there is no plan to compare."""
        return CommandError("error.no_local_plan", directory=self._folders)

    def takes(self, plan: Plan | PlanHeader, path: Path) -> bool:
        """Whether this plan, from this file, is compared.

        Raises:
            CommandError: another plan has the same id, or the reference implements a plan that was named.
        """
        if not self._names and self._is_above(plan):
            return False
        if implements(self.base, plan):
            right = f"plancmp {self._command} {self._reference} --reference {self._name_of(plan)}"
            raise CommandError("error.wrong_order", plan=self.base.name, reference=plan.name, command=right)
        other = self._files.setdefault(plan.id, path)
        if other == path:
            return True
        if _same_file(other, path):  # named twice, in two ways
            return False
        raise CommandError("error.same_id", id=plan.id, one=other, other=path)

    def _find(self, library: Library, reference: Path) -> tuple[Path, ...]:
        named = {name: library.find(name) for name in self._names}
        locals_ = [name for name, path in named.items() if not _same_file(path, reference)]
        if len(locals_) < len(named):
            raise self._names_reference(locals_)
        paths = dict.fromkeys(named.values()) or [
            path for path in library.paths() if path.stem != self.base.id and not _same_file(path, reference)
        ]
        if not paths:
            raise self.nobody
        return tuple(paths)

    def _names_reference(self, others: Iterable[str]) -> CommandError:
        plans = " ".join(others) or "PLAN"
        right = f"plancmp {self._command} {plans} --reference {self._reference}"
        return CommandError("error.names_reference", reference=self.base.name, command=right)

    def _is_above(self, plan: Plan | PlanHeader) -> bool:
        """Whether a plan is the reference's own document, or one above it, which cannot answer to it."""
        number = self.base.document_number
        same = number is not None and plan.document_number == number
        return same or implements(self.base, plan) or is_above(plan, self.base) is True

    def _name_of(self, plan: Plan | PlanHeader) -> str:
        return self._names[0] if len(self._names) == 1 else plan.id


def keep_input(output: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse to write over what is read.

    Raises:
        CommandError: the file to write is one of the inputs, under whatever name.
    """
    if output is None or not output.is_file():
        return
    for path in inputs:
        if _same_file(path, output):
            raise CommandError("error.output_is_input", path=output)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:  # one that is not there is told by whoever reads it
        return False

"""Reading plan files: from a path to a valid plan with the line of everything in it, or to every fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind, InvalidPlan, Violation, locate, upwards
from plancmp.plans.files import read_text
from plancmp.plans.model import Gloss, Plan, PlanId, Text
from plancmp.plans.validation import consistency_violations, faulty_paths, partial_model, schema_violations
from plancmp.plans.yaml_reader import ParsedYaml, read_yaml

_PLAN_SIGNS = re.compile(
    r"""^[{\s]*["']?(?:schema["']?\s*:\s*["']?plancmp/|programmes["']?\s*:)""", re.MULTILINE
)
"""What only a plan has: the line that says so, or programmes."""
_PROGRAMMES = re.compile(r"^programmes[ \t]*:", re.MULTILINE)


class PlanFile(NamedTuple):
    """A plan, the file it is in, and the line (from 1) of each model path, such as programmes[0].title."""

    plan: Plan
    path: Path
    lines: Mapping[str, int]


class Examination(NamedTuple):
    """What a file holds and every fault found in reading it.

    `plan_file` is none where the file could not be parsed. `blanks` are the model paths of faulty values,
    which its plan holds as blanks: nothing that is found there counts.
    """

    plan_file: PlanFile | None
    faults: tuple[Fault, ...]
    blanks: frozenset[str] = frozenset()

    def is_blank(self, path: str) -> bool:
        """Is the value at this model path a blank, or inside one?"""
        return any(part in self.blanks for part in upwards(path))


class PlanIdentity(BaseModel):
    """What a plan goes by."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")

    id: PlanId
    name: Text
    name_gloss: Gloss | None = None
    aliases: tuple[Text, ...] = ()
    title: Text


def load_plan(path: Path) -> Plan:
    """The plan in a file.

    Raises:
        InvalidPlan: with every fault of the file.
    """
    return read_plan_file(path).plan


def read_plan_file(path: Path) -> PlanFile:
    """The plan in a file, with the line of each of its parts.

    Raises:
        InvalidPlan: with every fault of the file.
    """
    examination = examine_plan_file(path)
    if examination.faults or examination.plan_file is None:
        raise InvalidPlan(examination.faults)
    return examination.plan_file


def examine_plan_file(path: Path) -> Examination:
    """Read a file as far as it can be read; faults are returned, by line, and never raised."""
    try:
        text = read_text(path)
    except InvalidPlan as unreadable:
        return Examination(None, unreadable.faults)
    examination = _examine_text(text, path)
    if examination.faults and not _PLAN_SIGNS.search(text):
        return examination._replace(faults=tuple(map(_without_quote, examination.faults)))
    return examination


def read_identity(path: Path) -> PlanIdentity:
    """What a plan goes by, without reading its programmes where the header stands before them.

    Raises:
        InvalidPlan: with the faults of the whole text if the header cannot be read.
    """
    text = read_text(path)
    programmes = _PROGRAMMES.search(text)
    identity = _identity(text[: programmes.start()], path) if programmes else None
    return identity or _identity_in_any_layout(text, path)


def _examine_text(text: str, path: Path) -> Examination:
    parsed = read_yaml(text, str(path))
    if not parsed.complete:
        return Examination(None, tuple(sorted(parsed.faults)))
    return _examine_parsed(parsed, path)


def _without_quote(fault: Fault) -> Fault:
    """A fault of a file that is no plan, without the line it quotes.

    A link in the folder may lead anywhere, and what stands there may be none of the reader's business.
    """
    if fault.kind is FaultKind.YAML_SYNTAX:
        return fault._replace(found="…")
    return fault._replace(found="text") if fault.kind is FaultKind.WRONG_TYPE else fault


def _examine_parsed(parsed: ParsedYaml, path: Path) -> Examination:
    violations: list[Violation] = []
    try:
        plan, blanks = Plan.model_validate(parsed.data), frozenset[str]()
    except ValidationError as error:
        violations += islice(schema_violations(Plan, error), MOST_FAULTS + 1)
        # Of more than are told there is no need to look for those of the partial plan.
        if not isinstance(parsed.data, dict) or len(violations) > MOST_FAULTS:
            return Examination(None, _sorted_faults(parsed, violations))
        blanks = faulty_paths(error)
        plan = partial_model(Plan, parsed.data, blanks)
    examination = Examination(PlanFile(plan, path, parsed.lines), (), blanks)
    violations += (each for each in consistency_violations(plan) if not examination.is_blank(each.path))
    return examination._replace(faults=_sorted_faults(parsed, violations))


def _sorted_faults(parsed: ParsedYaml, violations: Iterable[Violation]) -> tuple[Fault, ...]:
    return tuple(sorted((*parsed.faults, *locate(violations, parsed.file, parsed.lines))))


def _identity(text: str, path: Path) -> PlanIdentity | None:
    parsed = read_yaml(text, str(path))
    try:
        return PlanIdentity.model_validate(parsed.data) if parsed.complete and not parsed.faults else None
    except ValidationError:
        return None


def _identity_in_any_layout(text: str, path: Path) -> PlanIdentity:
    parsed = read_yaml(text, str(path))
    if not parsed.complete:
        raise InvalidPlan(parsed.faults)
    try:
        return PlanIdentity.model_validate(parsed.data)
    except ValidationError as error:
        violations = schema_violations(PlanIdentity, error)
        raise InvalidPlan((*parsed.faults, *locate(violations, parsed.file, parsed.lines))) from error

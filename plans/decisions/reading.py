"""Reading decisions files: from a path to decisions with the line of everything in them, or to every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import ValidationError

from plancmp.plans.decisions.model import MODEL, DecidedReason, Decision, Decisions
from plancmp.plans.faults import Fault, FaultKind, InvalidPlan, Violation, locate, upwards
from plancmp.plans.files import read_text
from plancmp.plans.validation import faulty_paths, partial_model, schema_violations
from plancmp.plans.yaml_reader import ParsedYaml, read_yaml

_SIGN = re.compile(r"""^[{\s]*["']?schema["']?\s*:\s*["']?plancmp/decisions/""", re.MULTILINE)
_ITEMS = ("commitment", "measure")
_OF_MEASURES = "commitment_omitted"
_REASONS = tuple(reason for reason in get_args(DecidedReason) if reason != _OF_MEASURES)


class DecisionsFile(NamedTuple):
    """Decisions, the file they are in, its text, and the line (from 1) of each model path, such as entries[0].by."""

    decisions: Decisions
    path: Path
    text: str
    lines: Mapping[str, int]


class DecisionsExamination(NamedTuple):
    """What a file holds and every fault found in reading it; `file` is none where it could not be parsed.

    `blanks` are the model paths of faulty values: nothing that is found there counts.
    """

    file: DecisionsFile | None
    faults: tuple[Fault, ...]
    blanks: frozenset[str] = frozenset()

    def is_blank(self, path: str) -> bool:
        """Is the value at this model path a blank, or inside one?"""
        return any(part in self.blanks for part in upwards(path))


def holds_decisions(path: Path) -> bool:
    """Whether a file says that it is one of decisions; not where it cannot be read."""
    try:
        return _SIGN.search(read_text(path)) is not None
    except InvalidPlan:
        return False


def load_decisions(path: Path) -> DecisionsFile:
    """The decisions in a file.

    Raises:
        InvalidPlan: with every fault of the file.
    """
    examination = examine_decisions_file(path)
    if examination.faults or examination.file is None:
        raise InvalidPlan(examination.faults)
    return examination.file


def examine_decisions_file(path: Path) -> DecisionsExamination:
    """Read a file as far as it can be read; faults are returned, by line, and never raised."""
    try:
        text = read_text(path)
    except InvalidPlan as unreadable:
        return DecisionsExamination(None, unreadable.faults)
    parsed = read_yaml(text, str(path))
    if not parsed.complete:
        return DecisionsExamination(None, tuple(sorted(parsed.faults)))
    return _examine(parsed, path, text)


def _examine(parsed: ParsedYaml, path: Path, text: str) -> DecisionsExamination:
    violations: list[Violation] = []
    blanks: frozenset[str] = frozenset()
    try:
        decisions = Decisions.model_validate(parsed.data)
    except ValidationError as error:
        violations += schema_violations(Decisions, error)
        if not isinstance(parsed.data, dict):
            return DecisionsExamination(None, _sorted(parsed, violations))
        blanks = faulty_paths(error)
        decisions = partial_model(Decisions, parsed.data, blanks)
    examination = DecisionsExamination(DecisionsFile(decisions, path, text, parsed.lines), (), blanks)
    violations += (each for each in _inconsistencies(decisions) if not examination.is_blank(each.path))
    return examination._replace(faults=_sorted(parsed, violations))


def _sorted(parsed: ParsedYaml, violations: list[Violation]) -> tuple[Fault, ...]:
    return tuple(sorted((*parsed.faults, *locate(violations, parsed.file, parsed.lines))))


def _inconsistencies(decisions: Decisions) -> Iterator[Violation]:
    """What makes an entry impossible to apply."""
    for number, entry in enumerate(decisions.entries):
        path = f"entries[{number}]"
        yield from _item(path, entry)
        yield from _proof(path, entry)
        yield from _reader(path, entry)
        yield from _day(path, entry)


def _item(path: str, entry: Decision) -> Iterator[Violation]:
    if (entry.commitment is None) == (entry.measure is None):
        yield Violation(path, FaultKind.ONE_ITEM, expected=", ".join(_ITEMS))


def _proof(path: str, entry: Decision) -> Iterator[Violation]:
    """What a verdict goes with: a weakened commitment with reasons, all but an omission with quotes."""
    of_measure = entry.measure is not None
    if entry.verdict == "weakened" and not entry.reasons and not of_measure:
        yield Violation(path, FaultKind.MISSING_KEY, expected="reasons")
    if entry.verdict in {"adopted", "omitted"} and entry.reasons:
        yield Violation(f"{path}.reasons", FaultKind.REASONS_MISPLACED, entry.verdict)
    if entry.verdict == "omitted" and entry.quotes:
        yield Violation(f"{path}.quotes", FaultKind.QUOTES_MISPLACED, entry.verdict)
    if entry.verdict in {"adopted", "weakened"} and not entry.quotes:
        yield Violation(path, FaultKind.MISSING_KEY, expected="quotes")
    for number, reason in enumerate(entry.reasons):
        if reason == _OF_MEASURES and not of_measure:
            yield Violation(f"{path}.reasons[{number}]", FaultKind.BAD_CHOICE, reason, ", ".join(_REASONS))


def _reader(path: str, entry: Decision) -> Iterator[Violation]:
    """A language model proposes, whatever the file says."""
    if entry.by.startswith(MODEL) and entry.status == "decided":
        yield Violation(f"{path}.status", FaultKind.BAD_CHOICE, entry.status, "proposed")


def _day(path: str, entry: Decision) -> Iterator[Violation]:
    try:
        date.fromisoformat(entry.at)
    except ValueError:
        yield Violation(f"{path}.at", FaultKind.BAD_DATE, entry.at, "YYYY-MM-DD")

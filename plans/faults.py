"""Faults of plan files: the kinds there are, one fault as a value, and the exception that carries them.

A fault holds short data only (a key, a value, a suggestion); the sentences made of it are the command line's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

LONGEST_EXCERPT = 60
MOST_FAULTS = 200
"""Faults told of one file. Who mends them checks again, and a file with more is hardly a plan."""


class FaultKind(StrEnum):
    """What can be wrong with a plan file."""

    # The file itself
    FILE_MISSING = "file_missing"
    NOT_A_FILE = "not_a_file"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_EMPTY = "file_empty"
    NOT_UTF8 = "not_utf8"
    FORBIDDEN_CHARACTER = "forbidden_character"
    MORE_FAULTS = "more_faults"

    # YAML
    YAML_SYNTAX = "yaml_syntax"
    SEVERAL_DOCUMENTS = "several_documents"
    TOO_DEEP = "too_deep"
    TOO_MANY_VALUES = "too_many_values"
    YAML_TAG = "yaml_tag"
    YAML_ALIAS = "yaml_alias"
    DUPLICATE_KEY = "duplicate_key"
    KEY_NOT_TEXT = "key_not_text"
    NULL_VALUE = "null_value"
    UNQUOTED_NUMBER = "unquoted_number"
    UNQUOTED_BOOLEAN = "unquoted_boolean"
    UNQUOTED_DATE = "unquoted_date"

    # The model
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    EMPTY_TEXT = "empty_text"
    EMPTY_LIST = "empty_list"
    BAD_CHOICE = "bad_choice"
    BAD_ID = "bad_id"
    BAD_DATE = "bad_date"
    OUT_OF_RANGE = "out_of_range"
    PERIOD_REVERSED = "period_reversed"
    REPEATED_ID = "repeated_id"

    # What a plan must hold
    NUMBERING = "numbering"
    INVISIBLE_CHARACTER = "invisible_character"
    MEASURE_TEXT_MISSING = "measure_text_missing"
    COMMITMENTS_MISSING = "commitments_missing"
    TITLE_BASIS_MISPLACED = "title_basis_misplaced"
    FILE_NAME = "file_name"
    NAME_TAKEN = "name_taken"

    # Witnesses and their targets
    TOO_FEW_WITNESSES = "too_few_witnesses"
    WITNESS_PLAN_UNKNOWN = "witness_plan_unknown"
    WITNESS_PLAN_INVALID = "witness_plan_invalid"
    WITNESS_SOURCE_UNKNOWN = "witness_source_unknown"
    WITNESS_MEASURE_UNKNOWN = "witness_measure_unknown"
    QUOTE_ELSEWHERE = "quote_elsewhere"
    QUOTE_NOT_FOUND = "quote_not_found"
    TARGET_NOT_IN_QUOTE = "target_not_in_quote"
    TARGET_WITHOUT_WITNESS = "target_without_witness"
    TARGET_VALUE_UNSUPPORTED = "target_value_unsupported"

    # Decisions
    BAD_FINGERPRINT = "bad_fingerprint"
    ONE_ITEM = "one_item"
    REASONS_MISPLACED = "reasons_misplaced"
    QUOTES_MISPLACED = "quotes_misplaced"
    PLAN_UNKNOWN = "plan_unknown"
    PLAN_INVALID = "plan_invalid"
    ITEM_UNKNOWN = "item_unknown"
    DECISION_SUSPECT = "decision_suspect"
    DECISIONS_DIFFER = "decisions_differ"


class Fault(NamedTuple):
    """One fault: where it is, of what kind, what was found and what was expected.

    `line` counts from 1; `path` is a model path such as programmes[0].measures[1].title, empty for the whole
    file; `found` and `expected` are short data strings, empty where there is nothing to tell.
    """

    file: str
    line: int
    path: str
    kind: FaultKind
    found: str = ""
    expected: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.path}".rstrip(": ")
        return f"{place}: {self.kind} (found {self.found!r}, expected {self.expected!r})"


class Violation(NamedTuple):
    """What a rule finds in a plan: a fault that does not know its file and line yet."""

    path: str
    kind: FaultKind
    found: str = ""
    expected: str = ""


class InvalidPlan(Exception):  # noqa: N818 - it names the fault of the input, not of the program
    """A plan file with faults; `faults` holds every one of them, by line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def excerpt(text: str) -> str:
    """The text on one line, cut to `LONGEST_EXCERPT` characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"


def locate(violations: Iterable[Violation], file: str, lines: Mapping[str, int]) -> tuple[Fault, ...]:
    """The violations as faults of this file, each on the line of the deepest part of its path there is."""
    return tuple(Fault(file, line_of(violation.path, lines), *violation) for violation in violations)


def line_of(path: str, lines: Mapping[str, int]) -> int:
    """The line of a model path, or of the nearest part above it that the file holds."""
    return next((lines[part] for part in upwards(path) if part in lines), 1)


def upwards(path: str) -> Iterator[str]:
    """A model path, the path of what it is part of, and so on up to the whole plan (the empty path)."""
    while path:
        yield path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    yield ""

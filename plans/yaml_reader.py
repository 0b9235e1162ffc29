"""YAML text as plain data, with the line of every value; nothing in it is executed or expanded.

The parser's events are read directly: they tell tags, anchors and duplicate keys, and depth is limited
before the parser's own recursion could be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from plancmp.plans.faults import Fault, FaultKind, excerpt
from plancmp.plans.files import FORBIDDEN
from plancmp.plans.scalars import Unquoted, read_plain

DEEPEST_NESTING = 20
"""Levels. The model's deepest value lies on the tenth."""
MOST_VALUES = 50_000
"""Values in one file. A reference with 120 commitments has some 2,100."""

_CORE_TAG = "tag:yaml.org,2002:"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unusable:
    """Stands for a value that has a fault of its own already."""


@dataclass
class ParsedYaml:
    """A file's data (dict, tuple, str, int, Unquoted, Unusable), its lines by model path, and its faults.

    `complete` is false where parsing had to stop: the data then says nothing about what is missing.
    """

    file: str
    data: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    complete: bool = True


def read_yaml(text: str, file: str) -> ParsedYaml:
    """Parse the text of a plan file; `file` is the name its faults bear."""
    parsed = ParsedYaml(file)
    try:
        _Reader(text, parsed).read_document()
    except yaml.MarkedYAMLError as error:
        parsed.complete = False
        parsed.faults.append(_syntax_fault(error, text, file))
    except _LimitPassedError:
        parsed.complete = False
    return parsed


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, file: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    # The parser notices an open quote or bracket only behind the last line.
    number = min(mark.line + 1 if mark else 1, len(lines))
    if "nesting depth" in (error.problem or ""):  # the parser reads ahead, and has a limit of its own
        return Fault(file, number, "", FaultKind.TOO_DEEP, str(DEEPEST_NESTING + 1), str(DEEPEST_NESTING))
    return Fault(file, number, "", FaultKind.YAML_SYNTAX, excerpt(lines[number - 1]), error.problem or "")


class _LimitPassedError(Exception):
    """A limit is passed; the fault is noted and nothing more is read."""


class _Reader:
    """Reads the events of one document into `parsed`."""

    def __init__(self, text: str, parsed: ParsedYaml) -> None:
        self.parsed = parsed
        self.values = 0
        # A loader's own method: half the time that yaml.parse takes for the same events.
        self.next_event: Callable[[], Any] = _LOADER(text).get_event

    def read_document(self) -> None:
        self.next_event()
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            self.fault(1, "", FaultKind.FILE_EMPTY)
            self.parsed.complete = False
            return
        event = self.next_event()
        self.parsed.data = self.read_value(event, "", _line(event), 1)
        self.next_event()
        following = self.next_event()
        if isinstance(following, yaml.DocumentStartEvent):
            self.fault(_line(following), "", FaultKind.SEVERAL_DOCUMENTS)

    def fault(self, line: int, path: str, kind: FaultKind, found: str = "", expected: str = "") -> None:
        self.parsed.faults.append(Fault(self.parsed.file, line, path, kind, excerpt(found), expected))

    def read_value(self, event: Any, path: str, line: int, depth: int) -> Any:
        self.parsed.lines.setdefault(path, line)
        self.keep_limits(event, path, depth)
        self.refuse_markings(event, path)
        return self.read_content(event, path, depth)

    def read_content(self, event: Any, path: str, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return Unusable()
        if isinstance(event, yaml.ScalarEvent):
            return self.read_scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.read_sequence(path, depth)
        return self.read_mapping(path, depth)

    def keep_limits(self, event: Any, path: str, depth: int) -> None:
        self.values += 1
        if depth > DEEPEST_NESTING:
            self.fault(_line(event), path, FaultKind.TOO_DEEP, str(depth), str(DEEPEST_NESTING))
            raise _LimitPassedError
        if self.values > MOST_VALUES:
            self.fault(_line(event), path, FaultKind.TOO_MANY_VALUES, f"{self.values:,}", f"{MOST_VALUES:,}")
            raise _LimitPassedError

    def refuse_markings(self, event: Any, path: str) -> None:
        if event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.fault(_line(event), path, FaultKind.YAML_ALIAS, sign + event.anchor)
        elif event.tag:
            self.fault(_line(event), path, FaultKind.YAML_TAG, event.tag.replace(_CORE_TAG, "!!", 1))

    def refuse_characters(self, event: yaml.ScalarEvent, path: str) -> None:
        """Refuse characters that a file may not hold where they are written as escapes, as quotes allow."""
        if event.style == '"' and (match := FORBIDDEN.search(event.value)):
            self.fault(_line(event), path, FaultKind.FORBIDDEN_CHARACTER, f"U+{ord(match[0]):04X}")

    def read_scalar(self, event: yaml.ScalarEvent, path: str) -> str | int | Unquoted | Unusable:
        self.refuse_characters(event, path)
        value = read_plain(event.value) if event.implicit[0] else event.value
        if isinstance(value, Unquoted) and value.kind is FaultKind.NULL_VALUE:
            self.fault(_line(event), path, value.kind, value.written)
            return Unusable()
        return value

    def read_sequence(self, path: str, depth: int) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            items.append(self.read_value(event, f"{path}[{len(items)}]", _line(event), depth + 1))
        return tuple(items)

    def read_mapping(self, path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            line = _line(event)
            key = self.read_key(event, path, depth)
            if key is None:
                self.read_value(self.next_event(), f"{path}.?", line, depth + 1)
                continue
            key_path = f"{path}.{key}" if path else key
            if key in values:
                first = str(self.parsed.lines[key_path])
                self.fault(line, key_path, FaultKind.DUPLICATE_KEY, key, first)
            value = self.read_value(self.next_event(), key_path, line, depth + 1)
            values.setdefault(key, value)
        return values

    def read_key(self, event: Any, path: str, depth: int) -> str | None:
        """A key as written, so that a number or date stays text; None, with a fault, for what is no scalar."""
        if not isinstance(event, yaml.ScalarEvent):
            self.read_value(event, f"{path}.?", _line(event), depth + 1)
        elif event.value:
            self.refuse_markings(event, path)
            self.refuse_characters(event, path)
            return event.value
        if not isinstance(event, yaml.AliasEvent):
            self.fault(_line(event), path, FaultKind.KEY_NOT_TEXT, expected="text")
        return None


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1

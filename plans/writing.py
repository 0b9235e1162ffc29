"""Writing a plan as YAML for people: the model's order, block style, long text unwrapped and verbatim."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from plancmp.plans.faults import line_of
from plancmp.plans.model import Plan
from plancmp.plans.yaml_reader import read_yaml

_SCHEMA_LINE = "# yaml-language-server: $schema=plan.schema.json\n"
# A longer string, or one of several lines, stands as a literal block on a line of its own: no quoting, no escapes,
# nothing to mistype.
_LONGEST_INLINE = 80
# YAML reads these as line breaks and folds them in every style but one.
_LINE_SEPARATOR = re.compile("[\x85\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, so that an editor folds them with it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _represent_string(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if len(text) > _LONGEST_INLINE or "\n" in text else None
    if _LINE_SEPARATOR.search(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _represent_string)


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments of a plan file, each one line: `head` above the plan, `places` above values by model path."""

    head: tuple[str, ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def dump_plan(plan: Plan, comments: Comments = Comments()) -> str:
    """The plan as the text of a YAML file; reading it back gives an equal plan.

    Fields that are empty are left out; a comment on one of them stands above what it would be part of. Equal
    plans and comments give equal text.
    """
    content = _without_empty(plan.model_dump(mode="json", by_alias=True))
    text = dump_yaml(content)
    head = "".join(f"# {comment}\n" for comment in comments.head)
    return _SCHEMA_LINE + head + _with_comments(text, comments.places)


def dump_yaml(content: object) -> str:
    """Plain data as block-style YAML in the order given, long text unwrapped and verbatim."""
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=math.inf)


def _with_comments(text: str, places: Mapping[str, tuple[str, ...]]) -> str:
    if not places:
        return text
    known = read_yaml(text, "").lines
    above: dict[int, list[str]] = defaultdict(list)
    for path, comments in places.items():
        above[line_of(path, known)] += comments
    return "".join(_commented(line, above[number]) for number, line in enumerate(text.split("\n"), 1))[:-1]


def _commented(line: str, comments: list[str]) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return "".join(f"{indent}# {comment}\n" for comment in comments) + line + "\n"


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {
            key: item for key, item in kept.items() if item is not False and item not in (None, "", [], {})
        }
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value

"""Writing a plan as YAML for people: the model's order, block style, long text unwrapped and verbatim."""

from __future__ import annotations

import math
import re
from typing import Any

import yaml

from plancmp.plans.model import Plan

_SCHEMA_LINE = "# yaml-language-server: $schema=plan.schema.json\n"
# A longer string stands as a literal block on a line of its own: no quoting, no escapes, nothing to mistype.
_LONGEST_INLINE = 80
# YAML reads these as line breaks and folds them in every style but one.
_LINE_SEPARATOR = re.compile("[\x85\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, so that an editor folds them with it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _represent_string(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if len(text) > _LONGEST_INLINE else None
    if _LINE_SEPARATOR.search(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _represent_string)


def dump_plan(plan: Plan) -> str:
    """The plan as the text of a YAML file; reading it back gives an equal plan.

    Fields that are empty are left out. Equal plans give equal text.
    """
    content = _without_empty(plan.model_dump(mode="json", by_alias=True))
    return _SCHEMA_LINE + yaml.dump(
        content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=math.inf
    )


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value

"""Values without quotes in YAML: text, an integer, or what YAML would make a number, flag, date or null."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from plancmp.plans.faults import LONGEST_EXCERPT, FaultKind

_RESOLVER = yaml.resolver.Resolver()
_SUSPECT_SIGNS = frozenset(_RESOLVER.yaml_implicit_resolvers)
"""The signs that a value which YAML does not read as text can begin with: most text is done with its first sign."""
_PLAIN_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_PLAIN_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_FLAGS = {"true": True, "false": False}
_KINDS = {
    "tag:yaml.org,2002:int": FaultKind.UNQUOTED_NUMBER,
    "tag:yaml.org,2002:float": FaultKind.UNQUOTED_NUMBER,
    "tag:yaml.org,2002:bool": FaultKind.UNQUOTED_BOOLEAN,
    "tag:yaml.org,2002:timestamp": FaultKind.UNQUOTED_DATE,
    "tag:yaml.org,2002:null": FaultKind.NULL_VALUE,
}


class Unquoted(NamedTuple):
    """A value without quotes that YAML does not read as text: as written, and the fault it is as text."""

    written: str
    kind: FaultKind

    @property
    def reading(self) -> str:
        """As it is written and, where that differs, how YAML reads it: `010 → 8`."""
        if self.kind is FaultKind.UNQUOTED_DATE or len(self.written) > LONGEST_EXCERPT:
            return self.written
        try:
            read = str(yaml.safe_load(self.written))
        except ValueError:  # a number without digits (0x_)
            return self.written
        return self.written if read == self.written else f"{self.written} → {read.lower()}"


def read_plain(written: str) -> str | int | Unquoted:
    """The value of a scalar without quotes: text, a plain decimal integer, or what YAML would make of it."""
    if written and written[0] not in _SUSPECT_SIGNS:
        return written
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, written, (True, False))  # type: ignore[no-untyped-call]
    if tag not in _KINDS:
        return written
    if _PLAIN_INTEGER.fullmatch(written):
        return int(written)
    return Unquoted(written, _KINDS[tag])


def plain_value(value: object) -> object:
    """What `true`, `false` or a plain decimal without quotes means where no text is expected; else the same value."""
    if not isinstance(value, Unquoted):
        return value
    if _PLAIN_DECIMAL.fullmatch(value.written):
        return float(value.written)
    return _FLAGS.get(value.written, value)

"""Reports whose every text is hostile, for the formats that show reports."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from plancmp.alignment.gaps import GapReport
from plancmp.plans.model import Agencies, Witness

HOSTILE = (
    "[red]x[/red] a|b\nc <script>document.title='run'</script><img src=x onerror=alert(1)> \"' {{ 7*7 }} "
    "\x1b[2J \x9b2J \u202egnp.exe\u2069 \u200f \ufffe _x001B_ \ud800"
)
COMMANDS = set("\x1b\x9b\u202e\u2069\u200f\ud800")
_TEXTS = {
    "name",
    "title",
    "document_number",
    "text",
    "quote",
    "indicator",
    "reference",
    "plan",
    "reference_source",
}


def poisoned(report: GapReport, before: str = "=HYPERLINK(1)") -> GapReport:
    """The report with `before` and hostile text put before every text of both plans."""
    return cast("GapReport", _poisoned(report, before + HOSTILE))


def _poisoned(value: Any, poison: str) -> Any:
    if isinstance(value, Witness):
        return value.model_copy(update={"quote": poison + value.quote})
    if isinstance(value, Agencies):
        return value.model_copy(update={"responsible": (poison,)})
    if isinstance(value, tuple):
        named = value._asdict() if hasattr(value, "_asdict") else None
        return (
            value._replace(**_poisoned_fields(named, poison))  # type: ignore[attr-defined]
            if named
            else tuple(_poisoned(item, poison) for item in value)
        )
    if isinstance(value, dict):
        return {
            key: poison if isinstance(item, str) else _poisoned(item, poison) for key, item in value.items()
        }
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **_poisoned_fields(held, poison))


def _poisoned_fields(held: dict[str, Any], poison: str) -> dict[str, Any]:
    return {
        name: poison + item if isinstance(item, str) and name in _TEXTS else _poisoned(item, poison)
        for name, item in held.items()
    }

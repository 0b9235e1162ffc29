"""The terms in the contract of `diff`'s JSON: verdicts, reasons and the like, as the code has them.

Run as a module, it writes them into the schema; all else in that file is written by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import plancmp.cli.views
from plancmp.alignment.result import Basis, CaveatCode, Change, Reason, Verdict
from plancmp.plans.model import PlanBasis

SCHEMA_FILE = Path(plancmp.cli.views.__path__[0]) / "diff.schema.json"

TERMS: dict[str, tuple[str, ...]] = {
    "properties/reference/properties/basis": get_args(PlanBasis),
    "properties/caveats/items/properties/code": (*CaveatCode, "single_coverage"),
    "$defs/verdict": tuple(Verdict),
    "$defs/reason": tuple(Reason),
    "$defs/target/properties/change": tuple(Change),
    "$defs/commitment/properties/basis": tuple(Basis),
}
"""By the place of an enumeration in the schema, what it enumerates."""


def schema_text() -> str:
    """The schema with the terms of the code, as the text of its file."""
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    for place, terms in TERMS.items():
        _at(schema, place)["enum"] = list(map(str, terms))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _at(schema: dict[str, Any], place: str) -> dict[str, Any]:
    for key in place.split("/"):
        schema = schema[key]
    return schema


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")

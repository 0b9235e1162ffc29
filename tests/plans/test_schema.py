"""The published JSON Schema is the model's, and accepts and refuses what reading does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from plancmp.plans.schema import (
    DECISIONS_SCHEMA_FILE,
    SCHEMA_FILE,
    decisions_schema,
    plan_schema,
    schema_text,
)

ERRORS = Path(__file__).parents[1] / "errors"


def _load(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.SafeLoader)


def _is_valid(data: object) -> bool:
    return bool(jsonschema.Draft202012Validator(plan_schema()).is_valid(data))


@pytest.mark.parametrize(
    ("file", "schema"), [(SCHEMA_FILE, plan_schema()), (DECISIONS_SCHEMA_FILE, decisions_schema())]
)
def test_the_published_schemas_are_in_step_with_the_models(file: Path, schema: dict[str, Any]) -> None:
    assert file.read_text(encoding="utf-8") == schema_text(schema), "run: make schemas"


@pytest.mark.parametrize("schema", [plan_schema(), decisions_schema()])
def test_a_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_key_stands_under_its_own_name() -> None:
    assert {"schema", "id", "name"} <= set(plan_schema()["properties"])
    assert "schema" in plan_schema()["required"]


@pytest.mark.parametrize("plan_id", ["shandong", "yicheng", "qingzhou"])
def test_it_accepts_sound_plans(plan_id: str) -> None:
    assert _is_valid(_load(ERRORS / "library" / f"{plan_id}.yaml"))


@pytest.mark.parametrize(
    "kind",
    [
        "null_value",
        "unquoted_number",
        "unquoted_boolean",
        "unquoted_date",
        "unknown_key",
        "missing_key",
        "wrong_type",
        "empty_text",
        "empty_list",
        "bad_choice",
        "bad_id",
        "out_of_range",
    ],
)
def test_it_refuses_what_reading_refuses(kind: str) -> None:
    assert not _is_valid(_load(ERRORS / f"{kind}.yaml"))

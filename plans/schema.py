"""The JSON Schemas of plan files and of decisions, for editors; `python -m plancmp.plans.schema` writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from plancmp.plans.decisions.model import Decisions
from plancmp.plans.model import Plan

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import core_schema

SCHEMA_FILE = Path(__file__).with_name("plan.schema.json")
DECISIONS_SCHEMA_FILE = Path(__file__).with_name("decisions.schema.json")


class _WithoutNull(GenerateJsonSchema):
    """In a plan file an optional key is left out; it never holds null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        if described.get("default", ...) is None:
            del described["default"]
        return described


def plan_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that plan files keep to."""
    return _schema(Plan)


def decisions_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that files of decisions keep to."""
    return _schema(Decisions)


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(schema_generator=_WithoutNull)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(plan_schema()), encoding="utf-8")
    DECISIONS_SCHEMA_FILE.write_text(schema_text(decisions_schema()), encoding="utf-8")

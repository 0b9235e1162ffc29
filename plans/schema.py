"""The JSON Schema of plan files, for editors; `python -m plancmp.plans.schema` writes it to its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from plancmp.plans.model import Plan

if TYPE_CHECKING:
    from pydantic_core import core_schema

SCHEMA_FILE = Path(__file__).with_name("plan.schema.json")


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
    schema = Plan.model_json_schema(schema_generator=_WithoutNull)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")

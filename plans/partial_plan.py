"""The part of a plan that its file gives faultlessly, so that it can still be looked at for more faults."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from plancmp.plans.model import Plan
from plancmp.plans.scalars import plain_value


def partial_plan(data: Mapping[str, Any], faulty: frozenset[str]) -> Plan:
    """The plan in a file's data, with blanks ("" or 0, no items) at the faulty model paths.

    It is not a valid plan and only for looking for more faults.
    """
    plan: Plan = _part(Plan, data, "", faulty)
    return plan


def _part(annotation: Any, value: Any, path: str, faulty: frozenset[str]) -> Any:
    kind = _bare(annotation)
    if get_origin(kind) is tuple:
        items = value if isinstance(value, tuple) else ()
        return tuple(
            _part(get_args(kind)[0], item, f"{path}[{index}]", faulty) for index, item in enumerate(items)
        )
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _part_of_model(kind, value if isinstance(value, dict) else {}, path, faulty)
    if get_origin(kind) is Mapping:
        entries = value.items() if isinstance(value, dict) else ()
        return {key: text for key, text in entries if isinstance(text, str)}
    if kind in (bool, float):
        return False if path in faulty else plain_value(value)
    if isinstance(value, str | int) and path not in faulty:
        return value
    return 0 if kind is int else ""


def _part_of_model(
    model: type[BaseModel], values: Mapping[str, Any], path: str, faulty: frozenset[str]
) -> BaseModel:
    present = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in values or field.is_required():
            key_path = f"{path}.{key}" if path else key
            present[key] = _part(field.annotation, values.get(key), key_path, faulty)
    return model.model_construct(**present)


def _bare(annotation: Any) -> Any:
    """The annotation without its metadata and without "or none"."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation

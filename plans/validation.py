"""Is the data of a file a plan? Its schema errors, the partial plan without them, and inconsistencies.

Consistent is a plan with a real date, a period that ends after it begins, and no id given twice.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from plancmp.plans.faults import FaultKind, Violation, excerpt
from plancmp.plans.model import Plan
from plancmp.plans.scalars import Unquoted, plain_value
from plancmp.plans.yaml_reader import Unusable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

PATTERNS: Mapping[str, tuple[FaultKind, str]] = {
    r"\S": (FaultKind.EMPTY_TEXT, ""),
    r"^[a-z0-9][a-z0-9_-]*$": (FaultKind.BAD_ID, "a-z 0-9 _ -"),
    r"^[1-9]\d*\.[1-9]\d*$": (FaultKind.BAD_ID, "1.2"),
    r"^S[1-9]\d*$": (FaultKind.BAD_ID, "S2"),
    r"^[1-9]\d*\.[1-9]\d*\.[1-9]\d*$": (FaultKind.BAD_ID, "1.2.3"),
    r"^\d{4}-\d{2}-\d{2}$": (FaultKind.BAD_DATE, "YYYY-MM-DD"),
    r"^([1-9]\d*\.[1-9]\d*|S[1-9]\d*)$": (FaultKind.BAD_ID, "1.2, S2"),
    r"^sha256:[0-9a-f]{12}(/[0-9a-f]{12})?(\+[0-9a-f]{12}/[0-9a-f]{12})*$": (
        FaultKind.BAD_FINGERPRINT,
        "sha256:…",
    ),
}
"""What a text that misses one of the model's patterns is, with an example of what was expected."""

_TYPES = {
    "string_type": "text",
    "int_type": "integer",
    "float_type": "number",
    "bool_type": "flag",
    "tuple_type": "list",
    "model_type": "mapping",
    "dict_type": "mapping",
}


def schema_violations(model: type[BaseModel], error: ValidationError) -> Iterator[Violation]:
    """The violations of a failed validation; values with a fault of their own are passed over."""
    for detail in _details(error):
        if detail["type"] == "extra_forbidden" or not isinstance(detail["input"], Unusable):
            yield _violation(model, detail)


def faulty_paths(error: ValidationError) -> frozenset[str]:
    """The model paths of every value that failed validation."""
    return frozenset(_path(detail["loc"]) for detail in _details(error))


def _details(error: ValidationError) -> Iterator[ErrorDetails]:
    for detail in error.errors(include_url=False):
        # A list that loses all its items to faults is reported as too short as well.
        if detail["type"] != "too_short" or not detail["input"]:
            yield detail


def _violation(model: type[BaseModel], detail: ErrorDetails) -> Violation:
    location = detail["loc"]
    path, last = _path(location), str(location[-1]) if location else ""
    match detail["type"]:
        case "missing":
            return Violation(path, FaultKind.MISSING_KEY, expected=last)
        case "extra_forbidden":
            return Violation(path, FaultKind.UNKNOWN_KEY, excerpt(last), _similar_key(model, location))
        case _:
            return Violation(path, *_value_fault(detail))


def _value_fault(detail: ErrorDetails) -> tuple[FaultKind, str, str]:
    """The kind of fault of a value, what was found and what was expected."""
    found, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "string_too_short":
            return FaultKind.EMPTY_TEXT, "", ""
        case "too_short":
            return FaultKind.EMPTY_LIST, "", ""
        case "string_pattern_mismatch":
            kind, example = PATTERNS[context["pattern"]]
            return kind, excerpt(found), example
        case "literal_error":
            choices = re.findall(r"'([^']*)'", context["expected"])
            return FaultKind.BAD_CHOICE, _describe(found), ", ".join(choices)
        case "greater_than_equal" | "less_than_equal":
            bound = f"≥ {context['ge']}" if "ge" in context else f"≤ {context['le']}"
            return FaultKind.OUT_OF_RANGE, str(found), bound
        case kind:
            return _type_fault(_TYPES.get(kind, kind), found)


def _type_fault(expected: str, found: Any) -> tuple[FaultKind, str, str]:
    if expected == "text" and isinstance(found, Unquoted):
        return found.kind, excerpt(found.reading), f'"{excerpt(found.written)}"'
    if expected == "text" and isinstance(found, int):
        return FaultKind.UNQUOTED_NUMBER, str(found), f'"{found}"'
    described = f'"{excerpt(found)}"' if isinstance(found, str) else _describe(found)
    return FaultKind.WRONG_TYPE, described, expected


def _describe(value: Any) -> str:
    match value:
        case Unquoted():
            return excerpt(value.written)
        case dict():
            return "mapping"
        case tuple():
            return "list"
        case _:
            return excerpt(str(value))


def _path(location: Sequence[int | str]) -> str:
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step != "[key]":  # validation's mark for "the key itself"
            path += f".{step}" if path else step
    return path


def _similar_key(model: type[BaseModel], location: Sequence[int | str]) -> str:
    for step in location[:-1]:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation) or model
    keys = [field.alias or name for name, field in model.model_fields.items()]
    return next(iter(difflib.get_close_matches(str(location[-1]), keys, 1)), "")


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def partial_model(model: type[Model], data: Mapping[str, Any], faulty: frozenset[str]) -> Model:
    """The plan (or other model) in a file's data, with blanks ("" or 0, no items) at the faulty model paths.

    It is not valid and only for looking for more faults.
    """
    part: Model = _part(model, data, "", faulty)
    return part


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


def consistency_violations(plan: Plan) -> Iterator[Violation]:
    """What makes the plan impossible or ambiguous to read."""
    yield from _date(plan)
    yield from _period(plan)
    yield from _repeated_ids(plan)


def _date(plan: Plan) -> Iterator[Violation]:
    if plan.issued is None:
        return
    try:
        date.fromisoformat(plan.issued)
    except ValueError:
        yield Violation("issued", FaultKind.BAD_DATE, plan.issued, "YYYY-MM-DD")


def _period(plan: Plan) -> Iterator[Violation]:
    if plan.period and plan.period.end < plan.period.start:
        years = f"{plan.period.start}–{plan.period.end}"
        yield Violation("period.end", FaultKind.PERIOD_REVERSED, years)


def _repeated_ids(plan: Plan) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for path, identity in _ids(plan):
        if first.setdefault(identity, path) != path:
            yield Violation(path, FaultKind.REPEATED_ID, identity, first[identity])


def _ids(plan: Plan) -> Iterator[tuple[str, str]]:
    """Numbers of programmes, ids of measures, commitments and sections: by their form never equal to one another."""
    for p, programme in enumerate(plan.programmes):
        yield f"programmes[{p}].number", str(programme.number)
        for m, measure in enumerate(programme.measures):
            path = f"programmes[{p}].measures[{m}]"
            yield f"{path}.id", measure.id
            for c, commitment in enumerate(measure.commitments):
                yield f"{path}.commitments[{c}].id", commitment.id
    for s, section in enumerate(plan.sections):
        yield f"sections[{s}].id", section.id

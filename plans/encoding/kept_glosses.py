"""A document encoded anew: the glosses that people wrote into its plan file stay beside the Chinese they translate."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from plancmp.plans.faults import InvalidPlan
from plancmp.plans.glosses import SUFFIX, glosses_of
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan

Model = TypeVar("Model", bound=BaseModel)


def with_glosses_of(plan: Plan, path: Path | None) -> Plan:
    """The plan with the glosses of the file that it is to replace; as it is where that is none or has faults."""
    if path is None or not path.is_file():
        return plan
    try:
        return with_glosses(plan, dict(glosses_of(load_plan(path))))
    except InvalidPlan:  # it is replaced because of that, perhaps
        return plan


def with_glosses(plan: Plan, glosses: Mapping[str, str]) -> Plan:
    """The plan with a gloss beside every text that `glosses` has one for; its own stay where there is none."""
    return _glossed(plan, glosses) if glosses else plan


def _glossed(part: Model, glosses: Mapping[str, str]) -> Model:
    changed: dict[str, object] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name.endswith(SUFFIX):
            changed[name] = glosses.get(getattr(part, name.removesuffix(SUFFIX)), value)
        elif isinstance(value, BaseModel):
            changed[name] = _glossed(value, glosses)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changed[name] = tuple(_glossed(each, glosses) for each in value)
    return part.model_copy(update=changed)

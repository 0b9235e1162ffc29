"""Glosses of a plan: the English beside its names, titles and commitments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancmp.plans.model import Plan

SUFFIX = "_gloss"
"""What the name of a gloss adds to the name of what it translates, in plan files and in JSON: `title_gloss`."""


def glosses_of(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The Chinese texts of a plan that have a gloss, each with it; of two glosses of one text the first counts."""
    found: dict[str, str] = {}
    for text, gloss in _pairs(plan):
        if gloss is not None:
            found.setdefault(text, gloss)
    return tuple(found.items())


def _pairs(plan: Plan) -> Iterator[tuple[str, str | None]]:
    """Whatever may have a gloss, with it; named one by one, because every comparison asks."""
    yield plan.name, plan.name_gloss
    yield plan.title, plan.title_gloss
    yield plan.issuer or "", plan.issuer_gloss
    for titled in (*plan.implements, *plan.programmes, *plan.parts):
        yield titled.title, titled.title_gloss
    for item in plan.attested:
        yield item.text, item.text_gloss
        if item.target:
            yield item.target.indicator, item.target.indicator_gloss

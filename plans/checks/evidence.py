"""The texts that a plan's witnesses point to: measures of other plans, and sources without measures."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from plancmp.plans.faults import InvalidPlan
from plancmp.plans.files import read_text
from plancmp.plans.library import Library
from plancmp.plans.model import Measure, Plan, Section
from plancmp.plans.reading import load_plan

_SOURCES = "sources"
"""The folder, inside one of plans, for documents that have no measures."""


@dataclass(frozen=True)
class Evidence:
    """What is there to be quoted, by plan id.

    `measures` holds each plan's words by the id of a measure or section, `sources` the whole text of a document
    that has no measures, `invalid` the plans whose files have faults.
    """

    library: Library
    measures: Mapping[str, Mapping[str, str]]
    sources: Mapping[str, str]
    invalid: frozenset[str]

    def similar_plan(self, plan_id: str) -> str:
        """The id in the library that looks most like this one; empty if none does."""
        return _most_similar(plan_id, self.library.paths())

    def similar_source(self, plan_id: str) -> str:
        """The same among the sources."""
        folders = (folder / _SOURCES for folder in self.library.directories)
        return _most_similar(plan_id, (path for folder in folders for path in folder.glob("*.txt")))


def gather_evidence(plan: Plan, library: Library) -> Evidence:
    """Read what the witnesses of a plan point to, each file once; what is not there is left out."""
    witnesses = [witness for attested in plan.attested for witness in attested.witnesses]
    measures, invalid = _measures(
        {witness.plan for witness in witnesses if witness.place is not None}, library
    )
    sources = _sources({witness.plan for witness in witnesses if witness.place is None}, library)
    return Evidence(library, measures, sources, invalid)


def _measures(
    plan_ids: Iterable[str], library: Library
) -> tuple[dict[str, Mapping[str, str]], frozenset[str]]:
    measures: dict[str, Mapping[str, str]] = {}
    invalid = set()
    for plan_id in plan_ids:
        if path := library.path_of(plan_id):
            try:
                measures[plan_id] = {part.id: _words(part) for part in load_plan(path).parts}
            except InvalidPlan:
                invalid.add(plan_id)
    return measures, frozenset(invalid)


def _words(part: Measure | Section) -> str:
    """The title and text of a measure or section; a quote may come from either, but not run across both."""
    return f"{part.title}\0{part.text}"


def _sources(plan_ids: Iterable[str], library: Library) -> dict[str, str]:
    sources: dict[str, str] = {}
    for plan_id, folder in product(plan_ids, library.directories):
        try:
            sources.setdefault(plan_id, read_text(folder / _SOURCES / f"{plan_id}.txt"))
        except InvalidPlan:
            continue  # then it cannot be quoted: the same as not being there
    return sources


def _most_similar(plan_id: str, paths: Iterable[Path]) -> str:
    return next(iter(difflib.get_close_matches(plan_id, [path.stem for path in paths], 1)), "")

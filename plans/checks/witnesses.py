"""Do the witnesses say what a commitment quotes them for? Quotes are compared character by character.

What they are compared with is the evidence: measures of other plans, and texts of sources without measures.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from plancmp.plans.faults import FaultKind, InvalidPlan, Violation, excerpt
from plancmp.plans.files import read_text
from plancmp.plans.library import Library
from plancmp.plans.model import AttestedItem, Commitment, CommitmentTarget, Measure, Plan, Section, Witness
from plancmp.plans.reading import PlanFile, load_plan

ENOUGH_WITNESSES = 2
"""Different plans that must attest a reconstructed commitment, or a target's value."""
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


def check_witnesses(plan_file: PlanFile, library: Library) -> Iterator[Violation]:
    """What is wrong with the witnesses and targets of a plan's commitments, goals, schemes and organisation."""
    return _check(plan_file.plan, _gather_evidence(plan_file.plan, library.seen_from(plan_file.path)))


def _check(plan: Plan, evidence: Evidence) -> Iterator[Violation]:
    invalid: set[str] = set()
    for path, commitment in _attested(plan):
        for number, witness in enumerate(commitment.witnesses):
            place = f"{path}.witnesses[{number}]"
            if witness.plan not in evidence.invalid:
                yield from _testimony(place, witness, evidence)
            elif witness.plan not in invalid:
                invalid.add(witness.plan)  # said once: its own check tells the rest
                yield Violation(f"{place}.plan", FaultKind.WITNESS_PLAN_INVALID, witness.plan)
        # A scheme named alone, as files of old have it, claims no witnesses.
        if plan.basis == "reconstructed" and (isinstance(commitment, Commitment) or commitment.witnesses):
            yield from _number_of_witnesses(path, commitment)
        if commitment.target:
            yield from _stated_targets(f"{path}.target", commitment, commitment.target)
            if plan.basis == "reconstructed":
                yield from _target_value(f"{path}.target", commitment.target)


def _attested(plan: Plan) -> Iterator[tuple[str, Commitment | AttestedItem]]:
    for p, programme in enumerate(plan.programmes):
        for m, measure in enumerate(programme.measures):
            for c, commitment in enumerate(measure.commitments):
                yield f"programmes[{p}].measures[{m}].commitments[{c}]", commitment
    for name, items in (
        ("goals", plan.goals),
        ("schemes", plan.schemes),
        ("organisation", plan.organisation),
    ):
        yield from ((f"{name}[{number}]", item) for number, item in enumerate(items))


def _testimony(path: str, witness: Witness, evidence: Evidence) -> Iterator[Violation]:
    if witness.place is None:
        yield from _quote_in_source(path, witness, evidence)
        return
    measures = evidence.measures.get(witness.plan)
    if measures is None:
        expected = evidence.similar_plan(witness.plan)
        yield Violation(f"{path}.plan", FaultKind.WITNESS_PLAN_UNKNOWN, witness.plan, expected)
    elif witness.quote not in measures.get(witness.place, ""):
        yield _quote_not_in_measure(path, witness, measures)


def _quote_in_source(path: str, witness: Witness, evidence: Evidence) -> Iterator[Violation]:
    source = evidence.sources.get(witness.plan)
    if source is None:
        expected = evidence.similar_source(witness.plan)
        yield Violation(f"{path}.plan", FaultKind.WITNESS_SOURCE_UNKNOWN, witness.plan, expected)
    elif witness.quote not in source:
        yield _quote_not_found(path, witness.quote, source)


def _quote_not_in_measure(path: str, witness: Witness, measures: Mapping[str, str]) -> Violation:
    place, key = witness.place or "", "section" if witness.measure is None else "measure"
    elsewhere = next((identity for identity, text in measures.items() if witness.quote in text), "")
    if place not in measures:
        return Violation(f"{path}.{key}", FaultKind.WITNESS_MEASURE_UNKNOWN, place, elsewhere)
    if elsewhere:
        return Violation(f"{path}.{key}", FaultKind.QUOTE_ELSEWHERE, place, elsewhere)
    return _quote_not_found(path, witness.quote, measures[place])


def _quote_not_found(path: str, quote: str, text: str) -> Violation:
    return Violation(
        f"{path}.quote", FaultKind.QUOTE_NOT_FOUND, excerpt(quote), excerpt(_shared_run(quote, text))
    )


def _shared_run(quote: str, text: str) -> str:
    """The longest run of the quote that the text does hold; empty if that is less than a quarter of it."""
    quote, best, start = quote[:200], "", 0
    for end in range(1, len(quote) + 1):
        while quote[start:end] not in text:
            start += 1
        best = max(best, quote[start:end], key=len)
    return best if len(best) * 4 >= len(quote) else ""


def _number_of_witnesses(path: str, commitment: Commitment | AttestedItem) -> Iterator[Violation]:
    plans = {witness.plan for witness in commitment.witnesses if witness.attests}
    needed = 1 if commitment.note else ENOUGH_WITNESSES
    if len(plans) < needed:
        yield Violation(
            f"{path}.witnesses", FaultKind.TOO_FEW_WITNESSES, str(len(plans)), str(ENOUGH_WITNESSES)
        )


def _stated_targets(
    path: str, commitment: Commitment | AttestedItem, target: CommitmentTarget
) -> Iterator[Violation]:
    quotes: dict[str, list[str]] = defaultdict(list)
    for witness in commitment.witnesses:
        quotes[witness.plan].append(witness.quote)
    for plan_id, stated in target.stated.items():
        place = f"{path}.stated.{plan_id}"
        if plan_id not in quotes:
            yield Violation(place, FaultKind.TARGET_WITHOUT_WITNESS, plan_id, ", ".join(quotes))
        elif not any(stated in quote for quote in quotes[plan_id]):
            yield Violation(
                place, FaultKind.TARGET_NOT_IN_QUOTE, excerpt(stated), excerpt(quotes[plan_id][0])
            )


def _target_value(path: str, target: CommitmentTarget) -> Iterator[Violation]:
    if not target.value:
        return
    supporters = sum(_states(stated, target.value) for stated in target.stated.values())
    if supporters < ENOUGH_WITNESSES:
        stated = ", ".join(f"{plan_id}: {excerpt(text)}" for plan_id, text in target.stated.items())
        yield Violation(f"{path}.value", FaultKind.TARGET_VALUE_UNSUPPORTED, excerpt(target.value), stated)


def _states(stated: str, value: str) -> bool:
    """Is the value in what is stated? Width and spaces do not count; 6% is not in 16%."""
    stated, value = ("".join(unicodedata.normalize("NFKC", text).split()) for text in (stated, value))
    return re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.])", stated) is not None


def _gather_evidence(plan: Plan, library: Library) -> Evidence:
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

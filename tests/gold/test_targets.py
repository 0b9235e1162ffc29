"""Targets found in clauses of the five documents against those a careful reader finds there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from plancmp.alignment.numeric_targets import Target, find_targets

PHRASES = json.loads(Path(__file__).with_name("targets.json").read_text("utf-8"))["phrases"]
SOURCES = Path(__file__).parents[2] / "plans" / "sources"


@dataclass
class Score:
    """What was wanted and found; `misses` tells of each failure."""

    wanted: int = 0
    found: int = 0
    values: int = 0
    tuples: int = 0
    misses: list[str] = field(default_factory=list)


def same_value(target: Target, label: dict[str, Any]) -> bool:
    return bool(abs(target.value - label["value"]) < 1e-6 and target.unit == label["unit"])


def differing(target: Target, label: dict[str, Any]) -> list[str]:
    """The parts of the tuple in which a target with the right value and unit is wrong."""
    deadline = str(label["deadline"]) if label["deadline"] else None
    named = label["indicator"].replace("“", "").replace("”", "")
    right = {
        "comparator": target.comparator == label["comparator"],
        "kind": target.kind == label["kind"],
        "annual": target.annual == label["annual"],
        "deadline": target.deadline == deadline,
        "high": target.high == label["high"],
        "indicator": fuzz.partial_ratio(target.indicator.replace('"', ""), named) >= 80,
    }
    return [name for name, is_right in right.items() if not is_right]


@pytest.fixture(scope="module")
def score() -> Score:
    """The figures over all clauses; every target answers to at most one label, the likest name first."""
    total = Score()
    for phrase in PHRASES:
        before = phrase.get("before") or ""
        found = [target for target in find_targets(before + phrase["clause"]) if target.start >= len(before)]
        total.wanted += len(phrase["targets"])
        total.found += len(found)
        for label in phrase["targets"]:
            fitting = [target for target in found if same_value(target, label)]
            if not fitting:
                total.misses.append(f"{phrase['clause']}: {label['indicator']} {label['value']} not found")
                continue
            best = max(fitting, key=lambda target: fuzz.ratio(target.indicator, label["indicator"]))
            found.remove(best)
            total.values += 1
            wrong = differing(best, label)
            total.tuples += not wrong
            total.misses += [f"{phrase['clause']}: {best.indicator}: {', '.join(wrong)}"] * bool(wrong)
    return total


def test_clauses_are_verbatim() -> None:
    sources = {path.stem: path.read_text("utf-8") for path in SOURCES.glob("*.txt")}
    assert [each["clause"] for each in PHRASES if each["clause"] not in sources[each["plan"]]] == []


def test_there_are_enough_clauses_with_and_without_targets() -> None:
    assert sum(bool(each["targets"]) for each in PHRASES) >= 120
    assert sum(not each["targets"] for each in PHRASES) >= 25


def test_values_and_units_are_found(score: Score) -> None:
    share = score.values / score.wanted
    assert share >= 0.95, f"{share:.3f}: " + "; ".join(score.misses)


def test_whole_tuples_are_right(score: Score) -> None:
    share = score.tuples / score.wanted
    assert share >= 0.90, f"{share:.3f}: " + "; ".join(score.misses)


def test_few_numbers_are_taken_for_targets_that_are_none(score: Score) -> None:
    share = score.values / score.found
    assert share >= 0.95, f"{share:.3f}: {score.found - score.values} of {score.found} are none"

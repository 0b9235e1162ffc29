"""Hold-outs nobody has looked into: figures only, so that they stay hold-outs.

Four fictional counties with outlines of their own, written by others: part of what they carry is in the reference's
words, the rest half or wholly reworded, with decoys beside omissions; and stand-ins for an official text.
`python -m tests.gold.test_unseen` prints the figures. No test here shows an error: whoever reads one makes development
data of them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from plancmp.plans.model import Measure, Plan, Programme
from tests.gold.counties import Counties
from tests.gold.drafting import Score, score

UNSEEN = Path(__file__).parent / "unseen"
_MEASURE = re.compile(r"^(\d+\.\d+) ([^。]+)。(.+)$", re.MULTILINE)
COUNTIES = Counties(UNSEEN)


def drafted() -> dict[str, Score]:
    """The commitments drafted of each stand-in for an official text, against its key."""
    references = json.loads((UNSEEN / "references.json").read_text("utf-8"))["references"]
    return {name: score(reference(name), entries) for name, entries in references.items()}


def reference(name: str) -> Plan:
    """A stand-in as a plan: its measures, numbered 1.1 to 7.5, each with its title up to the first 。"""
    lines = _MEASURE.findall((UNSEEN / f"{name}.txt").read_text("utf-8"))
    programmes: dict[str, list[Measure]] = {number.partition(".")[0]: [] for number, _, _ in lines}
    for number, title, text in lines:
        programmes[number.partition(".")[0]].append(Measure(id=number, title=title, text=text))
    return Plan(
        schema="plancmp/plan/1",
        id=name,
        name="某省",
        level="province",
        title="某省行动方案",
        programmes=tuple(
            Programme(number=int(number), title=number, measures=tuple(found))
            for number, found in programmes.items()
        ),
    )


def test_unseen_counties_do_not_get_worse() -> None:
    found = COUNTIES.figures()
    assert found["commitments"] >= 0.61
    assert found["measures"] >= 0.46
    assert found["links F1"] >= 0.87
    assert found["verbatim"] == 1
    assert found["own"] >= 0.60
    assert found["decoy"] <= 0.48
    assert found["omitted"] <= 0.13


if __name__ == "__main__":
    sys.stdout.writelines(f"{name:12} {figure:.3f}\n" for name, figure in COUNTIES.figures().items())
    sys.stdout.writelines(
        f"{name:12} drafted P {each.precision:.3f} R {each.recall:.3f}\n" for name, each in drafted().items()
    )

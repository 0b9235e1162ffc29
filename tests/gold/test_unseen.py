"""Hold-outs nobody has looked into: figures only, so that they stay hold-outs.

Four fictional counties with outlines of their own, written by others: part of what they carry is in the reference's
words, the rest half or wholly reworded, with decoys beside omissions; and stand-ins for an official text.
`python -m tests.gold.test_unseen` prints the figures. No test here shows an error: whoever reads one makes development
data of them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from plancmp.alignment.evaluation.metrics import measure_agreement
from tests.gold.counties import LABELS, Counties
from tests.gold.drafting import Score, running_text, score

UNSEEN = Path(__file__).parent / "unseen"
COUNTIES = Counties(UNSEEN)
ANSWERED = ("county-i", "county-k")


def drafted() -> dict[str, Score]:
    """The commitments drafted of each stand-in for an official text, against its key."""
    references = json.loads((UNSEEN / "references.json").read_text("utf-8"))["references"]
    return {
        name: score(running_text(UNSEEN / f"{name}.txt"), entries) for name, entries in references.items()
    }


def proposals(county: str) -> dict[str, Any]:
    """What a second reader (a language model that saw the request of `plancmp consult` and nothing else) answered."""
    answers = json.loads((UNSEEN / f"answers-{county}.json").read_text("utf-8"))["answers"]
    return {answer["id"]: answer for answer in answers}


def proposal_kappa() -> float:
    """Agreement of the second readers of two counties with the keys, beyond chance."""
    pairs = [
        (key["verdict"], proposals(county)[item]["verdict"])
        for county in ANSWERED
        for item, key in COUNTIES.keys[county]["commitments"].items()
    ]
    return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS).kappa


def test_what_second_readers_propose() -> None:
    assert proposal_kappa() >= 0.98
    for county in ANSWERED:
        text = (UNSEEN / f"{county}.txt").read_text("utf-8")
        for answer in proposals(county).values():
            assert all(quote["text"] in text for quote in answer["quotes"])


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
    sys.stdout.write(f"second readers' proposals {proposal_kappa():.3f}\n")
    sys.stdout.writelines(
        f"{name:12} drafted P {each.precision:.3f} R {each.recall:.3f}\n" for name, each in drafted().items()
    )

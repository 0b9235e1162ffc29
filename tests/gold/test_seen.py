"""Hold-outs of earlier days, development data since their errors were read: sixteen counties and what readers proposed.

`python -m tests.gold.test_seen` prints the figures; `python -m tests.gold.running_texts` those of the official texts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from plancmp.alignment.evaluation.metrics import measure_agreement
from tests.gold.counties import LABELS, Counties

SEEN = Path(__file__).parent / "seen"
COUNTIES = Counties(SEEN)
ANSWERED = ("county-i", "county-j", "county-k", "county-l")


def proposals(county: str) -> dict[str, Any]:
    """What a second reader (a language model that saw the request of `plancmp consult` and nothing else) answered."""
    answers = json.loads((SEEN / f"answers-{county}.json").read_text("utf-8"))["answers"]
    return {answer["id"]: answer for answer in answers}


def proposal_kappa() -> float:
    """Agreement of the second readers of four counties with the keys, beyond chance."""
    pairs = [
        (key["verdict"], proposals(county)[item]["verdict"])
        for county in ANSWERED
        for item, key in COUNTIES.keys[county]["commitments"].items()
    ]
    return measure_agreement([want for want, _ in pairs], [found for _, found in pairs], LABELS).kappa


def test_what_second_readers_propose() -> None:
    assert proposal_kappa() >= 0.98
    for county in ANSWERED:
        text = (SEEN / f"{county}.txt").read_text("utf-8")
        for answer in proposals(county).values():
            assert all(quote["text"] in text for quote in answer["quotes"])


def test_the_counties_do_not_get_worse() -> None:
    found = COUNTIES.figures()
    assert found["commitments"] >= 0.80
    assert found["measures"] >= 0.53
    assert found["links F1"] >= 0.93
    assert found["verbatim"] >= 0.99
    assert found["own"] >= 0.84
    assert found["decoy"] <= 0.11
    assert found["omitted"] <= 0.08


if __name__ == "__main__":
    sys.stdout.writelines(f"{name:12} {figure:.3f}\n" for name, figure in COUNTIES.figures().items())
    sys.stdout.write(f"second readers' proposals {proposal_kappa():.3f}\n")

"""Four fictional counties with outlines of their own; once hold-outs, development data since their errors were read.

The floors are what is reached, rounded down. `python -m tests.gold.test_outlines` prints the figures.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.gold.counties import Counties

COUNTIES = Counties(Path(__file__).parent / "outlines")


def test_counties_with_outlines_of_their_own_do_not_get_worse() -> None:
    found = COUNTIES.figures()
    assert found["commitments"] >= 0.77
    assert found["measures"] >= 0.63
    assert found["links F1"] >= 0.91
    assert found["verbatim"] == 1
    assert found["own"] >= 0.72
    assert found["decoy"] <= 0.20
    assert found["omitted"] <= 0.05


if __name__ == "__main__":
    sys.stdout.writelines(f"{name:12} {figure:.3f}\n" for name, figure in COUNTIES.figures().items())

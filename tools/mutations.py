"""The mutation suite as a table: kinds of change, cases, and how many came out right.

`--show` prints every case that came out wrong as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.alignment.mutations import KINDS, Outcome, cases_of, outcomes_of


def row(kind: str) -> str:
    """A line of the table: the kind, its cases, how many came out right, their share, and disturbed measures."""
    outcomes = outcomes_of(kind)
    right = sum(not outcome.wrong for outcome in outcomes)
    disturbed = sum(bool(outcome.disturbed) for outcome in outcomes)
    return f"{kind:28} {len(outcomes):5} {right:5} {right / len(outcomes):7.3f} {disturbed:9}"


def describe(outcome: Outcome) -> Iterator[str]:
    """What was wrong with a case, in lines."""
    expected = {each.commitment: each for each in outcome.case.expected}
    for found in outcome.wrong:
        want = expected[found.id]
        passages = found.evidence or found.nearest
        best = f"{passages[0].measure} {passages[0].quote} {passages[0].score}" if passages else "-"
        yield (
            f"{outcome.case.base} {found.id} {found.text}: {want.verdict} {[*map(str, want.reasons)]}, "
            f"found {found.verdict} {[*map(str, found.reasons)]} | {outcome.case.note} | {best}"
        )
    if outcome.disturbed:
        yield f"{outcome.case.base} disturbed {', '.join(outcome.disturbed)} | {outcome.case.note}"


def main() -> None:
    """Print the table of kinds."""
    lines = [f"{'kind':28} {'cases':>5} {'right':>5} {'share':>7} {'disturbed':>9}"]
    for kind in KINDS:
        lines.append(row(kind))
        if "--show" in sys.argv:
            lines += [f"    {line}" for outcome in outcomes_of(kind) for line in describe(outcome)]
    lines.append(f"{'all':28} {sum(len(cases_of(kind)) for kind in KINDS):5}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

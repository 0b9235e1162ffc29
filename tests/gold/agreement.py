"""How far the two readings of tests/gold agree with each other: `python -m tests.gold.agreement` prints the table.

CODEBOOK.md holds the table; a test keeps the two in step.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from plancmp.alignment.evaluation.metrics import Agreement, measure_agreement, measure_retrieval
from plancmp.alignment.result import Verdict

FOLDER = Path(__file__).parent
HEADS = ("readings", "pairs", "same verdict", "kappa", "identical entry")

Pair = tuple[dict[str, Any], dict[str, Any]]


def pairs_of(kind: str, name: str, plan: str | None = None) -> list[Pair]:
    """Both readings of every item, of one plan or of all."""
    data = json.loads((FOLDER / name).read_text("utf-8"))[kind]
    return [
        (said["readings"][0], said["readings"][1])
        for entry in data.values()
        for read, said in entry["plans"].items()
        if plan in {None, read}
    ]


def agreement(
    pairs: Sequence[Pair], trait: Callable[[dict[str, Any]], str], labels: Sequence[str]
) -> Agreement:
    """How far the second readings agree with the first in one trait."""
    return measure_agreement([trait(one) for one, _ in pairs], [trait(other) for _, other in pairs], labels)


def link_f1() -> float:
    """How far the two readings of measures name the same links."""
    pairs = pairs_of("measures", "measures-own.json")
    links = [[frozenset(match["id"] for match in read["matches"]) for read in pair] for pair in pairs]
    return measure_retrieval((one for one, _ in links), (other for _, other in links)).f1


def rows() -> Iterator[tuple[str, ...]]:
    """One row for each plan's commitments, for all of them, and for the measures."""
    for plan in ("binzhou", "yicheng", "qingzhou", "liaocheng"):
        yield _row(f"commitments, {plan}", pairs_of("commitments", "commitments.json", plan))
    yield _row("commitments, all", pairs_of("commitments", "commitments.json"))
    yield _row("measures of programmes 2, 4, 6, 7", pairs_of("measures", "measures-own.json"))


def _row(name: str, pairs: Sequence[Pair]) -> tuple[str, ...]:
    verdicts = agreement(pairs, lambda read: str(read["verdict"]), list(Verdict))
    same = sum(one == other for one, other in pairs) / len(pairs)
    return name, str(len(pairs)), f"{verdicts.share:.3f}", f"{verdicts.kappa:.3f}", f"{same:.3f}"


def table() -> str:
    """The table of CODEBOOK.md."""
    lines = [HEADS, tuple("---" for _ in HEADS), *rows()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def doubts() -> Agreement:
    """How far the readings of commitments agree in what they mark as doubtful."""
    return agreement(
        pairs_of("commitments", "commitments.json"), lambda read: str(read["doubt"]), ("False", "True")
    )


if __name__ == "__main__":
    figures = f"link F1 {link_f1():.3f}; doubt: same {doubts().share:.3f}, kappa {doubts().kappa:.3f}"
    print(f"{table()}\n\n{figures}")  # noqa: T201 - the script's whole purpose

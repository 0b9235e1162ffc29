"""Recognising a witness: which witness of a reconstruction a plan is, whatever id its file bears.

No plan is judged by its own words. Whose words they are is told by the id or, since any id can be given to any
text, by the text itself: a plan that holds nearly all the words a witness is quoted with is that witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from plancmp.alignment.normal import bare
from plancmp.alignment.thresholds import FEWEST_QUOTED, SAME_TEXT
from plancmp.plans.model import Plan


class WitnessQuotes(NamedTuple):
    """The words a reference quotes from one plan, bare, the longest first, and how many characters they have."""

    quotes: tuple[str, ...]
    characters: int


def quotes_by_witness(reference: Plan) -> Mapping[str, WitnessQuotes]:
    """What each plan among the witnesses is quoted with."""
    quotes: dict[str, set[str]] = defaultdict(set)
    for commitment in reference.commitments:
        for witness in commitment.witnesses:
            quotes[witness.plan].add(bare(witness.quote))
    return {
        witness: WitnessQuotes(
            tuple(sorted(found, key=lambda quote: (-len(quote), quote))), sum(map(len, found))
        )
        for witness, found in quotes.items()
    }


def recognise_witness(plan: Plan, witnesses: Mapping[str, WitnessQuotes]) -> str | None:
    """The witness that a plan is: by its text or, where that is nobody's, by its id; None if it is none."""
    long_enough = {name: said for name, said in witnesses.items() if said.characters >= FEWEST_QUOTED}
    if long_enough:
        text = "\n".join(bare(words) for measure in plan.measures for words in (measure.title, measure.text))
        for name, said in long_enough.items():
            if _holds(text, said):
                return name
    return plan.id if plan.id in witnesses else None


def _holds(text: str, said: WitnessQuotes) -> bool:
    missing = said.characters * (1 - SAME_TEXT)
    for quote in said.quotes:
        if quote not in text:
            missing -= len(quote)
            if missing < 0:
                return False
    return True

"""The lexicon: in which other words than the reference's a plan may promise the same thing.

A group of lexicon.tsv is known by its number. Its terms stand for each other; a narrower term carries a part of
them; a description names the thing by what it is. What each kind is worth stands in thresholds.py.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from plancmp.alignment.thresholds import DESCRIPTION_WORTH, NARROWER_WORTH, TERM_WORTH

_ELLIPSIS, _GAP = "…", ".{0,8}?"
"""How a gap is written, and how many characters it may have."""

_SOURCE = Path(__file__).with_name("lexicon.tsv")
_INDEX = Path(__file__).with_name("lexicon.json")


def groups_in(text: str) -> dict[int, list[tuple[int, int]]]:
    """The groups whose terms stand in a text in the form that is compared, each with where they stand."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    terms = _terms()
    for start in range(len(text) - 1):
        for term, group in terms.get(text[start : start + 2], ()):
            if text.startswith(term, start):
                found[group].append((start, start + len(term)))
    return found


def ways_to_say(group: int) -> Iterator[tuple[str, float]]:
    """Every way to say what a group stands for, with what it is worth (0-1), those worth most first.

    A way is a term in the form that is compared, or a description with … for its gaps; either begins and ends with
    two characters or more that stand in any text which says it so.
    """
    terms, narrower, descriptions, _ = _groups()[group].split("\t")
    for cell, worth in ((terms, TERM_WORTH), (descriptions, DESCRIPTION_WORTH), (narrower, NARROWER_WORTH)):
        if cell:
            yield from zip(cell.split("、"), repeat(worth))


@cache
def ways_by_ends(group: int) -> Mapping[str, Mapping[str, Sequence[tuple[str, float]]]]:
    """The ways to say what a group stands for, with what each is worth, by their first and last two characters."""
    ways: dict[str, dict[str, list[tuple[str, float]]]] = {}
    for way, worth in ways_to_say(group):
        ways.setdefault(way[:2], {}).setdefault(way[-2:], []).append((way, worth))
    return ways


def find_way(way: str, text: str) -> int:
    """Where a text in the form that is compared first says it this way, -1 where it does not."""
    if _ELLIPSIS not in way:
        return text.find(way)
    # Where a part is missing there is nothing to search for: most descriptions never become an expression.
    if not all(part in text for part in _parts(way)):
        return -1
    found = _pattern(way).search(text)
    return found.start() if found else -1


@cache
def _parts(description: str) -> tuple[str, ...]:
    return tuple(filter(None, description.split(_ELLIPSIS)))


@cache
def _pattern(description: str) -> re.Pattern[str]:
    return re.compile(_GAP.join(map(re.escape, _parts(description))))


@cache
def _terms() -> Mapping[str, Sequence[tuple[str, int]]]:
    """The terms of all groups by their first two characters, each with its group.

    They are read from lexicon.json, which `python -m plancmp.alignment.lexicon` makes of lexicon.tsv: sorting
    six thousand terms anew would take a third of the time of a comparison.
    """
    terms: Mapping[str, Sequence[tuple[str, int]]] = json.loads(_INDEX.read_text("utf-8"))
    return terms


def index_terms() -> dict[str, list[tuple[str, int]]]:
    """What lexicon.json holds, worked out from lexicon.tsv."""
    terms: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, group in enumerate(_groups()):
        for term in group.split("\t", maxsplit=1)[0].split("、"):
            terms[term[:2]].append((term, number))
    return terms


@cache
def _groups() -> tuple[str, ...]:
    text = _SOURCE.read_text("utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


if __name__ == "__main__":
    _INDEX.write_text(json.dumps(index_terms(), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")

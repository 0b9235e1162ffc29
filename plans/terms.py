"""The terms of policy Chinese that the glosses of the shipped plans keep to, and what a newcomer must know of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TERMS_FILE = Path(__file__).with_name("terms.tsv")


class Term(NamedTuple):
    """A Chinese term, the English that a gloss has for it (the usual one first), and a remark or nothing."""

    chinese: str
    english: tuple[str, ...]
    remark: str


def read_terms() -> Iterator[Term]:
    """The terms, in the order of the file."""
    _, *lines = TERMS_FILE.read_text(encoding="utf-8").splitlines()
    for line in lines:
        chinese, english, remark = line.split("\t")
        yield Term(chinese, tuple(english.split("|")), remark)

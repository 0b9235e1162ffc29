"""What comes of every character: documents made at random, and the table of what was placed, reported and lost.

`python -m tests.plans.conservation --documents 200` prints the table. A document is made of words in every
structure that its format has; what a person sees of it goes to the plan or is reported as left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.extracted import AsideKind
from plancmp.plans.encoding.source_document import count_characters
from plancmp.plans.encoding.source_formats import extract_text
from tests.plans.conservation_ofd import make_ofd
from tests.plans.conservation_page import make_page
from tests.plans.conservation_pdf import make_pdf
from tests.plans.conservation_word import make_word
from tests.plans.made import SECRET, Made

MAKERS: dict[str, Callable[[Random], Made]] = {
    "docx": make_word,
    "html": make_page,
    "ofd": make_ofd,
    "pdf": make_pdf,
}


@dataclass
class Account:
    """Characters that are not white space, of one document or of many."""

    documents: int = 0
    seen: int = 0
    placed: int = 0
    reported: int = 0

    @property
    def lost(self) -> int:
        return self.seen - self.placed - self.reported

    def add(self, other: Account) -> None:
        self.documents += other.documents
        self.seen += other.seen
        self.placed += other.placed
        self.reported += other.reported


def account_for(made: Made) -> Account:
    """Encode a document and count; what is hidden is no part of what is seen and must not be in its text."""
    report = encode_document(made.raw, plan_id="plan", name="某市").report
    text, _ = extract_text(made.raw)
    assert SECRET not in text.text
    assert report.characters == report.landed_characters + sum(cut.characters for cut in report.left_out)
    left_out = sum(cut.characters for cut in report.left_out)
    told = sum(aside.characters for aside in report.asides if aside.kind is not AsideKind.HIDDEN)
    return Account(1, count_characters("".join(made.seen)), report.landed_characters, left_out + told)


def main() -> int:
    """Print the table; 1 when a character was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    lines = ["| format | documents | characters in | placed | reported | lost |", "|---|---|---|---|---|---|"]
    lost = 0
    for form, make in MAKERS.items():
        total = Account()
        for number in range(arguments.documents):
            account = account_for(make(Random(f"{arguments.seed} {number}")))
            lost += abs(account.lost)
            total.add(account)
        lines.append(
            f"| {form} | {total.documents} | {total.seen:,} | {total.placed:,} | {total.reported:,} | {total.lost} |"
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())

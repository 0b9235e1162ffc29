"""The ledger taken in: what people wrote into its columns for review, row by row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from plancmp.alignment.decisions import Binding, Word, decide
from plancmp.alignment.result import CommitmentResult, Comparison, Reason, Verdict
from plancmp.cli.errors import CommandError
from plancmp.cli.messages import BESIDE, CATALOGUE, Words
from plancmp.cli.review.intake import Intake, Refusal, items_of, missing_quote, sort_lines
from plancmp.cli.review.screen import WEAKENING
from plancmp.cli.review.session import Reviewer
from plancmp.plans.decisions.fingerprints import stands_in
from plancmp.plans.decisions.model import Decision, Quote
from plancmp.plans.faults import excerpt

NEEDED = ("commitment_text", "local_text", "review_verdict", "review_reason", "reviewer")
"""The columns that are read; `review_…` and `reviewer` are those that people fill in."""

_ID = re.compile(r"\s*(\d+\.\d+\.\d+)\s*(.*)", re.DOTALL)
_QUOTED = re.compile(r"「([^」]+)」")
_SHOWN = re.compile(r"「(.*)」", re.MULTILINE)
_SEPARATORS = re.compile(r"[、,，;；\n]+")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that somebody filled in: its number in the sheet, and its cells by the keys of their columns."""

    number: int
    cells: Mapping[str, str]


def read_ledger(
    path: Path, comparison: Comparison, binding: Binding, reviewer: Reviewer, say: Words
) -> Intake:
    """The decisions in a ledger.

    Args:
        path: the workbook.
        comparison: the plan's comparison with nothing decided.
        binding: what decisions on it are bound to.
        reviewer: who decides where the column of reviewers is empty, and the day.
        say: the language of refusals; the ledger itself may be in either.

    Raises:
        CommandError: the file cannot be read, or is no ledger of this plan.
    """
    name = comparison.plan.name
    rows = _rows(path, {name, dict(comparison.plan.glosses).get(name, name)}, say)
    reader = _Reader(path, binding, reviewer, say, items_of(comparison))
    return sort_lines(reader.read(row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    binding: Binding
    reviewer: Reviewer
    say: Words
    items: Mapping[str, Any]

    def read(self, row: _Row) -> Decision | Refusal:
        """The decision in a row, or why it is none."""
        found = _ID.match(row.cells["commitment_text"])
        item = self.items.get(found[1]) if found else None
        if found is None or not isinstance(item, CommitmentResult):
            return self._refuse(row, "item", found=excerpt(row.cells["commitment_text"]))
        if not any(_same_words(text, item.text) for text in (found[2], found[2].rpartition(BESIDE)[2])):
            return self._refuse(row, "asked", item=item.id)
        return self._decide(row, item)

    def _decide(self, row: _Row, item: CommitmentResult) -> Decision | Refusal:
        said, reason = row.cells["review_verdict"], row.cells["review_reason"]
        verdict = _meant("verdict", said, Verdict)
        if verdict is None:
            return self._refuse(row, "verdict", found=excerpt(said))
        reasons = _reasons(reason) or (item.reasons if item.verdict is Verdict.WEAKENED else ())
        quotes = () if verdict == Verdict.OMITTED else self._quotes(row)
        if lost := missing_quote(quotes, self.binding):
            return self._refuse(row, "read", found=lost)
        if verdict != Verdict.OMITTED and not quotes:
            return self._refuse(row, "quote", found=self.say(f"verdict.{verdict}"))
        if verdict == Verdict.WEAKENED and not reasons:
            expected = self.say.listed([self.say(f"reason.{each}") for each in WEAKENING])
            return self._refuse(row, "reasons", expected=expected)
        word = Word(
            Verdict(verdict), tuple(reasons) if verdict == Verdict.WEAKENED else (), quotes, _note(reason)
        )
        by = row.cells["reviewer"] or self.reviewer.name
        return decide(self.binding, item, word, by=by, at=self.reviewer.day)

    def _quotes(self, row: _Row) -> tuple[Quote, ...]:
        """The passages that a row shows, or those that its reviewer quotes instead."""
        own = _QUOTED.findall(row.cells["review_reason"])
        shown = _SHOWN.findall(row.cells["local_text"])
        return tuple(Quote(measure=self._place(text), text=text) for text in own or shown)

    def _place(self, text: str) -> str:
        texts = self.binding.texts.texts
        return next((place for place, words in texts.items() if stands_in(text, words)), next(iter(texts)))

    def _refuse(self, row: _Row, key: str, **values: str) -> Refusal:
        return Refusal(self.path, row.number, f"refused.{key}", values)


def _same_words(one: str, other: str) -> bool:
    return stands_in(one, other) and stands_in(other, one)


def _rows(path: Path, names: Collection[str], say: Words) -> Iterator[_Row]:
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in _workbook(path).worksheets]
    ledgers = [(title, values, columns) for title, values in sheets if (columns := _columns(values))]
    # Of several plans' ledgers that of this plan is named after it, in English by its gloss.
    ledgers = [
        each for each in ledgers if len(ledgers) == 1 or any(name.startswith(each[0]) for name in names)
    ]
    if len(ledgers) != 1:
        heads = say.listed([say(f"column.{key}") for key in NEEDED])
        raise CommandError("error.no_ledger", path=path, columns=heads)
    _, values, places = ledgers[0]
    for number, row in enumerate(values[1:], start=2):
        cells = {key: _text(row[place]) for key, place in places.items()}
        if cells["review_verdict"]:
            yield _Row(number, cells)


def _workbook(path: Path) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise CommandError("error.from_unknown", path=path) from error


def _columns(rows: Sequence[Sequence[Any]]) -> dict[str, int]:
    """Where the columns that are read stand, by the heads in the first row; none where one is missing."""
    heads = [_text(cell) for cell in rows[0]] if rows else []
    places = {
        key: place for key in NEEDED for place, head in enumerate(heads) if head in CATALOGUE[f"column.{key}"]
    }
    return places if len(places) == len(NEEDED) else {}


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _meant(family: str, said: str, values: type[Verdict] | type[Reason]) -> str | None:
    """The value that a word of either language means."""
    return next(
        (
            each
            for each in values
            if said.casefold() in (each, *map(str.casefold, CATALOGUE[f"{family}.{each}"]))
        ),
        None,
    )


def _reasons(said: str) -> tuple[Reason, ...]:
    words = (_meant("reason", word, Reason) for word in _words(said))
    return tuple(Reason(word) for word in dict.fromkeys(words) if word in WEAKENING)


def _note(said: str) -> str:
    """What a reviewer wrote beside reasons and quotes."""
    return "；".join(word for word in _words(said) if _meant("reason", word, Reason) is None)


def _words(said: str) -> list[str]:
    """What is written between the signs and outside quotes."""
    return [word.strip() for word in _SEPARATORS.split(_QUOTED.sub("；", said)) if word.strip()]

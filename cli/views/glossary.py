"""The terms of the outputs: verdicts, reasons, and what else a reader meets; schema plancmp/glossary/1."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.language import Language
from plancmp.cli.messages import CATALOGUE, Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.document import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Kind,
    Table,
    grid_fields,
    plain_table,
)
from plancmp.plans.terms import read_terms

_TERMS = (
    *(f"verdict.{verdict}" for verdict in Verdict),
    "strengthened",
    *(f"reason.{reason}" for reason in Reason),
    "glossary.commitment",
    "glossary.central",
    "glossary.reference",
    "glossary.witness",
    "glossary.attested",
    "glossary.independent",
    "summary.coverage",
    "summary.coverage_independent",
    "additions",
)
"""By their keys in the catalogue, which has what each means under `means.<key>`."""


def glossary_document(say: Words) -> Document:
    """The glossary for every format: one row a term."""
    return Document(
        page=lambda _: _page(say),
        grid=lambda: _grid(say),
        data=lambda: grid_fields("plancmp/glossary/1", "terms", _grid(say)),
    )


def _page(say: Words) -> Iterator[Block]:
    yield Heading(say("glossary.title"), level=1)
    yield _table(say)
    if field := [*_terms_of_plans(say)]:
        yield Heading(say("glossary.of_plans"))
        yield plain_table(_heads(say), field)


def _table(say: Words) -> Table:
    symbols = {f"verdict.{verdict}": (SYMBOLS[verdict], COLOURS[verdict]) for verdict in Verdict}
    rows = (
        (Cell(term, *symbols.get(key, ("", ""))), other, meaning)
        for key, (term, other, meaning) in zip(_TERMS, _rows(say), strict=True)
    )
    return plain_table(_heads(say), rows)


def _heads(say: Words) -> tuple[Column, ...]:
    return (
        Column(say("column.term"), Kind.LABEL),
        Column(say("column.other_language"), Kind.WORD),
        Column(say("column.meaning"), Kind.TEXT),
    )


def _grid(say: Words) -> Grid:
    return Grid(("term", "other_language", "meaning"), chain(_rows(say), _terms_of_plans(say)))


def _terms_of_plans(say: Words) -> Iterator[tuple[str, str, str]]:
    """How glosses put the terms of the plans; readers of Chinese need none."""
    if say.language is Language.ENGLISH:
        yield from ((term.english[0], term.chinese, term.remark) for term in read_terms())


def _rows(say: Words) -> Iterator[tuple[str, str, str]]:
    """Each term in the language chosen, then in the other one, and what it means."""
    for key in _TERMS:
        chinese, english = CATALOGUE[key]
        term = say(key)
        yield term, english if term == chinese else chinese, say(f"means.{key}")

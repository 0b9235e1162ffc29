"""What became of several documents, one a row: the plan file, how it was read, what it holds, what needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancmp.cli.messages import Words
from plancmp.cli.views.document import Block, Document, Grid, Kind, Unbroken, grid_fields, grid_table
from plancmp.plans.encoding.problems import EncodingError

_COLUMNS = ("document", "plan_file", "format", "measures", "verify", "remark")
_KINDS = (Kind.LABEL, Kind.WORD, Kind.WORD, Kind.NUMBER, Kind.NUMBER, Kind.TEXT)


class EncodedRow(NamedTuple):
    """One document.

    Attributes:
        document: its file or address.
        plan_file: the file of its plan; none where it was refused.
        form: the format it was in; none where it was not read.
        measures: how many were found.
        verify: how many places a person should look at.
        remark: why it was refused or passed over.
        refused: whether there is no plan of it.
    """

    document: str
    plan_file: str | None = None
    form: str | None = None
    measures: int | None = None
    verify: int | None = None
    remark: str = ""
    refused: bool = False


def encoded_document(rows: Sequence[EncodedRow], say: Words) -> Document:
    """The table of all documents and their count."""
    grid = Grid(_COLUMNS, [(*row[:2], row.form and say(f"form.{row.form}"), *row[3:6]) for row in rows])
    return Document(
        page=lambda _: _page(rows, grid, say),
        grid=lambda: grid,
        data=lambda: grid_fields("plancmp/encode/1", "documents", grid),
    )


def problem_text(error: EncodingError, say: Words) -> str:
    """Why a document is refused, with the line where there is one."""
    text = say(f"problem.{error.problem}", found=say.reason(error.found), expected=error.expected)
    return say("encode.at_line", line=error.line, text=text) if error.line else text


def _page(rows: Sequence[EncodedRow], grid: Grid, say: Words) -> Iterator[Block]:
    yield grid_table(grid, _KINDS, say)
    measures = sum(row.measures or 0 for row in rows)
    encoded, refused = sum(row.measures is not None for row in rows), sum(row.refused for row in rows)
    yield Unbroken(
        say("encode.totals", documents=len(rows), encoded=encoded, measures=measures, refused=refused)
    )

"""English beside what plans call things: titles as cells, and fields beside the Chinese in rows and in JSON.

`Words.label` has the gloss with the Chinese beside, `Words.gloss` the gloss alone, for sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plancmp.alignment.result import Match, PlanHeader
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Cell, Document, Grid, Heading, Value
from plancmp.plans.glosses import SUFFIX

_CALLED = frozenset(
    {
        "name",
        "title",
        "text",
        "indicator",
        "plan_name",
        "programme_title",
        "measure_title",
        "commitment_text",
        "reference",
    }
)
"""The fields of JSON and the columns of rows that hold what a plan calls something."""
_RUNNING = frozenset({"text", "reference"})
"""Those of them that hold something else in rows: running text, a number that is asked for."""


def knowing(say: Words, *headers: PlanHeader | None) -> Words:
    """The same words, which know the glosses of these documents; of several for one text the first counts."""
    for header in headers:
        say = say.knowing(header.glosses) if header else say
    return say


def titled(text: str, say: Words, lead: str = "", style: str = "") -> Cell:
    """What a plan calls something as a cell of a table: its gloss, the Chinese beside where there is room."""
    return Cell(say.gloss(text), lead, style, say.label(text))


def match_label(match: Match, say: Words) -> str:
    """A local measure by its id and title, a section by its title."""
    title = say.label(match.title)
    return title if match.place == match.title else f"{match.id} {title}"


def titled_heading(text: str, say: Words, lead: str) -> Heading:
    """The same as the heading of a group of rows."""
    return Heading(say.gloss(text), lead=lead, in_full=say.label(text))


def glossed(document: Document, say: Words) -> Document:
    """The document with glosses as fields of their own: in JSON always, in rows where the language is English."""
    if not say.glosses:
        return document
    in_rows = say.language is not Language.CHINESE
    return document._replace(
        grid=(lambda: _with_columns(document.grid(), say)) if in_rows else document.grid,
        data=lambda: _with_fields(document.data(), say.glosses),
    )


def _with_columns(grid: Grid, say: Words) -> Grid:
    """Behind each column of names or titles one of their glosses."""
    called = [column in _CALLED - _RUNNING for column in grid.columns]

    def beside(values: Iterable[Value]) -> Iterator[Value]:
        for value, has_gloss in zip(values, called, strict=True):
            yield value
            if has_gloss:
                yield say.glosses.get(str(value))

    columns = tuple(
        name
        for column, has_gloss in zip(grid.columns, called, strict=True)
        for name in ((column, column + SUFFIX) if has_gloss else (column,))
    )
    return Grid(columns, (tuple(beside(row)) for row in grid.rows), grid.worded)


def _with_fields(data: Mapping[str, object], glosses: Mapping[str, str]) -> dict[str, object]:
    """The same object with `title_gloss` behind a `title` that has a gloss, and so in all that it holds."""
    made: dict[str, object] = {}
    for key, value in data.items():
        made[key] = _within(value, glosses)
        gloss = glosses.get(value) if key in _CALLED and isinstance(value, str) else None
        if gloss is not None:
            made[key + SUFFIX] = gloss
    return made


def _within(value: object, glosses: Mapping[str, str]) -> object:
    if isinstance(value, Mapping):
        return _with_fields(value, glosses)
    return [_within(each, glosses) for each in value] if isinstance(value, list | tuple) else value

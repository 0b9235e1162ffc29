"""The parts that Markdown outputs are made of: documents, tables, lists, headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabulate import tabulate

from plancmp.alignment.result import PlanHeader
from plancmp.cli.messages import Words
from plancmp.cli.render.escaping import escape

_LONGEST_RULE = 16


def document(paragraphs: Iterable[str]) -> str:
    """Paragraphs with an empty line between them; empty ones are left out."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, bold: Iterable[int] = ()) -> str:
    """A table of plan text, every heading and cell of it escaped.

    Args:
        heads: the headings; a plan's name may be among them.
        rows: as many cells a row.
        bold: places of the rows to set in bold.
    """
    strong = frozenset(bold)
    cells = [
        [_strong(escape(cell)) if place in strong else escape(cell) for cell in row]
        for place, row in enumerate(rows)
    ]
    head, rule, *body = tabulate(
        cells, headers=[escape(head) for head in heads], tablefmt="github", disable_numparse=True
    ).splitlines()
    return "\n".join([head, _balanced(rule), *body])


def bullets(items: Iterable[str]) -> str:
    """A list; the items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def documents_table(headers: Iterable[tuple[str, PlanHeader]], say: Words) -> str:
    """The documents compared, one a row, each after a label."""
    fields = ("names", "title", "document_number", "issued", "basis")
    return table(
        ["", *(say(f"plan.{field}") for field in fields)],
        [_header(label, header, say) for label, header in headers],
    )


def _balanced(rule: str) -> str:
    """The rule under the headings with its long stretches of dashes cut short, the columns kept in line.

    Converters share out a page by these dashes: one long column would leave a number no room.
    """
    stretches = [stretch.strip() for stretch in rule.strip("|").split("|")]
    cells = (stretch[:_LONGEST_RULE].ljust(len(stretch)) for stretch in stretches)
    return f"|{'|'.join(cells)}|"


def _header(label: str, header: PlanHeader, say: Words) -> list[str]:
    facts = [header.document_number or "-", header.issued or "-", say(f"basis.{header.basis}")]
    return [label, header.name, header.title, *facts]


def _strong(text: str) -> str:
    return f"**{text}**" if text else ""

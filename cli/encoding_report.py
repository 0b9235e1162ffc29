"""The report of `encode` in words: what was taken from the text, how much landed, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.cli.plain import plain_line
from plancmp.cli.words import Words
from plancmp.plans.encoding.header import Found, Header
from plancmp.plans.encoding.report import EncodingReport
from plancmp.plans.model import Document, Period


def report_lines(report: EncodingReport, say: Words) -> Iterator[str]:
    """The report line by line; nothing of the document goes unmentioned."""
    yield say("label", label=say("encode.taken"), value="").rstrip()
    yield from _header_lines(report.header, say)
    yield say(
        "encode.counts",
        programmes=report.programmes,
        measures=report.measures,
        body=report.body_characters,
        landed=report.measure_characters,
    )
    if report.left_out:
        left_out = sum(stretch.characters for stretch in report.left_out)
        yield say("label", label=say("encode.left_out", characters=left_out), value="").rstrip()
    for stretch in report.left_out:
        yield "  " + say(
            "encode.stretch",
            first=stretch.first_line,
            last=stretch.last_line,
            kind=say(f"stretch.{stretch.kind}"),
            characters=stretch.characters,
            opening=plain_line(stretch.opening),
        )
    if report.ignored_numbers:
        yield say("label", label=say("encode.ignored"), value="").rstrip()
    for ignored in report.ignored_numbers:
        yield "  " + say("encode.ignored_line", line=ignored.line, opening=plain_line(ignored.opening))


def _header_lines(header: Header, say: Words) -> Iterator[str]:
    fields: list[tuple[str, Found[str] | Found[Period] | Found[Document] | None]] = [
        ("title", header.title),
        ("issuer", header.issuer),
        ("document_number", header.document_number),
        ("issued", header.issued),
        ("period", header.period),
        *(("implements", found) for found in header.implements or (None,)),
    ]
    for name, found in fields:
        yield "  " + say("label", label=say(f"plan.{name}"), value=_value(found, say))


def _value(found: Found[str] | Found[Period] | Found[Document] | None, say: Words) -> str:
    if found is None:
        return say("encode.not_found")
    return say("encode.line", value=plain_line(_text(found.value)), line=found.line)


def _text(value: str | Period | Document) -> str:
    match value:
        case Period():
            return f"{value.start}-{value.end}"
        case Document():
            return f"《{value.title}》{value.document_number or ''}"
        case _:
            return value

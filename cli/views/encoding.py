"""What `encode` says of a document: a report line by line, and the comments in the plan file.

Both tell what was taken from the text, what was left out and what a person should verify.
"""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.plans.encoding.encoder import Encoded
from plancmp.plans.encoding.encoder_report import EncodingReport, LeftOut
from plancmp.plans.encoding.extracted import Aside
from plancmp.plans.encoding.header import DocumentHeader, Located
from plancmp.plans.encoding.review import ReviewItem, ReviewKind
from plancmp.plans.model import ImplementedDocument, Period, Plan
from plancmp.plans.writing import Comments

Field = Located[str] | Located[Period] | Located[ImplementedDocument] | None


def report_lines(encoded: Encoded, say: Words, *, in_full: bool = False) -> Iterator[str]:
    """The report line by line; nothing of the document goes unmentioned.

    Args:
        encoded: the plan and the report of how it was read.
        say: the words of the language chosen.
        in_full: whether every measure is named, and not only the programmes.
    """
    report = encoded.report
    yield say("label", label=say("encode.format"), value=say(f"format.{report.format}"))
    yield say("label", label=say("encode.taken"), value="").rstrip()
    for name, found in header_fields(report.header):
        yield "  " + say("label", label=say(f"plan.{name}"), value=_value(found, say))
    yield from _programme_lines(report, say, in_full)
    yield _agencies_line(encoded.plan, say)
    yield from _section_lines(report, say)
    yield from _left_out_lines(report, say)
    yield from _review_lines(report, say)


def header_fields(header: DocumentHeader) -> Iterator[tuple[str, Field]]:
    """What was found for each field of the header, under the field's name; none where nothing was."""
    yield "title", header.title
    yield "issuer", header.issuer
    yield "document_number", header.document_number
    if header.index_number:
        yield "index_number", header.index_number
    yield "issued", header.issued
    yield "period", header.period
    yield from (("implements", found) for found in header.implements or (None,))


def review_text(item: ReviewItem, say: Words) -> str:
    """Why a place should be looked at."""
    if item.kind is ReviewKind.FIELD_NOT_FOUND:
        return say(f"review_item.{item.kind}", label=say(f"plan.{item.found}"), field=item.found)
    return say(f"review_item.{item.kind}", found=sanitize_line(item.found))


def lines_of(part: LeftOut | Aside, say: Words) -> str:
    """Which lines a part stands on, or which line an aside belongs to."""
    if not part.first_line:
        return say("encode.above")
    if part.first_line == part.last_line:
        return say("encode.one_line", first=part.first_line)
    return say("encode.lines", first=part.first_line, last=part.last_line)


def parts_left_out(report: EncodingReport) -> Iterator[tuple[str, LeftOut | Aside]]:
    """Everything that is not in the plan, with the key of its kind's name, in the order of the document."""
    named: list[tuple[str, LeftOut | Aside]] = []
    named += ((f"region.{part.kind}", part) for part in report.left_out)
    named += ((f"aside.{aside.kind}", aside) for aside in report.asides)
    yield from sorted(named, key=lambda each: each[1].first_line)


def _programme_lines(report: EncodingReport, say: Words, in_full: bool) -> Iterator[str]:
    yield say(
        "encode.counts",
        programmes=len(report.programmes),
        measures=report.measures,
        body=report.body_characters,
        landed=report.measure_characters,
    )
    for number, programme in enumerate(report.programmes, 1):
        yield "  " + say(
            "encode.programme",
            number=number,
            title=sanitize_line(programme.title),
            line=programme.line,
            measures=len(programme.measures),
        )
        if in_full:
            for place, title in enumerate(programme.measures, 1):
                yield f"     {number}.{place} {sanitize_line(title)}"


def _agencies_line(plan: Plan, say: Words) -> str:
    named = [
        {*measure.agencies.lead, *measure.agencies.supporting, *measure.agencies.responsible}
        for measure in plan.measures
    ]
    naming = sum(map(bool, named))
    return say("encode.agencies", naming=naming, agencies=len(set().union(*named)))


def _section_lines(report: EncodingReport, say: Words) -> Iterator[str]:
    if report.sections:
        yield say("label", label=say("encode.sections", sections=len(report.sections)), value="").rstrip()
    for number, section in enumerate(report.sections, 1):
        yield "  " + say(
            "encode.section",
            number=number,
            title=sanitize_line(section.title),
            line=section.line,
            kind=say(f"section.{section.kind}"),
            characters=section.characters,
        )


def _left_out_lines(report: EncodingReport, say: Words) -> Iterator[str]:
    parts = [*parts_left_out(report)]
    if parts:
        left_out = sum(part.characters for _, part in parts)
        yield say("label", label=say("encode.left_out", characters=left_out), value="").rstrip()
    for kind, part in parts:
        yield "  " + say(
            "encode.left_out_part",
            lines=lines_of(part, say),
            kind=say(kind),
            characters=part.characters,
            opening=sanitize_line(part.opening),
        )


def _review_lines(report: EncodingReport, say: Words) -> Iterator[str]:
    if not report.review_items:
        yield say("encode.sure")
        return
    yield say("label", label=say("encode.verify", places=len(report.review_items)), value="").rstrip()
    for item in report.review_items:
        text = review_text(item, say)
        yield "  " + (say("encode.at_line", line=item.line, text=text) if item.line else text)


def _value(found: Field, say: Words) -> str:
    if found is None:
        return say("encode.not_found")
    if not found.line:
        return say("encode.beside", value=sanitize_line(_text(found.value)))
    return say("encode.line", value=sanitize_line(_text(found.value)), line=found.line)


def _text(value: str | Period | ImplementedDocument) -> str:
    match value:
        case Period():
            return f"{value.start}-{value.end}"
        case ImplementedDocument():
            return f"《{value.title}》{value.document_number or ''}"
        case _:
            return value


def comments_of(encoded: Encoded, say: Words) -> Comments:
    """What to verify in general above the plan, and every item above the value it is about."""
    items = encoded.report.review_items
    places: dict[str, list[str]] = {}
    for item in items:
        if item.line and item.path:
            text = say("comment.review_item", line=item.line, text=review_text(item, say))
            places.setdefault(item.path, []).append(text)
    general = (review_text(item, say) for item in items if not (item.line and item.path))
    head = [say("comment.head", source=sanitize_line(encoded.plan.source or "-"))]
    head += [f"- {line}" for line in (*_comment_head(encoded, say), *general)]
    return Comments(tuple(head), {path: tuple(lines) for path, lines in places.items()})


def _comment_head(encoded: Encoded, say: Words) -> Iterator[str]:
    report = encoded.report
    fields = [
        say("comment.field", label=say(f"plan.{name}"), line=found.line)
        if found.line
        else say("encode.beside", value=say(f"plan.{name}"))
        for name, found in header_fields(report.header)
        if found
    ]
    yield say("comment.fields", fields=say.listed(list(dict.fromkeys(fields))))
    counts = [str(len(programme.measures)) for programme in report.programmes]
    yield say("comment.counts", programmes=len(counts), measures=say.listed(counts))
    if report.sections:
        titles = [sanitize_line(section.title) for section in report.sections]
        yield say("comment.sections", sections=say.listed(titles))
    parts = [
        say("comment.left_out_part", lines=lines_of(part, say), kind=say(kind))
        for kind, part in parts_left_out(report)
    ]
    if parts:
        yield say("comment.left_out", parts=say.listed(parts))

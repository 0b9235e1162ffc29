"""The comments in a plan file that was encoded: what a person should verify, and where."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.cli.encoding_report import doubt_text, header_fields, lines_of, named_stretches
from plancmp.cli.plain import plain_line
from plancmp.cli.words import Words
from plancmp.plans.encoding.encoder import Encoded
from plancmp.plans.writing import Comments


def comments_of(encoded: Encoded, say: Words) -> Comments:
    """What to verify in general above the plan, and every doubt above the value it is about."""
    doubts = encoded.report.review_items
    places: dict[str, list[str]] = {}
    for doubt in doubts:
        if doubt.line and doubt.path:
            text = say("comment.doubt", line=doubt.line, doubt=doubt_text(doubt, say))
            places.setdefault(doubt.path, []).append(text)
    general = (doubt_text(doubt, say) for doubt in doubts if not (doubt.line and doubt.path))
    head = [say("comment.head", source=plain_line(encoded.plan.source or "-"))]
    head += [f"- {line}" for line in (*_head(encoded, say), *general)]
    return Comments(tuple(head), {path: tuple(lines) for path, lines in places.items()})


def _head(encoded: Encoded, say: Words) -> Iterator[str]:
    report = encoded.report
    fields = [
        say("comment.field", label=say(f"plan.{name}"), line=found.line)
        for name, found in header_fields(report.header)
        if found
    ]
    yield say("comment.fields", fields=say.listed(list(dict.fromkeys(fields))))
    counts = [str(len(programme.measures)) for programme in report.programmes]
    yield say("comment.counts", programmes=len(counts), measures=say.listed(counts))
    if report.sections:
        titles = [plain_line(section.title) for section in report.sections]
        yield say("comment.sections", sections=say.listed(titles))
    stretches = [
        say("comment.stretch", lines=lines_of(stretch, say), kind=say(kind))
        for kind, stretch in named_stretches(report)
    ]
    if stretches:
        yield say("comment.left_out", stretches=say.listed(stretches))

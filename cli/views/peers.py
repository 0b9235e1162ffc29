"""A plan among its peers: what they carry further, in their words and with their agencies, and what it alone has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plancmp.alignment.peers import Alone, Behind, PeerExample, PeerReport
from plancmp.alignment.result import Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import filter_note, notes, parties
from plancmp.cli.views.document import (
    Block,
    Cell,
    Chapter,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Medium,
)
from plancmp.cli.views.glosses import glossed
from plancmp.cli.views.reasons import describe_target, explain_commitment, quoted_addition, quoted_passages
from plancmp.cli.views.render_options import RenderOptions
from plancmp.plans.model import Agencies

_ROLES = ("lead", "responsible", "supporting")


def peers_document(report: PeerReport, options: RenderOptions) -> Document:
    """The report for every format: one row for each commitment and peer; schema plancmp/peers/1."""
    comparison = report.comparison
    options = options.knowing(comparison.reference, comparison.plan, *(peer.plan for peer in report.peers))

    def grid() -> Grid:
        from plancmp.cli.views.peers_data import peers_grid

        return peers_grid(report, options)

    def data() -> dict[str, object]:
        from plancmp.cli.views.peers_data import peers_fields

        return peers_fields(report, options)

    document = Document(lambda medium: peers_page(report, options, medium), grid, data)
    return glossed(document, options.say)


def peers_page(report: PeerReport, options: RenderOptions, medium: Medium) -> Iterator[Block]:
    """The documents, what the peers carry further, what the plan alone has, the caveats, and what it comes to."""
    say, comparison = options.say, report.comparison
    if medium is Medium.PAPER:
        yield Heading(say("peers.title", plan=say.gloss(comparison.plan.name)), level=1)
    headers = [(say("diff.reference"), comparison.reference), (say("diff.plan"), comparison.plan)]
    yield parties([*headers, *((say("peers.peer"), peer.plan) for peer in report.peers)], medium, say)
    yield from filter_note(options.filters, say)
    yield from _behind(report, options)
    yield from _alone(report, options)
    yield from notes(_caveats(report, say), say)
    yield Gap()
    yield Item(peers_conclusion(report, say), style="bold")


def shown_behind(report: PeerReport, filters: Filters) -> tuple[Behind, ...]:
    """What the filters let through of what the peers carry further."""
    return tuple(each for each in report.behind if _passes(each, filters))


def shown_alone(report: PeerReport, filters: Filters) -> tuple[Alone, ...]:
    """What the filters let through of what the plan alone carries."""
    return tuple(each for each in report.alone if _passes(each, filters))


def _passes(each: Behind | Alone, filters: Filters) -> bool:
    """Whether a commitment passes, by what the plan made of it."""
    return filters.names(each.measure) and filters.takes(
        each.own.verdict, each.own.gap_reasons, each.measure.verdict
    )


def _behind(report: PeerReport, options: RenderOptions) -> Iterator[Block]:
    say, shown = options.say, shown_behind(report, options.filters)
    yield Heading(say("peers.behind", plan=say.gloss(report.comparison.plan.name), count=len(shown)))
    if not shown:
        yield Item(say("peers.nothing_behind"))
    for (measure, title), members in groupby(shown, key=lambda each: (each.measure.id, each.measure.title)):
        items = tuple(_behind_item(each, options) for each in members)
        yield Chapter(Heading(say.label(title), level=3, lead=measure), items)


def _behind_item(each: Behind, options: RenderOptions) -> Item:
    say, own = options.say, each.own
    reason = explain_commitment(own, say)
    said = quoted_passages(own, say) if options.verbose or own.verdict is Verdict.WEAKENED else []
    return Item(
        say.label(own.text),
        depth=1,
        name=Cell(own.id, SYMBOLS[own.verdict], COLOURS[own.verdict]),
        remark=Cell(reason, style=COLOURS[own.verdict]) if reason else None,
        below=(
            *(Item(passage, label=say("peers.own"), style="dim") for passage in said),
            *(item for example in each.examples for item in _example_items(example, options)),
        ),
    )


def _example_items(example: PeerExample, options: RenderOptions) -> Iterator[Item]:
    """A peer's words, its numbers, and whom it names; the first passage alone unless all are asked for."""
    say, result = options.say, example.result
    name = say.gloss(example.peer.name)
    passages = quoted_passages(result, say)
    for passage in passages if options.verbose else passages[:1]:
        yield Item(passage, label=f"{SYMBOLS[result.verdict]} {name}")
    if options.verbose:
        yield from (Item(describe_target(target, say), label=name) for target in result.targets)
    named = agencies_in_words(example.agencies, say)
    if named:
        yield Item(named, style="dim")


def agencies_in_words(agencies: Agencies, say: Words) -> str:
    """Who leads, who is responsible and who supports; empty where nobody is named."""
    parts = [
        say("label", label=say(f"agencies.{role}"), value=say.listed(list(named)))
        for role in _ROLES
        if (named := getattr(agencies, role))
    ]
    return say("semicolon").join(parts)


def _alone(report: PeerReport, options: RenderOptions) -> Iterator[Block]:
    """The commitments and, unless a filter asks for certain ones, the clauses that no peer has."""
    say, shown = options.say, shown_alone(report, options.filters)
    clauses = report.clauses if options.filters == Filters() else ()
    yield Heading(
        say("peers.alone", plan=say.gloss(report.comparison.plan.name), count=len(shown) + len(clauses))
    )
    if not (shown or clauses):
        yield Item(say("peers.nothing_alone"))
    for each in shown:
        passages = quoted_passages(each.own, say)
        yield Item(
            say.label(each.own.text),
            depth=1,
            name=Cell(each.own.id, SYMBOLS[each.own.verdict], COLOURS[each.own.verdict]),
            below=tuple(Item(passage) for passage in (passages if options.verbose else passages[:1])),
        )
    if clauses:
        clause_items = tuple(Item(quoted_addition(each, say), depth=1) for each in clauses)
        yield Chapter(Heading(say("peers.clauses"), level=3), clause_items)


def _caveats(report: PeerReport, say: Words) -> Iterator[str]:
    yield from caveats(report.comparison, say)
    others = [say.gloss(peer.plan.name) for peer in report.peers if not peer.implements]
    if others:
        yield say("peers.implement_other", plans=say.listed(others))
    if report.clauses:
        yield say("peers.clauses_mean")


def peers_conclusion(report: PeerReport, say: Words) -> str:
    """How much the peers carry further, and how much the plan alone has; filters play no part."""
    omitted = sum(each.own.verdict is Verdict.OMITTED for each in report.behind)
    return say(
        "peers.conclusion",
        plan=say.gloss(report.comparison.plan.name),
        peers=say.listed([say.gloss(peer.plan.name) for peer in report.peers]),
        omitted=omitted,
        weaker=len(report.behind) - omitted,
        alone=len(report.alone),
        clauses=len(report.clauses),
    )

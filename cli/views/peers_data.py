"""A plan among its peers as rows, one for each commitment and peer, and as JSON: schema plancmp/peers/1."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.peers import Alone, Behind, PeerExample, PeerReport
from plancmp.cli.filters import Filters
from plancmp.cli.views.caveats import coded_caveats
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    addition_list,
    caveat_fields,
    commitment_fields,
    fields_of,
    header_fields,
    reference_fields,
)
from plancmp.cli.views.peers import agencies_in_words, peers_conclusion, shown_alone, shown_behind
from plancmp.cli.views.render_options import RenderOptions

_COLUMNS = (
    "relation",
    "programme",
    "measure",
    "measure_title",
    "commitment",
    "commitment_text",
    "verdict",
    "reasons",
    "local_text",
    "plan",
    "plan_name",
    "peer_verdict",
    "peer_text",
    "agencies",
)


def peers_grid(report: PeerReport, options: RenderOptions) -> Grid:
    """One row for each commitment and peer that carries it further, then one for each that the plan alone has."""
    return Grid(_COLUMNS, _rows(report, options), frozenset({"relation", "verdict", "peer_verdict"}))


def _rows(report: PeerReport, options: RenderOptions) -> Iterator[tuple[Value, ...]]:
    for behind in shown_behind(report, options.filters):
        for example in behind.examples:
            yield (*_own_values("behind", behind, options), *_example_values(example, options))
    for alone in shown_alone(report, options.filters):
        yield (*_own_values("alone", alone, options), None, None, None, None, None)
    for clause in report.clauses if options.filters == Filters() else ():
        yield ("alone", None, None, None, None, None, None, None, _quoted(clause.measure, clause.quote)) + (
            None,
        ) * 5


def _own_values(relation: str, each: Behind | Alone, options: RenderOptions) -> tuple[Value, ...]:
    own, say = each.own, options.say
    return (
        relation,
        each.programme,
        each.measure.id,
        each.measure.title,
        own.id,
        own.text,
        own.verdict.value,
        say.listed([say(f"reason.{reason}") for reason in own.gap_reasons]),
        "\n".join(_quoted(found.place, found.quote) for found in own.evidence),
    )


def _example_values(example: PeerExample, options: RenderOptions) -> tuple[Value, ...]:
    return (
        example.peer.id,
        example.peer.name,
        example.result.verdict.value,
        "\n".join(_quoted(found.place, found.quote) for found in example.result.evidence),
        agencies_in_words(example.agencies, options.say),
    )


def _quoted(place: str, quote: str) -> str:
    return f"{place} {quote}"


def peers_fields(report: PeerReport, options: RenderOptions) -> dict[str, object]:
    """The fields of the contract; filters thin the lists of commitments and leave out the clauses."""
    comparison = report.comparison
    return {
        "schema": "plancmp/peers/1",
        "reference": reference_fields(comparison.reference),
        "plan": header_fields(comparison.plan),
        "peers": [
            {**header_fields(peer.plan), "implements_reference": peer.implements} for peer in report.peers
        ],
        **caveat_fields(coded_caveats(comparison, options.say)),
        "behind": [_behind_fields(each) for each in shown_behind(report, options.filters)],
        "alone": [_located_fields(each) for each in shown_alone(report, options.filters)],
        "clauses": addition_list(report.clauses if options.filters == Filters() else ()),
        "conclusion": peers_conclusion(report, options.say),
    }


def _located_fields(each: Behind | Alone) -> dict[str, object]:
    return {
        "programme": each.programme,
        "measure": each.measure.id,
        "measure_title": each.measure.title,
        "commitment": commitment_fields(each.own),
    }


def _behind_fields(each: Behind) -> dict[str, object]:
    return {**_located_fields(each), "examples": [_example_fields(example) for example in each.examples]}


def _example_fields(example: PeerExample) -> dict[str, object]:
    return {
        "plan": example.peer.id,
        **fields_of(example.result, ("verdict", "strengthened", "reasons", "evidence", "targets")),
        "agencies": fields_of(example.agencies, ("lead", "supporting", "responsible")),
    }

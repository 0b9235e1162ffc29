"""What a page shows, as values: the coverage map with the evidence behind it, and the lists below.

Evidence is proof: each commitment beside the local text, the words that both share marked, and the measure around it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from plancmp.alignment.commitment_matrix import commitment_matrix, plan_commitments
from plancmp.alignment.coverage_matrix import ProgrammeOutline
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.highlight import HighlightSpan, highlight_shared
from plancmp.alignment.result import (
    CommitmentResult,
    MeasureResult,
    Passage,
    PlanHeader,
    Reason,
    Verdict,
)
from plancmp.alignment.summary import Summary, Tally, tally
from plancmp.cli.commitment_selection import CommitmentSelection
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.views.common import names_apart
from plancmp.cli.views.reasons import places_of, telling_passages
from plancmp.cli.views.render_options import RenderOptions

if TYPE_CHECKING:
    from plancmp.cli.places import Places

_LONGEST = 2000
"""Characters of one passage that the page shows and marks; a document's longest clauses have a few hundred."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A passage in pieces, and how many characters at its end are left out of the page."""

    pieces: tuple[HighlightSpan, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class WitnessWording:
    """How a witness words a commitment; `own` when the witness is the plan judged, whose words do not count."""

    plan: str
    measure: str | None
    marked: MarkedText
    own: bool


@dataclass(frozen=True, slots=True)
class LocalPassage:
    """A passage of the local plan, the words it shares with the reference marked; its score is 0-1.

    `place` is the file and line it stands in, empty where that is not known.
    """

    measure: str
    score: float
    marked: MarkedText
    place: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The whole measure or section that passages are quoted from; the passages are marked."""

    id: str
    title: str
    marked: MarkedText


@dataclass(frozen=True, slots=True)
class Proof:
    """One commitment beside the local text: both with the words they share marked.

    `key` is its place in the page, unique in it.
    """

    key: str
    commitment: CommitmentResult
    statement: MarkedText
    wordings: tuple[WitnessWording, ...]
    passages: tuple[LocalPassage, ...]
    surroundings: tuple[Surroundings, ...]


@dataclass(frozen=True, slots=True)
class MapCell:
    """One measure in one plan: a cell of the map and its evidence.

    Attributes:
        key: the evidence's place in the page, unique in it.
        plan: what identifies the plan.
        measure: the verdict on the measure.
        tally: the verdicts of its commitments, counted.
        reasons: those of the measure and of its commitments, for the filter.
        proofs: one a commitment.
    """

    key: str
    plan: PlanHeader
    measure: MeasureResult
    tally: Tally
    reasons: tuple[Reason, ...]
    proofs: tuple[Proof, ...]

    @property
    def depth(self) -> float:
        """How strongly the cell is coloured, 0-1: the surer the verdict, the stronger."""
        share = self.tally.coverage
        sure = {Verdict.ADOPTED: share, Verdict.WEAKENED: 1 - share, Verdict.OMITTED: 1 - share}
        return 0.4 + 0.6 * sure[self.measure.verdict]


@dataclass(frozen=True, slots=True)
class MapLine:
    """A commitment of a measure: the proof of each plan."""

    id: str
    text: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A measure of the reference with one cell a plan, and those of its commitments that are listed."""

    id: str
    title: str
    cells: tuple[MapCell, ...]
    lines: tuple[MapLine, ...]


@dataclass(frozen=True, slots=True)
class MapProgramme:
    """A programme of the reference: one summary a plan, and the measures that are shown."""

    number: int
    title: str
    summaries: tuple[Summary, ...]
    rows: tuple[MapRow, ...]


class PlacedAddition(NamedTuple):
    """A local clause that answers to nothing in the reference: its measure, and its file and line where known."""

    measure: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A commitment in a list below the map: the evidence it leads to, and who would have to act."""

    key: str
    plan: PlanHeader
    finding: Finding
    agencies: tuple[str, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those of the commitment, for the filter."""
        return self.finding.commitment.gap_reasons


def map_programmes(reports: Sequence[GapReport], options: RenderOptions) -> tuple[MapProgramme, ...]:
    """The map and its evidence: programmes with the measures that pass the filters in at least one plan."""
    programmes = []
    for place, programme in enumerate(reports[0].comparison.programmes):
        shown = {
            measure.id
            for report in reports
            for measure in options.filters.of(report.comparison.programmes[place])
        }
        rows = tuple(
            _row(reports, (place, line), options)
            for line, measure in enumerate(programme.measures)
            if measure.id in shown
        )
        summaries = tuple(report.programmes[place].summary for report in reports)
        programmes.append(MapProgramme(programme.number, programme.title, summaries, rows))
    return tuple(programme for programme in programmes if programme.rows)


def with_commitments(programmes: Iterable[MapProgramme], listed: Collection[str]) -> tuple[MapProgramme, ...]:
    """The same map with no other commitments than these, and no measure or programme without any."""
    chosen = (
        replace(
            programme,
            rows=tuple(
                replace(row, lines=lines)
                for row in programme.rows
                if (lines := tuple(line for line in row.lines if line.id in listed))
            ),
        )
        for programme in programmes
    )
    return tuple(programme for programme in chosen if programme.rows)


def ordered_as(
    programmes: Iterable[MapProgramme], outline: Iterable[ProgrammeOutline]
) -> tuple[MapProgramme, ...]:
    """The same map with its programmes and measures in the order of the outline."""
    measures = [measure.id for programme in outline for measure in programme.measures]
    place = {measure: at for at, measure in enumerate(measures)}
    ordered = (
        replace(each, rows=tuple(sorted(each.rows, key=lambda row: place[row.id]))) for each in programmes
    )
    return tuple(sorted(ordered, key=lambda programme: place[programme.rows[0].id]))


def listed_commitments(reports: Sequence[GapReport], selection: CommitmentSelection) -> frozenset[str]:
    """The ids of the commitments that a selection lists."""
    rows = [plan_commitments(report.comparison, report.documents[1]) for report in reports]
    matrix = commitment_matrix(reports[0].documents[0], rows)
    return frozenset(line.id for line in selection.lines_of(matrix))


def plan_names(reports: Sequence[GapReport], say: Words) -> list[str]:
    """The plans' names, apart from each other, an asterisk behind those that do not implement the reference."""
    names = names_apart([report.comparison.plan for report in reports], say)
    return [f"{name}{'' if each.implements else '*'}" for name, each in zip(names, reports, strict=True)]


def placed_additions(report: GapReport, options: RenderOptions) -> tuple[PlacedAddition, ...]:
    """What only the plan has, with the places."""
    places = options.places.get(report.comparison.plan.id)
    return tuple(
        PlacedAddition(each.measure, each.quote, places_of([each], places))
        for each in report.comparison.additions
    )


def listed_gaps(reports: Sequence[GapReport], filters: Filters) -> tuple[ListedFinding, ...]:
    """Every gap of every plan that the filters let through, the gravest first."""
    found = [
        listed
        for number, report in enumerate(reports, start=1)
        for listed in _listed(number, report, report.gaps, filters)
    ]
    return tuple(sorted(found, key=lambda listed: listed.finding.rank))


def listed_strengthened(
    reports: Sequence[GapReport], filters: Filters
) -> tuple[tuple[ListedFinding, ...], ...]:
    """What is firmer than the reference in the measures shown, one tuple a plan."""
    return tuple(
        tuple(_listed(number, report, report.strengthened, filters))
        for number, report in enumerate(reports, start=1)
    )


def make_proof(report: GapReport, finding: Finding, key: str, places: Places | None = None) -> Proof:
    """Lay the wordings of a commitment beside its evidence, or beside the nearest passages."""
    commitment = finding.commitment
    passages = commitment.evidence or telling_passages(commitment)
    quotes = [passage.quote for passage in passages]
    judged = report.comparison.plan.witness
    wordings = [commitment.text, *(each.quote for each in finding.witnesses if each.plan != judged)]
    return Proof(
        key,
        commitment,
        _mark(commitment.text, quotes),
        tuple(
            WitnessWording(
                report.names.get(witness.plan, witness.plan),
                witness.measure,
                _mark(witness.quote, [] if witness.plan == judged else quotes),
                witness.plan == judged,
            )
            for witness in finding.witnesses
        ),
        tuple(_local_passage(passage, wordings, places) for passage in passages),
        tuple(_surroundings(report, passages)),
    )


def _listed(
    number: int, report: GapReport, findings: Iterable[Finding], filters: Filters
) -> Iterator[ListedFinding]:
    for finding in findings:
        if filters.lists(finding.measure, finding.commitment):
            key = _key(number, finding.measure)
            yield ListedFinding(key, report.comparison.plan, finding, report.lead_agencies(finding))


def _row(reports: Sequence[GapReport], at: tuple[int, int], options: RenderOptions) -> MapRow:
    """The measure at this place of this programme, by their indices."""
    programme, place = at
    measures = [report.comparison.programmes[programme].measures[place] for report in reports]
    cells = tuple(
        _cell(number, report, measure, options)
        for number, (report, measure) in enumerate(zip(reports, measures, strict=True), start=1)
    )
    lines = (
        MapLine(each.id, each.text, tuple(cell.proofs[within] for cell in cells))
        for within, each in enumerate(measures[0].commitments)
    )
    return MapRow(measures[0].id, measures[0].title, cells, tuple(lines))


def _cell(number: int, report: GapReport, measure: MeasureResult, options: RenderOptions) -> MapCell:
    places = options.places.get(report.comparison.plan.id)
    proofs = tuple(
        make_proof(report, finding, _key(number, finding.commitment), places)
        for finding in report.findings
        if finding.measure.id == measure.id
    )
    return MapCell(
        key=_key(number, measure),
        plan=report.comparison.plan,
        measure=measure,
        tally=tally(measure.commitments),
        reasons=tuple(_reasons(measure)),
        proofs=proofs,
    )


def _key(number: int, item: MeasureResult | CommitmentResult) -> str:
    return f"plan{number}-{item.id}"


def _reasons(measure: MeasureResult) -> Iterator[Reason]:
    found = {*measure.reasons, *(reason for each in measure.commitments for reason in each.gap_reasons)}
    return (reason for reason in Reason if reason in found)


def _mark(text: str, others: Sequence[str]) -> MarkedText:
    pieces = highlight_shared(text[:_LONGEST], [other[:_LONGEST] for other in others])
    return MarkedText(pieces, max(len(text) - _LONGEST, 0))


def _local_passage(passage: Passage, wordings: Sequence[str], places: Places | None) -> LocalPassage:
    marked = _mark(passage.quote, wordings)
    return LocalPassage(passage.place, passage.score, marked, places_of([passage], places))


def _surroundings(report: GapReport, passages: Sequence[Passage]) -> Iterator[Surroundings]:
    """The parts of the plan that passages are quoted from, each once; none that is quoted whole."""
    quotes: dict[str, list[str]] = {}
    for passage in passages:
        quotes.setdefault(passage.measure, []).append(passage.quote)
    for part in report.documents[1].parts:
        if part.id in quotes and part.text.strip("。 ") not in quotes[part.id]:
            yield Surroundings(part.id, part.title, _mark_quotes(part.text, quotes[part.id]))


def _mark_quotes(text: str, quotes: Sequence[str]) -> MarkedText:
    """The text, or as much of it as the page shows, from a little before the first quote on; the quotes marked."""
    found = [(text.find(quote), quote) for quote in quotes]
    first = min((start for start, _ in found if start >= 0), default=0)
    begin = max(0, first - _LONGEST // 4) if len(text) > _LONGEST else 0
    end = min(begin + _LONGEST, len(text))
    marked = {at for start, quote in found if start >= 0 for at in range(start, min(start + len(quote), end))}
    pieces = groupby(range(begin, end), key=marked.__contains__)
    spans = tuple(HighlightSpan("".join(text[at] for at in stretch), quoted) for quoted, stretch in pieces)
    return MarkedText(spans, len(text) - (end - begin))

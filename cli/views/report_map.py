"""What the page of a report shows, as values: the coverage map with the evidence behind it, and the lists below.

Evidence is proof: each commitment beside the local text, the words that both share marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
from plancmp.cli.filters import Filters
from plancmp.cli.views.reasons import telling_passages

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
    """A passage of the local plan, the words it shares with the reference marked; its score is 0-1."""

    measure: str
    score: float
    marked: MarkedText


@dataclass(frozen=True, slots=True)
class Proof:
    """One commitment beside the local text: both with the words they share marked."""

    commitment: CommitmentResult
    statement: MarkedText
    wordings: tuple[WitnessWording, ...]
    passages: tuple[LocalPassage, ...]


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
        opened: whether the page shows this evidence from the start.
    """

    key: str
    plan: PlanHeader
    measure: MeasureResult
    tally: Tally
    reasons: tuple[Reason, ...]
    proofs: tuple[Proof, ...]
    opened: bool

    @property
    def depth(self) -> float:
        """How strongly the cell is coloured, 0-1: the surer the verdict, the stronger."""
        share = self.tally.coverage
        sure = {Verdict.ADOPTED: share, Verdict.WEAKENED: 1 - share, Verdict.OMITTED: 1 - share}
        return 0.4 + 0.6 * sure[self.measure.verdict]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A measure of the reference with one cell a plan."""

    id: str
    title: str
    cells: tuple[MapCell, ...]


@dataclass(frozen=True, slots=True)
class MapProgramme:
    """A programme of the reference: one summary a plan, and the measures that are shown."""

    number: int
    title: str
    summaries: tuple[Summary, ...]
    rows: tuple[MapRow, ...]


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


def map_programmes(reports: Sequence[GapReport], filters: Filters) -> tuple[MapProgramme, ...]:
    """The map and its evidence: programmes with the measures that pass the filters in at least one plan."""
    opened = _gravest(reports, filters)
    programmes = []
    for place, programme in enumerate(reports[0].comparison.programmes):
        shown = {
            measure.id for report in reports for measure in filters.of(report.comparison.programmes[place])
        }
        rows = tuple(
            _row(reports, place, line, opened)
            for line, measure in enumerate(programme.measures)
            if measure.id in shown
        )
        summaries = tuple(report.programmes[place].summary for report in reports)
        programmes.append(MapProgramme(programme.number, programme.title, summaries, rows))
    return tuple(programme for programme in programmes if programme.rows)


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


def make_proof(report: GapReport, finding: Finding) -> Proof:
    """Lay the wordings of a commitment beside its evidence, or beside the nearest passages."""
    commitment = finding.commitment
    passages = commitment.evidence or telling_passages(commitment)
    quotes = [passage.quote for passage in passages]
    judged = report.comparison.plan.witness
    wordings = [commitment.text, *(each.quote for each in finding.witnesses if each.plan != judged)]
    return Proof(
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
        tuple(_local_passage(passage, wordings) for passage in passages),
    )


def _gravest(reports: Sequence[GapReport], filters: Filters) -> str | None:
    """The evidence of the gravest gap, which the page opens with."""
    gaps = listed_gaps(reports, filters)
    return gaps[0].key if gaps else None


def _listed(
    number: int, report: GapReport, findings: Iterable[Finding], filters: Filters
) -> Iterator[ListedFinding]:
    for finding in findings:
        if filters.lists(finding.measure, finding.commitment):
            key = _key(number, finding.measure)
            yield ListedFinding(key, report.comparison.plan, finding, report.lead_agencies(finding))


def _row(reports: Sequence[GapReport], place: int, line: int, opened: str | None) -> MapRow:
    measures = [report.comparison.programmes[place].measures[line] for report in reports]
    cells = (
        _cell(report, measure, _key(number, measure), opened)
        for number, (report, measure) in enumerate(zip(reports, measures, strict=True), start=1)
    )
    return MapRow(measures[0].id, measures[0].title, tuple(cells))


def _cell(report: GapReport, measure: MeasureResult, key: str, opened: str | None) -> MapCell:
    proofs = tuple(
        make_proof(report, finding) for finding in report.findings if finding.measure.id == measure.id
    )
    return MapCell(
        key=key,
        plan=report.comparison.plan,
        measure=measure,
        tally=tally(measure.commitments),
        reasons=tuple(_reasons(measure)),
        proofs=proofs,
        opened=key == opened,
    )


def _key(number: int, measure: MeasureResult) -> str:
    return f"plan{number}-{measure.id}"


def _reasons(measure: MeasureResult) -> Iterator[Reason]:
    found = {*measure.reasons, *(reason for each in measure.commitments for reason in each.gap_reasons)}
    return (reason for reason in Reason if reason in found)


def _mark(text: str, others: Sequence[str]) -> MarkedText:
    pieces = highlight_shared(text[:_LONGEST], [other[:_LONGEST] for other in others])
    return MarkedText(pieces, max(len(text) - _LONGEST, 0))


def _local_passage(passage: Passage, wordings: Sequence[str]) -> LocalPassage:
    return LocalPassage(passage.place, passage.score, _mark(passage.quote, wordings))

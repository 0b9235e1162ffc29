"""What the page of a report shows, as values: the map with the evidence behind it, and the lists below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import (
    MeasureResult,
    PlanHeader,
    Reason,
    Verdict,
)
from plancmp.alignment.summary import Summary, Tally, tally
from plancmp.cli.filters import Filters
from plancmp.cli.formats.html_proof import Proof, make_proof


@dataclass(frozen=True, slots=True)
class Entry:
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
        """How strongly its cell is coloured, 0-1: the surer the verdict, the stronger."""
        share = self.tally.coverage
        sure = {Verdict.ADOPTED: share, Verdict.WEAKENED: 1 - share, Verdict.OMITTED: 1 - share}
        return 0.4 + 0.6 * sure[self.measure.verdict]


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of the reference with one entry a plan."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A programme of the reference: one summary a plan, and the measures that are shown."""

    number: int
    title: str
    summaries: tuple[Summary, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment in a list below the map: the evidence it leads to, and who would have to act."""

    key: str
    plan: PlanHeader
    finding: Finding
    agencies: tuple[str, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those of the commitment, for the filter."""
        return self.finding.commitment.gap_reasons


def page_groups(reports: Sequence[GapReport], filters: Filters) -> tuple[Group, ...]:
    """The map and its evidence: programmes with the measures that pass the filters in at least one plan."""
    opened = _gravest(reports, filters)
    groups = []
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
        groups.append(Group(programme.number, programme.title, summaries, rows))
    return tuple(group for group in groups if group.rows)


def page_gaps(reports: Sequence[GapReport], filters: Filters) -> tuple[Item, ...]:
    """Every gap of every plan that the filters let through, the gravest first."""
    items = [
        item
        for number, report in enumerate(reports, start=1)
        for item in _items(number, report, report.gaps, filters)
    ]
    return tuple(sorted(items, key=lambda item: item.finding.rank))


def page_strengthened(reports: Sequence[GapReport], filters: Filters) -> tuple[tuple[Item, ...], ...]:
    """What is firmer than the reference in the measures shown, one tuple a plan."""
    return tuple(
        tuple(_items(number, report, report.strengthened, filters))
        for number, report in enumerate(reports, start=1)
    )


def _gravest(reports: Sequence[GapReport], filters: Filters) -> str | None:
    """The evidence of the gravest gap, which the page opens with."""
    gaps = page_gaps(reports, filters)
    return gaps[0].key if gaps else None


def _items(number: int, report: GapReport, findings: Iterable[Finding], filters: Filters) -> Iterator[Item]:
    for finding in findings:
        if filters.lists(finding.measure, finding.commitment):
            key = _key(number, finding.measure)
            yield Item(key, report.comparison.plan, finding, report.lead_agencies(finding))


def _row(reports: Sequence[GapReport], place: int, line: int, opened: str | None) -> Row:
    measures = [report.comparison.programmes[place].measures[line] for report in reports]
    entries = (
        _entry(report, measure, _key(number, measure), opened)
        for number, (report, measure) in enumerate(zip(reports, measures, strict=True), start=1)
    )
    return Row(measures[0].id, measures[0].title, tuple(entries))


def _entry(report: GapReport, measure: MeasureResult, key: str, opened: str | None) -> Entry:
    proofs = tuple(
        make_proof(report, finding) for finding in report.findings if finding.measure.id == measure.id
    )
    return Entry(
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

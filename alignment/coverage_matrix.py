"""Coverage of one reference by many plans: measures x plans, folded from one small row for each plan.

A row holds counts and verdicts only, no text of the plan, so that thousands of plans can pass through.
Coverages are shares of commitments carried, 0-1, a weakened one counting half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancmp.alignment.result import (
    CaveatCode,
    Comparison,
    DecisionRecord,
    MeasureResult,
    PlanHeader,
    ProgrammeResult,
    Reason,
    Verdict,
    gap_reasons_of,
    header_of,
    shows_compliance,
)
from plancmp.alignment.summary import Summary, Tally, add_tallies, tally, tally_independent
from plancmp.plans.model import Plan, Programme


class CoverageCell(NamedTuple):
    """What became of one measure in one plan.

    Attributes:
        verdict: the measure's verdict.
        commitments: the verdicts of its commitments, counted.
        independent: the same of those commitments that stand without the plan's own witness.
        reasons: why any of its commitments is a gap, each reason once, in the order of `Reason`.
        decided: whether a person's word is behind the verdict or a commitment's.
    """

    verdict: Verdict
    commitments: Tally
    independent: Tally
    reasons: tuple[Reason, ...] = ()
    decided: bool = False


class PlanCoverage(NamedTuple):
    """One plan's row: a cell for each measure of the reference, in the reference's order.

    Attributes:
        plan: what identifies the plan.
        caveats: caveats of comparing it with the reference.
        cells: one tuple of cells a programme.
        additions: how many local clauses answer to nothing in the reference.
        decisions: what became of the decisions on it; None where there were none to apply.
    """

    plan: PlanHeader
    caveats: tuple[CaveatCode, ...]
    cells: tuple[tuple[CoverageCell, ...], ...]
    additions: int
    decisions: DecisionRecord | None = None

    @property
    def implements(self) -> bool:
        """Whether the plan carries out the reference; one that does not stays out of every average."""
        return shows_compliance(self.caveats)

    @property
    def summary(self) -> Summary:
        """The figures over all programmes."""
        return _summary(cell for cells in self.cells for cell in cells)

    @property
    def coverage(self) -> float:
        """Share of all commitments that is carried, 0-1."""
        return self.summary.coverage

    def programme(self, index: int) -> Summary:
        """The figures of the programme at an index of the matrix' outline."""
        return _summary(self.cells[index])


class MeasureOutline(NamedTuple):
    """A measure of the reference."""

    id: str
    title: str


class ProgrammeOutline(NamedTuple):
    """A programme of the reference; at least one measure."""

    number: int
    title: str
    measures: tuple[MeasureOutline, ...]


class CoverageMatrix(NamedTuple):
    """The measures of a reference and what became of each in every plan.

    Attributes:
        reference: what identifies the reference.
        outline: its programmes and measures.
        plans: one row a plan, in the order asked for; its cells lie as the outline does.
    """

    reference: PlanHeader
    outline: tuple[ProgrammeOutline, ...]
    plans: tuple[PlanCoverage, ...]

    @property
    def counted(self) -> tuple[PlanCoverage, ...]:
        """The plans that implement the reference: those that averages and tallies over plans count."""
        return tuple(row for row in self.plans if row.implements)

    def sorted_by_coverage(self) -> CoverageMatrix:
        """The same matrix with its plans in order of coverage, the best first; equals stay as they are."""
        plans = sorted(self.plans, key=lambda row: -row.summary.coverage)
        return self._replace(plans=tuple(plans))

    def sorted_by_gaps(self) -> CoverageMatrix:
        """The same matrix with the least covered programmes first, and in each the least covered measures.

        What is sorted by is the mean over the counted plans, over all plans when none is counted.
        """
        rows = self.counted or self.plans
        order = [self._least_covered(index, rows) for index in range(len(self.outline))]
        programmes = sorted(
            range(len(order)), key=lambda index: sum(row.programme(index).coverage for row in rows)
        )
        return self._replace(
            outline=tuple(
                self.outline[index]._replace(
                    measures=tuple(self.outline[index].measures[within] for within in order[index]),
                )
                for index in programmes
            ),
            plans=tuple(
                row._replace(
                    cells=tuple(
                        tuple(row.cells[index][within] for within in order[index]) for index in programmes
                    ),
                )
                for row in self.plans
            ),
        )

    def _least_covered(self, index: int, rows: Sequence[PlanCoverage]) -> list[int]:
        measures = range(len(self.outline[index].measures))
        return sorted(
            measures, key=lambda within: sum(row.cells[index][within].commitments.coverage for row in rows)
        )

    @property
    def average(self) -> float | None:
        """Mean coverage of the counted plans, 0-1; None when no plan is counted."""
        return _mean(row.summary.coverage for row in self.counted)

    @property
    def average_independent(self) -> float | None:
        """Mean independent coverage of the counted plans that have independent commitments; None for none."""
        summaries = (row.summary for row in self.counted)
        return _mean(summary.coverage_independent for summary in summaries if summary.independent)

    def programme_average(self, index: int) -> float | None:
        """Mean coverage of the programme at this index over the counted plans; None when none is counted."""
        return _mean(row.programme(index).coverage for row in self.counted)

    def measure_tally(self, programme: int, measure: int) -> Tally:
        """In how many counted plans the measure at these indices of the outline has each verdict."""
        found = [row.cells[programme][measure].verdict for row in self.counted]
        return Tally(*(found.count(verdict) for verdict in Verdict))

    def measure_average(self, programme: int, measure: int) -> float | None:
        """Mean coverage of the measure at these indices over the counted plans; None when none is counted."""
        return _mean(row.cells[programme][measure].commitments.coverage for row in self.counted)

    def most_often(self, verdict: Verdict) -> tuple[tuple[MeasureOutline, int], ...]:
        """The measures with this verdict in the most counted plans, and in how many; none if it never occurs."""
        counts = [
            (measure, self.measure_tally(*indices).verdicts[verdict]) for indices, measure in self._measures()
        ]
        most = max((count for _, count in counts), default=0)
        return tuple((measure, count) for measure, count in counts if count == most > 0)

    def _measures(self) -> Iterator[tuple[tuple[int, int], MeasureOutline]]:
        for index, programme in enumerate(self.outline):
            for within, measure in enumerate(programme.measures):
                yield (index, within), measure


def plan_coverage(comparison: Comparison) -> PlanCoverage:
    """Reduce a comparison to the row of its plan."""
    return PlanCoverage(
        plan=comparison.plan,
        caveats=comparison.caveats,
        cells=tuple(tuple(map(_cell, programme.measures)) for programme in comparison.programmes),
        additions=len(comparison.additions),
        decisions=comparison.decisions,
    )


def coverage_matrix(reference: Plan, rows: Iterable[PlanCoverage]) -> CoverageMatrix:
    """Fold the rows of plans that were compared with `reference` into one matrix, in their order."""
    return CoverageMatrix(header_of(reference), _outline(reference.programmes), tuple(_sharing_cells(rows)))


def _sharing_cells(rows: Iterable[PlanCoverage]) -> Iterator[PlanCoverage]:
    """The same rows, equal cells being one object: saves memory over thousands of plans."""
    known: dict[CoverageCell, CoverageCell] = {}
    for row in rows:
        cells = tuple(tuple(known.setdefault(cell, cell) for cell in cells) for cells in row.cells)
        yield row._replace(cells=cells)


def matrix_of(comparisons: Sequence[Comparison]) -> CoverageMatrix:
    """The matrix of finished comparisons, at least one, all with the same reference."""
    first = comparisons[0]
    return CoverageMatrix(first.reference, _outline(first.programmes), tuple(map(plan_coverage, comparisons)))


def _outline(programmes: Iterable[Programme | ProgrammeResult]) -> tuple[ProgrammeOutline, ...]:
    return tuple(
        ProgrammeOutline(
            programme.number,
            programme.title,
            tuple(MeasureOutline(measure.id, measure.title) for measure in programme.measures),
        )
        for programme in programmes
    )


def _cell(measure: MeasureResult) -> CoverageCell:
    return CoverageCell(
        measure.verdict,
        tally(measure.commitments),
        tally_independent(measure.commitments),
        gap_reasons_of(measure.commitments),
        measure.computed is not None,
    )


def _summary(cells: Iterable[CoverageCell]) -> Summary:
    cells = tuple(cells)
    measures = [cell.verdict for cell in cells]
    return Summary(
        Tally(*(measures.count(verdict) for verdict in Verdict)),
        add_tallies([cell.commitments for cell in cells]),
        add_tallies([cell.independent for cell in cells]),
    )


def _mean(shares: Iterable[float]) -> float | None:
    found = tuple(shares)
    return sum(found) / len(found) if found else None

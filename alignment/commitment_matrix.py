"""Commitments x plans: who carries, weakens or omits each commitment of one reference.

A row holds verdicts, reasons and agencies only, no text of the plan, so that thousands of plans can pass through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancmp.alignment.drafting import to_compare
from plancmp.alignment.result import (
    POINTS,
    CaveatCode,
    Comparison,
    DecisionRecord,
    PlanHeader,
    Reason,
    Verdict,
    header_of,
    home_of,
    shows_compliance,
)
from plancmp.alignment.summary import Tally
from plancmp.plans.model import Agencies, Plan


class CommitmentCell(NamedTuple):
    """What became of one commitment in one plan.

    Attributes:
        verdict: the verdict on it.
        reasons: why it is a gap; none for an adopted one.
        agencies: everybody named where the plan carries it, else in the home of its measure: who would have to act.
        decided: whether the verdict is a person's word.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    agencies: tuple[str, ...] = ()
    decided: bool = False


class PlanCommitments(NamedTuple):
    """One plan's row: a cell for each commitment of the reference, in the reference's order.

    `decisions` tells what became of the decisions on the plan; None where there were none to apply.
    """

    plan: PlanHeader
    caveats: tuple[CaveatCode, ...]
    cells: tuple[CommitmentCell, ...]
    decisions: DecisionRecord | None = None

    @property
    def implements(self) -> bool:
        """Whether the plan carries out the reference; one that does not stays out of every count."""
        return shows_compliance(self.caveats)

    @property
    def coverage(self) -> float:
        """Share of all commitments that is carried, a weakened one counting half (0-1)."""
        return sum(POINTS[cell.verdict] for cell in self.cells) / (len(self.cells) or 1)


class CommitmentLine(NamedTuple):
    """A commitment of the reference, and the measure and programme it stands in.

    `place` is its index in the reference, which is that of its cell in every row.
    """

    place: int
    programme: int
    programme_title: str
    measure: str
    measure_title: str
    id: str
    text: str


class CommitmentMatrix(NamedTuple):
    """The commitments of a reference and what became of each in every plan.

    Attributes:
        reference: what identifies the reference.
        lines: its commitments.
        plans: one row a plan, in the order asked for.
    """

    reference: PlanHeader
    lines: tuple[CommitmentLine, ...]
    plans: tuple[PlanCommitments, ...]

    @property
    def counted(self) -> tuple[PlanCommitments, ...]:
        """The plans that implement the reference: those that counts are made of."""
        return tuple(row for row in self.plans if row.implements)

    def tally(self, line: CommitmentLine) -> Tally:
        """In how many counted plans the commitment has each verdict."""
        found = [row.cells[line.place].verdict for row in self.counted]
        return Tally(*(found.count(verdict) for verdict in Verdict))

    def sorted_by_gaps(self) -> CommitmentMatrix:
        """The same matrix with the least carried commitments first; equals stay in the reference's order."""
        rows = self.counted or self.plans
        lines = sorted(
            self.lines, key=lambda line: sum(POINTS[row.cells[line.place].verdict] for row in rows)
        )
        return self._replace(lines=tuple(lines))

    def sorted_by_coverage(self) -> CommitmentMatrix:
        """The same matrix with the plan that carries most first; equals stay as they are."""
        plans = sorted(self.plans, key=lambda row: -row.coverage)
        return self._replace(plans=tuple(plans))


def plan_commitments(comparison: Comparison, plan: Plan) -> PlanCommitments:
    """Reduce the comparison of a plan to its row."""
    agencies = {part.id: _everybody(part.agencies) for part in plan.parts}
    cells = (
        CommitmentCell(
            commitment.verdict,
            commitment.gap_reasons,
            agencies.get(home_of(measure, commitment) or "", ()),
            commitment.decided is not None,
        )
        for measure in comparison.measures
        for commitment in measure.commitments
    )
    return PlanCommitments(comparison.plan, comparison.caveats, tuple(cells), comparison.decisions)


def commitment_matrix(reference: Plan, rows: Iterable[PlanCommitments]) -> CommitmentMatrix:
    """Put the rows of plans that were compared with `reference` into one matrix, in their order."""
    return CommitmentMatrix(header_of(reference), tuple(_lines(reference)), tuple(_sharing_cells(rows)))


def _lines(reference: Plan) -> Iterator[CommitmentLine]:
    listed = (
        (programme, measure, commitment)
        for programme in to_compare(reference).programmes
        for measure in programme.measures
        for commitment in measure.commitments
    )
    for place, (programme, measure, commitment) in enumerate(listed):
        yield CommitmentLine(
            place,
            programme.number,
            programme.title,
            measure.id,
            measure.title,
            commitment.id,
            commitment.text,
        )


def _sharing_cells(rows: Iterable[PlanCommitments]) -> Iterator[PlanCommitments]:
    """The same rows with equal cells held once: there are few different ones in thousands of plans."""
    known: dict[CommitmentCell, CommitmentCell] = {}
    for row in rows:
        yield row._replace(cells=tuple(known.setdefault(cell, cell) for cell in row.cells))


def _everybody(agencies: Agencies) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*agencies.lead, *agencies.responsible, *agencies.supporting)))

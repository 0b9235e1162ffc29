"""The gap report as a value: what a plan lacks of its reference, the gravest gap first, and what it adds.

A report is drawn from a finished comparison and the two documents; every format shows the same report.
Several plans make one comparative report: a tuple of these values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plancmp.alignment.drafting import to_compare
from plancmp.alignment.gravity import NO_HEADLINE, losses_of
from plancmp.alignment.result import (
    Change,
    CommitmentResult,
    Comparison,
    MeasureResult,
    PlanHeader,
    ProgrammeResult,
    Reason,
    TargetChange,
    Verdict,
    home_of,
    shows_compliance,
)
from plancmp.alignment.summary import Summary, summarise, tally, tally_independent
from plancmp.plans.model import Agencies, Plan, Witness


@dataclass(frozen=True, slots=True)
class Finding:
    """One commitment of the reference with all a reader needs to judge its verdict.

    Attributes:
        programme: the number of its programme.
        measure: the measure it belongs to, whole.
        commitment: the verdict on it, with evidence or the nearest passages.
        witnesses: the places that attest it; none where the reference's own text is official.
        weight: the share of its measure that is lost through it (0-1; 0 for an adopted one). Over a measure the
            weights add up to what its score lacks to 1.
        headline: 0 for a lowered number, 1 for an omitted central commitment, more for all else.
    """

    programme: int
    measure: MeasureResult
    commitment: CommitmentResult
    witnesses: tuple[Witness, ...]
    weight: float
    headline: int

    @property
    def rank(self) -> tuple[int, float]:
        """Sorts gaps in the order a reader would act: headlines first, then by weight."""
        return self.headline, -self.weight


@dataclass(frozen=True, slots=True)
class ProgrammeFigures:
    """The figures of one programme."""

    number: int
    title: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A numeric target of the reference beside the plan's, and the measure and commitment it belongs to."""

    measure: str
    commitment: str
    target: TargetChange


@dataclass(frozen=True, slots=True)
class GapReport:
    """What one plan made of its reference.

    Attributes:
        comparison: the whole comparison: documents, caveats, every verdict with its evidence, additions.
        summary: the figures of the whole comparison.
        programmes: the figures of each programme, in the reference's order.
        findings: every commitment, in the reference's order; gaps and strengthened are chosen from these.
        targets: every numeric target of the reference, in its order.
        reference_source: what the reference's text rests on, in the words of its file; None when not told.
        agencies: the plan's own agencies by the id of its measures and sections, to name who would have to act.
        names: names to show for the ids of witnesses; an id that is not in it is shown as it is.
        documents: the reference and the plan, as they were read.
    """

    comparison: Comparison
    summary: Summary
    programmes: tuple[ProgrammeFigures, ...]
    findings: tuple[Finding, ...]
    targets: tuple[TargetLine, ...]
    reference_source: str | None
    agencies: Mapping[str, Agencies]
    names: Mapping[str, str]
    documents: tuple[Plan, Plan]

    @property
    def plan(self) -> PlanHeader:
        """What identifies the plan judged."""
        return self.comparison.plan

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """Every weakened or omitted commitment: lowered numbers, then omitted central ones, then by weight.

        Equals stand in the reference's order.
        """
        found = [item for item in self.findings if item.commitment.verdict is not Verdict.ADOPTED]
        return tuple(sorted(found, key=lambda item: item.rank))

    @property
    def strengthened(self) -> tuple[Finding, ...]:
        """Every commitment in which the plan is firmer than the reference."""
        return tuple(item for item in self.findings if item.commitment.strengthened)

    @property
    def implements(self) -> bool:
        """Whether the plan carries out the reference; otherwise verdicts show thematic coverage only."""
        return shows_compliance(self.comparison.caveats)

    @property
    def reasons(self) -> tuple[tuple[Reason, int], ...]:
        """Why commitments are weakened, and how many for each reason, the most frequent first."""
        counts = Counter(reason for item in self.findings for reason in item.commitment.reasons)
        order = list(Reason)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0]))))

    @property
    def changes(self) -> Mapping[Change, int]:
        """How many numeric targets stand in each way to the reference's; every way has its count."""
        counts = Counter(line.target.change for line in self.targets)
        return {change: counts[change] for change in Change}

    def with_verdict(self, verdict: Verdict) -> tuple[MeasureResult, ...]:
        """The measures with this verdict, in the reference's order."""
        return tuple(measure for measure in self.comparison.measures if measure.verdict is verdict)

    def lead_agencies(self, finding: Finding) -> tuple[str, ...]:
        """The lead agencies, else the responsible ones, of the local measure that carries the commitment; () if none.

        For an omission that is the home of its measure; there is nobody to name where the whole measure is omitted.
        """
        agencies = self.agencies.get(home_of(finding.measure, finding.commitment) or "")
        return (agencies.lead or agencies.responsible) if agencies else ()


def gap_report(
    reference: Plan,
    plan: Plan,
    comparison: Comparison,
    names: Mapping[str, str] | None = None,
) -> GapReport:
    """Build the report of one plan.

    Args:
        reference: the plan compared against, for its witnesses and source.
        plan: the plan judged, for its agencies.
        comparison: `compare_plans(reference, plan)`.
        names: names to show for the ids of witnesses.
    """
    reference = to_compare(reference)
    witnesses = {commitment.id: commitment.witnesses for commitment in reference.commitments}
    findings = tuple(
        finding
        for programme in comparison.programmes
        for measure in programme.measures
        for finding in _findings(programme.number, measure, witnesses)
    )
    return GapReport(
        comparison=comparison,
        summary=summarise(comparison),
        programmes=tuple(map(_figures, comparison.programmes)),
        findings=findings,
        targets=tuple(_targets(reference, findings)),
        reference_source=reference.source,
        agencies={part.id: part.agencies for part in plan.parts},
        names=dict(names or {}),
        documents=(reference, plan),
    )


def _findings(
    programme: int, measure: MeasureResult, witnesses: Mapping[str, tuple[Witness, ...]]
) -> Iterator[Finding]:
    headlines: dict[str, int] = {}
    for loss in losses_of(measure):
        headlines.setdefault(loss.commitment.id, loss.headline)
    whole = measure.weight
    for commitment in measure.commitments:
        lost = (1 - commitment.points) * commitment.weight / whole
        headline = headlines.get(commitment.id, NO_HEADLINE)
        yield Finding(programme, measure, commitment, witnesses.get(commitment.id, ()), lost, headline)


def _targets(reference: Plan, findings: Iterable[Finding]) -> Iterator[TargetLine]:
    """Every target compared, and as missing those of commitments of which nothing was found to compare."""
    asked = {commitment.id: commitment.target for commitment in reference.commitments}
    for finding in findings:
        commitment = finding.commitment
        target = asked.get(commitment.id)
        changes = commitment.targets
        if target and commitment.verdict is Verdict.OMITTED:
            changes = (TargetChange(target.indicator, target.value or "", "", Change.MISSING),)
        yield from (TargetLine(finding.measure.id, commitment.id, change) for change in changes)


def _figures(programme: ProgrammeResult) -> ProgrammeFigures:
    commitments = [commitment for measure in programme.measures for commitment in measure.commitments]
    return ProgrammeFigures(
        programme.number,
        programme.title,
        Summary(tally(programme.measures), tally(commitments), tally_independent(commitments)),
    )

"""Who has to do what: a report by the plan's own agencies, what each carries, has weaker, and would have to add.

A commitment is its lead's, else of all who are responsible, where the plan carries it; an omitted one of those who
lead the home of its measure, as everywhere. Where the plan names nobody, the reference's own agencies are named, and
where that names nobody either, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plancmp.alignment.agencies import full_names
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import Verdict
from plancmp.plans.model import Agencies

NOBODY = ""
"""The name under which stands what no agency is named for."""


@dataclass(slots=True)
class Duty:
    """What falls to one agency of a plan.

    Attributes:
        agency: its name; `NOBODY` for what nobody is named for.
        leads: ids of the plan's measures and sections that it leads, or is responsible for where none leads.
        supports: ids of those that it takes part in.
        findings: the reference's commitments that are its to carry, in the reference's order.
    """

    agency: str
    leads: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Its commitments with this verdict."""
        return tuple(item for item in self.findings if item.commitment.verdict is verdict)

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What it has weaker, then what it lacks."""
        return (*self.with_verdict(Verdict.WEAKENED), *self.with_verdict(Verdict.OMITTED))


def duties(report: GapReport) -> tuple[Duty, ...]:
    """The agencies of a plan with what falls to each.

    Those that lead come first, the one that leads most before the others; then those that take part; then those that
    the reference alone names, and what nobody is named for.
    """
    found: dict[str, Duty] = {}
    names = full_names(name for agencies in _all_agencies(report) for name in _everybody(agencies))
    for place, agencies in report.agencies.items():
        leading = _leading(agencies, names)
        for name in leading:
            _of(found, name).leads.append(place)
        for name in dict.fromkeys(names[each] for each in _everybody(agencies)):
            if name not in leading:
                _of(found, name).supports.append(place)
    asked = {measure.id: measure.agencies for measure in report.documents[0].measures}
    for finding in report.findings:
        for name in _responsible(finding, report, asked, names):
            _of(found, name).findings.append(finding)
    return tuple(sorted(found.values(), key=_rank))


def _rank(duty: Duty) -> tuple[bool, int, int, int]:
    return duty.agency == NOBODY, -len(duty.leads), -len(duty.supports), -len(duty.findings)


def _of(found: dict[str, Duty], name: str) -> Duty:
    return found.setdefault(name, Duty(name))


def _responsible(
    finding: Finding, report: GapReport, asked: Mapping[str, Agencies], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Whose a commitment is."""
    leading = tuple(dict.fromkeys(names[name] for name in report.lead_agencies(finding)))
    if not leading and finding.commitment.verdict is Verdict.OMITTED:
        leading = _leading(asked.get(finding.measure.id, Agencies()), names)
    return leading or (NOBODY,)


def _leading(agencies: Agencies, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[name] for name in agencies.lead or agencies.responsible))


def _everybody(agencies: Agencies) -> tuple[str, ...]:
    return (*agencies.lead, *agencies.responsible, *agencies.supporting)


def _all_agencies(report: GapReport) -> Iterator[Agencies]:
    yield from report.agencies.values()
    yield from (measure.agencies for measure in report.documents[0].measures)

"""The gap report: which gaps it ranks how, and that it keeps the proof of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.gaps import Finding, GapReport, gap_report
from plancmp.alignment.gravity import losses_of
from plancmp.alignment.result import GRAVEST_FIRST, Change, Reason, Verdict
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan


def plan(name: str) -> Plan:
    return load_plan(Path(DEFAULT_DIRECTORY) / f"{name}.yaml")


@pytest.fixture(scope="module")
def report() -> GapReport:
    reference, local = plan("shandong"), plan("yicheng")
    return gap_report(reference, local, compare_plans(reference, local, blind=True), {"binzhou": "滨州市"})


def test_gaps_are_all_commitments_not_adopted(report: GapReport) -> None:
    expected = {each.id for each in report.comparison.commitments if each.verdict is not Verdict.ADOPTED}
    assert {gap.commitment.id for gap in report.gaps} == expected
    assert len(report.gaps) == len(expected) > 0


def test_lowered_numbers_come_first_then_omitted_central_commitments_then_the_heaviest(
    report: GapReport,
) -> None:
    order = [each.id for each in report.comparison.commitments]
    central = {each.id for measure in report.comparison.measures for each in measure.central}

    def place(gap: Finding) -> tuple[int, float, int]:
        lowered = any(target.change is Change.LOWER for target in gap.commitment.targets)
        lost = gap.commitment.verdict is Verdict.OMITTED and gap.commitment.id in central
        return (0 if lowered else 1 if lost else 2), -gap.weight, order.index(gap.commitment.id)

    places = [place(gap) for gap in report.gaps]
    assert places == sorted(places)
    assert {headline for headline, *_ in places} == {0, 1, 2}
    assert report.gaps[0].commitment.id == "6.5.1"  # 养老保险参保率 96%→93%


def test_every_reason_has_its_place_in_the_order_of_gravity() -> None:
    assert sorted(GRAVEST_FIRST) == sorted(Reason)


def test_all_that_a_measure_lost_is_found_whatever_its_verdict(report: GapReport) -> None:
    for measure in report.comparison.measures:
        found = [(loss.commitment.id, loss.reason) for loss in losses_of(measure)]
        expected = [(each.id, reason) for each in measure.commitments for reason in each.gap_reasons]
        assert sorted(found) == sorted(expected)
        assert all(
            reason.verdict is loss.commitment.verdict
            for loss in losses_of(measure)
            for reason in [loss.reason]
        )


def test_weights_of_a_measure_add_up_to_what_its_score_lacks(report: GapReport) -> None:
    for measure in report.comparison.measures:
        lost = sum(each.weight for each in report.findings if each.measure.id == measure.id)
        assert lost == pytest.approx(1 - measure.score, abs=0.001), measure.id


def test_every_commitment_has_its_witnesses_and_place(report: GapReport) -> None:
    reference = plan("shandong")
    assert len(report.findings) == len(list(reference.commitments))
    for finding, commitment in zip(report.findings, reference.commitments, strict=True):
        assert (finding.commitment.id, finding.witnesses) == (commitment.id, commitment.witnesses)
        assert finding.measure.id == commitment.id.rpartition(".")[0]
        assert finding.programme == int(finding.measure.id.partition(".")[0])


def test_strengthened_commitments_are_no_gaps(report: GapReport) -> None:
    assert all(each.commitment.verdict is Verdict.ADOPTED for each in report.strengthened)


def test_a_target_of_an_omitted_commitment_is_missing() -> None:
    reference, local = plan("shandong"), plan("liaocheng")
    report = gap_report(reference, local, compare_plans(reference, local), {})
    asked = {each.id for each in reference.commitments if each.target}
    omitted = [
        each.commitment.id
        for each in report.findings
        if each.commitment.verdict is Verdict.OMITTED and each.commitment.id in asked
    ]
    changes = {line.commitment: line.target.change for line in report.targets}
    assert omitted
    assert {changes[each] for each in omitted} == {Change.MISSING}
    assert sum(report.changes.values()) == len(report.targets)


def test_reasons_are_counted_over_commitments_the_most_frequent_first(report: GapReport) -> None:
    counts = [count for _, count in report.reasons]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(len(each.reasons) for each in report.comparison.commitments)


def test_the_figures_of_the_programmes_add_up_to_those_of_the_plan(report: GapReport) -> None:
    for figure in ("measures", "commitments", "independent_commitments"):
        parts = [getattr(each.summary, figure) for each in report.programmes]
        assert sum(part.total for part in parts) == getattr(report.summary, figure).total
        assert sum(part.adopted for part in parts) == getattr(report.summary, figure).adopted


def test_whoever_leads_the_nearest_local_measure_is_named_for_a_gap(report: GapReport) -> None:
    local = {measure.id: measure.agencies for measure in plan("yicheng").measures}
    gap = next(each for each in report.gaps if each.commitment.evidence)
    agencies = local[gap.commitment.evidence[0].measure]
    assert report.lead_agencies(gap) == (agencies.lead or agencies.responsible)
    assert report.lead_agencies(gap)


def test_for_an_omission_the_home_of_its_measure_is_asked_and_nobody_where_there_is_none(
    report: GapReport,
) -> None:
    local = {measure.id: measure.agencies for measure in plan("yicheng").measures}
    omissions = [gap for gap in report.gaps if gap.commitment.verdict is Verdict.OMITTED]
    housed = next(
        gap
        for gap in omissions
        if gap.measure.matches and gap.commitment.nearest[0].measure != gap.measure.matches[0].id
    )
    agencies = local[housed.measure.matches[0].id]
    assert report.lead_agencies(housed) == (agencies.lead or agencies.responsible)
    homeless = replace(housed, measure=housed.measure._replace(matches=()))
    assert report.lead_agencies(homeless) == ()


def test_a_plan_against_itself_has_no_gap() -> None:
    local = plan("qingzhou")
    report = gap_report(local, local, compare_plans(local, local))
    assert report.gaps == ()
    assert report.implements

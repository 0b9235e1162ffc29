"""A plan among its peers: who carries a commitment further, and what nobody else has."""

from __future__ import annotations

from functools import cache

import pytest

from plancmp.alignment.peers import PeerReport, goes_further, peer_report
from plancmp.alignment.result import Change, CommitmentResult, Reason, TargetChange, Verdict
from tests.alignment.editing import plan_named

POINTS = {Verdict.OMITTED: 0, Verdict.WEAKENED: 1, Verdict.ADOPTED: 2}


def result(verdict: Verdict, number: str = "", *, strengthened: bool = False) -> CommitmentResult:
    """A verdict; with a number it is one that was lowered from 80%."""
    targets = (TargetChange("数字化率", "80%以上", number, Change.LOWER),) if number else ()
    reasons = (Reason.TARGET_LOWERED,) if number else ()
    return CommitmentResult(
        "1.1.1", "提高数字化率", verdict, strengthened, True, 0.5, reasons, (), (), targets
    )


@cache
def report(*peers: str) -> PeerReport:
    return peer_report(plan_named("shandong"), plan_named("qingzhou"), [plan_named(each) for each in peers])


@pytest.mark.parametrize(
    ("other", "own", "further"),
    [
        (result(Verdict.ADOPTED), result(Verdict.WEAKENED), True),
        (result(Verdict.WEAKENED), result(Verdict.OMITTED), True),
        (result(Verdict.WEAKENED), result(Verdict.ADOPTED), False),
        (result(Verdict.ADOPTED), result(Verdict.ADOPTED), False),
        (result(Verdict.ADOPTED, strengthened=True), result(Verdict.ADOPTED), True),
        (result(Verdict.WEAKENED, "70%以上"), result(Verdict.WEAKENED, "60%以上"), True),
        (result(Verdict.WEAKENED, "50%以上"), result(Verdict.WEAKENED, "60%以上"), False),
    ],
)
def test_who_goes_further(other: CommitmentResult, own: CommitmentResult, further: bool) -> None:
    assert goes_further(other, own) is further


def test_all_that_a_peer_carries_and_the_plan_omits_is_there_with_the_peers_words() -> None:
    found = {each.own.id: each for each in report("yicheng").behind}
    own = {each.id: each for each in report("yicheng").comparison.commitments}
    peer = {
        each.id: each
        for each in peer_report(
            plan_named("shandong"), plan_named("yicheng"), [plan_named("qingzhou")]
        ).comparison.commitments
    }
    for commitment, result_here in own.items():
        if POINTS[peer[commitment].verdict] > POINTS[result_here.verdict]:
            (example,) = found[commitment].examples
            assert example.result == peer[commitment]
            assert example.result.evidence


def test_a_peers_agencies_are_those_of_the_measure_it_is_quoted_from() -> None:
    parts = {part.id: part.agencies for part in plan_named("yicheng").parts}
    for each in report("yicheng").behind:
        for example in each.examples:
            assert example.agencies == parts[example.result.evidence[0].measure]


def test_the_furthest_peer_comes_first() -> None:
    for each in report("binzhou", "yicheng").behind:
        points = [POINTS[example.result.verdict] for example in each.examples]
        assert points == sorted(points, reverse=True)


def test_what_the_plan_alone_has_no_peer_has() -> None:
    one, both = report("yicheng"), report("yicheng", "binzhou")
    assert {each.own.id for each in both.alone} < {each.own.id for each in one.alone}
    assert set(both.clauses) <= set(one.clauses) <= set(one.comparison.additions)


def test_a_plan_beside_a_copy_of_itself_has_nothing_of_its_own_and_lacks_nothing() -> None:
    copy = plan_named("qingzhou").model_copy(update={"id": "copy"})
    found = peer_report(plan_named("shandong"), plan_named("qingzhou"), [copy], blind=True)
    assert (found.alone, found.clauses) == ((), ())
    assert [each for each in found.behind if each.own.verdict is Verdict.OMITTED] == []

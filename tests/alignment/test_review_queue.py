"""The queue: what is doubtful and weighs much first, what changed or is disputed before all else."""

from __future__ import annotations

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CommitmentResult, Verdict
from plancmp.alignment.review_queue import Cause, changeable_measures, doubt_of, review_queue
from plancmp.alignment.thresholds import DEFAULT
from tests.alignment.editing import REFERENCE, plan_named
from tests.alignment.test_decided import VOCATIONAL, small_pair


def result(score: float, verdict: Verdict = Verdict.ADOPTED) -> CommitmentResult:
    return CommitmentResult(
        "1.1.1",
        "",
        verdict,
        strengthened=False,
        independent=True,
        score=score,
        reasons=(),
        evidence=(),
        nearest=(),
        targets=(),
    )


class TestDoubt:
    def test_is_greatest_between_carried_and_omitted(self) -> None:
        middle = (DEFAULT.present + DEFAULT.whole) / 2
        doubts = [doubt_of(result(score)) for score in (middle, 0.5, 0.7, 1.0)]
        assert doubts == sorted(doubts, reverse=True)
        assert doubt_of(result(middle + 0.1)) == doubt_of(result(middle - 0.1, Verdict.OMITTED))

    def test_never_leaves_a_weakening(self) -> None:
        assert doubt_of(result(1.0, Verdict.WEAKENED)) > 2 * doubt_of(result(1.0))


class TestTheQueue:
    def test_holds_every_commitment_that_nobody_decided(self) -> None:
        small = small_pair()
        applied = small.apply(small.decide("1.1.2", Verdict.OMITTED))
        assert {item.commitment.id for item in review_queue(applied)} == {"1.1.1", "2.1.1", "2.1.2"}

    def test_puts_the_most_doubtful_first_and_the_weightier_of_equals(self) -> None:
        queue = review_queue(compare_plans(plan_named(REFERENCE), plan_named("yicheng")))
        assert [item.rank for item in queue] == sorted(item.rank for item in queue)
        assert queue[0].doubt > 0.7
        assert queue[-1].doubt < 0.05
        assert queue[0].worth_a_look
        assert not queue[-1].worth_a_look

    def test_tells_what_another_verdict_would_make_of_the_measure(self) -> None:
        small = small_pair()
        effects = {item.commitment.id: dict(item.effects) for item in review_queue(small.computed)}
        assert effects["1.1.1"][Verdict.OMITTED] is Verdict.OMITTED  # nothing else is carried of it
        assert effects["1.1.2"] == {}
        assert changeable_measures(review_queue(small.computed)) == 2
        decided = small.apply(small.decide("1.1", Verdict.ADOPTED, VOCATIONAL))
        assert {item.commitment.id: item.effects for item in review_queue(decided)}["1.1.1"] == ()

    def test_begins_with_what_is_suspect_then_disputed_then_proposed(self) -> None:
        small = small_pair()
        suspect = small.decide("2.1.2", Verdict.OMITTED).model_copy(update={"asked": "sha256:" + "0" * 12})
        disputed = [
            small.decide("1.1.2", Verdict.OMITTED),
            small.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL, by="王"),
        ]
        proposal = small.propose("2.1.1", Verdict.OMITTED)
        queue = review_queue(small.apply(suspect, *disputed, proposal))
        assert [(item.commitment.id, item.cause) for item in queue] == [
            ("2.1.2", Cause.SUSPECT),
            ("1.1.2", Cause.CONTRADICTION),
            ("2.1.1", Cause.PROPOSAL),
            ("1.1.1", Cause.DOUBT),
        ]

    def test_a_proposal_of_the_same_verdict_is_no_reason_to_look(self) -> None:
        small = small_pair()
        proposal = small.propose("1.1.2", Verdict.OMITTED)
        assert {item.cause for item in review_queue(small.apply(proposal))} == {Cause.DOUBT}

"""The queue: what is doubtful and weighs much first, what changed or is disputed before all else."""

from __future__ import annotations

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CommitmentResult, Match, MeasureResult, Passage, Reason, Verdict
from plancmp.alignment.review_queue import Cause, changeable_measures, doubt_of, review_queue
from tests.alignment.editing import REFERENCE, plan_named
from tests.alignment.test_decided import VOCATIONAL, small_pair


def result(verdict: Verdict, score: float, *reasons: Reason, place: str = "1.1") -> CommitmentResult:
    found = (Passage(place, "", score),)
    omitted = verdict is Verdict.OMITTED
    return CommitmentResult(
        "1.1.1", "", verdict, strengthened=False, independent=True, score=score, reasons=reasons,
        evidence=() if omitted else found, nearest=found if omitted else (), targets=(),
    )  # fmt: skip


def measure(*beside: Verdict) -> MeasureResult:
    """A measure whose other commitments have these verdicts; it is carried by the local measure 1.1."""
    others = tuple(
        result(verdict, 0.5)._replace(id=f"1.1.{number}") for number, verdict in enumerate(beside, start=2)
    )
    match = Match("1.1", "", 1.0)
    return MeasureResult("1.1", "", Verdict.ADOPTED, 1.0, 1.0, (), (match,), others)


class TestDoubt:
    ADOPTED, OMITTED = Verdict.ADOPTED, Verdict.OMITTED

    def test_an_adoption_is_doubtful_where_it_barely_scores_elsewhere_or_alone(self) -> None:
        sure = doubt_of(result(self.ADOPTED, 0.9), measure(self.ADOPTED))
        assert sure < 0.05
        assert doubt_of(result(self.ADOPTED, 0.5), measure(self.ADOPTED)) > sure
        assert doubt_of(result(self.ADOPTED, 0.9, place="3.1"), measure(self.ADOPTED)) > sure
        assert doubt_of(result(self.ADOPTED, 0.9), measure(self.OMITTED)) > sure

    def test_an_omission_is_doubtful_where_something_near_stands_at_home_among_what_is_carried(self) -> None:
        sure = doubt_of(result(self.OMITTED, 0.1, place="3.1"), measure(self.OMITTED))
        assert sure < 0.05
        assert doubt_of(result(self.OMITTED, 0.5, place="3.1"), measure(self.OMITTED)) > sure
        assert doubt_of(result(self.OMITTED, 0.1), measure(self.OMITTED)) > sure
        assert doubt_of(result(self.OMITTED, 0.1, place="3.1"), measure(self.ADOPTED)) > sure

    def test_a_weakening_more_than_either_and_a_partial_match_above_all(self) -> None:
        lowered = doubt_of(result(Verdict.WEAKENED, 0.9, Reason.TARGET_LOWERED), measure(self.ADOPTED))
        partial = doubt_of(result(Verdict.WEAKENED, 0.9, Reason.PARTIAL_MATCH), measure(self.ADOPTED))
        assert partial > lowered > doubt_of(result(self.ADOPTED, 0.9), measure(self.ADOPTED))

    def test_is_told_of_the_only_commitment_of_a_measure(self) -> None:
        assert 0 < doubt_of(result(self.OMITTED, 0.3), measure()) < 1


class TestTheQueue:
    def test_holds_every_commitment_that_nobody_decided(self) -> None:
        small = small_pair()
        applied = small.apply(small.decide("1.1.2", Verdict.OMITTED))
        assert {item.commitment.id for item in review_queue(applied)} == {"1.1.1", "2.1.1", "2.1.2"}

    def test_puts_the_most_doubtful_first_and_the_weightier_of_equals(self) -> None:
        queue = review_queue(compare_plans(plan_named(REFERENCE), plan_named("yicheng")))
        assert [item.rank for item in queue] == sorted(item.rank for item in queue)
        assert queue[0].doubt > 0.5
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

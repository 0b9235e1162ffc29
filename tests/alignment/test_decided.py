"""Decisions applied: a person's word over the tool's, as long as the texts are those it was given on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.decisions import Word, agreeing, apply_decisions, bind, decide
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Reason, Verdict
from plancmp.plans.decisions.model import DecidedReason, DecidedVerdict, Decision, Quote
from plancmp.plans.model import Plan
from tests.alignment.editing import REFERENCE, measure_of, plan_named, with_every_text, with_texts
from tests.alignment.small_plans import small_plan, small_reference

FULL, HALF = "，；：（）", ",;:()"


class Pair:
    """A reference, a plan, and the comparison of the two with nothing decided."""

    def __init__(self, reference: Plan, plan: Plan) -> None:
        self.reference, self.plan = reference, plan
        self.computed = compare_plans(reference, plan)
        self.binding = bind(self.computed, reference, plan)
        self.items = {item.id: item for measure in self.computed.measures for item in each_of(measure)}

    def decide(
        self,
        item: str,
        verdict: Verdict,
        *quotes: tuple[str, str],
        reason: Reason | None = None,
        by: str = "analyst",
    ) -> Decision:
        """A decision bound to the texts as they are."""
        quoted = tuple(Quote(measure=measure, text=text) for measure, text in quotes)
        word = Word(verdict, (reason,) if reason else (), quoted)
        return decide(self.binding, self.items[item], word, by=by, at="2026-11-26")

    def propose(self, item: str, verdict: Verdict, *quotes: tuple[str, str]) -> Decision:
        return self.decide(item, verdict, *quotes, by="model:x")

    def apply(self, *entries: Decision) -> Comparison:
        return apply_decisions(self.computed, entries, self.reference, self.plan)


def each_of(measure: MeasureResult) -> Iterator[MeasureResult | CommitmentResult]:
    yield measure
    yield from measure.commitments


def small_pair() -> Pair:
    """Investment and pensions are carried, credit and water rights are not."""
    return Pair(small_reference(), small_plan())


def commitment_of(comparison: Comparison, identity: str) -> CommitmentResult:
    return next(each for each in comparison.commitments if each.id == identity)


def measure_result(comparison: Comparison, identity: str) -> MeasureResult:
    return next(each for each in comparison.measures if each.id == identity)


VOCATIONAL = ("2.2", "支持职业院校与企业共建实训基地")


def test_the_reasons_of_a_decision_are_those_of_the_comparison() -> None:
    assert set(get_args(DecidedReason)) == set(Reason)
    assert set(get_args(DecidedVerdict)) == set(Verdict)


class TestAWordIsApplied:
    def test_over_the_verdict_with_the_computed_one_beside_it(self) -> None:
        small = small_pair()
        found = commitment_of(small.apply(small.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL)), "1.1.2")
        assert (found.verdict, found.reasons) == (Verdict.ADOPTED, ())
        assert [(passage.measure, passage.quote) for passage in found.evidence] == [VOCATIONAL]
        assert found.nearest == ()
        assert found.decided is not None
        assert found.decided.by == ("analyst",)
        assert found.computed is not None
        assert found.computed.verdict is Verdict.OMITTED

    def test_and_the_measure_is_rolled_up_anew(self) -> None:
        small = small_pair()
        assert measure_result(small.computed, "1.1").verdict is Verdict.ADOPTED
        weakened = small.decide(
            "1.1.1", Verdict.WEAKENED, ("1.1", "力争技改投资年均增长6%以上"), reason=Reason.TARGET_LOWERED
        )
        measure = measure_result(small.apply(weakened), "1.1")
        assert measure.verdict is Verdict.WEAKENED
        assert Reason.TARGET_LOWERED in measure.reasons
        assert measure.decided is None
        assert measure.computed is not None
        assert measure.computed.verdict is Verdict.ADOPTED
        untouched = measure_result(small.apply(weakened), "2.1")
        assert untouched == measure_result(small.computed, "2.1")

    def test_an_omission_leaves_what_was_found_as_the_nearest(self) -> None:
        small = small_pair()
        found = commitment_of(small.apply(small.decide("1.1.1", Verdict.OMITTED)), "1.1.1")
        assert found.evidence == ()
        assert found.nearest == commitment_of(small.computed, "1.1.1").evidence

    def test_a_measure_may_be_decided_itself(self) -> None:
        small = small_pair()
        measure = measure_result(small.apply(small.decide("1.1", Verdict.OMITTED)), "1.1")
        assert (measure.verdict, measure.matches) == (Verdict.OMITTED, ())
        assert measure.decided is not None
        all_omitted = [small.decide(each, Verdict.OMITTED) for each in ("1.1.1", "1.1.2")]
        carried = small.apply(*all_omitted, small.decide("1.1", Verdict.ADOPTED, VOCATIONAL))
        assert [match.id for match in measure_result(carried, "1.1").matches] == ["2.2"]

    def test_agreeing_changes_nothing_but_whose_word_it_is(self) -> None:
        small = small_pair()
        for before in small.computed.commitments:
            agreed = decide(small.binding, before, agreeing(before), by="analyst", at="2026-11-26")
            found = commitment_of(small.apply(agreed), before.id)
            assert found.decided is not None
            assert found._replace(decided=None, computed=None, confidence=before.confidence) == before

    def test_what_a_person_finds_a_commitment_in_is_no_addition(self) -> None:
        small = small_pair()
        assert any(each.measure == "2.2" for each in small.computed.additions)
        applied = small.apply(small.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL))
        assert not any(each.measure == "2.2" for each in applied.additions)

    def test_who_decided_how_much_is_counted(self) -> None:
        small = small_pair()
        record = small.apply(
            small.decide("1.1.2", Verdict.OMITTED),
            small.decide("2.1.2", Verdict.OMITTED),
            small.decide("2.1.2", Verdict.OMITTED, by="王"),
        ).decisions
        assert record is not None
        assert (record.applied, record.deciders) == (2, (("analyst", 2), ("王", 1)))

    def test_a_note_holds_nothing_that_a_file_may_not(self) -> None:
        small = small_pair()
        word = Word(Verdict.OMITTED, note="一\x1b[31m二\u2028三")
        entry = decide(small.binding, small.items["1.1.2"], word, by="王\x07", at="2026-11-26")
        assert (entry.note, entry.by) == ("一 [31m二 三", "王")

    def test_nothing_decided_changes_no_verdict(self) -> None:
        small = small_pair()
        assert small.apply()._replace(decisions=None) == small.computed


class TestAWordIsToldAndNotApplied:
    def test_where_readers_contradict_each_other(self) -> None:
        small = small_pair()
        found = small.apply(
            small.decide("1.1.2", Verdict.OMITTED),
            small.decide("1.1.2", Verdict.ADOPTED, VOCATIONAL, by="王"),
        )
        assert commitment_of(found, "1.1.2").decided is None
        assert found.decisions is not None
        assert [(each.by, each.verdict) for each in found.decisions.contradictions] == [
            ("analyst", Verdict.OMITTED),
            ("王", Verdict.ADOPTED),
        ]

    def test_where_it_is_a_proposal(self) -> None:
        small = small_pair()
        proposal = small.propose("1.1.2", Verdict.ADOPTED, VOCATIONAL)
        found = small.apply(proposal)
        beside = commitment_of(found, "1.1.2")
        assert beside._replace(proposed=()) == commitment_of(small.computed, "1.1.2")
        assert [each.by for each in beside.proposed] == ["model:x"]
        assert found.decisions is not None
        assert [each.item for each in found.decisions.proposals] == ["1.1.2"]

    def test_where_the_reference_has_no_such_item(self) -> None:
        small = small_pair()
        entry = small.decide("1.1.2", Verdict.OMITTED).model_copy(update={"commitment": "9.9.9"})
        record = small.apply(entry).decisions
        assert record is not None
        assert (record.applied, [each.item for each in record.suspects]) == (0, ["9.9.9"])


@cache
def real() -> tuple[Pair, tuple[Decision, ...]]:
    """The province and Yicheng, with every verdict agreed to."""
    pair = Pair(plan_named(REFERENCE), plan_named("yicheng"))
    entries = (
        decide(pair.binding, each, agreeing(each), by="analyst", at="2026-11-26")
        for each in pair.computed.commitments
    )
    return pair, tuple(entries)


def suspects(plan: Plan, entries: Iterable[Decision]) -> set[str]:
    record = Pair(plan_named(REFERENCE), plan).apply(*entries).decisions
    assert record is not None
    return {each.item for each in record.suspects}


class TestTextsThatChange:
    def test_a_plan_printed_anew_keeps_its_decisions(self) -> None:
        pair, entries = real()
        for signs in (str.maketrans(HALF, FULL), str.maketrans(FULL, HALF)):
            printed = with_every_text(pair.plan, lambda text: text.translate(signs))  # noqa: B023
            assert suspects(printed, entries) == set()
        spaced = with_every_text(pair.plan, lambda text: re.sub("(?<=[。，,；;])", "\u3000", text))
        assert suspects(spaced, entries) == set()

    def test_sentences_that_end_elsewhere_keep_their_decisions(self) -> None:
        pair, entries = real()
        assert suspects(with_every_text(pair.plan, lambda text: text.replace("；", "。")), entries) == set()

    def test_a_changed_clause_makes_exactly_its_own_suspect(self) -> None:
        pair, entries = real()
        target = commitment_of(pair.computed, "1.2.1").evidence[0]
        measure = measure_of(pair.plan, target.measure)
        assert target.quote in measure.text
        changed = with_texts(
            pair.plan, {measure.id: measure.text.replace(target.quote, f"争取{target.quote}")}
        )
        sentence = next(each for each in re.split("[。；;]", measure.text) if target.quote in each)
        carried = [entry for entry in entries if entry.quotes]
        own = {
            entry.item
            for entry in carried
            if any(quote.measure == measure.id and quote.text in sentence for quote in entry.quotes)
        }
        assert "1.2.1" in own
        assert len(own) < 6
        assert suspects(changed, carried) == own

    def test_any_word_makes_omissions_suspect_for_they_rest_on_the_whole_text(self) -> None:
        pair, entries = real()
        omissions = [entry for entry in entries if entry.verdict == "omitted"]
        changed = with_every_text(pair.plan, lambda text: text.replace("园区", "开发区"))
        assert suspects(changed, omissions) == {entry.item for entry in omissions}

    def test_the_measures_in_another_order_keep_them(self) -> None:
        pair, entries = real()
        turned = pair.plan.model_copy(update={"programmes": pair.plan.programmes[::-1]})
        assert suspects(turned, entries) == set()

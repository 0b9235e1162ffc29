"""What must hold of every comparison, whatever the plan: each class is named after the rule it proves."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import Change, CommitmentResult, Comparison, Passage, Reason, Verdict
from plancmp.alignment.summary import tally
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.library import DEFAULT_DIRECTORY
from plancmp.plans.model import Measure, Plan, Programme
from tests.alignment.editing import (
    LOCAL,
    REFERENCE,
    plan_named,
    renumbered,
    sentences_of,
    with_every_text,
    with_measures,
)

HALF, FULL = "(),:;%", "（），：；％"
POINTS = {Verdict.OMITTED: 0.0, Verdict.WEAKENED: 0.5, Verdict.ADOPTED: 1.0}
SENTENCES = [
    sentence
    for name in LOCAL
    for measure in plan_named(name).measures
    for sentence in sentences_of(measure.text)
]

Quote = tuple[str, str]
Outcome = tuple[str, Verdict, tuple[Reason, ...], bool, tuple[Quote, ...], tuple[Change, ...]]


def make_plan(texts: list[str], plan_id: str) -> Plan:
    """A plan of one programme with a measure for each text."""
    measures = tuple(
        Measure(id=f"1.{place}", title=f"第{place}条", text=text) for place, text in enumerate(texts, start=1)
    )
    return Plan(
        schema="plancmp/plan/1",
        id=plan_id,
        name="某县",
        title="某县实施方案",
        programmes=(Programme(number=1, title="重点任务", measures=measures),),
    )


# Plans nobody wrote: real sentences and any other text thrown together, one of them under a witness' own id.
any_sentence = st.sampled_from(SENTENCES) | st.text(min_size=1, max_size=40)
any_text = st.lists(any_sentence, min_size=1, max_size=4).map("".join).filter(lambda text: bool(text.strip()))
any_plan = st.builds(
    make_plan,
    st.lists(any_text, min_size=1, max_size=6),
    st.sampled_from(["somewhere", "binzhou"]),
)
any_local_plan = st.sampled_from(LOCAL).map(plan_named)
plans = any_plan | any_local_plan


@cache
def compared(name: str) -> Comparison:
    return compare_plans(plan_named(REFERENCE), plan_named(name))


def compare(plan: Plan) -> Comparison:
    return compare_plans(plan_named(REFERENCE), plan)


def outcome(commitment: CommitmentResult) -> Outcome:
    """What a commitment's result says, scores aside."""
    return (
        commitment.id,
        commitment.verdict,
        commitment.reasons,
        commitment.strengthened,
        tuple((passage.measure, passage.quote) for passage in commitment.evidence),
        tuple(target.change for target in commitment.targets),
    )


def outcomes(comparison: Comparison) -> list[Outcome]:
    return [outcome(commitment) for commitment in comparison.commitments]


def verdicts(comparison: Comparison) -> dict[str, Verdict]:
    """The verdict on every measure and every commitment, by id."""
    found = {measure.id: measure.verdict for measure in comparison.measures}
    return found | {commitment.id: commitment.verdict for commitment in comparison.commitments}


def passages(comparison: Comparison) -> Iterator[Passage]:
    for commitment in comparison.commitments:
        yield from (*commitment.evidence, *commitment.nearest)


@cache
def _with_itself(name: str) -> Comparison:
    return compare_plans(plan_named(name), plan_named(name))


@pytest.mark.parametrize("name", LOCAL)
class TestAPlanAdoptsItself:
    def test_every_measure_is_adopted_by_its_own_measure(self, name: str) -> None:
        for measure in _with_itself(name).measures:
            assert (measure.verdict, measure.score, measure.reasons) == (Verdict.ADOPTED, 1.0, ())
            assert measure.id in {match.id for match in measure.matches}

    def test_every_commitment_is_adopted(self, name: str) -> None:
        assert [
            (commitment.id, commitment.text, commitment.reasons)
            for commitment in _with_itself(name).commitments
            if commitment.verdict is not Verdict.ADOPTED
        ] == []

    def test_coverage_is_one(self, name: str) -> None:
        assert tally(_with_itself(name).commitments).coverage == 1.0

    def test_nothing_is_added(self, name: str) -> None:
        assert _with_itself(name).additions == ()

    def test_no_target_has_changed(self, name: str) -> None:
        changes = {target.change for each in _with_itself(name).commitments for target in each.targets}
        assert changes == {Change.EQUAL}


class TestOrderDoesNotCount:
    """Verdicts and evidence are the same however programmes and measures are shuffled and numbered."""

    @settings(max_examples=15, deadline=None)
    @given(name=st.sampled_from(LOCAL), seed=st.integers(min_value=0))
    def test_shuffled_measures(self, name: str, seed: int) -> None:
        measures = list(plan_named(name).measures)
        random.Random(seed).shuffle(measures)
        shuffled = compare(with_measures(plan_named(name), measures))
        assert outcomes(shuffled) == outcomes(compared(name))
        assert verdicts(shuffled) == verdicts(compared(name))
        assert [measure.matches for measure in shuffled.measures] == [
            measure.matches for measure in compared(name).measures
        ]
        assert set(shuffled.additions) == set(compared(name).additions)

    @settings(max_examples=15, deadline=None)
    @given(name=st.sampled_from(LOCAL), seed=st.integers(min_value=0))
    def test_measures_dealt_out_to_other_programmes(self, name: str, seed: int) -> None:
        plan, chance = plan_named(name), random.Random(seed)
        measures = list(plan.measures)
        chance.shuffle(measures)
        cuts = sorted(chance.sample(range(1, len(measures)), 4))
        dealt = [measures[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
        programmes = tuple(
            Programme(number=number, title=f"第{number}部分", measures=tuple(hand))
            for number, hand in enumerate(dealt, start=1)
        )
        moved, before = renumbered(plan.model_copy(update={"programmes": programmes}))
        shuffled = compare(moved)
        assert verdicts(shuffled) == verdicts(compared(name))
        assert [
            [(before[passage.measure], passage.quote) for passage in commitment.evidence]
            for commitment in shuffled.commitments
        ] == [
            [(passage.measure, passage.quote) for passage in commitment.evidence]
            for commitment in compared(name).commitments
        ]


class TestSignsDoNotCount:
    """Full width or half width, and spaces: verdicts, reasons and places of the evidence are the same."""

    @settings(max_examples=20, deadline=None)
    @given(name=st.sampled_from(LOCAL), seed=st.integers(min_value=0), share=st.sampled_from([0.1, 0.5, 1.0]))
    def test_re_punctuated_measures(self, name: str, seed: int, share: float) -> None:
        chance = random.Random(seed)
        other = dict(zip(HALF + FULL, FULL + HALF, strict=True))

        def repunctuate(text: str) -> str:
            return "".join(other.get(sign, sign) if chance.random() < share else sign for sign in text)

        self._same_but_for_signs(compare(with_every_text(plan_named(name), repunctuate)), name)

    @settings(max_examples=10, deadline=None)
    @given(name=st.sampled_from(LOCAL), space=st.sampled_from([" ", "\u3000", "\u00a0"]))
    def test_spaces_behind_signs(self, name: str, space: str) -> None:
        spaced = with_every_text(plan_named(name), lambda text: re.sub("(?<=[。，,；;])", space, text))
        self._same_but_for_signs(compare(spaced), name)

    @pytest.mark.parametrize("name", LOCAL)
    def test_signs_that_nobody_sees(self, name: str) -> None:
        chance = random.Random(name)
        unseen = "\u200b\u200c\u200d\u00ad\u2060\ufeff\ufe00\ufe0f\u034f\U000e0041\u202e"
        hidden = with_every_text(
            plan_named(name), lambda text: "".join(sign + chance.choice(unseen) for sign in text)
        )
        self._same_but_for_signs(compare(hidden), name)

    @pytest.mark.parametrize("name", LOCAL)
    @pytest.mark.parametrize("signs", [(HALF, FULL), (FULL, HALF)], ids=["full width", "half width"])
    def test_re_punctuated_document(self, name: str, signs: tuple[str, str]) -> None:
        text = (DEFAULT_DIRECTORY / "sources" / f"{name}.txt").read_text("utf-8")
        raw = text.translate(str.maketrans(*signs)).encode()
        self._same_but_for_signs(compare(encode_document(raw, plan_id=name).plan), name)

    @pytest.mark.parametrize("name", LOCAL)
    def test_blank_lines_line_ends_and_paragraphs_of_the_document(self, name: str) -> None:
        text = (DEFAULT_DIRECTORY / "sources" / f"{name}.txt").read_text("utf-8")
        tight = re.sub(r"\n\s*\n", "\n", text)
        for variant in (tight, text.replace("\n", "\r\n"), re.sub(r"\s*\n\s*(?=\d{1,2}[.．])", "", text)):
            found = compare(encode_document(variant.encode(), plan_id=name).plan)
            self._same_but_for_signs(found, name)

    def _same_but_for_signs(self, found: Comparison, name: str) -> None:
        assert verdicts(found) == verdicts(compared(name))
        for one, other in zip(found.commitments, compared(name).commitments, strict=True):
            assert (one.reasons, one.strengthened) == (other.reasons, other.strengthened)
            assert [passage.measure for passage in one.evidence] == [each.measure for each in other.evidence]


class TestLessTextIsNeverBetter:
    """Without whole sentences or measures nothing is better carried. (A part of one may go: a condition, say.)

    Save what the best passage takes back: once that passage is gone, a lesser one speaks for the plan.
    """

    @example(name="binzhou", seed=8_679_669_945_512_400, share=0.3)
    @example(name="yicheng", seed=0, share=0.3)
    @settings(max_examples=25, deadline=None)
    @given(
        name=st.sampled_from(LOCAL), seed=st.integers(min_value=0), share=st.sampled_from([0.05, 0.3, 0.8])
    )
    def test_without_sentences(self, name: str, seed: int, share: float) -> None:
        chance = random.Random(seed)
        plan = with_every_text(
            plan_named(name),
            lambda text: "".join(part for part in sentences_of(text) if chance.random() > share) or "略。",
        )
        self._no_better(compare(plan), compared(name))

    @settings(max_examples=15, deadline=None)
    @given(plan=plans, chosen=st.integers(min_value=0))
    def test_without_a_measure(self, plan: Plan, chosen: int) -> None:
        measures = list(plan.measures)
        measures.pop(chosen % len(measures))
        if measures:
            self._no_better(compare(with_measures(plan, measures)), compare(plan))

    def _no_better(self, shorter: Comparison, whole: Comparison) -> None:
        for now, then in zip(shorter.measures, whole.measures, strict=True):
            taken_back = [set(each.reasons) - {Reason.PARTIAL_MATCH} for each in then.commitments]
            assert any(taken_back) or now.score <= then.score
            for less, more, back in zip(now.commitments, then.commitments, taken_back, strict=True):
                assert back or POINTS[less.verdict] <= POINTS[more.verdict], less.id


class TestEqualInputGivesEqualResult:
    @settings(max_examples=10, deadline=None)
    @given(plan=any_plan)
    def test_in_one_process(self, plan: Plan) -> None:
        assert compare(plan) == compare(plan)

    def test_in_another_process(self) -> None:
        """Sets are walked in another order in every process; a result that depends on it would differ.

        Nor may it show which of the same words in three measures is looked at first.
        """
        script = (
            "from tests.alignment.editing import plan_named\n"
            "from plancmp.alignment.compare import compare_plans\n"
            "for name in ('binzhou', 'qingzhou'):\n"
            "    print(compare_plans(plan_named('shandong'), plan_named(name)))\n"
            "from tests.alignment.test_properties import make_plan\n"
            "thrice = [measure.text for measure in plan_named('qingzhou').measures] * 3\n"
            "print(compare_plans(plan_named('shandong'), make_plan(thrice, 'local')))\n"
        )
        printed = {
            subprocess.run(
                [sys.executable, "-c", script],
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(printed) == 1


class TestEveryResultIsWellFormed:
    """Plans of any text: what a reader may rely on in every single result."""

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_scores_lie_between_zero_and_one(self, plan: Plan) -> None:
        found = compare(plan)
        scores = [passage.score for passage in passages(found)]
        scores += [commitment.score for commitment in found.commitments]
        scores += [match.score for measure in found.measures for match in measure.matches]
        scores += [measure.score for measure in found.measures]
        assert all(0 <= score <= 1 for score in scores)

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_every_quote_stands_verbatim_in_its_measure(self, plan: Plan) -> None:
        found = compare(plan)
        texts = {part.id: part.text for part in plan.parts}
        quoted = [(passage.measure, passage.quote) for passage in passages(found)]
        quoted += [(addition.measure, addition.quote) for addition in found.additions]
        assert all(quote and quote in texts[measure] for measure, quote in quoted)

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_matches_are_empty_exactly_when_the_measure_is_omitted(self, plan: Plan) -> None:
        for measure in compare(plan).measures:
            assert (not measure.matches) == (measure.verdict is Verdict.OMITTED)
            assert len({match.id for match in measure.matches}) == len(measure.matches)

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_each_verdict_has_its_proof(self, plan: Plan) -> None:
        for commitment in compare(plan).commitments:
            assert bool(commitment.evidence) == (commitment.verdict is not Verdict.OMITTED)
            assert not (commitment.nearest and commitment.evidence)
            assert bool(commitment.reasons) == (commitment.verdict is Verdict.WEAKENED)
            assert commitment.verdict is Verdict.ADOPTED or not commitment.strengthened

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_a_measure_says_why_it_is_not_adopted(self, plan: Plan) -> None:
        for measure in compare(plan).measures:
            assert bool(measure.reasons) == (measure.verdict is not Verdict.ADOPTED)
            omitted = any(each.verdict is Verdict.OMITTED for each in measure.commitments)
            assert omitted or Reason.COMMITMENT_OMITTED not in measure.reasons

    @settings(max_examples=25, deadline=None)
    @given(plan=plans)
    def test_every_item_of_the_reference_is_judged_once_in_its_order(self, plan: Plan) -> None:
        found = compare(plan)
        assert [measure.id for measure in found.measures] == [
            measure.id for measure in plan_named(REFERENCE).measures
        ]
        assert [commitment.id for commitment in found.commitments] == [
            commitment.id for commitment in plan_named(REFERENCE).commitments
        ]


class TestCoverage:
    """Coverage is (adopted + half of weakened) / all."""

    @given(st.lists(st.sampled_from(list(Verdict)), max_size=40))
    def test_formula(self, given_verdicts: list[Verdict]) -> None:
        results = [
            CommitmentResult("1.1.1", "承诺", verdict, False, True, 0.0, (), (), (), ())
            for verdict in given_verdicts
        ]
        adopted, weakened = given_verdicts.count(Verdict.ADOPTED), given_verdicts.count(Verdict.WEAKENED)
        expected = (adopted + weakened / 2) / len(results) if results else 0.0
        assert tally(results).coverage == pytest.approx(expected)
        assert 0 <= tally(results).coverage <= 1

    def test_of_nothing_carried_and_everything_carried(self) -> None:
        nothing = compare(make_plan(["天气晴朗。"], "somewhere"))
        assert tally(nothing.commitments).coverage == 0.0
        assert {measure.verdict for measure in nothing.measures} == {Verdict.OMITTED}

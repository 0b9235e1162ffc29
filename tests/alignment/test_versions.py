"""Two versions of a plan: what is lost is told, whatever was done to the text."""

from __future__ import annotations

from itertools import product

import pytest

from plancmp.alignment.number_changes import NumberStep, number_changes, phrases_step
from plancmp.alignment.plan_targets import find_plan_targets
from plancmp.alignment.result import CommitmentResult, Reason, Verdict
from plancmp.alignment.versions import Step, VersionChanges, compare_versions, step_of
from plancmp.plans.model import Plan
from tests.alignment.editing import LOCAL, measure_of, plan_named, with_every_text, with_texts
from tests.alignment.mutation_case import Case
from tests.alignment.mutations import cases_of

LOWERED = cases_of("share lowered")


def changes_of(case: Case) -> VersionChanges:
    return compare_versions(plan_named(case.base), case.plan)


def edited(plan_id: str, measure: str, old: str, new: str) -> Plan:
    plan = plan_named(plan_id)
    text = measure_of(plan, measure).text
    assert old in text
    return with_texts(plan, {measure: text.replace(old, new)})


@pytest.mark.parametrize("case", LOWERED, ids=lambda case: f"{case.base} {case.note}")
def test_a_lowered_share_is_the_first_of_the_numbers(case: Case) -> None:
    numbers = number_changes(plan_named(case.base), case.plan)
    assert [change.step for change in numbers][:1] == [NumberStep.LOWERED]


@pytest.mark.parametrize("case", LOWERED[::3], ids=lambda case: f"{case.base} {case.note}")
def test_a_lowered_share_is_among_the_clauses(case: Case) -> None:
    changes = changes_of(case)
    assert [(change.step, change.reasons) for change in changes.clauses] == [
        (Step.WEAKENED, (Reason.TARGET_LOWERED,))
    ]
    assert changes.has_losses


@pytest.mark.parametrize("case", LOWERED[::5], ids=lambda case: f"{case.base} {case.note}")
def test_a_lowered_share_weakens_the_commitment_of_the_reference(case: Case) -> None:
    changes = compare_versions(plan_named(case.base), case.plan, plan_named("shandong"), blind=True)
    moved = {change.new.result.id: change.step for change in changes.commitments}
    for expected in case.expected:
        assert moved[expected.commitment] is Step.WEAKENED


@pytest.mark.parametrize("plan_id", LOCAL)
def test_every_number_of_a_plan_that_is_lowered_alone_is_told(plan_id: str) -> None:
    """Each number in turn falls to the next smaller whole number of its first digit."""
    plan = plan_named(plan_id)
    for stated in find_plan_targets(plan):
        digits = next((each for each in stated.target.phrase if each in "3456789"), None)
        parts = {part.id: part for part in plan.measures}
        if digits is None or stated.measure not in parts:
            continue
        lower = stated.target.phrase.replace(digits, str(int(digits) - 1), 1)
        text = parts[stated.measure].text
        sentence = stated.sentence.replace(stated.target.phrase, lower, 1)
        changed = with_texts(plan, {stated.measure: text.replace(stated.sentence, sentence, 1)})
        steps = {change.step for change in number_changes(plan, changed)}
        assert steps & {NumberStep.LOWERED, NumberStep.DROPPED}, (stated.target.phrase, stated.sentence)


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        ("target deleted", NumberStep.DROPPED),
        ("share raised", NumberStep.RAISED),
        ("deadline moved", NumberStep.LATER),
    ],
)
def test_what_became_of_a_number_is_told(kind: str, step: NumberStep) -> None:
    for case in cases_of(kind):
        assert step in {change.step for change in number_changes(plan_named(case.base), case.plan)}, case.note


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        ("commitment dropped", {Step.VANISHED}),
        ("verb softened", {Step.WEAKENED}),
        ("verb hardened", {Step.STRENGTHENED}),
        ("condition added", {Step.WEAKENED, Step.REWORDED}),
    ],
)
def test_what_became_of_a_clause_is_told(kind: str, steps: set[Step]) -> None:
    for case in cases_of(kind)[:8]:
        assert {change.step for change in changes_of(case).clauses} & steps, case.note


@pytest.mark.parametrize("plan_id", LOCAL)
def test_a_plan_beside_itself_has_not_changed(plan_id: str) -> None:
    plan = plan_named(plan_id)
    changes = compare_versions(plan, plan, plan_named("shandong"))
    assert (changes.numbers, changes.clauses, changes.commitments) == ((), (), ())
    assert not changes.has_losses


def test_another_order_and_other_signs_are_no_change() -> None:
    plan = plan_named("yicheng")
    changed = with_every_text(plan, lambda text: text.replace(",", "，"))
    assert compare_versions(plan, changed).clauses == ()
    assert number_changes(plan, changed) == ()


def test_what_is_new_is_what_vanishes_the_other_way() -> None:
    plan = plan_named("yicheng")
    longer = edited("yicheng", "1.4", "修订完善", "建设国际航天员训练中心3个。修订完善")
    there, back = compare_versions(plan, longer), compare_versions(longer, plan)
    assert [(change.step, change.new) for change in there.clauses if change.step is Step.APPEARED] == [
        (Step.APPEARED, "建设国际航天员训练中心3个")
    ]
    assert [change.old for change in back.clauses if change.step is Step.VANISHED] == [
        "建设国际航天员训练中心3个"
    ]
    assert [change.step for change in there.numbers] == [NumberStep.ADDED]
    assert [change.step for change in back.numbers] == [NumberStep.DROPPED]
    assert back.has_losses
    assert not there.has_losses


def test_amounts_of_one_plan_compare_and_of_two_equal_numbers_the_one_that_fell_is_told() -> None:
    plan = plan_named("yicheng")
    changed = edited("yicheng", "2.3", "新型研发机构70家", "新型研发机构60家")
    (change,) = number_changes(plan, changed)
    assert change.old and change.new
    assert (change.step, change.old.target.phrase, change.new.target.phrase) == (
        NumberStep.LOWERED,
        "70家",
        "60家",
    )


def test_numbers_and_clauses_of_sections_are_looked_at_too() -> None:
    plan = plan_named("qingzhou")
    section = next(each for each in plan.sections if "%" in each.text or "亿元" in each.text)
    stated = next(each for each in find_plan_targets(plan) if each.measure == section.id)
    text = section.text.replace(stated.sentence, "")
    changed = plan.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"text": text}) if each is section else each for each in plan.sections
            )
        }
    )
    changes = compare_versions(plan, changed)
    assert NumberStep.DROPPED in {change.step for change in changes.numbers}
    assert section.id in {change.old_place for change in changes.clauses if change.step.is_loss}


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("90%以上", "85%以上", NumberStep.LOWERED),
        ("90%以上", "90%左右", NumberStep.LOWERED),
        ("90%", "90%以上", NumberStep.RAISED),
        ("90%以上", "90%以上", None),
        ("不超过5%", "不超过6%", NumberStep.LOWERED),
        ("不超过5%", "不超过4%", NumberStep.RAISED),
        ("30个", "20个", NumberStep.LOWERED),
        ("30个", "若干", None),
    ],
)
def test_how_a_number_moves(old: str, new: str, step: NumberStep | None) -> None:
    assert phrases_step("覆盖率", old, new) is step


def result(verdict: Verdict, *reasons: Reason, strengthened: bool = False) -> CommitmentResult:
    return CommitmentResult("1.1.1", "加强", verdict, strengthened, True, 0.5, reasons, (), (), ())


@pytest.mark.parametrize("pair", list(product(Verdict, Verdict)), ids=str)
def test_how_a_verdict_moves(pair: tuple[Verdict, Verdict]) -> None:
    order = [Verdict.OMITTED, Verdict.WEAKENED, Verdict.ADOPTED]
    old, new = map(order.index, pair)
    expected = None
    if old != new:
        expected = {
            new == 0: Step.VANISHED,
            old == 0: Step.APPEARED,
        }.get(True) or (Step.WEAKENED if new < old else Step.STRENGTHENED)
    assert step_of(result(pair[0]), result(pair[1])) is expected


def test_a_further_reason_weakens_and_firmer_words_strengthen() -> None:
    one = result(Verdict.WEAKENED, Reason.PARTIAL_MATCH)
    other = result(Verdict.WEAKENED, Reason.PARTIAL_MATCH, Reason.DEADLINE_LATER)
    assert step_of(one, other) is Step.WEAKENED
    adopted = result(Verdict.ADOPTED)
    assert step_of(adopted, result(Verdict.ADOPTED, strengthened=True)) is Step.STRENGTHENED
    assert step_of(result(Verdict.ADOPTED, strengthened=True), adopted) is Step.WEAKENED

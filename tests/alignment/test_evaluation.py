"""The comparison measured against gold, from readings to the accuracy card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.evaluation import scoring as evaluating
from plancmp.alignment.evaluation.baselines import Baseline
from plancmp.alignment.evaluation.card import card_of, card_text, parse_card
from plancmp.alignment.evaluation.gold import Gold, Reading
from plancmp.alignment.evaluation.scoring import Evaluation, evaluate, evaluate_measures
from plancmp.alignment.result import Reason, Verdict
from plancmp.alignment.thresholds import DEFAULT
from tests.alignment.small_plans import small_plan, small_reference

REFERENCE, PLAN = small_reference(), small_plan()
OWN = compare_plans(REFERENCE, PLAN)


def agreeing_gold() -> Gold:
    """Readings that say what the comparison says."""
    measures = tuple(
        Reading("yicheng", each.id, each.verdict, "", frozenset(match.id for match in each.matches))
        for each in OWN.measures
    )
    commitments = tuple(
        Reading(
            "yicheng",
            each.id,
            each.verdict,
            each.text,
            frozenset(passage.measure for passage in each.evidence[:1]),
            frozenset(map(str, each.reasons)),
        )
        for each in OWN.commitments
    )
    return Gold(("written for the test",), measures, commitments, disputed=2)


def run(gold: Gold, *, leaving_out: bool = False) -> Evaluation:
    return evaluate(gold, REFERENCE, {"yicheng": PLAN}, leaving_out=leaving_out)


def test_readings_that_say_the_same_agree_wholly() -> None:
    found = run(agreeing_gold())
    assert found.measures and found.commitments
    assert found.measures.methods[0].figures.verdicts.kappa == 1
    assert found.measures.methods[0].figures.links.f1 == 1
    assert found.commitments.figures.verdicts.share == 1
    assert found.measures.differences == found.commitments.differences == ()


def test_a_reading_that_says_otherwise_is_a_difference_and_costs_agreement() -> None:
    gold = agreeing_gold()
    opposite = Verdict.OMITTED if gold.measures[0].verdict is Verdict.ADOPTED else Verdict.ADOPTED
    found = run(replace(gold, measures=(replace(gold.measures[0], verdict=opposite), *gold.measures[1:])))
    assert found.measures
    (difference,) = found.measures.differences
    assert (difference.item, difference.gold.verdict) == (gold.measures[0].item, opposite)
    assert found.measures.methods[0].figures.verdicts.share == 0.5


def test_every_baseline_stands_beside_the_comparison() -> None:
    found = run(agreeing_gold())
    assert found.measures
    assert [method.baseline for method in found.measures.methods] == [None, *Baseline]


def test_reasons_are_measured_where_both_say_weakened() -> None:
    gold = agreeing_gold()
    weakened = [each for each in gold.commitments if each.verdict is Verdict.WEAKENED]
    found = run(gold)
    assert found.commitments
    assert weakened
    assert found.commitments.reasons.f1 == 1
    assert found.commitments.reasons.gold == sum(len(each.reasons) for each in weakened)
    other = replace(weakened[0], reasons=frozenset({str(Reason.DEADLINE_LATER)}))
    missed = run(replace(gold, commitments=(other,)))
    assert missed.commitments
    assert missed.commitments.reasons.true_positives == 0


def test_a_part_without_readings_is_none() -> None:
    gold = agreeing_gold()
    assert run(replace(gold, commitments=())).commitments is None
    assert run(replace(gold, measures=())).measures is None


def test_readings_of_commitments_that_are_no_more_are_counted_apart() -> None:
    gold = agreeing_gold()
    gone = replace(gold.commitments[0], text="不在其中的承诺")
    found = run(replace(gold, commitments=(gone, *gold.commitments[1:])))
    assert found.gold.outdated == 1
    assert found.commitments
    assert found.commitments.figures.verdicts.pairs == len(gold.commitments) - 1


def test_left_out_figures_come_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluating, "THRESHOLD_GRID", (DEFAULT._replace(adopted=1.1), DEFAULT))
    plain, thorough = run(agreeing_gold()), run(agreeing_gold(), leaving_out=True)
    assert plain.measures and thorough.measures and thorough.commitments
    assert all(method.left_out is None for method in plain.measures.methods)
    assert all(method.left_out is not None for method in thorough.measures.methods)
    assert thorough.commitments.left_out is not None


def test_confidence_is_calibrated() -> None:
    unsure = [
        programme._replace(measures=tuple(each._replace(confidence=0.75) for each in programme.measures))
        for programme in OWN.programmes
    ]
    own = OWN._replace(programmes=tuple(unsure))
    found = evaluate_measures(agreeing_gold().measures, [own], [], REFERENCE, [PLAN])
    assert found.calibration.error == pytest.approx(0.25)


def test_the_card_has_the_figures_and_survives_being_written() -> None:
    found = run(agreeing_gold())
    card = card_of(found, "2024-05-31")
    assert (card.date, card.origins, card.plans) == ("2024-05-31", ("written for the test",), 1)
    assert (card.measures, card.kappa, card.left_out_kappa) == (2, 1.0, None)
    assert card.commitments == len(found.gold.commitments)
    assert parse_card(card_text(card)) == card


def test_a_card_of_measures_alone_says_nothing_of_commitments() -> None:
    card = card_of(run(replace(agreeing_gold(), commitments=())), "2024-05-31")
    assert (card.commitments, card.omission_recall) == (0, None)
    assert "omission" not in card_text(card)

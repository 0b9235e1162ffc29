"""The coverage matrix: what is counted, what is kept out of averages, and how it is sorted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plancmp.alignment.coverage_matrix import CoverageMatrix, coverage_matrix, matrix_of, plan_coverage
from plancmp.alignment.result import (
    Addition,
    CaveatCode,
    CommitmentResult,
    Comparison,
    MeasureResult,
    PlanHeader,
    ProgrammeResult,
    Verdict,
)
from plancmp.alignment.summary import Tally
from plancmp.plans.model import Measure, Plan, Programme

A, W, O = Verdict.ADOPTED, Verdict.WEAKENED, Verdict.OMITTED  # noqa: E741 - as they stand in a table
OUTLINE = {1: ("产业升级优势再造工程", ("1.1", "1.2")), 2: ("科技创新能力跃升工程", ("2.1",))}
REFERENCE = PlanHeader(
    "shandong", "山东省", "山东省县域经济高质量发展三年行动方案", None, None, "reconstructed"
)


def commitment(number: str, verdict: Verdict, independent: bool) -> CommitmentResult:
    return CommitmentResult(number, "承诺", verdict, False, independent, 0.5, (), (), (), ())


def measure(number: str, verdict: Verdict, commitments: Sequence[Verdict]) -> MeasureResult:
    """The first commitment is independent, the others are not."""
    results = tuple(
        commitment(f"{number}.{place}", each, independent=place == 1)
        for place, each in enumerate(commitments, start=1)
    )
    return MeasureResult(number, f"措施{number}", verdict, 0.5, 0.9, (), (), results)


def comparison(
    plan: str, verdicts: Sequence[tuple[Verdict, Sequence[Verdict]]], notes: tuple[CaveatCode, ...] = ()
) -> Comparison:
    """A plan's verdicts, measure by measure in the order of the outline: its own and its commitments'."""
    left = list(verdicts)
    programmes = tuple(
        ProgrammeResult(number, title, tuple(measure(each, *left.pop(0)) for each in measures))
        for number, (title, measures) in OUTLINE.items()
    )
    header = PlanHeader(plan, plan.title(), plan, None, None, "official")
    return Comparison(REFERENCE, header, notes, programmes, (Addition("1.1", "新增"),))


BEST = comparison("best", [(A, [A, A]), (W, [W, A]), (A, [A])])
WORST = comparison("worst", [(A, [A, O]), (W, [W, O]), (O, [O])])
OTHER = comparison("other", [(O, [O, O]), (O, [O, O]), (O, [O])], (CaveatCode.IMPLEMENTS_OTHER,))


@pytest.fixture
def matrix() -> CoverageMatrix:
    return matrix_of([WORST, OTHER, BEST])


def test_a_row_holds_counts_and_no_text_of_the_plan() -> None:
    row = plan_coverage(BEST)
    assert row.summary.measures == Tally(adopted=2, weakened=1)
    assert row.summary.commitments == Tally(adopted=4, weakened=1)
    assert row.summary.independent_commitments == Tally(adopted=2, weakened=1)
    assert row.programme(0).measures == Tally(adopted=1, weakened=1)
    assert row.additions == 1
    assert "新增" not in repr(row)
    assert "承诺" not in repr(row)


def test_coverage_counts_a_weakened_commitment_half() -> None:
    row = plan_coverage(BEST)
    assert row.summary.coverage == pytest.approx(4.5 / 5)
    assert row.summary.coverage_independent == pytest.approx(2.5 / 3)
    assert Tally().coverage == 0


def test_plans_that_implement_another_document_stay_out_of_every_average(matrix: CoverageMatrix) -> None:
    assert [row.plan.id for row in matrix.plans] == ["worst", "other", "best"]
    assert [row.plan.id for row in matrix.counted] == ["worst", "best"]
    assert matrix.average == pytest.approx((1.5 / 5 + 4.5 / 5) / 2)
    assert matrix.average_independent == pytest.approx((1.5 / 3 + 2.5 / 3) / 2)
    assert matrix.programme_average(1) == pytest.approx(0.5)
    assert matrix.measure_average(0, 0) == pytest.approx((0.5 + 1.0) / 2)
    assert matrix.measure_tally(0, 0) == Tally(adopted=2)


def test_without_a_plan_that_implements_the_reference_there_is_no_average() -> None:
    lonely = matrix_of([OTHER])
    assert (lonely.average, lonely.average_independent, lonely.programme_average(0)) == (None, None, None)
    assert lonely.most_often(O) == ()


def test_what_is_weakened_most_often_is_counted_over_plans(matrix: CoverageMatrix) -> None:
    assert [(each.id, plans) for each, plans in matrix.most_often(W)] == [("1.2", 2)]
    assert [(each.id, plans) for each, plans in matrix.most_often(O)] == [("2.1", 1)]


def test_what_never_occurs_is_not_the_most_frequent() -> None:
    assert matrix_of([BEST]).most_often(O) == ()


def test_plans_are_sorted_by_coverage_the_best_first(matrix: CoverageMatrix) -> None:
    assert [row.plan.id for row in matrix.sorted_by_coverage().plans] == ["best", "worst", "other"]


def test_sorting_by_gaps_moves_the_cells_with_their_measures(matrix: CoverageMatrix) -> None:
    ordered = matrix.sorted_by_gaps()
    assert [programme.number for programme in ordered.outline] == [2, 1]
    assert [each.id for each in ordered.outline[1].measures] == ["1.2", "1.1"]
    worst = ordered.plans[0]
    assert [[cell.verdict for cell in cells] for cells in worst.cells] == [[O], [W, A]]
    assert worst.summary == matrix.plans[0].summary


def test_rows_fold_into_the_same_matrix_from_a_reference_as_from_comparisons(matrix: CoverageMatrix) -> None:
    programmes = tuple(
        Programme(
            number=number,
            title=title,
            measures=tuple(Measure(id=each, title=f"措施{each}") for each in measures),
        )
        for number, (title, measures) in OUTLINE.items()
    )
    reference = Plan(
        schema="plancmp/plan/1",
        id="shandong",
        name="山东省",
        basis="reconstructed",
        title=REFERENCE.title,
        programmes=programmes,
    )
    rows = (plan_coverage(each) for each in (WORST, OTHER, BEST))
    assert coverage_matrix(reference, rows) == matrix

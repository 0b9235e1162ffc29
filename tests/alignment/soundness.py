"""What every result must be, whatever the two plans say: verbatim, within bounds, and of one mind with itself."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.coverage_matrix import coverage_matrix, plan_coverage
from plancmp.alignment.indicators import IndicatorTable, align_indicators
from plancmp.alignment.measure_explanation import explain_measure
from plancmp.alignment.result import Change, CommitmentResult, Comparison, MeasureResult, Verdict
from plancmp.plans.invisible import visible
from plancmp.plans.model import Plan


def check_pair(reference: Plan, plan: Plan) -> Comparison:
    """Compare two plans in every way there is; each result must be sound, and all of them must agree."""
    found = compare_plans(reference, plan)
    _check_comparison(found, plan)
    _check_coverage(found, reference)
    _check_targets(align_indicators(reference, [plan]), reference, plan)
    _check_explanations(found, reference, plan)
    return found


def _check_comparison(found: Comparison, plan: Plan) -> None:
    texts = {part.id: part.text for part in plan.parts}
    assert all(quote and quote in texts[place] for place, quote in _quotes(found))
    for measure in found.measures:
        _check_measure(measure)
        for commitment in measure.commitments:
            _check_commitment(commitment)
            for target in commitment.targets:
                assert (target.plan == "") == (target.change is Change.MISSING)
                assert any(target.plan in text for text in texts.values())


def _quotes(found: Comparison) -> Iterator[tuple[str, str]]:
    for commitment in found.commitments:
        for passage in (*commitment.evidence, *commitment.nearest):
            yield passage.measure, passage.quote
    for addition in found.additions:
        yield addition.measure, addition.quote


def _check_measure(measure: MeasureResult) -> None:
    scores = [measure.score, measure.confidence, *(match.score for match in measure.matches)]
    assert all(0 <= score <= 1 for score in scores)
    verdicts = {commitment.verdict for commitment in measure.commitments}
    omitted = measure.verdict is Verdict.OMITTED
    assert omitted == (verdicts <= {Verdict.OMITTED}) == (not measure.matches) == (measure.score == 0)
    assert measure.verdict is not Verdict.ADOPTED or Verdict.ADOPTED in verdicts


def _check_commitment(commitment: CommitmentResult) -> None:
    passages = (*commitment.evidence, *commitment.nearest)
    assert all(0 <= score <= 1 for score in (commitment.score, *(passage.score for passage in passages)))
    assert bool(commitment.evidence) == (commitment.verdict is not Verdict.OMITTED)
    assert bool(commitment.reasons) == (commitment.verdict is Verdict.WEAKENED)
    assert not (commitment.evidence and commitment.nearest)


def _check_coverage(found: Comparison, reference: Plan) -> None:
    matrix = coverage_matrix(reference, [plan_coverage(found)])
    verdicts = [cell.verdict for cells in matrix.plans[0].cells for cell in cells]
    assert verdicts == [measure.verdict for measure in found.measures]
    assert matrix.average is None or 0 <= matrix.average <= 1


def _check_targets(table: IndicatorTable, *plans: Plan) -> None:
    texts = {(plan.id, part.id): part.text for plan in plans for part in plan.parts}
    for indicator in table.indicators:
        for entry in indicator.entries:
            stated, target = entry.stated, entry.stated.target
            assert stated.sentence in texts[stated.plan, stated.measure]
            assert target.phrase and visible(target.phrase).text in visible(stated.sentence).text
            assert all(math.isfinite(value) and value >= 0 for value in (target.value, target.high or 0))
            assert target.high is None or target.high >= 0
    json.dumps([entry.stated.target for row in table.indicators for entry in row.entries], allow_nan=False)


def without_trace(measure: MeasureResult) -> MeasureResult:
    """The same verdict as a comparison gives it that records nothing."""
    return measure._replace(commitments=tuple(each._replace(trace=None) for each in measure.commitments))


def _check_explanations(found: Comparison, reference: Plan, plan: Plan) -> None:
    """The first measure is enough: each explanation compares the plans once more."""
    measure = next(found.measures)
    proof = explain_measure(reference, plan, measure.id)
    assert without_trace(proof.measure) == measure
    assert [each.result for each in proof.commitments] == [*proof.measure.commitments]
    assert math.isclose(proof.measure.share, measure.score, abs_tol=1e-4)
    assert all(0 <= passage.score <= 1 for each in proof.commitments for passage in each.trace.passages)

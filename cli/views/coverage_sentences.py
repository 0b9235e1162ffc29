"""What a coverage matrix comes to, in words: its closing sentence, what its figures mean, how its plans are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix, MeasureOutline
from plancmp.alignment.result import PlanHeader, Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.messages import Words
from plancmp.cli.views.common import names_apart, percent, some_of

_MOST = {Verdict.WEAKENED: "coverage.most_weakened", Verdict.OMITTED: "coverage.most_omitted"}
_NEVER = {Verdict.WEAKENED: "coverage.never_weakened", Verdict.OMITTED: "coverage.never_omitted"}


def closing_sentence(matrix: CoverageMatrix, say: Words) -> str:
    """What the matrix comes to: what is weakened and omitted most often, the best and the least covered."""
    counted = matrix.counted
    if not counted:
        return say("coverage.none_counted")
    findings = [
        _most_often(matrix, Verdict.WEAKENED, say),
        _most_often(matrix, Verdict.OMITTED, say),
        *_extremes(matrix, say),
    ]
    joined = say("semicolon").join(findings)
    if len(counted) == 1:
        key = "coverage.one_plan" if len(matrix.plans) > 1 else "coverage.single_plan"
        return say(key, plan=say.gloss(counted[0].plan.name), findings=joined)
    return say("coverage.conclusion", plans=len(counted), findings=joined)


def coverage_meanings(reference: PlanHeader, say: Words) -> list[tuple[str, str]]:
    """Each coverage that a reference has and what it means."""
    if not reference.has_witnesses:
        return [(say("summary.coverage"), say("coverage.only_coverage_means"))]
    return [
        (say("summary.coverage"), say("coverage.coverage_means")),
        (say("summary.coverage_independent"), say("coverage.independent_means")),
    ]


def marked_names(matrix: CoverageMatrix, say: Words) -> list[str]:
    """The plans' names, with an asterisk where a plan does not implement the reference."""
    names = names_apart([row.plan for row in matrix.plans], say)
    return [name if row.implements else f"{name}*" for name, row in zip(names, matrix.plans, strict=True)]


def independent_share(summary: Summary) -> float | None:
    """Coverage over the independent commitments (0-1); None when there are none."""
    return summary.coverage_independent if summary.independent else None


def _most_often(matrix: CoverageMatrix, verdict: Verdict, say: Words) -> str:
    found = matrix.most_often(verdict)
    if not found:
        return say(_NEVER[verdict])
    measures, plans = [measure for measure, _ in found], found[0][1]
    named = _named(measures, say)
    if len(matrix.counted) > 1:
        key = "coverage.in_plans_each" if len(measures) > 1 else "coverage.in_plans"
        named = say(key, measures=named, plans=plans)
    return say(_MOST[verdict], measures=named)


def _named(measures: Sequence[MeasureOutline], say: Words) -> str:
    return some_of(
        [f"{measure.id} {say.gloss(measure.title)}" for measure in measures], "coverage.and_more", say
    )


def _extremes(matrix: CoverageMatrix, say: Words) -> Iterator[str]:
    """The best and the least covered programme, where they differ."""
    shares = [
        (share, say.gloss(programme.title))
        for place, programme in enumerate(matrix.outline)
        if (share := matrix.programme_average(place)) is not None
    ]
    best, worst = max(shares, key=lambda pair: pair[0]), min(shares, key=lambda pair: pair[0])
    if best[0] > worst[0]:
        yield say(
            "coverage.extremes",
            best=best[1],
            best_share=percent(best[0]),
            worst=worst[1],
            worst_share=percent(worst[0]),
        )

"""What several outputs say of a coverage matrix in the same words: its closing sentence and its caveats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.coverage_matrix import CoverageMatrix, MeasureOutline
from plancmp.alignment.result import CaveatCode, PlanHeader, Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.phrases import Caveat, names_apart, note_in_words, percent
from plancmp.cli.words import Words

_NAMED = 3
_MOST = {Verdict.WEAKENED: "coverage.most_weakened", Verdict.OMITTED: "coverage.most_omitted"}
_OF_SEVERAL = {
    CaveatCode.ATTESTED: "coverage.attested",
    CaveatCode.IMPLEMENTS_OTHER: "coverage.implement_other",
    CaveatCode.SAME_PARENT: "coverage.same_parent",
    CaveatCode.NOT_BELOW_REFERENCE: "coverage.not_below_reference",
    CaveatCode.IMPLEMENTS_UNSTATED: "coverage.implements_unstated",
    CaveatCode.OLDER_THAN_REFERENCE: "coverage.older_than_reference",
}
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
        return say(key, plan=counted[0].plan.name, findings=joined)
    return say("coverage.conclusion", plans=len(counted), findings=joined)


def matrix_caveats(matrix: CoverageMatrix, say: Words) -> list[str]:
    """The notes of all comparisons in the matrix; one that holds for several plans is said once for all."""
    return [caveat.text for caveat in coded_matrix_caveats(matrix, say)]


def coded_matrix_caveats(matrix: CoverageMatrix, say: Words) -> list[Caveat]:
    """The same with their codes."""
    return [Caveat(note, text) for note in CaveatCode for text in _caveats(note, matrix, say)]


def _caveats(note: CaveatCode, matrix: CoverageMatrix, say: Words) -> Iterator[str]:
    rows = [row for row in matrix.plans if note in row.caveats]
    if len(rows) > 1 and note in _OF_SEVERAL:
        names = _listed([row.plan.name for row in rows], "coverage.plans_and_more", say)
        yield say(_OF_SEVERAL[note], reference=matrix.reference.name, plans=names)
    else:
        sentences = (note_in_words(note, matrix.reference, row.plan, say) for row in rows)
        yield from dict.fromkeys(sentences)


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
    return _listed([f"{measure.id} {measure.title}" for measure in measures], "coverage.and_more", say)


def _listed(names: list[str], and_more: str, say: Words) -> str:
    """The names, or the first of them and how many there are."""
    if len(names) <= _NAMED:
        return say.listed(names)
    return say(and_more, names=say.listed(names[:_NAMED]), count=len(names))


def _extremes(matrix: CoverageMatrix, say: Words) -> Iterator[str]:
    """The best and the least covered programme, where they differ."""
    shares = [
        (share, programme.title)
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

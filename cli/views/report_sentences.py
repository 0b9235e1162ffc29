"""What every format of a gap report says in the same words: title, conclusion, method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.gravity import NO_HEADLINE
from plancmp.alignment.result import Change, PlanHeader, Reason, Verdict
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.views.common import percent
from plancmp.cli.views.reasons import movements

_MOST_REASONS = 3
_MOST_COMMITMENTS = 8
_NUMERALS: tuple[str, ...] = ("", *"一二三四五六七八九")


def report_title(reports: Sequence[GapReport], say: Words) -> str:
    """What a report is called: which plan, or which plans, against which reference."""
    names = [say.gloss(report.comparison.plan.name) for report in reports]
    reference = say.gloss(reports[0].comparison.reference.name)
    if len(names) == 1:
        return say("report.title", plan=names[0], reference=reference)
    return say("report.title_several", plans=say.listed(names), reference=reference)


def conclusion(report: GapReport, say: Words) -> list[str]:
    """What a report comes to, in a few plain sentences."""
    return [
        *_thematic(report, say),
        *_figures(report, say),
        *_named_measures(report, say),
        *_more(report, say),
    ]


def omitted_central(report: GapReport, say: Words) -> list[str]:
    """Which central commitments are nowhere in the plan, in one sentence; none where there are none."""
    found = [
        f"{item.commitment.id} {say.gloss(item.commitment.text)}"
        for item in report.gaps
        if item.headline < NO_HEADLINE and item.commitment.verdict is Verdict.OMITTED
    ]
    if len(found) > _MOST_COMMITMENTS:
        first = say.listed(found[:_MOST_COMMITMENTS])
        return [say("report.says_central_first", total=len(found), commitments=first)]
    return [say("report.says_central", commitments=say.listed(found))] if found else []


def method_sentences(reference: PlanHeader, card: AccuracyCard | None, say: Words) -> list[str]:
    """How verdicts are made, how far they can be trusted, and what they do not say.

    Args:
        reference: what the plans were compared with.
        card: how far verdicts agree with careful readings; None when that was not measured.
        say: the words of the language chosen.
    """
    return [
        say("report.method_matching"),
        *([say("report.method_own_words")] if reference.has_witnesses else []),
        say("report.method_counts"),
        *_accuracy(card, say),
        say("report.method_limits"),
    ]


def _thematic(report: GapReport, say: Words) -> Iterator[str]:
    if not report.implements:
        yield say("report.thematic", plan=say.gloss(report.comparison.plan.name))


def _figures(report: GapReport, say: Words) -> Iterator[str]:
    summary = report.summary
    yield say(
        "report.says_measures",
        reference=say.gloss(report.comparison.reference.name),
        plan=say.gloss(report.comparison.plan.name),
        total=summary.measures.total,
        **_counts(summary.measures.verdicts),
    )
    attested = report.comparison.reference.has_witnesses
    yield say(
        "report.says_commitments" if attested else "report.says_all_commitments",
        total=summary.commitments.total,
        **_counts(summary.commitments.verdicts),
        coverage=percent(summary.coverage),
        independent=summary.independent,
        coverage_independent=percent(summary.coverage_independent if summary.independent else None),
    )
    shares = [(programme.summary.coverage, say.gloss(programme.title)) for programme in report.programmes]
    best, worst = max(shares, key=lambda pair: pair[0]), min(shares, key=lambda pair: pair[0])
    if best[0] > worst[0]:
        yield say(
            "report.says_extremes",
            best=best[1],
            best_share=percent(best[0]),
            worst=worst[1],
            worst_share=percent(worst[0]),
        )


def _named_measures(report: GapReport, say: Words) -> Iterator[str]:
    for verdict, key in (
        (Verdict.OMITTED, "report.says_omitted"),
        (Verdict.WEAKENED, "report.says_weakened"),
    ):
        found = [f"{measure.id} {say.gloss(measure.title)}" for measure in report.with_verdict(verdict)]
        if found:
            yield say(key, measures=say.listed(found))


def _more(report: GapReport, say: Words) -> Iterator[str]:
    """Lowered numbers, reasons, targets, and what goes beyond the reference."""
    lowered = [
        say("remark", text=movement, remark=item.commitment.id)
        for item in report.gaps
        for movement in movements(Reason.TARGET_LOWERED, item.commitment, say)
    ]
    if lowered:
        yield say("report.says_lowered", targets=say.listed(lowered))
    reasons = [
        say("report.reason_count", reason=say(f"reason.{reason}"), count=count)
        for reason, count in report.reasons[:_MOST_REASONS]
    ]
    if reasons:
        yield say("report.says_reasons", reasons=say.listed(reasons))
    if report.targets:
        yield say("report.says_targets", **_counts(report.changes))
    yield say(
        "report.says_beyond",
        strengthened=len(report.strengthened),
        additions=len(report.comparison.additions),
    )


def _accuracy(card: AccuracyCard | None, say: Words) -> Iterator[str]:
    if card is None:
        yield say("report.accuracy_unknown")
        return
    figures = list(_accuracy_figures(card, say))
    yield say(
        "report.accuracy",
        date=card.date,
        plans=card.plans,
        measures=card.measures,
        figures=say("semicolon").join(figures),
    )
    origins = [origin.rstrip(".。") for origin in say.either(card.origins_zh, card.origins)]
    yield say("report.accuracy_origins", origins=say("semicolon").join(origins))


def _accuracy_figures(card: AccuracyCard, say: Words) -> Iterator[str]:
    if card.agreement is not None:
        yield say("report.accuracy_agreement", share=percent(card.agreement))
    if card.kappa is not None:
        yield say("report.accuracy_kappa", value=card.kappa)
    if card.left_out_kappa is not None:
        yield say("report.accuracy_left_out_kappa", value=card.left_out_kappa)
    if card.omission_precision is not None and card.omission_recall is not None:
        yield say(
            "report.accuracy_omission",
            precision=percent(card.omission_precision),
            recall=percent(card.omission_recall),
        )


def _counts(counts: Mapping[Verdict, int] | Mapping[Change, int]) -> dict[str, int]:
    """Counts under the names that the sentences have for them."""
    return {key.value: count for key, count in counts.items()}


def section_number(number: int, say: Words) -> str:
    """A section's number as documents of the language write it: 1 to 99 as 一 to 九十九 in Chinese."""
    if say.language is not Language.CHINESE:
        return str(number)
    tens, ones = number // 10, number % 10
    ten = "十" if tens else ""
    return (_NUMERALS[tens] if tens > 1 else "") + ten + _NUMERALS[ones]

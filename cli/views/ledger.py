"""The rows of a report's workbook as plain values: the ledger, one row a commitment, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import CommitmentResult, PlanHeader, Reason, TargetChange, Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.messages import Words
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import filters_in_force
from plancmp.cli.views.coverage_sentences import coverage_meanings, independent_share
from plancmp.cli.views.gaps import passage_lines, witness_lines
from plancmp.cli.views.reasons import explain_commitment, quoted_passages
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report_sentences import conclusion, method_sentences, report_title

CellValue = str | int | float | None


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column of the ledger: the key of its name under `column.` and its width in characters."""

    key: str
    width: int


LEDGER_COLUMNS = (
    LedgerColumn("programme_title", 11),
    LedgerColumn("measure_title", 12),
    LedgerColumn("measure_verdict", 9),
    LedgerColumn("commitment_text", 20),
    LedgerColumn("reference_wording", 24),
    LedgerColumn("verdict", 9),
    LedgerColumn("reasons", 16),
    LedgerColumn("local_text", 26),
    LedgerColumn("nearest", 20),
    LedgerColumn("target_reference", 12),
    LedgerColumn("target_plan", 12),
    LedgerColumn("lead_agency", 12),
    LedgerColumn("remedy", 14),
    LedgerColumn("due", 7),
    LedgerColumn("review_verdict", 10),
    LedgerColumn("review_reason", 20),
    LedgerColumn("reviewer", 9),
    LedgerColumn("score", 8),
    LedgerColumn("measure_confidence", 8),
    LedgerColumn("independent", 8),
    LedgerColumn("evidence_basis", 8),
)
PRINTED = 14
"""How many columns are printed, the first ones: what the others tell is for the screen."""


class LedgerRow(NamedTuple):
    """A row of the ledger: a value for each column, and the verdicts that two of its cells are coloured by."""

    measure: Verdict
    commitment: Verdict | None
    values: tuple[CellValue, ...]


def ledger_rows(report: GapReport, options: RenderOptions) -> Iterator[LedgerRow]:
    """Every commitment that the filters let through; a measure without commitments has a row too."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.measure.id, []).append(finding)
    for programme in report.comparison.programmes:
        title = f"{programme.number} {options.say.label(programme.title)}"
        for measure in options.filters.of(programme):
            before = (
                title,
                f"{measure.id} {options.say.label(measure.title)}",
                options.say(f"verdict.{measure.verdict}"),
            )
            if measure.id not in findings:
                yield LedgerRow(
                    measure.verdict, None, (*before, *[None] * (len(LEDGER_COLUMNS) - len(before)))
                )
            listed = options.filters.commitments_of(measure)
            for finding in findings.get(measure.id, ()):
                if finding.commitment in listed:
                    values = (*before, *_commitment(finding, report, options))
                    yield LedgerRow(measure.verdict, finding.commitment.verdict, values)


def summary_rows(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None
) -> Iterator[Sequence[CellValue]]:
    """The documents, the figures of each plan in its column, then what they mean and how they were made."""
    say, reference = options.say, reports[0].comparison.reference
    yield [report_title(reports, say)]
    yield [say("diff.reference"), _document(reference, say)]
    yield [say("report.based_on"), reports[0].reference_source]
    yield [say("filters"), filters_in_force(options.filters, say) or "-"]
    yield [say("report.version"), f"plancmp {VERSION}"]
    yield []
    yield [say("column.plan_name"), *(say.label(report.comparison.plan.name) for report in reports)]
    yield [say("diff.plan"), *(_document(report.comparison.plan, say) for report in reports)]
    yield from _figures(reports, say)
    yield [say("report.conclusion"), *("\n".join(conclusion(report, say)) for report in reports)]
    yield []
    notes = dict.fromkeys(note for report in reports for note in caveats(report.comparison, say))
    yield from _labelled(say("notes"), list(notes))
    yield from ([label, meaning] for label, meaning in coverage_meanings(reference, say))
    yield from _labelled(say("report.method"), method_sentences(reference, card, say))


def _figures(reports: Sequence[GapReport], say: Words) -> Iterator[Sequence[CellValue]]:
    summaries = [report.summary for report in reports]
    yield [say("summary.coverage"), *(summary.coverage for summary in summaries)]
    attested = reports[0].comparison.reference.has_witnesses
    if attested:
        yield [say("summary.coverage_independent"), *map(independent_share, summaries)]
    for items in ("measures", "commitments"):
        for verdict in Verdict:
            label = say("sheet.count", items=say(f"summary.{items}"), verdict=say(f"verdict.{verdict}"))
            yield [label, *(_count(summary, items, verdict) for summary in summaries)]
    if attested:
        yield [say("column.independent_commitments"), *(summary.independent for summary in summaries)]
    yield [say("additions"), *(len(report.comparison.additions) for report in reports)]
    for place, programme in enumerate(reports[0].programmes):
        title = f"{programme.number} {say.label(programme.title)}"
        yield [title, *(report.programmes[place].summary.coverage for report in reports)]


def _count(summary: Summary, items: str, verdict: Verdict) -> int:
    tally = summary.measures if items == "measures" else summary.commitments
    return tally.verdicts[verdict]


def _labelled(label: str, sentences: Sequence[str]) -> Iterator[Sequence[CellValue]]:
    """Sentences one below the other, the label before the first."""
    for number, sentence in enumerate(sentences):
        yield ["" if number else label, sentence]


def _document(header: PlanHeader, say: Words) -> str:
    basis = say(f"basis.{header.basis}") if header.basis != "official" else None
    facts = [
        say.label(header.name),
        say.document(header.title),
        header.document_number,
        header.issued,
        basis,
    ]
    return " ".join(fact for fact in facts if fact)


def _commitment(finding: Finding, report: GapReport, options: RenderOptions) -> tuple[CellValue, ...]:
    say, commitment = options.say, finding.commitment
    places = options.places.get(report.comparison.plan.id)
    return (
        f"{commitment.id} {say.label(commitment.text)}",
        "\n".join(_wordings(finding, report, say)),
        say(f"verdict.{commitment.verdict}"),
        _reason(commitment, say),
        "\n".join(quoted_passages(commitment, say, places)) if commitment.evidence else None,
        None
        if commitment.evidence
        else "\n".join(passage_lines(finding, say, places)[:1]) or say("diff.nothing_near"),
        "\n".join(_asked(target, say) for target in commitment.targets),
        "\n".join(_found(target, say) for target in commitment.targets),
        say.listed(list(report.lead_agencies(finding))),
        None,
        None,
        *_reviewed(commitment, say),
        round(commitment.score, 4),
        round(finding.measure.confidence, 4),
        say("yes" if commitment.independent else "no") if report.comparison.reference.has_witnesses else None,
        say(f"evidence_basis.{commitment.basis}"),
    )


def _reviewed(commitment: CommitmentResult, say: Words) -> tuple[CellValue, ...]:
    """What was decided: verdict, reasons with the note, by whom; blank where it is still to be filled in."""
    if commitment.decided is None:
        return None, None, None
    reasons = [*(say(f"reason.{reason}") for reason in commitment.reasons), commitment.decided.note]
    return (
        say(f"verdict.{commitment.verdict}"),
        say("semicolon").join(filter(None, reasons)),
        say.listed(list(commitment.decided.by)),
    )


def review_choices(say: Words) -> dict[str, tuple[str, ...]]:
    """The words to choose from in the columns that people fill in, by the key of the column."""
    weakening = (reason for reason in Reason if reason.verdict is Verdict.WEAKENED)
    return {
        "review_verdict": tuple(say(f"verdict.{verdict}") for verdict in Verdict),
        "review_reason": tuple(say(f"reason.{reason}") for reason in weakening),
    }


def _wordings(finding: Finding, report: GapReport, say: Words) -> list[str]:
    """How the reference words a commitment: what others than the judged plan attest, else its own statement."""
    judged = report.comparison.plan.id
    others = tuple(witness for witness in finding.witnesses if witness.plan != judged)
    return witness_lines(replace(finding, witnesses=others), report, say) or [finding.commitment.text]


def _reason(commitment: CommitmentResult, say: Words) -> str:
    missing = say("reason.commitment_omitted") if commitment.verdict is Verdict.OMITTED else ""
    return explain_commitment(commitment, say) or missing


def _asked(target: TargetChange, say: Words) -> str:
    return f"{say.gloss(target.indicator)} {target.reference or say('target.not_one')}"


def _found(target: TargetChange, say: Words) -> str:
    if not target.plan:
        return say("change.missing")
    return say("remark", text=target.plan, remark=say(f"change.{target.change}"))

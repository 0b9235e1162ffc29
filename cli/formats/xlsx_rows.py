"""The rows of a report's workbook as plain values: the ledger, one row a commitment, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancmp.alignment.accuracy import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import CommitmentResult, MeasureResult, PlanHeader, TargetChange, Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.coverage_phrases import coverage_meanings, independent_share
from plancmp.cli.phrases import caveats, explain_commitment, filters_in_force, quoted_passages
from plancmp.cli.report_phrases import conclusion, method_sentences, report_title
from plancmp.cli.version import VERSION
from plancmp.cli.view import View
from plancmp.cli.words import Words

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the ledger: the key of its name under `column.` and its width in characters."""

    key: str
    width: int


LEDGER_COLUMNS = (
    Column("programme_title", 18),
    Column("measure_title", 20),
    Column("commitment_text", 34),
    Column("verdict", 11),
    Column("reasons", 30),
    Column("local_text", 52),
    Column("target_reference", 20),
    Column("target_plan", 20),
    Column("lead_agency", 24),
    Column("score", 10),
    Column("measure_confidence", 10),
    Column("independent", 10),
    Column("remedy", 32),
    Column("due", 14),
)


def ledger_rows(report: GapReport, view: View) -> Iterator[tuple[Verdict, tuple[Value, ...]]]:
    """Every commitment of the measures shown, with its verdict; a measure without commitments has a row too."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.measure.id, []).append(finding)
    for programme in report.comparison.programmes:
        title = f"{programme.number} {programme.title}"
        for measure in view.selection.of(programme):
            before = (title, f"{measure.id} {measure.title}")
            if measure.id not in findings:
                yield measure.verdict, (*before, *_empty(measure, view.say))
            for finding in findings.get(measure.id, ()):
                yield finding.commitment.verdict, (*before, *_commitment(finding, report, view.say))


def summary_rows(
    reports: Sequence[GapReport], view: View, card: AccuracyCard | None
) -> Iterator[Sequence[Value]]:
    """The documents, the figures of each plan in its column, then what they mean and how they were made."""
    say, reference = view.say, reports[0].comparison.reference
    yield [report_title(reports, say)]
    yield [say("diff.reference"), _document(reference, say)]
    yield [say("report.based_on"), reports[0].reference_source]
    yield [say("filters"), filters_in_force(view.selection, say) or "-"]
    yield [say("report.version"), f"plancmp {VERSION}"]
    yield []
    yield [say("column.plan_name"), *(report.comparison.plan.name for report in reports)]
    yield [say("diff.plan"), *(_document(report.comparison.plan, say) for report in reports)]
    yield from _figures(reports, say)
    yield [say("report.conclusion"), *("\n".join(conclusion(report, say)) for report in reports)]
    yield []
    notes = dict.fromkeys(note for report in reports for note in caveats(report.comparison, say))
    yield from _labelled(say("notes"), list(notes))
    yield from ([label, meaning] for label, meaning in coverage_meanings(reference, say))
    yield from _labelled(say("report.method"), method_sentences(reference, card, say))


def _figures(reports: Sequence[GapReport], say: Words) -> Iterator[Sequence[Value]]:
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
        title = f"{programme.number} {programme.title}"
        yield [title, *(report.programmes[place].summary.coverage for report in reports)]


def _count(summary: Summary, items: str, verdict: Verdict) -> int:
    tally = summary.measures if items == "measures" else summary.commitments
    return tally.verdicts[verdict]


def _labelled(label: str, sentences: Sequence[str]) -> Iterator[Sequence[Value]]:
    """Sentences one below the other, the label before the first."""
    for number, sentence in enumerate(sentences):
        yield ["" if number else label, sentence]


def _document(header: PlanHeader, say: Words) -> str:
    basis = say(f"basis.{header.basis}") if header.basis != "official" else None
    facts = [header.name, say("title", text=header.title), header.document_number, header.issued, basis]
    return " ".join(fact for fact in facts if fact)


def _commitment(finding: Finding, report: GapReport, say: Words) -> tuple[Value, ...]:
    commitment = finding.commitment
    return (
        f"{commitment.id} {commitment.text}",
        say(f"verdict.{commitment.verdict}"),
        _reason(commitment, say),
        "\n".join(quoted_passages(commitment, say)),
        "\n".join(_asked(target) for target in commitment.targets),
        "\n".join(_found(target, say) for target in commitment.targets),
        say.listed(list(report.lead_agencies(finding))),
        round(commitment.score, 4),
        round(finding.measure.confidence, 4),
        say("yes" if commitment.independent else "no") if report.comparison.reference.has_witnesses else None,
        None,
        None,
    )


def _reason(commitment: CommitmentResult, say: Words) -> str:
    missing = say("reason.commitment_omitted") if commitment.verdict is Verdict.OMITTED else ""
    return explain_commitment(commitment, say) or missing


def _empty(measure: MeasureResult, say: Words) -> tuple[Value, ...]:
    return (None, say(f"verdict.{measure.verdict}"), *[None] * (len(LEDGER_COLUMNS) - 4))


def _asked(target: TargetChange) -> str:
    return f"{target.indicator} {target.reference or '-'}"


def _found(target: TargetChange, say: Words) -> str:
    return say("remark", text=target.plan or "-", remark=say(f"change.{target.change}"))

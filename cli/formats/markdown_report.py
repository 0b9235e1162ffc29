"""The gap report as Markdown paragraphs: one plan, or several side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancmp.alignment.coverage_matrix import matrix_of
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import TargetChange, Verdict
from plancmp.cli.coverage_phrases import closing_sentence, independent_share
from plancmp.cli.formats.escaping import escape
from plancmp.cli.formats.markdown_coverage import measure_table, programme_paragraphs
from plancmp.cli.formats.markdown_gaps import gap_paragraphs
from plancmp.cli.formats.markdown_parts import bullets, documents_table, table
from plancmp.cli.formats.target_rows import target_rows
from plancmp.cli.gap_phrases import passage_lines
from plancmp.cli.phrases import (
    caveats,
    describe_target,
    filters_in_force,
    names_apart,
    percent,
    quoted_addition,
)
from plancmp.cli.report_phrases import (
    conclusion,
    method_sentences,
    report_title,
    section_number,
)
from plancmp.cli.selection import Selection
from plancmp.cli.signs import SIGNS
from plancmp.cli.version import VERSION
from plancmp.cli.view import View
from plancmp.cli.words import Words

Section = tuple[str, Iterable[str]]


def report_paragraphs(reports: Sequence[GapReport], view: View, card: AccuracyCard | None) -> Iterator[str]:
    """The whole report: head, conclusion, figures, gaps with their proof, what is beyond, method."""
    yield from _head(reports, view)
    sections = _of_one(reports[0], view) if len(reports) == 1 else _of_several(reports, view)
    method = (view.say("report.method"), _method(reports, view.say, card))
    for number, (title, paragraphs) in enumerate([*sections, method], start=1):
        numbered = view.say("report.section", number=section_number(number, view.say), title=escape(title))
        yield f"## {numbered}"
        yield from paragraphs


def _head(reports: Sequence[GapReport], view: View) -> Iterator[str]:
    say = view.say
    first = reports[0]
    yield f"# {escape(report_title(reports, say))}"
    plans = [(say("diff.plan"), report.comparison.plan) for report in reports]
    yield documents_table([(say("diff.reference"), first.comparison.reference), *plans], say)
    facts = [(say("report.based_on"), first.reference_source), (say("report.version"), f"plancmp {VERSION}")]
    yield bullets(say("label", label=f"**{label}**", value=escape(value)) for label, value in facts if value)
    yield filters_in_force(view.selection, say)


def _of_one(report: GapReport, view: View) -> list[Section]:
    say = view.say
    return [
        (say("report.conclusion"), [bullets(map(escape, conclusion(report, say)))]),
        (say("report.programmes"), [_programmes(report, say)]),
        (say("report.gaps"), gap_paragraphs(report, view, "###")),
        (say("report.strengthened"), [_strengthened(report, view)]),
        (say("report.additions"), [_additions(report, view)]),
        (say("report.targets"), _targets([report], say)),
    ]


def _of_several(reports: Sequence[GapReport], view: View) -> list[Section]:
    say = view.say
    matrix = matrix_of([report.comparison for report in reports])
    chapters = [(report.comparison.plan.name, _chapter(report, view)) for report in reports]
    return [
        (
            say("report.conclusion"),
            [f"**{escape(closing_sentence(matrix, say))}**", *programme_paragraphs(matrix, say)],
        ),
        (say("report.matrix"), [measure_table(matrix, view), say("coverage.cell_means")]),
        *chapters,
        (say("report.targets"), _targets(reports, say)),
    ]


def _chapter(report: GapReport, view: View) -> Iterator[str]:
    """All that the comparative report says of one plan alone."""
    say = view.say
    parts: list[Section] = [
        (say("report.conclusion"), [bullets(map(escape, conclusion(report, say)))]),
        (say("report.gaps"), gap_paragraphs(report, view, "####")),
        (say("report.strengthened"), [_strengthened(report, view)]),
        (say("report.additions"), [_additions(report, view)]),
    ]
    for number, (title, paragraphs) in enumerate(parts, start=1):
        yield f"### {say('report.subsection', number=section_number(number, say), title=title)}"
        yield from paragraphs


def _programmes(report: GapReport, say: Words) -> str:
    attested = report.comparison.reference.has_witnesses
    signs = [f"{SIGNS[verdict]} {say(f'verdict.{verdict}')}" for verdict in Verdict]
    heads = [
        say("html.programme"),
        say("summary.measures"),
        *signs,
        say("summary.commitments"),
        say("summary.coverage"),
        *([say("summary.coverage_independent")] if attested else []),
    ]
    figures = [(f"{each.number} {each.title}", each.summary) for each in report.programmes]
    rows = [
        [
            label,
            str(summary.measures.total),
            *map(str, summary.measures.verdicts.values()),
            str(summary.commitments.total),
            percent(summary.coverage),
            *([percent(independent_share(summary))] if attested else []),
        ]
        for label, summary in [*figures, (say("total"), report.summary)]
    ]
    return table(heads, rows, bold=[len(rows) - 1])


def _strengthened(report: GapReport, view: View) -> str:
    shown = [item for item in report.strengthened if view.selection.lists(item.measure, item.commitment)]
    return bullets(_firmer(item, view.say) for item in shown) or view.say("report.none")


def _firmer(finding: Finding, say: Words) -> str:
    commitment = finding.commitment
    details = [describe_target(target, say) for target in commitment.targets] + passage_lines(finding, say)[
        :1
    ]
    below = "".join(f"\n  - {escape(detail)}" for detail in details)
    return f"**{escape(f'{commitment.id} {commitment.text}')}**{below}"


def _additions(report: GapReport, view: View) -> str:
    if view.selection != Selection():
        return view.say("report.hidden")
    additions = report.comparison.additions
    quotes = (escape(quoted_addition(addition, view.say)) for addition in additions)
    return bullets(quotes) or view.say("report.none")


def _targets(reports: Sequence[GapReport], say: Words) -> Iterator[str]:
    rows = target_rows(reports)
    if not rows:
        yield say("report.none")
        return
    if reports[0].comparison.reference.has_witnesses:
        yield say("report.targets_mean")
    names = names_apart([report.comparison.plan for report in reports], say)
    heads = [say("report.measure"), say("report.indicator"), say("report.asked"), *names]
    yield table(
        heads,
        [
            [
                row.measure,
                row.indicator,
                row.reference or "-",
                *("-" if change is None else _change(change, say) for change in row.changes),
            ]
            for row in rows
        ],
    )


def _change(target: TargetChange, say: Words) -> str:
    change = say(f"change.{target.change}")
    return say("remark", text=target.plan, remark=change) if target.plan else change


def _method(reports: Sequence[GapReport], say: Words, card: AccuracyCard | None) -> Iterator[str]:
    notes = [note for report in reports for note in caveats(report.comparison, say)]
    yield bullets(
        map(escape, [*method_sentences(reports[0].comparison.reference, card, say), *dict.fromkeys(notes)])
    )

"""The gap report of one plan, or of several side by side, as a document for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plancmp.alignment.coverage_matrix import CoverageMatrix, matrix_of
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import TargetChange, Verdict
from plancmp.alignment.summary import Summary
from plancmp.cli.filters import Filters
from plancmp.cli.matrix_layout import By
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import filter_note, names_apart, parties, percent, verdict_cell
from plancmp.cli.views.coverage import matrix_legend, measure_table, programme_table, programme_titles
from plancmp.cli.views.coverage_sentences import closing_sentence, independent_share
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
    plain_table,
)
from plancmp.cli.views.gaps import gap_blocks, gap_lines, passage_lines
from plancmp.cli.views.glosses import glossed, titled
from plancmp.cli.views.reasons import describe_target, quoted_addition
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report_data import report_data, report_grid
from plancmp.cli.views.report_sentences import (
    conclusion,
    method_sentences,
    omitted_central,
    report_title,
    section_number,
)

_STYLES = {"lower": "red", "missing": "red", "higher": "green"}
"""How a screen shows what became of a target."""

ReportPart = tuple[str, Iterable[Block]]
"""A part of the report: its title and what stands below it."""


class _Content(NamedTuple):
    """What a report tells of its plans: the conclusion, then tables of figures, then what it lists."""

    conclusion: ReportPart
    figures: ReportPart
    lists: tuple[ReportPart, ...]


def report_document(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None
) -> Document:
    """The report of one plan, or of several side by side.

    Args:
        reports: one a plan, all against the same reference; at least one.
        options: the words and the filters in force, which thin the lists and nothing else.
        card: how far verdicts agree with careful readings; None when that was not measured.
    """
    options = knowing_all(reports, options)
    document = Document(
        page=lambda medium: _page(reports, options, card, medium),
        grid=lambda: report_grid(reports, options),
        data=lambda: report_data(reports, options, card),
    )
    return glossed(document, options.say)


def knowing_all(reports: Sequence[GapReport], options: RenderOptions) -> RenderOptions:
    """The same options with words that know the glosses of the reference and of every plan."""
    plans = (report.comparison.plan for report in reports)
    return options.knowing(reports[0].comparison.reference, *plans)


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A numeric target of the reference and what each plan says to it; None where a plan was not asked."""

    measure: str
    indicator: str
    reference: str
    changes: tuple[TargetChange | None, ...]


def target_rows(reports: Sequence[GapReport]) -> tuple[TargetRow, ...]:
    """The numeric targets of the reference, in its order, with all plans side by side."""
    found = [
        {(line.commitment, line.target.indicator): line for line in report.targets} for report in reports
    ]
    order = {key: line for lines in found for key, line in lines.items()}
    return tuple(
        TargetRow(
            line.measure,
            line.target.indicator,
            line.target.reference,
            tuple(lines[key].target if key in lines else None for lines in found),
        )
        for key, line in order.items()
    )


def _page(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None, medium: Medium
) -> Iterator[Block]:
    """Head and parts: on paper numbered, the conclusion first; on a screen it comes last, where the output ends."""
    say = options.say
    yield from _head(reports, options, medium)
    content = (
        _of_one(reports[0], options, medium) if len(reports) == 1 else _of_several(reports, options, medium)
    )
    method = (say("report.method"), _method(reports, say, card))
    if medium is Medium.SCREEN:
        for title, blocks in (*content.lists, method, content.figures, content.conclusion):
            yield Heading(title)
            yield from blocks
        return
    parts = (content.conclusion, content.figures, *content.lists, method)
    for number, (title, blocks) in enumerate(parts, start=1):
        yield Heading(say("report.section", number=section_number(number, say), title=title))
        yield from blocks


def _head(reports: Sequence[GapReport], options: RenderOptions, medium: Medium) -> Iterator[Block]:
    say, first = options.say, reports[0]
    yield Heading(report_title(reports, say), level=1)
    plans = [(say("diff.plan"), report.comparison.plan) for report in reports]
    yield parties([(say("diff.reference"), first.comparison.reference), *plans], medium, say)
    version = None if medium is Medium.SCREEN else f"plancmp {VERSION}"
    facts = [(say("report.based_on"), first.reference_source), (say("report.version"), version)]
    yield Facts(tuple(Item(value, label) for label, value in facts if value))
    yield from filter_note(options.filters, say)


def _of_one(report: GapReport, options: RenderOptions, medium: Medium) -> _Content:
    say = options.say
    return _Content(
        (say("report.conclusion"), [_conclusion(report, options, medium)]),
        (say("report.programmes"), [_programmes(report, medium, say)]),
        (
            *_lists(report, options, medium, alone=True),
            (say("report.targets"), _targets([report], say, medium)),
        ),
    )


def _of_several(reports: Sequence[GapReport], options: RenderOptions, medium: Medium) -> _Content:
    say = options.say
    matrix = matrix_of([report.comparison for report in reports])
    closing = Item(closing_sentence(matrix, say), style="bold")
    _, meaning = matrix_legend(matrix, By.MEASURE, medium, say)
    chapters = [chapter for report in reports for chapter in _chapters(report, options, medium)]
    return _Content(
        (say("report.conclusion"), [closing, *_by_programme(matrix, medium, say)]),
        (say("report.matrix"), [measure_table(matrix, options, medium), Item(meaning)]),
        (*chapters, (say("report.targets"), _targets(reports, say, medium))),
    )


def _chapters(report: GapReport, options: RenderOptions, medium: Medium) -> Iterator[ReportPart]:
    """All that the comparative report says of one plan alone: on a screen each part names the plan."""
    say = options.say
    name = say.gloss(report.comparison.plan.name)
    parts = (
        (say("report.conclusion"), [_sentences(conclusion(report, say))]),
        *_lists(report, options, medium, alone=False),
    )
    if medium is Medium.PAPER:
        yield name, _subsections(parts, say)
    else:
        yield from ((say("label", label=name, value=title), blocks) for title, blocks in parts)


def _subsections(parts: Iterable[ReportPart], say: Words) -> Iterator[Block]:
    for number, (title, blocks) in enumerate(parts, start=1):
        numbered = say("report.subsection", number=section_number(number, say), title=title)
        yield Heading(numbered, level=3)
        yield from blocks


def _lists(report: GapReport, options: RenderOptions, medium: Medium, *, alone: bool) -> Iterator[ReportPart]:
    """The lists of gaps, of strengthened commitments and of additions; a screen has additions only with -v."""
    say = options.say
    if medium is Medium.PAPER:
        yield say("report.gaps"), gap_blocks(report, options, level=3 if alone else 4)
    else:
        yield say("report.gaps"), gap_lines(report, options, alone=alone)
    firmer = [item for item in report.strengthened if options.filters.lists(item.measure, item.commitment)]
    if firmer or medium is Medium.PAPER:
        yield (
            say("report.strengthened"),
            [_firmer(item, report, options) for item in firmer] or [Item(say("report.none"))],
        )
    if options.shows_additions or medium is Medium.PAPER:
        yield say("report.additions"), [_additions(report, options)]


def _by_programme(matrix: CoverageMatrix, medium: Medium, say: Words) -> Iterator[Block]:
    """A row a plan, a column a programme; the titles below."""
    yield programme_table(matrix, medium, say)
    label, titles = programme_titles(matrix, medium, say)
    yield Item(say("label", label=label, value=titles))


def _programmes(report: GapReport, medium: Medium, say: Words) -> Table:
    """The figures of each programme and of all; the headings of a screen are short."""
    attested, short = report.comparison.reference.has_witnesses, medium is Medium.SCREEN
    independent = say("coverage.independent" if short else "summary.coverage_independent")
    columns = (
        Column(say("html.programme"), Kind.LABEL),
        Column(say("summary.measures")),
        *(Column(SYMBOLS[each] if short else str(verdict_cell(each, say))) for each in Verdict),
        Column(say("summary.commitments")),
        Column(say("summary.coverage")),
        *([Column(independent)] if attested else []),
    )
    rows = [
        TableRow(_figures(titled(programme.title, say, str(programme.number)), programme.summary, attested))
        for programme in report.programmes
    ]
    total = TableRow(_figures(Cell(say("total")), report.summary, attested), strong=True)
    return Table(columns, (RowGroup((*rows, total)),))


def _figures(label: Cell, summary: Summary, attested: bool) -> tuple[Cell, ...]:
    return (
        label,
        Cell(str(summary.measures.total)),
        *(Cell(str(count), style=COLOURS[each]) for each, count in summary.measures.verdicts.items()),
        Cell(str(summary.commitments.total)),
        Cell(percent(summary.coverage)),
        *([Cell(percent(independent_share(summary)))] if attested else []),
    )


def _firmer(finding: Finding, report: GapReport, options: RenderOptions) -> Item:
    say, commitment = options.say, finding.commitment
    targets = [describe_target(target, say) for target in commitment.targets]
    passages = passage_lines(finding, say, options.places.get(report.comparison.plan.id))
    details = tuple(Item(detail, depth=1) for detail in [*targets, *passages[:1]])
    return Item(f"{commitment.id} {say.label(commitment.text)}", depth=1, style="bold", below=details)


def _additions(report: GapReport, options: RenderOptions) -> Block:
    if options.filters != Filters():
        return Item(options.say("report.hidden"))
    places = options.places.get(report.comparison.plan.id)
    quotes = [quoted_addition(each, options.say, places) for each in report.comparison.additions]
    return _sentences(quotes) if quotes else Item(options.say("report.none"))


def _targets(reports: Sequence[GapReport], say: Words, medium: Medium) -> Iterator[Block]:
    rows = target_rows(reports)
    if not rows:
        yield Item(say("report.none"))
        return
    if reports[0].comparison.reference.has_witnesses:
        yield Item(say("report.targets_mean"))
    names = names_apart([report.comparison.plan for report in reports], say)
    found = [[Cell(row.reference or "-"), *(_change(each, say) for each in row.changes)] for row in rows]
    columns = [Column(head, Kind.WORD) for head in (say("report.asked"), *names)]
    if (
        medium is Medium.SCREEN
    ):  # one column for both, which a narrow screen repeats where it deals out the others
        labels = [[titled(row.indicator, say, row.measure)] for row in rows]
        heads = [Column(say("report.indicator"), Kind.LABEL)]
    else:
        labels = [[Cell(row.measure), titled(row.indicator, say)] for row in rows]
        heads = [Column(say("report.measure"), Kind.WORD), Column(say("report.indicator"), Kind.LABEL)]
    yield plain_table(
        [*heads, *columns], ([*label, *cells] for label, cells in zip(labels, found, strict=True))
    )


def _change(target: TargetChange | None, say: Words) -> Cell:
    if target is None:
        return Cell("-")
    change = say(f"change.{target.change}")
    text = say("remark", text=target.plan, remark=change) if target.plan else change
    return Cell(text, style=_STYLES.get(target.change, ""))


def _conclusion(report: GapReport, options: RenderOptions, medium: Medium) -> Bullets:
    """The closing sentences; on a screen also the omitted central commitments."""
    gravest = omitted_central(report, options.say) if medium is Medium.SCREEN else []
    return _sentences([*conclusion(report, options.say), *gravest])


def _method(reports: Sequence[GapReport], say: Words, card: AccuracyCard | None) -> Iterator[Block]:
    notes = dict.fromkeys(note for report in reports for note in caveats(report.comparison, say))
    yield _sentences([*method_sentences(reports[0].comparison.reference, card, say), *notes])


def _sentences(texts: Iterable[str]) -> Bullets:
    return Bullets(tuple(map(Item, texts)))

"""A comparison: every measure of the reference, the local measures that carry it, and what was lost of it."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, ProgrammeResult, Verdict
from plancmp.alignment.summary import summarise
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, DECIDED, SYMBOLS
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import (
    count_cells,
    filter_note,
    notes,
    parties,
    summary_figures,
    verdict_cell,
)
from plancmp.cli.views.decisions import marked_verdict
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figures,
    Gap,
    Grid,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
)
from plancmp.cli.views.glosses import glossed, titled, titled_heading
from plancmp.cli.views.reasons import (
    describe_target,
    explain_commitment,
    explain_measure,
    gravest_change,
    quoted_addition,
    quoted_passages,
    standing_of,
)
from plancmp.cli.views.render_options import RenderOptions


def comparison_document(comparison: Comparison, options: RenderOptions) -> Document:
    """A comparison for every format: one row a commitment; data is the contract `plancmp/diff/1`."""
    options = options.knowing(comparison.reference, comparison.plan)

    def grid() -> Grid:
        from plancmp.cli.views.comparison_data import comparison_grid  # a page is drawn without it

        return comparison_grid(comparison, options)

    def data() -> dict[str, object]:
        from plancmp.cli.views.comparison_data import comparison_fields

        return comparison_fields(comparison, options)

    document = Document(lambda medium: comparison_page(comparison, options, medium), grid, data)
    return glossed(document, options.say)


def comparison_page(comparison: Comparison, options: RenderOptions, medium: Medium) -> Iterator[Block]:
    """The documents, every measure in a row, the figures and the caveats; on paper the figures come first."""
    say, on_paper = options.say, medium is Medium.PAPER
    if on_paper:
        names = {"plan": say.gloss(comparison.plan.name), "reference": say.gloss(comparison.reference.name)}
        yield Heading(say("diff.title", **names), level=1)
    headers = [(say("diff.reference"), comparison.reference), (say("diff.plan"), comparison.plan)]
    yield parties(headers, medium, say)
    yield from filter_note(options.filters, say)
    if on_paper:
        yield from _figures(comparison, say)
    yield Gap()
    yield from _measures(comparison, options, medium)
    if options.shows_additions and comparison.additions:
        yield Heading(say("additions"))
        places = options.places.get(comparison.plan.id)
        yield Bullets(tuple(Item(quoted_addition(each, say, places)) for each in comparison.additions))
    if not on_paper:
        yield from _figures(comparison, say)
    yield from notes(caveats(comparison, say), say)


def _figures(comparison: Comparison, say: Words) -> Iterator[Block]:
    """How many measures and commitments have each verdict, both coverages, additions."""
    summary = summarise(comparison)
    yield Heading(say("summary"))
    yield Figures(
        (say("summary.total"), *(str(verdict_cell(verdict, say)) for verdict in Verdict)),
        tuple(
            (say(f"summary.{items}"), str(tally.total), count_cells(tally))
            for items, tally in (("measures", summary.measures), ("commitments", summary.commitments))
        ),
        tuple(summary_figures(comparison, summary, say)),
    )


def _measures(comparison: Comparison, options: RenderOptions, medium: Medium) -> Iterator[Block]:
    say = options.say
    columns = (
        Column(say("diff.verdict"), Kind.VERDICT),
        Column(say("diff.measure"), Kind.LABEL),
        Column(say("diff.matches"), Kind.IDS),
        Column(say("diff.reason"), Kind.TEXT),
    )
    plan = comparison.plan.id
    groups = [_group(programme, plan, options, medium) for programme in comparison.programmes]
    shown = tuple(group for group in groups if group.rows)
    yield Table(columns, shown) if shown else Item(say("diff.nothing_selected"))


def _group(programme: ProgrammeResult, plan: str, options: RenderOptions, medium: Medium) -> RowGroup:
    """A programme with its counts, and those of its measures that are shown."""
    return RowGroup(
        tuple(_row(measure, plan, options, medium) for measure in options.filters.of(programme)),
        titled_heading(programme.title, options.say, str(programme.number)),
        tuple(_count(verdict, programme.number_of(verdict), medium, options.say) for verdict in Verdict),
    )


def _count(verdict: Verdict, count: int, medium: Medium, say: Words) -> Cell:
    if medium is Medium.PAPER:
        return Cell(str(count), say(f"verdict.{verdict}"))
    return Cell(str(count), SYMBOLS[verdict], COLOURS[verdict] if count else "dim")


def _row(measure: MeasureResult, plan: str, options: RenderOptions, medium: Medium) -> TableRow:
    """A measure; on a screen with the gravest change alone, on paper with every one."""
    say, ids = options.say, [match.place for match in measure.matches]
    if medium is Medium.PAPER:
        matches, reason = say.listed(ids) or "-", explain_measure(measure, say)
    else:
        matches, reason = " ".join(ids), gravest_change(measure, say)
    lost = any(each.gap_reasons for each in measure.commitments)
    return TableRow(
        (
            marked_verdict(measure, say),
            titled(measure.title, say, measure.id, "bold" if options.verbose else ""),
            Cell(matches),
            Cell(reason, style="" if lost else "dim"),
        ),
        below=tuple(_commitment(each, plan, options, medium) for each in options.commitments_below(measure)),
    )


def _commitment(commitment: CommitmentResult, plan: str, options: RenderOptions, medium: Medium) -> Item:
    """A commitment and what the local plan says to it."""
    say = options.say
    verdict, colour = commitment.verdict, COLOURS[commitment.verdict]
    mark = DECIDED if commitment.decided else ""
    symbol = f"{SYMBOLS[verdict]}{mark}" if medium is Medium.SCREEN else str(marked_verdict(commitment, say))
    reason = explain_commitment(commitment, say)
    remarks = say("semicolon").join([*([reason] if reason else []), *standing_of(commitment, say)])
    return Item(
        say.label(commitment.text),
        name=Cell(commitment.id, symbol, colour),
        remark=Cell(remarks, style=colour if reason else "dim") if remarks else None,
        below=(
            *(Item(describe_target(target, say)) for target in commitment.targets),
            *(
                Item(passage, style="" if commitment.evidence else "dim")
                for passage in quoted_passages(commitment, say, options.places.get(plan))
            ),
        ),
    )

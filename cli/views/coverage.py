"""The coverage matrix: measures by plans with the totals below, or plans by programmes."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.coverage_matrix import CoverageCell, CoverageMatrix
from plancmp.alignment.result import Verdict
from plancmp.alignment.summary import Tally
from plancmp.cli.matrix_layout import By, is_shown, shown_measures
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, DECIDED, HEAT, SYMBOLS
from plancmp.cli.views.caveats import matrix_caveats
from plancmp.cli.views.common import filter_note, parties, percent, verdict_cell
from plancmp.cli.views.coverage_sentences import (
    closing_sentence,
    coverage_meanings,
    independent_share,
    marked_names,
)
from plancmp.cli.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
    plain_table,
)
from plancmp.cli.views.glosses import glossed, titled
from plancmp.cli.views.render_options import RenderOptions


def coverage_document(matrix: CoverageMatrix, options: RenderOptions, by: By) -> Document:
    """The matrix for every format: one row for each plan and measure or programme; schema plancmp/coverage/1."""
    options = options.knowing(matrix.reference, *(row.plan for row in matrix.plans))

    def grid() -> Grid:
        from plancmp.cli.views.coverage_data import coverage_grid

        return coverage_grid(matrix, options, by)

    def data() -> dict[str, object]:
        from plancmp.cli.views.coverage_data import coverage_fields

        return coverage_fields(matrix, options, by)

    document = Document(lambda medium: coverage_page(matrix, options, by, medium), grid, data)
    return glossed(document, options.say)


def coverage_page(matrix: CoverageMatrix, options: RenderOptions, by: By, medium: Medium) -> Iterator[Block]:
    """The documents, the matrix, what its figures mean, the caveats, and the closing sentence."""
    say, on_paper = options.say, medium is Medium.PAPER
    if on_paper:
        yield Heading(say("coverage.title", reference=say.gloss(matrix.reference.name)), level=1)
    plans = [(say("coverage.plan"), row.plan) for row in matrix.plans if on_paper]
    yield parties([(say("diff.reference"), matrix.reference), *plans], medium, say)
    yield from filter_note(options.filters, say)
    yield Gap()
    if by is By.MEASURE:
        yield from _measures(matrix, options, medium)
    else:
        yield programme_table(matrix, medium, say)
    yield Gap()
    meanings = [matrix_legend(matrix, by, medium, say), *coverage_meanings(matrix.reference, say)]
    yield Bullets(
        (
            *(Item(meaning, label, style="dim") for label, meaning in meanings),
            *(Item(sentence, style="dim") for sentence in _sentences(matrix, say)),
        )
    )
    yield Gap()
    yield Item(closing_sentence(matrix, say), style="bold")


def _measures(matrix: CoverageMatrix, options: RenderOptions, medium: Medium) -> Iterator[Block]:
    table = measure_table(matrix, options, medium)
    if len(table.groups) == 1:
        yield Item(options.say("diff.nothing_selected"))
        yield Gap()
    yield table


def _sentences(matrix: CoverageMatrix, say: Words) -> list[str]:
    """What the asterisk means, where there is one, and the caveats."""
    marked = len(matrix.counted) < len(matrix.plans)
    return [*([say("coverage.marked")] if marked else []), *matrix_caveats(matrix, say)]


def matrix_legend(matrix: CoverageMatrix, by: By, medium: Medium, say: Words) -> tuple[str, str]:
    """A label and a meaning for what only this matrix shows."""
    if by is By.PROGRAMME:
        return programme_titles(matrix, medium, say)
    meaning = say("coverage.cell_means")
    if _has_means(matrix) and medium is Medium.SCREEN:
        meaning += " " * (not meaning.endswith("。")) + say("coverage.tally_means", plans=len(matrix.counted))
    return say.listed([str(verdict_cell(verdict, say)) for verdict in Verdict]), meaning


def programme_titles(matrix: CoverageMatrix, medium: Medium, say: Words) -> tuple[str, str]:
    """What the columns of a matrix by programme are: a label, and the programmes by number."""
    key = "coverage.programmes" if medium is Medium.SCREEN else "coverage.programmes_percent"
    return say(key), say.listed(
        [f"{programme.number} {say.gloss(programme.title)}" for programme in matrix.outline]
    )


def measure_table(matrix: CoverageMatrix, options: RenderOptions, medium: Medium) -> Table:
    """One row a measure below its programme's, one column a plan, the totals below.

    Behind the plans stands the mean; on a screen also how many plans have each verdict.
    """
    say = options.say
    over_plans = [say("coverage.average"), *(SYMBOLS[verdict] for verdict in Verdict)]
    shown = 0 if not _has_means(matrix) else len(over_plans) if medium is Medium.SCREEN else 1
    heads = (*marked_names(matrix, say), *over_plans[:shown])
    groups = [_programme_rows(matrix, place, options, shown) for place in range(len(matrix.outline))]
    totals = tuple(_total_rows(matrix, say, shown))
    return Table(
        (Column(say("diff.measure"), Kind.LABEL), *map(Column, heads)),
        tuple(RowGroup(rows) for rows in (*groups, totals) if rows),
    )


def _has_means(matrix: CoverageMatrix) -> bool:
    return len(matrix.counted) > 1


def _programme_rows(
    matrix: CoverageMatrix, place: int, options: RenderOptions, shown: int
) -> tuple[TableRow, ...]:
    """A programme and, below it, those of its measures that the filters let through; none without any."""
    say = options.say
    programme, places = matrix.outline[place], shown_measures(matrix, place, options.filters)
    shares = [Cell(whole_percent(row.programme(place).coverage)) for row in matrix.plans]
    over_plans = _over_plans(whole_percent(matrix.programme_average(place)), None)
    head = (titled(programme.title, say, str(programme.number)), *shares, *over_plans[:shown])
    rows = [TableRow(head, strong=True)] if places else []
    for within in places:
        measure = programme.measures[within]
        cells = [_cell(row.cells[place][within], options) for row in matrix.plans]
        average = whole_percent(matrix.measure_average(place, within))
        over_plans = _over_plans(average, matrix.measure_tally(place, within))
        rows.append(TableRow((titled(measure.title, say, measure.id), *cells, *over_plans[:shown])))
    return tuple(rows)


def _cell(cell: CoverageCell, options: RenderOptions) -> Cell:
    if not is_shown(cell, options.filters):
        return Cell("")
    mark = DECIDED if cell.decided else ""
    share = f"{whole_percent(cell.commitments.coverage)}{mark}"
    return Cell(share, SYMBOLS[cell.verdict], HEAT[cell.verdict])


def _over_plans(average: str, tally: Tally | None) -> list[Cell]:
    """The mean, and how many plans have each verdict, where a row has verdicts."""
    counts = dict.fromkeys(Verdict) if tally is None else tally.verdicts
    return [Cell(average), *(_count(verdict, count) for verdict, count in counts.items())]


def _count(verdict: Verdict, count: int | None) -> Cell:
    return (
        Cell(str(count), style=COLOURS[verdict]) if count else Cell("" if count is None else "-", style="dim")
    )


def _total_rows(matrix: CoverageMatrix, say: Words, shown: int) -> Iterator[TableRow]:
    """The totals of each plan: measures and commitments by verdict, both coverages, additions."""
    summaries = [row.summary for row in matrix.plans]
    totals: list[tuple[str, list[str], str]] = []
    for items, tallies in (
        (say("coverage.of_measures"), [summary.measures for summary in summaries]),
        (say("coverage.of_commitments"), [summary.commitments for summary in summaries]),
    ):
        for verdict in Verdict:
            counts = [str(tally.verdicts[verdict]) for tally in tallies]
            totals.append((f"{items} {verdict_cell(verdict, say)}", counts, ""))
    shares = [percent(summary.coverage) for summary in summaries]
    totals.append((say("summary.coverage"), shares, percent(matrix.average)))
    if matrix.reference.has_witnesses:
        shares = [percent(independent_share(summary)) for summary in summaries]
        totals.append((say("summary.coverage_independent"), shares, percent(matrix.average_independent)))
    totals.append((say("additions"), [str(row.additions) for row in matrix.plans], ""))
    for title, figures, average in totals:
        yield TableRow((Cell(title), *map(Cell, figures), *_over_plans(average, None)[:shown]))


def programme_table(matrix: CoverageMatrix, medium: Medium, say: Words) -> Table:
    """One row a plan with its totals, one column a programme by its number; on paper without the sign of percent."""
    heads = [
        say("coverage.plan"),
        say("summary.coverage"),
        *([say("coverage.independent")] if matrix.reference.has_witnesses else []),
        *(SYMBOLS[verdict] for verdict in Verdict),
        *(str(programme.number) for programme in matrix.outline),
    ]
    places = range(len(matrix.outline))
    table = plain_table(
        heads,
        (
            (
                name,
                *_shares(row.summary.coverage, independent_share(row.summary), matrix),
                *(
                    Cell(str(count), style=COLOURS[verdict])
                    for verdict, count in row.summary.measures.verdicts.items()
                ),
                *(_shaded(row.programme(place).coverage, medium) for place in places),
            )
            for name, row in zip(marked_names(matrix, say), matrix.plans, strict=True)
        ),
    )
    if not _has_means(matrix):
        return table
    means = (_shaded(matrix.programme_average(place), medium).text for place in places)
    last = [
        say("coverage.average_of", plans=len(matrix.counted)),
        *_shares(matrix.average, matrix.average_independent, matrix),
        *("" for _ in Verdict),
        *means,
    ]
    rows = (*table.rows, TableRow(tuple(map(Cell, last)), strong=True))
    return table._replace(groups=(RowGroup(rows),))


def _shares(coverage: float | None, independent: float | None, matrix: CoverageMatrix) -> list[str]:
    return [percent(coverage), *([percent(independent)] if matrix.reference.has_witnesses else [])]


def _shaded(share: float | None, medium: Medium) -> Cell:
    """A share (0-1) as a cell of the heat map, in one of three colours, a third of the scale each.

    On paper the sign of percent would break the line in a narrow column; the titles below say what it is.
    """
    shown = whole_percent(share)
    if medium is Medium.PAPER:
        shown = shown.removesuffix("%")
    return Cell(shown, style="" if share is None else HEAT[list(Verdict)[2 - min(int(share * 3), 2)]])


def whole_percent(share: float | None) -> str:
    """A share (0-1) without decimal places, as cells show it; empty for None."""
    return "" if share is None else f"{share:.0%}"

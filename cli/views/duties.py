"""A report by the plan's own agencies: what each leads, carries, has weaker and would have to add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.duties import NOBODY, Duty, duties
from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import Verdict
from plancmp.cli.commitment_selection import CommitmentSelection
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.commitments import commitment_lines, commitments_of_reports
from plancmp.cli.views.common import verdict_cell
from plancmp.cli.views.decisions import marked_verdict
from plancmp.cli.views.document import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Kind,
    Medium,
    RowGroup,
    Table,
    TableRow,
)
from plancmp.cli.views.gaps import remarks_on
from plancmp.cli.views.render_options import RenderOptions


def listed_duties(report: GapReport, filters: Filters) -> tuple[Duty, ...]:
    """The agencies with those commitments that the filters let through; without filters all agencies."""
    found = []
    for duty in duties(report):
        duty.findings = [item for item in duty.findings if filters.lists(item.measure, item.commitment)]
        if duty.findings or filters == Filters():
            found.append(duty)
    return tuple(found)


def duty_blocks(report: GapReport, options: RenderOptions, medium: Medium, level: int) -> Iterator[Block]:
    """All agencies on a table; on paper also what each has weaker or lacks, in words.

    Args:
        report: the report of one plan.
        options: the words and the filters in force.
        medium: what the page is read on.
        level: the level of a heading over one agency.
    """
    say, found = options.say, listed_duties(report, options.filters)
    if not found:
        yield Item(say("report.none"))
        return
    yield Item(say("report.duties_mean"))
    yield duty_table(found, medium, say)
    if medium is Medium.SCREEN:
        return
    for duty in found:
        if duty.gaps:
            yield Heading(agency_name(duty, say), level)
            yield from (_gap(finding, say) for finding in duty.gaps)


def duty_table(found: Sequence[Duty], medium: Medium, say: Words) -> Table:
    """A row an agency: its measures, and the reference's commitments by verdict; a screen counts what is carried."""
    many = Kind.IDS if medium is Medium.SCREEN else Kind.TEXT
    adopted = Kind.NUMBER if medium is Medium.SCREEN else Kind.TEXT
    kinds = {Verdict.ADOPTED: adopted, Verdict.WEAKENED: many, Verdict.OMITTED: Kind.TEXT}
    columns = (
        Column(say("report.agency"), Kind.LABEL),
        Column(say("report.leads"), many),
        Column(say("report.supports"), many),
        *(
            Column(SYMBOLS[verdict] if medium is Medium.SCREEN else str(verdict_cell(verdict, say)), kind)
            for verdict, kind in kinds.items()
        ),
    )
    return Table(columns, (RowGroup(tuple(_row(duty, medium, say) for duty in found)),))


def report_tables(reports: Sequence[GapReport], options: RenderOptions) -> Iterator[tuple[str, Table]]:
    """Titles and tables of a page and a workbook: commitments by plans where they are several, then agencies."""
    say, several = options.say, len(reports) > 1
    if several:
        matrix = commitments_of_reports(reports, options.filters)
        for block in commitment_lines(matrix, CommitmentSelection(options.filters), say):
            if isinstance(block, Table):
                yield say("report.by_commitment"), block
    for report in reports:
        title = say("report.duties")
        if several:
            title = say("remark", text=title, remark=say.gloss(report.comparison.plan.name))
        yield title, duty_table(listed_duties(report, options.filters), Medium.PAPER, say)


def agency_name(duty: Duty, say: Words) -> str:
    """The agency's name, or that nobody is named."""
    return say("report.nobody") if duty.agency == NOBODY else duty.agency


def _row(duty: Duty, medium: Medium, say: Words) -> TableRow:
    ids = {verdict: _ids(duty.with_verdict(verdict)) for verdict in Verdict}
    if medium is Medium.SCREEN:
        ids[Verdict.ADOPTED] = str(len(duty.with_verdict(Verdict.ADOPTED)) or "-")
    return TableRow(
        (
            Cell(agency_name(duty, say)),
            Cell(" ".join(duty.leads) or "-"),
            Cell(" ".join(duty.supports) or "-"),
            *(Cell(text, style="" if text == "-" else COLOURS[verdict]) for verdict, text in ids.items()),
        )
    )


def _ids(findings: Sequence[Finding]) -> str:
    return " ".join(item.commitment.id for item in findings) or "-"


def _gap(finding: Finding, say: Words) -> Item:
    commitment = finding.commitment
    return Item(
        say.label(commitment.text),
        depth=1,
        name=Cell(commitment.id, SYMBOLS[commitment.verdict], COLOURS[commitment.verdict]),
        remark=Cell(
            say(
                "label",
                label=marked_verdict(commitment, say).text,
                value=remarks_on(finding, say),
            )
        ),
    )


def duty_fields(report: GapReport, filters: Filters) -> list[dict[str, object]]:
    """The same for JSON: ids of the plan's measures and of the reference's commitments; agency null for nobody."""
    return [
        {
            "agency": duty.agency or None,
            "leads": list(duty.leads),
            "supports": list(duty.supports),
            **{
                verdict.value: [item.commitment.id for item in duty.with_verdict(verdict)]
                for verdict in Verdict
            },
        }
        for duty in listed_duties(report, filters)
    ]

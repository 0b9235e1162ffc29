"""The gaps of one plan: what every format says of a gap, and how a page lists them with their proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.gravity import NO_HEADLINE
from plancmp.alignment.result import CommitmentResult, Passage, Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.views.decisions import marked_verdict
from plancmp.cli.views.document import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Kind,
    RowGroup,
    Table,
    TableRow,
)
from plancmp.cli.views.glosses import titled
from plancmp.cli.views.reasons import (
    describe_target,
    explain_commitment,
    places_of,
    standing_of,
    telling_passages,
)
from plancmp.cli.views.render_options import RenderOptions

if TYPE_CHECKING:
    from plancmp.cli.places import Places


def shown_gaps(report: GapReport, options: RenderOptions) -> tuple[Finding, ...]:
    """Every gap that the filters let through, the gravest first."""
    return tuple(item for item in report.gaps if options.filters.lists(item.measure, item.commitment))


def gap_blocks(report: GapReport, options: RenderOptions, level: int) -> Iterator[Block]:
    """The gaps that the filters let through for paper: all on a table, then each with its whole proof.

    Args:
        report: the report of one plan.
        options: the words and the filters in force.
        level: the level of a heading over one gap.
    """
    say, shown = options.say, shown_gaps(report, options)
    if not shown:
        yield Item(say("report.none"))
        return
    yield Item(say("report.ordered", shown=len(shown)))
    yield _table(shown, say)
    for rank, finding in enumerate(shown, start=1):
        commitment = finding.commitment
        yield Heading(say("report.gap", rank=rank, text=say.label(commitment.text), id=commitment.id), level)
        yield from _proof(finding, report, options)


def gap_lines(report: GapReport, options: RenderOptions, *, alone: bool) -> Iterator[Block]:
    """The same for a screen: a line or two a gap, the gravest with the local text, with -v all with their proof.

    Args:
        report: the report of one plan.
        options: the words, the filters in force, and whether -v was given.
        alone: whether it is the only plan; beside others, and without filters and -v, only the gravest are listed.
    """
    say, shown = options.say, shown_gaps(report, options)
    gravest = [finding for finding in shown if finding.headline < NO_HEADLINE]
    listed = shown if alone or options.verbose or options.filters != Filters() else gravest
    if listed:
        yield _short_table(listed, len(gravest), report, options)
    else:
        yield Item(say("report.none"))
    if len(listed) < len(shown):
        yield Item(say("report.further", count=len(shown) - len(listed)))
    elif listed and not options.verbose:
        yield Item(say("report.whole_proof"))


def remarks_on(finding: Finding, say: Words) -> str:
    """Why a commitment has its verdict, and whether it counts for independent coverage."""
    commitment = finding.commitment
    reasons = [_absence(commitment, say), explain_commitment(commitment, say), *standing_of(commitment, say)]
    return say("semicolon").join(reason for reason in reasons if reason)


def witness_lines(finding: Finding, report: GapReport, say: Words) -> list[str]:
    """The places that attest a commitment with their words; those of the judged plan itself say so."""
    lines = []
    for witness in finding.witnesses:
        name = say.gloss(report.names.get(witness.plan, witness.plan))
        quote = say("quote", text=witness.quote)
        line = " ".join(filter(None, [name, witness.measure, quote]))
        if witness.plan == report.comparison.plan.witness:
            line = say("remark", text=line, remark=say("html.own_words"))
        lines.append(line)
    return lines


def passage_lines(finding: Finding, say: Words, places: Places | None = None) -> list[str]:
    """The local passages that carry a commitment, or the nearest ones as proof of absence, with scores.

    With `places` each tells the file and line it stands in.
    """
    commitment = finding.commitment
    return [
        _with_score(passage, places, say) for passage in commitment.evidence or telling_passages(commitment)
    ]


def _with_score(passage: Passage, places: Places | None, say: Words) -> str:
    score = say("report.scored", score=passage.score)
    remark = say.listed(list(filter(None, [score, places_of([passage], places)])))
    return say("remark", text=f"{say.gloss(passage.place)} {say('quote', text=passage.quote)}", remark=remark)


def _absence(commitment: CommitmentResult, say: Words) -> str:
    """That a commitment is nowhere in the plan, and where something comes nearest to it."""
    if commitment.verdict is not Verdict.OMITTED:
        return ""
    near = telling_passages(commitment)
    if not near:
        return say("diff.nothing_near")
    return say("report.absent", measure=say.gloss(near[0].place), score=near[0].score)


def _table(shown: Sequence[Finding], say: Words) -> Table:
    """Every gap on a row."""
    columns = (
        Column(say("report.rank")),
        Column(say("report.weight")),
        Column(say("report.verdict"), Kind.VERDICT),
        Column(say("report.commitment"), Kind.LABEL),
        Column(say("report.measure"), Kind.TEXT),
        Column(say("report.reason"), Kind.TEXT),
    )
    rows = (
        TableRow(
            (
                *_opening_cells(rank, finding, say),
                titled(finding.measure.title, say, finding.measure.id),
                Cell(remarks_on(finding, say)),
            )
        )
        for rank, finding in enumerate(shown, start=1)
    )
    return Table(columns, (RowGroup(tuple(rows)),))


def _short_table(listed: Sequence[Finding], gravest: int, report: GapReport, options: RenderOptions) -> Table:
    """The same in short lines, in two groups: the first `gravest` gaps, then the others."""
    say = options.say
    columns = (
        Column(say("report.rank")),
        Column(say("report.weight")),
        Column(say("report.verdict"), Kind.VERDICT),
        Column(say("report.commitment"), Kind.LABEL),
        Column(say("report.reason"), Kind.TEXT),
    )
    rows = [_short_row(rank, finding, report, options) for rank, finding in enumerate(listed, start=1)]
    parts = (("report.gravest", rows[:gravest]), ("report.others", rows[gravest:]))
    groups = (
        RowGroup(tuple(found), Heading(say(key, count=len(found)), level=3) if gravest else None)
        for key, found in parts
        if found
    )
    return Table(columns, tuple(groups))


def _short_row(rank: int, finding: Finding, report: GapReport, options: RenderOptions) -> TableRow:
    cells = (*_opening_cells(rank, finding, options.say), Cell(_short_remarks(finding, options.say)))
    if options.verbose:
        grounds = _grounds(finding, report, options)
        return TableRow(
            cells, below=tuple(Item(text, label, 1) for label, texts in grounds for text in texts)
        )
    return TableRow(cells, below=_local_text(finding, options.say) if finding.headline < NO_HEADLINE else ())


def _short_remarks(finding: Finding, say: Words) -> str:
    """The remarks without what the verdict beside them says."""
    if finding.commitment.verdict is not Verdict.OMITTED:
        return remarks_on(finding, say)
    near = telling_passages(finding.commitment)
    if not near:
        return say("report.nothing_near")
    return say("report.near", measure=say.gloss(near[0].place), score=near[0].score)


def _local_text(finding: Finding, say: Words) -> tuple[Item, ...]:
    """The first passage of the evidence, else the nearest one; none where nothing is near."""
    passages = finding.commitment.evidence or telling_passages(finding.commitment)
    return tuple(Item(say("quote", text=each.quote), say.gloss(each.place), depth=2) for each in passages[:1])


def _opening_cells(rank: int, finding: Finding, say: Words) -> tuple[Cell, ...]:
    commitment = finding.commitment
    return (
        Cell(str(rank)),
        Cell(f"{finding.weight:.2f}"),
        marked_verdict(commitment, say),
        titled(commitment.text, say, commitment.id, "bold" if finding.headline < NO_HEADLINE else ""),
    )


def _proof(finding: Finding, report: GapReport, options: RenderOptions) -> Iterator[Item]:
    """All that a reader needs to judge a gap, as points of a list."""
    say, commitment = options.say, finding.commitment
    numbers = say(
        "report.numbers",
        verdict=marked_verdict(commitment, say),
        weight=finding.weight,
        score=commitment.score,
    )
    yield Item(numbers, say("report.verdict"), depth=1)
    yield Item(remarks_on(finding, say), say("report.reason"), depth=1)
    for label, texts in _grounds(finding, report, options):
        if len(texts) == 1:
            yield Item(texts[0], label, depth=1)
        elif texts:
            yield Item("", label, depth=1, below=tuple(Item(text, depth=1) for text in texts))


def _grounds(
    finding: Finding, report: GapReport, options: RenderOptions
) -> Iterator[tuple[str, Sequence[str]]]:
    """What a verdict rests on: a label, and the texts that stand under it."""
    say, commitment, measure = options.say, finding.commitment, finding.measure
    places = options.places.get(report.comparison.plan.id)
    standing = say(
        "report.verdict_with_confidence",
        verdict=say(f"verdict.{measure.verdict}"),
        confidence=measure.confidence,
    )
    passages = say("report.local_text" if commitment.evidence else "report.nearest")
    agencies = report.lead_agencies(finding)
    yield (
        say("report.measure"),
        [say("remark", text=f"{measure.id} {say.label(measure.title)}", remark=standing)],
    )
    yield say("report.witnesses"), witness_lines(finding, report, say)
    yield passages, passage_lines(finding, say, places) or [say("diff.nothing_near")]
    yield say("report.target"), [describe_target(each, say) for each in commitment.targets]
    yield say("report.agencies"), [say.listed(list(agencies))] if agencies else []

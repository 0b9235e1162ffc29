"""The gaps of one plan as Markdown paragraphs: an overview, then each gap with its proof."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import Verdict
from plancmp.cli.formats.markdown_parts import table
from plancmp.cli.gap_phrases import passage_lines, remarks_on, witness_lines
from plancmp.cli.messages import Words
from plancmp.cli.phrases import describe_target
from plancmp.cli.render.escaping import escape
from plancmp.cli.theme import SIGNS
from plancmp.cli.view import View


def gap_paragraphs(report: GapReport, view: View, heading: str) -> Iterator[str]:
    """Every gap that the filters let through, in the order a reader would act.

    Args:
        report: the report of one plan.
        view: the words and the filters in force.
        heading: the mark of a heading at the level of one gap, such as "###".
    """
    say = view.say
    shown = [item for item in report.gaps if view.selection.lists(item.measure, item.commitment)]
    if not shown:
        yield say("report.none")
        return
    yield say("report.ordered", shown=len(shown))
    names = ("rank", "weight", "verdict", "commitment", "measure", "reason")
    yield table(
        [say(f"report.{name}") for name in names],
        [_overview(rank, finding, say) for rank, finding in enumerate(shown, start=1)],
    )
    for rank, finding in enumerate(shown, start=1):
        commitment = finding.commitment
        title = say("report.gap", rank=rank, text=commitment.text, id=commitment.id)
        yield f"{heading} {escape(title)}"
        yield "\n".join(_proof(finding, report, say))


def _overview(rank: int, finding: Finding, say: Words) -> list[str]:
    commitment = finding.commitment
    return [
        str(rank),
        f"{finding.weight:.2f}",
        _verdict(commitment.verdict, say),
        f"{commitment.id} {commitment.text}",
        f"{finding.measure.id} {finding.measure.title}",
        remarks_on(finding, say),
    ]


def _proof(finding: Finding, report: GapReport, say: Words) -> Iterator[str]:
    commitment, measure = finding.commitment, finding.measure
    numbers = say(
        "report.numbers",
        verdict=_verdict(commitment.verdict, say),
        weight=finding.weight,
        score=commitment.score,
    )
    owner = say(
        "remark",
        text=f"{measure.id} {measure.title}",
        remark=say(
            "report.verdict_with_confidence",
            verdict=say(f"verdict.{measure.verdict}"),
            confidence=measure.confidence,
        ),
    )
    yield _item(say("report.verdict"), numbers, say)
    yield _item(say("report.reason"), remarks_on(finding, say), say)
    yield _item(say("report.measure"), owner, say)
    yield from _list(say("report.witnesses"), witness_lines(finding, report, say), say)
    passages = say("report.local_text" if commitment.evidence else "report.nearest")
    yield from _list(passages, passage_lines(finding, say) or [say("diff.nothing_near")], say)
    yield from _list(say("report.target"), [describe_target(each, say) for each in commitment.targets], say)
    agencies = report.lead_agencies(finding)
    if agencies:
        yield _item(say("report.agencies"), say.listed(list(agencies)), say)


def _verdict(verdict: Verdict, say: Words) -> str:
    return f"{SIGNS[verdict]} {say(f'verdict.{verdict}')}"


def _item(label: str, text: str, say: Words) -> str:
    return f"- {say('label', label=f'**{label}**', value=escape(text))}"


def _list(label: str, items: list[str], say: Words) -> Iterator[str]:
    """One item on its label's line, several below it."""
    if len(items) == 1:
        yield _item(label, items[0], say)
    elif items:
        yield _item(label, "", say).rstrip()
        yield from (f"  - {escape(item)}" for item in items)

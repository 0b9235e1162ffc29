"""What changed from one version of a plan to the next: numbers, clauses, and the verdicts of a reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plancmp.alignment.number_changes import NumberChange, NumberStep
from plancmp.alignment.plan_targets import PlanTarget
from plancmp.alignment.versions import ClauseChange, CommitmentChange, JudgedCommitment, Step, VersionChanges
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.common import parties, verdict_cell
from plancmp.cli.views.document import Block, Cell, Document, Gap, Grid, Heading, Item, Medium
from plancmp.cli.views.glosses import glossed, knowing
from plancmp.cli.views.reasons import explain_commitment, quoted_passages

_STYLES = {
    Step.VANISHED: "red",
    Step.WEAKENED: "yellow",
    Step.STRENGTHENED: "green",
    Step.APPEARED: "green",
    NumberStep.LOWERED: "red",
    NumberStep.DROPPED: "red",
    NumberStep.LATER: "yellow",
    NumberStep.RAISED: "green",
    NumberStep.EARLIER: "green",
    NumberStep.ADDED: "green",
}


def changes_document(changes: VersionChanges, say: Words) -> Document:
    """The changes for every format: one row a change; schema plancmp/changes/1."""
    say = knowing(say, changes.reference, changes.new, changes.old)

    def grid() -> Grid:
        from plancmp.cli.views.changes_data import changes_grid

        return changes_grid(changes, say)

    def data() -> dict[str, object]:
        from plancmp.cli.views.changes_data import changes_fields

        return changes_fields(changes, say)

    document = Document(lambda medium: changes_page(changes, say, medium), grid, data)
    return glossed(document, say)


def changes_page(changes: VersionChanges, say: Words, medium: Medium) -> Iterator[Block]:
    """Both versions, then every change, the gravest of its kind first, and what it comes to."""
    if medium is Medium.PAPER:
        yield Heading(say("changes.title", plan=say.gloss(changes.new.name)), level=1)
    reference = [(say("diff.reference"), changes.reference)] if changes.reference else []
    yield parties(
        [*reference, (say("changes.old"), changes.old), (say("changes.new"), changes.new)], medium, say
    )
    if changes.numbers:
        yield Heading(say("changes.numbers", count=len(changes.numbers)))
        yield from (_number_item(change, say) for change in changes.numbers)
    if changes.clauses:
        yield Heading(say("changes.clauses", count=len(changes.clauses)))
        yield from (_clause_item(change, say) for change in changes.clauses)
    if changes.reference:
        reference_name = say.gloss(changes.reference.name)
        yield Heading(say("changes.commitments", reference=reference_name, count=len(changes.commitments)))
        yield from (_commitment_item(change, say) for change in changes.commitments)
    yield Gap()
    yield Item(changes_conclusion(changes, say), style="bold")


def _step_cell(step: Step | NumberStep, say: Words) -> Cell:
    return Cell(say(f"step.{step}"), style=_STYLES.get(step, "dim"))


def _number_item(change: NumberChange, say: Words) -> Item:
    """A number: what it measures, from what to what, and both sentences."""
    stated = [(key, each) for key, each in (("old", change.old), ("new", change.new)) if each]
    return Item(
        number_in_words(change, say),
        depth=1,
        name=_step_cell(change.step, say),
        below=tuple(
            Item(_stated(each, say), label=say(f"changes.{key}"), style="dim" if key == "old" else "")
            for key, each in stated
        ),
    )


def number_in_words(change: NumberChange, say: Words) -> str:
    """The indicator and its number before and after, with the deadlines where they differ."""
    stated = change.old or change.new
    deadlines = {each.target.deadline for each in (change.old, change.new) if each}
    sides = [_phrase(each, say, dated=len(deadlines) > 1) for each in (change.old, change.new)]
    return say(
        "changes.number",
        indicator=say.gloss(stated.target.indicator) if stated else "",
        old=sides[0],
        new=sides[1],
    )


def _phrase(stated: PlanTarget | None, say: Words, *, dated: bool) -> str:
    if stated is None:
        return say("changes.none")
    target = stated.target
    if dated:
        return say("remark", text=target.phrase, remark=target.deadline or say("changes.no_deadline"))
    return target.phrase


def _stated(stated: PlanTarget, say: Words) -> str:
    return f"{say.gloss(stated.section or stated.measure)} {say('quote', text=stated.sentence)}"


def _clause_item(change: ClauseChange, say: Words) -> Item:
    """A clause: its words before, then those after."""
    reasons = say.listed([say(f"reason.{reason}") for reason in change.reasons])
    new = (
        say("diff.nothing_near") if not change.new else f"{change.new_place} {say('quote', text=change.new)}"
    )
    first, *below = [
        *([f"{change.old_place} {say('quote', text=change.old)}"] if change.old else []),
        *([new] if change.step is not Step.VANISHED or change.new else []),
    ] or [new]
    return Item(
        first,
        depth=1,
        name=_step_cell(change.step, say),
        remark=Cell(reasons, style=_STYLES[change.step]) if reasons else None,
        below=tuple(Item(text, label=say("changes.new")) for text in below),
    )


def _commitment_item(change: CommitmentChange, say: Words) -> Item:
    """A commitment of the reference: how its verdict moved, and what either version says."""
    old, new = change.old.result, change.new.result
    moved = say("changes.verdicts", old=verdict_cell(old.verdict, say), new=verdict_cell(new.verdict, say))
    reason = explain_commitment(new, say)
    return Item(
        say.label(new.text),
        depth=1,
        name=Cell(new.id, SYMBOLS[new.verdict], COLOURS[new.verdict]),
        remark=Cell(
            say(
                "label",
                label=say(f"step.{change.step}"),
                value=say("semicolon").join([moved, *([reason] if reason else [])]),
            ),
            style=_STYLES[change.step],
        ),
        below=(*_said(change.old, "changes.old", say), *_said(change.new, "changes.new", say)),
    )


def _said(judged: JudgedCommitment, key: str, say: Words) -> Iterator[Item]:
    for passage in quoted_passages(judged.result, say)[:1]:
        yield Item(passage, label=say(key), style="dim" if key == "changes.old" else "")


def changes_conclusion(changes: VersionChanges, say: Words) -> str:
    """How many changes there are of each kind."""
    findings = [
        *_counted("changes.count_numbers", [change.step for change in changes.numbers], say),
        *_counted("changes.count_clauses", [change.step for change in changes.clauses], say),
        *_counted("changes.count_commitments", [change.step for change in changes.commitments], say),
    ]
    if not findings:
        return say("changes.nothing")
    key = "changes.losses" if changes.has_losses else "changes.no_losses"
    return say(key, findings=say("semicolon").join(findings))


def _counted(key: str, steps: list[Step] | list[NumberStep], say: Words) -> list[str]:
    counts = Counter(steps)
    words = [f"{say(f'step.{step}')} {count}" for step, count in counts.items()]
    return [say(key, counts=say.listed(words))] if words else []

"""The screen of a review: all there is to know of one commitment, in the lines that a terminal has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancmp.alignment.result import Opinion, Passage, Reason, Verdict
from plancmp.alignment.review_queue import Cause
from plancmp.cli.messages import Words
from plancmp.cli.render.lines import BLANK, Line, indented, line, paragraph
from plancmp.cli.review.session import Context, Surroundings
from plancmp.cli.sanitize import sanitize_value
from plancmp.cli.theme import COLOURS, SYMBOLS
from plancmp.cli.views.reasons import describe_target, explain_commitment, standing_of
from plancmp.plans.decisions.model import Decision

_CENTS = 100


class Detail(NamedTuple):
    """How much is shown: passages, the plan's words around each, quotes of witnesses, neighbours."""

    passages: int
    around: bool
    witnesses: int
    neighbours: int


_DETAILS = (Detail(9, True, 4, 12), Detail(4, True, 2, 6), Detail(3, False, 1, 3), Detail(2, False, 0, 0))
"""From all to the least; what fits on the screen is shown."""


class Pending(NamedTuple):
    """What the person has chosen and not yet given a verdict with."""

    passage: Passage | None = None
    note: str = ""


class ScreenSize(NamedTuple):
    """The cells in a line and the lines of a terminal."""

    width: int
    height: int


def screen_lines(context: Context, pending: Pending, size: ScreenSize, say: Words) -> list[Line]:
    """The commitment in turn as the terminal shows it, the keys last; with as much detail as there is room for."""
    lines: list[Line] = []
    for detail in _DETAILS:
        lines = list(_lines(context, pending, detail, size.width, say))
        if len(lines) < size.height:
            break
    return lines


def _lines(context: Context, pending: Pending, detail: Detail, width: int, say: Words) -> Iterator[Line]:
    context = sanitize_value(context)
    yield from _progress(context, width, say)
    yield BLANK
    yield from _asked(context, detail, width, say)
    yield BLANK
    yield from _found(context, width, say)
    yield from _passages(context, pending, detail, width, say)
    yield from _neighbours(context, detail, width, say)
    yield from _words(context, pending, width, say)
    yield BLANK
    yield from key_lines(say, width)


def _progress(context: Context, width: int, say: Words) -> Iterator[Line]:
    progress = context.progress
    told = say(
        "review.progress",
        position=progress.position,
        total=progress.total,
        worth=progress.worth,
        changeable=progress.changeable,
    )
    yield from paragraph(BLANK, told, width, "dim")


def _asked(context: Context, detail: Detail, width: int, say: Words) -> Iterator[Line]:
    measure, commitment = context.measure, context.commitment
    verdict = say(f"verdict.{measure.verdict}")
    yield from paragraph(
        line((f"{measure.id} ", "bold")),
        say("remark", text=say.label(measure.title), remark=verdict),
        width,
        "bold",
    )
    central = f" [{say('column.central')}]" if commitment.central else ""
    yield from paragraph(
        line((f"{commitment.id} ", "")), f"{say.label(commitment.text)}{central}", width, "bold"
    )
    for witness, quote in context.asked[: detail.witnesses]:
        yield from paragraph(line("  ", (f"{say.witness(witness)} ", "dim")), quote, width, "dim")


def _found(context: Context, width: int, say: Words) -> Iterator[Line]:
    commitment = context.commitment
    shown = commitment.computed or commitment
    style = COLOURS[shown.verdict]
    symbol = line((f"{SYMBOLS[shown.verdict]} {say(f'verdict.{shown.verdict}')}", style))
    why = explain_commitment(commitment, say) if commitment.computed is None else ""
    told = [*([why] if why else []), *standing_of(commitment, say)]
    if commitment.decided is None:
        told.append(say("review.confidence", percent=round(_CENTS * commitment.confidence)))
    yield from paragraph((*symbol, ("  ", "")), say("semicolon").join(told), width)
    for target in commitment.targets:
        yield from paragraph(line("  "), describe_target(target, say), width)
    for verdict, effect in context.item.effects:
        told_effect = say(
            "review.effect",
            verdict=say(f"verdict.{verdict}"),
            measure=context.measure.id,
            effect=say(f"verdict.{effect}"),
        )
        yield from paragraph(line("  "), told_effect, width, "dim")


def _passages(context: Context, pending: Pending, detail: Detail, width: int, say: Words) -> Iterator[Line]:
    chosen = sanitize_value(pending.passage) if pending.passage else None
    for number, found in enumerate(context.passages[: detail.passages], start=1):
        yield from passage_lines(
            found, number, width, say, around=detail.around, chosen=found.passage == chosen
        )
    if not context.passages:
        yield from paragraph(line("  "), say("diff.nothing_near"), width, "dim")


def passage_lines(  # noqa: PLR0913 - what is shown, where, and how
    found: Surroundings, number: int, width: int, say: Words, *, around: bool = True, chosen: bool = False
) -> Iterator[Line]:
    """A numbered passage: where it stands and how well it answers, then its words between those around it."""
    passage = found.passage
    score = f"  {passage.score:.2f}" if passage.score else ""
    title = say.label(found.title)
    place = title if passage.section else f"{passage.measure} {title}"
    yield from paragraph(
        line((f"{'>' if chosen else ' '}{number} ", "bold")),
        f"{place}{score}",
        width,
        "bold" if chosen else "",
    )
    words = f"…{found.before}【{passage.quote}】{found.behind}…" if around else passage.quote
    yield from paragraph(line("   "), words, width)


def _neighbours(context: Context, detail: Detail, width: int, say: Words) -> Iterator[Line]:
    """The other commitments of the measure, in short."""
    others = [each for each in context.measure.commitments if each.id != context.commitment.id]
    if not others or not detail.neighbours:
        return
    yield BLANK
    yield from paragraph(BLANK, say("review.neighbours", measure=context.measure.id), width, "dim")
    for each in others[: detail.neighbours]:
        label = line((f"{SYMBOLS[each.verdict]} ", COLOURS[each.verdict]), (f"{each.id} ", "dim"))
        text = say.label(each.text)
        text = text if each.decided is None else say("remark", text=text, remark=say("decided"))
        yield from indented(paragraph(label, text, width - 2, "dim"), 2)


def _words(context: Context, pending: Pending, width: int, say: Words) -> Iterator[Line]:
    """What people and models say of it, and what is chosen and not yet decided."""
    told = [_mine(context.mine, say)] if context.mine else []
    told += [_opinion(each, context.item.cause, say) for each in context.others]
    if pending.passage:
        told.append(say("review.chosen", place=pending.passage.place, quote=pending.passage.quote))
    if pending.note:
        told.append(say("label", label=say("review.note"), value=pending.note))
    if told:
        yield BLANK
    for sentence in sanitize_value(tuple(told)):
        yield from paragraph(BLANK, sentence, width, "cyan")


def _mine(decision: Decision, say: Words) -> str:
    told = [say(f"verdict.{decision.verdict}"), *(say(f"reason.{reason}") for reason in decision.reasons)]
    note = say("quote", text=decision.note) if decision.note else ""
    return say("review.mine", verdict=say("semicolon").join(told), at=decision.at) + note


def _opinion(opinion: Opinion, cause: Cause, say: Words) -> str:
    return say(
        f"review.{cause.name.lower()}",
        by=opinion.by,
        at=opinion.at,
        verdict=say(f"verdict.{opinion.verdict}"),
    )


def key_lines(say: Words, width: int) -> Iterator[Line]:
    """The keys and what they do, as many on a line as there is room for."""
    keys = say("review.keys").split("  ")
    row = ""
    for key in keys:
        if row and _cells(f"{row}  {key}") > width:
            yield line((row, "bold"))
            row = key
        else:
            row = f"{row}  {key}" if row else key
    yield line((row, "bold"))


def reason_lines(chosen: Sequence[Reason], width: int, say: Words) -> Iterator[Line]:
    """The reasons for a weakening, numbered, those chosen marked."""
    yield from paragraph(BLANK, say("review.reasons"), width, "bold")
    for number, reason in enumerate(WEAKENING, start=1):
        mark = "*" if reason in chosen else " "
        yield from paragraph(line((f" {mark}{number} ", "bold")), say(f"reason.{reason}"), width)


WEAKENING = tuple(reason for reason in Reason if reason.verdict is Verdict.WEAKENED)
"""The reasons that a person may give for a weakening, in the order of their keys."""


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)

"""Faults of plan files in words, in the form that editors jump to: `file:line: path: sentence`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.cli.messages import CATALOGUE, Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.cli.views.document import (
    Block,
    Document,
    Grid,
    Kind,
    Medium,
    Unbroken,
    Value,
    grid_fields,
    grid_table,
)
from plancmp.plans.faults import Fault, FaultKind
from plancmp.plans.model import Plan

_COLUMNS = ("file", "line", "path", "kind", "message")
_KINDS = (Kind.LABEL, Kind.NUMBER, Kind.WORD, Kind.WORD, Kind.TEXT)


def faults_document(faults: Sequence[Fault], plans: Sequence[Plan], say: Words, decided: int = 0) -> Document:
    """Every fault; where there are none, how much the sound `plans` hold and how many items are `decided`."""
    grid = Grid(_COLUMNS, [_values(fault, say) for fault in faults])
    return Document(
        page=lambda medium: _page(faults, grid, medium, say) if faults else list(_clean(plans, decided, say)),
        grid=lambda: grid,
        data=lambda: grid_fields("plancmp/check/1", "faults", grid),
    )


def _page(faults: Sequence[Fault], grid: Grid, medium: Medium, say: Words) -> Iterator[Block]:
    """A line a fault that editors understand; a table on paper."""
    if medium is Medium.SCREEN:
        yield from (Unbroken(fault_line(fault, say)) for fault in faults)
    else:
        yield grid_table(grid, _KINDS, say)
    yield Unbroken(say("check.faults", faults=len(faults), files=len({fault.file for fault in faults})))


def _clean(plans: Sequence[Plan], decided: int, say: Words) -> Iterator[Block]:
    commitments = [commitment for plan in plans for commitment in plan.commitments]
    if plans or not decided:
        told = say(
            "check.clean",
            plans=len(plans),
            measures=sum(1 for plan in plans for _ in plan.measures),
            commitments=len(commitments),
            witnesses=sum(len(commitment.witnesses) for commitment in commitments),
        )
        yield Unbroken(told)
    if decided:
        yield Unbroken(say("check.decided", count=decided))


def _values(fault: Fault, say: Words) -> tuple[Value, ...]:
    return fault.file, fault.line, fault.path, fault.kind.value, fault_sentence(fault, say)


def fault_line(fault: Fault, say: Words) -> str:
    """Where a fault is, what is wrong and what was expected."""
    place = f"{sanitize_line(fault.file)}:{fault.line}: "
    path = f"{sanitize_line(fault.path)}: " if fault.path else ""
    return place + path + fault_sentence(fault, say)


def fault_sentence(fault: Fault, say: Words) -> str:
    """What is wrong and what was expected, without the place."""
    found, expected = sanitize_line(fault.found), sanitize_line(fault.expected)
    if fault.kind is FaultKind.WRONG_TYPE:
        found, expected = _type_name(found, say), _type_name(expected, say)
    if fault.kind is FaultKind.FILE_UNREADABLE:
        found = say.reason(found)
    sentence = say(f"fault.{fault.kind}", found=found, expected=expected)
    hint = f"hint.{fault.kind}"
    return sentence + (say(hint, expected=expected) if expected and hint in CATALOGUE else "")


def _type_name(name: str, say: Words) -> str:
    """The words for a type of value; anything else, such as the value found, is left as it is."""
    return say(f"type.{name}") if f"type.{name}" in CATALOGUE else name

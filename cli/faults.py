"""Faults of plan files in words, in the form that editors jump to: `file:line: path: sentence`."""

from __future__ import annotations

from plancmp.cli.messages import CATALOGUE, Words
from plancmp.cli.sanitize import plain_line
from plancmp.plans.faults import Fault, FaultKind


def fault_line(fault: Fault, say: Words) -> str:
    """Where a fault is, what is wrong and what was expected."""
    place = f"{plain_line(fault.file)}:{fault.line}: "
    path = f"{plain_line(fault.path)}: " if fault.path else ""
    return place + path + fault_sentence(fault, say)


def fault_sentence(fault: Fault, say: Words) -> str:
    """What is wrong and what was expected, without the place."""
    found, expected = plain_line(fault.found), plain_line(fault.expected)
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

"""Agencies found in a measure and read by role: "(A牵头,B、C配合)", "(牵头单位:A;配合单位:B)", "(A、B)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from plancmp.plans.encoding.source_document import fold
from plancmp.plans.model import Agencies

_Role = Literal["lead", "supporting", "responsible"]
_Named = tuple[_Role, str]
_ROLES: dict[str, _Role] = {
    "牵头": "lead",
    "主办": "lead",
    "配合": "supporting",
    "协办": "supporting",
    "参与": "supporting",
    "责任": "responsible",
    "负责": "responsible",
    "承办": "responsible",
}
_ROLE = "(" + "|".join(_ROLES) + ")"
_LABEL = rf" *{_ROLE}(?:责任)?(?:单位|部门)? *"
_LABELLED = re.compile(f"{_LABEL}:")
_DUTY = re.compile(rf"(?:按照?职责(?:分工)?|分工|共同)?{_ROLE}(?:负责|落实)? *$")
# Stricter than a duty: "(社会力量参与)" and "(企业主体责任)" are text.
_SOMEONE_ACTS = re.compile(r"(?:牵头|负责|配合|承办)(?:负责|落实)? *(?:[,;。]|$)")
# Offices, by how their names end: a bracket of nothing but these names, one office at least beyond doubt.
_OFFICE = "(?:局|委|厅|政府|委员会|管委会|办公室|部)"
_NAME = (
    rf"[^、,;:。()]{{2,30}}?(?:{_OFFICE}|办|院|处|中心|公司|银行|[分支]行|[支大]队|部门|单位|办事处|各?镇|街道|联社|集团|协会|联合会"
    r"|工会|妇联|小组)"
)
_NAMES_ONLY = re.compile(
    rf"(?=.*{_OFFICE}(?:[、,;]|等|$)){_NAME}(?:[、,;]{_NAME})*(?:等(?:有关|相关)?(?:部门|单位)?)?"
)
# A list of agencies may be broken over lines; the bound keeps a bracket never closed from swallowing pages.
_BRACKET = re.compile(r"\(((?:[^()]|\([^()]{0,50}\)){0,400})\)")
_UNBRACKETED = re.compile(rf"(?:^|(?<=[。\n])){_LABEL}:[^。\n]*。?(?=\n|$)")
_NAME_OR_LABEL = re.compile(r"((?:[^、,;:。()\n]|\([^()]*\))+)(:?)")
_CLOSED = re.compile("[。!?] {0,3}$")
_STOP = re.compile("[。!?]")
_LINE_END = re.compile(" *(?:\n|$)")


def find_agencies(text: str) -> tuple[tuple[int, int], ...]:
    """Where the agencies of a measure stand in its text: `(start, end)` offsets, brackets included.

    A full stop behind a bracket belongs to it when the sentence was closed before the bracket already.
    """
    folded = fold(text)
    brackets = [*_find_brackets(folded)]
    unbracketed = (
        match.span()
        for match in _UNBRACKETED.finditer(folded)
        # A line broken inside a bracket may begin with a label.
        if not any(start < match.start() < end for start, end in brackets)
    )
    return tuple(sorted([*brackets, *unbracketed]))


def read_agencies(passages: Iterable[str]) -> Agencies:
    """The agencies named in passages that `find_agencies` found, names as written, in their order.

    Names whose role is not said are responsible.
    """
    named = list(dict.fromkeys(pair for passage in passages for pair in _read_passage(_inside(passage))))
    return Agencies(
        lead=tuple(name for role, name in named if role == "lead"),
        supporting=tuple(name for role, name in named if role == "supporting"),
        responsible=tuple(name for role, name in named if role == "responsible"),
    )


def _find_brackets(folded: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKET.finditer(folded):
        content = match[1].replace("\n", "")
        says_duty = _LABELLED.match(content) or _SOMEONE_ACTS.search(content)
        if not (says_duty or _NAMES_ONLY.fullmatch(content)):
            continue
        closed = _CLOSED.search(folded, max(0, match.start() - 4), match.start())
        stop = _STOP.match(folded, match.end())
        at_line_end = _LINE_END.match(folded, stop.end() if stop else match.end())
        # Names alone are agencies only where a measure ends: within a sentence they say who is meant.
        if at_line_end or (says_duty and (closed or stop)):
            yield match.start(), stop.end() if closed and stop else match.end()


def _inside(passage: str) -> str:
    joined = passage.replace("\n", "")
    match = _BRACKET.match(fold(joined))
    return joined[slice(*match.span(1))] if match else joined


def _read_passage(content: str) -> Iterator[_Named]:
    """A label ("牵头单位:") gives the names behind it their role, a duty ("牵头") the names before it."""
    folded = fold(content)
    announced: _Role = "responsible"
    waiting: list[str] = []
    for match in _NAME_OR_LABEL.finditer(folded):
        label = re.fullmatch(_LABEL, match[1]) if match[2] else None
        if label:
            yield from _assign(announced, waiting)
            waiting, announced = [], _ROLES[label[1]]
            continue
        duty = _DUTY.search(folded, match.start(), match.end(1))
        waiting.append(content[match.start() : duty.start() if duty else match.end(1)].strip())
        if duty:
            yield from _assign(_ROLES[duty[1]], waiting)
            waiting = []
    yield from _assign(announced, waiting)


def _assign(role: _Role, names: Iterable[str]) -> Iterator[_Named]:
    return ((role, name) for name in names if name)

"""Caveats about a pair of documents that a reader must know before trusting any verdict.

Who implements what is read in the documents' headers and in nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancmp.alignment.normal import normalise
from plancmp.alignment.result import CaveatCode, PlanHeader
from plancmp.plans.model import Plan

PlanOrHeader = Plan | PlanHeader

_QUOTED = re.compile(r"[《〈]([^《》〈〉]+)[》〉]")
_PROVINCE = r".{1,10}?(?:省|自治区)"
_RANKS = {"province": 3, "prefecture": 2, "county": 1}


def find_caveats(
    reference: PlanHeader, plan: PlanHeader, *, attested: bool = False
) -> tuple[CaveatCode, ...]:
    """Return the caveats of comparing `plan` with `reference`, the weightiest first.

    `attested` tells that some verdicts rest on what the plan itself attests.
    """
    if reference.id == plan.id:
        return ()
    answers = implements(plan, reference)
    related = not answers and common_parent(plan, reference) is not None
    silent = not plan.implements and not answers and not related
    found = {
        CaveatCode.RECONSTRUCTED: reference.has_witnesses,
        CaveatCode.WITNESS_TEXT: plan.witness not in (None, plan.id),
        CaveatCode.ATTESTED: attested,
        CaveatCode.IMPLEMENTS_OTHER: not answers and not silent,
        CaveatCode.SAME_PARENT: related,
        CaveatCode.NOT_BELOW_REFERENCE: silent and is_above(reference, plan) is False,
        CaveatCode.IMPLEMENTS_UNSTATED: silent and is_above(reference, plan) is not False,
        CaveatCode.OLDER_THAN_REFERENCE: _is_older(plan, reference),
        CaveatCode.DRAFTED: not reference.has_witnesses and not reference.lists,
        CaveatCode.LISTED: not reference.has_witnesses and reference.lists,
    }
    return tuple(caveat for caveat, holds in found.items() if holds)


def implements(plan: PlanOrHeader, reference: PlanOrHeader) -> bool:
    """Whether a plan's header says that it carries out the reference.

    It names it by its number, or by its title, alone or inside another title. A plan that names nothing says it
    by a title that is the reference's own with another place in it, where the reference is of a higher level.
    """
    return (
        _carries_out(plan, reference.title, reference.document_number)
        and is_above(plan, reference) is not True
    )


def common_parent(one: PlanOrHeader, other: PlanOrHeader) -> str | None:
    """The title of a document that both plans implement, one perhaps through another's; None if there is none."""
    documents = (*_parents(one), *_parents(other))
    return next(
        (
            title
            for title, number in documents
            if _carries_out(one, title, number) and _carries_out(other, title, number)
        ),
        None,
    )


def is_above(one: PlanOrHeader, other: PlanOrHeader) -> bool | None:
    """Whether the first plan is of a higher level than the second; None where their headers do not tell."""
    ranks = [_RANKS.get(header.level or "", 0) for header in (one, other)]
    return ranks[0] > ranks[1] if all(ranks) else None


def _carries_out(plan: PlanOrHeader, title: str, number: str | None) -> bool:
    if not plan.implements:
        return _bears_title_of(plan, title)
    wanted = _bare_title(title)
    return any(
        (number is not None and document.document_number == number) or wanted in normalise(document.title)
        for document in plan.implements
    )


def _bears_title_of(plan: PlanOrHeader, title: str) -> bool:
    """Whether a plan's title is that of a province's document with the plan's own place in it."""
    own = _bare_title(plan.title)
    subject = own.removeprefix(normalise(plan.name))
    if subject in {"", own} or plan.level == "province":
        return False
    return re.fullmatch(_PROVINCE + re.escape(subject), _bare_title(title)) is not None


def _parents(plan: PlanOrHeader) -> Iterator[tuple[str, str | None]]:
    """Title and number of each document that a plan names, first those that are named inside another's title."""
    for document in plan.implements:
        yield from ((title, None) for title in _QUOTED.findall(document.title))
        yield document.title, document.document_number


def _bare_title(title: str) -> str:
    """The title without the years in brackets, which documents cite in many ways."""
    return normalise(title.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0])


def _is_older(plan: PlanHeader, reference: PlanHeader) -> bool:
    return bool(plan.issued and reference.issued and plan.issued < reference.issued)

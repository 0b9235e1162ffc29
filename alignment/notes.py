"""Caveats about a pair of documents that a reader must know before trusting any verdict."""

from __future__ import annotations

from plancmp.alignment.normal import normalise
from plancmp.alignment.result import Note
from plancmp.plans.model import Plan


def find_notes(reference: Plan, plan: Plan) -> tuple[Note, ...]:
    """Return the caveats of comparing `plan` with `reference`, the weightiest first."""
    if reference.id == plan.id:
        return ()
    found = {
        Note.RECONSTRUCTED: reference.basis == "reconstructed",
        Note.IMPLEMENTS_OTHER: bool(plan.implements) and not implements(plan, reference),
        Note.OLDER_THAN_REFERENCE: _is_older(plan, reference),
    }
    return tuple(note for note, holds in found.items() if holds)


def implements(plan: Plan, reference: Plan) -> bool:
    """Whether a plan says it carries out the reference: by its number, or by its title inside another title."""
    number, title = reference.document_number, _bare_title(reference.title)
    return any(
        (number is not None and document.document_number == number) or title in normalise(document.title)
        for document in plan.implements
    )


def _bare_title(title: str) -> str:
    """The title without the years in brackets, which documents cite in many ways."""
    return normalise(title.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0])


def _is_older(plan: Plan, reference: Plan) -> bool:
    return bool(plan.issued and reference.issued and plan.issued < reference.issued)

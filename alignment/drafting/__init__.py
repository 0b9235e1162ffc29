"""Drafting: which clauses of a running official text promise something, and which of them another place could copy."""

from __future__ import annotations

import re

from plancmp.plans.model import Plan

# Drafting is imported when a text has to be drafted: a reference that lists its commitments starts sooner without it.

_PROVINCE = re.compile(r"(?:省|自治区)(?:人民政府|委|政府)?(?:办公厅)?$")


def lists_commitments(plan: Plan) -> bool:
    """Whether a plan lists commitments itself; then none are drafted, also not for measures that list none."""
    return any(True for _ in plan.commitments)


def to_compare(plan: Plan) -> Plan:
    """The reference as it is compared with: with the commitments it lists, else with its draft.

    A measure without any, in which nothing could be copied, is left out, and so is a programme without measures. A text
    in which nothing at all promises anything is returned as it is.
    """
    listing = plan if lists_commitments(plan) else _with_draft(plan)
    programmes = [
        programme.model_copy(update={"measures": measures})
        for programme in listing.programmes
        if (measures := tuple(measure for measure in programme.measures if measure.commitments))
    ]
    return listing.model_copy(update={"programmes": tuple(programmes)}) if programmes else listing


def _with_draft(plan: Plan) -> Plan:
    from plancmp.alignment.drafting.draft import with_draft

    return with_draft(plan)


def wordings_of(text: str) -> list[str]:
    """The ways in which a commitment of a running text is put, see `wordings.ways_to_put`."""
    from plancmp.alignment.drafting.wordings import ways_to_put

    return ways_to_put(text)


def addressing_level(plan: Plan) -> str | None:
    """Province or prefecture where the plan addresses places below its issuer; None where it does not tell.

    A county's own tasks are what another county could copy.
    """
    if plan.level:
        return plan.level if plan.level != "county" else None
    return "province" if _PROVINCE.search(plan.issuer or plan.name) else None

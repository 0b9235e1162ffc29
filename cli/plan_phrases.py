"""What several outputs say of one plan in the same words: its header, agencies, targets and witnesses."""

from __future__ import annotations

from plancmp.cli.language import Language
from plancmp.cli.words import Words
from plancmp.plans.model import Agencies, Commitment, CommitmentTarget, ImplementedDocument, Plan, Witness


def header_facts(plan: Plan, say: Words) -> list[tuple[str, str]]:
    """Label and value of every header field that the plan has, in reading order; a label may come twice."""
    names = list(dict.fromkeys([plan.name, *plan.aliases, plan.id]))
    fields = [
        ("names", say.listed(names)),
        ("level", say(f"level.{plan.level}") if plan.level else None),
        ("issuer", plan.issuer),
        ("document_number", plan.document_number),
        ("issued", plan.issued),
        ("period", f"{plan.period.start}-{plan.period.end}" if plan.period else None),
        *(("implements", _document(document, say)) for document in plan.implements),
        ("basis", say("plan.reconstructed" if plan.basis == "reconstructed" else f"basis.{plan.basis}")),
        ("source", plan.source),
        ("schemes", say.listed([scheme.text for scheme in plan.schemes])),
        *(("facts", say("remark", text=fact.text, remark=fact.source)) for fact in plan.facts),
    ]
    return [(say(f"plan.{name}"), value) for name, value in fields if value]


def agency_lists(agencies: Agencies, say: Words) -> list[tuple[str, str]]:
    """Role and names, for each role that somebody has."""
    roles = {"lead": agencies.lead, "supporting": agencies.supporting, "responsible": agencies.responsible}
    return [(say(f"agencies.{role}"), say.listed(list(names))) for role, names in roles.items() if names]


def describe_stated(target: CommitmentTarget | None, say: Words) -> str:
    """A commitment's target and what each witness states; empty without a target."""
    if target is None:
        return ""
    value = f"{target.indicator} {target.value or ''}".strip()
    stated = say.listed([f"{say.witness(plan)} {said}" for plan, said in target.stated.items()])
    return say("plan.target", target=say("remark", text=value, remark=stated) if stated else value)


def note_on(commitment: Commitment, say: Words) -> str:
    """The editor's note on a commitment, where it is in the language of the output; empty elsewhere."""
    note = commitment.note or ""
    letters = [each.isascii() for each in note if each.isalpha()]
    english = sum(letters) * 2 > len(letters)
    return note if english is (say.language is Language.ENGLISH) else ""


def witness_place(witness: Witness, say: Words) -> str:
    """Where a witness speaks: plan and, where it has any, the measure or section."""
    name = say.witness(witness.plan)
    return f"{name} {witness.place}" if witness.place else name


def _document(document: ImplementedDocument, say: Words) -> str:
    title = say("title", text=document.title)
    return say("remark", text=title, remark=document.document_number) if document.document_number else title

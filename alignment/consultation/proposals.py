"""Proposals in the file of decisions: written there as such, and counted only where they are trusted."""

from __future__ import annotations

from collections.abc import Iterable

from plancmp.alignment.consultation.answer import Proposal
from plancmp.alignment.decisions import Binding, Word, decide
from plancmp.alignment.result import CommitmentResult
from plancmp.plans.decisions.model import MODEL, Decision


def proposed_decision(
    binding: Binding, item: CommitmentResult, proposal: Proposal, *, model: str, at: str
) -> Decision:
    """The entry of a proposal on a commitment that a model made on the day `at`, bound to the texts as they are."""
    word = Word(proposal.verdict, proposal.reasons, proposal.quotes, proposal.why)
    entry = decide(binding, item, word, by=f"{MODEL}{model}", at=at)
    return entry.model_copy(update={"status": "proposed"})


def trust_proposals(entries: Iterable[Decision]) -> tuple[Decision, ...]:
    """The entries with proposals as good as decisions, but for items that a person has decided."""
    entries = tuple(entries)
    decided = {entry.item for entry in entries if entry.status == "decided"}
    return tuple(
        entry if entry.item in decided else entry.model_copy(update={"status": "decided"})
        for entry in entries
    )

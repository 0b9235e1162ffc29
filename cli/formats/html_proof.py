"""The proof of one verdict for the page of a report: both texts, the words they share marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.marking import Piece, mark_shared
from plancmp.alignment.result import CommitmentResult, Passage


@dataclass(frozen=True, slots=True)
class Wording:
    """How a witness words a commitment; `own` when the witness is the plan judged, whose words do not count."""

    plan: str
    measure: str | None
    pieces: tuple[Piece, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class LocalPassage:
    """A passage of the local plan, the words it shares with the reference marked; its score is 0-1."""

    measure: str
    score: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """One commitment beside the local text: both with the words they share marked."""

    commitment: CommitmentResult
    statement: tuple[Piece, ...]
    wordings: tuple[Wording, ...]
    passages: tuple[LocalPassage, ...]


def make_proof(report: GapReport, finding: Finding) -> Proof:
    """Lay the wordings of a commitment beside its evidence, or beside the nearest passages."""
    commitment = finding.commitment
    passages = commitment.evidence or commitment.nearest
    quotes = [passage.quote for passage in passages]
    judged = report.comparison.plan.witness
    wordings = [commitment.text, *(each.quote for each in finding.witnesses if each.plan != judged)]
    return Proof(
        commitment,
        mark_shared(commitment.text, quotes),
        tuple(
            Wording(
                report.names.get(witness.plan, witness.plan),
                witness.measure,
                (Piece(witness.quote, shared=False),)
                if witness.plan == judged
                else mark_shared(witness.quote, quotes),
                witness.plan == judged,
            )
            for witness in finding.witnesses
        ),
        tuple(_local_passage(passage, wordings) for passage in passages),
    )


def _local_passage(passage: Passage, wordings: Sequence[str]) -> LocalPassage:
    return LocalPassage(passage.place, passage.score, mark_shared(passage.quote, wordings))

"""The proof of one verdict for the page of a report: both texts, the words they share marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.marking import Piece, mark_shared
from plancmp.alignment.result import CommitmentResult, Passage
from plancmp.cli.views.reasons import telling_passages

_LONGEST = 2000
"""Characters of one passage that the page shows and marks; a document's longest clauses have a few hundred."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage in pieces, and how many characters at its end are left out of the page."""

    pieces: tuple[Piece, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """How a witness words a commitment; `own` when the witness is the plan judged, whose words do not count."""

    plan: str
    measure: str | None
    marked: Marked
    own: bool


@dataclass(frozen=True, slots=True)
class LocalPassage:
    """A passage of the local plan, the words it shares with the reference marked; its score is 0-1."""

    measure: str
    score: float
    marked: Marked


@dataclass(frozen=True, slots=True)
class Proof:
    """One commitment beside the local text: both with the words they share marked."""

    commitment: CommitmentResult
    statement: Marked
    wordings: tuple[Wording, ...]
    passages: tuple[LocalPassage, ...]


def make_proof(report: GapReport, finding: Finding) -> Proof:
    """Lay the wordings of a commitment beside its evidence, or beside the nearest passages."""
    commitment = finding.commitment
    passages = commitment.evidence or telling_passages(commitment)
    quotes = [passage.quote for passage in passages]
    judged = report.comparison.plan.witness
    wordings = [commitment.text, *(each.quote for each in finding.witnesses if each.plan != judged)]
    return Proof(
        commitment,
        _mark(commitment.text, quotes),
        tuple(
            Wording(
                report.names.get(witness.plan, witness.plan),
                witness.measure,
                _mark(witness.quote, [] if witness.plan == judged else quotes),
                witness.plan == judged,
            )
            for witness in finding.witnesses
        ),
        tuple(_local_passage(passage, wordings) for passage in passages),
    )


def _mark(text: str, others: Sequence[str]) -> Marked:
    pieces = mark_shared(text[:_LONGEST], [other[:_LONGEST] for other in others])
    return Marked(pieces, max(len(text) - _LONGEST, 0))


def _local_passage(passage: Passage, wordings: Sequence[str]) -> LocalPassage:
    return LocalPassage(passage.place, passage.score, _mark(passage.quote, wordings))

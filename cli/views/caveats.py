"""The caveats of a comparison or of many, in words and with their codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plancmp.alignment.result import CaveatCode, Comparison, DecisionRecord, PlanHeader
from plancmp.cli.messages import CATALOGUE, Words
from plancmp.cli.views.common import some_of

if TYPE_CHECKING:  # one comparison is told without it
    from plancmp.alignment.commitment_matrix import CommitmentMatrix
    from plancmp.alignment.coverage_matrix import CoverageMatrix

    Matrix = CoverageMatrix | CommitmentMatrix


DECISIONS = "decisions"
"""The code of what is told of decisions, beside those of `CaveatCode`."""


class Caveat(NamedTuple):
    """A caveat for programs and people: a code that stays, and its words."""

    code: str
    text: str


def caveats(comparison: Comparison, say: Words) -> list[str]:
    """The notes of a comparison, in words."""
    return [caveat.text for caveat in coded_caveats(comparison, say)]


def coded_caveats(comparison: Comparison, say: Words) -> list[Caveat]:
    """The same with their codes."""
    reference, plan = comparison.reference, comparison.plan
    return [
        *(Caveat(note, note_in_words(note, reference, plan, say)) for note in comparison.caveats),
        *decision_caveats([comparison.decisions], say),
    ]


def decision_caveats(records: Iterable[DecisionRecord | None], say: Words) -> list[Caveat]:
    """What of the verdicts is decided by people, and what they decided and is not applied."""
    records = [record for record in records if record]
    if not records:
        return []
    from plancmp.cli.views.decisions import decision_sentences

    return [Caveat(DECISIONS, sentence) for sentence in decision_sentences(records, say)]


def caveats_on_coverage(reference: PlanHeader, say: Words) -> list[Caveat]:
    """What a program must know that reads both coverages, where the reference has but one."""
    return [] if reference.has_witnesses else [Caveat("single_coverage", say("caveat.single_coverage"))]


def note_in_words(note: CaveatCode, reference: PlanHeader, plan: PlanHeader, say: Words) -> str:
    """One caveat about a pair of documents."""
    return say(
        f"caveat.{note}",
        reference=say.gloss(reference.name),
        plan=say.gloss(plan.name),
        plan_id=plan.id,
        reference_id=reference.id,
        plan_issued=plan.issued,
        reference_issued=reference.issued,
        witness=plan.witness,
        parent=_parent(note, reference, plan, say),
    )


def _parent(note: CaveatCode, reference: PlanHeader, plan: PlanHeader, say: Words) -> str:
    from plancmp.alignment.pair_caveats import common_parent

    return say.document(common_parent(reference, plan) or "") if note is CaveatCode.SAME_PARENT else ""


def matrix_caveats(matrix: Matrix, say: Words) -> list[str]:
    """The notes of all comparisons in the matrix; one that holds for several plans is said once for all."""
    return [caveat.text for caveat in coded_matrix_caveats(matrix, say)]


def coded_matrix_caveats(matrix: Matrix, say: Words) -> list[Caveat]:
    """The same with their codes."""
    return [
        *(Caveat(note, text) for note in CaveatCode for text in _caveats(note, matrix, say)),
        *decision_caveats((row.decisions for row in matrix.plans), say),
    ]


def _caveats(note: CaveatCode, matrix: Matrix, say: Words) -> Iterator[str]:
    rows = [row for row in matrix.plans if note in row.caveats]
    of_several = f"caveat.{note}.several"
    if len(rows) > 1 and of_several in CATALOGUE:
        names = some_of([say.gloss(row.plan.name) for row in rows], "coverage.plans_and_more", say)
        yield say(of_several, reference=say.gloss(matrix.reference.name), plans=names)
    else:
        sentences = (note_in_words(note, matrix.reference, row.plan, say) for row in rows)
        yield from dict.fromkeys(sentences)

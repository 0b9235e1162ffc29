"""The parts that several JSON outputs are made of: one spelling of a header, a summary, a commitment."""

from __future__ import annotations

from collections.abc import Iterable

from plancmp.alignment.gravity import losses_of
from plancmp.alignment.result import (
    Addition,
    CommitmentResult,
    MeasureResult,
    Passage,
    PlanHeader,
    TargetChange,
)
from plancmp.alignment.summary import Summary, Tally
from plancmp.cli.phrases import Caveat

_PLACES = 4


def rounded(share: float | None) -> float | None:
    """A score or share at the precision that is published: four places; None stays None."""
    return None if share is None else round(share, _PLACES)


def header_fields(header: PlanHeader) -> dict[str, object]:
    """What identifies a document."""
    return {
        "id": header.id,
        "name": header.name,
        "title": header.title,
        "document_number": header.document_number,
        "issued": header.issued,
    }


def reference_fields(header: PlanHeader) -> dict[str, object]:
    """What identifies a reference, and whether its text is official."""
    return {**header_fields(header), "basis": header.basis}


def summary_fields(summary: Summary) -> dict[str, object]:
    """The figures of a comparison or of a part of it."""
    commitments = {
        "total": summary.commitments.total,
        **count_fields(summary.commitments),
        "independent": summary.independent,
    }
    return {
        "measures": summary.measures.total,
        **count_fields(summary.measures),
        "commitments": commitments,
        "coverage": rounded(summary.coverage),
        "coverage_independent": rounded(summary.coverage_independent),
    }


def count_fields(tally: Tally) -> dict[str, object]:
    """A count for each verdict."""
    return {verdict.value: count for verdict, count in tally.verdicts.items()}


def measure_fields(measure: MeasureResult) -> dict[str, object]:
    """A measure with its commitments."""
    return {
        "id": measure.id,
        "title": measure.title,
        "verdict": measure.verdict.value,
        "score": rounded(measure.score),
        "confidence": rounded(measure.confidence),
        "reasons": [reason.value for reason in measure.reasons],
        "gravest": _gravest(measure),
        "matches": [
            {"id": match.id, "title": match.title, "score": rounded(match.score)} for match in measure.matches
        ],
        "commitments": [commitment_fields(commitment) for commitment in measure.commitments],
    }


def _gravest(measure: MeasureResult) -> dict[str, object] | None:
    """The gravest change in any commitment of a measure, also of one that is adopted; None where nothing is lost."""
    losses = losses_of(measure)
    if not losses:
        return None
    return {
        "commitment": losses[0].commitment.id,
        "reason": losses[0].reason.value,
        "central": losses[0].central,
        "targets": [target_fields(target) for target in losses[0].targets],
    }


def commitment_fields(commitment: CommitmentResult) -> dict[str, object]:
    """A commitment with its evidence."""
    return {
        "id": commitment.id,
        "text": commitment.text,
        "verdict": commitment.verdict.value,
        "strengthened": commitment.strengthened,
        "independent": commitment.independent,
        "central": commitment.central,
        "basis": commitment.basis.value,
        "score": rounded(commitment.score),
        "reasons": [reason.value for reason in commitment.reasons],
        "evidence": _passages(commitment.evidence),
        "nearest": _passages(commitment.nearest),
        "targets": [target_fields(target) for target in commitment.targets],
    }


def target_fields(target: TargetChange) -> dict[str, object]:
    """One target on both sides."""
    return {
        "indicator": target.indicator,
        "reference": target.reference,
        "plan": target.plan,
        "change": target.change.value,
    }


def addition_list(additions: Iterable[Addition]) -> list[dict[str, object]]:
    """The local clauses that answer to nothing in the reference."""
    return [{"measure": addition.measure, "quote": addition.quote} for addition in additions]


def caveat_fields(caveats: Iterable[Caveat], further: Iterable[Caveat] = ()) -> dict[str, object]:
    """Caveats in words (`notes`) and with their codes; `further` are those for programs alone, with codes only."""
    caveats = list(dict.fromkeys(caveats))
    return {
        "notes": [caveat.text for caveat in caveats],
        "caveats": [{"code": str(code), "text": text} for code, text in (*caveats, *further)],
    }


def _passages(passages: Iterable[Passage]) -> list[dict[str, object]]:
    return [
        {"measure": passage.measure, "quote": passage.quote, "score": rounded(passage.score)}
        for passage in passages
    ]

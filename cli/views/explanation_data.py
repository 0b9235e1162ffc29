"""The explanation of a verdict as rows, one a passage weighed, and as JSON: schema plancmp/explain/1."""

from __future__ import annotations

from plancmp.alignment.measure_explanation import ExplainedCommitment, Explanation
from plancmp.alignment.trace import CandidateTrace, TriedWording
from plancmp.cli.messages import Words
from plancmp.cli.places import Places
from plancmp.cli.views.caveats import Caveat, decision_caveats, note_in_words
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    caveat_fields,
    commitment_fields,
    header_fields,
    measure_fields,
    record_fields,
    reference_fields,
    rounded,
)
from plancmp.cli.views.placed import with_places

_SCHEMA = "plancmp/explain/1"
_COLUMNS = (
    "commitment",
    "commitment_text",
    "verdict",
    "weight",
    "points",
    "candidate",
    "local_measure",
    "score",
    "quote",
    "reasons",
    "wording",
    "shared",
    "lacking",
    "akin",
)


def explanation_grid(explanation: Explanation, say: Words) -> Grid:
    """One row a passage weighed."""
    rows = (
        (*_commitment_cells(each), *_passage_cells(passage, say))
        for each in explanation.commitments
        for passage in each.trace.passages or (None,)
    )
    return Grid(_COLUMNS, rows, frozenset({"verdict", "candidate"}))


def _commitment_cells(each: ExplainedCommitment) -> tuple[Value, ...]:
    result = each.result
    return (
        result.id,
        result.text,
        result.verdict.value,
        f"{each.result.weight:.4f}",
        f"{each.result.points:g}",
    )


def _passage_cells(passage: CandidateTrace | None, say: Words) -> tuple[Value, ...]:
    if passage is None:
        return (None,) * 9
    return (
        passage.status.value,
        passage.section or passage.measure,
        f"{passage.score:.4f}",
        passage.quote,
        say.listed([say(f"reason.{reason}") for reason in passage.reasons]),
        passage.wording,
        say.listed(list(passage.shared)),
        say.listed(list(passage.lacking)),
        say.listed([say("explain.for", own=own, said=said) for own, said in passage.paraphrases]),
    )


def explanation_fields(
    explanation: Explanation, say: Words, places: Places | None = None
) -> dict[str, object]:
    """The fields of the contract."""
    commitments = [_commitment(each) for each in explanation.commitments]
    reference, plan, thresholds = explanation.reference, explanation.plan, explanation.thresholds
    return {
        "schema": _SCHEMA,
        "reference": reference_fields(reference),
        "plan": header_fields(plan),
        **caveat_fields(
            [
                *(Caveat(note, note_in_words(note, reference, plan, say)) for note in explanation.caveats),
                *decision_caveats([explanation.decisions], say),
            ]
        ),
        **record_fields(explanation.decisions),
        "cuts": {
            "present": thresholds.present,
            "spoken_of": thresholds.spoken_of,
            "whole": thresholds.whole,
            "adopted": explanation.measure.threshold,
            "link": thresholds.link,
        },
        "measure": {
            **measure_fields(explanation.measure),
            "weight": rounded(explanation.measure.weight),
            "points": rounded(explanation.measure.points),
            "share": rounded(explanation.measure.share),
            "central": explanation.measure.central[0].id if explanation.measure.central else None,
            "commitments": with_places(commitments, places),
        },
    }


def _commitment(each: ExplainedCommitment) -> dict[str, object]:
    force = each.trace.force
    return {
        **commitment_fields(each.result),
        "weight": rounded(each.result.weight),
        "points": each.result.points,
        "wordings": [_wording(wording) for wording in each.trace.wordings],
        "concepts": list(each.trace.concepts),
        "passages": [_passage(passage) for passage in each.trace.passages],
        "further_passages": each.trace.further,
        "strength": {"reference": force.asked, "plan": force.promised},
        "condition": {"reference": force.asked_conditionally, "plan": force.condition},
        "limit": {"reference": force.asked_with_limits, "plan": force.limit},
        "deadline": {"reference": force.deadline_asked, "plan": force.deadline},
    }


def _wording(wording: TriedWording) -> dict[str, object]:
    return {
        "plan": wording.plan or None,
        "measure": wording.measure,
        "text": wording.text,
        "used": wording.used,
        **({"lender": wording.lender} if wording.lender else {}),
    }


def _passage(passage: CandidateTrace) -> dict[str, object]:
    return {
        "measure": passage.measure,
        "quote": passage.quote,
        "score": rounded(passage.score),
        "place_bonus": rounded(passage.bonus),
        "standing": passage.status.value,
        "reasons": [reason.value for reason in passage.reasons],
        "wording": passage.wording,
        "shared": list(passage.shared),
        "lacking": list(passage.lacking),
        "akin": [{"wording": own, "passage": said} for own, said in passage.paraphrases],
    }

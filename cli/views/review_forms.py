"""What the page of a report needs to take decisions: for each commitment what a decision on it is bound to."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.decisions import Binding, bind
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import CommitmentResult, Passage


def review_data(reports: Sequence[GapReport]) -> dict[str, object]:
    """The fingerprints that the page's script writes into files of decisions, by plan and commitment."""
    return {
        "reference": reports[0].comparison.reference.id,
        "plans": {report.comparison.plan.id: _plan(report) for report in reports},
    }


def offered_passages(commitment: CommitmentResult) -> tuple[Passage, ...]:
    """The passages that a decision may rest on: those that carry a commitment, else the nearest."""
    return commitment.evidence or commitment.nearest


def _plan(report: GapReport) -> dict[str, object]:
    binding = bind(report.comparison, *report.documents)
    return {
        "whole": binding.texts.whole,
        "items": {each.id: _item(each, binding) for each in report.comparison.commitments},
    }


def _item(commitment: CommitmentResult, binding: Binding) -> dict[str, object]:
    return {
        "asked": binding.asked[commitment.id],
        "computed": (commitment.computed or commitment).verdict.value,
        "carried": bool(commitment.evidence),
        "passages": [
            {
                "place": passage.place,
                "measure": passage.measure,
                "quote": passage.quote,
                "read": binding.texts.read_of_words([(passage.measure, passage.quote)]),
            }
            for passage in offered_passages(commitment)
        ],
    }

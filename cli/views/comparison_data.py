"""A comparison as rows, one a commitment, and as JSON: the contract `plancmp/diff/1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plancmp.alignment.result import (
    CommitmentResult,
    Comparison,
    MeasureResult,
    Passage,
    ProgrammeResult,
    Verdict,
)
from plancmp.alignment.summary import summarise
from plancmp.cli.messages import Words
from plancmp.cli.views.caveats import caveats_on_coverage, coded_caveats
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import (
    addition_list,
    caveat_fields,
    header_fields,
    measure_fields,
    record_fields,
    reference_fields,
    summary_fields,
)
from plancmp.cli.views.placed import with_places, with_wordings
from plancmp.cli.views.reasons import describe_target, gravest_change, places_of, telling_passages
from plancmp.cli.views.render_options import RenderOptions

if TYPE_CHECKING:
    from plancmp.cli.places import Places

_PROGRAMME = ("programme", "programme_title")
_MEASURE = (
    "measure",
    "measure_title",
    "measure_verdict",
    "measure_score",
    "measure_confidence",
    "measure_reasons",
    "matches",
)
_COMMITMENT = (
    "commitment",
    "commitment_text",
    "verdict",
    "score",
    "reasons",
    "strengthened",
    "independent",
    "evidence",
    "nearest",
    "targets",
    "central",
    "evidence_basis",
)


_DECIDED = ("decided_by", "computed_verdict")


def comparison_grid(comparison: Comparison, options: RenderOptions) -> Grid:
    """One row a commitment, with its measure and programme before it; a measure without any has a row too."""
    decided = _DECIDED if comparison.decisions else ()
    columns = (*_PROGRAMME, *_MEASURE, *_COMMITMENT, "gravest", "places", *decided)
    return Grid(columns, _rows(comparison, options))


def _rows(comparison: Comparison, options: RenderOptions) -> Iterator[tuple[Value, ...]]:
    for programme in comparison.programmes:
        for measure in options.filters.of(programme):
            for commitment in options.filters.commitments_of(measure) or (None,):
                yield (
                    programme.number,
                    programme.title,
                    *_measure_values(measure, options.say),
                    *_commitment_values(commitment, comparison, options.say),
                    gravest_change(measure, options.say),
                    _places(commitment, options.places.get(comparison.plan.id)),
                    *_decided_values(commitment, comparison, options.say),
                )


def _measure_values(measure: MeasureResult, say: Words) -> list[Value]:
    return [
        measure.id,
        measure.title,
        say(f"verdict.{measure.verdict}"),
        round(measure.score, 4),
        round(measure.confidence, 4),
        say.listed([say(f"reason.{reason}") for reason in measure.reasons]),
        " ".join(match.place for match in measure.matches),
    ]


def _commitment_values(
    commitment: CommitmentResult | None, comparison: Comparison, say: Words
) -> list[Value]:
    if commitment is None:
        return [None] * len(_COMMITMENT)
    return [
        commitment.id,
        commitment.text,
        say(f"verdict.{commitment.verdict}"),
        round(commitment.score, 4),
        say.listed([say(f"reason.{reason}") for reason in commitment.reasons]),
        say("yes" if commitment.strengthened else "no"),
        say("yes" if commitment.independent else "no") if comparison.reference.has_witnesses else None,
        _passages(commitment.evidence),
        _passages(telling_passages(commitment)),
        "\n".join(describe_target(target, say) for target in commitment.targets),
        say("yes" if commitment.marked else "no"),
        say(f"evidence_basis.{commitment.basis}"),
    ]


def _decided_values(
    commitment: CommitmentResult | None, comparison: Comparison, say: Words
) -> tuple[Value, ...]:
    """Whose word a verdict is and what the tool says; nothing where there are no decisions at all."""
    if comparison.decisions is None:
        return ()
    if commitment is None or commitment.decided is None or commitment.computed is None:
        return None, None
    return say.listed(list(commitment.decided.by)), say(f"verdict.{commitment.computed.verdict}")


def _places(commitment: CommitmentResult | None, places: Places | None) -> Value:
    shown = commitment and (commitment.evidence or telling_passages(commitment))
    return places_of(shown or (), places)


def _passages(passages: tuple[Passage, ...]) -> str:
    return "\n".join(f"{passage.place} {passage.quote}" for passage in passages)


def comparison_fields(comparison: Comparison, options: RenderOptions) -> dict[str, object]:
    """The contract; filters thin the lists of measures and nothing else."""
    say = options.say
    return {
        "schema": "plancmp/diff/1",
        "reference": reference_fields(comparison.reference),
        "plan": header_fields(comparison.plan),
        **caveat_fields(coded_caveats(comparison, say), caveats_on_coverage(comparison.reference, say)),
        **record_fields(comparison.decisions),
        "summary": summary_fields(summarise(comparison)),
        "programmes": [
            _programme_fields(programme, comparison.plan.id, options) for programme in comparison.programmes
        ],
        "additions": _additions(comparison, options),
    }


def _additions(comparison: Comparison, options: RenderOptions) -> list[dict[str, object]]:
    places = options.places.get(comparison.plan.id)
    listed: list[dict[str, object]] = with_places(addition_list(comparison.additions), places)
    return listed


def _programme_fields(programme: ProgrammeResult, plan: str, options: RenderOptions) -> dict[str, object]:
    counts = {verdict.value: programme.number_of(verdict) for verdict in Verdict}
    measures = [measure_fields(measure) for measure in options.filters.of(programme)]
    measures = with_places(measures, options.places.get(plan))
    if options.wordings is not None:
        measures = with_wordings(measures, options.wordings)
    return {"number": programme.number, "title": programme.title, **counts, "measures": measures}

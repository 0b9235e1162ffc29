"""Targets side by side as rows, one for each indicator and document, and as JSON: schema plancmp/targets/1."""

from __future__ import annotations

from collections.abc import Sequence

from plancmp.alignment.indicators import Indicator, IndicatorTable, IndicatorValue
from plancmp.cli.messages import Words
from plancmp.cli.views.caveats import Caveat, note_in_words
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import caveat_fields, header_fields, reference_fields

_SCHEMA = "plancmp/targets/1"
_COLUMNS = (
    "indicator",
    "kind",
    "plan",
    "phrase",
    "value",
    "unit",
    "annual",
    "deadline",
    "standing",
    "local_measure",
    "sentence",
)


def targets_grid(indicators: Sequence[Indicator], say: Words) -> Grid:
    """One row for each indicator and document."""
    rows = (_row(indicator, entry, say) for indicator in indicators for entry in indicator.entries)
    return Grid(_COLUMNS, rows, frozenset({"kind", "standing"}))


def _row(indicator: Indicator, entry: IndicatorValue, say: Words) -> tuple[Value, ...]:
    stated, target = entry.stated, entry.stated.target
    return (
        indicator.name,
        indicator.kind.value,
        stated.plan,
        target.phrase,
        _number(target.value),
        target.unit,
        say("yes" if target.annual else "no"),
        target.deadline,
        entry.standing.value,
        stated.section or stated.measure,
        stated.sentence,
    )


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def targets_fields(table: IndicatorTable, indicators: Sequence[Indicator], say: Words) -> dict[str, object]:
    """The fields of the contract."""
    caveats = [
        Caveat(note, note_in_words(note, table.reference, plan, say))
        for plan, found in zip(table.plans, table.caveats, strict=True)
        for note in found
    ]
    return {
        "schema": _SCHEMA,
        "reference": reference_fields(table.reference),
        "plans": [header_fields(plan) for plan in table.plans],
        **caveat_fields(caveats),
        "indicators": [
            {
                "indicator": indicator.name,
                "kind": indicator.kind.value,
                "comparable": indicator.is_comparable,
                "targets": [_target(entry) for entry in indicator.entries],
            }
            for indicator in indicators
        ],
    }


def _target(entry: IndicatorValue) -> dict[str, object]:
    stated, target = entry.stated, entry.stated.target
    return {
        "plan": stated.plan,
        "measure": stated.measure,
        "indicator": target.indicator,
        "phrase": target.phrase,
        "value": target.value,
        "high": target.high,
        "unit": target.unit,
        "comparator": target.comparator.value,
        "annual": target.annual,
        "deadline": target.deadline,
        "standing": entry.standing.value,
        "sentence": stated.sentence,
    }

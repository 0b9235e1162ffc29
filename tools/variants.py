"""The table of document variants: what is found in each, and what is lost. Run as a module, it prints it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.source_document import squeeze
from plancmp.plans.model import Measure, Plan
from tests.plans.documents import FORMS, NAMES, STYLES, encode_source, read_source

VARIANTS: tuple[Callable[..., object], ...] = (*STYLES, *FORMS)


@dataclass(frozen=True)
class Row:
    """One document in one variant; characters are those of titles, texts and agencies, without spaces."""

    variant: str
    name: str
    measures: int
    lost: int


def measures_of(plan: Plan) -> list[object]:
    """Programmes and measures of a plan, signs in one form, without spaces."""
    return [
        (
            squeeze(programme.title),
            [[squeeze(text) for text in _texts(measure)] for measure in programme.measures],
        )
        for programme in plan.programmes
    ]


def compare_variant(variant: Callable[..., object], name: str) -> Row:
    """Encode a real document in a variant and compare it with the document as it is."""
    original = encode_source(name).plan
    raw = variant(read_source(name)) if variant in FORMS else str(variant(original)).encode()
    plan = encode_document(raw, plan_id=name).plan
    found = [text for measure in plan.measures for text in _texts(measure)]
    lost = sum(len(squeeze(text)) for measure in original.measures for text in _texts(measure))
    lost -= sum(len(squeeze(text)) for text in found)
    return Row(variant.__name__, name, sum(1 for _ in plan.measures), lost)


def variant_table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table, a line for each variant."""
    table = {(row.variant, row.name): row for row in rows}
    variants = dict.fromkeys(variant for variant, _ in table)
    lines = [f"| variant | {' | '.join(NAMES)} | lost |", "|---" * (len(NAMES) + 2) + "|"]
    for variant in variants:
        own = [table[variant, name] for name in NAMES]
        counts = " | ".join(str(row.measures) for row in own)
        lines.append(f"| {variant} | {counts} | {sum(abs(row.lost) for row in own)} |")
    return "\n".join(lines)


def _texts(measure: Measure) -> list[str]:
    data = measure.model_dump()
    names = [name for role in ("lead", "supporting", "responsible") for name in data["agencies"][role]]
    return [data["title"], data["text"], *names]


if __name__ == "__main__":
    sys.stdout.write(variant_table(compare_variant(v, n) for v in VARIANTS for n in NAMES) + "\n")

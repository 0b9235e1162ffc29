"""Gates for CI: what makes a run exit with 1, and the line on standard error that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from plancmp.alignment.result import Comparison, Verdict
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import Filters

if TYPE_CHECKING:
    from plancmp.alignment.commitment_matrix import CommitmentMatrix
    from plancmp.alignment.coverage_matrix import CoverageMatrix
    from plancmp.cli.diff_file import DiffFile
    from plancmp.cli.messages import Words

    Matrix = CoverageMatrix | CommitmentMatrix

Failing = Mapping[str, Verdict]
"""Measures and commitments by their ids, with the verdict that fails."""

_ORDER = list(Verdict)


def failing_items(
    comparison: Comparison, filters: Filters, verdicts: frozenset[Verdict], baseline: DiffFile | None
) -> Failing:
    """The measures that --measure lets through, and their commitments, that have one of these verdicts.

    With a baseline only those that are worse than in it: by the verdict, by a further reason, or by a number.

    Raises:
        CommandError: the baseline has another reference.
    """
    found = dict(_with_verdicts(comparison, filters, verdicts))
    if baseline is None:
        return found
    if baseline.reference.id != comparison.reference.id:
        raise CommandError(
            "error.other_reference", one=baseline.reference.name, other=comparison.reference.name
        )
    worse = {*_worse_commitments(comparison, baseline), *_worse_measures(comparison, baseline)}
    return {item: verdict for item, verdict in found.items() if item in worse}


def _with_verdicts(
    comparison: Comparison, filters: Filters, verdicts: frozenset[Verdict]
) -> Iterator[tuple[str, Verdict]]:
    for measure in filter(filters.names, comparison.measures):
        if measure.verdict in verdicts:
            yield measure.id, measure.verdict
        yield from ((each.id, each.verdict) for each in measure.commitments if each.verdict in verdicts)


def _worse_measures(comparison: Comparison, baseline: DiffFile) -> Iterator[str]:
    for measure in comparison.measures:
        before = baseline.measures.get(measure.id)
        if before is None or _ORDER.index(measure.verdict) > _ORDER.index(before):
            yield measure.id


def _worse_commitments(comparison: Comparison, baseline: DiffFile) -> Iterator[str]:
    from plancmp.alignment.versions import step_of

    known = {each.result.id: each.result for each in baseline.commitments}
    for each in comparison.commitments:
        step = step_of(known[each.id], each) if each.id in known else None
        if each.id not in known or (step and step.is_loss):
            yield each.id


def below(matrix: Matrix, percent: float) -> dict[str, float]:
    """The plans whose coverage is under so many percent, with their coverage (0-1).

    Those that implement the reference count; all of them where none does.
    """
    rows = matrix.counted or matrix.plans
    return {row.plan.id: row.coverage for row in rows if row.coverage * 100 < percent}


def tell_failing(failing: Failing, say: Words) -> None:
    """Name on standard error what fails, and end with exit code 1; nothing happens where nothing fails.

    Raises:
        typer.Exit: something fails.
    """
    if failing:
        items = [
            say("remark", text=item, remark=say(f"verdict.{verdict}")) for item, verdict in failing.items()
        ]
        _fail("gate.verdicts", items, say)


def tell_below(plans: Mapping[str, float], percent: float, say: Words) -> None:
    """The same for plans that are covered too little.

    Raises:
        typer.Exit: there are some.
    """
    if plans:
        items = [say("remark", text=plan, remark=f"{share:.1%}") for plan, share in plans.items()]
        _fail("gate.coverage", items, say, percent=f"{percent:g}")


def _fail(key: str, items: list[str], say: Words, **values: object) -> None:
    message = say(key, count=len(items), items=say.listed(items), **values)
    typer.echo(say("error", message=message), err=True)
    raise typer.Exit(1)

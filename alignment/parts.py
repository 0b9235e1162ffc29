"""Parts: a commitment of a running text that makes several promises is judged by each of them, then as one.

It is adopted where every promise is, omitted where none is carried, and carried in part where some are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plancmp.alignment.result import CHANGE_REASONS, Change, CommitmentResult, Reason, TargetChange, Verdict
from plancmp.alignment.thresholds import NEAREST


def join_parts(results: Iterable[CommitmentResult]) -> list[CommitmentResult]:
    """One result for each commitment, of those on its parts, which follow one another."""
    return [_join(list(parts)) for _, parts in groupby(results, key=lambda result: result.id)]


def _join(parts: Sequence[CommitmentResult]) -> CommitmentResult:
    carried = [part for part in parts if part.verdict is not Verdict.OMITTED]
    weight = sum(part.weight for part in parts)
    if len(parts) == 1 or not carried:
        return max(parts, key=lambda part: (part.theme, part.score))._replace(weight=weight)
    targets = tuple(_targets(carried))
    reasons = _reasons(parts, targets)
    decisive = max(carried, key=lambda part: (len(part.reasons), -part.score))
    evidence = [part.evidence[0] for part in carried]
    evidence += [passage for part in carried for passage in part.evidence[1:]]
    return decisive._replace(
        verdict=Verdict.WEAKENED if reasons else Verdict.ADOPTED,
        strengthened=not reasons and any(part.strengthened for part in parts),
        score=max(passage.score for passage in evidence),
        reasons=reasons,
        evidence=tuple(dict.fromkeys(evidence))[:NEAREST],
        targets=targets,
        weight=weight,
    )


def _reasons(parts: Sequence[CommitmentResult], targets: Iterable[TargetChange]) -> tuple[Reason, ...]:
    """Why the whole is weakened: a promise is missing, what weakens any other, and what becomes of the numbers."""
    by_numbers = set(CHANGE_REASONS.values())
    found = {reason for part in parts for reason in part.reasons if reason not in by_numbers}
    found |= {CHANGE_REASONS[each.change] for each in targets if each.change in CHANGE_REASONS}
    if any(part.verdict is Verdict.OMITTED for part in parts):
        found.add(Reason.PARTIAL_MATCH)
    return tuple(reason for reason in Reason if reason in found)


def _targets(parts: Iterable[CommitmentResult]) -> Iterator[TargetChange]:
    """What became of each number: in the part that found it, where any did."""
    changes: dict[tuple[str, str], TargetChange] = {}
    for each in (target for part in parts for target in part.targets):
        key = (each.indicator, each.reference)
        if key not in changes or changes[key].change is Change.MISSING:
            changes[key] = each
    yield from changes.values()

"""A plan among its peers: what others carry and it lacks or has weaker, and what it alone has.

All are compared with one reference, and what each made of a commitment is set side by side. What is no commitment
of the reference is looked for in the others' text as if it were one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plancmp.alignment.compare import PreparedReference, compare_plans, compare_prepared
from plancmp.alignment.numeric_targets import compare_targets, find_targets
from plancmp.alignment.result import (
    POINTS,
    Addition,
    CaveatCode,
    Change,
    CommitmentResult,
    Comparison,
    MeasureResult,
    PlanHeader,
    Verdict,
    home_of,
    shows_compliance,
)
from plancmp.plans.model import Agencies, Commitment, Measure, Plan


@dataclass(frozen=True, slots=True)
class Peer:
    """Another plan that is compared with the same reference."""

    plan: PlanHeader
    caveats: tuple[CaveatCode, ...]

    @property
    def implements(self) -> bool:
        """Whether it carries out the reference."""
        return shows_compliance(self.caveats)


@dataclass(frozen=True, slots=True)
class PeerExample:
    """How a peer carries a commitment: its verdict with its words, and the agencies named where they stand."""

    peer: PlanHeader
    result: CommitmentResult
    agencies: Agencies


@dataclass(frozen=True, slots=True)
class Behind:
    """A commitment that at least one peer carries further than the plan.

    Attributes:
        programme: the number of its programme.
        measure: its measure, as the plan was judged.
        own: what the plan made of it.
        examples: the peers that carry it further, who goes furthest first.
    """

    programme: int
    measure: MeasureResult
    own: CommitmentResult
    examples: tuple[PeerExample, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """A commitment that the plan carries and no peer does."""

    programme: int
    measure: MeasureResult
    own: CommitmentResult


@dataclass(frozen=True, slots=True)
class PeerReport:
    """A plan among its peers.

    Attributes:
        comparison: the plan compared with the reference.
        peers: the others, in the order asked for.
        behind: what others carry further, in the reference's order.
        alone: commitments that it alone carries, in the reference's order.
        clauses: its own clauses beyond the reference that no peer has either.
    """

    comparison: Comparison
    peers: tuple[Peer, ...]
    behind: tuple[Behind, ...]
    alone: tuple[Alone, ...]
    clauses: tuple[Addition, ...]


Settle = Callable[[Comparison, Plan], Comparison]
"""Puts on the comparison of a plan what people decided of it."""


def as_computed(comparison: Comparison, _plan: Plan) -> Comparison:
    """The comparison with nothing decided."""
    return comparison


def peer_report(
    reference: Plan,
    plan: Plan,
    peers: Sequence[Plan],
    *,
    blind: bool = False,
    settle: Settle = as_computed,
) -> PeerReport:
    """Compare a plan with its peers.

    Args:
        reference: what all are compared with.
        plan: the plan that is asked about.
        peers: the others, at least one.
        blind: set aside what plans attest as witnesses of the reference.
        settle: puts decisions on each comparison; none for the tool's own verdicts.
    """
    prepared = PreparedReference(reference)
    comparison, *others = (
        settle(compare_prepared(prepared, each, blind=blind), each) for each in (plan, *peers)
    )
    judged = [_JudgedPeer(peer, found) for peer, found in zip(peers, others, strict=True)]
    own = list(_located(comparison))
    return PeerReport(
        comparison,
        tuple(Peer(other.plan, other.caveats) for other in others),
        tuple(Behind(*each, found) for each in own if (found := _examples(each[-1], judged))),
        tuple(Alone(*each) for each in own if _is_alone(each[-1], judged)),
        tuple(_own_clauses(plan, comparison.additions, peers)),
    )


def _located(comparison: Comparison) -> Iterator[tuple[int, MeasureResult, CommitmentResult]]:
    """Every commitment with the number of its programme and its measure."""
    for programme in comparison.programmes:
        for measure in programme.measures:
            yield from ((programme.number, measure, each) for each in measure.commitments)


def _examples(own: CommitmentResult, judged: Iterable[_JudgedPeer]) -> tuple[PeerExample, ...]:
    """The peers that carry a commitment further, who goes furthest first; of equals in their order."""
    further = [peer.example(own.id) for peer in judged if goes_further(peer.results[own.id], own)]
    return tuple(sorted(further, key=lambda each: -_level(each.result)))


def _is_alone(own: CommitmentResult, judged: Iterable[_JudgedPeer]) -> bool:
    return _carries(own) and not any(_carries(peer.results[own.id]) for peer in judged)


def goes_further(other: CommitmentResult, own: CommitmentResult) -> bool:
    """Whether a plan carries a commitment further than another: by its verdict, by strength, or by a number."""
    if _level(other) != _level(own):
        return _level(other) > _level(own)
    lowered = {target.indicator: target.plan for target in own.targets if target.change is Change.LOWER}
    return any(
        target.indicator in lowered and _is_firmer(target.indicator, target.plan, lowered[target.indicator])
        for target in other.targets
    )


def _is_firmer(indicator: str, phrase: str, than: str) -> bool:
    """Whether a share, a rate or growth is firmer than another phrase of the same indicator."""
    found, other = find_targets(indicator + phrase), find_targets(indicator + than)
    return bool(found and other) and compare_targets(other[0], found[0]) is Change.HIGHER


def _level(result: CommitmentResult) -> float:
    """What a verdict counts (0-1), and more where the plan is firmer than the reference."""
    return POINTS[result.verdict] + (0.25 if result.strengthened else 0)


def _carries(result: CommitmentResult) -> bool:
    return result.verdict is not Verdict.OMITTED


class _JudgedPeer:
    """What a peer made of each commitment, and whom it names where it carries it."""

    def __init__(self, plan: Plan, comparison: Comparison) -> None:
        self._plan = comparison.plan
        self._agencies = {part.id: part.agencies for part in plan.parts}
        located = list(_located(comparison))
        self.results = {result.id: result for _, _, result in located}
        self._homes = {result.id: home_of(measure, result) for _, measure, result in located}

    def example(self, commitment: str) -> PeerExample:
        agencies = self._agencies.get(self._homes[commitment] or "", Agencies())
        return PeerExample(self._plan, self.results[commitment], agencies)


def _own_clauses(plan: Plan, additions: Iterable[Addition], peers: Iterable[Plan]) -> Iterator[Addition]:
    """Those clauses that every peer omits."""
    listed = clauses_as_commitments(additions)
    if not listed:
        return
    wanted = _with_commitments(plan, listed)
    found = [compare_plans(wanted, peer) for peer in peers]
    carried = {each.id for comparison in found for each in comparison.commitments if _carries(each)}
    for measure, commitments in listed.items():
        yield from (Addition(measure, each.text) for each in commitments if each.id not in carried)


def clauses_as_commitments(additions: Iterable[Addition]) -> dict[str, tuple[Commitment, ...]]:
    """Clauses by the measure they stand in, as commitments that can be looked for elsewhere."""
    texts: dict[str, list[str]] = defaultdict(list)
    for addition in additions:
        texts[addition.measure].append(addition.quote)
    return {
        measure: tuple(
            Commitment(id=f"{measure}.{number}", text=text) for number, text in enumerate(found, start=1)
        )
        for measure, found in texts.items()
    }


def _with_commitments(plan: Plan, commitments: dict[str, tuple[Commitment, ...]]) -> Plan:
    """The plan with these commitments in its measures and nothing else."""

    def kept(measure: Measure) -> Measure:
        return measure.model_copy(update={"commitments": commitments[measure.id]})

    programmes = (
        programme.model_copy(
            update={"measures": tuple(kept(each) for each in programme.measures if each.id in commitments)}
        )
        for programme in plan.programmes
    )
    return plan.model_copy(update={"programmes": tuple(programmes)})

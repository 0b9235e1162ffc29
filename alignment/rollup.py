"""Roll-up: from the verdicts on a measure's commitments to the measure's, its confidence and its local matches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from plancmp.alignment.checks import OVERRIDING
from plancmp.alignment.confidence import measure_confidence
from plancmp.alignment.result import (
    CommitmentResult,
    Match,
    MeasureResult,
    Passage,
    Verdict,
    gap_reasons_of,
    share_carried,
)
from plancmp.alignment.retrieval import title_similarity
from plancmp.alignment.thresholds import (
    GATHERED,
    SECOND_HOME,
    TITLE_AT_HOME,
    Thresholds,
)
from plancmp.plans.model import Measure


def roll_up(
    measure: Measure,
    results: Sequence[CommitmentResult],
    titles: Mapping[str, str],
    thresholds: Thresholds,
) -> MeasureResult:
    """Return the verdict on a measure of the reference, given those on its commitments, in its order.

    `titles` are those of the judged plan's measures and sections, by id.
    """
    threshold = thresholds.adoption(marked=any(result.marked for result in results))
    verdict = judge_measure(results, threshold)
    share = share_carried(results)
    return MeasureResult(
        id=measure.id,
        title=measure.title,
        verdict=verdict,
        score=round(share, 4),
        confidence=measure_confidence(verdict, share, threshold),
        reasons=() if verdict is Verdict.ADOPTED else gap_reasons_of(results),
        matches=() if verdict is Verdict.OMITTED else _matches(measure.title, results, titles, thresholds),
        commitments=tuple(results),
        threshold=threshold,
    )


def judge_measure(results: Sequence[CommitmentResult], threshold: float) -> Verdict:
    """Roll the verdicts on a measure's commitments up to the measure's.

    Omitted when nothing is carried and no theme kept; adopted when at least `threshold` is carried, one commitment
    whole, and of the central ones less than half are lowered, put off or made conditional; else weakened.
    """
    share = share_carried(results)
    if share == 0:
        return Verdict.WEAKENED if any(result.theme for result in results) else Verdict.OMITTED
    central = [result for result in results if result.central]
    given_up = sum(not OVERRIDING.isdisjoint(result.reasons) for result in central)
    holds = 2 * given_up < max(len(central), 1)
    one_whole = any(result.verdict is Verdict.ADOPTED for result in results)
    return Verdict.ADOPTED if share >= threshold and holds and one_whole else Verdict.WEAKENED


def _matches(
    title: str,
    results: Sequence[CommitmentResult],
    titles: Mapping[str, str],
    thresholds: Thresholds,
) -> tuple[Match, ...]:
    """The local measures that carry the measure: its home, every other one a commitment clearly went to, further ones.

    The home is where most of the evidence stands, that of central commitments weighing more and a title like the
    measure's own counting as one more piece; a link's score is that of its best passage (0-1). Sections count
    only where no measure carries any of it.
    """
    weight: dict[str, float] = defaultdict(float)
    best: dict[str, float] = defaultdict(float)
    for result in results:
        for passage in _first_in_each_measure(result):
            weight[passage.measure] += result.weight * passage.score
            if passage.score >= result.score - SECOND_HOME:
                best[passage.measure] = max(best[passage.measure], passage.score)
    measures = {
        passage.measure for result in results for passage in result.carrying if not passage.section
    } or weight.keys()
    best = {place: found for place, found in best.items() if place in measures}
    weight = {
        place: found + TITLE_AT_HOME * title_similarity(title, titles[place])
        for place, found in weight.items()
        if place in measures
    }
    home = max(weight, key=lambda measure: (weight[measure], measure))
    best[home] = _best_score(results, home)
    linked = {
        measure: score for measure, score in best.items() if measure == home or score >= thresholds.link
    }
    linked |= _scattered(results, linked)
    ranked = sorted(linked.items(), key=lambda item: (item[0] != home, -item[1], item[0]))
    return tuple(Match(measure, titles[measure], score) for measure, score in ranked)


def _scattered(results: Sequence[CommitmentResult], linked: Mapping[str, float]) -> dict[str, float]:
    """Further local measures, with their scores, where those linked carry less than `GATHERED` of what is carried.

    A plan with an outline of its own spreads the commitments of one measure: then each local measure counts that
    carries one of them whole which no linked one carries.
    """

    def is_linked(result: CommitmentResult) -> bool:
        return any(passage.measure in linked for passage in result.carrying)

    carried = [result for result in results if result.carrying]
    gathered = fsum(result.weight for result in carried if is_linked(result))
    if gathered >= GATHERED * fsum(result.weight for result in carried):
        return {}
    further: dict[str, float] = {}
    for result in sorted(carried, key=lambda each: (-each.score, each.id)):
        places = [passage for passage in result.carrying if not passage.section]
        known = is_linked(result) or any(passage.measure in further for passage in places)
        if result.verdict is Verdict.ADOPTED and places and not known:
            place = max(places, key=lambda passage: (passage.score, passage.measure))
            further[place.measure] = place.score
    return further


def _best_score(results: Sequence[CommitmentResult], measure: str) -> float:
    passages = (passage for result in results for passage in result.carrying)
    return max(passage.score for passage in passages if passage.measure == measure)


def _first_in_each_measure(result: CommitmentResult) -> Iterable[Passage]:
    best: dict[str, Passage] = {}
    for passage in result.carrying:
        if passage.measure not in best or passage.score > best[passage.measure].score:
            best[passage.measure] = passage
    return best.values()

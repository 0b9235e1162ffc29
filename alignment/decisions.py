"""Decisions applied: a person's word over the tool's, wherever the texts are still those it was given on.

Verdicts on measures are rolled up anew from decided commitments; a decision on the measure itself stands above that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plancmp.alignment.result import (
    Addition,
    CommitmentResult,
    Comparison,
    Decided,
    DecisionRecord,
    Judgement,
    Match,
    MeasureResult,
    Opinion,
    Passage,
    Reason,
    Verdict,
)
from plancmp.alignment.rollup import roll_up
from plancmp.alignment.thresholds import Thresholds, chosen_for
from plancmp.plans.decisions.binding import (
    ReadTexts,
    asked_of_commitment,
    asked_of_measure,
    doubt_about,
    texts_of,
)
from plancmp.plans.decisions.fingerprints import stands_in
from plancmp.plans.decisions.merging import standing_of
from plancmp.plans.decisions.model import MODEL, Decision, Quote
from plancmp.plans.files import FORBIDDEN
from plancmp.plans.model import Plan

_CERTAIN = 1.0
"""How well a passage answers that a person chose."""


def apply_decisions(
    comparison: Comparison,
    entries: Iterable[Decision],
    reference: Plan,
    plan: Plan,
    thresholds: Thresholds | None = None,
) -> Comparison:
    """Return the comparison with decided verdicts; what the tool says stays beside them as `computed`.

    Args:
        comparison: `compare_plans(reference, plan)`, with nothing decided.
        entries: decisions on this pair; those that contradict each other, proposals, and those whose text has
            changed are told in `decisions` and not applied.
        reference: the plan compared against.
        plan: the plan judged.
        thresholds: those of the comparison; None for those chosen for the reference.
    """
    standing, binding = standing_of(entries), bind(comparison, reference, plan)
    agreed = [entry for found in standing.agreed.values() for entry in found]
    applied: dict[str, list[Decision]] = defaultdict(list)
    for entry in filter(binding.holds, agreed):
        applied[entry.item].append(entry)
    contradicting = [entry for found in standing.contradicting.values() for entry in found]
    proposed = [entry for found in standing.proposed.values() for entry in found if entry.item not in applied]
    proposals = _opinions(filter(binding.holds, proposed))
    judge = _Judge(reference, binding.texts, plan, applied, thresholds or chosen_for(reference))
    return comparison._replace(
        programmes=tuple(
            programme._replace(
                measures=tuple(_beside(judge.measure(measure), proposals) for measure in programme.measures)
            )
            for programme in comparison.programmes
        ),
        additions=_still_additions(comparison.additions, applied.values()),
        decisions=DecisionRecord(
            deciders=_deciders(applied.values()),
            applied=len(applied),
            suspects=_opinions(entry for entry in agreed if not binding.holds(entry)),
            contradictions=_opinions(contradicting),
            proposals=proposals,
            trusted=sum(all(entry.by.startswith(MODEL) for entry in found) for found in applied.values()),
        ),
    )


@dataclass(frozen=True, slots=True)
class Binding:
    """What decisions on a plan against a reference are bound to: the texts as they are now.

    Attributes:
        asked: the fingerprint of what each measure and commitment asks, by id.
        texts: what of the plan is read.
    """

    asked: Mapping[str, str]
    texts: ReadTexts

    def holds(self, entry: Decision) -> bool:
        """Whether the texts are those that a decision was given on."""
        asked = self.asked.get(entry.item)
        return asked is not None and doubt_about(entry, asked, self.texts) is None


def bind(comparison: Comparison, reference: Plan, plan: Plan) -> Binding:
    """What decisions on this comparison of `plan` with `reference` are bound to."""
    targets = {commitment.id: commitment.target for commitment in reference.commitments}
    asked = {measure.id: asked_of_measure(measure) for measure in reference.measures}
    for each in comparison.commitments:
        asked[each.id] = asked_of_commitment(each.text, targets.get(each.id))
    return Binding(asked, texts_of(plan))


class Word(NamedTuple):
    """What a person says of a commitment or measure; without a quote that nothing in the plan carries it."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    quotes: tuple[Quote, ...] = ()
    note: str = ""


def agreeing(item: CommitmentResult | MeasureResult) -> Word:
    """What a person says who agrees with a verdict: the same, by the same passages."""
    commitments = item.commitments if isinstance(item, MeasureResult) else (item,)
    passages = (passage for commitment in commitments for passage in commitment.evidence)
    quotes = (Quote(measure=passage.measure, text=passage.quote) for passage in passages)
    return Word(item.verdict, item.reasons, tuple(dict.fromkeys(quotes)))


def decide(
    binding: Binding, item: CommitmentResult | MeasureResult, word: Word, *, by: str, at: str
) -> Decision:
    """What a reader (`by`, on the day `at`) says of a commitment or measure, bound to the texts as they are.

    A person decides, a language model proposes.
    """
    key = "measure" if isinstance(item, MeasureResult) else "commitment"
    return Decision.model_validate(
        {
            key: item.id,
            "asked": binding.asked[item.id],
            "verdict": word.verdict.value,
            "reasons": tuple(reason.value for reason in word.reasons),
            "quotes": word.quotes,
            "read": binding.texts.read_of(word.quotes),
            "computed": (item.computed or item).verdict.value,
            "note": FORBIDDEN.sub(" ", word.note).strip() or None,
            "by": FORBIDDEN.sub(" ", by).strip(),
            "at": at,
            "status": "proposed" if by.startswith(MODEL) else "decided",
        }
    )


@dataclass(frozen=True)
class _Judge:
    """Puts decided verdicts in the place of computed ones."""

    reference: Plan
    texts: ReadTexts
    plan: Plan
    applied: Mapping[str, Sequence[Decision]]
    thresholds: Thresholds

    def measure(self, computed: MeasureResult) -> MeasureResult:
        """The measure with its decided commitments rolled up anew, and with a decision of its own."""
        commitments = tuple(map(self.commitment, computed.commitments))
        own = self.applied.get(computed.id)
        result = computed
        if commitments != computed.commitments:
            measure = next(each for each in self.reference.measures if each.id == computed.id)
            result = roll_up(measure, commitments, self._titles, self.thresholds)
        if own:
            result = self._decided_measure(result, own)
        return result if result is computed else result._replace(computed=_judgement(computed))

    def _decided_measure(self, rolled: MeasureResult, entries: Sequence[Decision]) -> MeasureResult:
        verdict = Verdict(entries[0].verdict)
        quoted = [self.texts.place_of(quote) or quote.measure for quote in entries[0].quotes]
        matches = rolled.matches or tuple(
            Match(place, self._titles.get(place, ""), _CERTAIN) for place in dict.fromkeys(quoted)
        )
        return rolled._replace(
            verdict=verdict,
            reasons=tuple(map(Reason, entries[0].reasons)),
            matches=() if verdict is Verdict.OMITTED else matches,
            confidence=_CERTAIN,
            decided=_whose(entries),
        )

    def commitment(self, computed: CommitmentResult) -> CommitmentResult:
        """The commitment as it was decided; as it is where it was not."""
        entries = self.applied.get(computed.id)
        if not entries:
            return computed
        verdict = Verdict(entries[0].verdict)
        omitted = verdict is Verdict.OMITTED
        shown = computed.evidence or computed.nearest
        evidence = tuple(self._passage(quote, shown) for quote in entries[0].quotes)
        return computed._replace(
            verdict=verdict,
            strengthened=computed.strengthened and verdict is Verdict.ADOPTED,
            reasons=tuple(map(Reason, entries[0].reasons)),
            evidence=evidence,
            nearest=shown if omitted else (),
            score=max((passage.score for passage in (shown if omitted else evidence)), default=0.0),
            theme=computed.theme and omitted,
            confidence=_CERTAIN,
            decided=_whose(entries),
            computed=_judgement(computed),
        )

    def _passage(self, quote: Quote, shown: Iterable[Passage]) -> Passage:
        """The passage that a quote is, with the score it was found with."""
        place = self.texts.place_of(quote) or quote.measure
        known = (passage for passage in shown if passage.measure == place)
        score = next((each.score for each in known if stands_in(each.quote, quote.text)), _CERTAIN)
        return Passage(place, quote.text, score, self._titles[place] if place.startswith("S") else "")

    @property
    def _titles(self) -> Mapping[str, str]:
        return {part.id: part.title for part in self.plan.parts}


def _beside(measure: MeasureResult, proposals: Sequence[Opinion]) -> MeasureResult:
    """The measure with what is proposed beside the verdicts on its commitments."""
    by_item: dict[str, list[Opinion]] = defaultdict(list)
    for each in proposals:
        by_item[each.item].append(each)
    if not any(commitment.id in by_item for commitment in measure.commitments):
        return measure
    commitments = (
        commitment._replace(proposed=tuple(by_item[commitment.id])) for commitment in measure.commitments
    )
    return measure._replace(commitments=tuple(commitments))


def _judgement(computed: MeasureResult | CommitmentResult) -> Judgement:
    return Judgement(computed.verdict, computed.reasons)


def _whose(entries: Sequence[Decision]) -> Decided:
    notes = dict.fromkeys(entry.note for entry in entries if entry.note)
    return Decided(
        tuple(dict.fromkeys(entry.by for entry in entries)),
        max(entry.at for entry in entries),
        "\n".join(notes),
    )


def _opinions(entries: Iterable[Decision]) -> tuple[Opinion, ...]:
    return tuple(
        Opinion(
            entry.item,
            entry.by,
            entry.at,
            Verdict(entry.verdict),
            tuple(map(Reason, entry.reasons)),
            entry.note or "",
        )
        for entry in entries
    )


def _deciders(applied: Iterable[Sequence[Decision]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(entry.by for entries in applied for entry in entries)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _still_additions(
    additions: Sequence[Addition], applied: Iterable[Sequence[Decision]]
) -> tuple[Addition, ...]:
    """The additions without those in which a person finds a commitment carried."""
    quotes = [quote for entries in applied for entry in entries for quote in entry.quotes]
    return tuple(
        addition
        for addition in additions
        if not any(_says(addition, quote) for quote in quotes if quote.measure == addition.measure)
    )


def _says(addition: Addition, quote: Quote) -> bool:
    return stands_in(quote.text, addition.quote) or stands_in(addition.quote, quote.text)

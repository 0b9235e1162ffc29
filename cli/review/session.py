"""The review: one commitment after another, a person's word on each, kept at once. It knows no terminal and no file.

`ask` is given what there is to know of a commitment and answers with an action; `keep` is given all decisions after
every change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plancmp.alignment.clauses import split_sentences
from plancmp.alignment.decisions import Binding, Word, agreeing, apply_decisions, bind, decide
from plancmp.alignment.result import CommitmentResult, Comparison, MeasureResult, Opinion, Passage
from plancmp.alignment.review_queue import Cause, QueueItem, changeable_measures, review_queue
from plancmp.plans.decisions.fingerprints import normal_form
from plancmp.plans.decisions.merging import with_decision, without_decision
from plancmp.plans.decisions.model import Decision, Decisions, Quote
from plancmp.plans.model import Plan

_AROUND = 60
"""So many characters of the plan are shown before and behind a passage."""
_MOST_FOUND = 9
"""So many sentences are offered when the plan is searched: one a digit."""


class Reviewer(NamedTuple):
    """Who decides, on which day (ISO)."""

    name: str
    day: str


class Surroundings(NamedTuple):
    """A passage with the words of the plan before and behind it."""

    passage: Passage
    title: str
    before: str
    behind: str


class Progress(NamedTuple):
    """How far the review has come.

    Attributes:
        position: the place in the queue, from 1.
        total: how many are in it.
        decided: how many of them are decided.
        worth: how many of those left are worth a look.
        changeable: how many measures those left could change the verdict of.
    """

    position: int
    total: int
    decided: int
    worth: int
    changeable: int


class Context(NamedTuple):
    """What there is to know of the commitment in turn.

    Attributes:
        item: the commitment, its measure, how doubtful the verdict is and what hangs on it.
        asked: the reference's words: the witnesses' quotes with the plan they are from; none for an official text.
        target: the value asked for; empty without one.
        passages: the passages found, the one that decided first.
        mine: what this reviewer has decided of it.
        others: what others say of it: suspect, contradicting or proposed.
        progress: how far the review has come.
    """

    item: QueueItem
    asked: tuple[tuple[str, str], ...]
    target: str
    passages: tuple[Surroundings, ...]
    mine: Decision | None
    others: tuple[Opinion, ...]
    progress: Progress

    @property
    def commitment(self) -> CommitmentResult:
        """The verdict on the commitment."""
        return self.item.commitment

    @property
    def measure(self) -> MeasureResult:
        """Its measure, whole."""
        return self.item.measure


class Decide(NamedTuple):
    """The person's word on the commitment in turn."""

    word: Word


class Undo(NamedTuple):
    """The person's own decision on the commitment in turn is taken back."""


class Skip(NamedTuple):
    """On to the next one."""


class Back(NamedTuple):
    """To the one before."""


class Quit(NamedTuple):
    """Enough for now."""


Action = Decide | Undo | Skip | Back | Quit
Ask = Callable[[Context, "Session"], Action]
Keep = Callable[[Decisions], None]


@dataclass
class Session:
    """A review of one plan against one reference.

    Attributes:
        reference: the plan compared against.
        plan: the plan judged.
        computed: the comparison with nothing decided.
        decisions: all that was decided so far, by whomever.
        reviewer: who decides now.
        queue: the ids of the commitments in turn.
        place: the one in turn, from 0.
    """

    reference: Plan
    plan: Plan
    computed: Comparison
    decisions: Decisions
    reviewer: Reviewer
    queue: Sequence[str]
    place: int = 0
    decided_now: int = 0
    binding: Binding = field(init=False)

    def __post_init__(self) -> None:
        self.binding = bind(self.computed, self.reference, self.plan)

    @property
    def comparison(self) -> Comparison:
        """The comparison with what is decided so far."""
        return apply_decisions(self.computed, self.decisions.entries, self.reference, self.plan)

    def run(self, ask: Ask, keep: Keep) -> None:
        """Ask about one commitment after another until the queue is done or the person has had enough."""
        while 0 <= self.place < len(self.queue):
            action = ask(self.context(), self)
            if isinstance(action, Quit):
                return
            if isinstance(action, Back):
                self.place = max(0, self.place - 1)
                continue
            if isinstance(action, Decide | Undo):
                self._change(action)
                keep(self.decisions)
            if not isinstance(action, Undo):
                self.place += 1

    def _change(self, action: Decide | Undo) -> None:
        item = self.queue[self.place]
        if isinstance(action, Undo):
            self.decisions = without_decision(self.decisions, item, self.reviewer.name)
            return
        commitment = next(each for each in self.computed.commitments if each.id == item)
        entry = decide(self.binding, commitment, action.word, by=self.reviewer.name, at=self.reviewer.day)
        self.decisions = with_decision(self.decisions, entry)
        self.decided_now += 1

    def context(self) -> Context:
        """What there is to know of the commitment in turn."""
        identity, comparison = self.queue[self.place], self.comparison
        left = {item.commitment.id: item for item in review_queue(comparison)}
        item = left.get(identity) or _settled(comparison, identity)
        listed = next((each for each in self.reference.commitments if each.id == identity), None)
        mine = (each for each in self.decisions.of(identity) if each.by == self.reviewer.name)
        return Context(
            item=item,
            asked=tuple((each.plan, each.quote) for each in listed.attesting) if listed else (),
            target=(listed.target.value or "") if listed and listed.target else "",
            passages=tuple(map(self.around, _passages(item.commitment))),
            mine=next(mine, None),
            others=tuple(each for each in _told(comparison) if each.item == identity),
            progress=self._progress([left[each] for each in self.queue if each in left]),
        )

    def _progress(self, left: Sequence[QueueItem]) -> Progress:
        return Progress(
            self.place + 1,
            len(self.queue),
            len(self.queue) - len(left),
            sum(item.worth_a_look for item in left),
            changeable_measures(left),
        )

    def around(self, passage: Passage) -> Surroundings:
        """A passage with the plan's words around it."""
        part = next(part for part in self.plan.parts if part.id == passage.measure)
        start = max(part.text.find(passage.quote), 0)
        end = start + len(passage.quote)
        before, behind = part.text[max(0, start - _AROUND) : start], part.text[end : end + _AROUND]
        return Surroundings(passage, part.title, before, behind)

    def search(self, words: str) -> tuple[Surroundings, ...]:
        """The sentences of the plan that hold all of these words, those of measures first."""
        wanted = [normal_form(word).text for word in words.split()]
        wanted = [word for word in wanted if word]
        found = (
            Passage(part.id, sentence, 0.0, part.title if part.id.startswith("S") else "")
            for part in self.plan.parts
            for sentence in _sentences(part.text)
            if wanted and all(word in normal_form(sentence).text for word in wanted)
        )
        return tuple(self.around(passage) for _, passage in zip(range(_MOST_FOUND), found, strict=False))

    def agree(self) -> Word:
        """The word of a person who agrees with the tool's verdict on the commitment in turn."""
        return agreeing(next(each for each in self.computed.commitments if each.id == self.queue[self.place]))


def quote_of(passage: Passage) -> Quote:
    """The words of a passage, as a decision keeps them."""
    return Quote(measure=passage.measure, text=passage.quote)


def _told(comparison: Comparison) -> tuple[Opinion, ...]:
    """All that is said and not applied."""
    record = comparison.decisions
    return (*record.suspects, *record.contradictions, *record.proposals) if record else ()


def _settled(comparison: Comparison, identity: str) -> QueueItem:
    """A commitment that is decided, as it stands in the queue it has left."""
    measure, commitment = next(
        (measure, each)
        for measure in comparison.measures
        for each in measure.commitments
        if each.id == identity
    )
    return QueueItem(measure, commitment, Cause.DOUBT, 0.0, ())


def _passages(commitment: CommitmentResult) -> Iterator[Passage]:
    """What was found for a commitment, each passage once."""
    yield from dict.fromkeys((*commitment.evidence, *commitment.nearest))


def _sentences(text: str) -> Iterator[str]:
    return (sentence.text for sentence in split_sentences("", text))

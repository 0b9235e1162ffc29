"""What each clause of a measure is: a promise, the issuer's own task, an aim, an opening, background or a slogan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plancmp.alignment.clauses import Sentence
from plancmp.alignment.drafting import patterns
from plancmp.alignment.drafting.text import folded
from plancmp.alignment.drafting.words import words
from plancmp.alignment.grams import boilerplate, grams
from plancmp.alignment.numeric_targets import find_targets

_NAMED = re.compile(r"[“\"《][^”\"》,]{1,20}[”\"》]")
_NUMBER = re.compile(r"\d")
_BARE_NAME = 2
"""A number's indicator of so few characters (营收, 产量) names nothing by itself."""

_BEFORE_NAME = re.compile(r"(?:力争|争取|确保)?(?:[到至]?20\d\d年[底末]?)?")
_OPENERS_END = re.compile(r"(?<!\d),")


class ClauseKind(StrEnum):
    """What a clause is."""

    COMMITMENT = "commitment"
    FIGURE = "figure"
    OWN_TASK = "own_task"
    PURPOSE = "purpose"
    OPENING = "opening"
    BACKGROUND = "background"
    SLOGAN = "slogan"


_NO_DEED = frozenset({ClauseKind.BACKGROUND, ClauseKind.SLOGAN})


class Why(StrEnum):
    """The rule by which a clause is of its kind."""

    ACTS = "acts"
    SETS_NUMBER = "sets_number"
    NAMES_TITLE = "names_title"
    UNMARKED = "unmarked"
    NOTHING_ELSE = "nothing_else"
    KNOWN = "known"
    COUNTS_BEFORE = "counts_before"
    OWN_SUBJECT = "own_subject"
    OWN_CONTINUED = "own_continued"
    AIM = "aim"
    RESULT = "result"
    OCCASION = "occasion"
    MANNER = "manner"
    MEANS = "means"
    FIRST_HALF = "first_half"
    FACT = "fact"
    FACT_CONTINUED = "fact_continued"
    STATE = "state"
    SLOGAN = "slogan"
    NO_ACTION = "no_action"
    ASKS_NOBODY = "asks_nobody"
    PROPOSED = "proposed"


_Judged = tuple[ClauseKind, Why]


class Clause(NamedTuple):
    """A clause of a sentence, its number in it (from 0), and what it is by which rule."""

    sentence: Sentence
    number: int
    kind: ClauseKind
    why: Why

    @property
    def text(self) -> str:
        """The clause, verbatim."""
        return self.sentence.quote(self.number, self.number)


class _Words(NamedTuple):
    """A clause as the rules see it: all its words, those behind what opens it, whether a date to come opens it."""

    whole: str
    core: str
    dated: bool
    last: bool

    @property
    def has_number(self) -> bool:
        """Whether it states a number that is aimed at."""
        return bool(find_targets(self.core))


@dataclass
class _Reader:
    """Goes through the clauses of one sentence and remembers what came before.

    `title` are the bigrams of the measure's title that any other measure would not have; `level` is the issuer's
    where it addresses places below it that could not copy its own tasks. `closing` tells that the sentence is a single
    clause behind others of the measure.
    """

    title: frozenset[str]
    level: str | None
    closing: bool
    acted: bool = False
    counted: bool = True
    own: bool = False
    told: bool = False
    past: bool = False

    def judge(self, clause: _Words) -> tuple[ClauseKind, Why]:
        """What the next clause is, and by which rule; the first rule that holds decides."""
        kind, why = (
            self._own_task(clause)
            or self._past(clause)
            or self._nothing_promised(clause)
            or self._part(clause)
            or self._deed(clause)
            or self._fronted(clause)
            or self._number(clause)
            or self._statement(clause)
        )
        self.acted = self.acted or kind is ClauseKind.COMMITMENT
        self.counted = kind is not ClauseKind.COMMITMENT or clause.has_number
        self.own, self.told = kind is ClauseKind.OWN_TASK, kind is ClauseKind.BACKGROUND
        return kind, why

    def tells_fact(self, clause: _Words) -> bool:
        """Whether the next clause, of a text that addresses nobody, is a fact by the first rules of `judge`."""
        found = self._past(clause) or self._nothing_promised(clause)
        return found is not None and found[1] is Why.FACT

    def _own_task(self, clause: _Words) -> _Judged | None:
        if self.level is None:
            return None
        if patterns.own_tasks(self.level).search(clause.core):
            return ClauseKind.OWN_TASK, Why.OWN_SUBJECT
        goes_on = self.own and not patterns.turns().search(clause.core)
        return (ClauseKind.OWN_TASK, Why.OWN_CONTINUED) if goes_on else None

    def _past(self, clause: _Words) -> _Judged | None:
        """What was or is so, up to where the sentence turns to what is to come."""
        begins = bool(patterns.past().search(clause.whole) or patterns.past().search(clause.core))
        self.past = (
            (self.past or begins) and not clause.dated and not patterns.turns_to_duty().search(clause.core)
        )
        return (ClauseKind.BACKGROUND, Why.FACT) if self.past else None

    def _nothing_promised(self, clause: _Words) -> _Judged | None:
        if patterns.slogans().search(clause.core):
            return ClauseKind.SLOGAN, Why.SLOGAN
        if patterns.always_facts().search(clause.core):
            return ClauseKind.BACKGROUND, Why.FACT
        return (ClauseKind.PURPOSE, Why.AIM) if patterns.aims().search(clause.core) else None

    def _part(self, clause: _Words) -> _Judged | None:
        """A clause that belongs to the one before it or to the next one."""
        if self.acted and (self._counts_reached(clause) or self._is_bare_number(clause)):
            return ClauseKind.FIGURE, Why.COUNTS_BEFORE
        opening = None if clause.last else opening_of(clause.core)
        takes_part = opening and not (self.acted and opening is Why.MEANS)
        return (ClauseKind.OPENING, opening) if opening and takes_part else None

    def _deed(self, clause: _Words) -> _Judged | None:
        """A clause that begins with a verb of command."""
        acts = patterns.acts_where_others_are_told_of() if self.level else patterns.acts()
        if not acts.search(clause.core) or (self.level and patterns.begins_with_noun().search(clause.core)):
            return None
        found = patterns.results().search(clause.core)
        works = found and found["verb"] in words("result")["working"]
        vague = bool(patterns.vague().search(clause.core))
        sums_up = self.acted or (self.closing and (vague or not works))
        if not (sums_up and found) or self._is_concrete(clause):
            return ClauseKind.COMMITMENT, Why.ACTS
        if self._names_title(clause.core):
            return ClauseKind.COMMITMENT, Why.NAMES_TITLE
        return (ClauseKind.COMMITMENT, Why.ACTS) if works and not vague else (ClauseKind.PURPOSE, Why.RESULT)

    def _fronted(self, clause: _Words) -> _Judged | None:
        """A clause that begins with a preposition and goes on to a deed."""
        return (ClauseKind.COMMITMENT, Why.ACTS) if patterns.fronted().search(clause.core) else None

    def _number(self, clause: _Words) -> _Judged | None:
        """A number that is set, or one that says how much of the work before it."""
        if self.told and not clause.dated:
            return ClauseKind.BACKGROUND, Why.FACT_CONTINUED
        if self._sets_number(clause) or (clause.dated and clause.has_number):
            return ClauseKind.COMMITMENT, Why.SETS_NUMBER
        return None

    def _statement(self, clause: _Words) -> _Judged:
        """A clause without a deed, and without a number that is set."""
        if patterns.facts().search(clause.core):
            return ClauseKind.BACKGROUND, Why.STATE
        if clause.has_number:
            return (
                (ClauseKind.FIGURE, Why.COUNTS_BEFORE)
                if self.acted
                else (ClauseKind.COMMITMENT, Why.SETS_NUMBER)
            )
        if self.acted and patterns.vague().search(clause.core):
            return ClauseKind.PURPOSE, Why.NO_ACTION
        if self.level and not self.acted:  # who addresses others begins with what they are to do
            return ClauseKind.BACKGROUND, Why.FACT
        return ClauseKind.COMMITMENT, Why.UNMARKED

    def _is_concrete(self, clause: _Words) -> bool:
        """Whether a result is promised: by a date, a number, or an instrument with a name of its own."""
        marked = clause.dated or _NUMBER.search(clause.core) or _NAMED.search(clause.core)
        return bool(marked or clause.has_number)

    def _counts_reached(self, clause: _Words) -> bool:
        return bool(patterns.reached().search(clause.core) and clause.has_number)

    def _is_bare_number(self, clause: _Words) -> bool:
        """Whether a number does not say of what it is (营收突破…), behind a promise that states none."""
        if self.counted:
            return False
        return any(
            len(target.indicator) <= _BARE_NAME
            and _BEFORE_NAME.fullmatch(clause.core.partition(target.indicator or target.phrase)[0])
            for target in find_targets(clause.core)[:1]
        )

    def _sets_number(self, clause: _Words) -> bool:
        if not patterns.sets_number().search(clause.core):
            return False
        return bool(clause.has_number or patterns.sets_end().search(clause.core))

    def _names_title(self, text: str) -> bool:
        return bool(self.title) and 2 * len(self.title & grams(text)) >= len(self.title)


def opening_of(text: str) -> Why | None:
    """The reason why a clause only opens the next one; None where it does something itself."""
    if (
        text.startswith("坚持") and _NAMED.search(text) and not text.endswith(("原则", "理念"))
    ):  # a rule with a name is kept to, not a direction
        return None
    for reason, pattern in patterns.openings():
        if pattern.search(text):
            why = Why(reason)
            return None if _is_whole(text, why) else why
    return None


def _is_whole(text: str, opening: Why) -> bool:
    """Whether a clause that begins with a preposition goes on to do something."""
    if text.startswith(("把", "将")):
        ends = False
    elif opening is Why.MANNER:
        ends = bool(patterns.manner_end().search(text))
    elif text.startswith("对"):
        ends = bool(patterns.noun_end().search(text))
    else:
        ends = bool(patterns.occasion_end().search(text) or patterns.noun_end().search(text))
    return opening is not Why.MEANS and not ends and bool(patterns.fronted().search(text))


def judge_sentence(
    sentence: Sentence, title: str, level: str | None, *, follows: bool = False
) -> tuple[Clause, ...]:
    """Say of every clause of a sentence what it is.

    Args:
        sentence: a sentence of a measure.
        title: the measure's title.
        level: province or prefecture where the issuer addresses places below it; None where there are none.
        follows: whether it stands behind another sentence of the measure.
    """
    final = len(sentence.spans) - 1
    reader = _Reader(grams(title) - boilerplate(), level, closing=follows and final == 0)
    return tuple(_join_halves(_judge(sentence, reader)))


@lru_cache(maxsize=1024)
def facts_in(sentence: Sentence) -> frozenset[int]:
    """The clauses of a sentence, by their number, that tell what was or is and turn to nothing to be done.

    What only might be a fact (a clause that neither commands nor sets a number) is none here.
    """
    reader = _Reader(frozenset(), level=None, closing=False)
    clauses = enumerate(_clauses(sentence))
    return frozenset(number for number, clause in clauses if reader.tells_fact(clause))


def goes_on(sentence: Sentence, number: int) -> bool:
    """Whether a clause only goes on with the one before: no date to come, no word of duty, no verb of command."""
    clause = _words_of(sentence.quote(number, number), last=False)
    turns = (patterns.turns_to_duty(), patterns.acts(), patterns.fronted())
    return not clause.dated and not any(pattern.search(clause.core) for pattern in turns)


def opens(sentence: Sentence, number: int) -> bool:
    """Whether a clause of a sentence promises nothing without the next: an occasion, a means, a topic."""
    return _opening_in(sentence, number) is not None or is_topic(sentence, number)


def is_half(sentence: Sentence, number: int) -> bool:
    """Whether it only names what or whom the next clause deals with (对…的项目), or is a topic."""
    return _opening_in(sentence, number) is Why.FIRST_HALF or is_topic(sentence, number)


def leads(sentence: Sentence, number: int) -> bool:
    """Whether it leads somebody to what the next clause promises (鼓励…企业)."""
    led = patterns.led().search(folded(sentence.quote(number, number)))
    return bool(led) and _opening_in(sentence, number) is Why.FIRST_HALF


def _opening_in(sentence: Sentence, number: int) -> Why | None:
    return opening_of(_words_of(sentence.quote(number, number), last=False).core)


@lru_cache(maxsize=1024)
def is_topic(sentence: Sentence, number: int) -> bool:
    """Whether a clause, the first of several, only names what the next one tells of (三个镇的基站,…)."""
    if number or len(sentence.spans) == 1 or patterns.light().search(folded(sentence.quote(0, 0))):
        return False
    reader = _Reader(frozenset(), level=None, closing=False)
    return reader.judge(next(_clauses(sentence)))[1] is Why.UNMARKED


def _judge(sentence: Sentence, reader: _Reader) -> list[Clause]:
    return [
        Clause(sentence, number, *reader.judge(clause)) for number, clause in enumerate(_clauses(sentence))
    ]


def _clauses(sentence: Sentence) -> Iterator[_Words]:
    final = len(sentence.spans) - 1
    return (_words_of(sentence.quote(number, number), last=number == final) for number in range(final + 1))


def _words_of(clause: str, *, last: bool) -> _Words:
    whole = folded(clause)
    return _Words(whole, _OPENERS_END.split(whole)[-1], bool(patterns.dated().search(whole)), last)


def _join_halves(clauses: list[Clause]) -> Iterator[Clause]:
    """What only names whom the next clause deals with goes with it where that is no promise."""
    for place, clause in enumerate(clauses):
        following = clauses[place + 1] if place + 1 < len(clauses) else None
        if clause.why is Why.FIRST_HALF and following and following.kind is ClauseKind.OWN_TASK:
            yield clause._replace(kind=ClauseKind.OWN_TASK, why=Why.OWN_CONTINUED)
        elif clause.why is Why.UNMARKED and clause.number == 0 and following and following.kind in _NO_DEED:
            yield clause._replace(kind=ClauseKind.BACKGROUND, why=Why.FACT_CONTINUED)
        else:
            yield clause

"""The thresholds of the comparison and the weights of its hints, in one place.

Those in `Thresholds` were chosen on the development readings (tests/gold) with one programme left out at a time;
verdicts use them, scorers the constants below. Scores are 0-1.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # start-up needs the cuts, not the plans' model
    from plancmp.plans.model import Plan


class Thresholds(NamedTuple):
    """The thresholds and weights that turn scores into verdicts."""

    present: float = 0.40
    """A passage answers to a commitment from here on; below, the commitment is omitted."""

    spoken_of: float = 0.24
    """The same for a passage that has an expression of each of the commitment's concepts."""

    whole: float = 0.46
    """A passage whose words reach this carries the whole commitment, one below only a part (partial_match).

    Words alone decide: the same text counts the same wherever it stands.
    """

    section: float = 0.70
    """A passage outside the measures answers from here on, with its words alone.

    There a plan speaks of everything in general words: part of a wording says nothing, most of it says the thing.
    """

    link: float = 0.80
    """A local measure other than the main home counts as a match from this score on."""

    adopted: float = 0.40
    """A measure is adopted when at least this (weighted) share of its commitments is carried."""

    addition: float = 0.25
    """A local clause that no commitment reaches with this score is an addition."""

    marked: float = 0.51
    """The same as `adopted` for a measure whose central commitments the reference marks: more than half."""

    def adoption(self, *, marked: bool) -> float:
        """The share from which on a measure is adopted."""
        return self.marked if marked else self.adopted


DEFAULT = Thresholds()

RUNNING_TEXT = Thresholds(present=0.30, whole=0.34, marked=0.50)
"""The cuts for a reference without witnesses.

Each of its commitments is put in its own words, local colour and all, so that what carries it shares less with it, and
which of them are central was told by a rule. Chosen on references made of the drafted commitments of Yicheng, Qingzhou
and Binzhou that the reconstruction quotes, each without its own wordings there, against the gold for the other seven
plans and counties (2,451 commitments, 630 measures). Measures are adopted from .50 on since four stand-ins for an
official text borrow from the reconstruction: kappa .662 on the four plans and county-a to -d, .367 on county-e to -l
(.45: .672 and .343, .55: .631 and .409).
"""


def chosen_for(reference: Plan) -> Thresholds:
    """The cuts for a reference: whether witnesses state its commitments, each in its way, or the text alone."""
    witnessed = any(commitment.witnesses for commitment in reference.commitments)
    return DEFAULT if witnessed else RUNNING_TEXT


BOILERPLATE_WEIGHT = 0.3
"""What a bigram of a boilerplate word weighs against one that is not."""

ECHO_WEIGHT = 0.2
"""What a bigram weighs that only one witness uses: local colour rather than the province's words."""

TERM_WORTH = 0.85
"""What a word that the lexicon counts as the same is worth against the wording's own word."""

DESCRIPTION_WORTH = 0.7
"""The same of a description of the thing without its name."""

NARROWER_WORTH = 0.4
"""The same of a narrower term, which carries a part of the thing."""

ANOTHER_PROMISE = 0.60
"""From this score on a commitment makes a second promise beside the one it is nearest to.

On four stand-ins for an official text 35 of 41 such seconds are stated there; below, 6 of 18 are.
"""

ALONE_WEIGHT = 0.25
"""What a commitment weighs that the text alone knows, beside others that the reconstruction has too.

With 0, .25, .50 and 1 the measures' kappa is .680, .662, .662 and .645 on four stand-ins: no other document tells
whether the places are held to such a promise. It is not 0, since a real text may promise what its witnesses left out.
"""

VERBATIM = 0.75
"""A passage that holds this much of a wording says the thing, whether or not it has an expression of each concept."""

BY_CONCEPTS = 0.5
"""What a clause that holds every concept of a commitment is worth, whatever words it shares with its wordings."""

SIMILAR_BY_CONCEPTS = 0.3
"""How much of its similarity to a wording is added to that."""

THEME = 0.42
"""A passage that lacks a concept but is this similar keeps the theme of a commitment, though not what it promises."""

WINDOW_COST = 0.02
"""What each further segment of a window costs, so that the shortest sufficient passage wins."""

NEAR = 0.15
"""Sentences that reach less than this with all their words are not looked at any closer."""

NEAREST = 3
"""How many passages are shown as evidence, or as proof of absence."""

TELLING = 0.19
"""A nearest passage below this, half of what counts as carried, shares chance words only: it proves no absence."""

EXAMINED = 4
"""At least so many sentences are looked at closely, the nearest first; a hint may yet change their order."""

SOFTENED_STEPS = 2
"""Steps down the strength scale: 推进 to 支持 is a manner of speaking, 推进 to 鼓励 or 探索 a weaker promise."""

SAME_INDICATOR = 0.7
"""How well the shorter of two names fits into the longer one (rapidfuzz's partial ratio) where they mean one indicator.

It holds in one passage or measure, where little else can be meant.
"""

SAME_NAME = 0.65
"""From this similarity on (weighted Dice coefficient of their bigrams) names mean one indicator wherever they stand.

Those of a row of targets do so on average.
"""

CENTRAL_WEIGHT = 2.0
"""What a commitment weighs that the reference marks as central, against 1 for the others of its measure."""

TITLE_WEIGHT = 1.0
"""How much more a commitment weighs that carries the whole title of its measure."""

DEPENDENT_WEIGHT = 0.6
"""What a commitment weighs that would lack its second witness without the judged plan."""

SIBLING_WEIGHT = 0.15
"""How much of its siblings' mean score in a local measure is added to a commitment's own score there."""

SAME_TITLE_WEIGHT = 0.1
"""What is added to the score of passages in a local measure with the very title of the reference's."""

TITLE_AT_HOME = 1.0
"""What the very title of the reference's measure counts when its home is sought among the measures with evidence."""

SAME_TEXT = 0.9
"""Share of the characters quoted from a witness that only its own text holds: other plans, even those made of all
witnesses' sentences, hold at most .69 of them."""

FEWEST_QUOTED = 200
"""Characters quoted from a witness below which they may stand in any plan that took the reference over."""

SECOND_HOME = 0.05
"""A passage this close to a commitment's best one makes its measure a second home of the commitment."""

GATHERED = 0.8
"""Where the local measures that are linked carry less than this of what the plan carries of a measure, it is spread.

Then those that carry the rest are linked too: links' F1 rises from .81-.88 to .91-.95 on twelve counties with outlines
of their own, and falls from .92 to .91 on the four plans (.75: .91-.93 and .91, .85: .92-.95 and .90).
"""

RIVAL = 0.1
"""A passage that answers a commitment this much worse than the best one cannot make up for what that one takes back."""

CONFIDENCE = {"adopted": 0.70, "weakened": 0.75, "omitted": 0.87}
"""Share of verdicts on measures that agree with the gold (720 pairs of tests/gold, twenty-four plans, in December 2026,
each judged blind): adoptions at their very threshold, the others."""

CLEAR_CONFIDENCE = 0.98
"""The same for adoptions whose share lies `CLEAR_MARGIN` or more above the threshold."""

CLEAR_MARGIN = 0.4
"""How far above the threshold an adoption is beyond doubt."""

BY_WORDS_CONFIDENCE = 0.96
"""Share of adopted commitments that the gold adopts (3,910 pairs of the same plans) where a wording's words carry."""

BY_CONCEPTS_CONFIDENCE = 0.86
"""The same where only the concepts do, which is where the score stays below `BY_WORDS`."""

BY_WORDS = 0.62
"""What a clause found by its concepts scores at most without sharing much with a wording."""

THEME_CONFIDENCE = 0.74
"""Share of omitted commitments that the gold omits where the plan keeps the theme."""

ABSENT_CONFIDENCE, NEAR_CONFIDENCE = 0.89, 0.86
"""The same where nothing similar is found, and where something is that scores `NEARLY` or more."""

NEARLY = 0.2
"""From this score on something similar was found."""

WEAKENED_CONFIDENCE = {
    "overriding": 0.91,
    "obligation_softened": 0.83,
    "target_dropped": 0.21,
    "partial_match": 0.88,
}
"""Share of weakened commitments that the gold weakens, by what weakens them: lowered, put off or made conditional; the
others by their first reason."""


class DoubtWeights(NamedTuple):
    """What raises the log odds that a commitment's verdict is wrong: a logistic regression on the gold.

    Fitted on four plans (blind) and four made-up counties, 1,286 verdicts; on a plan left out its area under the ROC
    curve is .80.
    """

    base: float = -3.1
    """For an adoption beyond doubt."""

    weakened: float = 1.6
    """For a weakening, whatever its reason: a reader often finds the whole, or nothing."""

    by_reason: Mapping[str, float] = MappingProxyType(
        {"partial_match": 2.0, "target_dropped": 1.4, "obligation_softened": 0.5}
    )
    """Further, for these reasons of one."""

    omitted: float = -0.5
    """For an omission."""

    near: float = 2.8
    """Further, for each point that its nearest passage scores."""

    at_home: float = 0.5
    """Further, where that passage stands in the local measure that carries the others of its measure."""

    neighbours: float = 1.4
    """Further, as much of this as of the others of its measure is carried."""

    barely: float = 1.8
    """For an adoption, for each point that its score lacks to `sure`."""

    sure: float = 0.65

    elsewhere: float = 1.7
    """Further, where it stands in another local measure than most of its measure."""

    alone: float = 1.4
    """Further, as much of this as of the others of its measure is not carried."""


DOUBT = DoubtWeights()

WORTH_A_LOOK = 0.15
"""A verdict that is wrong less often than this (one in eight is, over all) is hardly worth the time to read it."""

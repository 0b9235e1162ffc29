"""The loop of a review knows no terminal: what is asked goes in, an action comes out, every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from plancmp.alignment.decisions import Word
from plancmp.alignment.result import Passage, Reason, Verdict
from plancmp.alignment.review_queue import Cause, review_queue
from plancmp.cli.review.session import (
    Action,
    Back,
    Context,
    Decide,
    Quit,
    Reviewer,
    Session,
    Skip,
    Undo,
    quote_of,
)
from plancmp.plans.decisions.model import Decisions, no_decisions
from tests.alignment.test_decided import Pair, small_pair

OMITTED = Decide(Word(Verdict.OMITTED))


def session_of(pair: Pair, decisions: Decisions | None = None) -> Session:
    kept = decisions or no_decisions("shandong", "yicheng")
    queue = [item.commitment.id for item in review_queue(pair.apply(*kept.entries))]
    return Session(pair.reference, pair.plan, pair.computed, kept, Reviewer("analyst", "2026-11-26"), queue)


def review(
    session: Session, *actions: Action | Callable[[Context, Session], Action]
) -> tuple[list[Context], list[Decisions]]:
    """Answer with these actions one after the other, then quit; what was asked, and what was kept."""
    asked: list[Context] = []
    kept: list[Decisions] = []
    given: Iterator[Any] = iter(actions)

    def ask(context: Context, session: Session) -> Action:
        asked.append(context)
        action = next(given, Quit())
        answered: Action = action(context, session) if callable(action) else action
        return answered

    session.run(ask, kept.append)
    return asked, kept


class TestEveryChangeIsKeptAtOnce:
    def test_a_decision_is_kept_before_the_next_question(self) -> None:
        session = session_of(small_pair())
        asked, kept = review(session, OMITTED, OMITTED)
        assert [len(each.entries) for each in kept] == [1, 2]
        assert [context.commitment.id for context in asked] == list(session.queue[:3])
        entry = kept[0].entries[0]
        assert (entry.item, entry.by, entry.at, entry.status) == (
            session.queue[0],
            "analyst",
            "2026-11-26",
            "decided",
        )

    def test_an_interruption_loses_nothing(self) -> None:
        def interrupt(context: Context, session: Session) -> Action:
            raise KeyboardInterrupt

        session = session_of(small_pair())
        kept: list[Decisions] = []

        def ask(context: Context, asked: Session) -> Action:
            return OMITTED if not kept else interrupt(context, asked)

        with pytest.raises(KeyboardInterrupt):
            session.run(ask, kept.append)
        assert [len(each.entries) for each in kept] == [1]

    def test_what_is_kept_holds_when_the_review_goes_on_another_day(self) -> None:
        pair = small_pair()
        _, kept = review(session_of(pair), OMITTED, OMITTED)
        again = session_of(pair, kept[-1])
        assert len(again.queue) == 2
        assert not {entry.item for entry in kept[-1].entries} & set(again.queue)


class TestActions:
    def test_agreeing_keeps_the_tools_own_passages(self) -> None:
        session = session_of(small_pair())
        _, kept = review(session, *[lambda _, session: Decide(session.agree())] * 4)
        entries = {entry.item: entry for entry in kept[-1].entries}
        assert entries["1.1.1"].verdict == entries["1.1.1"].computed
        assert [quote.text for quote in entries["1.1.1"].quotes] == ["力争技改投资年均增长6%以上"]
        assert entries["1.1.2"].quotes == ()

    def test_skip_and_back(self) -> None:
        session = session_of(small_pair())
        asked, kept = review(session, Skip(), Back(), Back())
        first, second = session.queue[:2]
        assert [context.commitment.id for context in asked] == [first, second, first, first]
        assert kept == []

    def test_going_back_shows_what_was_decided_and_lets_it_be_changed(self) -> None:
        session = session_of(small_pair())
        asked, kept = review(session, OMITTED, Back(), Decide(Word(Verdict.OMITTED, note="再看")))
        assert asked[2].mine is not None
        assert asked[2].commitment.decided is not None
        assert [len(each.entries) for each in kept] == [1, 1]
        assert kept[-1].entries[0].note == "再看"

    def test_undo_takes_ones_own_word_back_and_stays(self) -> None:
        session = session_of(small_pair())
        asked, kept = review(session, OMITTED, Back(), Undo())
        assert kept[-1].entries == ()
        assert asked[3].commitment.id == session.queue[0]
        assert asked[3].mine is None

    def test_the_queue_ends_the_review(self) -> None:
        asked, _ = review(session_of(small_pair()), *[Skip()] * 10)
        assert len(asked) == 4

    def test_another_passage_than_the_tools(self) -> None:
        def take(context: Context, session: Session) -> Action:
            found = session.search("职业院校 实训")
            assert [each.passage.measure for each in found] == ["2.2"]
            word = Word(Verdict.WEAKENED, (Reason.PARTIAL_MATCH,), (quote_of(found[0].passage),))
            return Decide(word)

        _, kept = review(session_of(small_pair()), take)
        (entry,) = kept[-1].entries
        assert (entry.verdict, entry.reasons) == ("weakened", ("partial_match",))
        assert entry.quotes[0].text in "支持职业院校与企业共建实训基地。"


class TestContext:
    def test_tells_what_is_asked_and_found(self) -> None:
        pair = small_pair()
        session = session_of(pair)
        session.place = list(session.queue).index("1.1.1")
        context = session.context()
        assert ("qingzhou", "推动技改投资年均增长6％以上") in context.asked
        assert context.target == "6%以上"
        assert context.measure.id == "1.1"
        (found,) = context.passages
        assert found.passage == Passage("1.1", "力争技改投资年均增长6%以上", found.passage.score)
        assert found.before.endswith("加大技改投资力度,")
        assert found.title == "推动传统产业技改升级"

    def test_progress_counts_down(self) -> None:
        asked, _ = review(session_of(small_pair()), OMITTED, OMITTED)
        assert [context.progress.decided for context in asked] == [0, 1, 2]
        assert asked[0].progress.total == 4
        assert asked[-1].progress.changeable <= asked[0].progress.changeable

    def test_suspects_come_first_with_what_was_said_of_them(self) -> None:
        pair = small_pair()
        old = pair.decide("2.1.2", Verdict.OMITTED, by="王").model_copy(update={"read": "sha256:" + "0" * 12})
        session = session_of(pair, no_decisions("shandong", "yicheng").model_copy(update={"entries": (old,)}))
        context = session.context()
        assert (context.commitment.id, context.item.cause) == ("2.1.2", Cause.SUSPECT)
        assert [(each.by, each.verdict) for each in context.others] == [("王", Verdict.OMITTED)]

    @pytest.mark.parametrize("words", ["", "  ", "。", "并无此语"])
    def test_a_search_for_nothing_finds_nothing(self, words: str) -> None:
        assert session_of(small_pair()).search(words) == ()

    def test_a_search_heeds_no_width_and_finds_all_words(self) -> None:
        session = session_of(small_pair())
        assert [each.passage.measure for each in session.search("增长６％ 技改")] == ["1.1"]
        assert session.search("技改 养老") == ()

"""The terminal of a review: it shows a commitment and asks for one key; only notes and words to look for take a line.

What is shown is drawn anew for every key, at the size the terminal then has.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec

from plancmp.alignment.decisions import Word
from plancmp.alignment.result import CommitmentResult, Passage, Reason, Verdict
from plancmp.cli.messages import Words
from plancmp.cli.render.lines import Line, paint, paragraph
from plancmp.cli.review.keys import keyboard
from plancmp.cli.review.screen import (
    WEAKENING,
    Pending,
    ScreenSize,
    passage_lines,
    reason_lines,
    screen_lines,
)
from plancmp.cli.review.session import (
    Action,
    Back,
    Context,
    Decide,
    Quit,
    Session,
    Skip,
    Surroundings,
    Undo,
    quote_of,
)

_NARROWEST = 20
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_ARROWS = {"\x1b[C": "s", "\x1b[D": "b", "\x1b[B": "s", "\x1b[A": "b", " ": "s"}
_CARRIED = frozenset("aw")
_MOVES: dict[str, Action] = {"u": Undo(), "b": Back(), "s": Skip(), "q": Quit()}
_DONE = frozenset("\r\n")
_ESCAPE = "\x1b"


@dataclass
class TerminalReviewer:
    """Asks a person at a terminal.

    Attributes:
        say: the words of the language chosen.
        colour: whether the screen is coloured.
        read_key: waits for one key and returns it.
        read_line: shows a prompt and returns the line typed.
        write: puts text on the terminal.
        size: the cells in a line and the lines of the terminal, as they are now.
    """

    say: Words
    colour: bool
    read_key: Callable[[], str]
    read_line: Callable[[str], str]
    write: Callable[[str], None]
    size: Callable[[], ScreenSize]

    def ask(self, context: Context, session: Session) -> Action:
        """Show the commitment in turn until a key settles it."""
        pending, message = Pending(), ""
        while True:
            self._show(screen_lines(context, pending, self.size(), self.say), message)
            key = self._key()
            action = self._action(key, context, session, pending)
            if action is not None:
                return action
            pending, message = self._prepare(key, context, session, pending)

    def _action(self, key: str, context: Context, session: Session, pending: Pending) -> Action | None:
        """What a key settles; None for one that prepares, and where there is no passage to decide with."""
        if key == "y":
            return Decide(session.agree()._replace(note=pending.note))
        if key == "o":
            return Decide(Word(Verdict.OMITTED, note=pending.note))
        if key in _CARRIED and (word := self._carried(context, pending, weakened=key == "w")):
            return Decide(word)
        return _MOVES.get(key)

    def _prepare(self, key: str, context: Context, session: Session, pending: Pending) -> tuple[Pending, str]:
        """What is chosen after a key that settles nothing, and what is to be said."""
        if key == "p":
            return self._choose(context.passages, pending), ""
        if key == "/":
            return self._search(session, pending)
        if key == "n":
            return pending._replace(note=self.read_line(self.say("review.note_prompt")).strip()), ""
        if key in _CARRIED and not _passages(context, pending):
            return pending, self.say("review.needs_passage")
        return pending, "" if key in _CARRIED else self.say("review.unknown_key")

    def _carried(self, context: Context, pending: Pending, *, weakened: bool) -> Word | None:
        """The word that a passage carries the commitment; None where there is no passage to carry it."""
        passages = _passages(context, pending)
        if not passages:
            return None
        reasons = self._reasons(context.commitment) if weakened else ()
        if reasons is None:
            return None
        verdict = Verdict.WEAKENED if weakened else Verdict.ADOPTED
        return Word(verdict, reasons, tuple(map(quote_of, passages)), pending.note)

    def _reasons(self, commitment: CommitmentResult) -> tuple[Reason, ...] | None:
        """The reasons for a weakening, one key each, until Enter; None where the person thinks better of it."""
        chosen = [reason for reason in commitment.reasons if reason in WEAKENING]
        while True:
            self._show(reason_lines(chosen, self._width(), self.say))
            key = self._key()
            if key == _ESCAPE:
                return None
            if key in _DONE and chosen:
                return tuple(reason for reason in WEAKENING if reason in chosen)
            if key.isdecimal() and 0 < int(key) <= len(WEAKENING):
                reason = WEAKENING[int(key) - 1]
                chosen = (
                    [each for each in chosen if each is not reason] if reason in chosen else [*chosen, reason]
                )

    def _choose(self, found: Sequence[Surroundings], pending: Pending) -> Pending:
        """The passage of a number; what was chosen before for any other key."""
        lines = [row for number, each in enumerate(found, start=1) for row in self._passage(each, number)]
        self._show(lines, self.say("review.choose"))
        key = self._key()
        if key.isdecimal() and 0 < int(key) <= len(found):
            return pending._replace(passage=found[int(key) - 1].passage)
        return pending

    def _passage(self, found: Surroundings, number: int) -> Iterable[Line]:
        from plancmp.cli.sanitize import sanitize_value

        return passage_lines(sanitize_value(found), number, self._width(), self.say)

    def _search(self, session: Session, pending: Pending) -> tuple[Pending, str]:
        words = self.read_line(self.say("review.search_prompt")).strip()
        if not words:
            return pending, ""
        found = session.search(words)
        if not found:
            return pending, self.say("review.not_found", words=words)
        return self._choose(found, pending), ""

    def _show(self, lines: Iterable[Line], message: str = "") -> None:
        below = paragraph((), message, self._width(), "yellow") if message else []
        self.write(_CLEAR + paint([*lines, *below], width=self._width(), colour=self.colour))

    def _width(self) -> int:
        return self.size().width

    def _key(self) -> str:
        """The next key: arrows as letters, full width (an input method's) as half."""
        key = self.read_key()
        return _ARROWS.get(key) or unicodedata.normalize("NFKC", key).lower() or "q"


def _passages(context: Context, pending: Pending) -> list[Passage]:
    """What a verdict of adopted or weakened would rest on."""
    return [pending.passage] if pending.passage else list(context.commitment.evidence)


@contextmanager
def terminal_reviewer(say: Words, *, colour: bool) -> Iterator[TerminalReviewer]:
    """The reviewer at this process' terminal, which is as it was before when the review is over."""

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def size() -> ScreenSize:
        columns, lines = shutil.get_terminal_size()
        return ScreenSize(max(columns, _NARROWEST), lines)

    with keyboard() as keys:
        yield TerminalReviewer(say, colour, keys.read_key, keys.read_line, write, size)


def is_terminal() -> bool:
    """Whether a person can be asked: keys come from a terminal that can be set to hand them on, and one is shown."""
    settable = find_spec("termios") is not None  # not on Windows
    return settable and sys.stdin.isatty() and sys.stdout.isatty()

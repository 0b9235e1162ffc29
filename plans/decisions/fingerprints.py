"""Fingerprints: what a decision was bound to, told again when texts have changed.

A fingerprint is of the normal form: letters and digits, and the signs that change a number. Punctuation, width,
spaces and signs nobody sees do not count, so that a plan printed anew keeps its decisions and another word does not.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from plancmp.plans.invisible import INVISIBLE

FINGERPRINT = r"^sha256:[0-9a-f]{12}(/[0-9a-f]{12})?(\+[0-9a-f]{12}/[0-9a-f]{12})*$"
"""The first 48 bits of each digest: they tell a change, they keep no secret."""

_DIGITS = 12
_PREFIX = "sha256:"
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2500~\u301c-]")
_OF_NUMBERS = frozenset("%‰+±×≥≤")
_BETWEEN_DIGITS = frozenset(".-:/")
_SENTENCE_END = re.compile(r"[。｡；;！!？?\n]|(?<![A-Za-z\d\s])[.．](?!\d)")


class NormalForm(NamedTuple):
    """A text in normal form; `places` holds the place in the original of each character left."""

    text: str
    places: Sequence[int]


@lru_cache(maxsize=2048)  # each decision asks of the same measures
def normal_form(text: str) -> NormalForm:
    """Return what of a text a fingerprint is taken of."""
    folded = [
        (character, place)
        for place, original in enumerate(text)
        if not INVISIBLE.match(original)
        for character in _DASHES.sub("-", unicodedata.normalize("NFKC", original))
    ]
    kept = [
        (character, place)
        for number, (character, place) in enumerate(folded)
        if character.isalnum()
        or character in _OF_NUMBERS
        or (character in _BETWEEN_DIGITS and _stands_between_digits(folded, number))
    ]
    return NormalForm("".join(character for character, _ in kept), [place for _, place in kept])


def _stands_between_digits(characters: Sequence[tuple[str, int]], number: int) -> bool:
    return (
        0 < number < len(characters) - 1
        and characters[number - 1][0].isdigit()
        and characters[number + 1][0].isdigit()
    )


def fingerprint(*texts: str) -> str:
    """The fingerprint of texts taken together, in their order."""
    return _PREFIX + _digest("\n".join(normal_form(text).text for text in texts))


def fingerprint_of_quotes(places: Iterable[tuple[str, str]]) -> str:
    """One fingerprint for the sentences that quotes stand in: for each the sentence's digest and that of all the text.

    Args:
        places: each quote with the text of the measure or section it stands in; a quote that stands in none of its
            sentences is taken for one.
    """
    digests = (
        f"{_digest(next(_sentences(quote, text), normal_form(quote).text))}/{_digest(normal_form(text).text)}"
        for quote, text in places
    )
    return _PREFIX + "+".join(digests)


def still_reads(read: str, places: Iterable[tuple[str, str]]) -> bool:
    """Whether the sentences that quotes stand in are those of a fingerprint.

    Where the whole text has the words it had, where its sentences end does not matter.
    """
    digests, pairs = read.removeprefix(_PREFIX).split("+"), list(places)
    return len(digests) == len(pairs) and all(
        _reads(*digest.partition("/")[::2], quote, text)
        for digest, (quote, text) in zip(digests, pairs, strict=True)
    )


def _reads(sentence: str, whole: str, quote: str, text: str) -> bool:
    if _digest(normal_form(text).text) == whole:
        return stands_in(quote, text)
    return any(_digest(found) == sentence for found in _sentences(quote, text))


def stands_in(quote: str, text: str) -> bool:
    """Whether a text holds these words, whatever stands between them."""
    words = normal_form(quote).text
    return bool(words) and words in normal_form(text).text


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _sentences(quote: str, text: str) -> Iterator[str]:
    """The sentence around a quote, in normal form, for each place it stands in; one quoted across two is both."""
    words, form = normal_form(quote).text, normal_form(text)
    start = form.text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        yield form.text[_opened(form, text, start) : _closed(form, text, end)]
        start = form.text.find(words, start + 1)


def _opened(form: NormalForm, text: str, start: int) -> int:
    """Where the sentence begins that this place lies in."""
    while start and not _ends_between(form, text, start):
        start -= 1
    return start


def _closed(form: NormalForm, text: str, end: int) -> int:
    while end < len(form.places) and not _ends_between(form, text, end):
        end += 1
    return end


def _ends_between(form: NormalForm, text: str, place: int) -> bool:
    """Whether a sentence ends between this place of the normal form and the one before it."""
    return bool(_SENTENCE_END.search(text, form.places[place - 1] + 1, form.places[place]))

"""A page's source before it is parsed: the parser takes the square of the attributes of one tag."""

from __future__ import annotations

import re

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

_QUOTED = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(rf"<!--|<([a-z][a-z0-9]*)(?:[^>\"']|{_QUOTED})*")
_VALUES = re.compile(_QUOTED)
_BETWEEN = re.compile(r"[\s/]+")
# Program code and comments may hold anything that looks like a tag.
_ENDS = {None: "-->", "script": "</script", "style": "</style"}


def refuse_crowded_tags(page: str) -> None:
    """Accept a page that is parsed in time.

    Raises:
        EncodingError: A tag has too many attributes.
    """
    source = page.lower()
    place = 0
    while place >= 0 and (tag := _TAG.search(source, place)):
        # An attribute takes two characters at least: only long tags are looked at.
        if len(tag[0]) > 2 * LIMITS.page_attributes and _count_attributes(tag[0]) > LIMITS.page_attributes:
            raise EncodingError(Problem.TOO_MANY_PARTS, expected=f"{LIMITS.page_attributes:,}")
        place = source.find(_ENDS.get(tag[1], ""), tag.end())


def _count_attributes(tag: str) -> int:
    """At least as many as a tag has."""
    return len(_BETWEEN.findall(_VALUES.sub(" ", tag)))

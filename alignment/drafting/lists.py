"""Lists of things under one verb: kept as one promise, or taken apart.

The rule: a list is one promise, unless every thing in it ends with a number of its own
(技术创新中心20个、重点实验室4个). Then each is a promise that is kept or
broken by itself, in the words of the list; the first keeps the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.alignment.numeric_targets import find_targets

_OPEN, _CLOSE = "“《（(〈「", "”》）)〉」"


def split_list(text: str) -> tuple[str, ...]:
    """The things of a list, verbatim, where each ends with a number of its own; else the text as it is."""
    things = tuple(_things(text))
    return things if len(things) > 1 and all(map(_ends_with_number, things)) else (text,)


def _ends_with_number(thing: str) -> bool:
    """Whether it ends with a number that says of what it is."""
    return any(target.indicator and thing.endswith(target.phrase) for target in find_targets(thing))


def _things(text: str) -> Iterator[str]:
    """The text between the enumeration commas that stand outside quotes and brackets."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        depth += (sign in _OPEN) - (sign in _CLOSE and depth > 0)
        if sign == "、" and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]

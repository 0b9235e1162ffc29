"""Agencies by their names: whether a short form means one, and which names of a plan mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_ENDS = ("局", "委")
_SHORTEST = 4
"""Characters of a short form that is taken for the full name: 市委 is not 市国资委, 县发改局 is 县发展和改革局."""


def names_agency(named: Sequence[str], asked: str) -> bool:
    """Whether one of these agencies is the one asked for: by a part of its name, or by its short form.

    A short form is made of characters of the full name in their order: 发改局 of 发展和改革局.
    """
    return any(_is_short_for(asked, name) for name in named)


def full_names(named: Iterable[str]) -> Mapping[str, str]:
    """The name that each agency of a plan goes by: the full one that it is a short form of, else its own.

    A short form that could mean two agencies stays as it is, and so does what is no single agency (市有关部门).
    """
    known = tuple(dict.fromkeys(named))
    found = {name: [other for other in known if _means(name, other)] for name in known}
    return {name: others[0] if len(others) == 1 else name for name, others in found.items()}


def _means(short: str, name: str) -> bool:
    return (
        len(name) > len(short) >= _SHORTEST
        and short.endswith(_ENDS)
        and (short[0], short[-1]) == (name[0], name[-1])
        and _is_short_for(short, name)
    )


def _is_short_for(short: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in short)

"""Every regular expression of the program runs in linear time, whatever text it meets.

The patterns are collected by walking the modules (constants, and what cached functions build) and language.toml,
so a new one is tried as soon as it is written. Each is fed texts made of its own literals and alternatives,
repeated: twice the text may take at most three times as long. `python -m tests.test_patterns` prints how many
were tried and the worst growth.
"""

from __future__ import annotations

import ast
import builtins
import functools
import importlib
import re
import time
from collections.abc import Iterator, Mapping
from itertools import chain, islice, pairwise
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

from plancmp.alignment.language_data import language

ROOT = Path(__file__).parents[1]
LAYERS = ("alignment", "cli", "plans")
METHODS = frozenset({"search", "match", "fullmatch", "sub", "split", "findall", "finditer"})
SEARCHED = frozenset({"search", "finditer"})
SMALLEST, LARGEST = 8, 4096
"""Texts grow from so many repeats to so many signs."""
WORTH_TIMING = 0.004
"""Seconds: below this, time says nothing about growth."""
MOST_GROWTH = 3.0
RETRIES = 4
FAILS = ("\0", "1")
"""What follows the repeats: signs that make most patterns fail at the very end."""
PIECES = 12
"""So many different pieces of a pattern are repeated, and paired with their neighbours."""


def modules() -> Iterator[Any]:
    """Every module of the program, __main__ modules aside."""
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if parts[-1] != "__main__":
                yield importlib.import_module(".".join(["plancmp", *parts]).removesuffix(".__init__"))


class Use(NamedTuple):
    """A pattern, and the ways in which the program applies it."""

    pattern: re.Pattern[str]
    methods: frozenset[str]


def patterns() -> dict[str, Use]:
    """Every pattern of the program by where it stands."""
    found: dict[str, Use] = {}
    for module in modules():
        for name, value in vars(module).items():
            imported = callable(value) and value.__module__ != module.__name__
            for number, pattern in enumerate(() if imported else _patterns_in(value)):
                found[f"{module.__name__}.{name}[{number}]"] = Use(pattern, _methods(module, name))
    found |= {f"language.toml {text}": Use(re.compile(text), SEARCHED) for text in _expressions()}
    found |= {
        f"{place} {text}": Use(re.compile(text), frozenset({method})) for place, method, text in _calls()
    }
    return {place: use for place, use in found.items() if isinstance(use.pattern.pattern, str)}


def _methods(module: Any, name: str) -> frozenset[str]:
    """How a module applies a pattern of its own, told by NAME.match( in its text; every way where it is not told.

    Of a collection that is gone through, each one is called `pattern`.
    """
    source = Path(str(module.__file__)).read_text("utf-8")
    name = "pattern" if re.search(rf"\bpattern\b[^\n]* in {name}\b", source) else name
    return frozenset(re.findall(rf"\b{name}(?:\(\))?\.(\w+)\(", source)) & METHODS or METHODS


def _patterns_in(value: Any) -> Iterator[re.Pattern[Any]]:
    """The patterns that a module's value is, holds or, as a cached function without parameters, builds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, functools._lru_cache_wrapper) and not value.__wrapped__.__code__.co_argcount:
        yield from _patterns_in(value())
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_patterns_in, value.values()))
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from chain.from_iterable(map(_patterns_in, value))


def _expressions() -> Iterator[str]:
    """What language.toml holds as regular expressions, one by one."""
    for step in language("strength"):
        yield from step["words"]
    for condition in language("condition"):
        yield from condition["patterns"]


class _Names(dict[str, Any]):
    """A module's names; what is only known where the pattern is used is a sample of what may stand there."""

    def __missing__(self, name: str) -> str:
        if name in vars(builtins):
            raise KeyError(name)
        return "6%以上"


def _calls() -> Iterator[tuple[str, str, str]]:
    """Patterns written where they are used: re.sub("…", …), re.search(rf"…{value}…", …)."""
    for module in modules():
        path = Path(str(module.__file__))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _uses_re(node):
                expression = compile(ast.Expression(node.args[0]), str(path), "eval")
                pattern = eval(expression, _Names(vars(module)))
                if isinstance(pattern, str):
                    yield f"{module.__name__}:{node.lineno}", node.func.attr, pattern  # type: ignore[attr-defined]


def _uses_re(node: ast.Call) -> bool:
    """Whether a call searches with a pattern given in place (a compiled one is searched for where it is kept)."""
    return (
        isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in METHODS
    )


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """Short texts made of a pattern's own literals and alternatives: each alternative, each run, the whole."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    found = list(dict.fromkeys(text for text in _samples(tree) if text))
    return [*found[:: max(1, len(found) // PIECES)][:PIECES], "1", "甲", " "]


def _samples(tree: Any) -> Iterator[str]:
    """A sample of the whole sequence, of what is repeated in it, and of every alternative."""
    yield "".join(_sample(node) for node in tree)
    for code, argument in tree:
        for inner in _inner(code, argument):
            yield from _samples(inner)


def _inner(code: Any, argument: Any) -> Iterator[Any]:
    if code is codes.BRANCH:
        yield from argument[1]
    elif code is codes.SUBPATTERN:
        yield argument[3]
    elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        yield argument[2]
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield argument[1]
    elif code is codes.ATOMIC_GROUP:
        yield argument


def _sample(node: tuple[Any, Any]) -> str:
    """A text that one node matches, or nothing."""
    code, argument = node
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.IN:
        return next((text for text in map(_member, argument) if text), "甲")
    if code in {codes.NOT_LITERAL, codes.ANY}:
        return "甲"
    inner = list(_inner(code, argument))
    if not inner or code in {codes.ASSERT, codes.ASSERT_NOT}:
        return ""
    return "".join(map(_sample, inner[0]))


def _member(node: tuple[Any, Any]) -> str:
    code, argument = node
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.RANGE:
        return chr(argument[0])
    if code is codes.CATEGORY:
        return {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " "}.get(argument, "甲")
    return ""


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Pieces to repeat, and what follows them: each alone, and beside the next one."""
    own = pieces(pattern)
    pairs = [one + other for one, other in pairwise(own)]
    for piece in dict.fromkeys(own + pairs):
        for end in FAILS:
            yield piece, end


def seconds(use: Use, text: str) -> float:
    """How much time of the processor it takes to apply a pattern to a text in the ways the program does."""
    start = time.process_time()
    if use.methods & {"match", "fullmatch"}:
        use.pattern.match(text)
    if "fullmatch" in use.methods:
        use.pattern.fullmatch(text)
    if use.methods - {"match", "fullmatch"}:
        for _ in use.pattern.finditer(text):
            pass
    return time.process_time() - start


def growth(use: Use, piece: str, end: str) -> float:
    """How many times as long twice the text takes, at the first length where that is too long, else at the last.

    1 where it is over too soon to be timed. Doubling from a short text on, an explosion is met while it is small.
    """
    repeats, found = SMALLEST, 1.0
    before = seconds(use, piece * repeats + end)
    while found <= MOST_GROWTH and len(piece) * repeats * 2 <= LARGEST:
        repeats *= 2
        now = seconds(use, piece * repeats + end)
        found, before = (now / before if now > WORTH_TIMING else 1.0), now
    return found


def worst_growth(use: Use) -> float:
    """The worst growth over all texts; what looks bad is timed again, since machines have moods."""
    worst = 1.0
    for piece, end in texts(use.pattern):
        found = growth(use, piece, end)
        for _ in range(RETRIES):
            if found <= MOST_GROWTH:
                break
            found = min(found, growth(use, piece, end))
        worst = max(worst, found)
    return worst


PATTERNS = patterns()


@pytest.mark.parametrize("place", PATTERNS)
def test_twice_the_text_takes_at_most_three_times_as_long(place: str) -> None:
    assert worst_growth(PATTERNS[place]) <= MOST_GROWTH


def test_all_patterns_are_collected() -> None:
    """Known ones of each kind are among them: constants, what functions build, data, and what is used in place."""
    assert len(PATTERNS) > 190
    assert {
        "plancmp.alignment.numeric_targets._trailing_verbs[0]",
        "plancmp.plans.encoding.agencies._BRACKET[0]",
        "language.toml 支持(?!力度|政策|资金|体系)",
    } <= set(PATTERNS)
    assert any(place.startswith("plancmp.plans.checks.witnesses:") for place in PATTERNS)


@pytest.mark.parametrize(
    "expression", ["(?:达|到|达到)+$", r"(?:a+)+b", r"\s+$", r"(\d+,?)+;", r"[^》]*关于[^》]*通知$"]
)
def test_a_pattern_that_is_not_linear_is_found(expression: str) -> None:
    assert worst_growth(Use(re.compile(expression), METHODS)) > MOST_GROWTH


def main() -> None:
    """Print how many patterns were tried, on how many texts, and which grows the most."""
    grown = {place: worst_growth(use) for place, use in PATTERNS.items()}
    tried = sum(sum(1 for _ in texts(use.pattern)) for use in PATTERNS.values())
    print(f"{len(grown)} patterns, {tried} texts, worst growth {max(grown.values()):.2f}")  # noqa: T201
    for place in islice(sorted(grown, key=grown.__getitem__, reverse=True), 5):
        print(f"  {grown[place]:.2f}  {place[:120]}")  # noqa: T201


if __name__ == "__main__":
    main()

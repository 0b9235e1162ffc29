"""What one command states no other denies: verdicts, homes, targets, agencies, quotes, over every pair of plans.

Every command's JSON is turned into statements: a subject (the verdict on 1.2.1 in a plan, the phrase a plan states)
and what the command says of it. Commands that speak of one subject must say the same.
`python -m tests.cli.test_no_contradiction` prints how many statements of how many plans and commands were compared.
"""

from __future__ import annotations

import contextlib
import io
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import permutations
from typing import Any, NamedTuple

import pytest

from plancmp.alignment import compare, measure_explanation
from plancmp.cli.main import run
from plancmp.plans.model import Plan
from tests.alignment.editing import LOCAL, REFERENCE

PAIRS = (*((REFERENCE, plan) for plan in LOCAL), *permutations(LOCAL, 2))
FLOOR = 20_000
"""At least so many statements were compared with another command's when this was written."""


def _bare(value: Any) -> Any:
    """A value; of passages what every command says of them, without the places that some name besides."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{name: each.get(name) for name in ("measure", "quote", "score")} for each in value]
    return value


class Statement(NamedTuple):
    """What a command says of a subject."""

    subject: tuple[str, ...]
    command: str
    said: object


@cache
def answer(*arguments: str) -> Any:
    """The JSON that a command prints."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert run([*arguments, "--format", "json", "--lang", "en"]) == 0
    return json.loads(printed.getvalue())


@cache
def shown(plan: str) -> Mapping[str, Any]:
    """The measures and sections of a plan as `show` prints them, by id."""
    plan_shown = answer("show", plan)
    measures = (measure for programme in plan_shown["programmes"] for measure in programme["measures"])
    return {part["id"]: part for part in (*measures, *plan_shown.get("sections", ()))}


class Pair:
    """One reference, one plan, and what every command says of them."""

    def __init__(self, reference: str, plan: str) -> None:
        self.reference, self.plan = reference, plan

    @cached_property
    def diff(self) -> Any:
        return answer("diff", self.reference, self.plan)

    @cached_property
    def report(self) -> Any:
        return answer("report", self.plan, "--reference", self.reference)["reports"][0]

    @cached_property
    def coverage(self) -> Any:
        return answer("coverage", self.plan, "--reference", self.reference)

    @cached_property
    def rows(self) -> list[Any]:
        """The rows of `targets`: the reference's with all plans, or one plan beside another."""
        plans = LOCAL if self.reference == REFERENCE else (self.plan,)
        return answer("targets", *plans, "--reference", self.reference, "--all")["indicators"]  # type: ignore[no-any-return]

    @cached_property
    def measures(self) -> list[Any]:
        return [measure for programme in self.diff["programmes"] for measure in programme["measures"]]

    @cached_property
    def explained(self) -> list[Any]:
        """Every measure of the reconstructed reference; of a plan every fifth, since each costs a search."""
        chosen = self.measures if self.reference == REFERENCE else self.measures[::5]
        return [answer("explain", self.reference, self.plan, measure["id"])["measure"] for measure in chosen]

    def statements(self) -> Iterator[Statement]:
        """Everything the commands say of this pair."""
        for subject, command, said in self._all():
            yield Statement((self.reference, self.plan, *subject), command, said)

    def _all(self) -> Iterator[tuple[tuple[str, ...], str, object]]:
        yield from self._figures()
        for command, measures in (("diff", self.measures), ("explain", self.explained)):
            for measure in measures:
                yield from self._measure(command, measure)
        for programme in self.coverage["programmes"]:
            for measure in programme["measures"]:
                yield ("measure", measure["id"], "verdict"), "coverage", measure["plans"][0]["verdict"]
                counts = measure["plans"][0]["commitments"]
                for verdict in ("adopted", "weakened", "omitted"):
                    yield ("measure", measure["id"], verdict), "coverage", counts[verdict]
        for gap in self.report["gaps"]:
            yield from self._gap(gap)
        for line in self.report["targets"]:
            yield from self._target("report", line["commitment"], line["measure"], line)
        yield from self._additions()

    def _figures(self) -> Iterator[tuple[tuple[str, ...], str, object]]:
        rows = {"diff": self.diff, "report": self.report, "coverage": self.coverage["plans"][0]}
        for command, row in rows.items():
            for name, figure in row["summary"].items():
                yield ("summary", name), command, figure

    def _measure(self, command: str, measure: Any) -> Iterator[tuple[tuple[str, ...], str, object]]:
        identity = measure["id"]
        yield ("measure", identity, "verdict"), command, measure["verdict"]
        yield ("measure", identity, "homes"), command, [match["id"] for match in measure["matches"]]
        verdicts = [commitment["verdict"] for commitment in measure["commitments"]]
        for verdict in ("adopted", "weakened", "omitted"):
            yield ("measure", identity, verdict), command, verdicts.count(verdict)
        for match in measure["matches"]:
            yield ("title", match["id"]), command, match["title"]
            yield ("title", match["id"]), "show", shown(self.plan)[match["id"]]["title"]
        for commitment in measure["commitments"]:
            yield from self._commitment(command, identity, commitment)

    def _commitment(
        self, command: str, measure: str, commitment: Any
    ) -> Iterator[tuple[tuple[str, ...], str, object]]:
        identity = commitment["id"]
        for field in ("verdict", "reasons", "evidence", "nearest", "strengthened"):
            yield ("commitment", identity, field), command, _bare(commitment[field])
        gaps = {gap["commitment"]["id"]: gap["commitment"]["verdict"] for gap in self.report["gaps"]}
        yield ("commitment", identity, "verdict"), "report", gaps.get(identity, "adopted")
        for passage in (*commitment["evidence"], *commitment["nearest"]):
            quoted = ("quote", passage["measure"], passage["quote"])
            yield quoted, command, True
            yield quoted, "show", passage["quote"] in shown(self.plan)[passage["measure"]]["text"]
        for target in commitment["targets"]:
            yield from self._target(command, identity, measure, target)

    def _gap(self, gap: Any) -> Iterator[tuple[tuple[str, ...], str, object]]:
        commitment, measure = gap["commitment"], gap["measure"]
        yield ("measure", measure["id"], "verdict"), "report", measure["verdict"]
        for field in ("verdict", "reasons", "evidence", "nearest", "strengthened"):
            yield ("commitment", commitment["id"], field), "report", _bare(commitment[field])
        homes = next(each["matches"] for each in self.measures if each["id"] == measure["id"])
        place = [passage["measure"] for passage in commitment["evidence"]] or [home["id"] for home in homes]
        agencies = shown(self.plan)[place[0]].get("agencies", {}) if place else {}
        acting = ("commitment", commitment["id"], "agencies")
        yield acting, "report", gap["agencies"]
        yield acting, "show", agencies.get("lead") or agencies.get("responsible") or []

    def _target(
        self, command: str, commitment: str, measure: str, target: Any
    ) -> Iterator[tuple[tuple[str, ...], str, object]]:
        named = ("target", commitment, target["indicator"], target["reference"])
        yield (*named, "change"), command, target["change"]
        yield (*named, "phrase"), command, target["plan"]
        if target["plan"]:
            yield ("phrase", target["plan"]), command, True
            yield ("phrase", target["plan"]), "targets", target["plan"] in self._phrases
            texts = (each["text"] for each in shown(self.plan).values())
            yield ("phrase", target["plan"]), "show", any(target["plan"] in text for text in texts)
        yield (*named, "stated"), command, target["change"] != "missing"
        for row in self._rows_of(commitment, measure, target):
            entry = next((each for each in row["targets"] if each["plan"] == self.plan), None)
            if entry:
                yield (*named, "stated"), "targets", True
                beside = any(each["plan"] == self.reference for each in row["targets"])  # the benchmark
                if beside and entry["standing"] in _CHANGES and target["plan"] == entry["phrase"]:
                    yield (*named, "change"), "targets", _CHANGES[entry["standing"]]

    @cached_property
    def _phrases(self) -> set[str]:
        return {
            entry["phrase"] for row in self.rows for entry in row["targets"] if entry["plan"] == self.plan
        }

    def _rows_of(self, commitment: str, measure: str, target: Any) -> Iterator[Any]:
        """The rows that hold the reference's number for a commitment, or what its other witnesses state for it."""
        stated = _stated(self.reference, measure, commitment)
        for row in self.rows:
            for entry in row["targets"]:
                own = entry["plan"] == self.reference and (entry["measure"], entry["phrase"]) == (
                    measure,
                    target["reference"],
                )
                witnessed = entry["plan"] != self.plan and (
                    (entry["measure"], _folded(entry["phrase"])) == stated.get(entry["plan"])
                )
                if witnessed or (own and entry["indicator"] == target["indicator"]):
                    yield row

    def _additions(self) -> Iterator[tuple[tuple[str, ...], str, object]]:
        for command in ("diff", "report"):
            additions = getattr(self, command)["additions"]
            yield ("additions",), command, _bare(additions)
            yield ("additions", "number"), command, len(additions)
        yield ("additions", "number"), "coverage", self.coverage["plans"][0]["additions"]
        evidence = [
            passage
            for measure in self.measures
            for commitment in measure["commitments"]
            for passage in commitment["evidence"]
        ]
        for addition in self.diff["additions"]:
            new = ("addition", addition["measure"], addition["quote"])
            yield new, "diff", True
            answers = any(
                passage["measure"] == addition["measure"] and passage["quote"] in addition["quote"]
                for passage in evidence
            )
            yield new, "evidence", not answers


_CHANGES = {"above": "higher", "below": "lower"}


@cache
def _stated(reference: str, measure: str, commitment: str) -> Mapping[str, tuple[str, str]]:
    """By witness, where and in which words it states a commitment's number."""
    listed = shown(reference)[measure].get("commitments", ())
    found: Mapping[str, Any] = next((each for each in listed if each["id"] == commitment), {})
    places = {witness["plan"]: witness.get("measure", "") for witness in found.get("witnesses", ())}
    stated = found.get("target", {}).get("stated", {})
    return {plan: (places[plan], _folded(phrase)) for plan, phrase in stated.items()}


def _folded(phrase: str) -> str:
    return unicodedata.normalize("NFKC", phrase)


class Findings(NamedTuple):
    """What all commands said, by subject, and which subjects they do not agree on."""

    statements: int
    compared: int
    commands: frozenset[str]
    contradictions: tuple[str, ...]


def compare_statements(pairs: tuple[tuple[str, str], ...]) -> Findings:
    """Gather what the commands say of these pairs and set it side by side."""
    said: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for pair in pairs:
        for statement in Pair(*pair).statements():
            said[statement.subject].append(statement)
    shared = [found for found in said.values() if len({each.command for each in found}) > 1]
    return Findings(
        sum(map(len, said.values())),
        sum(map(len, shared)),
        frozenset(each.command for found in said.values() for each in found),
        tuple(_told(found) for found in said.values() if any(each.said != found[0].said for each in found)),
    )


def _told(found: list[Statement]) -> str:
    sayings = dict.fromkeys(f"{each.command}: {each.said}" for each in found)
    return " ".join(found[0].subject) + " | " + " | ".join(sayings)


@contextlib.contextmanager
def comparing_once() -> Iterator[None]:
    """The same two plans are compared once; each command still reads, chooses and words the result by itself."""
    original = compare.compare_plans
    known: dict[tuple[str, str, bool], Any] = {}

    def remembered(reference: Plan, plan: Plan, *rest: Any, blind: bool = False, trace: object = ()) -> Any:
        key = (reference.id, plan.id, blind)
        if key not in known:
            every = {measure.id for measure in reference.measures}
            known[key] = original(reference, plan, *rest, blind=blind, trace=every)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compare, "compare_plans", remembered)
        patch.setattr(measure_explanation, "compare_plans", remembered)
        yield


@pytest.fixture(scope="module")
def findings() -> Findings:
    with comparing_once():
        return compare_statements(PAIRS)


def test_no_command_denies_what_another_states(findings: Findings) -> None:
    assert findings.contradictions == ()


def test_enough_was_compared(findings: Findings) -> None:
    assert findings.compared > FLOOR
    assert findings.commands >= {"diff", "report", "explain", "coverage", "targets", "show"}


def test_a_denial_is_found() -> None:
    pair = Pair(REFERENCE, "yicheng")
    with comparing_once():
        row = next(row for row in pair.report["targets"] if row["plan"])
        statements = list(
            pair._target("report", row["commitment"], row["measure"], row | {"change": "missing"})
        )
    denied = {subject for subject, command, said in statements if command == "report" and said is False}
    assert [said for subject, command, said in statements if subject in denied and command == "targets"] == [
        True
    ]


def main() -> None:
    """Print how many statements were compared, and every contradiction."""
    with comparing_once():
        found = compare_statements(PAIRS)
    plans = len({plan for pair in PAIRS for plan in pair})
    print(  # noqa: T201
        f"{found.statements} statements, {found.compared} of them on what another command speaks of too, "
        f"over {len(PAIRS)} pairs of {plans} plans and {len(found.commands)} commands "
        f"({', '.join(sorted(found.commands))}); contradictions: {len(found.contradictions)}"
    )
    for told in found.contradictions:
        print(told[:400])  # noqa: T201


if __name__ == "__main__":
    main()

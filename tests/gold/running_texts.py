"""How well plans are judged against a running text, of which a key says which clause states which commitment.

`python -m tests.gold.running_texts` prints the figures of the stand-ins in `seen`, with TEXT KEY those of any other.
KEY is JSON in the shape of `seen/references.json` or the bare list of one text's clauses, each with the ids of the
reconstruction's commitments that it states under `commitments` or `states`.

- *drafted*: precision and recall of drafting, see `drafting`.
- *lent*: of what the drafted commitments borrow from, the share that their clauses state; of the commitments stated by
  a clause that was drafted, the share that some draft borrows from.
- *commitments*: kappa of verdicts on plans with the gold; a drafted commitment has the gold of each commitment that a
  clause states which it overlaps by half of the shorter one.
- *clauses*: the same by the key's clauses: adopted where all is, omitted where nothing is carried, else weakened.
- *measures*: the same of measures; one has the gold of the measure that most of what it states is of.

The plans judged never lend their own words. Beside a kappa stands what the reconstruction reaches on all its items.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from plancmp.alignment.compare import PreparedReference, compare_prepared
from plancmp.alignment.evaluation.gold import join_golds, parse_gold
from plancmp.alignment.evaluation.metrics import measure_agreement
from plancmp.alignment.result import Comparison
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Plan
from tests.alignment.editing import LOCAL, REFERENCE, plan_named
from tests.gold.counties import LABELS
from tests.gold.drafting import Score, running_text, score, spans

GOLD = Path(__file__).parent
FOLDERS = {"fictional": "ab", "paraphrased": "cd", "outlines": "efgh", "seen": "ijkl"}
"""Where the texts of the fictional counties stand, by their last letters."""

NEAR, FAR = "four plans, a to d", "e to l"
GROUPS = {
    NEAR: (*LOCAL, *(f"county-{letter}" for letter in "abcd")),
    FAR: tuple(f"county-{letter}" for letter in "efghijkl"),
}
"""The plans that are judged; those of a group count together."""

Verdicts = Mapping[str, str]
Pair = tuple[str, str]
"""A gold verdict and the one found."""


class Gold(NamedTuple):
    """The verdicts that readers gave on one plan, by id; none of those on which they differ."""

    commitments: Verdicts
    measures: Verdicts


class Clause(NamedTuple):
    """A clause of a key that states commitments of the reconstruction, and the drafted commitments that overlap it."""

    measure: str
    states: tuple[str, ...]
    drafts: tuple[str, ...]


class Figures(NamedTuple):
    """What a running text reaches: drafting, lending, and pairs of verdicts by kind and group."""

    drafted: Score
    borrowed: Score
    found: Score
    pairs: Mapping[tuple[str, str], Sequence[Pair]]

    def kappa(self, kind: str, group: str) -> float:
        """Agreement with the gold beyond chance, on commitments, clauses or measures of a group of plans."""
        return kappa(self.pairs[kind, group])


def figures_of(text: Plan, key: Sequence[Any], groups: Iterable[str] = GROUPS) -> Figures:
    """The figures of a running text, given what its key says of its clauses."""
    prepared = PreparedReference(text)
    clauses = list(clauses_of(prepared.reference, text, key))
    lent = {
        (demand.commitment.commitment.id, lender.id)
        for demand in prepared.demands_of(None)
        if (lender := demand.commitment.lender)
    }
    stated = {(draft, each) for clause in clauses for each in clause.states for draft in clause.drafts}
    reachable, reached = {each for _, each in stated}, {each for _, each in lent & stated}
    pairs: dict[tuple[str, str], list[Pair]] = {}
    for group in groups:
        for plan in GROUPS[group]:
            comparison = compare_prepared(prepared, plan_of(plan), blind=True)
            for kind, found in pairs_of(comparison, clauses, gold_of(plan)).items():
                pairs.setdefault((kind, group), []).extend(found)
    return Figures(
        score(text, key),
        Score(len(lent), len(lent), len(lent & stated)),
        Score(len(reachable), len(reachable), len(reached)),
        pairs,
    )


def clauses_of(reference: Plan, text: Plan, key: Sequence[Any]) -> Iterator[Clause]:
    """The clauses that state something of the reconstruction, with the drafted commitments in each."""
    words = {measure.id: measure.text for measure in text.measures}
    for measure in reference.measures:
        said = [
            each
            for each in key
            if each["measure"] == measure.id
            and each["kind"] == "commitment"
            and each["text"] in words[measure.id]
        ]
        drafts = list(spans(words[measure.id], [each.text for each in measure.commitments]))
        for clause, (start, end) in zip(
            said, spans(words[measure.id], [each["text"] for each in said]), strict=True
        ):
            states = _states(clause)
            if states:
                overlapping = (
                    commitment.id
                    for commitment, (first, last) in zip(measure.commitments, drafts, strict=True)
                    if 2 * (min(end, last) - max(start, first)) >= min(end - start, last - first)
                )
                yield Clause(measure.id, states, tuple(overlapping))


def _states(clause: Mapping[str, Any]) -> tuple[str, ...]:
    said = clause.get("commitments") or clause.get("states") or ()
    return (said,) if isinstance(said, str) else tuple(said)


def pairs_of(comparison: Comparison, clauses: Sequence[Clause], gold: Gold) -> dict[str, list[Pair]]:
    """The gold verdicts and those found in one plan, by kind."""
    found = {item.id: item.verdict.value for item in comparison.commitments}
    carried = {item.id: item.verdict.value for item in comparison.measures}
    wanted = gold.commitments
    stated = sorted(
        {(draft, each) for clause in clauses for each in clause.states for draft in clause.drafts}
    )
    return {
        "commitments": [(wanted[each], found[draft]) for draft, each in stated if each in wanted],
        "clauses": [
            (
                _together(wanted[each] for each in clause.states),
                _together(map(found.__getitem__, clause.drafts)),
            )
            for clause in clauses
            if clause.drafts and all(each in wanted for each in clause.states)
        ],
        "measures": [
            (gold.measures[same], carried[measure])
            for measure, same in measures_of(clauses).items()
            if same in gold.measures and measure in carried
        ],
    }


def measures_of(clauses: Iterable[Clause]) -> dict[str, str]:
    """For each measure the reconstruction's that most of what it states is of, where more than half is."""
    counts: dict[str, Counter[str]] = {}
    for clause in clauses:
        counts.setdefault(clause.measure, Counter()).update(each.rpartition(".")[0] for each in clause.states)
    best = {measure: count.most_common(1)[0] for measure, count in counts.items()}
    return {measure: same for measure, (same, times) in best.items() if 2 * times > counts[measure].total()}


def _together(verdicts: Iterable[str]) -> str:
    said = set(verdicts)
    return said.pop() if len(said) == 1 else "weakened"


def kappa(pairs: Sequence[Pair]) -> float:
    """Agreement of verdicts beyond chance."""
    return measure_agreement([want for want, _ in pairs], [said for _, said in pairs], LABELS).kappa


@cache
def reconstruction_reaches(kind: str, group: str) -> float:
    """Kappa of the reconstruction itself, on all of its commitments or measures."""
    prepared = PreparedReference(plan_named(REFERENCE))
    found = []
    for plan in GROUPS[group]:
        comparison = compare_prepared(prepared, plan_of(plan), blind=True)
        wanted: Verdicts = getattr(gold_of(plan), kind)
        found += [
            (wanted[item.id], item.verdict.value) for item in getattr(comparison, kind) if item.id in wanted
        ]
    return kappa(found)


@cache
def plan_of(name: str) -> Plan:
    """A real plan or a fictional county."""
    if name in LOCAL:
        return plan_named(name)
    raw = (GOLD / _folder_of(name) / f"{name}.txt").read_bytes()
    return encode_document(raw, plan_id=name, level="county").plan


@cache
def gold_of(name: str) -> Gold:
    """What readers found in a real plan or a fictional county."""
    if name in LOCAL:
        files = ("commitments.json", "measures-dev.json", "measures-own.json")
        read = join_golds(parse_gold(json_of(GOLD / each)) for each in files)
        return Gold(
            {each.item: each.verdict.value for each in read.commitments if each.plan == name},
            {each.item: each.verdict.value for each in read.measures if each.plan == name},
        )
    folder = _folder_of(name)
    if folder == "fictional":
        data = json_of(GOLD / "fictional.json")
        measures = {item: said["plans"][name]["verdict"] for item, said in data["measures"].items()}
        return Gold(_verdicts(data["commitments"][name]), measures)
    file = "paraphrased.json" if folder == "paraphrased" else f"{folder}/counties.json"
    key = json_of(GOLD / file)["counties"][name]
    return Gold(_verdicts(key["commitments"]), _verdicts(key["measures"]))


def _folder_of(county: str) -> str:
    return next(folder for folder, letters in FOLDERS.items() if county[-1] in letters)


def _verdicts(said: Mapping[str, Any]) -> Verdicts:
    """Of keys that give a verdict, or an object that holds it."""
    return {item: each if isinstance(each, str) else each["verdict"] for item, each in said.items()}


@cache
def json_of(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def key_of(path: Path, name: str) -> Sequence[Any]:
    """The clauses of the text of this name; a file with one text only may call it otherwise."""
    data = json_of(path)
    if isinstance(data, list):
        return data
    references = data.get("references", data)
    return next(iter(references.values())) if len(references) == 1 else references[name]


def lines(name: str, figures: Figures) -> Iterator[str]:
    """The figures for reading, one kind a line."""
    drafted = figures.drafted
    yield f"{name}: drafted P {drafted.precision:.3f} R {drafted.recall:.3f}"
    yield f"  ({drafted.found} of {drafted.drafted} drafted and {drafted.stated} stated)\n"
    lent = figures.borrowed
    yield f"  lent P {lent.precision:.3f} ({lent.found} of {lent.drafted})"
    yield f" R {figures.found.recall:.3f} ({figures.found.found} of {figures.found.stated})\n"
    for (kind, group), pairs in figures.pairs.items():
        beside = "" if kind == "clauses" else f"; reconstruction {reconstruction_reaches(kind, group):.3f}"
        yield f"  {group}: {kind} {figures.kappa(kind, group):.3f} ({len(pairs)} pairs{beside})\n"


def main(arguments: Sequence[str]) -> None:
    if arguments:
        text, key = map(Path, arguments)
        texts = {text: key_of(key, text.stem)}
    else:
        keys = json_of(GOLD / "seen" / "references.json")["references"]
        texts = {GOLD / "seen" / f"{name}.txt": key for name, key in keys.items()}
    for path, said in texts.items():
        sys.stdout.writelines(lines(path.stem, figures_of(running_text(path), said)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Plans changed in one known way, each with the answer that change must give; tools/mutations.py prints the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from plancmp.alignment.compare import compare_plans
from plancmp.alignment.result import CommitmentResult
from plancmp.plans.model import Measure
from tests.alignment import mutation_clauses, mutation_measures
from tests.alignment.editing import IMPLEMENTING, REFERENCE, plan_named
from tests.alignment.mutation_case import Case
from tests.alignment.mutation_targets import Clause, clauses_of, edited_measures, unmutated

SEED = 20231111
_ROUNDS = 30

ClauseMaker = Callable[[Clause, Random], Case | None]
MeasureMaker = Callable[[str, Measure, Random], Case | None]

CLAUSE_KINDS: dict[str, tuple[ClauseMaker, int]] = {
    "commitment dropped": (mutation_clauses.drop_commitment, 60),
    "share lowered": (mutation_clauses.lower_share, 30),
    "share raised": (mutation_clauses.raise_share, 20),
    "target deleted": (mutation_clauses.delete_target, 30),
    "deadline moved": (mutation_clauses.move_deadline, 40),
    "verb softened": (mutation_clauses.soften_verb, 50),
    "verb hardened": (mutation_clauses.harden_verb, 40),
    "condition added": (mutation_clauses.add_condition, 50),
    "moved to another programme": (mutation_clauses.move_sentence, 45),
}
MEASURE_KINDS: dict[str, tuple[MeasureMaker, int]] = {
    "measure dropped": (mutation_measures.drop_measure, 40),
    "measure split": (mutation_measures.split_measure, 30),
    "measures merged": (mutation_measures.merge_measures, 30),
    "sentences reordered": (mutation_measures.reorder_sentences, 30),
    "boilerplate added": (mutation_measures.add_boilerplate, 30),
    "synonyms swapped": (mutation_measures.swap_synonyms, 40),
    "unrelated measure added": (mutation_measures.add_unrelated_measure, 25),
}
KINDS = (*CLAUSE_KINDS, *MEASURE_KINDS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case came out: what was wrong, and which measures changed though nothing of theirs was touched."""

    case: Case
    wrong: tuple[CommitmentResult, ...]
    disturbed: tuple[str, ...]


@cache
def cases_of(kind: str) -> tuple[Case, ...]:
    """The cases of one kind, the same in every run, up to the number the kind asks for."""
    chance = Random(f"{SEED} {kind}")
    most = (CLAUSE_KINDS.get(kind) or MEASURE_KINDS[kind])[1]
    found: dict[tuple[str, str], Case] = {}
    for case in _candidates(kind, chance):
        found.setdefault((case.base, case.note), case)
        if len(found) == most:
            break
    return tuple(found.values())


def _candidates(kind: str, chance: Random) -> Iterator[Case]:
    """Cases from all three plans in turn, again with other words until there are enough."""
    for _ in range(_ROUNDS):
        if kind in CLAUSE_KINDS:
            clauses = [clause for base in IMPLEMENTING for clause in clauses_of(base)]
            made = (CLAUSE_KINDS[kind][0](clause, chance) for clause in chance.sample(clauses, len(clauses)))
        else:
            places = [(base, measure) for base in IMPLEMENTING for measure in plan_named(base).measures]
            made = (MEASURE_KINDS[kind][0](*place, chance) for place in chance.sample(places, len(places)))
        yield from (case for case in made if case is not None)


def run(case: Case) -> Outcome:
    """Compare the mutated plan and hold the result against what is known of it."""
    found = compare_plans(plan_named(REFERENCE), case.plan, blind=True)
    results = {result.id: result for result in found.commitments}
    touched = edited_measures(case.base, case.edited)
    before = {measure.id: measure.verdict for measure in unmutated(case.base).measures}
    return Outcome(
        case,
        wrong=tuple(
            results[each.commitment] for each in case.expected if not each.is_met(results[each.commitment])
        ),
        disturbed=tuple(
            measure.id
            for measure in found.measures
            if measure.id not in touched and measure.verdict is not before[measure.id]
        ),
    )


@cache
def outcomes_of(kind: str) -> tuple[Outcome, ...]:
    """Every case of one kind, run."""
    return tuple(map(run, cases_of(kind)))

"""What one would reach for instead: three short scripts that compare whole measures, timed and scored on one task.

Each finds for every measure of the reference a local measure and a score; two thresholds, chosen where they serve the
script best on the very gold it is then measured on, make verdicts of the scores. Scores on the development gold
are therefore upper bounds for the scripts; plancmp runs as it is.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plancmp.alignment.compare import PreparedReference, compare_prepared
from plancmp.alignment.evaluation.baselines import BestMatches, predict_by_thresholds, threshold_pairs
from plancmp.alignment.evaluation.predictions import Label, gold_labels, measure_figures, select
from plancmp.alignment.reference import prepare_reference
from plancmp.cli.gold_files import read_golds
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan

GOLD = Path(__file__).parents[2] / "tests" / "gold" / "measures-dev.json"

Texts = Mapping[str, str]
Script = Callable[[Texts, Texts], BestMatches]


@dataclass(frozen=True)
class MethodScore:
    """A method's seconds a plan and its agreement with the gold: kappa of verdicts, F1 of links."""

    name: str
    seconds: float
    kappa: float
    links: float


def difflib_ratio(asked: Texts, local: Texts) -> BestMatches:
    """The local text with the highest difflib ratio."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    found = {}
    for measure, text in asked.items():
        matcher.set_seq2(text)
        scores = {}
        for other, there in local.items():
            matcher.set_seq1(there)
            scores[other] = matcher.ratio()
        best = max(scores, key=lambda other: scores[other])
        found[measure] = (best, scores[best])
    return found


def rapidfuzz_one_to_one(asked: Texts, local: Texts) -> BestMatches:
    """RapidFuzz's cdist and the one-to-one assignment with the highest sum of ratios."""
    from rapidfuzz import fuzz, process
    from scipy.optimize import linear_sum_assignment

    scores = process.cdist(list(asked.values()), list(local.values()), scorer=fuzz.ratio)
    names, others = list(asked), list(local)
    found = {
        names[row]: (others[column], float(scores[row, column]) / 100)
        for row, column in zip(*linear_sum_assignment(-scores), strict=True)
    }
    return {measure: found.get(measure, (others[0], 0.0)) for measure in asked}


def tfidf_cosine(asked: Texts, local: Texts) -> BestMatches:
    """scikit-learn's TF-IDF over characters, pairs and triples, and the local text with the highest cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3)).fit_transform(
        [*asked.values(), *local.values()]
    )
    scores = (vectors[: len(asked)] @ vectors[len(asked) :].T).toarray()
    others = list(local)
    return {
        measure: (others[row.argmax()], float(row.max())) for measure, row in zip(asked, scores, strict=True)
    }


SCRIPTS: dict[str, Script] = {
    "difflib, best ratio": difflib_ratio,
    "rapidfuzz cdist, one to one": rapidfuzz_one_to_one,
    "TF-IDF, cosine": tfidf_cosine,
}


def compare_methods(plans: Sequence[Plan]) -> Iterator[MethodScore]:
    """Yield plancmp, then each script: timed on these plans, scored on the real ones."""
    library = Library()
    reference = load_plan(library.find("province"))
    real = [load_plan(path) for path in library.paths() if path.stem != reference.id]
    gold = gold_labels(read_golds([GOLD]).measures)
    prepared = PreparedReference(reference)
    compare_prepared(prepared, plans[0])

    start = time.perf_counter()
    for plan in plans:
        compare_prepared(prepared, plan)
    seconds = (time.perf_counter() - start) / len(plans)
    own = {
        (plan.id, measure.id): Label(measure.verdict, frozenset(match.id for match in measure.matches))
        for plan in real
        for measure in compare_prepared(prepared, plan).measures
    }
    figures = measure_figures(gold, own)
    yield MethodScore("plancmp", seconds, figures.verdicts.kappa, figures.links.f1)
    for name, script in SCRIPTS.items():
        yield _score(name, script, reference, plans, real)


def _score(
    name: str, script: Script, reference: Plan, plans: Sequence[Plan], real: Sequence[Plan]
) -> MethodScore:
    gold = gold_labels(read_golds([GOLD]).measures)
    asked = {plan.id: _asked(reference, plan.id) for plan in real}
    others = _asked(reference, "")
    script(others, _local(plans[0]))
    start = time.perf_counter()
    for plan in plans:
        script(others, _local(plan))
    seconds = (time.perf_counter() - start) / len(plans)
    found = {plan.id: script(asked[plan.id], _local(plan)) for plan in real}
    grid = [
        {
            (plan, measure): answer
            for plan, each in found.items()
            for measure, answer in predict_by_thresholds(each, *pair).items()
        }
        for pair in threshold_pairs(list(found.values()))
    ]
    figures = measure_figures(gold, select(grid, gold))
    return MethodScore(name, seconds, figures.verdicts.kappa, figures.links.f1)


def _asked(reference: Plan, judged: str) -> dict[str, str]:
    """Each measure's commitments as they count for the judged plan, in the words of one witness each."""
    texts: dict[str, list[str]] = {measure.id: [] for measure in reference.measures}
    for commitment in prepare_reference(reference, judged):
        texts[commitment.measure.id] += [variant.text for variant in commitment.variants[:1]]
    return {measure.id: measure.title + "。".join(texts[measure.id]) for measure in reference.measures}


def _local(plan: Plan) -> dict[str, str]:
    return {measure.id: measure.title + measure.text for measure in plan.measures}

"""From an evaluation to the accuracy card that reports carry."""

from __future__ import annotations

from dataclasses import replace

from plancmp.alignment.accuracy import AccuracyCard
from plancmp.alignment.evaluation import Evaluation
from plancmp.alignment.measure_evaluation import MeasureEvaluation
from plancmp.alignment.result import Verdict


def card_of(evaluation: Evaluation, date: str) -> AccuracyCard:
    """Return the card for an evaluation made on `date` (such as "2024-05-31")."""
    gold = evaluation.gold
    card = AccuracyCard(date, gold.origins, len(gold.plans), len(gold.measures), origins_zh=gold.origins_zh)
    return _add_commitments(_add_measures(card, evaluation.measures), evaluation)


def _add_measures(card: AccuracyCard, found: MeasureEvaluation | None) -> AccuracyCard:
    if found is None:
        return card
    own = found.methods[0]
    return replace(
        card,
        agreement=own.figures.verdicts.share,
        kappa=own.figures.verdicts.kappa,
        macro_f1=own.figures.verdicts.macro_f1,
        link_f1=own.figures.links.f1,
        left_out_kappa=own.left_out.verdicts.kappa if own.left_out else None,
        left_out_link_f1=own.left_out.links.f1 if own.left_out else None,
    )


def _add_commitments(card: AccuracyCard, evaluation: Evaluation) -> AccuracyCard:
    if evaluation.commitments is None:
        return card
    verdicts = evaluation.commitments.figures.verdicts
    omission = verdicts.retrieval(Verdict.OMITTED)
    return replace(
        card,
        commitments=len(evaluation.gold.commitments),
        commitment_kappa=verdicts.kappa,
        omission_precision=omission.precision,
        omission_recall=omission.recall,
    )

"""The accuracy card: how far this version's verdicts agree with careful readings, for whoever reads a report.

The card is the package's own data in card.toml, written by `plancmp evaluate --write-card`.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plancmp.alignment.result import Verdict

if TYPE_CHECKING:  # a report reads the card and evaluates nothing
    from plancmp.alignment.evaluation.scoring import Evaluation, MeasureEvaluation

CARD_FILE = Path(__file__).with_name("card.toml")


@dataclass(frozen=True, slots=True)
class AccuracyCard:
    """AgreementFigures of one evaluation; shares are 0-1, and a figure that was not measured is None.

    Attributes:
        date: when it was measured, such as "2024-05-31".
        origins: where the readings come from, in English.
        plans: how many plans were read.
        measures: how many pairs of measure and plan were read.
        agreement: share of those pairs with the readers' verdict.
        kappa: the same beyond chance (Cohen).
        macro_f1: mean F1 of the three verdicts.
        link_f1: F1 of the local measures named as carrying a measure.
        left_out_kappa: kappa on programmes that the thresholds were not chosen on.
        left_out_link_f1: link F1 on programmes that the thresholds were not chosen on.
        commitments: how many pairs of commitment and plan were read.
        commitment_kappa: kappa of the commitments' verdicts.
        omission_precision: share of the commitments called omitted that are.
        omission_recall: share of the omitted commitments that are called so.
        origins_zh: where the readings come from, in Chinese.
    """

    date: str
    origins: tuple[str, ...]
    plans: int
    measures: int
    agreement: float | None = None
    kappa: float | None = None
    macro_f1: float | None = None
    link_f1: float | None = None
    left_out_kappa: float | None = None
    left_out_link_f1: float | None = None
    commitments: int = 0
    commitment_kappa: float | None = None
    omission_precision: float | None = None
    omission_recall: float | None = None
    origins_zh: tuple[str, ...] = ()


@cache
def accuracy_card() -> AccuracyCard | None:
    """Return the card of this version, None when it was never evaluated."""
    if not CARD_FILE.exists():
        return None
    return parse_card(CARD_FILE.read_text("utf-8"))


def parse_card(text: str) -> AccuracyCard:
    """Make a card of TOML as `card_text` writes it."""
    fields = tomllib.loads(text)
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
    return AccuracyCard(**{**fields, **lists})


def card_text(card: AccuracyCard) -> str:
    """Write a card as TOML; figures are rounded to three places, missing ones left out."""
    lines = ["# How far the verdicts agree with careful readings; written by `make accuracy`."]
    for name, value in asdict(card).items():
        if value is not None:
            # JSON's numbers, strings and lists of strings are TOML as well.
            shown = round(value, 3) if isinstance(value, float) else value
            lines.append(f"{name} = {json.dumps(shown, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


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

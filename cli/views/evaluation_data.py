"""An evaluation as rows, one a figure of a method, and as JSON: schema plancmp/evaluate/1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancmp.alignment.evaluation.metrics import Agreement, Calibration, Retrieval
from plancmp.alignment.evaluation.predictions import AgreementFigures, Difference
from plancmp.alignment.evaluation.scoring import CommitmentEvaluation, Evaluation, MeasureEvaluation
from plancmp.alignment.result import Verdict
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Grid, Value
from plancmp.cli.views.fields import rounded

_SCHEMA = "plancmp/evaluate/1"
_COLUMNS = ("scope", "method", "left_out", "figure", "value")


def evaluation_grid(evaluation: Evaluation, say: Words) -> Grid:
    """One row a figure of a method."""
    rows = (
        (scope, method, say("yes" if left_out else "no"), name, f"{value:.4f}")
        for scope, method, left_out, figures in _all_figures(evaluation)
        for name, value in _figures(figures).items()
    )
    return Grid(_COLUMNS, rows, frozenset({"scope", "method"}))


def _all_figures(evaluation: Evaluation) -> Iterator[tuple[Value, Value, bool, AgreementFigures]]:
    if evaluation.measures:
        for method in evaluation.measures.methods:
            name = method.baseline.value if method.baseline else "plancmp"
            yield "measures", name, False, method.figures
            if method.left_out:
                yield "measures", name, True, method.left_out
    if evaluation.commitments:
        yield "commitments", "plancmp", False, evaluation.commitments.figures
        if evaluation.commitments.left_out:
            yield "commitments", "plancmp", True, evaluation.commitments.left_out


def _figures(figures: AgreementFigures) -> Mapping[str, float]:
    verdicts, links = figures.verdicts, figures.links
    omission = verdicts.retrieval(Verdict.OMITTED)
    return {
        "agreement": verdicts.share,
        "kappa": verdicts.kappa,
        "macro_f1": verdicts.macro_f1,
        "link_precision": links.precision,
        "link_recall": links.recall,
        "link_f1": links.f1,
        "omission_precision": omission.precision,
        "omission_recall": omission.recall,
    }


def evaluation_fields(evaluation: Evaluation, reference: str) -> dict[str, object]:
    """The fields of the contract."""
    gold = evaluation.gold
    return {
        "schema": _SCHEMA,
        "reference": reference,
        "gold": {
            "origins": list(gold.origins),
            "origins_zh": list(gold.origins_zh),
            "plans": list(gold.plans),
            "programmes": evaluation.programmes,
            "measures": len(gold.measures),
            "commitments": len(gold.commitments),
            "disputed": gold.disputed,
            "outdated": gold.outdated,
        },
        "measures": _measures(evaluation.measures) if evaluation.measures else None,
        "commitments": _commitments(evaluation.commitments) if evaluation.commitments else None,
    }


def _measures(found: MeasureEvaluation) -> dict[str, object]:
    return {
        "methods": [
            {
                "method": method.baseline.value if method.baseline else "plancmp",
                "figures": _figure_fields(method.figures),
                "left_out": _figure_fields(method.left_out),
            }
            for method in found.methods
        ],
        "calibration": _calibration(found.calibration),
        "differences": [_difference(each) for each in found.differences],
    }


def _commitments(found: CommitmentEvaluation) -> dict[str, object]:
    return {
        "figures": _figure_fields(found.figures),
        "left_out": _figure_fields(found.left_out),
        "reasons": _retrieval(found.reasons),
        "differences": [_difference(each) for each in found.differences],
    }


def _figure_fields(figures: AgreementFigures | None) -> dict[str, object] | None:
    if figures is None:
        return None
    shares = {name: rounded(value) for name, value in _figures(figures).items()}
    return {"pairs": figures.verdicts.pairs, **shares, "confusion": _confusion(figures.verdicts)}


def _confusion(verdicts: Agreement) -> dict[str, dict[str, int]]:
    return {
        row: dict(zip(verdicts.labels, counts, strict=True))
        for row, counts in zip(verdicts.labels, verdicts.confusion, strict=True)
    }


def _retrieval(found: Retrieval) -> dict[str, object]:
    shares = {"precision": rounded(found.precision), "recall": rounded(found.recall), "f1": rounded(found.f1)}
    return {"right": found.true_positives, "found": found.predicted, "wanted": found.gold, **shares}


def _calibration(calibration: Calibration) -> dict[str, object]:
    bins = [
        {
            "low": rounded(found.low),
            "high": rounded(found.high),
            "count": found.count,
            "confidence": rounded(found.confidence),
            "right": rounded(found.accuracy),
        }
        for found in calibration.bins
    ]
    return {"error": rounded(calibration.error), "brier": rounded(calibration.brier), "bins": bins}


def _difference(each: Difference) -> dict[str, object]:
    return {
        "plan": each.plan,
        "item": each.item,
        "gold": {"verdict": each.gold.verdict.value, "links": sorted(each.gold.links)},
        "given": {"verdict": each.predicted.verdict.value, "links": sorted(each.predicted.links)},
    }

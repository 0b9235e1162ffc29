"""How far people agree with the tool, as a page, as rows and as JSON: schema `plancmp/evaluate-decisions/1`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from plancmp.alignment.evaluation.decided import DecidedPair, DecisionEvaluation
from plancmp.alignment.evaluation.readers import ReaderPair
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Block, Document, Grid, Heading, Item, Value, plain_table
from plancmp.cli.views.evaluation import calibration_blocks, confusion_table
from plancmp.cli.views.fields import rounded
from plancmp.cli.views.glosses import glossed
from plancmp.cli.views.readers_evaluation import pair_fields, pairs_blocks

_COLUMNS = ("plan", "commitment", "verdict", "computed_verdict", "confidence")


def decided_document(
    evaluation: DecisionEvaluation,
    readers: Sequence[ReaderPair],
    reference: str,
    say: Words,
    *,
    verbose: bool,
) -> Document:
    """The evaluation for every format: one row a decided commitment.

    Args:
        evaluation: how far people agree with the tool.
        readers: how far tool, models and people agree, where models have proposed something.
        reference: its name.
        say: the words.
        verbose: list all differences.
    """
    document = Document(
        page=lambda _: chain(_page(evaluation, reference, say, verbose=verbose), pairs_blocks(readers, say)),
        grid=lambda: Grid(_COLUMNS, [_values(pair, say) for pair in evaluation.pairs]),
        data=lambda: {**_fields(evaluation, reference), "among_themselves": pair_fields(readers)},
    )
    return glossed(document, say)


def _page(evaluation: DecisionEvaluation, reference: str, say: Words, *, verbose: bool) -> Iterator[Block]:
    agreement = evaluation.agreement
    yield Heading(say("evaluate.decided_title", reference=say.gloss(reference)), level=1)
    deciders = say.listed([f"{name} {count}" for name, count in evaluation.deciders])
    size = say("evaluate.decided_size", plans=evaluation.plans, commitments=len(evaluation.pairs))
    yield Item(say("remark", text=size, remark=deciders) if deciders else size)
    if evaluation.set_aside:
        yield Item(say("evaluate.set_aside", count=evaluation.set_aside))
    if not evaluation.pairs:  # models have proposed, people decided nothing
        return
    heads = ("agreement", "kappa", "macro_f1")
    figures = [f"{value:.3f}" for value in (agreement.share, agreement.kappa, agreement.macro_f1)]
    yield plain_table(
        (say("evaluate.method"), *(say(f"evaluate.{head}") for head in heads)),
        [(say("evaluate.own"), *figures)],
    )
    yield Heading(say("evaluate.decided_confusion"), level=3)
    yield confusion_table(agreement, say)
    if evaluation.calibration:
        yield from calibration_blocks(evaluation.calibration, say)
    if verbose and evaluation.differences:
        yield Heading(say("evaluate.differences", count=len(evaluation.differences)), level=3)
        yield plain_table(
            [say(f"column.{column}") for column in _COLUMNS],
            ([str(value) for value in _values(pair, say)] for pair in evaluation.differences),
        )


def _values(pair: DecidedPair, say: Words) -> tuple[Value, ...]:
    return (
        pair.plan,
        pair.item,
        say(f"verdict.{pair.decided}"),
        say(f"verdict.{pair.computed}"),
        rounded(pair.confidence),
    )


def _fields(evaluation: DecisionEvaluation, reference: str) -> dict[str, object]:
    """The fields of the contract."""
    agreement, calibration = evaluation.agreement, evaluation.calibration
    return {
        "schema": "plancmp/evaluate-decisions/1",
        "reference": reference,
        "plans": evaluation.plans,
        "commitments": len(evaluation.pairs),
        "deciders": [{"by": by, "count": count} for by, count in evaluation.deciders],
        "set_aside": evaluation.set_aside,
        "agreement": rounded(agreement.share),
        "kappa": rounded(agreement.kappa),
        "macro_f1": rounded(agreement.macro_f1),
        "by_confidence": [
            {
                "low": rounded(each.low),
                "high": rounded(each.high),
                "count": each.count,
                "confidence": rounded(each.confidence),
                "agreement": rounded(each.accuracy),
            }
            for each in (calibration.bins if calibration else ())
        ],
        "differences": [
            {
                "plan": pair.plan,
                "id": pair.item,
                "decided": pair.decided.value,
                "computed": pair.computed.value,
                "confidence": rounded(pair.confidence),
            }
            for pair in evaluation.differences
        ],
    }

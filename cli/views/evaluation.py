"""An evaluation as a page: figures beside those of simple baselines, confusions, calibration, differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.evaluation.metrics import Agreement, Calibration, Retrieval
from plancmp.alignment.evaluation.predictions import AgreementFigures, Difference, Label
from plancmp.alignment.evaluation.scoring import (
    CommitmentEvaluation,
    Evaluation,
    MeasureEvaluation,
    MethodFigures,
)
from plancmp.alignment.result import Verdict
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Block, Document, Heading, Item, Table, plain_table
from plancmp.cli.views.glosses import glossed


def evaluation_document(
    evaluation: Evaluation, reference: str, say: Words, *, verbose: bool = False
) -> Document:
    """The evaluation for every format: one row a figure; data always lists the differences; `plancmp/evaluate/1`."""
    from plancmp.cli.views.evaluation_data import evaluation_fields, evaluation_grid

    document = Document(
        page=lambda _: evaluation_page(evaluation, reference, say, verbose=verbose),
        grid=lambda: evaluation_grid(evaluation, say),
        data=lambda: evaluation_fields(evaluation, reference),
    )
    return glossed(document, say)


def evaluation_page(evaluation: Evaluation, reference: str, say: Words, *, verbose: bool) -> Iterator[Block]:
    """The whole evaluation; every difference from gold is listed if `verbose`. `reference` is its name."""
    gold = evaluation.gold
    yield Heading(say("evaluate.title", reference=say.gloss(reference)), level=1)
    sizes = {"measures": len(gold.measures), "commitments": len(gold.commitments)}
    yield Item(
        say("evaluate.size", plans=len(gold.plans), programmes=evaluation.programmes, **sizes),
        say("evaluate.gold"),
    )
    for origin in say.either(gold.origins_zh, gold.origins):
        yield Item(origin, depth=1)
    if gold.disputed or gold.outdated:
        yield Item(say("evaluate.left_over", disputed=gold.disputed, outdated=gold.outdated), depth=1)
    if evaluation.measures:
        yield from _measures(evaluation.measures, say, verbose)
    if evaluation.commitments:
        yield from _commitments(evaluation.commitments, say, verbose)


def method_name(method: MethodFigures, say: Words) -> str:
    """What a method is called."""
    return say(f"method.{method.baseline}") if method.baseline else say("evaluate.own")


def _measures(found: MeasureEvaluation, say: Words, verbose: bool) -> Iterator[Block]:
    yield Heading(say("evaluate.measures"))
    names = ("agreement", "kappa", "macro_f1", "link_precision", "link_recall", "link_f1")
    heads = (say("evaluate.method"), *(say(f"evaluate.{name}") for name in names))
    rows = [row for method in found.methods for row in _method_rows(method, say)]
    yield plain_table(heads, rows)
    yield Item(say("evaluate.figures_mean"), depth=1)
    if any(method.left_out for method in found.methods):
        yield Item(say("evaluate.left_out_means"), depth=1)
    yield Heading(say("evaluate.confusion"), level=3)
    yield confusion_table(found.methods[0].figures.verdicts, say)
    yield from calibration_blocks(found.calibration, say)
    if verbose:
        yield from _differences(found.differences, say)


def _method_rows(method: MethodFigures, say: Words) -> Iterator[tuple[str, ...]]:
    name = method_name(method, say)
    yield name, *_figures(method.figures)
    if method.left_out:
        yield say("evaluate.left_out", method=name), *_figures(method.left_out)


def _figures(figures: AgreementFigures) -> list[str]:
    verdicts, links = figures.verdicts, figures.links
    found = (verdicts.share, verdicts.kappa, verdicts.macro_f1, links.precision, links.recall, links.f1)
    return [f"{value:.3f}" for value in found]


def confusion_table(verdicts: Agreement, say: Words) -> Table:
    """Which verdict was given where which one was wanted."""
    words = [say(f"verdict.{label}") for label in verdicts.labels]
    rows = tuple((word, *map(str, counts)) for word, counts in zip(words, verdicts.confusion, strict=True))
    return plain_table(("", *words), rows)


def calibration_blocks(calibration: Calibration, say: Words) -> Iterator[Block]:
    """How far stated confidence is to be trusted."""
    yield Heading(say("evaluate.calibration"), level=3)
    rows = tuple(
        (
            f"{found.low:.1f}-{found.high:.1f}",
            str(found.count),
            f"{found.confidence:.2f}",
            f"{found.accuracy:.2f}",
        )
        for found in calibration.bins
    )
    heads = ("evaluate.range", "evaluate.count", "evaluate.confidence", "evaluate.right")
    yield plain_table(map(say, heads), rows)
    yield Item(say("evaluate.calibration_error", error=calibration.error, brier=calibration.brier), depth=1)


def _commitments(found: CommitmentEvaluation, say: Words, verbose: bool) -> Iterator[Block]:
    yield Heading(say("evaluate.commitments"))
    heads = ("method", "agreement", "kappa", "macro_f1")
    rows = [(say("evaluate.own"), *_figures(found.figures)[:3])]
    if found.left_out:
        name = say("evaluate.left_out", method=say("evaluate.own"))
        rows.append((name, *_figures(found.left_out)[:3]))
    yield plain_table((say(f"evaluate.{head}") for head in heads), rows)
    yield Heading(say("evaluate.by_verdict"), level=3)
    retrievals = [
        (say(f"verdict.{verdict}"), found.figures.verdicts.retrieval(verdict)) for verdict in Verdict
    ]
    retrievals += [(say("evaluate.reasons"), found.reasons), (say("evaluate.evidence"), found.figures.links)]
    names = ("wanted", "found", "precision", "recall", "f1")
    yield plain_table(
        ("", *(say(f"evaluate.{name}") for name in names)),
        ((name, *_retrieval(each)) for name, each in retrievals),
    )
    yield Heading(say("evaluate.confusion"), level=3)
    yield confusion_table(found.figures.verdicts, say)
    if verbose:
        yield from _differences(found.differences, say)


def _retrieval(found: Retrieval) -> list[str]:
    shares = (found.precision, found.recall, found.f1)
    return [str(found.gold), str(found.predicted), *(f"{share:.3f}" for share in shares)]


def _differences(differences: Sequence[Difference], say: Words) -> Iterator[Block]:
    yield Heading(say("evaluate.differences", count=len(differences)), level=3)
    for each in differences:
        words = say("evaluate.difference", wanted=_answer(each.gold, say), given=_answer(each.predicted, say))
        yield Item(words, f"{say.witness(each.plan)} {each.item}", 1)


def _answer(answer: Label, say: Words) -> str:
    links = " ".join(sorted(answer.links)) or "-"
    return say("evaluate.answer", verdict=say(f"verdict.{answer.verdict}"), links=links)

"""Tool, models and people against gold and each other: a page, rows, one a figure, and plancmp/evaluate-readers/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancmp.alignment.evaluation.metrics import Agreement
from plancmp.alignment.evaluation.readers import (
    Reader,
    ReaderFigures,
    ReaderKind,
    ReaderPair,
    ReadersEvaluation,
)
from plancmp.alignment.result import Verdict
from plancmp.cli.messages import Words
from plancmp.cli.views.document import Block, Document, Grid, Heading, Item, Value, plain_table
from plancmp.cli.views.fields import rounded
from plancmp.cli.views.glosses import glossed

_COLUMNS = ("reader", "against", "scope", "group", "count", "agreement", "kappa", "precision", "recall")


def readers_document(evaluation: ReadersEvaluation, reference: str, say: Words) -> Document:
    """The evaluation for every format."""
    document = Document(
        page=lambda _: _page(evaluation, reference, say),
        grid=lambda: Grid(_COLUMNS, _rows(evaluation, say), frozenset({"scope"})),
        data=lambda: _fields(evaluation, reference),
    )
    return glossed(document, say)


def pairs_blocks(pairs: Sequence[ReaderPair], say: Words) -> Iterator[Block]:
    """How far readers agree among themselves; nothing where there is one only."""
    if not pairs:
        return
    yield Heading(say("evaluate.among"))
    rows = [
        (
            say("evaluate.two_readers", one=_name(pair.one, say), other=_name(pair.other, say)),
            *_sizes(pair.commitments, pair.measures),
        )
        for pair in pairs
    ]
    yield plain_table((say("evaluate.readers"), *_heads(say)), rows)


def pair_fields(pairs: Sequence[ReaderPair]) -> list[dict[str, object]]:
    """The same as data."""
    return [
        {
            "readers": [_id(pair.one), _id(pair.other)],
            "commitments": _agreement(pair.commitments),
            "measures": _agreement(pair.measures),
        }
        for pair in pairs
    ]


def _page(evaluation: ReadersEvaluation, reference: str, say: Words) -> Iterator[Block]:
    gold, figures = evaluation.gold, evaluation.figures
    yield Heading(say("evaluate.readers_title", reference=say.gloss(reference)), level=1)
    sizes = {"measures": len(gold.measures), "commitments": len(gold.commitments)}
    yield Item(say("evaluate.readers_size", plans=len(gold.plans), **sizes), say("evaluate.gold"))
    for origin in say.either(gold.origins_zh, gold.origins):
        yield Item(origin, depth=1)
    if evaluation.set_aside:
        yield Item(say("evaluate.set_aside", count=evaluation.set_aside))
    rows = [(_name(each.reader, say), *_sizes(each.commitments, each.measures)) for each in figures]
    yield plain_table((say("evaluate.reader"), *_heads(say)), rows)
    yield Item(say("evaluate.readers_mean"), depth=1)
    yield from _by_verdict(figures, say)
    yield from _by_confidence(figures, say)
    yield from pairs_blocks(evaluation.pairs, say)


def _by_verdict(figures: Sequence[ReaderFigures], say: Words) -> Iterator[Block]:
    yield Heading(say("evaluate.by_verdict"), level=3)
    heads = ("reader", "verdict", "wanted", "found", "precision", "recall")
    rows = []
    for each in figures:
        for verdict in Verdict:
            found = each.commitments.retrieval(verdict)
            shares = (f"{found.precision:.3f}", f"{found.recall:.3f}")
            name = (_name(each.reader, say), say(f"verdict.{verdict}"))
            rows.append((*name, str(found.gold), str(found.predicted), *shares))
    yield plain_table([say(f"evaluate.{head}") for head in heads], rows)


def _by_confidence(figures: Sequence[ReaderFigures], say: Words) -> Iterator[Block]:
    yield Heading(say("evaluate.by_confidence"), level=3)
    rows = [
        (_name(each.reader, say), f"{band.low:.1f}-{band.high:.1f}", str(band.count), f"{band.accuracy:.3f}")
        for each in figures
        for band in each.bands
    ]
    heads = ("reader", "range", "count", "right")
    yield plain_table([say(f"evaluate.{head}") for head in heads], rows)
    yield Item(say("evaluate.by_confidence_means"), depth=1)


def _heads(say: Words) -> list[str]:
    return [say(f"evaluate.{head}") for head in ("commitments", "kappa", "measures", "kappa")]


def _sizes(commitments: Agreement, measures: Agreement) -> list[str]:
    """How many were judged and kappa, of commitments and of measures; - where none was."""
    return [
        text
        for found in (commitments, measures)
        for text in (str(found.pairs), f"{found.kappa:.3f}" if found.pairs else "-")
    ]


def _name(reader: Reader, say: Words) -> str:
    return say(f"reader.{reader.kind}", name=reader.name)


def _id(reader: Reader) -> str:
    """A reader as data calls it: tool, model:NAME, person, trusting."""
    return f"{reader.kind}:{reader.name}" if reader.kind is ReaderKind.MODEL else reader.kind.value


def _rows(evaluation: ReadersEvaluation, say: Words) -> Iterator[tuple[Value, ...]]:
    for each in evaluation.figures:
        names = (_name(each.reader, say), say("evaluate.gold"))
        yield from _figure_rows(names, each.commitments, each.measures, say)
        for band in each.bands:
            group, share = f"{band.low:.1f}-{band.high:.1f}", f"{band.accuracy:.4f}"
            yield *names, "commitments", group, band.count, share, None, None, None
    for pair in evaluation.pairs:
        names = (_name(pair.other, say), _name(pair.one, say))
        yield from _figure_rows(names, pair.commitments, pair.measures, say)


def _figure_rows(
    names: tuple[str, str], commitments: Agreement, measures: Agreement, say: Words
) -> Iterator[tuple[Value, ...]]:
    """The rows of a reader and what it is measured against: all verdicts, then one verdict at a time."""
    for scope, found in (("commitments", commitments), ("measures", measures)):
        if not found.pairs:
            continue
        shares = (f"{found.share:.4f}", f"{found.kappa:.4f}")
        yield *names, scope, say("evaluate.all"), found.pairs, *shares, None, None
        for verdict in Verdict:
            part = found.retrieval(verdict)
            retrieval = (f"{part.precision:.4f}", f"{part.recall:.4f}")
            yield *names, scope, say(f"verdict.{verdict}"), part.gold, None, None, *retrieval


def _fields(evaluation: ReadersEvaluation, reference: str) -> dict[str, object]:
    """The fields of the contract."""
    gold = evaluation.gold
    return {
        "schema": "plancmp/evaluate-readers/1",
        "reference": reference,
        "gold": {
            "origins": list(gold.origins),
            "origins_zh": list(gold.origins_zh),
            "plans": list(gold.plans),
            "measures": len(gold.measures),
            "commitments": len(gold.commitments),
        },
        "set_aside": evaluation.set_aside,
        "readers": [
            {
                "reader": _id(each.reader),
                "commitments": _agreement(each.commitments),
                "measures": _agreement(each.measures),
                "by_confidence": [
                    {
                        "low": rounded(band.low),
                        "high": rounded(band.high),
                        "count": band.count,
                        "confidence": rounded(band.confidence),
                        "right": rounded(band.accuracy),
                    }
                    for band in each.bands
                ],
            }
            for each in evaluation.figures
        ],
        "among_themselves": pair_fields(evaluation.pairs),
    }


def _agreement(found: Agreement) -> dict[str, object] | None:
    """None where nothing was judged."""
    if not found.pairs:
        return None
    parts = {verdict: found.retrieval(verdict) for verdict in Verdict}
    return {
        "count": found.pairs,
        "agreement": rounded(found.share),
        "kappa": rounded(found.kappa),
        "by_verdict": {
            verdict.value: {
                "wanted": part.gold,
                "found": part.predicted,
                "precision": rounded(part.precision),
                "recall": rounded(part.recall),
            }
            for verdict, part in parts.items()
        },
    }

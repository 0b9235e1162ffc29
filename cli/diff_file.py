"""The JSON of `plancmp diff` read back: what an earlier run found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plancmp.alignment.result import (
    Basis,
    Change,
    CommitmentResult,
    Passage,
    PlanHeader,
    Reason,
    TargetChange,
    Verdict,
)
from plancmp.alignment.versions import JudgedCommitment
from plancmp.cli.errors import CommandError
from plancmp.plans.files import UnreadableFile, read_bytes
from plancmp.plans.glosses import SUFFIX

LARGEST = 50_000_000
"""Bytes. A comparison with 164 commitments takes some 300,000."""

_SCHEMA = "plancmp/diff/1"


class DiffFile(NamedTuple):
    """An earlier comparison, as far as a later one is held against it.

    Attributes:
        reference: what identifies the reference.
        plan: what identifies the plan.
        measures: the verdict on each measure by its id.
        commitments: every commitment with its verdict, numbers and passages.
    """

    reference: PlanHeader
    plan: PlanHeader
    measures: Mapping[str, Verdict]
    commitments: tuple[JudgedCommitment, ...]


def is_diff_file(name: str) -> bool:
    """Whether a name on the command line means the JSON of a comparison: plans are never JSON."""
    return name.lower().endswith(".json")


def read_diff_file(path: Path) -> DiffFile:
    """Read the JSON that `plancmp diff -f json` wrote.

    Raises:
        CommandError: the file cannot be read, or holds something else.
    """
    try:
        data = json.loads(read_bytes(path, LARGEST).decode("utf-8-sig"))
        if data["schema"] != _SCHEMA:
            raise CommandError("error.diff_file", path=path, schema=_SCHEMA)
        return _diff_of(data)
    except UnreadableFile as error:
        raise CommandError(
            f"gold.{error.kind}", path=path, found=error.found, expected=error.expected
        ) from error
    # Whatever is missing or of another kind: it is no such file. ValueError: no JSON, or an unknown verdict.
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise CommandError("error.diff_file", path=path, schema=_SCHEMA) from error


def _diff_of(data: Mapping[str, Any]) -> DiffFile:
    measures = [measure for programme in data["programmes"] for measure in programme["measures"]]
    glosses = tuple(_glosses(data))
    return DiffFile(
        _header(data["reference"])._replace(glosses=glosses),
        _header(data["plan"])._replace(glosses=glosses),
        {_text(measure["id"]): Verdict(measure["verdict"]) for measure in measures},
        tuple(_commitments(data["programmes"])),
    )


def _glosses(data: object) -> Iterator[tuple[str, str]]:
    """Every text that has a gloss beside it, with it."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key.endswith(SUFFIX):
                yield _text(data[key.removesuffix(SUFFIX)]), _text(value)
            else:
                yield from _glosses(value)
    elif isinstance(data, list):
        for each in data:
            yield from _glosses(each)


def _commitments(programmes: list[Mapping[str, Any]]) -> Iterator[JudgedCommitment]:
    for programme in programmes:
        for measure in programme["measures"]:
            for each in measure["commitments"]:
                yield JudgedCommitment(
                    int(programme["number"]), _text(measure["id"]), _text(measure["title"]), _result(each)
                )


def _result(data: Mapping[str, Any]) -> CommitmentResult:
    return CommitmentResult(
        id=_text(data["id"]),
        text=_text(data["text"]),
        verdict=Verdict(data["verdict"]),
        strengthened=bool(data["strengthened"]),
        independent=bool(data["independent"]),
        score=float(data["score"]),
        reasons=tuple(map(Reason, data["reasons"])),
        evidence=tuple(map(_passage, data["evidence"])),
        nearest=tuple(map(_passage, data["nearest"])),
        targets=tuple(map(_target, data["targets"])),
        basis=Basis(data.get("basis", Basis.FOUND)),
        theme=bool(data.get("theme", False)),
    )


def _passage(data: Mapping[str, Any]) -> Passage:
    return Passage(_text(data["measure"]), _text(data["quote"]), float(data["score"]))


def _target(data: Mapping[str, Any]) -> TargetChange:
    return TargetChange(
        _text(data["indicator"]), _text(data["reference"]), _text(data["plan"]), Change(data["change"])
    )


def _header(data: Mapping[str, Any]) -> PlanHeader:
    number, issued = data["document_number"], data["issued"]
    return PlanHeader(
        _text(data["id"]),
        _text(data["name"]),
        _text(data["title"]),
        None if number is None else _text(number),
        None if issued is None else _text(issued),
        _text(data.get("basis", "official")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value

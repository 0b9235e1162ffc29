"""What must hold for any input whatever: each target takes bytes and raises only when the tool is at fault."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from plancmp.cli.language import Language
from plancmp.cli.messages import CATALOGUE, Words
from plancmp.cli.views.encoding import comments_of, report_lines
from plancmp.cli.views.faults import fault_line
from plancmp.plans.checks import check_file
from plancmp.plans.decisions.reading import holds_decisions
from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.encoder_report import EncodingReport
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_document import squeeze
from plancmp.plans.faults import InvalidPlan
from plancmp.plans.library import Library
from plancmp.plans.reading import load_plan
from plancmp.plans.writing import dump_plan
from tests.alignment.grammar import make_pair
from tests.alignment.soundness import check_pair
from tests.plans.conservation import MAKERS, account_for
from tests.plans.conservation_text import make_text

SAY = Words(Language.CHINESE)
DIRECTORY = Path(tempfile.mkdtemp(prefix="plancmp-fuzz-"))
LIBRARY = Library(Path(__file__).parents[1] / "errors" / "library")


def encode_any_bytes(raw: bytes) -> bool:
    """A document is refused in one sentence, or becomes a plan file without a fault that reads back equal."""
    try:
        encoded = encode_document(raw, plan_id="fuzz", name="某市", source="fuzz.txt")
    except EncodingError as error:
        assert f"problem.{error.problem}" in CATALOGUE
        assert "\n" not in SAY(f"problem.{error.problem}", found=error.found, expected=error.expected)
        return False
    _check_written(encoded)
    return True


def keep_every_character(choice: bytes) -> bool:
    """A document made at random loses no character; the bytes choose its format and what it is made of."""
    makers = [*MAKERS.values()]
    assert account_for(makers[sum(choice) % len(makers)](Random(choice))).lost == 0
    return True


def keep_every_word(choice: bytes) -> bool:
    """A text in any numbering is refused as no plan, or each of its words is in the plan or told as left out."""
    made = make_text(Random(choice))
    try:
        encoded = encode_document(made.raw, plan_id="fuzz", name="某市")
    except EncodingError as error:
        assert error.problem is Problem.NO_MEASURES
        return False
    _check_written(encoded)
    in_plan = squeeze("".join(_strings(encoded.plan.model_dump())))
    told = _lines_left_out(made.raw.decode("utf-8-sig"), encoded.report)
    assert [word for word in made.seen if squeeze(word) not in in_plan and squeeze(word) not in told] == []
    return True


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, tuple | list):
        for value in data:
            yield from _strings(value)


def _lines_left_out(text: str, report: EncodingReport) -> str:
    lines = re.split(r"\r\n|\r|\n", text)
    return squeeze("".join("".join(lines[cut.first_line - 1 : cut.last_line]) for cut in report.left_out))


def compare_any_promises(choice: bytes) -> bool:
    """Any plan compares with any reference, soundly; whether anything of it was carried."""
    return any(measure.matches for measure in check_pair(*make_pair(Random(choice))).measures)


def _check_written(encoded: Encoded) -> None:
    report = encoded.report
    assert report.characters == report.landed_characters + sum(part.characters for part in report.left_out)
    assert all("\n" not in line for line in report_lines(encoded, SAY, in_full=True))
    path = DIRECTORY / "fuzz.yaml"
    path.write_text(dump_plan(encoded.plan, comments_of(encoded, SAY)), encoding="utf-8")
    assert check_file(path, LIBRARY) == ()
    assert load_plan(path) == encoded.plan


def check_any_bytes(raw: bytes) -> bool:
    """A plan file is read, or every fault is told in one line; reading and checking agree on which."""
    path = DIRECTORY / "fuzz.yaml"
    path.write_bytes(raw)
    faults = check_file(path, LIBRARY)
    for fault in faults:
        assert fault.line >= 1
        assert "\n" not in fault_line(fault, SAY)
    try:
        plan = load_plan(path)
    except InvalidPlan as invalid:
        # What is kept as decisions is checked as such, and is no plan.
        assert holds_decisions(path) or set(invalid.faults) <= set(faults)
        return False
    path.write_text(dump_plan(plan), encoding="utf-8")
    assert load_plan(path) == plan
    return True

"""The limits that docs/security.md names are those of the code, every one of them."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from plancmp.alignment.consultation import answer, drafting_answer, question, said
from plancmp.cli import answer_files, error_line, gold_files, model_client, model_options, parallel
from plancmp.plans import faults, files, yaml_reader
from plancmp.plans.encoding import headings
from plancmp.plans.encoding.limits import LIMITS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROWS = re.findall(r"^\| .+ \| ([\d,]+) \| `(\w+)\.(\w+)` \|$", PAGE, flags=re.MULTILINE)
PLACES = {"LIMITS": LIMITS} | {
    module.__name__.rpartition(".")[2]: module
    for module in (
        *(parallel, error_line, faults, gold_files, headings, yaml_reader, files),
        *(answer, answer_files, drafting_answer, model_client, model_options, question, said),
    )
}


@pytest.mark.parametrize(("number", "place", "name"), ROWS)
def test_the_page_and_the_code_name_one_number(number: str, place: str, name: str) -> None:
    assert float(number.replace(",", "")) == getattr(PLACES[place], name)


def test_every_limit_is_on_the_page() -> None:
    public = re.compile(r"(?:MOST|LARGEST|LONGEST|DEEPEST)(?:_[A-Z]+)?")
    limits = {("LIMITS", field.name) for field in fields(LIMITS)}
    limits |= {
        (place, name) for place, module in PLACES.items() for name in dir(module) if public.fullmatch(name)
    }
    shown = {(place, name) for _, place, name in ROWS}
    # `files` and `yaml_reader` import a limit of `faults`; it is shown where it is at home.
    assert {name for _, name in limits} == {name for _, name in shown}
    assert shown <= limits


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_both_readmes_lead_there(readme: str) -> None:
    assert "](docs/security.md)" in (ROOT / readme).read_text("utf-8")

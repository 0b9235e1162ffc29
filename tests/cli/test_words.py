"""The catalogue: nothing is missing in either language, nothing is unknown, nothing lies idle."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import get_args

import pytest

import plancmp.cli
from plancmp.alignment import indicators, quantities, trace
from plancmp.alignment.consultation.said import AnswerFault
from plancmp.alignment.drafting import kinds as drafting
from plancmp.alignment.evaluation.baselines import Baseline
from plancmp.alignment.number_changes import NumberStep
from plancmp.alignment.result import CaveatCode, Change, Reason, Verdict
from plancmp.alignment.review_queue import Cause
from plancmp.alignment.versions import Step
from plancmp.cli.asking import ModelFault
from plancmp.cli.commands.encode import PlanLevel
from plancmp.cli.language import Language, language_of_locale, language_of_run
from plancmp.cli.messages import CATALOGUE, Words
from plancmp.plans.encoding import source_formats
from plancmp.plans.encoding.extracted import AsideKind
from plancmp.plans.encoding.problems import Problem
from plancmp.plans.encoding.regions import RegionKind
from plancmp.plans.encoding.review import ReviewKind
from plancmp.plans.faults import FaultKind
from plancmp.plans.glosses import SUFFIX
from plancmp.plans.model import Level, PlanBasis

HAN = re.compile("[\u4e00-\u9fff]")
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("*.py", "*.j2")
    for path in Path(plancmp.cli.__path__[0]).rglob(pattern)
)
SAID_AT_ONCE = {f"{code}.several" for code in CaveatCode if f"caveat.{code}.several" in CATALOGUE}
FAMILIES: dict[str, set[str]] = {
    "verdict": set(Verdict),
    "reason": set(Reason),
    "change": set(Change),
    "caveat": {*CaveatCode, "single_coverage", *SAID_AT_ONCE},
    "fault": set(FaultKind),
    "basis": set(get_args(PlanBasis)),
    "evidence_basis": {"attested", "found"},
    "level": set(get_args(Level)),
    "candidate": {str(standing) for standing in trace.CandidateStatus},
    "standing": {str(standing) for standing in indicators.Standing},
    "kind": {str(kind) for kind in quantities.QuantityKind},
    "method": {str(baseline) for baseline in Baseline},
    "scope": {"measures", "commitments"},
    "strength": {"1", "2", "3", "4", "5"},
    "format": set(source_formats.SourceFormat),
    "form": set(source_formats.SourceFormat),
    "review_item": set(ReviewKind),
    "problem": set(Problem),
    "region": {kind.value for kind in RegionKind if not kind.landed},
    "aside": set(AsideKind),
    "cause": {cause.name.lower() for cause in Cause},
    "step": {*map(str, Step), *map(str, NumberStep)},
    "subject": {"number", "clause", "commitment"},
    "relation": {"behind", "alone"},
    "peer_verdict": {"adopted", "weakened"},
    "clause": set(drafting.ClauseKind),
    "refusal": set(AnswerFault),
    "model": set(ModelFault),
    "rule": set(drafting.Why),
}
"""Keys made of a value, `say(f"verdict.{verdict}")`: there must be one for every value."""


def family(name: str) -> set[str]:
    return {key.partition(".")[2] for key in CATALOGUE if key.startswith(f"{name}.")}


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_key_has_words_in_both_languages_with_the_same_fields(key: str) -> None:
    chinese, english = CATALOGUE[key]
    assert chinese.strip() or key == "comma"
    assert english.strip()
    assert not HAN.search(english)
    assert fields(chinese) == fields(english)


@pytest.mark.parametrize("name", FAMILIES)
def test_every_value_of_a_family_has_its_words(name: str) -> None:
    assert family(name) == FAMILIES[name]


def test_every_key_asked_for_exists() -> None:
    asked = set(re.findall(r'\bsay\(\s*"([^"]+)"', SOURCE))
    assert len(asked) > 50
    assert {key for key in asked if not key.endswith(".")} <= set(CATALOGUE)
    # A template puts the keys of a family together: say("verdict." ~ verdict).
    assert {key.removesuffix(".") for key in asked if key.endswith(".")} <= set(FAMILIES)


def test_no_key_lies_idle() -> None:
    families = {*FAMILIES, *re.findall(r'f"([a-z]+)\.\{', SOURCE)}
    idle = {
        key
        for key in CATALOGUE
        if key.partition(".")[0] not in families and not re.search(rf'"{re.escape(key)}"(?!:)', SOURCE)
    }
    assert not idle


@pytest.mark.parametrize("name", ["column", "plan", "agencies", "diff", "summary", "report"])
def test_no_word_of_a_family_put_together_by_name_lies_idle(name: str) -> None:
    named = set(re.findall(r"""["'](?:[a-z]+\.)?([a-z_]+)["'](?!:)""", SOURCE))
    glosses = {word for word in family(name) if word.endswith(SUFFIX)}
    assert family(name) - glosses <= named
    assert {word.removesuffix(SUFFIX) for word in glosses} <= named


def test_hints_and_types_are_those_of_faults() -> None:
    assert family("hint") <= set(FaultKind)
    assert family("type") == {"text", "integer", "list", "mapping", "number", "flag"}


def test_the_terms_are_those_of_the_trade() -> None:
    say = Words(Language.CHINESE)
    assert [say(f"verdict.{verdict}") for verdict in Verdict] == ["采纳", "弱化", "缺失"]
    assert (say("strengthened"), say("additions")) == ("强化", "新增")
    roles = [say(f"agencies.{role}") for role in ("lead", "supporting", "responsible")]
    assert roles == ["牵头单位", "配合单位", "责任单位"]


def test_the_levels_of_the_command_line_are_those_of_the_model() -> None:
    assert set(map(str, PlanLevel)) == set(get_args(Level))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_TW", "LC_ALL": ""}, "zh"),
        ({"LC_ALL": "zh_CN", "LANG": "de_DE"}, "zh"),
    ],
)
def test_the_language_is_the_locales(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["diff", "--lang", "zh"], "zh"),
        (["diff", "--lang=zh", "x"], "zh"),
        (["--lang", "zh", "--lang", "en"], "en"),
        (["--lang", "xx"], "en"),
        (["--lang"], "en"),
    ],
)
def test_help_and_errors_speak_the_language_asked_for_wherever_it_stands(
    arguments: list[str], language: str
) -> None:
    assert language_of_run(arguments, {}) == language

"""Plan files are written for people and read back as the same plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.model import Agencies, Measure, Plan, Programme
from plancmp.plans.writing import dump_plan

SOURCES = Path(__file__).parents[2] / "plans" / "sources"
NAMES = ("binzhou", "yicheng", "qingzhou", "liaocheng")


def encode(name: str) -> Plan:
    return encode_document((SOURCES / f"{name}.txt").read_bytes(), plan_id=name).plan


def make_plan(title: str, text: str, number: int = 1) -> Plan:
    measure = Measure(id=f"1.{number}", title=title, text=text, agencies=Agencies(lead=("市科技局",)))
    programme = Programme(number=1, title=title, measures=(measure,))
    return Plan(
        schema="plancmp/plan/1",
        id="plan",
        name=title,
        title=title,
        issued="2024-02-18",
        programmes=(programme,),
    )


def load(text: str) -> Plan:
    return Plan.model_validate_json(json.dumps(yaml.safe_load(text)))


@pytest.mark.parametrize("name", NAMES)
def test_plan_read_back_is_the_plan_written(name: str) -> None:
    plan = encode(name)
    assert load(dump_plan(plan)) == plan


@pytest.mark.parametrize("name", NAMES)
def test_equal_plans_give_equal_text(name: str) -> None:
    assert dump_plan(encode(name)) == dump_plan(encode(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_unbroken_on_one_line(name: str) -> None:
    plan = encode(name)
    lines = {line.strip() for line in dump_plan(plan).splitlines()}
    assert {measure.text for measure in plan.measures} <= lines | {line[len("text: ") :] for line in lines}


def test_file_reads_like_this() -> None:
    text = "落实" * 45
    assert dump_plan(make_plan("培育优势产业集群", text, number=10)) == (
        "# yaml-language-server: $schema=plan.schema.json\n"
        "schema: plancmp/plan/1\n"
        "id: plan\n"
        "name: 培育优势产业集群\n"
        "basis: official\n"
        "title: 培育优势产业集群\n"
        "issued: '2024-02-18'\n"
        "programmes:\n"
        "  - number: 1\n"
        "    title: 培育优势产业集群\n"
        "    measures:\n"
        "      - id: '1.10'\n"
        "        title: 培育优势产业集群\n"
        "        text: |-\n"
        f"          {text}\n"
        "        agencies:\n"
        "          lead:\n"
        "            - 市科技局\n"
    )


@pytest.mark.parametrize(
    "text", ["no", "1.10", "010", "2024-02-18", "null", "a: b # c", "- 甲", "“甲”", " 甲 ", "甲\n\n乙\n"]
)
def test_strings_that_yaml_would_mistype_come_back_as_written(text: str) -> None:
    plan = make_plan(text, text * 30)
    assert load(dump_plan(plan)) == plan


@settings(max_examples=100, deadline=None)
@given(title=st.text(min_size=1).filter(str.strip), text=st.text())
def test_any_text_comes_back_as_written(title: str, text: str) -> None:
    plan = make_plan(f"甲{title}", text)
    assert load(dump_plan(plan)) == plan

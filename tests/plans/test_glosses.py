"""English glosses in plan files: the shipped ones are whole and of one rendering, all others optional."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancmp.cli.main import run
from plancmp.plans.checks import check_file
from plancmp.plans.faults import FaultKind
from plancmp.plans.glosses import SUFFIX, glosses_of
from plancmp.plans.library import DEFAULT_DIRECTORY, Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import load_plan
from plancmp.plans.terms import read_terms
from plancmp.plans.writing import dump_plan

SHIPPED = [load_plan(path) for path in Library().paths()]
GLOSSES = {plan.id: dict(glosses_of(plan)) for plan in SHIPPED}
_CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
SMALL = """\
schema: plancmp/plan/1
id: small
name: 小县
name_gloss: Xiaoxian
title: 小县方案
programmes:
  - number: 1
    title: 产业工程
    title_gloss: Programme for industry
    measures:
      - id: '1.1'
        title: 培育产业
        text: 培育产业。
"""


def called(plan: Plan) -> Iterator[str]:
    """Everything that an output calls by what the plan says."""
    yield from (plan.name, plan.title, *([plan.issuer] if plan.issuer else []))
    yield from (each.title for each in (*plan.implements, *plan.programmes, *plan.parts))
    yield from (item.text for item in plan.attested)
    yield from (item.target.indicator for item in plan.attested if item.target)


@pytest.mark.parametrize("plan", SHIPPED, ids=lambda plan: plan.id)
def test_a_shipped_plan_has_a_gloss_of_everything_that_outputs_name(plan: Plan) -> None:
    assert {text for text in called(plan) if text not in GLOSSES[plan.id]} == set()


def test_a_shipped_reference_has_glosses_of_all_its_commitments() -> None:
    (reference,) = (plan for plan in SHIPPED if plan.id == "shandong")
    commitments = list(reference.commitments)
    assert len(commitments) == 164
    assert all(each.text_gloss for each in commitments)
    assert len({each.text_gloss for each in commitments}) == 164


@pytest.mark.parametrize("plan", SHIPPED, ids=lambda plan: plan.id)
def test_glosses_are_english_and_no_sentences(plan: Plan) -> None:
    for text, gloss in GLOSSES[plan.id].items():
        assert not _CHINESE.search(gloss), gloss
        assert gloss == gloss.strip() and "  " not in gloss and "\n" not in gloss, gloss
        assert not gloss.endswith((".", ",", ";")), gloss
        assert gloss[0].isupper() or gloss[0] in "“0123456789", (text, gloss)


def test_one_text_has_one_gloss_in_all_shipped_plans() -> None:
    found: dict[str, set[str]] = {}
    for glosses in GLOSSES.values():
        for text, gloss in glosses.items():
            found.setdefault(text, set()).add(gloss)
    assert {text: glosses for text, glosses in found.items() if len(glosses) > 1} == {}


def test_glosses_keep_to_the_terms_and_every_term_is_used() -> None:
    glosses = {text: gloss for of_plan in GLOSSES.values() for text, gloss in of_plan.items()}
    terms = list(read_terms())
    assert len({term.chinese for term in terms}) == len(terms)
    for term in terms:
        using = {text: gloss.casefold() for text, gloss in glosses.items() if term.chinese in text}
        assert using, term
        others = [
            text
            for text, gloss in using.items()
            if not any(each.casefold() in gloss for each in term.english)
        ]
        assert not others, (term, others)


def test_numbers_of_a_commitment_stand_in_its_gloss() -> None:
    for plan in SHIPPED:
        for text, gloss in GLOSSES[plan.id].items():
            digits = set(re.findall(r"\d+%|\b20\d\d\b", text))
            assert all(each in gloss for each in digits), (text, gloss)
    assert "CNY 5 million" in GLOSSES["shandong"]["每年实施投资500万元以上工业技改项目"]


def _written(folder: Path, text: str) -> Path:
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_without_glosses_is_read_as_before_and_checked_without_a_word(tmp_path: Path) -> None:
    bare = "".join(line for line in SMALL.splitlines(keepends=True) if SUFFIX not in line)
    path = _written(tmp_path, bare)
    assert glosses_of(load_plan(path)) == ()
    assert check_file(path, Library(tmp_path)) == ()


def test_glosses_are_read_and_written_back_beside_what_they_translate(tmp_path: Path) -> None:
    plan = load_plan(_written(tmp_path, SMALL))
    assert dict(glosses_of(plan)) == {"小县": "Xiaoxian", "产业工程": "Programme for industry"}
    text = dump_plan(plan)
    assert "name: 小县\nname_gloss: Xiaoxian\n" in text
    assert load_plan(_written(tmp_path, text)) == plan


@pytest.mark.parametrize(
    ("gloss", "kind"),
    [
        ("2025", FaultKind.UNQUOTED_NUMBER),
        ("[Programme]", FaultKind.WRONG_TYPE),
        ("{en: Programme}", FaultKind.WRONG_TYPE),
        ("''", FaultKind.EMPTY_TEXT),
        ("' '", FaultKind.EMPTY_TEXT),
        ("", FaultKind.NULL_VALUE),
    ],
)
def test_a_gloss_that_is_no_text_is_told_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gloss: str, kind: FaultKind
) -> None:
    path = _written(tmp_path, SMALL.replace("Programme for industry", gloss))
    (fault,) = check_file(path, Library(tmp_path))
    assert (fault.kind, fault.line) == (kind, 9)
    assert run(["check", str(path), "--lang", "en"]) == 1
    assert f"{path}:9: " in capsys.readouterr().out
    assert run(["show", str(path), "--lang", "en"]) == 2
    assert f"{path}:9: " in capsys.readouterr().err


def test_a_misspelt_key_of_a_gloss_is_told_with_the_right_one(tmp_path: Path) -> None:
    path = _written(tmp_path, SMALL.replace("title_gloss", "title_glos"))
    (fault,) = check_file(path, Library(tmp_path))
    assert (fault.kind, fault.expected) == (FaultKind.UNKNOWN_KEY, "title_gloss")


def test_encoding_anew_keeps_the_glosses_whose_chinese_is_still_there(tmp_path: Path) -> None:
    source, target = DEFAULT_DIRECTORY / "sources" / "yicheng.txt", tmp_path / "yicheng.yaml"
    command = ["encode", str(source), "-o", str(target), "--level", "county", "--alias", "峄城"]
    assert run(command) == 0
    assert glosses_of(load_plan(target)) == ()
    glossed = target.read_text("utf-8").replace(
        "title: 培育优势产业集群\n", "title: 培育优势产业集群\n        title_gloss: Foster clusters\n"
    )
    target.write_text(glossed.replace("name: 峄城区\n", "name: 峄城县\nname_gloss: Yicheng\n"), "utf-8")
    assert run([*command, "--force"]) == 0
    assert glosses_of(load_plan(target)) == (("培育优势产业集群", "Foster clusters"),)


def test_encoding_over_a_file_with_faults_takes_nothing_from_it(tmp_path: Path) -> None:
    source, target = DEFAULT_DIRECTORY / "sources" / "yicheng.txt", tmp_path / "yicheng.yaml"
    target.write_text("name_gloss: [", "utf-8")
    assert run(["encode", str(source), "-o", str(target), "--force"]) == 0
    assert glosses_of(load_plan(target)) == ()

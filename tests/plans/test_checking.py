"""Checking: what is no fault, what is one fault and not two, and the whole of a plan at once.

The bad file of each kind of fault is in tests/errors, see test_faults.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from plancmp.plans.checks import check_file, check_plan_file
from plancmp.plans.faults import MOST_FAULTS, Fault, FaultKind
from plancmp.plans.library import Library
from plancmp.plans.reading import load_plan, read_plan_file


def _change(library: Library, old: str, new: str) -> Path:
    """The fixture's reference with one passage changed."""
    path = library.directory / "shandong.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def _kinds(path: Path, library: Library) -> list[FaultKind]:
    return [fault.kind for fault in check_file(path, library)]


@pytest.mark.parametrize("plan_id", ["shandong", "yicheng", "qingzhou"])
def test_a_sound_plan_has_no_faults(plan_id: str, library: Library) -> None:
    path = library.directory / f"{plan_id}.yaml"
    assert check_file(path, library) == ()
    assert check_plan_file(read_plan_file(path), library) == ()


def test_a_plan_outside_the_library_may_have_any_file_name_and_any_label(library: Library) -> None:
    copy = library.directory.parent / "copy.yaml"
    copy.write_bytes((library.directory / "yicheng.yaml").read_bytes())
    assert check_file(copy, library) == ()


def test_a_gap_in_the_numbers_is_one_fault(library: Library) -> None:
    path = library.directory / "yicheng.yaml"
    text = path.read_text(encoding="utf-8").replace('"1.2"', '"1.5"')
    text = text.replace('"1.3"', '"1.6"').replace('"1.4"', '"1.7"')
    path.write_text(text, encoding="utf-8")
    assert check_file(path, library) == (
        Fault(str(path), 18, "programmes[0].measures[1].id", FaultKind.NUMBERING, "1.5", "1.2"),
    )


def test_sections_count_from_one_and_must_hold_text(library: Library) -> None:
    path = library.directory / "yicheng.yaml"
    sections = (
        "sections:\n  - id: S1\n    kind: goals\n    title: 主要目标\n    text: 突破800亿元。\n"
        "  - id: S3\n    kind: aims\n    title: 组织保障\n    text: ' '\n  - id: 1.2\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + sections, encoding="utf-8")
    faults = check_file(path, library)
    assert [(fault.path, fault.kind, fault.expected) for fault in faults] == [
        ("sections[1].id", FaultKind.NUMBERING, "S2"),
        ("sections[1].kind", FaultKind.BAD_CHOICE, "goals, tasks, organisation, preamble, other"),
        ("sections[1].text", FaultKind.EMPTY_TEXT, ""),
        ("sections[2].id", FaultKind.UNQUOTED_NUMBER, '"1.2"'),
        ("sections[2].kind", FaultKind.MISSING_KEY, "kind"),
        ("sections[2].text", FaultKind.MISSING_KEY, "text"),
        ("sections[2].title", FaultKind.MISSING_KEY, "title"),
    ]


def test_faults_without_number_are_told_up_to_a_limit_in_linear_time(library: Library) -> None:
    path = library.directory / "many.yaml"
    for text in (
        "\x07\n" * 500_000,
        "x: 1\n" * 40_000,
        "facts:\n" + "- 1\n" * 40_000,
        "- " + "9" * 4_000_000,
    ):
        path.write_text(f"schema: plancmp/plan/1\nprogrammes:\n{text}", encoding="utf-8")
        started = time.process_time()
        faults = check_file(path, library)
        assert time.process_time() - started < 8
        assert len(faults) <= MOST_FAULTS + 1
        assert (faults[-1].kind is FaultKind.MORE_FAULTS) == (len(faults) > MOST_FAULTS)


def test_a_link_to_a_plan_is_a_plan_and_of_any_other_file_nothing_is_quoted(library: Library) -> None:
    secret = library.directory.parent / "secret"
    link = library.directory / "link.yaml"
    link.symlink_to(secret)
    for text in ("root:x:0:0:root:/root:/bin/bash\n", "a: [secret\n", "- secret\n", "user: root\nsecret\n"):
        secret.write_text(text, encoding="utf-8")
        faults = check_file(link, library)
        assert faults
        assert not {"root", "secret"} & set(re.findall(r"\w+", " ".join(fault.found for fault in faults)))
    secret.write_text((library.directory / "yicheng.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert FaultKind.FILE_NAME in _kinds(link, library)
    assert load_plan(link).id == "yicheng"


def test_a_reference_is_checked_against_the_plans_beside_it(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    text = (library.directory / "yicheng.yaml").read_text(encoding="utf-8")
    (own / "yicheng.yaml").write_text(re.sub("text: .*", "text: 另有安排。", text), encoding="utf-8")
    both = Library(own, (library.directory,))
    assert load_plan(both.find("yicheng")).measures != load_plan(library.find("yicheng")).measures
    assert check_file(both.find("province"), both) == ()


def test_a_label_of_two_folders_is_held_against_the_first(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    text = (library.directory / "yicheng.yaml").read_text(encoding="utf-8")
    (own / "mine.yaml").write_text(text.replace("id: yicheng", "id: mine"), encoding="utf-8")
    both = Library(own, (library.directory,))
    assert set(_kinds(own / "mine.yaml", both)) == {FaultKind.NAME_TAKEN}
    assert check_file(library.directory / "yicheng.yaml", both) == ()


def test_programmes_count_from_one(library: Library) -> None:
    path = library.directory / "yicheng.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("number: 1", "number: 2"), encoding="utf-8")
    faults = check_file(path, library)
    assert [(fault.line, fault.found, fault.expected) for fault in faults[:2]] == [
        (10, "2", "1"),
        (13, "1.1", "2.1"),
    ]


def test_commitments_are_numbered_within_their_measure(library: Library) -> None:
    path = _change(library, 'id: "1.4.2"', 'id: "1.3.2"')
    (fault,) = check_file(path, library)
    assert (fault.kind, fault.found, fault.expected) == (FaultKind.NUMBERING, "1.3.2", "1.4.2")


def test_the_number_of_a_dropped_commitment_stays_empty(library: Library) -> None:
    assert _kinds(_change(library, 'id: "1.4.2"', 'id: "1.4.3"'), library) == []


def test_a_witness_of_the_theme_only_does_not_count(library: Library) -> None:
    quote = "{plan: yicheng, measure: "
    path = library.directory / "shandong.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(quote, "{nearness: topic, plan: yicheng, measure: ", 1), encoding="utf-8")
    assert _kinds(path, library) == [FaultKind.TOO_FEW_WITNESSES]


def test_what_goals_quote_is_proven_in_sections_too(library: Library) -> None:
    plan, reference = library.directory / "yicheng.yaml", library.directory / "shandong.yaml"
    section = "sections:\n  - {id: S1, kind: goals, title: 主要目标, text: 突破800亿元。}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + section, encoding="utf-8")
    goals = (
        "schemes: [百县图强计划]\ngoals:\n  - text: 突破800亿元\n    witnesses:\n"
        "      - plan: yicheng\n        section: S1\n        quote: 突破800亿元\n"
        "        target: {value: 800.5, unit: 亿元, comparator: more_than, annual: true}\n"
        "    note: 一处\n"
    )
    text = reference.read_text(encoding="utf-8")
    reference.write_text(text + goals, encoding="utf-8")
    assert check_file(reference, library) == ()
    (goal,), (scheme,) = (load_plan(reference).goals, load_plan(reference).schemes)
    assert (scheme.text, scheme.witnesses) == ("百县图强计划", ())
    target = goal.witnesses[0].target
    assert target is not None
    assert (target.value, target.annual) == (800.5, True)
    reference.write_text(text + goals.replace("quote: 突破800", "quote: 突破900"), encoding="utf-8")
    assert _kinds(reference, library) == [FaultKind.QUOTE_NOT_FOUND]
    reference.write_text(text + goals.replace("annual: true", "annual: 'yes'"), encoding="utf-8")
    assert [(each.kind, each.expected) for each in check_file(reference, library)] == [
        (FaultKind.WRONG_TYPE, "flag")
    ]


def test_a_wrong_measure_id_is_not_held_against_its_commitments(library: Library) -> None:
    path = _change(library, 'id: "1.4"', 'id: "1.7"')
    assert _kinds(path, library) == [FaultKind.NUMBERING]


def test_one_witness_is_enough_with_a_note_and_none_never_is(library: Library) -> None:
    note = "            note: 发布会称此条为《意见》和《行动方案》所提\n"
    path = _change(library, note, "")
    assert _kinds(path, library) == [FaultKind.TOO_FEW_WITNESSES]
    quote = "              - {plan: shandong-briefing, quote: 修订完善开发区(园区)主导产业目录}\n"
    path = _change(library, f"            witnesses:\n{quote}", note)
    assert _kinds(path, library) == [FaultKind.TOO_FEW_WITNESSES]


def test_two_quotes_of_one_plan_are_one_witness(library: Library) -> None:
    path = _change(
        library,
        '{plan: qingzhou, measure: "1.3", quote: 全面推广“链长制”}',
        '{plan: yicheng, measure: "1.3", quote: 引导“专精特新”卡位入链}',
    )
    (fault,) = check_file(path, library)
    assert (fault.kind, fault.found, fault.expected) == (FaultKind.TOO_FEW_WITNESSES, "1", "2")


@pytest.mark.parametrize(
    "quote",
    [
        "充分发挥“链长制”作用。",
        "充分发挥 “链长制”作用",
        '充分发挥"链长制"作用',
        "推进产业链融链固链加快育强先进制造业",
    ],
    ids=["punctuation", "space", "quotation marks", "across title and text"],
)
def test_a_quote_is_verbatim_or_not_there(quote: str, library: Library) -> None:
    path = _change(library, "quote: 充分发挥“链长制”作用", f"quote: '{quote}'")
    assert _kinds(path, library) == [FaultKind.QUOTE_NOT_FOUND]


def test_a_title_may_be_quoted(library: Library) -> None:
    path = _change(library, "quote: 充分发挥“链长制”作用", "quote: 推进产业链融链固链")
    assert check_file(path, library) == ()


def test_a_missing_quote_is_told_with_the_nearest_words_of_the_text(library: Library) -> None:
    path = _change(library, "quote: 充分发挥“链长制”作用", "quote: 充分发挥“链长制”的作用")
    (fault,) = check_file(path, library)
    assert (fault.line, fault.found, fault.expected) == (
        43,
        "充分发挥“链长制”的作用",
        "充分发挥“链长制”",
    )


def test_a_quote_like_nothing_in_the_text_has_no_nearest_words(library: Library) -> None:
    path = _change(library, "quote: 充分发挥“链长制”作用", "quote: 建设海洋强县并发展现代渔业")
    (fault,) = check_file(path, library)
    assert fault.expected == ""


def test_a_source_without_measures_is_searched_as_a_whole(library: Library) -> None:
    path = _change(
        library, "quote: 提出深化新一轮开发区管理制度改革", "quote: 提出推进新一轮开发区管理制度改革"
    )
    (fault,) = check_file(path, library)
    assert (fault.kind, fault.expected) == (FaultKind.QUOTE_NOT_FOUND, "新一轮开发区管理制度改革")


def test_an_invalid_witness_plan_is_told_once(library: Library) -> None:
    witness = library.directory / "qingzhou.yaml"
    witness.write_text("schema: plancmp/plan/1\n", encoding="utf-8")
    faults = check_file(library.directory / "shandong.yaml", library)
    assert [(fault.line, fault.kind) for fault in faults] == [(22, FaultKind.WITNESS_PLAN_INVALID)]


@pytest.mark.parametrize(
    ("value", "supported"),
    [
        ("6%以上", True),
        ("6 ％ 以上", True),
        ("6%", True),
        ("16%", False),
        ("6%左右", False),
        ("%以上", False),
    ],
)
def test_a_targets_value_must_be_stated_by_two(value: str, supported: bool, library: Library) -> None:
    path = _change(library, "value: 6%以上", f"value: {value!r}")
    assert _kinds(path, library) == ([] if supported else [FaultKind.TARGET_VALUE_UNSUPPORTED])


def test_a_value_is_not_part_of_a_longer_number(library: Library) -> None:
    path = library.directory / "shandong.yaml"
    for name in ("yicheng", "qingzhou", "shandong"):
        file = library.directory / f"{name}.yaml"
        text = file.read_text(encoding="utf-8").replace("增长6", "增长16").replace(": 6％", ": 16％")
        file.write_text(text.replace("yicheng: 6%", "yicheng: 16%"), encoding="utf-8")
    assert _kinds(path, library) == [FaultKind.TARGET_VALUE_UNSUPPORTED]


def test_what_reading_found_faulty_is_not_told_twice(library: Library) -> None:
    path = _change(
        library, 'measure: "1.3", quote: 充分发挥“链长制”作用', "measure: 1.3, quote: 充分发挥“链长制”作用"
    )
    assert _kinds(path, library) == [FaultKind.UNQUOTED_NUMBER]


def test_faults_of_reading_do_not_hide_faults_of_checking(library: Library) -> None:
    _change(library, "level: province", "level: nation")
    _change(library, 'id: "1.1"', "id: 1.1")
    path = _change(library, "quote: 着力提升产业集群能级", "quote: 着力提升产业集群水平")
    assert _kinds(path, library) == [
        FaultKind.BAD_CHOICE,
        FaultKind.UNQUOTED_NUMBER,
        FaultKind.QUOTE_NOT_FOUND,
    ]


def test_a_wrong_list_is_not_held_against_what_it_would_hold(library: Library) -> None:
    text = (library.directory / "shandong.yaml").read_text(encoding="utf-8")
    start = text.index("programmes:")
    path = library.directory / "shandong.yaml"
    path.write_text(
        f"{text[:start]}programmes: [第一, {{number: 2, title: 二, measures: 三}}]\n", encoding="utf-8"
    )
    assert [(fault.path, fault.kind) for fault in check_file(path, library)] == [
        ("programmes[0]", FaultKind.WRONG_TYPE),
        ("programmes[1].measures", FaultKind.WRONG_TYPE),
    ]

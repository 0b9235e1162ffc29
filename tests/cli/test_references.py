"""References other than the province, folders of plans beside the shipped ones, and files that are not written over."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancmp.cli.main import run
from plancmp.plans.library import DEFAULT_DIRECTORY
from tests.cli.conftest import Outcome
from tests.plans.documents import SOURCES

Command = Callable[..., Outcome]
PARENT = "《山东省县域经济高质量发展三年行动方案(2023−2025年)》"


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command line on the shipped plans with the real comparison, in English unless --lang says otherwise."""
    for variable in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "PLANCMP_PLANS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")

    def run_it(*arguments: str) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_it


def shipped(plan_id: str) -> str:
    return (DEFAULT_DIRECTORY / f"{plan_id}.yaml").read_text(encoding="utf-8")


def put(folder: Path, plan_id: str, source: str = "qingzhou", name: str = "临海市", stem: str = "") -> Path:
    """A plan with the text of a shipped one, under another id and name."""
    folder.mkdir(exist_ok=True)
    text = shipped(source)
    lines = [
        f"id: {plan_id}"
        if line == f"id: {source}"
        else f"name: {name}"
        if line.startswith("name: ")
        else line
        for line in text.splitlines()
        if line != "aliases:" and not line.startswith(("  - 青州", "  - weifang"))
    ]
    path = folder / f"{stem or plan_id}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def codes(outcome: Outcome) -> list[str]:
    return [caveat["code"] for caveat in json.loads(outcome.out)["caveats"]]


# References other than the province


def test_coverage_of_a_countys_plan_leaves_out_what_is_above_it(real: Command) -> None:
    data = json.loads(real("coverage", "-r", "yicheng", "-f", "json").out)
    assert [plan["id"] for plan in data["plans"]] == ["qingzhou"]
    assert data["mean"] == {"plans": 0, "coverage": None, "coverage_independent": None}
    assert data["conclusion"] == "None of these plans implements the reference: no means, no ranking."


def test_plans_named_are_shown_whatever_they_implement_and_none_is_said_to_be_the_only_one(
    real: Command,
) -> None:
    text = real("coverage", "qingzhou", "liaocheng", "-r", "yicheng").out
    assert "Qingzhou*" in text
    assert "Liaocheng*" in text
    assert "Only" not in text


def test_two_plans_of_one_parent_get_the_hint_to_compare_both_with_it(real: Command) -> None:
    text = " ".join(real("diff", "yicheng", "qingzhou").out.split())
    assert "implement the same document" in text
    assert "plancmp coverage yicheng qingzhou" in text
    outcome = real("diff", "yicheng", "qingzhou", "-f", "json", "--lang", "zh")
    assert codes(outcome) == [
        "implements_other",
        "same_parent",
        "older_than_reference",
        "drafted",
        "single_coverage",
    ]
    assert PARENT in json.loads(outcome.out)["notes"][1]


OFFICIAL = ("diff", "yicheng", "qingzhou")
VIEWS = [
    (*OFFICIAL, "-v"),
    (*OFFICIAL, "-v", "-f", "markdown"),
    ("coverage", "qingzhou", "-r", "yicheng"),
    ("coverage", "qingzhou", "-r", "yicheng", "--by", "programme"),
    ("coverage", "qingzhou", "-r", "yicheng", "-f", "markdown", "--by", "programme"),
    ("report", "qingzhou", "-r", "yicheng"),
    ("report", "qingzhou", "binzhou", "-r", "yicheng"),
    ("report", "qingzhou", "-r", "yicheng", "-f", "html"),
    ("explain", "yicheng", "qingzhou", "1.2"),
]
OF_WITNESSES = {
    "en": ("witness", "ndependent co", "Indep.", "two or more", "other sources"),
    "zh": ("见证", "独立覆盖", "独立承诺", "两处以上"),
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_nothing_speaks_of_witnesses_where_the_reference_is_official(
    real: Command, arguments: tuple[str, ...], language: str
) -> None:
    text = real(*arguments, "--lang", language).out
    body = text.partition("<body")[2] or text
    assert len(body) > 500
    assert [word for word in OF_WITNESSES[language] if word in body] == []
    of_province = real(*(word.replace("yicheng", "province") for word in arguments), "--lang", language).out
    assert any(word in of_province for word in OF_WITNESSES[language])


@pytest.mark.parametrize(
    "arguments",
    [("diff", "{}", "qingzhou"), ("coverage", "qingzhou", "-r", "{}"), ("report", "qingzhou", "-r", "{}")],
)
def test_json_keeps_both_coverages_and_says_that_there_is_one(
    real: Command, arguments: tuple[str, ...]
) -> None:
    def found(reference: str) -> dict[str, Any]:
        data = json.loads(real(*(each.format(reference) for each in arguments), "-f", "json").out)
        part = data["reports"][0] if "reports" in data else data
        summary = part["summary"] if "summary" in part else part["plans"][0]["summary"]
        return {"codes": {each["code"] for each in part["caveats"]}, **summary}

    official, reconstructed = found("yicheng"), found("province")
    assert official["coverage"] == official["coverage_independent"]
    assert "single_coverage" in official["codes"]
    assert reconstructed["coverage"] != reconstructed["coverage_independent"]
    assert "single_coverage" not in reconstructed["codes"]


def test_csv_leaves_independence_blank_where_it_means_nothing(real: Command) -> None:
    def cells(reference: str, *arguments: str) -> set[str]:
        text = real("coverage", "qingzhou", "-r", reference, "-f", "csv", *arguments).out
        return {row["Independent coverage"] for row in csv.DictReader(io.StringIO(text))}

    for by in ("measure", "programme"):
        assert cells("yicheng", "--by", by) == {""}
        assert len(cells("province", "--by", by)) > 2


@pytest.mark.parametrize(
    ("arguments", "right"),
    [
        (("report", "province", "yicheng"), "plancmp report yicheng --reference province"),
        (("report", "山东省", "yicheng"), "plancmp report yicheng --reference province"),
        (
            ("coverage", "yicheng", "qingzhou", "-r", "qingzhou"),
            "plancmp coverage yicheng --reference qingzhou",
        ),
        (("targets", "province"), "plancmp targets PLAN --reference province"),
        (("coverage", "province", "-r", "yicheng"), "plancmp coverage yicheng --reference province"),
        (("diff", "yicheng", "province"), "plancmp diff province yicheng"),
        (("explain", "yicheng", "province", "1.1"), "plancmp explain province yicheng 1.1"),
    ],
)
def test_a_wrong_order_gets_the_right_command(real: Command, arguments: tuple[str, ...], right: str) -> None:
    outcome = real(*arguments)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert f"did you mean '{right}'?" in outcome.err
    assert right in real(*arguments, "--lang", "zh").err


def test_a_witness_under_another_id_is_told_in_every_output(real: Command, tmp_path: Path) -> None:
    path = str(put(tmp_path, "my-county", name="青州市"))
    for arguments in (("diff", "province", path), ("explain", "province", path, "1.2"), ("coverage", path)):
        assert "witness_text" in codes(real(*arguments, "-f", "json"))
        assert "(my-county) is that of qingzhou" in " ".join(real(*arguments).out.split())
    assert "witness_text" not in codes(real("diff", "province", "qingzhou", "-f", "json"))


# Caveats for programs


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "province", "liaocheng"),
        ("coverage",),
        ("explain", "province", "liaocheng", "1.1"),
        ("targets",),
    ],
    ids=" ".join,
)
def test_caveats_have_the_same_codes_in_every_language_and_the_words_of_the_notes(
    real: Command, arguments: tuple[str, ...]
) -> None:
    found = [json.loads(real(*arguments, "-f", "json", "--lang", each).out) for each in ("zh", "en")]
    chinese, english = ([(each["code"], each["text"]) for each in data["caveats"]] for data in found)
    assert [code for code, _ in chinese] == [code for code, _ in english]
    assert {"reconstructed", "implements_other", "older_than_reference"} <= {code for code, _ in english}
    assert [text for _, text in english] == found[1]["notes"]


# Folders of plans


def test_a_folder_adds_to_the_shipped_plans(real: Command, tmp_path: Path) -> None:
    put(tmp_path / "one", "linhai")
    put(tmp_path / "two", "haibin", name="海滨市")
    options = ("--plans-dir", str(tmp_path / "one"), "--plans-dir", str(tmp_path / "two"))
    ids = [plan["id"] for plan in json.loads(real("coverage", "-f", "json", *options).out)["plans"]]
    assert ids == ["binzhou", "haibin", "liaocheng", "linhai", "qingzhou", "yicheng"]
    outcome = real("diff", "province", "临海市", *options)
    assert (outcome.code, outcome.err) == (0, "")


def test_the_environment_names_several_folders(
    real: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    put(folders[0], "linhai")
    put(folders[1], "haibin", name="海滨市")
    monkeypatch.setenv("PLANCMP_PLANS", os.pathsep.join(map(str, folders)))
    assert {"linhai", "haibin", "shandong"} <= {
        plan["id"] for plan in json.loads(real("list", "-f", "json").out)["plans"]
    }
    assert "did you mean 海滨市" in real("show", "海滨县").err
    assert "did you mean 峄城" in real("show", "峄城县").err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_that_stands_in_for_a_shipped_one_is_told_once(
    real: Command, tmp_path: Path, language: str
) -> None:
    path = put(tmp_path / "mine", "qingzhou", name="新青州")
    outcome = real("show", "qingzhou", "1.1", "--plans-dir", str(path.parent), "--lang", language)
    assert "新青州" in real("list", "--plans-dir", str(path.parent)).out
    assert outcome.err.count("\n") == 1
    assert str(path) in outcome.err


def test_a_copy_of_a_shipped_plan_changes_nothing_and_is_not_told(real: Command, tmp_path: Path) -> None:
    (tmp_path / "qingzhou.yaml").write_text(shipped("qingzhou"), encoding="utf-8")
    outcome = real("coverage", "-f", "json", "--plans-dir", str(tmp_path))
    assert outcome.err == ""
    assert outcome.out == real("coverage", "-f", "json").out


def test_a_name_of_two_plans_is_told_with_both(real: Command, tmp_path: Path) -> None:
    put(tmp_path, "linhai", name="青州市")
    outcome = real("show", "青州市", "--plans-dir", str(tmp_path))
    assert outcome.err == "plancmp: several plans are called '青州市'; did you mean linhai or qingzhou?\n"


@pytest.mark.parametrize("command", ["coverage", "targets", "report"])
def test_two_plans_with_one_id_are_refused_with_both_files(
    real: Command, tmp_path: Path, command: str
) -> None:
    one, other = put(tmp_path, "linhai"), put(tmp_path, "linhai", source="yicheng", stem="other")
    outcome = real(command, str(one), str(other))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert str(one) in outcome.err
    assert str(other) in outcome.err
    assert real(command, str(one), os.path.relpath(one)).code == 0


def test_a_plan_with_the_references_id_is_refused(real: Command, tmp_path: Path) -> None:
    path = put(tmp_path, "shandong", stem="mine")
    outcome = real("targets", str(path))
    assert (outcome.code, outcome.out) == (2, "")
    assert str(path) in outcome.err


# What is not written over


def test_encode_replaces_a_file_only_by_force(real: Command, tmp_path: Path) -> None:
    target = tmp_path / "county.yaml"
    arguments = ("encode", str(SOURCES / "qingzhou.txt"), "-o", str(target))
    assert real(*arguments).code == 0
    target.write_text("corrected by hand", encoding="utf-8")
    outcome = real(*arguments)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "--force" in outcome.err
    assert target.read_text(encoding="utf-8") == "corrected by hand"
    assert real(*arguments, "--force").code == 0
    assert target.read_text(encoding="utf-8") != "corrected by hand"


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "province", "{plan}"),
        ("diff", "{plan}", "liaocheng"),
        ("explain", "province", "{plan}", "1.1"),
        ("coverage", "{plan}"),
        ("coverage", "qingzhou", "-r", "{plan}"),
        ("coverage", "--plans-dir", "{folder}"),
        ("report", "{plan}"),
        ("changes", "{plan}", "qingzhou"),
        ("changes", "qingzhou", "qingzhou", "-r", "{plan}"),
        ("peers", "{plan}"),
        ("peers", "qingzhou", "{plan}"),
        ("targets", "{plan}"),
        ("show", "{plan}"),
        ("check", "{plan}"),
        ("list", "--plans-dir", "{folder}"),
        ("encode", "{plan}", "--force"),
        ("evaluate", "{plan}"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("way", ["same name", "link", "hard link"])
def test_no_command_writes_over_what_it_reads(
    real: Command, tmp_path: Path, arguments: tuple[str, ...], way: str
) -> None:
    path = put(tmp_path / "mine", "linhai")
    before = path.read_bytes()
    output = {"same name": path, "link": tmp_path / "link", "hard link": tmp_path / "hard"}[way]
    if way == "link":
        output.symlink_to(path)
    elif way == "hard link":
        output.hardlink_to(path)
    outcome = real(*(each.format(plan=path, folder=path.parent) for each in arguments), "-o", str(output))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    # The ending of a plan file is no format of most commands; that is then told first.
    refusal = "no format that ends so" if way == "same name" and "encode" not in arguments else "is read by"
    assert f"{output}" in outcome.err
    assert refusal in outcome.err
    assert path.read_bytes() == before

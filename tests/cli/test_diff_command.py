"""`plancmp diff` as a user runs it: filters, formats, exit codes, errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def listed(outcome_text: str) -> list[str]:
    return [
        measure["id"]
        for programme in json.loads(outcome_text)["programmes"]
        for measure in programme["measures"]
    ]


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ((), ["1.1", "1.2", "3.2"]),
        (("--measure", "1.2"), ["1.2"]),
        (("--measure", "3.2", "--measure", "1.1"), ["1.1", "3.2"]),
        (("--only", "weakened", "--only", "omitted"), ["1.2", "3.2"]),
        (("--measure", "1.2", "--only", "omitted"), ["1.2"]),
        (("--measure", "1.1", "--only", "omitted"), []),
        (("--reason", "target_lowered"), ["1.2"]),
        (("--reason", "commitment_omitted"), ["1.2", "3.2"]),
        (("--reason", "target-lowered", "--only", "omitted"), []),
    ],
)
def test_filters_choose_the_measures_listed_and_never_the_counts(
    plancmp: Run, filters: tuple[str, ...], shown: list[str]
) -> None:
    everything = json.loads(plancmp("diff", "province", "yicheng", "-f", "json").out)
    outcome = plancmp("diff", "province", "yicheng", "-f", "json", *filters)
    assert listed(outcome.out) == shown
    filtered = json.loads(outcome.out)
    assert filtered["summary"] == everything["summary"]
    assert [programme["weakened"] for programme in filtered["programmes"]] == [1, 0]
    table = plancmp("diff", "province", "yicheng", *filters).out
    assert [title in table for title in ("培育优势产业集群", "创新绿色低碳发展机制")] == [
        "1.1" in shown,
        "3.2" in shown,
    ]
    rows = csv.DictReader(io.StringIO(plancmp("diff", "province", "yicheng", "-f", "csv", *filters).out))
    assert list(dict.fromkeys(row["措施序号"] for row in rows)) == shown


@pytest.mark.parametrize("output_format", ["table", "markdown"])
def test_filters_in_force_are_said(plancmp: Run, output_format: str) -> None:
    plain = plancmp("diff", "province", "yicheng", "-f", output_format).out
    filtered = plancmp(
        "diff", "province", "yicheng", "-f", output_format, "--measure", "1.2", "--only", "weakened"
    )
    assert "筛选" not in plain
    assert "筛选：措施 1.2；判定 弱化；合计不受筛选影响" in filtered.out


def test_a_filter_that_nothing_passes_says_so(plancmp: Run) -> None:
    assert (
        "没有符合筛选条件的措施"
        in plancmp("diff", "province", "yicheng", "--measure", "1.1", "--only", "omitted").out
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "weakened"), 1),
        (("--fail-on", "omitted"), 1),
        (("--fail-on", "weakened", "--measure", "3.2"), 1),
        (("--fail-on", "omitted", "--measure", "1.2"), 1),
        (("--fail-on", "omitted", "--measure", "1.1"), 0),
        (("--fail-on", "weakened", "--measure", "1.1"), 0),
        (("--fail-on", "omitted", "--only", "adopted"), 1),
    ],
)
def test_exit_code_is_1_only_when_asked_for_and_reached(
    plancmp: Run, arguments: tuple[str, ...], code: int
) -> None:
    outcome = plancmp("diff", "province", "yicheng", *arguments)
    assert outcome.code == code
    assert "推动传统产业技改升级" in outcome.out or "--measure" in arguments or "--only" in arguments
    assert outcome.err.startswith("plancmp：未过关 ") if code else outcome.err == ""


def test_a_failing_run_still_writes_its_output_file(plancmp: Run, tmp_path: Path) -> None:
    target = tmp_path / "gaps.csv"
    outcome = plancmp("diff", "province", "yicheng", "--fail-on", "omitted", "-f", "csv", "-o", str(target))
    assert (outcome.code, outcome.out) == (1, "")
    assert "积极推进水权交易" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["shandong", "province", "山东省", "PROVINCE"])
def test_a_plan_goes_by_id_alias_and_name(plancmp: Run, name: str) -> None:
    assert plancmp("diff", name, "峄城区").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("diff", "provinc", "yicheng"), "没有名为“provinc”的方案；是否要找：province？"),
        (("diff", "zzz", "yicheng"), "没有名为“zzz”的方案；用 plancmp list 查看现有方案"),
        (
            ("diff", "province", "yicheng", "--measure", "1.9"),
            "山东省没有措施 1.9；是否要找：1.2 或 1.1 或 3.2？",
        ),
        (("diff", "province", "yicheng", "--measure", "x"), "山东省没有措施 x；是否要找：1.1"),
        (("diff", "province"), "缺少参数“方案”（见 plancmp diff --help）"),
        (
            ("diff", "province", "yicheng", "--only", "lost"),
            "--only 没有取值“lost”；是否要找：采纳 或 弱化 或 缺失？",
        ),
        (
            ("diff", "province", "yicheng", "--reason", "target_lowred"),
            "--reason 没有取值“target_lowred”；是否要找：目标降低",
        ),
        (("dif", "province", "yicheng"), "没有命令“dif”；是否要用：diff"),
        (("diff", "province", "no/such.yaml"), "no/such.yaml:1: 文件不存在"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(plancmp: Run, arguments: tuple[str, ...], words: str) -> None:
    outcome = plancmp(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert outcome.err.startswith("plancmp：")
    assert outcome.err.count("\n") == 1


def test_errors_speak_the_language_asked_for(plancmp: Run) -> None:
    outcome = plancmp("diff", "provinc", "yicheng", "--lang", "en")
    assert outcome.err == "plancmp: no plan is called 'provinc'; did you mean province?\n"
    assert plancmp("diff", "provinc", "yicheng", "--lang=en").err == outcome.err


def test_a_faulty_plan_file_is_named_with_its_first_fault_and_how_many_more(
    plancmp: Run, plans: Path
) -> None:
    text = (plans / "yicheng.yaml").read_text(encoding="utf-8")
    (plans / "yicheng.yaml").write_text(
        text.replace("name:", "nmae:").replace('"2024-12-31"', "2024-12-31"), "utf-8"
    )
    outcome = plancmp("diff", "province", "yicheng", "--lang", "en")
    assert outcome.code == 2
    assert "yicheng.yaml:1: name: key 'name' is missing (and 2 more: see 'plancmp check')" in outcome.err


def test_a_defect_of_the_program_is_one_honest_line(
    plancmp: Run, comparison: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("plancmp.plans.library.Library.find")
    outcome = plancmp("diff", "province", "yicheng", "--lang", "en")
    assert outcome.code == 2
    assert outcome.err.startswith("plancmp: internal error (AttributeError: ")
    monkeypatch.setenv("PLANCMP_DEBUG", "1")
    with pytest.raises(AttributeError):
        plancmp("diff", "province", "yicheng")

"""Reading a plan file: the plan, the lines, the header, and no input that breaks it."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plancmp.plans import yaml_reader
from plancmp.plans.checks import check_file
from plancmp.plans.faults import Fault, FaultKind, InvalidPlan
from plancmp.plans.library import Library
from plancmp.plans.model import Plan
from plancmp.plans.reading import examine_plan_file, load_plan, read_identity, read_plan_file
from plancmp.plans.schema import decisions_schema, plan_schema
from plancmp.plans.validation import PATTERNS

LIBRARY = Path(__file__).parents[1] / "errors" / "library"

SHORT = """\
schema: plancmp/plan/1
id: yicheng
name: 峄城区
title: 工作方案
programmes:
  - number: 1
    title: 实施产业升级优势再造工程
    measures:
      - id: "1.1"
        title: 提升园区发展能级
        text: 深化新一轮开发区管理制度改革,修订完善开发区(园区)主导产业目录。
"""


def _written(directory: Path, text: str) -> Path:
    path = directory / "yicheng.yaml"
    path.write_bytes(text.encode())
    return path


def _faults(directory: Path, text: str) -> list[tuple[int, FaultKind, str, str]]:
    faults = examine_plan_file(_written(directory, text)).faults
    return [(fault.line, fault.kind, fault.found, fault.expected) for fault in faults]


def test_a_plan_is_read_as_written() -> None:
    plan = load_plan(LIBRARY / "shandong.yaml")
    assert (plan.id, plan.basis, plan.issued) == ("shandong", "reconstructed", "2023-11-11")
    assert [measure.id for measure in plan.measures] == ["1.1", "1.2", "1.3", "1.4"]
    target = next(commitment.target for commitment in plan.commitments if commitment.target)
    assert target.stated == {"yicheng": "6%以上", "qingzhou": "6％以上"}


def test_what_is_read_is_what_a_plain_yaml_loader_reads() -> None:
    for path in (LIBRARY / "shandong.yaml", LIBRARY / "yicheng.yaml", LIBRARY / "qingzhou.yaml"):
        with path.open(encoding="utf-8") as file:
            loaded = yaml.load(file, Loader=yaml.SafeLoader)
        read = load_plan(path).model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert read == loaded


@pytest.mark.parametrize("path", [LIBRARY / "shandong.yaml", LIBRARY / "qingzhou.yaml"])
def test_the_slow_parser_reads_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_plan_file(path)
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    assert read_plan_file(path) == fast


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "---\n" + text + "...\n",
        lambda text: "# 说明\n\n" + text,
    ],
    ids=["CRLF", "BOM", "document marks", "comment"],
)
def test_line_ends_marks_and_comments_do_not_count(change: Any, tmp_path: Path) -> None:
    assert load_plan(_written(tmp_path, change(SHORT))) == load_plan(_written(tmp_path, SHORT))


def test_every_part_has_the_line_it_begins_on(tmp_path: Path) -> None:
    lines = read_plan_file(_written(tmp_path, SHORT)).lines
    assert lines["id"] == 2
    assert lines["programmes"] == 5
    assert lines["programmes[0]"] == lines["programmes[0].number"] == 6
    assert lines["programmes[0].measures[0].text"] == 11


def test_six_different_faults_are_all_reported_with_their_lines(tmp_path: Path) -> None:
    text = (
        SHORT.replace("title: 工作方案", "titel: 工作方案\nissued: 2024-12-31\nlevel: city")
        .replace("number: 1", "number: 0")
        .replace('"1.1"', "1.10")
        .replace("title: 提升园区发展能级", 'title: ""')
    )
    assert _faults(tmp_path, text) == [
        (1, FaultKind.MISSING_KEY, "", "title"),
        (4, FaultKind.UNKNOWN_KEY, "titel", "title"),
        (5, FaultKind.UNQUOTED_DATE, "2024-12-31", '"2024-12-31"'),
        (6, FaultKind.BAD_CHOICE, "city", "province, prefecture, county"),
        (8, FaultKind.OUT_OF_RANGE, "0", "≥ 1"),
        (11, FaultKind.UNQUOTED_NUMBER, "1.10 → 1.1", '"1.10"'),
        (12, FaultKind.EMPTY_TEXT, "", ""),
    ]


def test_reading_raises_every_fault_at_once(tmp_path: Path) -> None:
    path = _written(tmp_path, SHORT.replace("number: 1", "number: one").replace("id: yicheng", "id: 峄城"))
    with pytest.raises(InvalidPlan) as raised:
        read_plan_file(path)
    assert raised.value.faults == (
        Fault(str(path), 2, "id", FaultKind.BAD_ID, "峄城", "a-z 0-9 _ -"),
        Fault(str(path), 6, "programmes[0].number", FaultKind.WRONG_TYPE, '"one"', "integer"),
    )
    assert f"{path}:2: id: bad_id" in str(raised.value)


@pytest.mark.parametrize(
    ("written", "kind", "found"),
    [
        ("1", FaultKind.UNQUOTED_NUMBER, "1"),
        ("1.10", FaultKind.UNQUOTED_NUMBER, "1.10 → 1.1"),
        ("010", FaultKind.UNQUOTED_NUMBER, "010 → 8"),
        ("1_000", FaultKind.UNQUOTED_NUMBER, "1_000 → 1000"),
        ("12:30", FaultKind.UNQUOTED_NUMBER, "12:30 → 750"),
        ("no", FaultKind.UNQUOTED_BOOLEAN, "no → false"),
        ("On", FaultKind.UNQUOTED_BOOLEAN, "On → true"),
        ("2024-02-08", FaultKind.UNQUOTED_DATE, "2024-02-08"),
        ("2024-02-30", FaultKind.UNQUOTED_DATE, "2024-02-30"),
        ("~", FaultKind.NULL_VALUE, "~"),
        ("null", FaultKind.NULL_VALUE, "null"),
        ("", FaultKind.NULL_VALUE, ""),
    ],
)
def test_what_yaml_would_mistype_must_be_quoted(
    written: str, kind: FaultKind, found: str, tmp_path: Path
) -> None:
    text = SHORT.replace("title: 工作方案", f"title: {written}")
    assert [fault[:3] for fault in _faults(tmp_path, text)] == [(4, kind, found)]
    quoted = SHORT.replace("title: 工作方案", f'title: "{written or "空"}"')
    assert load_plan(_written(tmp_path, quoted)).title == (written or "空")


def test_a_number_too_long_to_convert_is_a_fault_like_another(tmp_path: Path) -> None:
    text = SHORT.replace("title: 工作方案", f"title: {'9' * 5000}")
    assert [fault[1] for fault in _faults(tmp_path, text)] == [FaultKind.UNQUOTED_NUMBER]


@pytest.mark.parametrize("written", ["010", "0x1", "1_0", "yes", '"1"', "1.0"])
def test_a_number_is_a_plain_decimal_integer(written: str, tmp_path: Path) -> None:
    faults = _faults(tmp_path, SHORT.replace("number: 1", f"number: {written}"))
    assert faults == [(6, FaultKind.WRONG_TYPE, written, "integer")]


def test_keys_are_text_whatever_yaml_would_make_of_them(tmp_path: Path) -> None:
    faults = _faults(tmp_path, "no: 一\n<<: 二\n" + SHORT)
    assert [fault[:3] for fault in faults] == [
        (1, FaultKind.UNKNOWN_KEY, "no"),
        (2, FaultKind.UNKNOWN_KEY, "<<"),
    ]


def test_nothing_in_a_file_is_executed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    tag = f'!!python/object/apply:os.mkdir ["{victim}"]'
    faults = _faults(tmp_path, SHORT.replace("title: 工作方案", f"title: {tag}"))
    assert FaultKind.YAML_TAG in {fault[1] for fault in faults}
    assert not victim.exists()


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 50}]\n" for n in range(500)), FaultKind.YAML_ALIAS),
        ("a: &a [*a]\n", FaultKind.YAML_ALIAS),
        ("[" * 1_000_000, FaultKind.TOO_DEEP),
        ("{a: " * 100_000, FaultKind.TOO_DEEP),
        ("".join(f"{' ' * n}a:\n" for n in range(2_000)), FaultKind.TOO_DEEP),
        ("? " * 500_000, FaultKind.TOO_DEEP),
        ("[" + "[], " * 1_000_000 + "]", FaultKind.TOO_MANY_VALUES),
        ("aliases: [" + "{}, " * 49_000 + "]", FaultKind.WRONG_TYPE),
    ],
    ids=["alias bomb", "recursion", "lists", "mappings", "blocks", "keys", "values", "faults"],
)
def test_a_hostile_file_is_refused_quickly(text: str, kind: FaultKind, tmp_path: Path) -> None:
    begun = time.process_time()
    assert kind in {fault[1] for fault in _faults(tmp_path, text)}
    assert time.process_time() - begun < 8


def test_an_open_quote_is_reported_on_a_line_the_file_has(tmp_path: Path) -> None:
    ((line, kind, _, expected),) = _faults(tmp_path, SHORT.replace("title: 工作方案", 'title: "工作方案'))
    assert kind is FaultKind.YAML_SYNTAX
    assert 4 <= line <= SHORT.count("\n")
    assert expected


def test_faults_of_other_lines_are_told_beside_a_syntax_error(tmp_path: Path) -> None:
    text = SHORT.replace("id: yicheng\n", "id: yicheng\nid: other\n") + "  - ]\n"
    assert [fault[1] for fault in _faults(tmp_path, text)] == [
        FaultKind.DUPLICATE_KEY,
        FaultKind.YAML_SYNTAX,
    ]


def test_the_header_is_read_without_the_programmes(tmp_path: Path) -> None:
    path = _written(tmp_path, SHORT[: SHORT.index("programmes:")] + "programmes: [this is: no: YAML")
    header = read_identity(path)
    assert (header.id, header.name, header.aliases, header.title) == ("yicheng", "峄城区", (), "工作方案")


def test_the_header_may_stand_behind_the_programmes(tmp_path: Path) -> None:
    start = SHORT.index("programmes:")
    path = _written(tmp_path, "schema: plancmp/plan/1\n" + SHORT[start:] + SHORT[:start].partition("\n")[2])
    assert read_identity(path).name == "峄城区"


def test_a_faulty_header_is_an_invalid_plan(tmp_path: Path) -> None:
    path = _written(tmp_path, SHORT.replace("name: 峄城区\n", ""))
    with pytest.raises(InvalidPlan) as raised:
        read_identity(path)
    assert [(fault.path, fault.kind) for fault in raised.value.faults] == [("name", FaultKind.MISSING_KEY)]


def test_every_pattern_of_the_models_has_words_for_what_misses_it() -> None:
    assert {*_patterns(plan_schema()), *_patterns(decisions_schema())} == set(PATTERNS)


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        for value in schema.values():
            yield from _patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _patterns(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("1.a -是\n:#", max_size=6),
    lambda values: (
        st.lists(values, max_size=3) | st.dictionaries(st.text("ab", max_size=2), values, max_size=3)
    ),
    max_leaves=5,
)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in the data with one of its keys or indexes."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _as_data(plan: Plan) -> dict[str, Any]:
    data: dict[str, Any] = plan.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return data


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_damage_to_a_plan_is_a_fault_or_still_a_plan(data: st.DataObject, tmp_path_factory: Any) -> None:
    plan = copy.deepcopy(_as_data(load_plan(LIBRARY / "shandong.yaml")))
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(list(_places(plan))))
        if data.draw(st.booleans()):
            container[key] = data.draw(JSON)
        else:
            del container[key]
        if not plan:
            break
    # JSON is YAML, and quotes what has to be quoted.
    path = _written(tmp_path_factory.mktemp("damaged"), json.dumps(plan, ensure_ascii=False))
    examination = examine_plan_file(path)
    if not examination.faults:
        assert _as_data(load_plan(path)) == plan
    check_file(path, Library(LIBRARY))


@pytest.mark.parametrize(
    "escape", ["\\x1b", "\\u0000", "\\e", "\\a", "\\N", "\\L", "\\P", "\\x7f", "\\ufeff"]
)
@pytest.mark.parametrize("place", ['name: "峄城{}区"', '"na{}me": 峄城区', 'aliases: ["{}"]'])
def test_a_control_character_written_as_an_escape_is_a_fault(tmp_path: Path, escape: str, place: str) -> None:
    path = _written(tmp_path, f"schema: plancmp/plan/1\n{place.format(escape)}\n")
    faults = [each for each in examine_plan_file(path).faults if each.kind is FaultKind.FORBIDDEN_CHARACTER]
    assert [(fault.line, fault.found[:2]) for fault in faults] == [(2, "U+")]


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.yaml"
    path.write_bytes(content)
    assert examine_plan_file(path).faults

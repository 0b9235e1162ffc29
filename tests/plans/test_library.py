"""Finding a plan by id, path, name or alias, and nothing outside what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancmp.plans import library as library_module
from plancmp.plans.library import Library, UnknownPlan


def test_paths_are_sorted_by_id(library: Library) -> None:
    assert [path.stem for path in library.paths()] == ["broken", "qingzhou", "shandong", "yicheng"]


def test_a_directory_that_is_not_there_holds_no_plans(tmp_path: Path) -> None:
    missing = Library(tmp_path / "none")
    assert missing.paths() == ()
    with pytest.raises(UnknownPlan):
        missing.find("yicheng")


@pytest.mark.parametrize(
    ("name", "plan_id"),
    [
        ("yicheng", "yicheng"),
        ("峄城区", "yicheng"),
        ("峄城", "yicheng"),
        ("zaozhuang", "yicheng"),
        ("province", "shandong"),
        ("Province", "shandong"),
        ("ｐｒｏｖｉｎｃｅ", "shandong"),
        (" 山东 ", "shandong"),
        ("YICHENG", "yicheng"),
    ],
)
def test_a_plan_is_found_by_all_it_goes_by(name: str, plan_id: str, library: Library) -> None:
    assert library.find(name) == library.directory / f"{plan_id}.yaml"


def test_a_folder_before_another_wins_and_what_it_replaces_is_known(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for name, end in (("yicheng", "# corrected\n"), ("qingzhou", ""), ("third", "")):
        text = (library.directory / f"{name.replace('third', 'yicheng')}.yaml").read_text(encoding="utf-8")
        (own / f"{name}.yaml").write_text(text + end, encoding="utf-8")
    both = Library(own, (library.directory,))
    assert [path.stem for path in both.paths()] == ["broken", "qingzhou", "shandong", "third", "yicheng"]
    assert both.find("yicheng") == own / "yicheng.yaml"
    assert both.find("province") == library.directory / "shandong.yaml"
    assert both.replaced() == ((own / "yicheng.yaml", library.directory / "yicheng.yaml"),)
    assert library.replaced() == Library(library.directory, (library.directory,)).replaced() == ()


def test_an_id_is_found_without_opening_any_file(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "read_identity", lambda path: pytest.fail(f"{path} was opened"))
    assert library.find("qingzhou").stem == "qingzhou"


def test_an_id_comes_before_another_plans_alias(library: Library) -> None:
    other = library.directory / "qingzhou.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("weifang", "yicheng"), encoding="utf-8")
    assert library.find("yicheng").stem == "yicheng"


@pytest.mark.parametrize(
    "name", ["a/b", "../library/yicheng", "/tmp/plan.yaml", "plan.yaml", "plan.yml", "./x"]
)
def test_a_path_is_taken_as_it_is(name: str, library: Library) -> None:
    assert library.find(name) == Path(name)


@pytest.mark.parametrize(
    "plan_id", ["a" * 300, "a\0b", "../outside", "..", ".", "", "sources/../yicheng", "/etc/passwd"]
)
def test_an_id_does_not_lead_out_of_the_directory(plan_id: str, library: Library) -> None:
    (library.directory.parent / "outside.yaml").write_text("schema: plancmp/plan/1\n", encoding="utf-8")
    assert library.path_of(plan_id) is None


@pytest.mark.parametrize(
    ("name", "suggestion"), [("yichneg", "yicheng"), ("峄城县", "峄城区"), ("provinse", "province")]
)
def test_an_unknown_name_gets_suggestions(name: str, suggestion: str, library: Library) -> None:
    with pytest.raises(UnknownPlan) as raised:
        library.find(name)
    assert raised.value.name == name
    assert suggestion in raised.value.suggestions


def test_a_name_like_no_other_gets_no_suggestion(library: Library) -> None:
    with pytest.raises(UnknownPlan) as raised:
        library.find("威海")
    assert raised.value.suggestions == ()


def test_a_name_that_two_plans_go_by_is_not_guessed(library: Library) -> None:
    other = library.directory / "qingzhou.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("weifang", "Zaozhuang"), encoding="utf-8")
    with pytest.raises(UnknownPlan) as raised:
        library.find("zaozhuang")
    assert raised.value.suggestions == ("qingzhou", "yicheng")
    assert raised.value.several


def test_a_faulty_file_does_not_hide_the_others(library: Library) -> None:
    (library.directory / "aaa.yaml").write_bytes(b"\xff\xfe")
    assert library.find("峄城区").stem == "yicheng"
    assert [identity.id for _, identity in library.identities] == ["qingzhou", "shandong", "yicheng"]

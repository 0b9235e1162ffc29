"""The settings file: what it sets, what goes before it, and what is wrong with one."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from plancmp.cli.main import run
from plancmp.plans.library import DEFAULT_DIRECTORY

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "PLANCMP_PLANS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_language_is_that_of_the_file_unless_one_is_typed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plancmp.toml").write_text('language = "zh"\n', encoding="utf-8")
    for arguments, words in (
        (("list",), "标识"),
        (("list", "--lang", "en"), "Id"),
        (("--lang", "en", "list"), "Id"),
        (("diff", "--help"), "用法："),
        (("show", "nowhere"), "没有名为"),
    ):
        run(arguments)
        captured = capsys.readouterr()
        assert words in captured.out + captured.err


def test_folders_and_reference_are_those_of_the_file_unless_others_are_typed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    text = (DEFAULT_DIRECTORY / "qingzhou.yaml").read_text(encoding="utf-8")
    text = text.replace("id: qingzhou", "id: linhai", 1).replace("name: 青州市", "name: 临海市", 1)
    (folder / "mine" / "linhai.yaml").write_text(
        re.sub(r"aliases:\n(  ?- .*\n)+", "", text), encoding="utf-8"
    )
    (folder / "plancmp.toml").write_text('plans = ["mine"]\nreference = "yicheng"\n', encoding="utf-8")

    def found(*arguments: str) -> tuple[str, set[str]]:
        assert run(["coverage", "-f", "json", *arguments]) == 0
        data = json.loads(capsys.readouterr().out)
        return data["reference"]["id"], {plan["id"] for plan in data["plans"]}

    reference, plans = found()
    assert reference == "yicheng"
    assert "linhai" in plans
    assert found("-r", "province")[0] == "shandong"
    assert "linhai" not in found("--plans-dir", str(DEFAULT_DIRECTORY))[1]
    assert run(["--lang", "en", "show", "linhai", "1.1"]) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("language = ", "not TOML"),
        ('languages = "zh"', "no setting languages"),
        ('language = "de"', "language has no such value"),
        ('plans = "plans"', "plans has no such value"),
        ("reference = 3", "reference has no such value"),
        ('plans = ["nowhere"]', "nowhere"),
        ("language = [[[" * 2000, "not TOML"),
    ],
)
def test_a_file_that_is_wrong_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    (folder / "plancmp.toml").write_text(text, encoding="utf-8")
    assert run(["list"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert told in captured.err


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_example_of_the_readme_is_good(folder: Path, readme: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    assert set(tomllib.loads(example)) == {"language", "plans", "reference"}
    (folder / "plans").mkdir()
    (folder / "plancmp.toml").write_text(example, encoding="utf-8")
    assert run(["list"]) == 0

"""The examples in both READMEs run, and what they promise is there."""

import re
import shlex
from pathlib import Path

import pytest

from plancmp.cli.main import run

ROOT = Path(__file__).parent.parent
READMES = [path for path in (ROOT / "README.md", ROOT / "README.zh.md") if path.exists()]


def commands(readme: Path) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", readme.read_text("utf-8"), flags=re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_example_runs(
    readme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plans", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    for command in (line for line in commands(readme) if line.startswith("plancmp ")):
        assert run(shlex.split(command)[1:]) in (0, 1 if "--fail-on" in command else 0), (
            command,
            capsys.readouterr().err,
        )


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_make_targets_and_linked_files_exist(readme: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"\$ make (\w+)", readme.read_text("utf-8")):
        assert f"\n{target}:" in makefile
    for link in re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8")):
        assert (ROOT / link).exists(), link


def test_every_command_is_shown() -> None:
    from plancmp.cli.main import COMMANDS

    shown = " ".join(commands(READMES[0]))
    assert {name for name in COMMANDS if f"plancmp {name}" not in shown} == set()
